package draft

import (
	"cmp"
	"slices"

	"catcow/routines"
	"catcow/routines/exercise"
)

// Spot is a place between steps: before the step Step of the phase Phase, both counted from 0. Step may be one past the
// last step. A spot beyond the ends of a routine is the nearest that exists.
type Spot struct{ Phase, Step int }

// Takes reports whether a phase of a kind takes an exercise. An exercise that is not known (nil) may stand anywhere.
func Takes(kind exercise.Kind, e *exercise.Exercise) bool {
	return e == nil || routines.Takes(kind, e.Kind)
}

// room reports whether a phase takes one more step with this exercise: an activity phase has just one step.
func room(p Phase, e *exercise.Exercise) bool {
	return Takes(p.Kind, e) && (p.Kind != exercise.Activity || len(p.Steps) == 0)
}

// Add adds steps with the exercises of these ids, in this order, and gives their keys. Each goes to the spot when the
// phase there takes it, else to the end of the nearest phase that does (one of the exercise's own kind before one that
// only takes it), else into a new phase, which has its place in the usual order of kinds.
func (c *Content) Add(cat *exercise.Catalogue, at Spot, ids ...string) []Key {
	keys := make([]Key, 0, len(ids))
	for _, id := range ids {
		var k Key
		k, at = c.put(at, Step{Exercise: id}, cat.Get(id))
		keys = append(keys, k)
	}
	return keys
}

// AddStep adds one step as Add does, with all it says but its key.
func (c *Content) AddStep(at Spot, s Step) Key {
	k, _ := c.put(at, s, c.exercise(s))
	return k
}

// put adds a step and gives its key and the spot for what is added next: behind it, when it came to stand at the spot.
func (c *Content) put(at Spot, s Step, e *exercise.Exercise) (Key, Spot) {
	at = c.clamp(at)
	s.Key = c.next()
	if at.Phase < len(c.Phases) && room(c.Phases[at.Phase], e) {
		p := &c.Phases[at.Phase]
		p.Steps = slices.Insert(p.Steps, at.Step, s)
		return s.Key, Spot{at.Phase, at.Step + 1}
	}
	if i, ok := c.nearest(at.Phase, e); ok {
		c.Phases[i].Steps = append(c.Phases[i].Steps, s)
		return s.Key, at
	}
	kind := exercise.Dynamic
	if e != nil {
		kind = e.Kind
	}
	empty := len(c.Phases) == 0
	i := c.place(kind)
	c.AddPhase(kind, "", i)
	c.Phases[i].Steps = append(c.Phases[i].Steps, s)
	switch {
	case empty:
		at = Spot{i, 1}
	case i <= at.Phase:
		at.Phase++
	}
	return s.Key, at
}

// nearest is the phase nearest to another that takes an exercise.
func (c *Content) nearest(to int, e *exercise.Exercise) (phase int, ok bool) {
	phase = -1
	var best [2]int
	for i, p := range c.Phases {
		if !room(p, e) {
			continue
		}
		far := [2]int{0, max(i-to, to-i)}
		if e != nil && p.Kind != e.Kind {
			far[0] = 1
		}
		// Of two phases equally near the later wins: what is added belongs behind what is there.
		if phase < 0 || cmp.Or(cmp.Compare(far[0], best[0]), cmp.Compare(far[1], best[1])) <= 0 {
			phase, best = i, far
		}
	}
	return phase, phase >= 0
}

// place is where a new phase of a kind has its place: before the first phase of a kind that is usually played later.
func (c *Content) place(kind exercise.Kind) int {
	rank := slices.Index(exercise.Kinds, kind)
	for i, p := range c.Phases {
		if slices.Index(exercise.Kinds, p.Kind) > rank {
			return i
		}
	}
	return len(c.Phases)
}

// clamp is the nearest spot that exists. In a routine without phases it is the first.
func (c *Content) clamp(at Spot) Spot {
	if len(c.Phases) == 0 {
		return Spot{}
	}
	if at.Phase >= len(c.Phases) {
		last := len(c.Phases) - 1
		return Spot{last, len(c.Phases[last].Steps)}
	}
	if at.Phase < 0 {
		return Spot{}
	}
	return Spot{at.Phase, min(max(at.Step, 0), len(c.Phases[at.Phase].Steps))}
}
