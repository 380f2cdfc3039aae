package advice

import (
	"cmp"
	"slices"
	"strings"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Direction is one way the spine moves.
type Direction string

// The directions, by the words exercise.Loads begin with.
const (
	Bending  Direction = "flexion"
	Leaning  Direction = "extension"
	Twisting Direction = "rotation"
	Sideways Direction = "side-bend"
)

// Directions are the ways an exercise moves or holds the spine, none where it only moves the limbs.
func Directions(e *exercise.Exercise) []Direction {
	var out []Direction
	for _, d := range []Direction{Bending, Leaning, Twisting, Sideways} {
		if slices.ContainsFunc(e.Load, func(l string) bool { return strings.HasPrefix(l, string(d)) }) {
			out = append(out, d)
		}
	}
	return out
}

// fewest is how many exercises of one direction make it worth asking for another.
const fewest = 3

// oneDirection is about a routine whose every movement of the spine goes one way.
func oneDirection(v *view) []Advice {
	var one []step
	var which Direction
	for _, s := range v.steps {
		d := Directions(s.e)
		switch {
		case len(d) == 0:
			continue
		case len(d) > 1, which != "" && d[0] != which:
			return nil
		}
		which, one = d[0], append(one, s)
	}
	if len(one) < fewest {
		return nil
	}
	a := Advice{
		Rule: "one-direction", Keys: keys(one), Mend: v.otherWay(one, which),
		Reason: message.New("advice.one-direction.why", "A back bends, leans back, twists and leans to the side; that a routine should have more than one of them is our own practice. "+
			"If one direction does you good and others hurt, keep it: that is known, and a physiotherapist can test it."),
	}
	switch which {
	case Bending:
		a.Message = message.New("advice.one-direction.flexion", "Everything here bends the back forward. A twist, or leaning back, rounds it off.")
	case Leaning:
		a.Message = message.New("advice.one-direction.extension", "Everything here bends the back backward. A twist rounds it off, unless that is on purpose.")
	case Twisting:
		a.Message = message.New("advice.one-direction.rotation", "Everything here twists the back. Leaning to the side, or a wave of the back, rounds it off.")
	case Sideways:
		a.Message = message.New("advice.one-direction.side-bend", "Everything here bends the back to the side. A twist, or a wave of the back, rounds it off.")
	}
	return []Advice{a}
}

// roundsOff are the other ways a routine of one direction is advised to go, as its message names them, the better first.
// A wave of the back goes two ways at once.
var roundsOff = map[Direction][][]Direction{
	Bending:  {{Twisting}, {Leaning}},
	Leaning:  {{Twisting}},
	Twisting: {{Sideways}, {Bending, Leaning}},
	Sideways: {{Twisting}, {Bending, Leaning}},
}

// otherWay is the mend of a routine of one direction: an exercise that goes another of the ways its message names, like
// the last of those that are there for which there is one, and behind it; nil where there is none.
func (v *view) otherWay(one []step, which Direction) *Mend {
	for _, at := range slices.Backward(one) {
		best := v.another(at, roundsOff[which])
		if best == nil {
			continue
		}
		return &Mend{
			Label: message.New("advice.one-direction.mend", "Add {{.Name}}", "Name", best.Name),
			Apply: func(c *draft.Content) {
				if i, j, ok := c.Find(at.key); ok && j >= 0 {
					c.AddStep(draft.Spot{Phase: i, Step: j + 1}, draft.Step{Exercise: best.ID, Priority: 2})
				}
			},
		}
	}
	return nil
}

// another is the exercise that goes one of some ways and is best added behind a step: of its kind first, then by the
// order of the ways, then by care. nil where its phase takes none.
func (v *view) another(behind step, ways [][]Direction) *exercise.Exercise {
	way := func(e *exercise.Exercise) int {
		// What is neutral as well hardly goes that way.
		if slices.ContainsFunc(e.Load, func(l string) bool { return l == "neutral" || strings.HasSuffix(l, "-end") }) {
			return -1
		}
		d := Directions(e)
		return slices.IndexFunc(ways, func(w []Direction) bool { return slices.Equal(w, d) })
	}
	otherKind := func(e *exercise.Exercise) int {
		if e.Kind == behind.e.Kind {
			return 0
		}
		return 1
	}
	var best *exercise.Exercise
	for _, e := range v.cat.All() {
		if way(e) < 0 || !draft.Takes(v.content.Phases[behind.phase].Kind, e) || !v.alike(e, behind) {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(otherKind(e), otherKind(best)), cmp.Compare(way(e), way(best)), byCare(e, best, behind)) < 0 {
			best = e
		}
	}
	return best
}

// alike reports whether an exercise can be done where another is done, with what the routine needs anyway.
func (v *view) alike(e *exercise.Exercise, as step) bool {
	if e.Position.OnFloor() != as.e.Position.OnFloor() || e.Source != exercise.Shipped {
		return false
	}
	for _, q := range e.Equipment {
		have := strings.HasSuffix(q, "-optional") || q == "mat" && as.e.Position.OnFloor() ||
			slices.ContainsFunc(v.steps, func(s step) bool { return slices.Contains(s.e.Equipment, q) })
		if !have {
			return false
		}
	}
	return !slices.ContainsFunc(v.steps, func(s step) bool { return s.e.ID == e.ID })
}

// byCare orders exercises to add: in the same position first, then the one fewest people have to leave out.
func byCare(a, b *exercise.Exercise, as step) int {
	near := func(e *exercise.Exercise) int {
		if e.Position == as.e.Position {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(near(a), near(b)), cmp.Compare(len(a.AvoidIf), len(b.AvoidIf)), cmp.Compare(a.ID, b.ID))
}
