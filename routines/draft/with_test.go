package draft

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

const styled = `# My back, my rules.

name="Mine"          # no blanks here
about   =   'quoted "so"'
extras = [
  "walk",            # when there is time
  "cobra",
]

# ---- the warm-up ----
[[phase]]   # first
name = "Move"
kind = "dynamic"

[[phase.step]]
# the namesake
exercise = "cat-cow"
reps = "ten"         # should be a number
tempo = "7s"

[[phase.step]]
exercise = "hip-hinge"   # from the hips

# ---- then stillness ----
[[phase]]
name = "Hold"
kind = "static"
	[[phase.step]]
	exercise = "childs-pose"
	hold = "40s"
`

// TestWith changes a text of a person's own style and looks at all of it.
func TestWith(t *testing.T) {
	tests := []struct {
		about    string
		change   func(*Content)
		old, new string // what is replaced in the text
	}{
		{"nothing", func(*Content) {}, "", ""},
		{"a text", func(c *Content) { c.Name = "Yours" }, `name="Mine"  `, `name="Yours"  `},
		{"a new text", func(c *Content) { c.For = "Me" }, "about   =   'quoted \"so\"'\n", "about   =   'quoted \"so\"'\nfor=\"Me\"\n"},
		{"a time", func(c *Content) { c.Phases[1].Steps[0].Hold = 45 * time.Second }, `hold = "40s"`, `hold = "45s"`},
		{"no time", func(c *Content) { c.Phases[0].Steps[0].Tempo = 0 }, "tempo = \"7s\"\n", ""},
		{"a wrong value", func(c *Content) { c.Phases[0].Steps[0].Reps = 12 }, `reps = "ten"         #`, `reps = 12         #`},
		{"a list", func(c *Content) { c.Extras = c.Extras[:1] }, "  \"cobra\",\n", ""},
		{"a step in place of another", func(c *Content) { c.Phases[0].Steps[1].Exercise = "hip-circles" }, `"hip-hinge"   #`, `"hip-circles"   #`},
		{"a new step", func(c *Content) { c.Add(catalogue(), Spot{1, 1}, "cobra") }, "	hold = \"40s\"\n", "	hold = \"40s\"\n\n	[[phase.step]]\n	exercise = \"cobra\"\n"},
		{"order", func(c *Content) { c.Shift([]Key{c.Phases[0].Steps[0].Key}, 1) }, `[[phase.step]]
# the namesake
exercise = "cat-cow"
reps = "ten"         # should be a number
tempo = "7s"

[[phase.step]]
exercise = "hip-hinge"   # from the hips
`, `[[phase.step]]
exercise = "hip-hinge"   # from the hips

[[phase.step]]
# the namesake
exercise = "cat-cow"
reps = "ten"         # should be a number
tempo = "7s"
`},
	}
	d := Read("mine", []byte(styled), catalogue())
	for _, test := range tests {
		c := d.Content.Clone()
		test.change(&c)
		got, err := d.With(c, catalogue())
		if err != nil {
			t.Errorf("%s: %v", test.about, err)
			continue
		}
		want := styled
		if test.old != "" {
			if strings.Count(styled, test.old) != 1 {
				t.Fatalf("%s: %q is not there once", test.about, test.old)
			}
			want = strings.Replace(styled, test.old, test.new, 1)
		}
		if string(got.Text) != want {
			t.Errorf("%s:%s", test.about, differing(want, string(got.Text)))
		}
		if !Same(got.Content, c) || !slices.Equal(got.Content.keys(), c.keys()) {
			t.Errorf("%s: it says %s, want %s", test.about, show(got.Content), show(c))
		}
	}
	if string(d.Text) != styled {
		t.Error("the draft itself was changed")
	}
}

// differing shows the lines that differ.
func differing(want, got string) string {
	var b strings.Builder
	for _, l := range Differences([]byte(want), []byte(got)) {
		switch l.Where {
		case OnlyInA:
			b.WriteString("\n\twant " + l.Text)
		case OnlyInB:
			b.WriteString("\n\tgot  " + l.Text)
		}
	}
	return b.String()
}

// A change of one value touches one line, wherever it is and whatever stands around it; a new one adds one.
func TestWithTouchesOneLine(t *testing.T) {
	for name, text := range texts(t) {
		d := Read("mine", text, catalogue())
		for i, p := range d.Content.Phases {
			for j, s := range p.Steps {
				c := d.Content.Clone()
				c.Phases[i].Steps[j].Note = "Slowly"
				got, err := d.With(c, catalogue())
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				gone, added := 0, 0
				for _, l := range Differences(text, got.Text) {
					switch l.Where {
					case OnlyInA:
						gone++
					case OnlyInB:
						added++
					}
				}
				if gone > 1 || added != 1 {
					t.Errorf("%s: a note at %s changes the text by%s", name, s.Exercise, differing(string(text), string(got.Text)))
				}
			}
		}
	}
}

func TestWithRefuses(t *testing.T) {
	d := Read("mine", []byte(styled), catalogue())
	for about, change := range map[string]func(*Content){
		"half a second":     func(c *Content) { c.Phases[1].Steps[0].Hold = 1500 * time.Millisecond },
		"less than nothing": func(c *Content) { c.Phases[1].Steps[0].Hold = -time.Second },
		"more than a day":   func(c *Content) { c.Longest = 25 * time.Hour },
		"no text":           func(c *Content) { c.Name = "\xff" },
		"a zero byte":       func(c *Content) { c.Phases[0].Steps[0].Note = "a\x00b" },
		"far too much":      func(c *Content) { c.About = strings.Repeat("a", 300<<10) },
	} {
		c := d.Content.Clone()
		change(&c)
		got, err := d.With(c, catalogue())
		if about == "a zero byte" { // it can be written, as \u0000, and is a problem of the routine
			if err != nil || got.Problems == nil {
				t.Errorf("%s: %v", about, err)
			}
			continue
		}
		if _, ok := err.(message.Message); !ok || !bytes.Equal(got.Text, d.Text) || !Same(got.Content, d.Content) {
			t.Errorf("%s: %v, and the text is\n%.200s", about, err, got.Text)
		}
	}
}

// A routine from nothing is written in the style of the shipped ones.
func TestWithFromNothing(t *testing.T) {
	var c Content
	c.Name, c.About = "New", "From nothing"
	c.Add(catalogue(), Spot{}, "cat-cow", "childs-pose")
	c.Phases[1].Steps[0].Hold = 40 * time.Second
	d, err := Read("", nil, catalogue()).With(c, catalogue())
	must(t, err)
	const want = `name  = "New"
about = "From nothing"

[[phase]]
name = "Warm up"
kind = "dynamic"

  [[phase.step]]
  exercise = "cat-cow"

[[phase]]
name = "Cool down"
kind = "static"

  [[phase.step]]
  exercise = "childs-pose"
  hold     = "40s"
`
	if string(d.Text) != want || d.Routine == nil {
		t.Errorf("it is\n%s\n%v", d.Text, d.Problems)
	}
	if d.Content.Phases[1].Kind != exercise.Static || d.Content.Phases[0].Key == 0 {
		t.Errorf("it says %+v", d.Content)
	}
}
