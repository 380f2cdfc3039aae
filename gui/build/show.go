package build

import (
	"slices"
	"strings"
	"time"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

// show brings everything up to date with the routine that is open.
func (s *Screen) show() {
	f, w := s.frame, s.work
	if f == nil || w == nil {
		return
	}
	d := w.ed.Now()
	f.header.update()
	if d.Damaged {
		f.broken.set(d)
		f.Refresh()
		return
	}
	f.column.set(s.rowViews(d))
	f.scroll.Relayout()
	f.Refresh()
	s.judge()
}

// chosen shows at the right what is chosen now.
func (s *Screen) chosen() {
	if s.work == nil {
		return
	}
	s.work.ed.Settle()
	s.work.looked = nil
	s.frame.shelf.Choose(nil)
	s.judge()
}

// judge hands the right side what it shows.
func (s *Screen) judge() {
	w := s.work
	if w == nil || w.ed.Now().Damaged {
		return
	}
	d := w.ed.Now()
	in := judged{
		Draft: d, Catalogue: s.in.Library.Catalogue, Length: w.length,
		Pace: s.in.Pace, Floor: s.in.Floor, Warm: s.in.Warm, Tones: s.in.Tones,
	}
	if w.looked != nil {
		in.Exercise = w.looked
	} else if st := d.Content.Step(s.frame.column.pick.at); st != nil {
		in.Exercise, in.Step = s.in.Library.Catalogue.Get(st.Exercise), st
	}
	s.frame.judge.Set(in)
}

// shelfChosen is the exercise that was looked at last at the left, or nil.
func (f *frame) shelfChosen() *exercise.Exercise {
	if f.s.work == nil {
		return nil
	}
	return f.s.work.looked
}

// renaming reports whether the name of a phase is being written.
func (s *Screen) renaming(k draft.Key) bool {
	sec := s.frame.column.sections[k]
	return sec != nil && sec.entry != nil
}

// toBegin shows the page to begin from.
func (s *Screen) toBegin() {
	s.keeper.Flush()
	list, bad := s.deps.Store.Drafts()
	s.kepts = list
	in := begun{
		Library: s.in.Library, Tones: s.in.Tones, Pace: s.in.Pace, Floor: s.in.Floor, Warm: s.in.Warm, Length: s.in.Length,
	}
	for _, k := range list {
		id := k.ID
		if k.Base == nil {
			id = ""
		}
		in.Kept = append(in.Kept, kept{ID: id, Draft: draft.Read(id, k.Text, s.in.Library.Catalogue), Time: k.Time})
	}
	s.frame.begin.Set(in)
	if !s.atBegin {
		s.atBegin = true
		s.frame.begin.Restart()
	}
	s.frame.Refresh()
	if len(bad) > 0 && len(s.saidBad) != len(bad) {
		s.saidBad = bad
		s.sayError(bad[0])
	}
}

// beginDeps is what the page to begin from can do.
func (s *Screen) beginDeps() beginDeps {
	return beginDeps{
		Now: s.deps.Now, Open: s.Open, Empty: s.OpenEmpty, From: s.From, Suggested: s.suggested,
		Resume: func(i int) {
			if i < len(s.kepts) {
				s.resume(s.kepts[i])
			}
		},
		Drop: func(i int) {
			if i < len(s.kepts) {
				s.keeper.drop(s.kepts[i].ID)
				s.toBegin()
			}
		},
	}
}

// rowViews are the rows of a draft: a section and its cards for each phase, a place to drop at its end, and the way to a
// new phase.
func (s *Screen) rowViews(d draft.Draft) []rowView {
	cat := s.in.Library.Catalogue
	lengths := s.lengths(d)
	problems := problemsOf(d)
	old := make(map[draft.Key]*rowView, len(s.frame.column.views))
	for i := range s.frame.column.views {
		if v := &s.frame.column.views[i]; v.kind == cardRow {
			old[v.key] = v
		}
	}
	drop := look.T("build.drop", "drop an exercise here")
	var out []rowView
	for i, p := range d.Content.Phases {
		head := rowView{kind: sectionRow, key: p.Key, phase: i, step: -1, what: p.Kind, name: p.Name, problems: problems[p.Key]}
		head.length = phaseLength(p, lengths[p.Key])
		out = append(out, head)
		for j, st := range p.Steps {
			v := stepView(st, cat.Get(st.Exercise))
			v.kind, v.phase, v.step, v.what, v.problems = cardRow, i, j, p.Kind, problems[st.Key]
			if was := old[st.Key]; was != nil && was.same(v) {
				v.shape, v.fitAt = was.shape, was.fitAt
			}
			out = append(out, v)
		}
		if len(p.Steps) == 0 {
			out = append(out, rowView{kind: emptyRow, key: p.Key, phase: i, what: p.Kind, name: drop})
		}
	}
	if n := len(d.Content.Phases); n == 0 || len(d.Content.Phases[n-1].Steps) > 0 {
		end := rowView{kind: emptyRow, phase: n, what: exercise.Dynamic, name: drop}
		if n == 0 {
			end.name = look.T("build.drop-first-one", "drop an exercise here, or double-click one")
		}
		out = append(out, end)
	}
	return append(out, rowView{kind: addRow, phase: len(d.Content.Phases)})
}

// stepView is what a step says.
func stepView(st draft.Step, e *exercise.Exercise) rowView {
	v := rowView{key: st.Key, exercise: e, name: st.Exercise, data: st, note: st.Note, doses: dosesOf(st, e)}
	keep := [...]string{
		look.T("build.is.keep", "keep"), look.T("build.is.may-drop", "may be dropped"), look.T("build.is.drop-first", "may be dropped first"),
	}
	words := []string{keep[min(max(st.Priority, 1), 3)-1]}
	if e != nil {
		v.name = e.Name
		switch {
		case e.Kind == exercise.Activity:
			words = []string{look.T("build.is.activity", "the routine waits until it is done")}
			if st.Time > 0 || e.Dose.Time > 0 {
				words = nil
			}
		case e.Dose.Mode == exercise.Alternate:
			words = append(words, look.T("build.is.turns", "sides in turn"))
		case e.Sides == exercise.LeftRight || e.Dose.Mode == exercise.Block:
			words = append(words, look.T("build.is.sides", "left, then right"))
		}
		if len(words) > 1 && st.Priority <= 1 {
			words = words[1:] // that it stays goes without saying where there is more to say
		}
	} else if v.name == "" {
		v.name = look.T("build.no-exercise", "No exercise")
	}
	v.sub = strings.Join(words, between)
	return v
}

// same reports whether a card that says v is laid out like one that says o.
func (v *rowView) same(o rowView) bool {
	return v.key == o.key && v.name == o.name && v.sub == o.sub && v.note == o.note && v.problems == o.problems && slices.Equal(v.doses, o.doses)
}

// phaseLength is the length of a phase in words.
func phaseLength(p draft.Phase, d time.Duration) string {
	if p.Kind == exercise.Activity {
		return look.T("build.not-counted", "not counted")
	}
	if d == 0 {
		return ""
	}
	return look.Clock(d)
}

// problemsOf are the problems of each phase and step, in words; those of the routine as a whole have the key 0.
func problemsOf(d draft.Draft) map[draft.Key]string {
	out := map[draft.Key]string{}
	for _, p := range d.Problems {
		k, _ := d.About(p)
		text := problemText(p)
		if out[k] != "" {
			out[k] += "\n"
		}
		out[k] += text
	}
	return out
}

// spoken is a row as a screen reader says it.
func (v rowView) spoken() string {
	words := []string{v.name}
	if v.kind == sectionRow {
		words = []string{sectionTitle(v), v.length}
	}
	for _, d := range v.doses {
		words = append(words, d.says(d.value))
	}
	words = append(words, v.sub, v.note, v.problems)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), ", ")
}

// album is all exercises, so that their pictures are painted beside the window's own work.
func (s *Screen) album() *parts.Album {
	p := &s.pictures
	if p.album == nil || p.of != s.in.Library || p.tones != s.in.Tones {
		*p = pictures{parts.NewAlbum(s.in.Library.Catalogue.All(), s.in.Tones), s.in.Library, s.in.Tones}
	}
	return p.album
}

// pictures is the album of the library that is shown.
type pictures struct {
	album *parts.Album
	of    *routines.Library
	tones parts.Tones
}
