package draft

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Find is where the phase or step of a key is. The step is -1 when the key is a phase's.
func (c Content) Find(k Key) (phase, step int, ok bool) {
	if k == 0 {
		return 0, 0, false
	}
	for i := range c.Phases {
		if c.Phases[i].Key == k {
			return i, -1, true
		}
		for j := range c.Phases[i].Steps {
			if c.Phases[i].Steps[j].Key == k {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// Step is the step of a key, to look at or to change; nil when there is none.
func (c Content) Step(k Key) *Step {
	if i, j, ok := c.Find(k); ok && j >= 0 {
		return &c.Phases[i].Steps[j]
	}
	return nil
}

// Phase is the phase of a key, to look at or to change; nil when there is none. The phase of a step is Phases[phase]
// of Find.
func (c Content) Phase(k Key) *Phase {
	if i, j, ok := c.Find(k); ok && j < 0 {
		return &c.Phases[i]
	}
	return nil
}

// Clone is a copy that shares nothing that changes.
func (c Content) Clone() Content {
	c.Extras, c.Notes, c.Phases = slices.Clone(c.Extras), slices.Clone(c.Notes), slices.Clone(c.Phases)
	for i := range c.Phases {
		c.Phases[i].Steps = slices.Clone(c.Phases[i].Steps)
	}
	return c
}

// Same reports whether two contents say the same, whatever their keys.
func Same(a, b Content) bool { return reflect.DeepEqual(a.plain(), b.plain()) }

// plain is the content without keys, and with nothing where nothing is said.
func (c Content) plain() Content {
	c = c.Clone()
	c.last, c.in = 0, nil
	c.Extras, c.Notes = some(c.Extras), some(c.Notes)
	c.Phases = some(c.Phases)
	for i := range c.Phases {
		p := &c.Phases[i]
		p.Key, p.Steps = 0, some(p.Steps)
		for j := range p.Steps {
			p.Steps[j].Key = 0
		}
	}
	return c
}

// some is a list, or nil for one with nothing in it.
func some[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// identify gives a key of its own to every phase and step that has none, or one that another has already.
func (c *Content) identify() {
	seen := make(map[Key]bool, len(c.Phases)*8)
	for _, p := range c.Phases {
		c.last = max(c.last, p.Key)
		for _, s := range p.Steps {
			c.last = max(c.last, s.Key)
		}
	}
	own := func(k *Key) {
		if *k <= 0 || seen[*k] {
			*k = c.next()
		}
		seen[*k] = true
	}
	for i := range c.Phases {
		own(&c.Phases[i].Key)
		for j := range c.Phases[i].Steps {
			own(&c.Phases[i].Steps[j].Key)
		}
	}
}

// next is a key that was never given out before.
func (c *Content) next() Key {
	for _, p := range c.Phases {
		c.last = max(c.last, p.Key)
		for _, s := range p.Steps {
			c.last = max(c.last, s.Key)
		}
	}
	c.last++
	return c.last
}

// exercise is the exercise of a step, or nil when none is known by its id.
func (c Content) exercise(s Step) *exercise.Exercise {
	if c.in == nil || c.in.cat == nil {
		return nil
	}
	return c.in.cat.Get(s.Exercise)
}

// name is what a new phase of a kind is called: the plain name, with 2, 3 … behind when another phase has it.
func (c *Content) name(kind exercise.Kind) string {
	m := PhaseName(kind)
	plain := m.String()
	if c.in != nil && c.in.say != nil {
		plain = cmp.Or(strings.TrimSpace(c.in.say(m)), plain)
	}
	name := plain
	for n := 2; slices.ContainsFunc(c.Phases, func(p Phase) bool { return p.Name == name }); n++ {
		name = fmt.Sprintf("%s %d", plain, n)
	}
	return name
}

// PhaseName is the plain name of a phase of a kind.
func PhaseName(kind exercise.Kind) message.Message {
	switch kind {
	case exercise.Dynamic:
		return message.New("draft.warm-up", "Warm up")
	case exercise.Activity:
		return message.New("draft.activity", "Activity")
	case exercise.Strength:
		return message.New("draft.strengthen", "Strengthen")
	case exercise.Static:
		return message.New("draft.cool-down", "Cool down")
	case exercise.Release:
		return message.New("draft.release", "Release")
	}
	return message.New("draft.phase", "Phase")
}
