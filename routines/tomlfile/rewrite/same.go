package rewrite

import (
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

// unquote reads a string as TOML means it; what is not one stays as it is.
func unquote(raw string) string {
	if len(raw) < 2 {
		return raw
	}
	if q := raw[0]; !strings.HasPrefix(raw, string([]byte{q, q, q})) && (q == '\'' || q == '"' && strings.IndexByte(raw, '\\') < 0) {
		return raw[1 : len(raw)-1]
	}
	if v, ok := decode(raw).(string); ok {
		return v
	}
	return raw
}

// decode reads a single value, nil when it is none.
func decode(raw string) (v any) {
	defer func() {
		if recover() != nil {
			v = nil // whatever a value can be, it must not take the program down
		}
	}()
	var doc map[string]any
	if _, err := toml.Decode("v = "+raw, &doc); err != nil || len(doc) != 1 {
		return nil
	}
	return doc["v"]
}

// same reports whether two values say the same.
func same(a, b *node) bool {
	if a.kind != b.kind {
		return false
	}
	if a.raw == b.raw {
		return true
	}
	switch a.kind {
	case array:
		if len(a.items) != len(b.items) {
			return false
		}
		for i := range a.items {
			if !same(a.items[i].val, b.items[i].val) {
				return false
			}
		}
		return true
	case brace:
		return reflect.DeepEqual(plain(decode(a.raw)), plain(decode(b.raw)))
	}
	return sameScalar(a.raw, b.raw)
}

func sameScalar(a, b string) bool {
	if isQuoted(a) != isQuoted(b) {
		return false
	}
	if isQuoted(a) {
		return unquote(a) == unquote(b)
	}
	x, y := decode(a), decode(b)
	return x != nil && reflect.DeepEqual(x, y)
}

func isQuoted(raw string) bool { return raw != "" && (raw[0] == '"' || raw[0] == '\'') }

// plain makes lists of tables plain lists.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			v[key] = plain(inner)
		}
	case []map[string]any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plain(v[i])
		}
		return list
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	}
	return v
}
