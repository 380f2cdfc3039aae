package draft

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// Draft is the text of a routine file and what it says. It does not change; an edit makes another one.
type Draft struct {
	ID       string // the file's name without .toml; "" while it has none
	Text     []byte
	Content  Content           // as far as it can be read from Text
	Routine  *routines.Routine // nil while Problems keep it from being one
	Problems tomlfile.Problems // in the order of the text; nil when there are none
	Damaged  bool              // some of the text is not TOML: it can only be mended by hand

	about map[place]spot
}

// place is where a problem is said to be.
type place struct{ line, column int }

// spot is what lies there: a phase, or a step of it. The step is -1 for the phase itself.
type spot struct{ phase, step int }

// Read reads a text. What is wrong in it is in Problems; everything else is in the content.
func Read(id string, text []byte, cat *exercise.Catalogue) Draft {
	return read(id, text, &world{cat: cat})
}

// unnamed stands for the file name of a draft that has none yet, in problems and where a name is checked.
const unnamed = "routine"

func read(id string, text []byte, in *world) Draft {
	name := id
	if name == "" {
		name = unnamed
	}
	doc := tomlfile.Parse(filepath.Base(name)+".toml", text, tomlfile.Standard)
	r, file, problems := routines.ParseDoc(name, doc, in.cat)
	d := Draft{ID: id, Text: text, Content: contentOf(file), Routine: r, Problems: problems, Damaged: doc.Damaged()}
	d.Content.in = in
	d.Content.identify()
	if problems != nil {
		d.about = abouts(doc, problems)
	}
	return d
}

// With is the draft with its text changed so that it says what c says. Comments, order and spacing of all that stays the
// same are kept, and so is a wrong value that c does not replace. Phases and steps keep the keys they have in c. When
// the text cannot be made to say exactly that, the error is a message.Message and the draft comes back as it was.
func (d Draft) With(c Content, cat *exercise.Catalogue) (Draft, error) {
	if d.Damaged {
		return d, message.New("draft.damaged", "Part of this file is not TOML, so it can only be changed in a text editor until that is mended.")
	}
	c = c.Clone()
	c.identify()
	text, err := d.Text, error(nil)
	if !slices.Equal(c.keys(), d.Content.keys()) || !Same(c, d.Content) {
		if text, err = rewritten(d.Text, d.Content, c); err != nil {
			return d, err
		}
	}
	if bytes.Equal(text, d.Text) {
		c.in, d.Content = d.Content.in, c
		return d, nil
	}
	in := &world{cat: cat}
	if d.Content.in != nil {
		in.say = d.Content.in.say
	}
	out := read(d.ID, text, in)
	if out.Damaged || !Same(out.Content, c) {
		return d, notWritten
	}
	out.Content.adopt(c)
	return out, nil
}

// adopt gives the phases and steps of c the keys that those of another content of the same shape have.
func (c *Content) adopt(from Content) {
	for i := range c.Phases {
		c.Phases[i].Key = from.Phases[i].Key
		for j := range c.Phases[i].Steps {
			c.Phases[i].Steps[j].Key = from.Phases[i].Steps[j].Key
		}
	}
	c.last = max(c.last, from.last)
}

// About is the phase or step that a problem of this draft is about. It reports false for one of the routine as a whole.
func (d Draft) About(p tomlfile.Problem) (Key, bool) {
	at, ok := d.about[place{p.Line, p.Column}]
	if !ok || at.phase >= len(d.Content.Phases) {
		return 0, false
	}
	phase := d.Content.Phases[at.phase]
	if at.step < 0 || at.step >= len(phase.Steps) {
		return phase.Key, true
	}
	return phase.Steps[at.step].Key, true
}

// abouts are the phases and steps that problems lie in.
func abouts(doc *tomlfile.Doc, problems tomlfile.Problems) map[place]spot {
	about := map[place]spot{}
	for i, path := range doc.PathsOf(problems) {
		at := spot{-1, -1}
		if _, err := fmt.Sscanf(path, "phase[%d].step[%d]", &at.phase, &at.step); at.phase >= 0 {
			if err != nil {
				at.step = -1
			}
			about[place{problems[i].Line, problems[i].Column}] = at
		}
	}
	return about
}
