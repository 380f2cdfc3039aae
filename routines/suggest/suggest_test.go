package suggest

import (
	"flag"
	"fmt"
	"iter"
	"math/bits"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

var update = flag.Bool("update", false, "write the golden file")

var catalogue = routines.Load("").Catalogue

// answers are all combinations of purpose, place and at most so many things that hurt, at some lengths.
func answers(most int, lengths ...time.Duration) iter.Seq[Answers] {
	return func(yield func(Answers) bool) {
		for _, p := range Purposes {
			for _, place := range Places {
				for set := range uint(1) << len(Hurts) {
					if bits.OnesCount(set) > most {
						continue
					}
					var hurts []Hurt
					for i, h := range Hurts {
						if set>>i&1 == 1 {
							hurts = append(hurts, h)
						}
					}
					for _, l := range lengths {
						if !yield(Answers{For: p, Length: l, Place: place, Hurts: hurts}) {
							return
						}
					}
				}
			}
		}
	}
}

func read(t *testing.T, c draft.Content) draft.Draft {
	t.Helper()
	d, err := draft.Draft{}.With(c, catalogue)
	if err != nil || d.Routine == nil {
		t.Fatalf("%v %v\n%s", err, d.Problems, d.Text)
	}
	return d
}

// Every combination of answers gives a routine that can be saved and played, honours every answer and says where it
// could not be had.
func TestEveryAnswer(t *testing.T) {
	t.Run("some", func(t *testing.T) { every(t, answers(1, 3*time.Minute, 10*time.Minute)) })
	if testing.Short() {
		t.Skip("there are many answers")
	}
	t.Run("at every length", func(t *testing.T) { every(t, answers(1, Lengths...)) })
	t.Run("whatever hurts", func(t *testing.T) { every(t, answers(len(Hurts), 10*time.Minute)) })
}

func every(t *testing.T, answers iter.Seq[Answers]) {
	var tried, other, notHalf, notDouble int
	for a := range answers {
		tried++
		c, notes := Draft(a, catalogue)
		name := fmt.Sprint(a)
		d := read(t, c)
		honours(t, name, a, d.Routine)
		_, all := advice.Of(d, catalogue)
		for _, x := range all {
			t.Errorf("%s: %s says %s", name, x.Rule, x.Message)
		}
		in := plan.Input{Routine: d.Routine, Catalogue: catalogue}
		natural := plan.Natural(d.Routine, "")
		p, err := plan.Fit(in)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p.Length != natural || len(p.Phases) != len(d.Routine.Phases) {
			t.Errorf("%s: its natural length is %v, and it takes %v in %d phases", name, natural, p.Length, len(p.Phases))
		}
		shorter := slices.ContainsFunc(notes, func(m message.Message) bool { return m.ID == "suggest.shorter" })
		longer := slices.ContainsFunc(notes, func(m message.Message) bool { return m.ID == "suggest.longer" })
		if near(natural, a.Length) == (shorter || longer) {
			t.Errorf("%s: %v is said to be the nearest of %v: %v", name, natural, a.Length, notes)
		}
		if shorter || longer {
			other++
			continue
		}
		in.Length = a.Length
		if _, err := plan.Fit(in); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		in.Length = (natural/2 + time.Minute - 1).Truncate(time.Minute)
		least := 2 * time.Minute // both sides and a warm-up
		if d.Content.Pace != "" {
			least = 3 * time.Minute
		}
		if _, err := plan.Fit(in); err != nil && in.Length >= least {
			notHalf++
		}
		if _, longest := plan.Range(in); longest < min(2*natural, MostLength).Truncate(time.Minute) {
			notDouble++
		}
	}
	t.Logf("%d answers; %d came out at another length, %d not shorter, %d not longer", tried, other, notHalf, notDouble)
	if notHalf > 0 {
		t.Errorf("%d cannot be halved", notHalf)
	}
	if notDouble*100 > tried { // the few exercises on a chair
		t.Errorf("%d of %d cannot be doubled", notDouble, tried)
	}
}

// honours checks that a routine does what was answered.
func honours(t *testing.T, name string, a Answers, r *routines.Routine) {
	t.Helper()
	cautions := a.Cautions()
	still := false
	var all []string
	check := func(e *exercise.Exercise) {
		if overlap(e.AvoidIf, cautions) {
			t.Errorf("%s: %s is cautioned against by %v", name, e.ID, e.AvoidIf)
		}
		if slices.Contains(a.Hurts, BendingForward) && slices.Contains(e.Load, "flexion-end") ||
			slices.Contains(a.Hurts, LeaningBack) && slices.Contains(e.Load, "extension-end") {
			t.Errorf("%s: %s goes where it hurts", name, e.ID)
		}
		if a.Place != Floor && e.Position.OnFloor() || a.Place == Seated && e.Position != exercise.SeatedChair {
			t.Errorf("%s: %s is %s", name, e.ID, e.Position)
		}
		if slices.Contains(e.Equipment, "foam-roller") || slices.Contains(e.Equipment, "ball") {
			t.Errorf("%s: %s needs %v", name, e.ID, e.Equipment)
		}
		if slices.Contains(all, e.ID) {
			t.Errorf("%s: %s is there twice", name, e.ID)
		}
		all = append(all, e.ID)
	}
	for i, p := range r.Phases {
		switch p.Kind {
		case exercise.Dynamic, exercise.Strength:
			if still {
				t.Errorf("%s: %s comes after holds", name, p.Name)
			}
		default:
			still = true
		}
		if i == 0 && p.Kind != exercise.Dynamic && p.Kind != exercise.Strength {
			t.Errorf("%s: it begins with %s", name, p.Kind)
		}
		for _, s := range p.Steps {
			check(s.Exercise)
		}
	}
	for _, id := range r.Extras {
		check(catalogue.Get(id))
	}
	if a.For == BeforeSport && still {
		t.Errorf("%s: it holds before sport", name)
	}
}

// Any length is answered, also one nobody offers.
func TestAnyLength(t *testing.T) {
	step := 97 * time.Second
	if testing.Short() {
		step = 7*time.Minute + time.Second
	}
	for _, p := range Purposes {
		for l := LeastLength; l <= MostLength; l += step {
			a := Answers{For: p, Length: l}
			c, notes := Draft(a, catalogue)
			natural := plan.Natural(read(t, c).Routine, "")
			if near(natural, l) != (len(notes) == 0) || !near(natural, l) && natural < 37*time.Minute {
				t.Errorf("%s in %v takes %v: %v", p, l, natural, notes)
			}
		}
	}
}

// The same answers always give the same routine, and the purpose matters.
func TestSameAnswersSameRoutine(t *testing.T) {
	seen := map[string]Purpose{}
	for _, p := range Purposes {
		one, _ := Draft(Answers{For: p}, catalogue)
		two, _ := Draft(Answers{For: p}, catalogue)
		if !reflect.DeepEqual(one, two) {
			t.Errorf("%s is never the same", p)
		}
		var ids []string
		for _, ph := range one.Phases {
			for _, s := range ph.Steps {
				ids = append(ids, s.Exercise)
			}
		}
		all := strings.Join(ids, " ")
		if o, is := seen[all]; is {
			t.Errorf("%s is the same as %s", p, o)
		}
		seen[all] = p
	}
}

// What a person left out, or what nobody knows, counts as the usual.
func TestUnusualAnswers(t *testing.T) {
	usual, _ := Draft(Answers{For: JustMove, Length: 10 * time.Minute, Place: Floor}, catalogue)
	for _, a := range []Answers{{}, {For: "dancing", Place: "roof"}, {Length: -time.Minute}, {Hurts: []Hurt{"pride"}}} {
		if c, _ := Draft(a, catalogue); !reflect.DeepEqual(c, usual) {
			t.Errorf("%v gives %v", a, c)
		}
	}
	for asked, want := range map[time.Duration]string{time.Second: "2 Minutes", 3 * time.Hour: "45 Minutes", 90 * time.Second * 5: "7:30 Minutes"} {
		if c, _ := Draft(Answers{Length: asked}, catalogue); !strings.HasPrefix(c.Name, want) {
			t.Errorf("%v is called %s", asked, c.Name)
		}
	}
	c, notes := Draft(Answers{}, exercise.NewCatalogue(nil))
	if len(c.Phases) > 0 || len(notes) != 1 || notes[0].ID != "suggest.nothing" {
		t.Errorf("of nothing comes %v %v", c, notes)
	}
}

// A roller joins where there is one.
func TestThingsAtHand(t *testing.T) {
	c, _ := Draft(Answers{For: AfterSport, Have: []string{"foam-roller"}}, catalogue)
	if s := fmt.Sprint(c.Phases); !strings.Contains(s, "foam-roll") {
		t.Errorf("no roller in %s", s)
	}
}

// Every choice has words.
func TestEveryChoiceHasWords(t *testing.T) {
	var all []message.Message
	for _, p := range Purposes {
		a := Answers{For: p}
		all = append(all, p.Label(), a.Name(), a.About())
		for _, part := range parts[p] {
			m := phaseNames["suggest.phase."+part.name]
			all = append(all, m, PhaseName(m.Text))
		}
	}
	for _, p := range Places {
		all = append(all, p.Label())
	}
	for _, h := range Hurts {
		all = append(all, h.Label())
		if len(Answers{Hurts: []Hurt{h}}.Cautions()) == 0 {
			t.Errorf("%s leaves nothing out", h)
		}
	}
	for i, m := range all {
		if m.ID == "" || m.String() == "" {
			t.Errorf("the %d. has no words: %v", i, m)
		}
	}
	for _, c := range (Answers{Hurts: Hurts}).Cautions() {
		if !slices.Contains(exercise.Cautions, c) {
			t.Errorf("%s is no caution", c)
		}
	}
	for p, list := range parts {
		for _, part := range list {
			for _, id := range part.pool {
				if e := catalogue.Get(id); e == nil || e.Kind != part.kind {
					t.Errorf("%s has %s in a phase of %s", p, id, part.kind)
				}
			}
		}
	}
}

// What some answers give, to look at.
func TestSuggestionsStayAsTheyAre(t *testing.T) {
	var b strings.Builder
	for _, a := range []Answers{
		{For: Mornings}, {For: Desk, Length: 5 * time.Minute}, {For: BeforeSport}, {For: AfterSport}, {For: Evening},
		{For: BackStrength, Length: 15 * time.Minute}, {For: JustMove}, {For: JustMove, Length: 20 * time.Minute},
		{For: Evening, Place: Seated}, {For: BackStrength, Place: NoFloor, Hurts: []Hurt{Knees}},
		{For: AfterSport, Hurts: []Hurt{BendingForward, Wrists}}, {For: JustMove, Hurts: []Hurt{Pregnant}, Length: 12 * time.Minute},
		{For: Desk, Place: Seated, Hurts: Hurts},
	} {
		c, notes := Draft(a, catalogue)
		fmt.Fprintf(&b, "=== %s, %v, %s, %v\n", a.inOrder().For, a.inOrder().Length, a.inOrder().Place, a.Hurts)
		for _, n := range notes {
			fmt.Fprintf(&b, "--- %s\n", n)
		}
		fmt.Fprintf(&b, "%s\n", read(t, c).Text)
	}
	const file = "testdata/suggestions.txt"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the suggestions are not as they were; if that is meant, run the test with -update. Now:\n%s", b.String())
	}
}
