package plan_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/plan"
	"catcow/routines/suggest"
)

// Range and Offers say of every whole minute, from one to the most there is, what Fit says of it.
func TestOffersAgreeWithFit(t *testing.T) {
	lib := routines.Load("")
	list := lib.Routines
	for _, a := range someAnswers() {
		c, _ := suggest.Draft(a, lib.Catalogue)
		d, err := draft.Draft{}.With(c, lib.Catalogue)
		if err != nil || d.Routine == nil {
			t.Fatalf("%v: %v %v", a, err, d.Problems)
		}
		d.Routine.ID = fmt.Sprint(a)
		list = append(list, d.Routine)
	}
	for _, r := range list {
		for _, pace := range plan.Paces {
			for _, floor := range []time.Duration{20 * time.Second, 30 * time.Second} {
				agree(t, plan.Input{Routine: r, Catalogue: lib.Catalogue, Pace: pace, Floor: floor})
			}
		}
	}
}

func agree(t *testing.T, in plan.Input) {
	t.Helper()
	var fit []time.Duration
	for in.Length = time.Minute; in.Length <= 45*time.Minute; in.Length += time.Minute {
		if _, err := plan.Fit(in); err == nil {
			fit = append(fit, in.Length)
		}
	}
	in.Length = 0
	shortest, longest := plan.Range(in)
	offers := plan.Offers(in)
	if len(fit) == 0 {
		fit = []time.Duration{shortest} // its natural length
	}
	if !slices.Equal(offers, fit) || shortest != fit[0] || longest != fit[len(fit)-1] {
		t.Errorf("%s at %s, floor %v: fits %v,\noffers %v, range %v to %v", in.Routine.ID, in.Pace, in.Floor, fit, offers, shortest, longest)
	}
}

// someAnswers are answers of every purpose and place, and of everything that hurts, for routines short enough to be
// near what both sides and a warm-up need.
func someAnswers() []suggest.Answers {
	var out []suggest.Answers
	for _, f := range suggest.Purposes {
		for _, p := range suggest.Places {
			out = append(out, suggest.Answers{For: f, Length: 5 * time.Minute, Place: p})
		}
		if testing.Short() {
			continue
		}
		for _, h := range suggest.Hurts {
			for _, l := range []time.Duration{3 * time.Minute, 5 * time.Minute} {
				out = append(out, suggest.Answers{For: f, Length: l, Hurts: []suggest.Hurt{h}})
			}
		}
	}
	return out
}
