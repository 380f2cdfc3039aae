package exercise

import (
	"slices"
	"testing"
)

func TestCatalogue(t *testing.T) {
	c := NewCatalogue([]*Exercise{
		{ID: "childs-pose", Name: "Child's Pose", Swap: []string{"gone", "sphinx", "walk"}, Easier: Alternative{Exercise: "walk"}},
		{ID: "walk", Name: "Walk", Aliases: []string{"easy walk"}, Easier: Alternative{Exercise: "gone"}},
		{ID: "cat-cow", Name: "Cat-Cow Flow", Aliases: []string{"cat-camel"}},
		{ID: "sphinx", Name: "Sphinx", Swap: []string{"gone"}},
		{ID: "cat-cow", Name: "My Cat-Cow", Aliases: []string{"cat-camel"}},
	})
	if got, want := c.IDs(), []string{"cat-cow", "childs-pose", "sphinx", "walk"}; !slices.Equal(got, want) {
		t.Errorf("ids are %q, want %q", got, want)
	}
	var names []string
	for _, e := range c.All() {
		names = append(names, e.Name)
	}
	if want := []string{"Child's Pose", "My Cat-Cow", "Sphinx", "Walk"}; !slices.Equal(names, want) {
		t.Errorf("names are %q, want %q", names, want)
	}
	child, walk, sphinx := c.Get("childs-pose"), c.Get("walk"), c.Get("sphinx")
	if c.Get("gone") != nil {
		t.Error("something was found that is not there")
	}
	if c.Easier(child) != walk || c.Easier(walk) != nil || c.Easier(sphinx) != nil {
		t.Error("the easier exercise is the one named, if it is there")
	}
	if c.Swap(child, nil) != sphinx || c.Swap(sphinx, nil) != nil || c.Swap(walk, nil) != nil {
		t.Error("the first swap that is there wins")
	}
	if got := c.Swap(child, func(e *Exercise) bool { return e != sphinx }); got != walk {
		t.Errorf("the first swap that suits wins, not %v", got)
	}
	for word, want := range map[string]string{"catcow": "cat-cow", "cat-camel": "cat-cow", "Child's pose": "childs-pose", "easy-walk": "walk", "headstand": ""} {
		if got := c.Nearest(word); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
	// What the caller does with the lists does not reach the catalogue.
	c.IDs()[0], c.All()[0] = "changed", nil
	if c.IDs()[0] != "cat-cow" || c.All()[0] == nil {
		t.Error("the catalogue was changed from outside")
	}
}

func TestReferences(t *testing.T) {
	text := edit(t, dynamicText, "[dose]", "swap = [\"walk\", \"wlak\", \"broken\", \"headstand\"]\neasier = { exercise = \"walks\" }\nharder = { exercise = \"walk\" }\n[dose]")
	e, problems := Parse("x", "x.toml", []byte(text))
	if problems != nil {
		t.Fatal(problems)
	}
	c := NewCatalogue([]*Exercise{e, {ID: "walk", Name: "Walk"}}, "broken")
	want := `x.toml:7:17: unknown exercise "wlak"; did you mean "walk"?
x.toml:7:35: unknown exercise "headstand"; no exercise has a name like it
x.toml:8:23: unknown exercise "walks"; did you mean "walk"?`
	if got := c.References(e, "x.toml", []byte(text)).Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if problems := c.References(c.Get("walk"), "", nil); problems != nil {
		t.Errorf("an exercise that names none has %v", problems)
	}
}
