package pose

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"catcow/assets"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// Start begins an exercise of one's own from another; "" lets the person choose what to begin with.
func (s *Screen) Start(from string) {
	s.Flush()
	if from == "" {
		s.toBegin()
		return
	}
	e := s.lib.Catalogue.Get(from)
	text, err := textOf(e)
	if err != nil {
		s.deps.Say(look.T("pose.not-read", "That exercise cannot be read, so it cannot be begun from."))
		s.toBegin()
		return
	}
	f, _ := exercise.ReadFile(from, text)
	f.Name = s.freeName(mineName(f.Name))
	w := newWork(s.freeID(f.Name), f)
	w.fresh, w.style, w.from = true, withoutSchema(text), from
	s.open(w)
}

// mineName is what one's own is called that is begun from an exercise.
func mineName(name string) string {
	return look.T("pose.mine-name", "My {{.Name}}", map[string]any{"Name": name})
}

// Begun is the name of what was begun from a shipped exercise, kept and not saved yet; ok is false where there is nothing.
func (s *Screen) Begun(from *exercise.Exercise) (name string, ok bool) {
	d, ok := s.begun(from)
	return draftName(d), ok
}

// GoOn goes on with that, or begins anew where it is no longer there.
func (s *Screen) GoOn(from *exercise.Exercise) {
	s.Flush()
	d, ok := s.begun(from)
	if !ok {
		s.Start(from.ID)
		return
	}
	s.resume(d)
	if s.work != nil {
		s.work.from = from.ID
	}
}

// begun is the latest draft that was begun from a shipped exercise. Drafts do not say so themselves: it goes by the id,
// which is that of the name it was begun under, or the exercise's own where it is to stand in for it.
func (s *Screen) begun(from *exercise.Exercise) (draft.Kept, bool) {
	stem := tomlfile.NearestID(mineName(from.Name))
	list, _ := s.store.Drafts()
	for _, d := range list {
		if d.Base != nil {
			continue // it has a file, and is changed there
		}
		rest, ok := strings.CutPrefix(d.ID, stem)
		number, err := strconv.Atoi(rest)
		if d.ID == from.ID || ok && (rest == "" || err == nil && number < 0) { // -2, -3 … is what FreeID puts behind
			return d, true
		}
	}
	return draft.Kept{}, false
}

// draftName is what a draft is called.
func draftName(d draft.Kept) string {
	f, _ := exercise.ReadFile(d.ID, d.Text)
	return cmp.Or(f.Name, d.ID)
}

// Edit opens an exercise of one's own. A shipped one is begun from instead: what is shipped does not change.
func (s *Screen) Edit(id string) {
	s.Flush()
	e := s.lib.Catalogue.Get(id)
	if e != nil && e.Source == exercise.Shipped {
		s.Start(id)
		return
	}
	text, err := s.store.Open(id)
	if err != nil {
		s.sayError(err)
		s.toBegin()
		return
	}
	if d, ok := s.kept(id); ok && !bytes.Equal(d.Text, text) {
		s.resume(d)
		return
	}
	f, problems := exercise.ReadFile(id+".toml", text)
	if problems != nil {
		s.deps.Say(look.Say(problems[0].Message))
		s.toBegin()
		return
	}
	w := newWork(id, f)
	w.style, w.base = text, text
	s.open(w)
}

// resume goes on with unsaved work.
func (s *Screen) resume(d draft.Kept) {
	f, problems := exercise.ReadFile(d.ID, d.Text)
	if problems != nil {
		s.deps.Say(look.Say(problems[0].Message))
		return
	}
	w := newWork(d.ID, f)
	w.style, w.base, w.fresh, w.kept = d.Text, d.Base, d.Base == nil, true
	if d.Base != nil {
		w.saved, _ = exercise.ReadFile(d.ID, d.Base)
	} else {
		w.saved = exercise.File{}
	}
	s.open(w)
	s.lookAtFile()
	s.deps.Say(look.T("pose.resumed", "Picked up where you left off."))
}

// fromBase begins with a posture.
func (s *Screen) fromBase(base string) {
	s.open(s.blank(figure.Based(base), basePosition(base)))
}

// blank is an exercise that says what it has to, and nothing more.
func (s *Screen) blank(f *figure.Figure, at exercise.Position) *work {
	hold, least, most := tomlfile.Duration(30*time.Second), tomlfile.Duration(20*time.Second), tomlfile.Duration(60*time.Second)
	file := exercise.File{
		Name: s.freeName(look.T("pose.new-name", "My stretch")), Kind: string(exercise.Static), Position: string(at),
		Sides: string(exercise.Both), Load: []string{"neutral"},
		Cues:   []string{},
		Dose:   exercise.FileDose{Hold: &hold, HoldMin: &least, HoldMax: &most},
		Figure: f,
	}
	w := newWork(s.freeID(file.Name), file)
	w.fresh = true
	return w
}

// basePosition is how the body is placed in a posture.
func basePosition(base string) exercise.Position {
	switch base {
	case "sit":
		return exercise.SeatedChair
	case "long_sit":
		return exercise.SeatedFloor
	case "kneel":
		return exercise.Kneeling
	case "all_fours":
		return exercise.Quadruped
	case "supine":
		return exercise.Supine
	case "prone":
		return exercise.Prone
	case "side":
		return exercise.SideLying
	}
	return exercise.Standing
}

func (s *Screen) open(w *work) {
	s.work = w
	s.keep.last, s.keep.lost = nil, false
	s.frame.opened()
	parts.Show(s.begin, false)
	parts.Show(s.frame, true)
}

// toBegin lets the person choose what to begin with.
func (s *Screen) toBegin() {
	s.work = nil
	s.begin.set()
	parts.Show(s.frame, false)
	parts.Show(s.begin, true)
}

// textOf is the file of an exercise.
func textOf(e *exercise.Exercise) ([]byte, error) {
	switch {
	case e == nil:
		return nil, fs.ErrNotExist
	case e.Source == exercise.Own:
		text, problems := tomlfile.ReadPath(e.Path, tomlfile.Standard)
		if problems != nil {
			return nil, problems
		}
		return text, nil
	}
	return fs.ReadFile(assets.Exercises(), e.ID+".toml")
}

// withoutSchema is a shipped file without its first line, which leads editors to a schema that does not lie beside a
// person's own files.
func withoutSchema(text []byte) []byte {
	if line, rest, ok := bytes.Cut(text, []byte("\n")); ok && bytes.HasPrefix(line, []byte("#:schema")) {
		return bytes.TrimLeft(rest, "\n")
	}
	return text
}

// taken reports whether an id is that of an exercise already.
func (s *Screen) taken(id string) bool { return s.lib.Catalogue.Get(id) != nil }

func (s *Screen) freeID(name string) string {
	kept := map[string]bool{}
	list, _ := s.store.Drafts()
	for _, d := range list {
		kept[d.ID] = true
	}
	return s.store.FreeID(name, func(id string) bool { return s.taken(id) || kept[id] })
}

// freeName is a name that no exercise has: with 2, 3 … behind where one has it.
func (s *Screen) freeName(name string) string {
	used := map[string]bool{}
	for _, e := range s.lib.Catalogue.All() {
		used[e.Name] = true
	}
	out := name
	for n := 2; used[out]; n++ {
		out = name + " " + strconv.Itoa(n)
	}
	return out
}

// kept is the draft of an id.
func (s *Screen) kept(id string) (draft.Kept, bool) {
	list, _ := s.store.Drafts()
	for _, d := range list {
		if d.ID == id {
			return d, true
		}
	}
	return draft.Kept{}, false
}

// sayError says what went wrong in the person's language, where it has words in it.
func (s *Screen) sayError(err error) {
	var m message.Message
	var f *draft.Failure
	var c *draft.Conflict
	switch {
	case errors.As(err, &f):
		s.deps.Say(look.Say(f.What) + " " + look.Say(f.Works))
	case errors.As(err, &c):
		s.deps.Say(look.Say(c.Message()))
	case errors.As(err, &m):
		s.deps.Say(look.Say(m))
	default:
		s.deps.Say(err.Error())
	}
}
