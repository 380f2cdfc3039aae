package plan

import (
	"encoding/json"
	"os"
	"testing"
	"time"
)

func TestJSON(t *testing.T) {
	s := noteShelf()
	in := s.input(s.routine(t, "combo-10"))
	in.Length = 3 * time.Minute
	got, err := json.MarshalIndent(fitted(t, in), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/combo-3.json"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(got)+"\n" != string(want) {
		t.Errorf("the plan reads\n%s", got)
	}
}

// Lists are never null, so that other programs need not look.
func TestJSONEmpty(t *testing.T) {
	p := combo(t)
	got, err := json.Marshal((&Plan{Routine: p.Routine}))
	want := `{"routine":"combo-10","name":"The 10-Minute Combo","length_s":0,"phases":[],"segments":[],"changes":[]}`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
}
