package tomlfile

import (
	"encoding"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"catcow/routines/message"
)

// Decode fills the struct that into points to. Fields are named by their toml tag; fields without one, or with "-",
// are not part of the file. Unknown keys and values of a wrong type become problems and leave their field as it was.
func (d *Doc) Decode(into any) {
	d.table("", d.tree, reflect.ValueOf(into).Elem())
}

// Keys lists the keys a struct type knows, in the order of its fields.
func Keys(t reflect.Type) []string { return fieldsOf(t).names }

// fields are the keys of a struct type.
type fields struct {
	names []string
	index map[string]int
}

var fieldCache sync.Map // reflect.Type -> fields

func fieldsOf(t reflect.Type) fields {
	if f, ok := fieldCache.Load(t); ok {
		return f.(fields)
	}
	f := fields{index: map[string]int{}}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		f.names = append(f.names, name)
		f.index[name] = i
	}
	fieldCache.Store(t, f)
	return f
}

// table fills a struct or a map from a table.
func (d *Doc) table(path string, tree map[string]any, into reflect.Value) {
	keys := make([]string, 0, len(tree))
	for key := range tree {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if into.Kind() == reflect.Map {
		if into.IsNil() {
			into.Set(reflect.MakeMapWithSize(into.Type(), len(tree)))
		}
		for _, key := range keys {
			v := reflect.New(into.Type().Elem()).Elem()
			d.value(join(path, key), tree[key], v)
			into.SetMapIndex(reflect.ValueOf(key).Convert(into.Type().Key()), v)
		}
		return
	}
	known := fieldsOf(into.Type())
	for _, key := range keys {
		i, ok := known.index[key]
		if !ok {
			d.unknownKey(path, key, known.names)
			continue
		}
		d.value(join(path, key), tree[key], into.Field(i))
	}
}

func (d *Doc) unknownKey(path, key string, names []string) {
	at := join(path, key)
	if near := Nearest(key, names); near != "" {
		d.meant[join(path, near)] = true
		d.AddKey(at, message.New("file.unknown-key-near", `unknown key {{.Found}}; did you mean "{{.Nearest}}"?`,
			"Found", Quote(key), "Nearest", near))
		return
	}
	d.AddKey(at, message.New("file.unknown-key", "unknown key {{.Found}}; known here: {{.Choices}}",
		"Found", Quote(key), "Choices", strings.Join(names, ", ")))
}

// value puts one value of the tree where it belongs.
func (d *Doc) value(path string, v any, into reflect.Value) {
	if into.Kind() == reflect.Pointer {
		p := reflect.New(into.Type().Elem())
		before := len(d.problems) + d.more
		d.value(path, v, p.Elem())
		// A pointer says whether the value was given; one of a wrong type counts as not given.
		if _, isTable := v.(map[string]any); isTable || len(d.problems)+d.more == before {
			into.Set(p)
		}
		return
	}
	if u, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.text(path, v, into, u)
		return
	}
	switch into.Kind() {
	case reflect.String:
		if s, ok := v.(string); ok {
			into.SetString(s)
			return
		}
	case reflect.Bool:
		if b, ok := v.(bool); ok {
			into.SetBool(b)
			return
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if n, ok := v.(int64); ok {
			if into.OverflowInt(n) {
				d.Add(path, message.New("file.huge", "{{.Found}} is far out of range", "Found", describe(v)))
				return
			}
			into.SetInt(n)
			return
		}
	case reflect.Float32, reflect.Float64:
		switch n := v.(type) {
		case int64:
			into.SetFloat(float64(n))
			return
		case float64:
			if math.IsNaN(n) || math.IsInf(n, 0) || into.OverflowFloat(n) {
				d.Add(path, message.New("file.huge", "{{.Found}} is far out of range", "Found", describe(v)))
				return
			}
			into.SetFloat(n)
			return
		}
	case reflect.Struct, reflect.Map:
		if t, ok := v.(map[string]any); ok {
			d.table(path, t, into)
			return
		}
	case reflect.Slice:
		if list, ok := listOf(v); ok {
			into.Set(reflect.MakeSlice(into.Type(), len(list), len(list)))
			for i, e := range list {
				d.value(element(path, i), e, into.Index(i))
			}
			return
		}
	}
	d.wrongType(path, v, into)
}

// text hands a string to a type that reads itself.
func (d *Doc) text(path string, v any, into reflect.Value, u encoding.TextUnmarshaler) {
	s, ok := v.(string)
	if !ok {
		d.wrongType(path, v, into)
		return
	}
	if err := u.UnmarshalText([]byte(s)); err != nil {
		m, ok := err.(message.Message)
		if !ok {
			m = message.New("file.value", "{{.Found}} cannot be used here: {{.Reason}}", "Found", Quote(s), "Reason", err.Error())
		}
		d.Add(path, m)
	}
}

// listOf is a list of values, whether written as [a, b] or as [[tables]].
func listOf(v any) ([]any, bool) {
	switch l := v.(type) {
	case []any:
		return l, true
	case []map[string]any:
		list := make([]any, len(l))
		for i := range l {
			list[i] = l[i]
		}
		return list, true
	}
	return nil, false
}

func (d *Doc) wrongType(path string, v any, into reflect.Value) {
	name := LastKey(path)
	if n, ok := v.(int64); ok && into.Type() == reflect.TypeFor[Duration]() && n >= 0 && n <= int64(MaxDuration/time.Second) {
		d.Add(path, message.New("file.duration-number", `{{.Key}} is a time in quotes, with a unit; found {{.Found}}, did you mean "{{.Nearest}}"?`,
			"Key", name, "Found", describe(v), "Nearest", Duration(time.Duration(n)*time.Second).String()))
		return
	}
	d.Add(path, message.New("file.type", "{{.Key}} must be {{.Wanted}}; found {{.Found}}",
		"Key", name, "Wanted", wanted(into.Type()), "Found", describe(v)))
}

// LastKey is the end of a path as a sentence names it: "cues[2]" for a.cues[2].
func LastKey(path string) string {
	quoted := false
	start := 0
	for i, c := range path {
		switch {
		case c == '"' && (i == 0 || path[i-1] != '\\'):
			quoted = !quoted
		case c == '.' && !quoted:
			start = i + 1
		}
	}
	return path[start:]
}

// wanted names a type as a sentence needs it.
func wanted(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[Duration]():
		return `a time in quotes such as "45s"`
	case reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		return "text in quotes"
	}
	switch t.Kind() {
	case reflect.String:
		return "text in quotes"
	case reflect.Bool:
		return "true or false"
	case reflect.Float32, reflect.Float64:
		return "a number"
	case reflect.Struct, reflect.Map:
		return "a table"
	case reflect.Pointer:
		return wanted(t.Elem())
	case reflect.Slice:
		switch t.Elem().Kind() {
		case reflect.String:
			return `a list of texts such as ["one", "two"]`
		case reflect.Float32, reflect.Float64:
			return "a list of numbers such as [0.1, 0.2]"
		case reflect.Struct:
			return "a list of tables, each under its own [[…]]"
		}
		return "a list"
	}
	return "a whole number"
}

// describe names a value as a sentence needs it.
func describe(v any) string {
	switch v := v.(type) {
	case string:
		return "the text " + Quote(v)
	case int64:
		return "the number " + formatInt(v)
	case float64:
		return "the number " + formatFloat(v)
	case bool:
		if v {
			return "true"
		}
		return "false"
	case []any, []map[string]any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return "a date or time of day"
}
