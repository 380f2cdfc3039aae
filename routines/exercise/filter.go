package exercise

import (
	"slices"
	"strings"
)

// Facet is one of the ways to narrow the catalogue down.
type Facet string

// The facets.
const (
	ByArea     Facet = "area"     // an Area
	ByKind     Facet = "kind"     // a Kind
	ByPosition Facet = "position" // a Position
	ByThing    Facet = "thing"    // one of Things
	ByPlace    Facet = "place"    // NoFloor or Quiet
)

// What a place may ask for, as values of ByPlace.
const (
	NoFloor = "no-floor" // standing or on a chair throughout, on no mat
	Quiet   = "quiet"    // no step, no roller: nothing that is heard in the room below
)

// Nothing is the value of ByThing for exercises that need nothing at hand.
const Nothing = "nothing"

// Things lists what can be asked for at hand, as values of ByThing. An exercise that takes a wall or a chair is found
// by both.
var Things = []string{Nothing, "mat", "chair", "wall", "doorway", "step", "roller", "ball", "strap"}

// Choice is one value of a facet.
type Choice struct {
	Facet Facet
	Value string
}

// Filter narrows a list of exercises down. Of several choices of one facet an exercise has to meet one, but of a place
// it has to meet all; it has to meet every facet that is used, and hold every word of Text. The zero Filter lets all
// through.
type Filter struct {
	Text    string
	Choices []Choice
}

// Has reports whether a choice is part of the filter.
func (f Filter) Has(c Choice) bool { return slices.Contains(f.Choices, c) }

// Toggled is the filter with a choice put in, or taken out where it was in.
func (f Filter) Toggled(c Choice) Filter {
	if f.Has(c) {
		return f.Without(c)
	}
	f.Choices = append(slices.Clone(f.Choices), c)
	return f
}

// Without is the filter without a choice.
func (f Filter) Without(c Choice) Filter {
	f.Choices = slices.DeleteFunc(slices.Clone(f.Choices), func(o Choice) bool { return o == c })
	return f
}

// Only is the filter with a choice as the only one of its facet, or, for a place, beside the other: what is left when
// that choice alone is made.
func (f Filter) Only(c Choice) Filter {
	f.Choices = slices.DeleteFunc(slices.Clone(f.Choices), func(o Choice) bool { return o.Facet == c.Facet && c.Facet != ByPlace || o == c })
	f.Choices = append(f.Choices, c)
	return f
}

// Empty reports whether the filter lets everything through.
func (f Filter) Empty() bool { return len(f.Choices) == 0 && strings.TrimSpace(f.Text) == "" }

// Of lists the exercises of a list that pass, in its order, but those with all of Text in their name first.
func (f Filter) Of(all []*Exercise) []*Exercise {
	words := strings.Fields(strings.ToLower(f.Text))
	var named, other []*Exercise
	for _, e := range all {
		switch {
		case !f.meets(e):
		case hasAll(strings.ToLower(e.Name), words):
			named = append(named, e)
		case hasAll(e.searched(), words):
			other = append(other, e)
		}
	}
	return append(named, other...)
}

// Count is how many exercises of a list pass.
func (f Filter) Count(all []*Exercise) int { return len(f.Of(all)) }

// meets reports whether an exercise meets every facet that is used.
func (f Filter) meets(e *Exercise) bool {
	for i, c := range f.Choices {
		met := e.Meets(c)
		if c.Facet == ByPlace && !met {
			return false
		}
		if slices.ContainsFunc(f.Choices[:i], func(o Choice) bool { return o.Facet == c.Facet }) {
			continue // the facet was looked at with its first choice
		}
		for _, o := range f.Choices[i+1:] {
			met = met || o.Facet == c.Facet && e.Meets(o)
		}
		if !met {
			return false
		}
	}
	return true
}

// Meets reports whether the exercise is one of those a choice is after.
func (e *Exercise) Meets(c Choice) bool {
	switch c.Facet {
	case ByArea:
		return slices.Contains(e.Areas(), Area(c.Value))
	case ByKind:
		return e.Kind == Kind(c.Value)
	case ByPosition:
		return e.Position == Position(c.Value)
	case ByThing:
		things := e.things()
		return slices.Contains(things, c.Value) || c.Value == Nothing && !e.needsAny()
	}
	switch c.Value {
	case NoFloor:
		return !e.Position.OnFloor() && !slices.Contains(e.Equipment, "mat")
	case Quiet:
		return e.quiet()
	}
	return false
}

// things are what the exercise uses, as values of ByThing; what only makes it more comfortable counts too.
func (e *Exercise) things() []string {
	var out []string
	for _, q := range e.Equipment {
		switch q {
		case "chair-or-bench":
			out = append(out, "chair")
		case "step-or-chair":
			out = append(out, "step", "chair")
		case "wall-or-chair":
			out = append(out, "wall", "chair")
		case "foam-roller":
			out = append(out, "roller")
		case "strap-or-towel", "strap-optional":
			out = append(out, "strap")
		default:
			out = append(out, q)
		}
	}
	return out
}

// needsAny reports whether the exercise cannot be done with nothing at hand.
func (e *Exercise) needsAny() bool {
	return slices.ContainsFunc(e.Equipment, func(q string) bool { return !strings.HasSuffix(q, "-optional") })
}

// quiet reports whether nothing of the exercise is heard a floor below: no step and no roller. Of a picture alone
// nobody knows; the slow movements of this catalogue are quiet as long as both feet stay down.
func (e *Exercise) quiet() bool {
	if e.Kind == Activity || slices.Contains(e.Equipment, "foam-roller") {
		return false
	}
	return e.Figure == nil || e.Position != Standing || !e.Figure.Steps()
}

// searched is everything an exercise can be found by, in small letters.
func (e *Exercise) searched() string {
	all := []string{e.ID, e.Name, string(e.Kind), string(e.Position)}
	for _, list := range [][]string{e.Aliases, e.Targets, e.Equipment, e.GoodFor} {
		all = append(all, list...)
	}
	return strings.ToLower(strings.Join(all, "\n"))
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// AllChoices lists every choice there is, facet by facet, each in the order to show it.
func AllChoices() []Choice {
	var out []Choice
	for _, a := range Areas {
		out = append(out, Choice{ByArea, string(a)})
	}
	for _, k := range Kinds {
		out = append(out, Choice{ByKind, string(k)})
	}
	for _, p := range Positions {
		out = append(out, Choice{ByPosition, string(p)})
	}
	for _, t := range Things {
		out = append(out, Choice{ByThing, t})
	}
	return append(out, Choice{ByPlace, NoFloor}, Choice{ByPlace, Quiet})
}
