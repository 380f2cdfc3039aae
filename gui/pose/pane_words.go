package pose

import (
	"strings"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// text is a field for one text of the file.
type text struct {
	*field
	of func(*exercise.File) string
}

// newWordsPane is what a person reads and hears.
func newWordsPane(s *Screen) *pane {
	var texts []text
	add := func(name string, most int, lines bool, of func(*exercise.File) string, set func(*exercise.File, string)) fyne.CanvasObject {
		f := newField(s, name, most, lines)
		if !lines && most == exercise.MostCue {
			f = newSentence(s, name, most)
		}
		f.changed = func(v string) {
			s.change(didWords, "words "+name, func(file *exercise.File) { set(file, oneLine(v, f.sentence)) })
		}
		texts = append(texts, text{f, of})
		return f.block
	}
	way := func(at func(*exercise.File) **exercise.FileAlternative) (func(*exercise.File) string, func(*exercise.File, string)) {
		return func(f *exercise.File) string {
				if a := *at(f); a != nil {
					return a.Text
				}
				return ""
			}, func(f *exercise.File, v string) {
				a := exercise.FileAlternative{}
				if old := *at(f); old != nil {
					a = *old
				}
				if a.Text = v; a == (exercise.FileAlternative{}) {
					*at(f) = nil
					return
				}
				*at(f) = &a
			}
	}
	easier, setEasier := way(func(f *exercise.File) **exercise.FileAlternative { return &f.Easier })
	harder, setHarder := way(func(f *exercise.File) **exercise.FileAlternative { return &f.Harder })
	instead := parts.NewChip("", false, nil).SetSmall(true)
	instead.OnChanged = func(on bool) {
		instead.SetOn(on)
		s.standIn(on)
	}
	p := newPane(
		section(look.T("pose.words.called", "What it is called"),
			add(look.T("pose.words.name", "Name"), exercise.MostName, false,
				func(f *exercise.File) string { return f.Name }, func(f *exercise.File, v string) { f.Name = v }),
			add(look.T("pose.words.also", "Also called, with commas between"), exercise.MostName*exercise.MostAliases, false,
				func(f *exercise.File) string { return strings.Join(f.Aliases, ", ") }, func(f *exercise.File, v string) { f.Aliases = commas(v, f.Aliases) }),
			add(look.T("pose.words.targets", "Where it works, with commas between"), exercise.MostTarget*exercise.MostTargets, false,
				func(f *exercise.File) string { return strings.Join(f.Targets, ", ") }, func(f *exercise.File, v string) { f.Targets = commas(v, f.Targets) }),
			parts.NewFlow(0, instead),
		),
		section(look.T("pose.words.how", "How it is done"),
			add(look.T("pose.words.cues", "Cues: one to five short lines"), exercise.MostCue, true,
				func(f *exercise.File) string { return strings.Join(f.Cues, "\n") }, func(f *exercise.File, v string) { f.Cues = cuesOf(v) }),
			add(look.T("pose.words.breath", "Breath"), exercise.MostCue, false,
				func(f *exercise.File) string { return f.Breath }, func(f *exercise.File, v string) { f.Breath = v }),
			add(look.T("pose.words.mistake", "The usual mistake"), exercise.MostCue, false,
				func(f *exercise.File) string { return f.Mistake }, func(f *exercise.File, v string) { f.Mistake = v }),
		),
		section(look.T("pose.words.ways", "Other ways"),
			add(look.T("pose.words.easier", "Easier"), exercise.MostCue, false, easier, setEasier),
			add(look.T("pose.words.harder", "Harder"), exercise.MostCue, false, harder, setHarder),
		),
	)
	p.updates = append(p.updates, func() {
		w := s.work
		if w == nil {
			return
		}
		shipped := s.lib.Catalogue.Get(w.from)
		parts.Show(instead, w.fresh && shipped != nil && shipped.Source == exercise.Shipped)
		if shipped != nil {
			instead.SetLabel(look.T("pose.instead", "Instead of the shipped one"))
			instead.SetOn(w.front)
		}
		for _, t := range texts {
			// What is just being typed, such as a space at its end, stays as it is typed.
			if want := t.of(&w.now.file); !t.focused || squeezed(want) != squeezed(t.Text) {
				t.set(want)
			}
		}
	})
	return p
}

// oneLine is a text without the line ends that were pasted into a sentence.
func oneLine(text string, sentence bool) string {
	if sentence {
		return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	}
	return text
}

// squeezed is a text without what is only on the way to something.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == ',' || r == '\n' {
			return -1
		}
		return r
	}, s)
}

// commas is a list that was typed with commas; an empty one is no list, unless the file has an empty one.
func commas(text string, was []string) []string {
	out := []string{}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	if len(out) == 0 && was == nil {
		return nil
	}
	return out
}

// cuesOf is lines that were typed.
func cuesOf(text string) []string {
	out := []string{}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
