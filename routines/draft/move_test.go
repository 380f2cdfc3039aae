package draft

import (
	"reflect"
	"testing"

	"catcow/routines/exercise"
)

func TestMove(t *testing.T) {
	const from = "d: cat-cow hip-hinge hip-circles | a: walk | s: cobra butterfly | r: legs-up-wall | a:"
	tests := []struct {
		about, keys string
		to          Spot
		want        string // "" when refused
	}{
		{"down", "cat-cow", Spot{0, 2}, "d: hip-hinge cat-cow hip-circles | a: walk | s: cobra butterfly | r: legs-up-wall | a:"},
		{"up", "hip-circles", Spot{0, 0}, "d: hip-circles cat-cow hip-hinge | a: walk | s: cobra butterfly | r: legs-up-wall | a:"},
		{"where it is", "hip-hinge", Spot{0, 1}, from},
		{"right behind itself", "hip-hinge", Spot{0, 2}, from},
		{"several keep their order", "hip-circles cat-cow", Spot{0, 2}, "d: hip-hinge cat-cow hip-circles | a: walk | s: cobra butterfly | r: legs-up-wall | a:"},
		{"to another phase", "cobra", Spot{3, 1}, "d: cat-cow hip-hinge hip-circles | a: walk | s: butterfly | r: legs-up-wall cobra | a:"},
		{"from two phases", "legs-up-wall cobra", Spot{2, 2}, "d: cat-cow hip-hinge hip-circles | a: walk | s: butterfly cobra legs-up-wall | r: | a:"},
		{"a hold among movement", "cobra", Spot{0, 0}, ""},
		{"one of two does not fit", "cat-cow cobra", Spot{2, 0}, ""},
		{"an activity to an empty one", "walk", Spot{4, 0}, "d: cat-cow hip-hinge hip-circles | a: | s: cobra butterfly | r: legs-up-wall | a: walk"},
		{"an activity where it is", "walk", Spot{1, 1}, from},
		{"a phase is no step", "#0", Spot{1, 0}, ""},
		{"far beyond", "walk", Spot{99, 99}, "d: cat-cow hip-hinge hip-circles | a: | s: cobra butterfly | r: legs-up-wall | a: walk"},
	}
	for _, test := range tests {
		c := content(from)
		before := c.Clone()
		moved := c.Move(keysOf(t, c, test.keys), test.to)
		want := test.want
		if want == "" {
			want = from
			if !reflect.DeepEqual(c, before) {
				t.Errorf("%s: refused, and yet something changed", test.about)
			}
		}
		if got := show(c); got != want || moved != (test.want != "") {
			t.Errorf("%s: moved %t, %s\nwant %s", test.about, moved, got, want)
		}
	}
	c := content("a: walk | a: activity-slot")
	if c.Move(keysOf(t, c, "walk"), Spot{1, 0}) {
		t.Errorf("an activity phase has two steps: %s", show(c))
	}
	c = content("d: cobra | s: butterfly")
	if !c.Move(keysOf(t, c, "cobra"), Spot{1, 0}) || show(c) != "d: | s: cobra butterfly" {
		t.Errorf("a step in the wrong phase cannot be put right: %s", show(c))
	}
}

func TestShift(t *testing.T) {
	tests := []struct {
		about, from, keys string
		by                int
		want              string // "" when nothing gets anywhere
	}{
		{"up", "d: cat-cow hip-hinge hip-circles", "hip-circles", -1, "d: cat-cow hip-circles hip-hinge"},
		{"down", "d: cat-cow hip-hinge hip-circles", "cat-cow", 1, "d: hip-hinge cat-cow hip-circles"},
		{"by two", "d: cat-cow hip-hinge hip-circles", "cat-cow", 2, "d: hip-hinge hip-circles cat-cow"},
		{"as far as it goes", "d: cat-cow hip-hinge hip-circles", "cat-cow", 9, "d: hip-hinge hip-circles cat-cow"},
		{"at the top", "d: cat-cow hip-hinge", "cat-cow", -1, ""},
		{"at the bottom", "d: cat-cow hip-hinge | s: cobra", "hip-hinge", 1, ""},
		{"on over what does not take it", "d: cat-cow | s: cobra | a: walk | t: plank", "cat-cow", 1, "d: | s: cobra | a: walk | t: cat-cow plank"},
		{"back up", "d: cat-cow | s: cobra | t: plank", "plank", -1, "d: cat-cow plank | s: cobra | t:"},
		{"two together", "d: cat-cow hip-hinge hip-circles", "cat-cow hip-hinge", 1, "d: hip-circles cat-cow hip-hinge"},
		{"two apart come together", "d: cat-cow hip-hinge hip-circles arm-swing-rotation", "hip-hinge arm-swing-rotation", -1, "d: hip-hinge arm-swing-rotation cat-cow hip-circles"},
		{"two apart at the edge", "d: cat-cow hip-hinge hip-circles", "cat-cow hip-circles", -1, "d: cat-cow hip-circles hip-hinge"},
		{"two apart at the other edge", "d: cat-cow hip-hinge hip-circles", "cat-cow hip-circles", 1, "d: hip-hinge cat-cow hip-circles"},
		{"all of a phase go on", "d: cat-cow hip-hinge | t: plank", "cat-cow hip-hinge", 1, "d: | t: cat-cow hip-hinge plank"},
		{"each in its phase", "d: cat-cow hip-hinge | s: cobra butterfly", "hip-hinge butterfly", -1, "d: hip-hinge cat-cow | s: butterfly cobra"},
		{"one of them at the edge", "d: cat-cow hip-hinge | s: cobra butterfly", "cat-cow butterfly", -1, "d: cat-cow hip-hinge | s: butterfly cobra"},
		{"a phase", "d: cat-cow | s: cobra", "#1", -1, "s: cobra | d: cat-cow"},
		{"a phase at the edge", "d: cat-cow | s: cobra", "#1", 1, ""},
		{"a phase with a step of its own", "d: cat-cow hip-hinge | s: cobra", "#0 cat-cow", 1, "s: cobra | d: cat-cow hip-hinge"},
		{"an activity past another", "a: walk | s: cobra | a: activity-slot | a:", "walk", 1, "a: | s: cobra | a: activity-slot | a: walk"},
		{"nothing chosen", "d: cat-cow", "", 1, ""},
	}
	for _, test := range tests {
		c := content(test.from)
		want := test.want
		if want == "" {
			want = test.from
		}
		if moved := c.Shift(keysOf(t, c, test.keys), test.by); show(c) != want || moved != (test.want != "") {
			t.Errorf("%s: moved %t, %s\nwant %s", test.about, moved, show(c), want)
		}
		checkKeys(t, c)
	}
}

func TestDuplicate(t *testing.T) {
	tests := []struct{ about, from, keys, want, made string }{
		{"one", "d: cat-cow hip-hinge", "cat-cow", "d: cat-cow cat-cow hip-hinge", "cat-cow"},
		{"several together", "d: cat-cow hip-hinge hip-circles", "cat-cow hip-hinge", "d: cat-cow hip-hinge cat-cow hip-hinge hip-circles", "cat-cow hip-hinge"},
		{"several phases", "d: cat-cow | s: cobra", "cat-cow cobra", "d: cat-cow cat-cow | s: cobra cobra", "cat-cow cobra"},
		{"an activity", "d: cat-cow | a: walk", "walk", "d: cat-cow | a: walk | a: walk", "walk"},
		{"a phase", "d: cat-cow hip-hinge | s: cobra", "#0", "d: cat-cow hip-hinge | d: cat-cow hip-hinge | s: cobra", "d cat-cow hip-hinge"},
		{"a phase and its step", "d: cat-cow hip-hinge", "#0 cat-cow", "d: cat-cow hip-hinge | d: cat-cow hip-hinge", "d cat-cow hip-hinge"},
		{"nothing", "d: cat-cow", "", "d: cat-cow", ""},
	}
	for _, test := range tests {
		c := content(test.from)
		old := c.keys()
		made := c.Duplicate(keysOf(t, c, test.keys))
		if show(c) != test.want {
			t.Errorf("%s: %s\nwant %s", test.about, show(c), test.want)
		}
		checkKeys(t, c)
		words := ""
		for _, k := range made {
			for _, o := range old {
				if k == o {
					t.Errorf("%s: a copy has the key of the original", test.about)
				}
			}
			if s := c.Step(k); s != nil {
				words += " " + s.Exercise
			} else if p := c.Phase(k); p != nil && p.Kind == exercise.Dynamic {
				words += " d"
			}
		}
		if words != "" && words[1:] != test.made || words == "" && test.made != "" {
			t.Errorf("%s: the copies are%s, want %s", test.about, words, test.made)
		}
	}
}

func TestDelete(t *testing.T) {
	tests := []struct{ about, from, keys, want string }{
		{"one", "d: cat-cow hip-hinge", "cat-cow", "d: hip-hinge"},
		{"the last of a phase", "d: cat-cow | s: cobra", "cat-cow", "d: | s: cobra"},
		{"a phase and a step of another", "d: cat-cow | s: cobra butterfly", "#0 cobra", "s: butterfly"},
		{"everything", "d: cat-cow | s: cobra", "#0 #1", ""},
	}
	for _, test := range tests {
		c := content(test.from)
		c.Delete(keysOf(t, c, test.keys))
		if show(c) != test.want {
			t.Errorf("%s: %s\nwant %s", test.about, show(c), test.want)
		}
	}
}

// A key that was given out once is never given to something else.
func TestKeysAreNotUsedAgain(t *testing.T) {
	c := content("d: cat-cow")
	k := c.Add(catalogue(), Spot{0, 1}, "hip-hinge")[0]
	c.Delete([]Key{k})
	if again := c.Add(catalogue(), Spot{0, 1}, "hip-hinge")[0]; again == k {
		t.Errorf("the key %d stands for two steps", k)
	}
}

func TestFind(t *testing.T) {
	c := content("d: cat-cow | s: cobra butterfly")
	k := keysOf(t, c, "butterfly")[0]
	if i, j, ok := c.Find(k); !ok || i != 1 || j != 1 || c.Step(k).Exercise != "butterfly" || c.Phase(k) != nil {
		t.Errorf("the step is at %d, %d, %t", i, j, ok)
	}
	k = keysOf(t, c, "#1")[0]
	if i, j, ok := c.Find(k); !ok || i != 1 || j != -1 || c.Phase(k).Kind != exercise.Static || c.Step(k) != nil {
		t.Errorf("the phase is at %d, %d, %t", i, j, ok)
	}
	for _, k := range []Key{0, -1, 99} {
		if _, _, ok := c.Find(k); ok || c.Step(k) != nil || c.Phase(k) != nil {
			t.Errorf("there is something with the key %d", k)
		}
	}
}
