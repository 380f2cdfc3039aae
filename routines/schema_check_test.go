package routines

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"catcow/assets"
)

// schema checks values against a JSON schema, as far as the shipped schemas go: a keyword it does not know is an error,
// so that none is passed over.
type schema struct{ root map[string]any }

func readSchema(t *testing.T, name string) schema {
	t.Helper()
	data, err := fs.ReadFile(assets.Schemas(), name)
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s.root); err != nil {
		t.Fatal(err)
	}
	return s
}

// resolve follows $ref.
func (s schema) resolve(rule map[string]any) map[string]any {
	if ref, ok := rule["$ref"].(string); ok {
		return s.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	return rule
}

// check lists what is wrong with v.
func (s schema) check(path string, rule map[string]any, v any) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, path+": "+fmt.Sprintf(format, args...)) }
	for keyword, want := range rule {
		switch keyword {
		case "$schema", "$defs", "title", "description":
		case "$ref":
			wrong = append(wrong, s.check(path, s.resolve(rule), v)...)
		case "type":
			if got := typeOf(v); got != want && !(got == "integer" && want == "number") {
				say("is %s, want %s", got, want)
			}
		case "enum":
			if !slices.Contains(want.([]any), v) {
				say("%v is not one of %v", v, want)
			}
		case "const":
			if v != want {
				say("%v is not %v", v, want)
			}
		case "pattern":
			if text, ok := v.(string); ok && !regexp.MustCompile(want.(string)).MatchString(text) {
				say("%q does not match %s", text, want)
			}
		case "minLength", "maxLength":
			if text, ok := v.(string); ok {
				wrong = append(wrong, bound(path, keyword, float64(utf8.RuneCountInString(text)), want)...)
			}
		case "minimum", "maximum":
			if n, ok := number(v); ok {
				wrong = append(wrong, bound(path, keyword, n, want)...)
			}
		case "minItems", "maxItems":
			if list, ok := v.([]any); ok {
				wrong = append(wrong, bound(path, keyword, float64(len(list)), want)...)
			}
		case "uniqueItems":
			if list, ok := v.([]any); ok {
				for i := range list {
					for j := range i {
						if reflect.DeepEqual(list[i], list[j]) {
							say("%v is there twice", list[i])
						}
					}
				}
			}
		case "items":
			if list, ok := v.([]any); ok {
				for i, e := range list {
					wrong = append(wrong, s.check(fmt.Sprintf("%s[%d]", path, i), want.(map[string]any), e)...)
				}
			}
		case "required":
			if table, ok := v.(map[string]any); ok {
				for _, key := range want.([]any) {
					if _, there := table[key.(string)]; !there {
						say("%s is missing", key)
					}
				}
			}
		case "properties", "additionalProperties":
			if table, ok := v.(map[string]any); ok && keyword == "properties" || ok && rule["properties"] == nil {
				wrong = append(wrong, s.table(path, rule, table)...)
			}
		case "if":
			if len(s.check(path, want.(map[string]any), v)) > 0 {
				wrong = append(wrong, s.check(path, rule["else"].(map[string]any), v)...)
			}
		case "else":
			if rule["if"] == nil {
				say("else without if in the schema")
			}
		case "oneOf":
			good := 0
			for _, option := range want.([]any) {
				if len(s.check(path, option.(map[string]any), v)) == 0 {
					good++
				}
			}
			if good != 1 {
				say("fits %d of the choices, want 1", good)
			}
		default:
			say("the schema uses %s, which is not checked", keyword)
		}
	}
	return wrong
}

func (s schema) table(path string, rule, table map[string]any) (wrong []string) {
	properties, _ := rule["properties"].(map[string]any)
	for key, v := range table {
		inner, known := properties[key].(map[string]any)
		if !known {
			if rule["additionalProperties"] == false {
				wrong = append(wrong, path+": unknown key "+key)
				continue
			}
			if inner, known = rule["additionalProperties"].(map[string]any); !known {
				continue
			}
		}
		wrong = append(wrong, s.check(path+"."+key, inner, v)...)
	}
	return wrong
}

func bound(path, keyword string, n float64, want any) []string {
	limit := want.(float64)
	if strings.HasPrefix(keyword, "min") && n < limit || strings.HasPrefix(keyword, "max") && n > limit {
		return []string{fmt.Sprintf("%s: %v breaks %s %v", path, n, keyword, limit)}
	}
	return nil
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

func typeOf(v any) string {
	switch v.(type) {
	case string:
		return "string"
	case int64:
		return "integer"
	case float64:
		return "number"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return fmt.Sprintf("%T", v)
}
