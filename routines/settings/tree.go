package settings

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// tree is what a file with all settings says.
func (s Settings) tree() rewrite.Table { return valueOf(reflect.ValueOf(s)).(rewrite.Table) }

// valueOf is a setting, or a table of settings in the order of their fields or keys.
func valueOf(v reflect.Value) rewrite.Value {
	switch x := v.Interface().(type) {
	case tomlfile.Duration:
		return rewrite.Duration(x)
	case string:
		return rewrite.String(x)
	case []string:
		return rewrite.Strings(x)
	}
	switch v.Kind() {
	case reflect.Slice:
		var parts []rewrite.Literal
		for i := range v.Len() {
			parts = append(parts, valueOf(v.Index(i)).(rewrite.Literal))
		}
		return rewrite.Array(parts...)
	case reflect.Map:
		t := rewrite.Table{}
		for _, key := range slices.SortedFunc(slices.Values(v.MapKeys()), func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }) {
			t = append(t, rewrite.Entry{Key: key.String(), Value: valueOf(v.MapIndex(key))})
		}
		return t
	case reflect.Struct:
		t := rewrite.Table{}
		for i, key := range tomlfile.Keys(v.Type()) {
			t = append(t, rewrite.Entry{Key: key, Value: valueOf(v.Field(i))})
		}
		return t
	}
	return rewrite.Literal(fmt.Sprint(v.Interface())) // true, 10
}

// fresh is a new file, in our own style and with what each key is about.
func (s Settings) fresh() []byte {
	t := s.tree()
	if len(s.Lengths) == 0 {
		t.Set("lengths", nil)
	}
	var b bytes.Buffer
	b.WriteString(fileHead)
	table := ""
	for line := range strings.Lines(string(rewrite.New(t))) {
		line = strings.TrimSuffix(line, "\n")
		key, _, _ := strings.Cut(line, " ")
		if header, ok := strings.CutPrefix(line, "["); ok {
			table = strings.TrimSuffix(header, "]")
			if about := abouts[table]; about != "" {
				line += " # " + about
			}
		} else if about := abouts[strings.TrimPrefix(table+"."+key, ".")]; about != "" && key != "" {
			line = fmt.Sprintf("%-32s # %s", line, about)
		}
		b.WriteString(line + "\n")
	}
	return b.Bytes()
}
