package draft

import (
	"slices"

	"catcow/routines/exercise"
)

// Duplicate copies steps, and phases with all their steps, and gives the keys of the copies. The copies of steps of one
// phase stand together behind the last of them; the copy of an activity has a phase of its own.
func (c *Content) Duplicate(keys []Key) []Key {
	var made []Key
	for i := 0; i < len(c.Phases); i++ {
		p := c.Phases[i]
		if slices.Contains(keys, p.Key) {
			made = append(made, c.copyPhase(i, p.Steps)...)
			i++
			continue
		}
		var copies []Step
		behind := 0
		for j, s := range p.Steps {
			if slices.Contains(keys, s.Key) {
				copies, behind = append(copies, s), j+1
			}
		}
		switch {
		case copies == nil:
		case p.Kind == exercise.Activity:
			made = append(made, c.copyPhase(i, copies)[1:]...)
			i++
		default:
			for j := range copies {
				copies[j].Key = c.next()
				made = append(made, copies[j].Key)
			}
			c.Phases[i].Steps = slices.Insert(p.Steps, behind, copies...)
		}
	}
	return made
}

// copyPhase puts a phase like another behind it, with copies of steps, and gives the keys of all.
func (c *Content) copyPhase(i int, steps []Step) []Key {
	p := c.Phases[i]
	p.Key, p.Steps = c.next(), slices.Clone(steps)
	made := []Key{p.Key}
	for j := range p.Steps {
		p.Steps[j].Key = c.next()
		made = append(made, p.Steps[j].Key)
	}
	c.Phases = slices.Insert(c.Phases, i+1, p)
	return made
}

// Delete takes steps out, and phases with all their steps. A phase whose steps are all gone stays.
func (c *Content) Delete(keys []Key) {
	c.Phases = slices.DeleteFunc(c.Phases, func(p Phase) bool { return slices.Contains(keys, p.Key) })
	c.take(keys)
}
