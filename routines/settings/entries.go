package settings

import (
	"bytes"
	"cmp"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// entry is one setting as the file has it.
type entry struct {
	table, key string // the table is "" at the top of the file
	value      string // as TOML
}

func (e entry) name() string { return path(e.table, e.key) }

// entries are all settings, in the order of their fields.
func (s Settings) entries() []entry { return appendEntries(nil, "", reflect.ValueOf(s)) }

func appendEntries(list []entry, table string, from reflect.Value) []entry {
	add := func(key string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct, reflect.Map:
			list = appendEntries(list, path(table, key), v)
		default:
			list = append(list, entry{table, key, valueText(v)})
		}
	}
	if from.Kind() == reflect.Map {
		keys := from.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		for _, key := range keys {
			add(key.String(), from.MapIndex(key))
		}
		return list
	}
	for i := range from.NumField() {
		add(from.Type().Field(i).Tag.Get("toml"), from.Field(i))
	}
	return list
}

// valueText writes a value as TOML does.
func valueText(v reflect.Value) string {
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, _ := m.MarshalText() // of a tomlfile.Duration, which cannot fail
		return quote(string(text))
	}
	switch v.Kind() {
	case reflect.String:
		return quote(v.String())
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, valueText(v.Index(i)))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprint(v.Interface())
}

// fresh is a new file.
func (s Settings) fresh() []byte {
	var tables []string
	inTable := map[string][]entry{}
	for _, e := range s.entries() {
		if inTable[e.table] == nil {
			tables = append(tables, e.table)
		}
		inTable[e.table] = append(inTable[e.table], e)
	}
	var b bytes.Buffer
	b.WriteString(fileHead)
	for _, table := range tables {
		if table != "" {
			b.WriteString("\n" + header(table) + "\n")
		}
		width := 0
		for _, e := range inTable[table] {
			width = min(max(width, len(keyText(e.key))), 14)
		}
		for _, e := range inTable[table] {
			line := fmt.Sprintf("%-*s = %s", width, keyText(e.key), e.value)
			if about := abouts[e.name()]; about != "" {
				line = fmt.Sprintf("%-32s # %s", line, about)
			}
			b.WriteString(line + "\n")
		}
	}
	return b.Bytes()
}

// header begins a table.
func header(table string) string {
	if about := abouts[table]; about != "" {
		return "[" + table + "] # " + about
	}
	return "[" + table + "]"
}

// path names a key in a table, so that no two are named the same.
func path(table, key string) string {
	if table == "" {
		return keyText(key)
	}
	return table + "." + keyText(key)
}

// keyText writes a key as TOML does: in quotes unless it is a plain word.
func keyText(key string) string {
	for i := range len(key) {
		if c := key[i]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
			return quote(key)
		}
	}
	if key == "" {
		return `""`
	}
	return key
}

// quote writes a TOML string. Bytes that are not UTF-8 stay as they are, for whoever reads the text to refuse.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c == 0x7f:
			b.WriteString(`\u`)
			b.WriteString(strconv.FormatInt(0x10000+int64(c), 16)[1:])
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
