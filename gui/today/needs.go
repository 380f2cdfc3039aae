package today

import (
	"catcow/gui/look"
	"catcow/routines"
)

// need is what a back may ask for, and the routines that answer, the best first.
type need struct {
	id      string
	label   func() string
	answers []string
}

// The first is chosen when the screen opens.
var needs = []need{
	{"everything", func() string { return look.T("today.need.everything", "A bit of everything") }, []string{"combo-10"}},
	{"train", func() string { return look.T("today.need.train", "About to train") }, []string{"pre-lift", "workout-minute"}},
	{"sitting", func() string { return look.T("today.need.sitting", "Been sitting for hours") }, []string{"sitting-all-day", "desk-reset"}},
	{"wake", func() string { return look.T("today.need.wake", "Wake up") }, []string{"morning-espresso"}},
	{"finished", func() string { return look.T("today.need.finished", "Just finished") }, []string{"post-run"}},
	{"flexible", func() string { return look.T("today.need.flexible", "Get more flexible") }, []string{"yoga-flow"}},
	{"tight", func() string { return look.T("today.need.tight", "Tight or recovering") }, []string{"first-steps"}},
	{"wind-down", func() string { return look.T("today.need.wind-down", "Wind down") }, []string{"evening-tea"}},
	{"minute", func() string { return look.T("today.need.minute", "One minute") }, []string{"micro-1"}},
}

// answer is the routine of the library that answers a need, or nil.
func (n need) answer(lib *routines.Library) *routines.Routine {
	for _, id := range n.answers {
		if r, ok := lib.Get(id); ok {
			return r
		}
	}
	return nil
}

// arranged lists the library with the answers to needs first, in their order, then a person's own routines, then the
// rest, so that a short list shows what is most likely wanted.
func arranged(lib *routines.Library) []*routines.Routine {
	var out []*routines.Routine
	seen := map[*routines.Routine]bool{}
	add := func(r *routines.Routine) {
		if r != nil && !seen[r] {
			seen[r] = true
			out = append(out, r)
		}
	}
	for _, n := range needs {
		add(n.answer(lib))
	}
	for _, r := range lib.Routines {
		if r.Path != "" {
			add(r)
		}
	}
	for _, r := range lib.Routines {
		add(r)
	}
	return out
}
