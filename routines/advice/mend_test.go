package advice

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

// shipped reads every routine that is shipped, as a person would open it.
func shipped(t *testing.T) []draft.Draft {
	t.Helper()
	files, err := filepath.Glob("../*.toml")
	if err != nil || len(files) < 19 {
		t.Fatal(len(files), err)
	}
	var out []draft.Draft
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := draft.Read(strings.TrimSuffix(filepath.Base(file), ".toml"), text, library.Catalogue)
		if d.Routine == nil {
			t.Fatalf("%s: %v", file, d.Problems)
		}
		out = append(out, d)
	}
	return out
}

func TestShippedRoutines(t *testing.T) {
	for _, d := range shipped(t) {
		good, all := Of(d, library.Catalogue)
		if len(good) < 2 {
			t.Errorf("%s: only %v is in order", d.ID, good)
		}
		for _, a := range all {
			t.Errorf("%s: %s says %s", d.ID, a.Rule, a.Message)
		}
		mended(t, d, library.Catalogue)
	}
}

// random is some routine without mistakes.
func random(r *rand.Rand, cat *exercise.Catalogue) draft.Content {
	c := draft.Content{Name: "Any", Fixed: r.IntN(10) == 0}
	all := cat.All()
	kinds, phases := exercise.Kinds, 1+r.IntN(5)
	switch r.IntN(10) {
	case 0: // the back goes one way, if any
		ways := []Direction{Bending, Leaning, Twisting, Sideways}
		way := ways[r.IntN(len(ways))]
		all = slices.DeleteFunc(slices.Clone(all), func(e *exercise.Exercise) bool {
			d := Directions(e)
			return len(d) > 0 && !slices.Equal(d, []Direction{way})
		})
	case 1: // strength and nothing else
		kinds, phases = []exercise.Kind{exercise.Strength}, 1
		all = slices.DeleteFunc(slices.Clone(all), func(e *exercise.Exercise) bool { return e.Kind != exercise.Strength })
	}
	if !c.Fixed && r.IntN(3) == 0 {
		c.Shortest, c.Longest = time.Duration(1+r.IntN(5))*time.Minute, time.Duration(5+r.IntN(40))*time.Minute
	}
	for range phases {
		p := draft.Phase{Name: fmt.Sprintf("Phase %d", len(c.Phases)+1), Kind: kinds[r.IntN(len(kinds))]}
		steps := 1 + r.IntN(8)
		if p.Kind == exercise.Activity {
			steps = 1
		}
		for len(p.Steps) < steps {
			if e := all[r.IntN(len(all))]; draft.Takes(p.Kind, e) {
				p.Steps = append(p.Steps, randomStep(r, e))
			}
		}
		c.Phases = append(c.Phases, p)
	}
	if !slices.ContainsFunc(c.Phases, func(p draft.Phase) bool { return p.Kind != exercise.Activity }) {
		c.Phases = append(c.Phases, draft.Phase{Name: "Hold", Kind: exercise.Static, Steps: []draft.Step{{Exercise: "childs-pose"}}})
	}
	if r.IntN(6) == 0 { // who never thought of what may go
		for i := range c.Phases {
			for j := range c.Phases[i].Steps {
				c.Phases[i].Steps[j].Priority = 0
			}
		}
	}
	if r.IntN(8) == 0 { // as short as can be
		for i := range c.Phases {
			for j := range c.Phases[i].Steps {
				if s := &c.Phases[i].Steps[j]; cat.Get(s.Exercise).Dose.Hold > 0 {
					s.Hold, s.Rounds = cat.Get(s.Exercise).Dose.HoldMin, 1
				}
			}
		}
	}
	for range r.IntN(4) {
		if id := all[r.IntN(len(all))].ID; !slices.Contains(c.Extras, id) {
			c.Extras = append(c.Extras, id)
		}
	}
	return c
}

func randomStep(r *rand.Rand, e *exercise.Exercise) draft.Step {
	s := draft.Step{Exercise: e.ID, Priority: r.IntN(4)}
	notes := []string{"left", "right", "links", "Pillow under the knees", "breathe out"}
	if i := r.IntN(12); i < len(notes) {
		s.Note = notes[i]
	}
	if r.IntN(3) == 0 {
		return s
	}
	between := func(least, most time.Duration) time.Duration {
		return least + time.Duration(r.IntN(int((most-least)/time.Second)+1))*time.Second
	}
	d := e.Dose
	switch {
	case e.Kind == exercise.Activity:
		if r.IntN(2) == 0 {
			s.Time = max(d.TimeMin, time.Minute)
		}
	case d.ByReps():
		s.Reps, s.Tempo = d.RepsMin+r.IntN(d.RepsMax-d.RepsMin+1), between(d.TempoMin, d.TempoMax)
		if d.Mode == exercise.Alternate {
			s.Reps -= s.Reps % 2
		}
	default:
		s.Hold, s.Rounds = between(d.HoldMin, d.HoldMax), 1+r.IntN(d.RoundsMax)
	}
	return s
}

// A mend takes away the advice it belongs to or lessens it, brings no mistake, and loses no step but one it says it does.
// Mending until nothing can be mended comes to an end.
func TestMendsCure(t *testing.T) {
	runs := 250
	if testing.Short() {
		runs = 15
	}
	seen := map[string]int{}
	for seed := range runs {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		d, err := draft.Draft{}.With(random(r, catalogue), catalogue)
		if err != nil || d.Routine == nil {
			t.Fatalf("%d: %v %v\n%s", seed, err, d.Problems, d.Text)
		}
		for rule := range mended(t, d, catalogue) {
			seen[rule]++
		}
		if t.Failed() {
			t.Fatalf("seed %d of\n%s", seed, d.Text)
		}
	}
	t.Logf("mended: %v", seen)
	for _, rule := range []string{
		"cold-hold", "only-holds", "holds-before-effort", "advice.holds-before-effort.why", "advice.holds-before-strength.why", "sides-by-hand", "one-sided", "over-four-minutes", "floor-trips",
		"short-stretches", "long-strength-hold", "long-rolling", "no-breath", "one-direction", "cold-strength", "promised-length", "nothing-droppable", "warm-up-droppable", "idle-extras",
	} {
		if seen[rule] == 0 && !testing.Short() {
			t.Errorf("nothing random needs %s", rule)
		}
	}
}

// mended makes every mend by itself, and then all in turn; it answers the rules whose mends it made, and the ids of their
// reasons.
func mended(t *testing.T, d draft.Draft, cat *exercise.Catalogue) map[string]bool {
	t.Helper()
	made := map[string]bool{}
	_, all := Of(d, cat)
	for _, a := range all {
		if a.Mend == nil {
			continue
		}
		made[a.Rule], made[a.Reason.ID] = true, true
		after := apply(t, d, a, cat)
		if left, was := weight(after, cat, a), weight(d, cat, a); left >= was {
			t.Errorf("%s: %q leaves it at %d of %d: %s\n%s", a.Rule, a.Mend.Label, left, was, a.Message, after.Text)
		}
		if lost := lost(d.Content, after.Content); lost > 0 && !(lost == 1 && strings.Contains(a.Mend.Label.String(), "Keep one")) {
			t.Errorf("%s: %q loses %d steps", a.Rule, a.Mend.Label, lost)
		}
	}
	now := d
	for turn := 0; ; turn++ {
		_, all := Of(now, cat)
		next := slices.IndexFunc(all, func(a Advice) bool { return a.Mend != nil })
		if next < 0 {
			break
		}
		if turn == 100 {
			t.Errorf("there is no end to mending; %s is left", all[next].Rule)
			break
		}
		now = apply(t, now, all[next], cat)
	}
	return made
}

// weight is how much there is of an advice: how many of its rule, and how far each goes.
func weight(d draft.Draft, cat *exercise.Catalogue, of Advice) int {
	sum := 0
	for _, a := range ruled(d, cat)[of.Rule] {
		if a.Field != of.Field {
			continue
		}
		sum += 10000
		if of.Rule == "over-four-minutes" {
			_, _, most := over(totals(look(d.Content, d.Routine, cat).steps), func(d time.Duration) bool { return d > inAll })
			sum += seconds(most)
		} else {
			sum += len(a.Keys)
		}
	}
	return sum
}

// lost is how many steps of one content are not in another.
func lost(from, to draft.Content) int {
	n := 0
	for _, p := range from.Phases {
		for _, s := range p.Steps {
			if to.Step(s.Key) == nil {
				n++
			}
		}
	}
	return n
}

// A mend finds its steps by their keys, and does nothing where they are gone.
func TestMendsOfWhatIsGone(t *testing.T) {
	for seed := range 200 {
		r := rand.New(rand.NewPCG(uint64(seed), 9))
		d, err := draft.Draft{}.With(random(r, catalogue), catalogue)
		if err != nil || d.Routine == nil {
			t.Fatal(err, d.Problems)
		}
		_, all := Of(d, catalogue)
		for _, a := range all {
			if a.Mend == nil {
				continue
			}
			c := d.Content.Clone()
			for i := range c.Phases {
				if i%2 == seed%2 {
					c.Phases[i].Steps = nil
				}
			}
			a.Mend.Apply(&c)
			empty := draft.Content{}
			a.Mend.Apply(&empty)
			if len(empty.Phases) > 0 {
				t.Errorf("%s brings %v into nothing", a.Rule, empty.Phases)
			}
		}
	}
}

// Advice of a routine with mistakes neither fails nor praises.
func TestAdviceOfMistakes(t *testing.T) {
	for _, text := range []string{
		"", "name = 3", "[[phase]]", "[[phase]]\nkind = \"static\"\n[[phase.step]]\nexercise = \"supine-twist\"\nhold = \"9m\"",
		"name = \"x\"\n[[phase]]\nname = \"y\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"childs-pose\"\nhold = \"30s\"\n[[phase.step]]\nexercise = \"nope\"",
		"[[phase]]\nkind = \"activity\"\n[[phase.step]]\nexercise = \"walk\"\n[[phase.step]]\nexercise = \"walk\"", "= = =",
	} {
		d := draft.Read("x", []byte(text), library.Catalogue)
		good, all := Of(d, library.Catalogue)
		if len(good) > 0 {
			t.Errorf("%q: %v", text, good)
		}
		for _, a := range all {
			if a.Mend != nil {
				c := d.Content.Clone()
				a.Mend.Apply(&c)
			}
		}
	}
}

// Every advice has its words, and a source or words that say it is practice.
func TestEveryAdviceIsExplained(t *testing.T) {
	seen := map[string]bool{}
	for seed := range 500 {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		d, err := draft.Draft{}.With(random(r, catalogue), catalogue)
		if err != nil {
			t.Fatal(err)
		}
		good, all := Of(d, catalogue)
		for _, a := range all {
			seen[a.Rule] = true
			if len(a.Keys) == 0 && a.Field == "" && a.Rule != "very-long" {
				t.Errorf("%s is about nothing", a.Rule)
			}
			for _, text := range []string{a.Message.String(), a.Reason.String()} {
				if text == "" || strings.Contains(text, "{{") || strings.Contains(text, "<no value>") {
					t.Errorf("%s says %q", a.Rule, text)
				}
			}
			if a.Source == "" && !strings.Contains(a.Reason.String(), "practice") && a.Rule != "sides-by-hand" && a.Rule != "promised-length" &&
				a.Rule != "idle-extras" && a.Rule != "nothing-droppable" {
				t.Errorf("%s has neither source nor practice: %s", a.Rule, a.Reason)
			}
			if n := len(a.Message.String()); n > 160 {
				t.Errorf("%s says %d characters: %s", a.Rule, n, a.Message)
			}
		}
		for _, g := range good {
			if len(g.String()) > 40 {
				t.Errorf("%q is long for what is good", g)
			}
		}
	}
	t.Logf("%d rules spoke", len(seen))
}

// A routine as long as a file may be is looked through in no time.
func BenchmarkOf(b *testing.B) {
	for _, steps := range []int{8, routines.MostSteps} {
		c := draft.Content{Name: "Long"}
		all := library.Catalogue.All()
		for i := 0; i < steps; i++ {
			kind := exercise.Kinds[i*4/steps]
			if i == 0 || c.Phases[len(c.Phases)-1].Kind != kind {
				c.Phases = append(c.Phases, draft.Phase{Name: string(kind), Kind: kind})
			}
			p := &c.Phases[len(c.Phases)-1]
			for n := i; ; n++ {
				if e := all[n%len(all)]; e.Kind == kind {
					p.Steps = append(p.Steps, draft.Step{Exercise: e.ID})
					break
				}
			}
			if kind == exercise.Activity {
				p.Steps = p.Steps[:1]
			}
		}
		d, err := draft.Draft{}.With(c, library.Catalogue)
		if err != nil || d.Routine == nil {
			b.Fatal(err, d.Problems)
		}
		b.Run(fmt.Sprint(steps), func(b *testing.B) {
			for b.Loop() {
				Of(d, library.Catalogue)
			}
		})
	}
}
