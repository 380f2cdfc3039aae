package exercise_test

import (
	"slices"
	"strings"
	"testing"

	"catcow/routines"
	"catcow/routines/exercise"
)

func shipped(t *testing.T) []*exercise.Exercise {
	t.Helper()
	lib := routines.Load("")
	if len(lib.Broken) > 0 {
		t.Fatalf("a shipped file is broken: %v", lib.Broken[0].Problems)
	}
	return lib.Catalogue.All()
}

func ids(list []*exercise.Exercise) string {
	var out []string
	for _, e := range list {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestFilter(t *testing.T) {
	all := shipped(t)
	kind := func(k exercise.Kind) exercise.Choice {
		return exercise.Choice{Facet: exercise.ByKind, Value: string(k)}
	}
	area := func(a exercise.Area) exercise.Choice {
		return exercise.Choice{Facet: exercise.ByArea, Value: string(a)}
	}
	at := func(p exercise.Position) exercise.Choice {
		return exercise.Choice{Facet: exercise.ByPosition, Value: string(p)}
	}
	thing := func(s string) exercise.Choice { return exercise.Choice{Facet: exercise.ByThing, Value: s} }
	noFloor := exercise.Choice{Facet: exercise.ByPlace, Value: exercise.NoFloor}
	quiet := exercise.Choice{Facet: exercise.ByPlace, Value: exercise.Quiet}
	for _, c := range []struct {
		name    string
		text    string
		choices []exercise.Choice
		want    string
	}{
		{"one kind", "", []exercise.Choice{kind(exercise.Activity)}, "activity-slot walk"},
		{"two of one facet widen", "", []exercise.Choice{at(exercise.SideLying), at(exercise.SeatedFloor)},
			"butterfly foam-roll-glutes open-book ql-side-sit seated-forward-fold side-plank"},
		{"two facets narrow", "", []exercise.Choice{area(exercise.AreaNeck), at(exercise.SeatedChair)}, "chin-tucks neck-side-stretch"},
		{"lats lie at the back and at the sides", "lats", []exercise.Choice{area(exercise.AreaWaist), at(exercise.Kneeling)}, "childs-pose prayer-lat-stretch"},
		{"a wall or a chair is found by both", "", []exercise.Choice{thing("wall"), area(exercise.AreaHamstrings)}, "leg-swings legs-up-wall"},
		{"a chair or a wall", "leg swings", []exercise.Choice{thing("chair")}, "leg-swings"},
		{"places narrow", "", []exercise.Choice{noFloor, quiet, kind(exercise.Static)},
			"chair-forward-hang doorway-chest neck-side-stretch seated-figure-four seated-side-bend seated-twist-chair standing-hamstring"},
		{"words in the name come first", "twist", []exercise.Choice{kind(exercise.Static)}, "seated-twist-chair supine-twist"},
		{"by another name", "CAMEL", nil, "cat-cow"},
		{"by what is wanted", "neck side", nil, "neck-side-stretch"},
		{"nothing", "trampoline", nil, ""},
	} {
		got := exercise.Filter{Text: c.text, Choices: c.choices}.Of(all)
		g, w := strings.Fields(ids(got)), strings.Fields(c.want)
		slices.Sort(g)
		slices.Sort(w)
		if !slices.Equal(g, w) {
			t.Errorf("%s: %v, want %v", c.name, g, w)
		}
	}
	if got := ids(exercise.Filter{Text: "bridge"}.Of(all)); !strings.HasPrefix(got, "glute-bridge") {
		t.Errorf("a name is found behind others: %s", got)
	}
	if f := (exercise.Filter{}); !f.Empty() || f.Count(all) != len(all) {
		t.Error("no filter keeps something back")
	}
}

func TestWhatIsOptionalIsNotNeeded(t *testing.T) {
	e := &exercise.Exercise{Equipment: []string{"strap-optional"}}
	for _, thing := range []string{exercise.Nothing, "strap"} {
		if !e.Meets(exercise.Choice{Facet: exercise.ByThing, Value: thing}) {
			t.Errorf("a strap that helps is not found by %q", thing)
		}
	}
	e.Equipment = append(e.Equipment, "mat")
	if e.Meets(exercise.Choice{Facet: exercise.ByThing, Value: exercise.Nothing}) {
		t.Error("a mat is nothing")
	}
}

func TestQuiet(t *testing.T) {
	var loud []string
	for _, e := range shipped(t) {
		if !e.Meets(exercise.Choice{Facet: exercise.ByPlace, Value: exercise.Quiet}) {
			loud = append(loud, e.ID)
		}
	}
	slices.Sort(loud)
	want := []string{"activity-slot", "foam-roll-glutes", "foam-roll-upper-back", "hip-opener", "march-in-place", "walk"}
	if !slices.Equal(loud, want) {
		t.Errorf("heard a floor below are %v, want %v", loud, want)
	}
}

// Whatever is chosen, what a choice promises alone is what is there once it is made, and taking it out brings back what
// was there.
func TestFilterKeepsItsPromises(t *testing.T) {
	all := shipped(t)
	choices := exercise.AllChoices()
	for _, a := range choices {
		for _, b := range choices {
			f := exercise.Filter{}.Toggled(a)
			promised := f.Only(b).Count(all)
			g := f
			if a.Facet == b.Facet && a.Facet != exercise.ByPlace {
				g = f.Without(a)
			}
			if !g.Has(b) {
				g = g.Toggled(b)
			}
			if got := g.Count(all); got != promised {
				t.Errorf("%v then %v: %d are promised and %d are there", a, b, promised, got)
			}
			if a != b && f.Toggled(b).Toggled(b).Count(all) != f.Count(all) {
				t.Errorf("%v, %v in and out: not what it was", a, b)
			}
		}
		if (exercise.Filter{}).Only(a).Count(all) == 0 {
			t.Errorf("nothing is behind %v", a)
		}
	}
}

func TestEveryTargetLiesSomewhere(t *testing.T) {
	everywhere := []string{"whole body", "circulation", "calm", "breathing"}
	for _, e := range shipped(t) {
		for _, target := range e.Targets {
			one := exercise.Exercise{Targets: []string{target}}
			if somewhere := len(one.Areas()) > 0; somewhere == slices.Contains(everywhere, target) {
				t.Errorf("%s: %q lies in %v", e.ID, target, one.Areas())
			}
		}
	}
	for target, want := range map[string]exercise.Area{
		"Back of arms": exercise.AreaArms, "shoulder blades": exercise.AreaUpperBack, "back of shoulders": exercise.AreaShoulders,
		"backs of thighs": exercise.AreaHamstrings, "side of neck": exercise.AreaNeck, "wrists": exercise.AreaArms,
	} {
		if got := (&exercise.Exercise{Targets: []string{target}}).Areas(); len(got) != 1 || got[0] != want {
			t.Errorf("%q lies in %v, want %s", target, got, want)
		}
	}
}
