package rewrite

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"

	"github.com/BurntSushi/toml"
)

// decodeAll reads a text with the TOML reader.
func decodeAll(text []byte) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r) // whatever a file holds, it must not take the program down
		}
	}()
	tree = map[string]any{}
	_, err = toml.Decode(string(text), &tree)
	return tree, err
}

// verify reads a text again and compares it with what it is to say.
func verify(text []byte, want Table) error {
	tree, err := decodeAll(text)
	if err != nil {
		return err
	}
	return agreeTable("", tree, want)
}

func agreeTable(path string, tree map[string]any, want Table) error {
	found := 0
	for _, e := range want {
		v, there := tree[e.Key]
		if l, ok := e.Value.(List); ok && len(l) == 0 && !there {
			continue
		}
		if !there {
			return fmt.Errorf("%s%s is missing", path, e.Key)
		}
		found++
		if err := agree(path+e.Key, v, e.Value); err != nil {
			return err
		}
	}
	if found != len(tree) {
		return fmt.Errorf("%q has other keys than it should", path)
	}
	return nil
}

func agree(path string, v any, want Value) error {
	switch want := want.(type) {
	case Literal:
		if !says(v, string(want)) {
			return fmt.Errorf("%s is %v, not %s", path, v, want)
		}
		return nil
	case Table:
		if tree, ok := v.(map[string]any); ok {
			return agreeTable(path+".", tree, want)
		}
	case Inline:
		if tree, ok := v.(map[string]any); ok {
			return agreeTable(path+".", tree, Table(want))
		}
	case List:
		list, ok := plain(v).([]any)
		if !ok || len(list) != len(want) {
			break
		}
		for i, element := range want {
			at := path + "[" + strconv.Itoa(i) + "]"
			tree, ok := list[i].(map[string]any)
			if !ok {
				return fmt.Errorf("%s is no table", at)
			}
			if err := agreeTable(at+".", tree, element.Table); err != nil {
				return err
			}
		}
		return nil
	case nil:
		return errors.New(path + " has no value")
	}
	return fmt.Errorf("%s is of another kind", path)
}

// says reports whether a value that was read is the literal.
func says(v any, literal string) bool {
	switch v := v.(type) {
	case string:
		return isQuoted(literal) && unquote(literal) == v
	case int64:
		if n, err := strconv.ParseInt(literal, 10, 64); err == nil {
			return n == v
		}
	case float64:
		if math.IsNaN(v) {
			f, ok := decode(literal).(float64)
			return ok && math.IsNaN(f)
		}
	}
	want := decode(literal)
	return want != nil && reflect.DeepEqual(plain(v), plain(want))
}
