package breaks

import (
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

func shipped(t testing.TB) []Candidate {
	return Candidates(library(t), func(r *routines.Routine) time.Duration { return plan.Natural(r, plan.Brisk) })
}

func library(t testing.TB) *routines.Library {
	lib := routines.Load(t.TempDir())
	if len(lib.Broken) > 0 {
		t.Fatal(lib.Broken[0].Problems)
	}
	return lib
}

// TestShippedCandidates: what a rotation goes round, of what is shipped.
func TestShippedCandidates(t *testing.T) {
	all := shipped(t)
	if len(all) < 19 {
		t.Fatalf("%d candidates", len(all))
	}
	ids := func(list []Candidate) (out []string) {
		for _, c := range list {
			out = append(out, c.ID)
		}
		slices.Sort(out)
		return out
	}
	for _, tt := range []struct {
		position string
		kind     Kind
		want     []string
	}{
		{Seated, Short, []string{"micro-1"}},
		{Standing, Short, []string{"micro-1", "micro-3"}},
		{Floor, Short, []string{"micro-1", "micro-3"}},
		{Seated, Long, []string{"micro-1"}},
		{Standing, Long, []string{"desk-reset"}},
		{Standing, Daily, []string{"desk-reset"}},
		{"", Short, nil},
	} {
		if got := ids(fitting(all, Rules{Position: tt.position}, tt.kind)); !slices.Equal(got, tt.want) {
			t.Errorf("%s, %s: %v, want %v", tt.kind, tt.position, got, tt.want)
		}
	}
	for _, c := range all {
		if len(c.Areas) == 0 || c.Name == "" {
			t.Errorf("%s: %+v", c.ID, c)
		}
		if c.Suits && c.Position == Floor {
			t.Errorf("%s goes to the floor, which nothing good for the desk does", c.ID)
		}
	}
}

// TestCandidates: what makes a routine unfit for rotation, and how far it goes.
func TestCandidates(t *testing.T) {
	sit := &exercise.Exercise{ID: "sit", Position: exercise.SeatedChair, Targets: []string{"neck"}}
	stand := &exercise.Exercise{ID: "stand", Position: exercise.Standing, Targets: []string{"calves", "neck"}}
	lie := &exercise.Exercise{ID: "lie", Position: exercise.Supine, Targets: []string{"lower back"}}
	roll := &exercise.Exercise{ID: "roll", Position: exercise.Supine, Equipment: []string{"foam-roller"}}
	wait := &exercise.Exercise{ID: "wait", Position: exercise.Standing, Kind: exercise.Activity}
	desk := &exercise.Exercise{ID: "desk", Position: exercise.SeatedChair, GoodFor: []string{"desk"}}
	tests := []struct {
		name     string
		list     []*exercise.Exercise
		source   exercise.Source
		position string
		suits    bool
	}{
		{"seated", []*exercise.Exercise{sit}, exercise.Own, Seated, true},
		{"standing", []*exercise.Exercise{sit, stand, sit}, exercise.Own, Standing, true},
		{"floor", []*exercise.Exercise{lie, stand}, exercise.Own, Floor, true},
		{"a roller", []*exercise.Exercise{sit, roll}, exercise.Own, Floor, false},
		{"an activity", []*exercise.Exercise{sit, wait}, exercise.Own, Standing, false},
		{"shipped, for the desk", []*exercise.Exercise{desk}, exercise.Shipped, Seated, true},
		{"shipped, for elsewhere", []*exercise.Exercise{desk, stand}, exercise.Shipped, Standing, false},
	}
	for _, tt := range tests {
		r := &routines.Routine{ID: "r", Source: tt.source}
		for _, e := range tt.list {
			r.Phases = append(r.Phases, routines.Phase{Steps: []routines.Step{{Exercise: e}}})
		}
		lib := &routines.Library{Routines: []*routines.Routine{r}}
		got := Candidates(lib, func(*routines.Routine) time.Duration { return minute })
		if len(got) != 1 || got[0].Position != tt.position || got[0].Suits != tt.suits {
			t.Errorf("%s: %+v", tt.name, got)
		}
		if got := Candidates(lib, func(*routines.Routine) time.Duration { return 0 }); got != nil {
			t.Errorf("%s, which cannot be played: %+v", tt.name, got)
		}
	}
	if got := AreasOf([]*exercise.Exercise{stand, lie, sit}); !slices.Equal(got, []exercise.Area{exercise.AreaNeck, exercise.AreaLowerBack, exercise.AreaCalves}) {
		t.Errorf("%v", got)
	}
}

var (
	neck = exercise.AreaNeck
	back = exercise.AreaLowerBack
	hips = exercise.AreaHips
)

func some() []Candidate {
	return []Candidate{
		{ID: "neck", Length: minute, Position: Seated, Areas: []exercise.Area{neck}, Suits: true},
		{ID: "back", Length: 3 * minute, Position: Standing, Areas: []exercise.Area{back}, Suits: true},
		{ID: "both", Length: 3 * minute, Position: Seated, Areas: []exercise.Area{neck, hips}, Suits: true},
		{ID: "reset", Length: 5 * minute, Position: Standing, Areas: []exercise.Area{back, hips}, Suits: true},
		{ID: "mat", Length: 6 * minute, Position: Floor, Areas: []exercise.Area{hips}, Suits: true},
		{ID: "evening", Length: 20 * minute, Position: Floor, Areas: []exercise.Area{hips}, Suits: true},
		{ID: "roller", Length: 2 * minute, Position: Standing, Areas: []exercise.Area{exercise.AreaCalves}},
	}
}

func TestChoose(t *testing.T) {
	now := date("2026-11-23 15:00")
	did := func(id string, ago time.Duration, areas ...exercise.Area) Recent {
		return Recent{Routine: id, Areas: areas, At: Moment{now.Add(-ago)}}
	}
	tests := []struct {
		name   string
		kind   Kind
		change func(*Rules)
		recent []Recent
		want   string
		note   string
	}{
		{"nothing done yet", Short, nil, nil, "back", ""},
		{"the back was moved", Short, nil, []Recent{did("back", hour, back)}, "both", ""},
		{"the neck was moved", Short, nil, []Recent{did("x", hour, neck)}, "back", ""},
		{"back and neck were moved, the neck long ago", Short, nil, []Recent{did("x", 70*hour, neck), did("x", hour, back)}, "both", ""},
		{"all were moved, the hips least", Short, nil, []Recent{did("x", 2*hour, back, neck, hips), did("x", hour, back, neck)}, "both", ""},
		{"all alike", Short, nil, []Recent{did("back", 3*hour), did("both", 2*hour), did("neck", hour)}, "back", ""},
		{"not the one just done", Short, nil, []Recent{did("x", hour, neck, hips), did("back", minute)}, "both", ""},
		{"seated only", Short, func(r *Rules) { r.Position = Seated }, []Recent{did("neck", hour, neck)}, "both", ""},
		{"one alone", Long, nil, []Recent{did("reset", hour, back, hips)}, "reset", ""},
		{"down to the floor", Long, func(r *Rules) { r.Position = Floor }, []Recent{did("x", hour, back)}, "mat", ""},
		{"no long one that stays seated", Daily, func(r *Rules) { r.Position = Seated }, nil, "both", ""},
		{"named", Short, func(r *Rules) { r.Routine = "evening" }, []Recent{did("evening", hour, hips)}, "evening", ""},
		{"named, of which one is done as it is", Daily, func(r *Rules) { r.DailyRoutine = "roller" }, nil, "roller", ""},
		{"named, gone", Long, func(r *Rules) { r.LongRoutine = "mine" }, nil, "reset", `The routine "mine" is not there any more, so another stands in for it.`},
	}
	for _, tt := range tests {
		r := DefaultRules()
		r.LongRoutine, r.DailyRoutine = Rotate, Rotate
		if tt.change != nil {
			tt.change(&r)
		}
		got, ok := Choose(some(), r, tt.recent, tt.kind, now)
		note := ""
		if got.Note != nil {
			note = got.Note.String()
		}
		if !ok || got.ID != tt.want || note != tt.note {
			t.Errorf("%s: %s, %q; want %s, %q", tt.name, got.ID, note, tt.want, tt.note)
		}
	}
	if got, ok := Choose(nil, DefaultRules(), nil, Short, now); ok {
		t.Errorf("of none: %+v", got)
	}
	if got, ok := Choose(some()[6:], DefaultRules(), nil, Short, now); ok {
		t.Errorf("of what does not suit: %+v", got)
	}
}

// TestRotation: over a week every area gets its turn, and nothing comes twice running.
func TestRotation(t *testing.T) {
	r, now := DefaultRules(), date("2026-11-23 09:00")
	for name, all := range map[string][]Candidate{"shipped": shipped(t), "made up": some()} {
		var recent []Recent
		times := map[exercise.Area]int{}
		for range 40 {
			got, ok := Choose(all, r, recent, Short, now)
			if !ok || len(recent) > 0 && recent[len(recent)-1].Routine == got.ID {
				t.Fatalf("%s: %s after %+v", name, got.ID, recent)
			}
			for _, a := range got.Areas {
				times[a]++
			}
			recent = append(recent, Recent{Routine: got.ID, Areas: got.Areas, At: Moment{now}})
			now = now.Add(53 * minute)
		}
		for _, c := range fitting(all, r, Short) {
			for _, a := range c.Areas {
				if times[a] < 8 {
					t.Errorf("%s: the %s came %d times of 40: %v", name, a, times[a], times)
				}
			}
		}
	}
}

func TestShorter(t *testing.T) {
	all := append(some(), Candidate{ID: "back-1", Length: minute, Position: Standing, Areas: []exercise.Area{back}, Suits: true})
	seated := DefaultRules()
	seated.Position = Seated
	tests := []struct {
		of    string
		rules Rules
		want  string
	}{
		{"both", DefaultRules(), "neck"},
		{"reset", DefaultRules(), "back-1"},
		{"reset", seated, "neck"},
		{"evening", DefaultRules(), "back-1"},
		{"neck", DefaultRules(), ""},
	}
	for _, tt := range tests {
		i := slices.IndexFunc(all, func(c Candidate) bool { return c.ID == tt.of })
		if got, ok := Shorter(all[i], all, tt.rules); got.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %s, want %s", tt.of, got.ID, tt.want)
		}
	}
	if got, ok := Shorter(all[3], all[1:4], DefaultRules()); ok {
		t.Errorf("of none: %s", got.ID)
	}
	ship := shipped(t)
	i := slices.IndexFunc(ship, func(c Candidate) bool { return c.ID == "desk-reset" })
	if got, _ := Shorter(ship[i], ship, DefaultRules()); got.ID != "micro-1" {
		t.Errorf("of what is shipped: %s", got.ID)
	}
}
