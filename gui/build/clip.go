package build

import (
	"strings"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/message"
)

// clip is the steps that were copied last, and the text they are on the clipboard as.
type clip struct {
	steps []draft.Step
	text  string
}

// copySteps puts what is chosen on the clipboard: for here, and as text that can be pasted into a file.
func (s *Screen) copySteps() bool {
	col := s.frame.column
	keys := col.pick.keys(col)
	if len(keys) == 0 {
		return false
	}
	c := s.work.ed.Now().Content
	s.clip.steps = nil
	var whole draft.Content
	for _, k := range keys {
		i, j, ok := c.Find(k)
		if !ok || j < 0 {
			continue
		}
		s.clip.steps = append(s.clip.steps, c.Phases[i].Steps[j])
		if n := len(whole.Phases); n == 0 || whole.Phases[n-1].Name != c.Phases[i].Name || whole.Phases[n-1].Kind != c.Phases[i].Kind {
			whole.Phases = append(whole.Phases, draft.Phase{Name: c.Phases[i].Name, Kind: c.Phases[i].Kind})
		}
		last := &whole.Phases[len(whole.Phases)-1]
		last.Steps = append(last.Steps, c.Phases[i].Steps[j])
	}
	s.clip.text = ""
	if d, err := draft.Read("", nil, s.in.Library.Catalogue).With(whole, s.in.Library.Catalogue); err == nil {
		s.clip.text = strings.TrimLeft(string(d.Text), "\n")
		fyne.CurrentApp().Clipboard().SetContent(s.clip.text)
	}
	return true
}

// cutSteps copies what is chosen and takes it out.
func (s *Screen) cutSteps() bool {
	if !s.copySteps() {
		return false
	}
	return s.deleteChosen()
}

// paste puts copied steps behind what is chosen: those copied here, or those in a text from elsewhere.
func (s *Screen) paste() bool {
	steps := s.clip.steps
	if text := fyne.CurrentApp().Clipboard().Content(); text != s.clip.text && strings.Contains(text, "phase.step]]") {
		steps = s.stepsIn(text)
	}
	if len(steps) == 0 {
		return false
	}
	at := s.spotAfter()
	var keys []draft.Key
	name := look.T("build.n-steps", "{{.Count}} steps", map[string]any{"Count": len(steps)})
	if s.do(message.New("build.did.paste", "{{.Name}} pasted", "Name", name), func(c *draft.Content) {
		for _, st := range steps {
			k := c.AddStep(at, st)
			keys = append(keys, k)
			if i, j, ok := c.Find(k); ok && i == at.Phase && j == at.Step {
				at.Step++
			}
		}
	}) {
		s.choose(keys)
	}
	return true
}

// stepsIn are the steps that a text of a routine file holds.
func (s *Screen) stepsIn(text string) []draft.Step {
	if !strings.Contains(text, "[[phase]]") {
		text = "[[phase]]\n" + text
	}
	d := draft.Read("", []byte(text), s.in.Library.Catalogue)
	if d.Damaged {
		return nil
	}
	var out []draft.Step
	for _, p := range d.Content.Phases {
		out = append(out, p.Steps...)
	}
	return out
}
