package pose

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/tomlfile"
)

// save writes the exercise. One that is not finished is kept as a draft, and what is missing is said.
func (s *Screen) save() {
	w := s.work
	if w == nil || !w.dirty() {
		return
	}
	if w.fresh && !w.front {
		// The file is called after the exercise; until it is saved, that follows the name.
		if id := s.ownID(); id != w.id {
			s.keep.drop(w.id)
			w.id = id
		}
	}
	text, err := w.text()
	if err != nil {
		s.sayError(err)
		return
	}
	if p := s.unfinished(text); p != nil {
		s.keep.now()
		s.deps.Say(look.T("pose.unfinished", "Not finished: {{.Why}} Until then it is kept as a draft.",
			map[string]any{"Why": capital(strings.TrimSuffix(look.Say(p[0].Message), ".")) + "."}))
		return
	}
	if err := s.takePicture(); err != nil {
		s.keep.now()
		s.sayError(err)
		return
	}
	err = s.store.Save(w.id, text, w.base)
	var clash *draft.Conflict
	if errors.As(err, &clash) {
		s.keep.now()
		s.clashWith(clash)
		return
	}
	if err != nil {
		s.keep.now()
		s.sayError(err)
		return
	}
	w.base, w.style, w.saved, w.fresh, w.join = text, text, w.now.file, false, ""
	s.last = w.id
	s.keep.drop(w.id)
	s.deps.Say(look.T("pose.saved", "Saved as {{.File}}.", map[string]any{"File": w.id + ".toml"}))
	s.frame.show()
}

// standIn lets a new exercise take the place of the shipped one it was begun from, or no longer. Its file has that one's
// name then, and every routine plays it.
func (s *Screen) standIn(on bool) {
	w := s.work
	if w == nil || !w.fresh || on == w.front {
		return
	}
	s.keep.drop(w.id)
	if w.front = on; on {
		w.id = w.from
		s.deps.Say(look.T("pose.instead.said", "Once saved, every routine plays yours instead. Delete its file to have the shipped one back."))
	} else {
		w.id = s.freeID(w.now.file.Name)
	}
	s.keep.soon()
	s.frame.show()
}

// ownID is the id for a new exercise of this name, with -2, -3 … behind where one has it.
func (s *Screen) ownID() string {
	w := s.work
	return s.store.FreeID(w.now.file.Name, func(id string) bool { return s.taken(id) })
}

// unfinished is what keeps the text from being an exercise.
func (s *Screen) unfinished(text []byte) tomlfile.Problems {
	_, problems := exercise.Parse(s.work.id, s.work.id+".toml", text)
	return problems
}

// status is the file's name and whether it is saved.
func (s *Screen) status() string {
	w := s.work
	file := w.id + ".toml"
	switch {
	case w.fresh && len(w.back) == 0 && !w.kept:
		return look.T("pose.status.new", "new")
	case w.fresh && s.keep.lost:
		return look.T("pose.status.lost", "new · not kept anywhere yet")
	case w.fresh:
		return look.T("pose.status.draft", "new · kept as a draft")
	case w.dirty():
		return look.T("pose.status.changed", "{{.File}} · changed", map[string]any{"File": file})
	}
	return look.T("pose.status.saved", "{{.File}} · saved", map[string]any{"File": file})
}

// lookAtFile reads the file again: something else may have written it. With nothing unsaved that version is taken, else
// both are shown.
func (s *Screen) lookAtFile() {
	w := s.work
	if w == nil || w.base == nil || s.frame.easel.grip != nil {
		return
	}
	disk, err := s.store.Open(w.id)
	if err != nil || bytes.Equal(disk, w.base) {
		return
	}
	if text, err := w.text(); err == nil && (bytes.Equal(text, disk) || !w.dirty()) {
		s.take(disk)
		return
	}
	s.clashWith(&draft.Conflict{Path: s.store.Path(w.id), Disk: disk})
}

// take puts the file's version in the place of what is open; it can be taken back.
func (s *Screen) take(disk []byte) {
	w := s.work
	f, problems := exercise.ReadFile(w.id+".toml", disk)
	if problems != nil {
		s.deps.Say(look.Say(problems[0].Message))
		return
	}
	now := w.now
	now.file = f
	w.style, w.base, w.saved = disk, disk, f
	w.do(didWords, "", now.withFigure(f.Figure), s.deps.Now())
	s.keep.drop(w.id)
	s.frame.show()
}

// verifySoon finds what a body cannot do in the poses as they are, looked for beside the window's own work.
func (s *Screen) verifySoon() {
	w := s.work
	var f *figure.Figure
	if w != nil {
		f = w.figure()
	}
	if f == s.verified {
		return
	}
	s.verified = f
	if f == nil {
		s.faults = nil
		return
	}
	go func() {
		faults := f.Verify()
		s.deps.Post(func() {
			if s.verified != f {
				return
			}
			s.faults, s.faulty = faults, f
			s.frame.panes[0].show()
			s.frame.strip.show()
		})
	}()
}

// capital begins a text with a capital.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// base is the name of a file without its folder.
func base(path string) string { return filepath.Base(path) }
