package suggest

import (
	"cmp"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// maker makes one routine.
type maker struct {
	a   Answers
	cat *exercise.Catalogue
}

// Draft is a routine for the answers, to be played or changed, and what could not be had, if anything: a kind of
// exercise nothing is left of, or a length that cannot be filled, with the nearest. When nothing at all suits, the
// content has no phases. Names and texts are English; see Answers.Name, Answers.About and PhaseName to translate them.
func Draft(a Answers, cat *exercise.Catalogue) (draft.Content, []message.Message) {
	m := maker{a.inOrder(), cat}
	choices := m.choices()
	notes := m.missing(choices)
	best := m.best(m.fitting(choices, false))
	if best == nil || !near(plan.Natural(best.routine, ""), m.a.Length) {
		// Phases that a routine of this length does without otherwise make up for what is missing.
		best = m.nearer(best, m.best(m.fitting(choices, true)))
	}
	if best == nil {
		return draft.Content{}, []message.Message{message.New("suggest.nothing",
			"Nothing here suits all of these answers. A physiotherapist can find what suits you.")}
	}
	m.finish(best)
	c := m.content(best)
	natural := plan.Natural(best.routine, "")
	if !near(natural, m.a.Length) {
		notes = append(notes, m.otherLength(natural))
		c.Name = m.a.name(natural.Round(time.Minute)).String()
	}
	return c, notes
}

// nearer is the one of two routines that takes more nearly as long as asked, the first of two alike; either may be nil.
func (m *maker) nearer(a, b *made) *made {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	off := func(t *made) time.Duration { return (plan.Natural(t.routine, "") - m.a.Length).Abs() }
	if off(b) < off(a) {
		return b
	}
	return a
}

// near reports whether a length is within a tenth of the one asked for.
func near(is, asked time.Duration) bool { return (is-asked).Abs()*10 <= asked }

func (m *maker) otherLength(natural time.Duration) message.Message {
	if natural < m.a.Length {
		return message.New("suggest.shorter", "With these answers there is enough for {{.Minutes}} min without doing the same over and over.",
			"Minutes", minutes(natural))
	}
	return message.New("suggest.longer", "Both sides and a warm-up need {{.Minutes}} min.", "Minutes", minutes(natural))
}

// essential is the share from which a phase is missed when it is not there.
const essential = 4

// missing says which kind of exercise nothing is left of, where the purpose is about it.
func (m *maker) missing(choices []choice) []message.Message {
	var out []message.Message
	for _, p := range parts[m.a.For] {
		left := false
		for _, c := range choices {
			left = left || c.kind == p.kind
		}
		if left || m.a.Length < p.from || p.share < essential {
			continue
		}
		switch p.kind {
		case exercise.Strength:
			out = append(out, message.New("suggest.no-strength", "No strength exercise suits these answers, so there is more movement instead."))
		case exercise.Static:
			out = append(out, message.New("suggest.no-holds", "No hold suits these answers, so there is more movement instead."))
		case exercise.Dynamic:
			out = append(out, message.New("suggest.no-movement", "No movement suits these answers, so there is nothing to warm up with."))
		}
	}
	return out
}

// made is a routine that was tried.
type made struct {
	choices []choice          // with the exercises that are used
	left    []choice          // with those that are not
	asIs    *routines.Routine // with the doses of the exercises
	routine *routines.Routine // with the doses that take the length
}
