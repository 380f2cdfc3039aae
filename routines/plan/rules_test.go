package plan

import (
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
)

// sentences is how a card shows what changed.
func sentences(p *Plan) string {
	var out []string
	for _, m := range p.Changes {
		out = append(out, m.String())
	}
	return strings.Join(out, " · ")
}

// one makes a routine of phases, each a kind and its steps: "id", or "id 45s" for another hold.
func one(t *testing.T, s *shelf, phases ...[]string) *routines.Routine {
	t.Helper()
	r := &routines.Routine{ID: "own", Name: "Own"}
	for _, steps := range phases {
		ph := routines.Phase{Name: steps[0], Kind: exercise.Kind(steps[0])}
		for _, text := range steps[1:] {
			id, hold, _ := strings.Cut(text, " ")
			st := routines.Step{Exercise: s.catalogue.Get(id), Priority: 1}
			if st.Exercise == nil {
				t.Fatal(id)
			}
			st.Hold, _ = time.ParseDuration(hold)
			ph.Steps = append(ph.Steps, st)
		}
		r.Phases = append(r.Phases, ph)
	}
	return r
}

func fitted(t *testing.T, in Input) *Plan {
	t.Helper()
	p, err := Fit(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range faults(p, in) {
		t.Errorf("%s: %s", describe(in), wrong)
	}
	return p
}

func TestShares(t *testing.T) {
	s := noteShelf()
	// The largest shift of a phase's share in points, as part 5.10 gives it. Two are larger here, at the shortest
	// length: the warm-up keeps its full minute there, which the prototype did not see to.
	most := map[string]float64{
		"combo-10": 0, "desk-reset": 0, "morning-espresso": 0, "evening-tea": 25.5, "pre-lift": 5, "post-run": 0,
		"sitting-all-day": 6, "manual-labour": 5, "disc-gentle": 14, "micro-1": 0, "micro-3": 15, "yoga-flow": 12,
		"pilates-core": 3, "foam-roller": 8, "rest-day": 11, "new-parent": 3, "on-the-go": 3, "first-steps": 2,
		"workout-minute": 0,
	}
	for _, r := range s.routines {
		in := s.input(r)
		say := s.says[r.ID]
		for _, in.Length = range Offers(in) {
			if in.Length < say.shortest {
				continue
			}
			p := fitted(t, in)
			for i, ph := range p.Phases {
				was := 100 * float64(say.phases[i]) / float64(say.natural)
				now := 100 * float64(ph.Length) / float64(p.Length)
				if shift := max(now-was, was-now); shift > most[r.ID]+0.5 {
					t.Errorf("%s: %s has %.1f %% instead of %.1f %%", describe(in), ph.Name, now, was)
				}
			}
		}
	}
}

func TestPace(t *testing.T) {
	s := noteShelf()
	r := s.routine(t, "combo-10")
	for pace, want := range map[Pace]time.Duration{
		Brisk: 10 * time.Minute, Relaxed: 10*time.Minute + 14*time.Second, Slow: 10*time.Minute + 31*time.Second,
	} {
		if got := Natural(r, pace); got != want {
			t.Errorf("%s: %v, want %v", pace, got, want)
		}
	}
	own := *r
	own.Pace = string(Slow)
	if p := fitted(t, s.input(&own)); p.Pace != Slow {
		t.Errorf("the routine's own pace is not kept: %s", p.Pace)
	}
	if p := fitted(t, Input{Routine: &own, Catalogue: s.catalogue, Pace: Brisk}); p.Pace != Brisk {
		t.Errorf("the person's pace is not kept: %s", p.Pace)
	}
}

func TestFixedRoutines(t *testing.T) {
	s := noteShelf()
	for _, id := range []string{"micro-1", "workout-minute"} {
		for _, in := range settings() {
			in.Routine, in.Catalogue, in.Length = s.routine(t, id), s.catalogue, time.Minute
			p := fitted(t, in)
			if in.Pace == Brisk && len(p.Changes) > 0 {
				t.Errorf("%s: %s", describe(in), sentences(p))
			}
			in.Length = 5 * time.Minute
			_, err := Fit(in)
			if err == nil || err.(*Refusal).Nearest != time.Minute || err.(*Refusal).Other == "" {
				t.Errorf("%s: %v", describe(in), err)
			}
		}
	}
}

func TestFloor(t *testing.T) {
	s := noteShelf()
	in := s.input(s.routine(t, "desk-reset"))
	in.Floor = 30 * time.Second
	p := fitted(t, in)
	// Both stretches at 30 s are more than the phase's share: one good hold instead of two short ones.
	if p.Length != Natural(in.Routine, Brisk) || sentences(p) != "Left out: Seated Figure-Four · Holds 20 → 55 s · Fewer repetitions" {
		t.Errorf("%v: %s", p.Length, sentences(p))
	}
	in.Length = 6 * time.Minute
	if p := fitted(t, in); sentences(p) != "Holds 20 → 30-35 s · More repetitions" {
		t.Errorf("%v: %s", p.Length, sentences(p))
	}
}

func TestWarmUp(t *testing.T) {
	s := noteShelf()
	for _, c := range []struct {
		name   string
		warm   bool
		phases [][]string
		want   []string
		says   string
	}{
		{"cold static start", false, [][]string{{"static", "childs-pose 60s", "supine-twist 60s"}},
			[]string{"Warm-up", "static"}, "One minute to warm up first"},
		{"already warm", true, [][]string{{"static", "childs-pose 60s", "supine-twist 60s"}}, []string{"static"}, ""},
		{"moved enough", false, [][]string{{"dynamic", "cat-cow"}, {"static", "childs-pose"}}, []string{"dynamic", "static"}, ""},
		{"moved too little", false, [][]string{{"dynamic", "standing-back-extension"}, {"static", "childs-pose"}},
			[]string{"Warm-up", "dynamic", "static"}, "One minute to warm up first"},
		{"a walk warms", false, [][]string{{"activity", "walk"}, {"static", "childs-pose"}}, []string{"activity", "static"}, ""},
		{"an open activity may be a desk day", false, [][]string{{"activity", "activity-slot"}, {"static", "childs-pose"}},
			[]string{"activity", "Warm-up", "static"}, "One minute to warm up first"},
	} {
		in := s.input(one(t, s, c.phases...))
		in.Warm = c.warm
		p := fitted(t, in)
		var names []string
		for _, ph := range p.Phases {
			names = append(names, ph.Name)
		}
		if strings.Join(names, ", ") != strings.Join(c.want, ", ") || sentences(p) != c.says {
			t.Errorf("%s: %v, %s", c.name, names, sentences(p))
		}
		if !c.warm && p.Length != Natural(in.Routine, Brisk) {
			t.Errorf("%s: %v long, natural %v", c.name, p.Length, Natural(in.Routine, Brisk))
		}
	}
}

// Long holds before effort are cut under a minute a target, and movement has to follow them (part 5.2).
func TestBeforeActivity(t *testing.T) {
	s := noteShelf()
	r := one(t, s,
		[]string{"dynamic", "cat-cow"}, []string{"static", "hamstring-release 50s", "standing-hamstring 50s"},
		[]string{"dynamic", "hip-opener", "hip-hinge"}, []string{"activity", "activity-slot"})
	r.Phases[1].Steps[1].Priority = 2
	r.Extras = []string{"figure-four"}
	in := s.input(r)
	for _, in.Length = range append(Offers(in), 0) {
		p := fitted(t, in)
		if held := p.held("hamstrings", SideLeft); held >= time.Minute {
			t.Errorf("%v: hamstrings held %v", p.Length, held)
		}
		moved := time.Duration(0)
		for _, sg := range p.Segments {
			if sg.Phase == 2 && sg.Kind == Work {
				moved += sg.Length
			}
			if sg.Exercise.ID == "figure-four" {
				t.Errorf("%v: a stretch was added before the activity", p.Length)
			}
		}
		if moved < 90*time.Second {
			t.Errorf("%v: only %v of movement after the holds", p.Length, moved)
		}
	}
	in.Length = 0
	want := "Under a minute of holds before effort, more costs strength: hamstrings"
	if got := sentences(fitted(t, in)); !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}

	still := s.input(one(t, s, []string{"dynamic", "cat-cow"}, []string{"static", "childs-pose"}, []string{"activity", "activity-slot"}))
	if got := sentences(fitted(t, still)); got != "Move for 90 s after the holds, before you go" {
		t.Errorf("%s", got)
	}
}

func TestPerTarget(t *testing.T) {
	s := noteShelf()
	r := one(t, s, []string{"dynamic", "cat-cow"}, []string{
		"static", "hamstring-release 60s", "standing-hamstring 60s", "seated-forward-fold 60s", "downward-dog 60s",
	})
	for i := range r.Phases[1].Steps {
		r.Phases[1].Steps[i].Rounds = 2
	}
	p := fitted(t, s.input(r))
	if held := p.held("hamstrings", SideLeft); held > perTarget || held < perTarget-20*time.Second {
		t.Errorf("hamstrings held %v", held)
	}
	if got := sentences(p); !strings.Contains(got, "At most four minutes a side: hamstrings") {
		t.Errorf("%s", got)
	}
}

func TestSuits(t *testing.T) {
	s := noteShelf()
	not := func(ids ...string) func(*exercise.Exercise) bool {
		return func(e *exercise.Exercise) bool {
			for _, id := range ids {
				if e.ID == id {
					return false
				}
			}
			return true
		}
	}
	r := s.routine(t, "combo-10")
	for _, c := range []struct {
		without []string
		hold    string
		says    string
	}{
		{[]string{"childs-pose"},
			"supine-twist 45s/side, prayer-lat-stretch 2x45s, seated-forward-fold 2x45s",
			"Prayer Lat Stretch instead of Child's Pose"},
		{[]string{"childs-pose", "prayer-lat-stretch", "overhead-reach"},
			"supine-twist 2x45s/side, seated-forward-fold 2x45s",
			"Left out: Child's Pose · Second round of Supine Spinal Twist"},
	} {
		in := s.input(r)
		in.Suits = not(c.without...)
		p, err := Fit(in)
		if err != nil {
			t.Fatal(err)
		}
		if p.Length != 10*time.Minute || p.Phases[2].Length != 5*time.Minute {
			t.Errorf("without %v: %v, cool-down %v", c.without, p.Length, p.Phases[2].Length)
		}
		if got := brief(p, 2); got != c.hold {
			t.Errorf("without %v: %s", c.without, got)
		}
		if got := sentences(p); got != c.says {
			t.Errorf("without %v: %s", c.without, got)
		}
	}
	in := s.input(r)
	in.Suits = func(e *exercise.Exercise) bool { return e.Kind == exercise.Dynamic && e.Position == exercise.Standing }
	for _, in.Length = range []time.Duration{0, 10 * time.Minute} {
		_, err := Fit(in)
		if err == nil || err.Error() != "With your settings nothing in Static cool-down is left." {
			t.Errorf("%v: %v", in.Length, err)
		}
	}
	if Offers(in) != nil {
		t.Error("offers what cannot be played")
	}
}

func TestMissingEquipment(t *testing.T) {
	s := noteShelf()
	in := s.input(s.routine(t, "foam-roller"))
	in.Missing = []string{"foam-roller"}
	p, err := Fit(in)
	if err != nil || !strings.HasPrefix(sentences(p), "Ball Release at the Wall instead of Foam Roll: Upper Back") {
		t.Fatalf("without a roller: %v, %v", p, err)
	}
	in.Missing = append(in.Missing, "ball", "chair")
	_, err = Fit(in)
	if err == nil || err.Error() != "Needs a foam roller." || err.(*Refusal).Other == "" {
		t.Errorf("without roller, ball and chair: %v", err)
	}
	for _, q := range exercise.Equipments {
		if _, ok := equipmentWords[q]; !ok && !strings.HasSuffix(q, "-optional") {
			t.Errorf("no word for %s", q)
		}
	}
}

// Changes are few and short, and there are some whenever the length is not the natural one.
func TestChangesAreShort(t *testing.T) {
	s := noteShelf()
	for _, r := range s.routines {
		in := s.input(r)
		for _, in.Length = range Offers(in) {
			p := fitted(t, in)
			if (len(p.Changes) == 0) != (p.Length == Natural(r, Brisk)) || len(p.Changes) > 7 || len(sentences(p)) > 240 {
				t.Errorf("%s: %d changes: %s", describe(in), len(p.Changes), sentences(p))
			}
			for _, m := range p.Changes {
				if strings.Contains(m.String(), "{{") || strings.HasSuffix(m.String(), ".") {
					t.Errorf("%s: %s", describe(in), m)
				}
			}
		}
	}
}

// Few exercises leave little to give and take: what is left over goes into getting ready, and rounds are taken away one by
// one where all at once would be too many.
func TestFewExercisesFitEveryMinute(t *testing.T) {
	s := noteShelf()
	single := one(t, s, []string{"dynamic", "cat-cow"})
	single.Phases[0].Steps[0].Reps, single.Phases[0].Steps[0].Tempo = 20, 10*time.Second
	rounds := one(t, s, []string{
		"release", "seated-twist-chair 30s", "seated-side-bend 60s", "sphinx", "downward-dog 30s", "hip-flexor-lunge",
	})
	for i, n := range []int{3, 4, 1, 4, 1} {
		rounds.Phases[0].Steps[i].Rounds = n
	}
	for _, r := range []*routines.Routine{single, rounds} {
		in := Input{Routine: r, Catalogue: s.catalogue}
		shortest, longest := Range(in)
		if natural := Natural(r, ""); natural < shortest || natural > longest {
			t.Errorf("natural %v lies outside of %v to %v", natural, shortest, longest)
		}
		for in.Length = shortest; in.Length <= longest; in.Length += time.Minute {
			if _, err := Fit(in); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	s := noteShelf()
	single := one(t, s, []string{"dynamic", "worlds-greatest"})
	for _, c := range []struct {
		routine *routines.Routine
		length  time.Duration
		says    string
		nearest time.Duration
		other   string
	}{
		{s.routine(t, "combo-10"), time.Minute,
			"The shortest honest version of The 10-Minute Combo is 3 min: both sides and a short warm-up need that.",
			3 * time.Minute, "workout-minute"},
		{s.routine(t, "combo-10"), 2 * time.Minute,
			"The shortest honest version of The 10-Minute Combo is 3 min: both sides and a short warm-up need that.",
			3 * time.Minute, "morning-espresso"},
		{s.routine(t, "combo-10"), 31 * time.Minute,
			"The 10-Minute Combo is worth at most 30 min; more holding adds little.", 30 * time.Minute, "evening-tea"},
		{s.routine(t, "yoga-flow"), 300 * time.Hour,
			"Yoga-Style Flow is worth at most 45 min; more holding adds little.", 45 * time.Minute, "evening-tea"},
		{s.routine(t, "sitting-all-day"), 3 * time.Minute,
			"The shortest honest version of Undo the Chair is 4 min: both sides and a short warm-up need that.",
			4 * time.Minute, "desk-reset"},
		{s.routine(t, "evening-tea"), -time.Hour,
			"The shortest honest version of Evening Herbal Tea is 3 min: both sides and a short warm-up need that.",
			3 * time.Minute, ""},
		{s.routine(t, "micro-1"), 2 * time.Minute, "One-Minute Chair Break is always 1 min.", time.Minute, "morning-espresso"},
		{single, 88 * time.Second, "Whole repetitions and rounds of Own do not come to 1:28 min; 1:30 min does.", 90 * time.Second, ""},
		{&routines.Routine{Name: "Empty"}, 0, "Empty has nothing to play yet.", 0, ""},
	} {
		_, err := Fit(Input{Routine: c.routine, Catalogue: s.catalogue, Length: c.length})
		if err == nil {
			t.Errorf("%s at %v is not refused", c.routine.ID, c.length)
			continue
		}
		r := err.(*Refusal)
		if r.Error() != c.says || r.Nearest != c.nearest || r.Other != c.other {
			t.Errorf("%s at %v: %q, nearest %v, other %q", c.routine.ID, c.length, r.Error(), r.Nearest, r.Other)
		}
	}
}
