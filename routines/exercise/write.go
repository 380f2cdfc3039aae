package exercise

import (
	"fmt"
	"reflect"
	"strings"

	"catcow/routines/figure"
	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// ReadFile reads an exercise file as it is written, finished or not. The problems are those of its form alone: text that
// is not TOML, unknown keys and wrong types; file is what they call it.
func ReadFile(file string, data []byte) (File, tomlfile.Problems) {
	var f File
	problems := tomlfile.Decode(file, data, &f, tomlfile.Standard)
	return f, problems
}

// Text is the file written into an old text, so that reading it gives f again and all else, comments, order and spacing,
// stays as it was; poses keep their comments wherever they are moved. Without an old text it is written in our own style.
// The error says that the old text is not TOML.
func (f File) Text(old []byte) ([]byte, error) {
	tree, err := rewrite.Read(old)
	if err != nil {
		return nil, fmt.Errorf("writing an exercise: %w", err)
	}
	was, _ := ReadFile("", old)
	text, err := rewrite.Text(old, fill(tree, reflect.ValueOf(f), origins(was.Figure, f.Figure)))
	if err != nil {
		return nil, fmt.Errorf("writing an exercise: %w", err)
	}
	return text, nil
}

// fill lets a table say what a struct says, by its toml tags; from names for each pose the one of the old text it was.
func fill(t rewrite.Table, v reflect.Value, from []string) rewrite.Table {
	names := tomlfile.Keys(v.Type())
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		old := t.Get(name)
		if saysAlready(old, v.Field(i)) {
			continue // "60s" need not become "1m", nor 0.0 become 0
		}
		if poses, ok := v.Field(i).Interface().([]figure.Pose); ok {
			t.Set(name, listOf(poses, t.List(name), from), names...)
			continue
		}
		said := valueOf(v.Field(i), t.Table(name), from)
		if said == nil && saysNothing(old) && v.Field(i).Kind() != reflect.Pointer {
			continue // it need not be written, but it was; behind a pointer, zero is something else than nothing
		}
		t.Set(name, said, names...)
	}
	return t
}

// saysNothing reports whether a value that is written says no more than none does.
func saysNothing(v rewrite.Value) bool {
	l, ok := v.(rewrite.Literal)
	switch l {
	case `""`, `''`, "false", "0":
		return ok
	}
	return false
}

// saysAlready reports whether a value that is written reads as the field is.
func saysAlready(old rewrite.Value, field reflect.Value) bool {
	l, ok := old.(rewrite.Literal)
	if !ok {
		return false
	}
	into := reflect.New(reflect.StructOf([]reflect.StructField{{Name: "V", Type: field.Type(), Tag: `toml:"v"`}}))
	if tomlfile.Decode("", []byte("v = "+string(l)), into.Interface(), tomlfile.Standard) != nil {
		return false
	}
	return reflect.DeepEqual(into.Elem().Field(0).Interface(), field.Interface())
}

// listOf is the poses, each with what it was in the old text.
func listOf(poses []figure.Pose, old rewrite.List, from []string) rewrite.List {
	list := make(rewrite.List, len(poses))
	for i := range poses {
		var was rewrite.Table
		for _, e := range old {
			if from[i] != "" && e.From == from[i] {
				was = e.Table
			}
		}
		list[i] = rewrite.Element{From: from[i], Table: fill(was, reflect.ValueOf(poses[i]), nil)}
	}
	return list
}

// valueOf is a field as it is written, nil for one that is not; old is the table that stood there.
func valueOf(v reflect.Value, old rewrite.Table, from []string) rewrite.Value {
	switch x := v.Interface().(type) {
	case tomlfile.Duration:
		return rewrite.Duration(x)
	case []string:
		if x == nil {
			return nil
		}
		return rewrite.Strings(x)
	case []float64:
		if x == nil {
			return nil
		}
		return rewrite.Floats(x)
	case FileDose:
		return fill(old, v, nil)
	case *figure.Figure:
		if x == nil {
			return nil
		}
		return fill(old, v.Elem(), from)
	case map[string]figure.Place:
		return places(x, old)
	}
	switch v.Kind() {
	case reflect.Pointer:
		switch {
		case v.IsNil():
			return nil
		case v.Elem().Kind() == reflect.Struct:
			return rewrite.Inline(fill(old, v.Elem(), nil))
		case v.Elem().Kind() == reflect.Int:
			return rewrite.Int(int(v.Elem().Int()))
		case v.Elem().Kind() == reflect.String:
			return rewrite.String(v.Elem().String())
		}
		return valueOf(v.Elem(), old, nil)
	case reflect.String:
		if v.String() != "" {
			return rewrite.String(v.String())
		}
	case reflect.Bool:
		if v.Bool() {
			return rewrite.Bool(true)
		}
	case reflect.Int:
		if v.Int() != 0 {
			return rewrite.Int(int(v.Int()))
		}
	case reflect.Float64:
		return rewrite.Float(v.Float())
	}
	return nil
}

// places are the props that are moved, those of the old text first and in their order.
func places(m map[string]figure.Place, old rewrite.Table) rewrite.Value {
	if len(m) == 0 {
		return nil
	}
	out := rewrite.Table{}
	add := func(name string) {
		if p, ok := m[name]; ok && out.Get(name) == nil {
			out = append(out, rewrite.Entry{Key: name, Value: rewrite.Inline(fill(old.Table(name), reflect.ValueOf(p), nil))})
		}
	}
	for _, e := range old {
		add(e.Key)
	}
	for _, name := range figure.Props() {
		add(name)
	}
	return rewrite.Inline(out)
}

// origins names for each pose the pose of the old text it was: the same one, one of the same name, or the one at its
// place; "" for a new one.
func origins(was, now *figure.Figure) []string {
	if now == nil {
		return nil
	}
	out := make([]string, len(now.Poses))
	if was == nil {
		return out
	}
	taken := make([]bool, len(was.Poses))
	take := func(i, j int) bool {
		if out[i] != "" || taken[j] {
			return false
		}
		out[i], taken[j] = tomlfile.Element("figure.pose", j), true
		return true
	}
	for _, alike := range []func(i, j int) bool{
		func(i, j int) bool { return i == j && reflect.DeepEqual(now.Poses[i], was.Poses[j]) },
		func(i, j int) bool { return now.Poses[i].Name != "" && now.Poses[i].Name == was.Poses[j].Name },
		func(i, j int) bool { return reflect.DeepEqual(now.Poses[i], was.Poses[j]) },
		func(i, j int) bool { return i == j && len(now.Poses) == len(was.Poses) },
	} {
		for i := range now.Poses {
			for j := range was.Poses {
				if alike(i, j) && take(i, j) {
					break
				}
			}
		}
	}
	return out
}
