package terminal

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"catcow/routines/exercise"
)

// put writes files, by their names in a folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// decode reads JSON that has every key it should and no other.
func decode(t *testing.T, text string, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if d.More() {
		t.Fatal("something stands behind the JSON")
	}
}

type jsonList struct {
	Routines []struct {
		ID        *string `json:"id"`
		Name      *string `json:"name"`
		Source    *string `json:"source"`
		NaturalS  *int    `json:"natural_s"`
		ShortestS *int    `json:"shortest_s"`
		LongestS  *int    `json:"longest_s"`
		Error     *string `json:"error"`
	} `json:"routines"`
	Exercises []struct {
		ID       *string `json:"id"`
		Name     *string `json:"name"`
		Kind     *string `json:"kind"`
		Position *string `json:"position"`
	} `json:"exercises"`
}

func TestListJSON(t *testing.T) {
	r := run(t, "list", "--json")
	if r.code != Fine {
		t.Fatal(r.err)
	}
	var got jsonList
	decode(t, r.out, &got)
	var ids []string
	for _, x := range got.Routines {
		if x.ID == nil || x.Name == nil || x.Source == nil || x.NaturalS == nil || x.ShortestS == nil || x.LongestS == nil || x.Error == nil {
			t.Fatalf("a key is missing: %+v", x)
		}
		ids = append(ids, *x.ID)
		if *x.Source != "shipped" || *x.Error != "" || *x.ShortestS < 60 || *x.ShortestS > *x.NaturalS+2 || *x.LongestS < *x.ShortestS {
			t.Errorf("%s: %s, %d to %d s, naturally %d s, %s", *x.ID, *x.Source, *x.ShortestS, *x.LongestS, *x.NaturalS, *x.Error)
		}
	}
	for _, id := range []string{"combo-10", "morning-espresso", "evening-tea", "desk-reset", "workout-minute"} {
		if !slices.Contains(ids, id) {
			t.Errorf("%s is not in the list", id)
		}
	}
	for _, x := range got.Exercises {
		switch {
		case x.ID == nil || x.Name == nil || x.Kind == nil || x.Position == nil:
			t.Fatalf("a key is missing: %+v", x)
		case !slices.Contains(exercise.Kinds, exercise.Kind(*x.Kind)):
			t.Errorf("%s is of kind %q", *x.ID, *x.Kind)
		}
	}
	if len(got.Exercises) < 20 {
		t.Errorf("only %d exercises", len(got.Exercises))
	}
}

const shortRoutine = `name = "Short and Sweet"

[[phase]]
name = "Wake"
kind = "dynamic"
  [[phase.step]]
  exercise = "cat-cow"
  reps     = 10
  tempo    = "6s"
`

// A person's own files are marked, and a broken one is listed with what is wrong and hides nothing.
func TestListOwnAndBroken(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"routines/short.toml":      shortRoutine,
		"routines/torn.toml":       strings.Replace(shortRoutine, "dynamic", "dynamc", 1),
		"exercises/nonsense.toml":  "name = 3\n",
		"routines/combo-10.toml":   strings.Replace(shortRoutine, "Short and Sweet", "My Combo", 1),
		"routines/not-a-text.toml": "\x00\x01",
	})
	r := runIn(t, dir, nil, nil, "list")
	if r.code != Fine {
		t.Fatal(r.err)
	}
	for _, want := range []string{
		"Short and Sweet", "yours", "My Combo", "Morning Espresso",
		"cannot be played:\n", `torn.toml:5:8: unknown kind "dynamc"; did you mean "dynamic"?`,
		"nonsense", "not-a-text",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is missing in\n%s", want, r.out)
		}
	}
	var got jsonList
	r = runIn(t, dir, nil, nil, "list", "--json")
	if err := json.Unmarshal([]byte(r.out), &got); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, x := range got.Routines {
		switch *x.ID {
		case "torn", "not-a-text":
			found++
			if *x.Error == "" || *x.Source != "own" {
				t.Errorf("%s: source %s, error %q", *x.ID, *x.Source, *x.Error)
			}
		case "short", "combo-10":
			found++
			if *x.Error != "" || *x.Source != "own" {
				t.Errorf("%s: source %s, error %q", *x.ID, *x.Source, *x.Error)
			}
		}
	}
	if found != 4 {
		t.Errorf("%d of the own files are listed", found)
	}
	if r := runIn(t, dir, nil, nil, "plan", "torn"); r.code != Failed || !strings.Contains(r.err, "torn.toml:5:8") {
		t.Errorf("planning a broken one: code %d, %s", r.code, r.err)
	}
	if r := runIn(t, dir, nil, nil, "render", "nonsense", "--out", dir); r.code != Failed || !strings.Contains(r.err, "nonsense.toml") {
		t.Errorf("drawing a broken one: code %d, %s", r.code, r.err)
	}
}
