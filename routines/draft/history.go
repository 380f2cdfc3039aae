package draft

import (
	"slices"
	"strings"

	"catcow/routines/message"
)

// patch is what differs between two texts, and between the keys of what they say. It holds the differing lines alone: a
// long history of a long routine is small.
type patch struct {
	hunks            []hunk
	oldKeys, newKeys []Key // nil where they are the same
}

// hunk is a piece of text in the place of another.
type hunk struct {
	at       int // byte in the old text
	old, new string
}

// entry is an edit that can be taken back.
type entry struct {
	what message.Message
	join string
	patch
}

// between makes the patch from one text to another.
func between(a, b []byte, oldKeys, newKeys []Key) patch {
	la, lb := pieces(a), pieces(b)
	var p patch
	i, j, at := 0, 0, 0
	for _, r := range runs(la, lb) {
		old, new := strings.Join(la[i:r.a], ""), strings.Join(lb[j:r.b], "")
		if old != "" || new != "" {
			p.hunks = append(p.hunks, hunk{at, strings.Clone(old), strings.Clone(new)})
		}
		at += len(old)
		for _, line := range la[r.a : r.a+r.n] {
			at += len(line)
		}
		i, j = r.a+r.n, r.b+r.n
	}
	if !slices.Equal(oldKeys, newKeys) {
		p.oldKeys, p.newKeys = oldKeys, newKeys
	}
	return p
}

// pieces are the lines of a text with their ends.
func pieces(text []byte) []string { return strings.SplitAfter(string(text), "\n") }

// forth is the text after the edit, given the one before.
func (p patch) forth(text []byte) []byte {
	var out []byte
	at := 0
	for _, h := range p.hunks {
		out = append(append(out, text[at:h.at]...), h.new...)
		at = h.at + len(h.old)
	}
	return append(out, text[at:]...)
}

// back is the text before the edit, given the one after.
func (p patch) back(text []byte) []byte {
	var out []byte
	at, shift := 0, 0
	for _, h := range p.hunks {
		start := h.at + shift
		out = append(append(out, text[at:start]...), h.old...)
		at = start + len(h.new)
		shift += len(h.new) - len(h.old)
	}
	return append(out, text[at:]...)
}

// keys are those of all phases and steps, in order.
func (c Content) keys() []Key {
	var keys []Key
	for _, p := range c.Phases {
		keys = append(keys, p.Key)
		for _, s := range p.Steps {
			keys = append(keys, s.Key)
		}
	}
	return keys
}

// setKeys gives the phases and steps their keys, in order. It does nothing when there are not as many as those.
func (c *Content) setKeys(keys []Key) {
	if len(keys) != len(c.keys()) {
		return
	}
	for i := range c.Phases {
		c.Phases[i].Key, keys = keys[0], keys[1:]
		for j := range c.Phases[i].Steps {
			c.Phases[i].Steps[j].Key, keys = keys[0], keys[1:]
		}
	}
}
