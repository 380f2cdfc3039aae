package exercise

import (
	"cmp"
	"slices"

	"catcow/routines/tomlfile"
)

// Catalogue is a set of exercises by id. It does not change once made; the exercises in it are shared and must not
// be changed either.
type Catalogue struct {
	byID   map[string]*Exercise
	byName []*Exercise
	ids    []string
	broken map[string]bool
}

// NewCatalogue makes a catalogue. Of two exercises with one id the later stays. Broken are ids of files that exist but
// cannot be used; what refers to them is told so.
func NewCatalogue(list []*Exercise, broken ...string) *Catalogue {
	c := &Catalogue{byID: make(map[string]*Exercise, len(list)), broken: make(map[string]bool, len(broken))}
	for _, id := range broken {
		c.broken[id] = true
	}
	for _, e := range list {
		c.byID[e.ID] = e
	}
	for id, e := range c.byID {
		c.ids = append(c.ids, id)
		c.byName = append(c.byName, e)
	}
	slices.Sort(c.ids)
	slices.SortFunc(c.byName, func(a, b *Exercise) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return c
}

// Get is the exercise with that id, or nil.
func (c *Catalogue) Get(id string) *Exercise { return c.byID[id] }

// All lists every exercise, sorted by name.
func (c *Catalogue) All() []*Exercise { return slices.Clone(c.byName) }

// IDs lists every id in alphabetical order.
func (c *Catalogue) IDs() []string { return slices.Clone(c.ids) }

// Nearest is the id that was probably meant: by its spelling, or by an exercise's name or alias. "" when nothing is
// near.
func (c *Catalogue) Nearest(id string) string {
	if near := tomlfile.Nearest(id, c.ids); near != "" {
		return near
	}
	var names []string
	owner := map[string]string{}
	for _, e := range c.byName {
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			names = append(names, name)
			owner[name] = e.ID
		}
	}
	return owner[tomlfile.Nearest(id, names)]
}

// Easier is the exercise that is the easier way to do e, or nil when the catalogue has none.
func (c *Catalogue) Easier(e *Exercise) *Exercise { return c.byID[e.Easier.Exercise] }

// Swap is the first exercise of e's swap list that the catalogue has and ok accepts (nil accepts all), or nil.
func (c *Catalogue) Swap(e *Exercise, ok func(*Exercise) bool) *Exercise {
	for _, id := range e.Swap {
		if s := c.byID[id]; s != nil && (ok == nil || ok(s)) {
			return s
		}
	}
	return nil
}
