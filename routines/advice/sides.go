package advice

import (
	"slices"
	"strings"
	"time"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Sides are planned equal by themselves. What goes wrong is done by hand: two steps noted "left" and "right", of an
// exercise that does both anyway, or of one without sides, where one of the two is longer or missing.

// side is which side a person meant, if any.
type side int

const (
	noSide side = iota
	left
	right
)

// sideWords say a side, in the languages people here write notes in.
var sideWords = map[string]side{
	"left": left, "right": right, "l": left, "r": right, "lhs": left, "rhs": right,
	"links": left, "rechts": right, "linke": left, "rechte": right, "linkes": left, "rechtes": right, "linken": left, "rechten": right,
	"gauche": left, "droite": right, "droit": right,
	"izquierda": left, "derecha": right, "izquierdo": left, "derecho": right,
	"sinistra": left, "destra": right, "sinistro": left, "destro": right,
}

// sideFillers may stand beside a side in a note that says nothing else.
var sideFillers = []string{
	"", "only", "side", "just", "the", "on", "first", "then", "now", "leg", "arm", "and", "nur", "seite", "zuerst", "dann", "côté", "lado", "lato",
}

// marked is the side a text names and the text without it; noSide where it names none or both.
func marked(text string) (which side, rest []string) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t-_.,;:()/!", r) })
	for _, w := range words {
		s, is := sideWords[w]
		switch {
		case !is:
			rest = append(rest, w)
		case which != noSide && which != s:
			return noSide, words
		default:
			which = s
		}
	}
	return which, rest
}

// onlySide is the side a note says when it says nothing else.
func onlySide(note string) side {
	which, rest := marked(note)
	if slices.ContainsFunc(rest, func(w string) bool { return !slices.Contains(sideFillers, w) }) {
		return noSide
	}
	return which
}

// forOneSide reports whether a step is made for one side by hand, so that changing it alone would make the sides differ.
func (s step) forOneSide() bool {
	which, _ := marked(s.e.ID)
	return which != noSide || onlySide(s.note) != noSide
}

// pair is the steps of what is one exercise apart from the side.
type pair struct {
	steps [3][]step // by side
	name  string
}

// pairs groups the steps of exercises without sides by what they are apart from the side in their note or name.
func (v *view) pairs() []*pair {
	var order []*pair
	byWhat := map[string]*pair{}
	for _, s := range v.steps {
		if s.e.Kind == exercise.Activity || s.e.Sides == exercise.LeftRight {
			continue
		}
		which, what := onlySide(s.note), s.e.ID
		if which == noSide {
			var rest []string
			if which, rest = marked(s.e.ID); which == noSide {
				continue
			}
			what = strings.Join(rest, "-")
		}
		p := byWhat[what]
		if p == nil {
			p = &pair{name: s.e.Name}
			byWhat[what] = p
			order = append(order, p)
		}
		p.steps[which] = append(p.steps[which], s)
	}
	return order
}

func work(steps []step) time.Duration {
	var sum time.Duration
	for _, s := range steps {
		sum += s.perSide()
	}
	return sum
}

// oneSided is about steps made for one side by hand, where the other side gets less or nothing.
func oneSided(v *view) []Advice {
	var out []Advice
	for _, p := range v.pairs() {
		l, r := work(p.steps[left]), work(p.steps[right])
		if l == r {
			continue
		}
		more, less := p.steps[left], p.steps[right]
		if r > l {
			more, less = less, more
		}
		a := Advice{
			Rule: "one-sided", Keys: append(keys(more), keys(less)...),
			Message: message.New("advice.one-sided", "{{.Name}}: one side gets {{.More}}, the other {{.Less}}.",
				"Name", p.name, "More", clock(max(l, r)), "Less", clock(min(l, r))),
			Reason: message.New("advice.one-sided.why", "The same on both sides is our own practice; Catcow cannot do it for an exercise that says it has no sides. "+
				"With sides = \"left-right\" in its file, both are planned by themselves."),
		}
		if len(less) == 0 {
			a.Message = message.New("advice.one-sided.missing", "{{.Name}} is here for one side only.", "Name", p.name)
		}
		a.Mend = v.even(more, less)
		out = append(out, a)
	}
	return out
}

// even is the mend of a side that is short: the other step added, or both given the dose of
// the shorter. Only simple cases have one.
func (v *view) even(more, less []step) *Mend {
	if len(more) != 1 || len(less) > 1 {
		return nil
	}
	m := more[0]
	if len(less) == 0 {
		other := draft.Step{Exercise: m.e.ID, Note: swapped(m.note)}
		if other.Note == m.note {
			id := swapped(m.e.ID)
			if v.cat.Get(id) == nil {
				return nil
			}
			other.Exercise = id
		}
		return &Mend{
			Label: message.New("advice.one-sided.mend-add", "Add the other side behind it"),
			Apply: func(c *draft.Content) {
				i, j, ok := c.Find(m.key)
				if !ok || j < 0 {
					return
				}
				s := c.Phases[i].Steps[j]
				s.Key, s.Exercise, s.Note = 0, other.Exercise, other.Note
				c.AddStep(draft.Spot{Phase: i, Step: j + 1}, s)
			},
		}
	}
	l := less[0]
	d, bounds := l.dose, m.e.Dose
	if d.ByReps() != bounds.ByReps() || d.Reps > bounds.RepsMax || d.Reps < bounds.RepsMin || d.Tempo > bounds.TempoMax || d.Tempo < bounds.TempoMin ||
		d.Hold > bounds.HoldMax || d.Hold < bounds.HoldMin || d.Rounds > bounds.RoundsMax {
		return nil
	}
	return &Mend{
		Label: message.New("advice.one-sided.mend", "Give both sides the shorter of the two"),
		Apply: func(c *draft.Content) {
			if s := c.Step(m.key); s != nil {
				s.Reps, s.Tempo, s.Hold, s.Rounds = d.Reps, d.Tempo, d.Hold, d.Rounds
			}
		},
	}
}

// swapped is a text with its side changed over.
func swapped(text string) string {
	over := strings.NewReplacer("left", "right", "right", "left", "Left", "Right", "Right", "Left",
		"links", "rechts", "rechts", "links", "Links", "Rechts", "Rechts", "Links")
	return over.Replace(text)
}

// sidesByHand is about steps noted for one side whose exercise does both sides by itself: two of them do each side
// twice, and one does more than its note says.
func sidesByHand(v *view) []Advice {
	var out []Advice
	var open []step
	done := map[draft.Key]bool{}
	for _, s := range v.steps {
		if s.e.Sides == exercise.LeftRight && onlySide(s.note) != noSide {
			open = append(open, s)
		}
	}
	for i, s := range open {
		if done[s.key] {
			continue
		}
		done[s.key] = true
		twin := slices.IndexFunc(open[i+1:], func(o step) bool {
			return o.e == s.e && !done[o.key] && onlySide(o.note) != onlySide(s.note)
		})
		clear := func(c *draft.Content) {
			if t := c.Step(s.key); t != nil && t.Note == s.note {
				t.Note = ""
			}
		}
		reason := message.New("advice.sides-by-hand.why", "An exercise with a left and a right is always planned for both, with the same time. Its card shows it once for the two.")
		if twin < 0 {
			out = append(out, Advice{
				Rule: "sides-by-hand", Keys: keys([]step{s}),
				Message: message.New("advice.sides-by-hand.note", "{{.Name}} does both sides, whatever its note says.", "Name", s.e.Name),
				Reason:  reason,
				Mend:    &Mend{Label: message.New("advice.sides-by-hand.mend-note", "Take the note out"), Apply: clear},
			})
			continue
		}
		other := open[i+1+twin]
		done[other.key] = true
		mend := &Mend{Label: message.New("advice.sides-by-hand.mend", "Keep one of the two, for both sides"), Apply: func(c *draft.Content) {
			clear(c)
			if i, _, ok := c.Find(other.key); ok && len(c.Phases[i].Steps) > 1 {
				c.Delete([]draft.Key{other.key})
			}
		}}
		if other.phase != s.phase && len(v.content.Phases[other.phase].Steps) == 1 {
			mend = nil // its phase would be left with nothing
		}
		out = append(out, Advice{
			Rule: "sides-by-hand", Keys: keys([]step{s, other}),
			Message: message.New("advice.sides-by-hand", "{{.Name}} is here once for each side, but does both by itself: each side gets it twice.", "Name", s.e.Name),
			Reason:  reason,
			Mend:    mend,
		})
	}
	return out
}
