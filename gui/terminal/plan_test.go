package terminal

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/plan"
)

type jsonPlan struct {
	Routine string `json:"routine"`
	Name    string `json:"name"`
	LengthS int    `json:"length_s"`
	Phases  []struct {
		Name    string `json:"name"`
		Kind    string `json:"kind"`
		Seconds int    `json:"seconds"`
	} `json:"phases"`
	Segments []struct {
		Phase    string `json:"phase"`
		Kind     string `json:"kind"`
		Exercise string `json:"exercise"`
		Side     string `json:"side"`
		Round    int    `json:"round"`
		StartS   int    `json:"start_s"`
		Seconds  int    `json:"seconds"`
		Reps     int    `json:"reps"`
		TempoS   int    `json:"tempo_s"`
	} `json:"segments"`
	Changes []string `json:"changes"`
}

// The JSON is the plan, whole: the segments tile the length, and it is what package plan writes.
func TestPlanJSON(t *testing.T) {
	r := run(t, "plan", "combo-10", "--length", "7m", "--pace", "relaxed", "--json")
	if r.code != Fine {
		t.Fatal(r.err)
	}
	var got jsonPlan
	decode(t, r.out, &got)
	if got.Routine != "combo-10" || got.LengthS != 420 || len(got.Phases) != 3 || len(got.Changes) == 0 {
		t.Errorf("%s, %d s, %d phases, changes %q", got.Routine, got.LengthS, len(got.Phases), got.Changes)
	}
	at := 0
	kinds := []string{"lead-in", "work", "switch", "rest", "transition", "activity"}
	for i, s := range got.Segments {
		if s.StartS != at || !slices.Contains(kinds, s.Kind) || !slices.Contains([]string{"left", "right", "both"}, s.Side) {
			t.Errorf("segment %d: %+v, want it to start at %d", i, s, at)
		}
		at += s.Seconds
	}
	if at != 420 {
		t.Errorf("the segments take %d s", at)
	}

	lib := routines.Load("")
	combo, _ := lib.Get("combo-10")
	p, err := plan.Fit(plan.Input{Routine: combo, Catalogue: lib.Catalogue, Length: 7 * time.Minute, Pace: plan.Relaxed})
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(r.out), append(want, '\n')) {
		t.Errorf("not as package plan writes it:\n%s", r.out)
	}
}

// What is not given is as in the settings; what is given wins.
func TestPlanFollowsSettings(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"settings.toml": "pace = \"slow\"\nhold_floor = \"30s\"\n"})
	same := func(args, other []string) {
		t.Helper()
		a := runIn(t, dir, nil, nil, append([]string{"plan", "combo-10", "--length", "8m"}, args...)...)
		b := run(t, append([]string{"plan", "combo-10", "--length", "8m"}, other...)...)
		if a.code != Fine || a.out != b.out {
			t.Errorf("with the settings:\n%s%s\nwithout:\n%s", a.err, a.out, b.out)
		}
	}
	same(nil, []string{"--pace", "slow", "--floor", "30s"})
	same([]string{"--pace", "brisk", "--floor", "20s"}, []string{"--pace", "brisk"})
}

func TestPlanWarm(t *testing.T) {
	cold, warm := run(t, "plan", "evening-tea", "--length", "5m"), run(t, "plan", "evening-tea", "--length", "5m", "--warm")
	if cold.code != Fine || warm.code != Fine || cold.out == warm.out {
		t.Errorf("codes %d, %d; the same either way: %v", cold.code, warm.code, cold.out == warm.out)
	}
}
