package draft

import (
	"slices"

	"catcow/routines/exercise"
)

// AddPhase adds an empty phase before the one at an index, or behind the last, and gives its key. Without a name it has
// the plain one of its kind, with a number where that is taken.
func (c *Content) AddPhase(kind exercise.Kind, name string, at int) Key {
	if name == "" {
		name = c.name(kind)
	}
	k := c.next()
	c.Phases = slices.Insert(c.Phases, min(max(at, 0), len(c.Phases)), Phase{Key: k, Name: name, Kind: kind})
	return k
}

// MovePhase moves a phase with all its steps: up when by is less than nothing, down when it is more. It reports whether
// the phase got anywhere.
func (c *Content) MovePhase(k Key, by int) bool {
	i, j, ok := c.Find(k)
	if !ok || j >= 0 {
		return false
	}
	to := min(max(i+by, 0), len(c.Phases)-1)
	if to == i {
		return false
	}
	p := c.Phases[i]
	c.Phases = slices.Insert(slices.Delete(c.Phases, i, i+1), to, p)
	return true
}
