package draft

import (
	"slices"

	"catcow/routines/exercise"
)

// Move puts steps before a spot, in the order they have in the routine. When the phase there does not take all of them,
// nothing moves and it reports false.
func (c *Content) Move(keys []Key, to Spot) bool {
	to = c.clamp(to)
	if len(keys) == 0 || len(c.Phases) == 0 {
		return false
	}
	target := c.Phases[to.Phase]
	var moved []Step
	own, before := 0, 0 // of the target's steps, and of those before the spot
	for i, p := range c.Phases {
		for j, s := range p.Steps {
			if !slices.Contains(keys, s.Key) {
				continue
			}
			if i == to.Phase {
				own++
				if j < to.Step {
					before++
				}
			} else if !Takes(target.Kind, c.exercise(s)) {
				return false
			}
			moved = append(moved, s)
		}
	}
	if len(moved) == 0 || target.Kind == exercise.Activity && len(moved) > own && len(moved)+len(target.Steps)-own > 1 {
		return false
	}
	c.take(keys)
	p := &c.Phases[to.Phase]
	p.Steps = slices.Insert(p.Steps, to.Step-before, moved...)
	return true
}

// take takes the steps with these keys out.
func (c *Content) take(keys []Key) {
	for i := range c.Phases {
		c.Phases[i].Steps = slices.DeleteFunc(c.Phases[i].Steps, func(s Step) bool { return slices.Contains(keys, s.Key) })
	}
}

// Shift moves steps by one place or more: up when by is less than nothing, down when it is more. At the edge of a phase
// they go on into the next one that takes them. Several steps of one phase move together; a phase moves as MovePhase
// says. It reports whether anything got anywhere.
func (c *Content) Shift(keys []Key, by int) bool {
	moved := false
	for ; by != 0; by -= sign(by) {
		step := false
		for _, group := range c.groups(keys, by) {
			if _, j, _ := c.Find(group[0]); j < 0 {
				step = c.MovePhase(group[0], sign(by)) || step
			} else {
				step = c.shift(group, by) || step
			}
		}
		if !step {
			break
		}
		moved = true
	}
	return moved
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// groups are the keys of each phase, each in the order of the routine, the phases in the order they have to move in so
// that none is in the way of another. A phase is a group of its own, and its steps go with it.
func (c *Content) groups(keys []Key, by int) [][]Key {
	var groups [][]Key
	for _, p := range c.Phases {
		if slices.Contains(keys, p.Key) {
			groups = append(groups, []Key{p.Key})
			continue
		}
		var group []Key
		for _, s := range p.Steps {
			if slices.Contains(keys, s.Key) {
				group = append(group, s.Key)
			}
		}
		if group != nil {
			groups = append(groups, group)
		}
	}
	if by > 0 {
		slices.Reverse(groups)
	}
	return groups
}

// shift moves steps of one phase by one place.
func (c *Content) shift(keys []Key, by int) bool {
	i, first, _ := c.Find(keys[0])
	_, last, _ := c.Find(keys[len(keys)-1])
	switch {
	case by < 0 && first > 0:
		return c.Move(keys, Spot{i, first - 1})
	case by > 0 && last < len(c.Phases[i].Steps)-1:
		return c.Move(keys, Spot{i, last + 2})
	case last-first >= len(keys): // at the edge, but not yet together
		if by < 0 {
			return c.Move(keys, Spot{i, 0})
		}
		return c.Move(keys, Spot{i, last + 1})
	}
	for i += sign(by); i >= 0 && i < len(c.Phases); i += sign(by) {
		to := Spot{i, 0}
		if by < 0 {
			to.Step = len(c.Phases[i].Steps)
		}
		if c.Move(keys, to) {
			return true
		}
	}
	return false
}
