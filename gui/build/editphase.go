package build

import (
	"strings"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

func (s *Screen) deletePhase(k draft.Key) {
	s.remove(message.New("build.did.delete-phase", "Phase {{.Name}} deleted", "Name", s.frame.column.view(k).name), []draft.Key{k})
}

func (s *Screen) renamePhase(k draft.Key, text string) {
	text = strings.TrimSpace(text)
	if text == "" || text == s.frame.column.view(k).name {
		return
	}
	s.do(message.New("build.did.rename-phase", "Phase called {{.Name}}", "Name", text), func(c *draft.Content) {
		if p := c.Phase(k); p != nil {
			p.Name = text
		}
	})
}

func (s *Screen) setKind(k draft.Key, kind exercise.Kind) {
	s.do(message.New("build.did.kind", "Kind of phase {{.Name}} changed", "Name", s.frame.column.view(k).name), func(c *draft.Content) {
		if p := c.Phase(k); p != nil {
			p.Kind = kind
		}
	})
}

func (s *Screen) movePhase(k draft.Key, by int) {
	if s.do(message.New("build.did.move-phase", "Phase {{.Name}} moved", "Name", s.frame.column.view(k).name), func(c *draft.Content) { c.MovePhase(k, by) }) {
		s.frame.column.reveal(k)
	}
}

// newPhaseText says that a new phase would be made at the end, and which.
func (s *Screen) newPhaseText(kind exercise.Kind) string {
	c := s.work.ed.Now().Content.Clone()
	p := c.Phase(c.AddPhase(kind, "", len(c.Phases)))
	return look.T("build.drop-new", "a new phase: {{.Phase}}", map[string]any{"Phase": sectionTitle(rowView{what: p.Kind, name: p.Name})})
}

// addApart puts an exercise into a new phase at the end, and chooses it.
func (s *Screen) addApart(e *exercise.Exercise) {
	var made draft.Key
	if s.do(message.New("build.did.add", "{{.Name}} added", "Name", e.Name), func(c *draft.Content) {
		c.AddPhase(e.Kind, "", len(c.Phases))
		made = c.AddStep(draft.Spot{Phase: len(c.Phases) - 1}, draft.Step{Exercise: e.ID})
	}) {
		s.choose([]draft.Key{made})
	}
}

// addPhase adds a phase before the one at an index, or at the end below zero. An activity comes with a step: timed or open.
func (s *Screen) addPhase(kind exercise.Kind, at int, timed bool) {
	var made draft.Key
	what := message.New("build.did.add-phase", "{{.Kind}} phase added", "Kind", look.Kind(kind).Name)
	if !s.do(what, func(c *draft.Content) {
		if at < 0 {
			at = len(c.Phases)
		}
		made = c.AddPhase(kind, "", at)
		if kind == exercise.Activity {
			for _, e := range s.in.Library.Catalogue.All() {
				if e.Kind == exercise.Activity && timed == (e.Dose.Time > 0) {
					c.AddStep(draft.Spot{Phase: at}, draft.Step{Exercise: e.ID})
					return
				}
			}
		}
	}) {
		return
	}
	col := s.frame.column
	col.pick.only(col, made)
	col.reveal(made)
	s.focus(col)
}
