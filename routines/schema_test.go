package routines

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/assets"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/tomlfile"
)

// tree is TOML text as the checker takes it.
func tree(t *testing.T, text string) map[string]any {
	t.Helper()
	var v map[string]any
	if _, err := toml.Decode(text, &v); err != nil {
		t.Fatal(err)
	}
	return plainLists(v).(map[string]any)
}

// plainLists turns lists of tables into plain lists.
func plainLists(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = plainLists(v[key])
		}
	case []map[string]any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plainLists(v[i])
		}
		return list
	case []any:
		for i := range v {
			v[i] = plainLists(v[i])
		}
	}
	return v
}

// An editor that checks files by the schemas finds nothing wrong with the shipped ones.
func TestSchemasFitShippedFiles(t *testing.T) {
	for name, folder := range map[string]fs.FS{"exercise.schema.json": assets.Exercises(), "routine.schema.json": shipped} {
		s := readSchema(t, name)
		files, err := fs.Glob(folder, "*.toml")
		if err != nil || len(files) == 0 {
			t.Fatalf("nothing to check with %s: %v", name, err)
		}
		for _, file := range files {
			data, err := fs.ReadFile(folder, file)
			if err != nil {
				t.Fatal(err)
			}
			for _, wrong := range s.check(file, s.root, tree(t, string(data))) {
				t.Error(wrong)
			}
		}
	}
}

// The schemas do find what is wrong.
func TestSchemasRefuse(t *testing.T) {
	good, err := fs.ReadFile(assets.Exercises(), "cat-cow.toml")
	if err != nil {
		t.Fatal(err)
	}
	ex, ro := readSchema(t, "exercise.schema.json"), readSchema(t, "routine.schema.json")
	tests := []struct {
		s        schema
		text     string
		old, new string
		want     string
	}{
		{ex, string(good), `kind      = "dynamic"`, `kind = "yoga"`, "x.kind: yoga is not one of"},
		{ex, string(good), `kind `, `knid `, "x: unknown key knid"},
		{ex, string(good), `tempo     = "7s"`, `tempo = "seven"`, "x.dose.tempo: \"seven\" does not match"},
		{ex, string(good), `tempo     = "7s"`, `tempo = ""`, "x.dose.tempo: \"\" does not match"},
		{ex, string(good), `reps      = 10`, `reps = 100`, "x.dose.reps: 100 breaks maximum 60"},
		{ex, string(good), `reps      = 10`, `reps = "10"`, "x.dose.reps: is string, want integer"},
		{ex, string(good), `[dose]`, "picture = \"a.png\"\n[dose]", "x: fits 2 of the choices, want 1"},
		{ex, string(good), `sides `, `# `, "x: sides is missing"},
		{ex, string(good), `[figure]`, "[figure]\nlens = 50", "x.figure: unknown key lens"},
		{ex, string(good), `[figure]`, "[figure]\nplace.chair = { forwards = 1 }", "x.figure.place.chair: unknown key forwards"},
		{ro, routineText, `kind = "dynamic"`, `kind = "sport"`, "x.phase[0].kind: sport is not one of"},
		{ro, routineText, `rounds = 2`, `rounds = 5`, "x.phase[2].step[0].rounds: 5 breaks maximum 4"},
		{ro, routineText, `about =`, `subtitle =`, "x: unknown key subtitle"},
		{ro, "name = \"N\"", "", "", "x: phase is missing"},
		{ro, routineText, `"trunk-turn", "rest"`, `"Trunk Turn", "rest"`, "x.extras[0]: \"Trunk Turn\" does not match"},
	}
	for _, test := range tests {
		if !strings.Contains(test.text, test.old) {
			t.Errorf("%q is not in the text", test.old)
		}
		wrong := test.s.check("x", test.s.root, tree(t, strings.Replace(test.text, test.old, test.new, 1)))
		if !slices.ContainsFunc(wrong, func(w string) bool { return strings.HasPrefix(w, test.want) }) {
			t.Errorf("with %s for %s: %q, want %q", test.new, test.old, wrong, test.want)
		}
	}
}

// The schemas know the same keys, of the same types, as the readers do.
func TestSchemasMatchReaders(t *testing.T) {
	ex, ro := readSchema(t, "exercise.schema.json"), readSchema(t, "routine.schema.json")
	ex.match(t, "exercise", ex.root, reflect.TypeFor[exercise.File]())
	ro.match(t, "routine", ro.root, reflect.TypeFor[File]())
}

// match compares a part of a schema with the type that is read.
func (s schema) match(t *testing.T, path string, rule map[string]any, typ reflect.Type) {
	t.Helper()
	if path != "exercise" && path != "routine" && rule["description"] == nil && !strings.HasSuffix(path, "[]") && !strings.HasSuffix(path, ".*") {
		t.Errorf("%s has no description", path)
	}
	rule = s.resolve(rule)
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	want := map[reflect.Kind]string{reflect.String: "string", reflect.Int: "integer", reflect.Float64: "number", reflect.Bool: "boolean",
		reflect.Slice: "array", reflect.Struct: "object", reflect.Map: "object"}[typ.Kind()]
	if typ == reflect.TypeFor[tomlfile.Duration]() {
		want = "string"
	}
	if got := rule["type"]; got != want && !(rule["enum"] != nil && want == "string") {
		t.Errorf("%s is %v in the schema, %s in the reader", path, got, want)
		return
	}
	switch typ.Kind() {
	case reflect.Slice:
		s.match(t, path+"[]", rule["items"].(map[string]any), typ.Elem())
	case reflect.Map:
		s.match(t, path+".*", rule["additionalProperties"].(map[string]any), typ.Elem())
	case reflect.Struct:
		properties := rule["properties"].(map[string]any)
		var inSchema, inReader []string
		for key := range properties {
			inSchema = append(inSchema, key)
		}
		for i := range typ.NumField() {
			key := typ.Field(i).Tag.Get("toml")
			inReader = append(inReader, key)
			if inner, ok := properties[key].(map[string]any); ok {
				s.match(t, path+"."+key, inner, typ.Field(i).Type)
			}
		}
		slices.Sort(inSchema)
		slices.Sort(inReader)
		if !slices.Equal(inSchema, inReader) || rule["additionalProperties"] != false {
			t.Errorf("%s has the keys %q in the schema, %q in the reader", path, inSchema, inReader)
		}
	}
}

// The schemas list the same words and bounds as the readers do.
func TestSchemasMatchLists(t *testing.T) {
	ex, ro := readSchema(t, "exercise.schema.json"), readSchema(t, "routine.schema.json")
	for _, test := range []struct {
		s    schema
		path string
		want any
	}{
		{ex, "kind enum", exercise.Kinds},
		{ex, "position enum", exercise.Positions},
		{ex, "sides enum", exercise.Sidedness},
		{ex, "load items enum", exercise.Loads},
		{ex, "equipment items enum", exercise.Equipments},
		{ex, "good_for items enum", exercise.Purposes},
		{ex, "avoid_if items enum", exercise.Cautions},
		{ex, "dose mode enum", exercise.Modes},
		{ex, "dose reps minimum", exercise.LeastReps},
		{ex, "dose reps maximum", exercise.MostReps},
		{ex, "dose rounds maximum", exercise.MostRounds},
		{ex, "name maxLength", exercise.MostName},
		{ex, "cues maxItems", exercise.MostCues},
		{ex, "cues items maxLength", exercise.MostCue},
		{ex, "breath maxLength", exercise.MostCue},
		{ex, "mistake maxLength", exercise.MostCue},
		{ex, "aliases maxItems", exercise.MostAliases},
		{ex, "targets maxItems", exercise.MostTargets},
		{ex, "targets items maxLength", exercise.MostTarget},
		{ex, "swap maxItems", exercise.MostSwaps},
		{ex, "picture maxLength", exercise.MostPicture},
		{ex, "figure base enum", figure.Bases()},
		{ex, "figure view enum", figure.Views()},
		{ex, "figure motion enum", figure.Motions()},
		{ex, "figure props items enum", figure.Props()},
		{ex, "figure pose items arms shape enum", figure.HandShapes()},
		{ex, "figure pose items arms palm enum", figure.Palms()},
		{ro, "phase items kind enum", exercise.Kinds},
		{ro, "phase maxItems", MostPhases},
		{ro, "phase items step maxItems", MostSteps},
		{ro, "phase items name maxLength", MostPhase},
		{ro, "phase items step items note maxLength", MostLine},
		{ro, "phase items step items reps maximum", exercise.MostReps},
		{ro, "phase items step items rounds maximum", exercise.MostRounds},
		{ro, "pace enum", Paces},
		{ro, "name maxLength", MostName},
		{ro, "about maxLength", MostLine},
		{ro, "for maxLength", MostLine},
		{ro, "when maxLength", MostLine},
		{ro, "extras maxItems", MostExtras},
		{ro, "notes maxItems", MostNotes},
		{ro, "notes items maxLength", MostNote},
		{ro, "extras items maxLength", tomlfile.MostID},
	} {
		var at any = test.s.root
		for _, key := range strings.Fields(test.path) {
			rule := test.s.resolve(at.(map[string]any))
			if properties, ok := rule["properties"].(map[string]any); ok && properties[key] != nil {
				at = properties[key]
			} else {
				at = rule[key]
			}
		}
		if got, want := fmt.Sprint(at), fmt.Sprint(test.want); got != want {
			t.Errorf("%s is %s in the schema, %s in the reader", test.path, got, want)
		}
	}
}
