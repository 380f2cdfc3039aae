package shell

import (
	"time"

	"catcow/gui/look"
	"catcow/gui/today"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// offerWaiting shows on Today the session that can be gone on with, as long as it is the same day.
func (s *Shell) offerWaiting() {
	if s.parked != nil && !s.parked.Offered(s.opts.Now()) {
		s.parked = nil
		s.keep.clear()
	}
	if s.parked == nil {
		s.today.SetWaiting(nil)
		return
	}
	w := waiting(*s.parked)
	s.today.SetWaiting(&w)
}

// waiting puts a kept session in words.
func waiting(n session.Snapshot) today.Waiting {
	left := n.Left().Round(time.Minute)
	data := map[string]any{
		"Name": n.Name, "Time": n.Still.Local().Format("15:04"),
		"Count": max(int(left/time.Minute), 1),
	}
	on := look.T("shell.waiting.go", "Go on")
	switch {
	case n.State == session.Waiting && next(n) == exercise.Static:
		return today.Waiting{
			Title: look.T("shell.waiting.cool-down", "Cool-down waiting"),
			Text:  look.T("shell.waiting.holds", "You warmed up until {{.Time}}. {{.Count}} minutes of holds close the loop.", data),
			Go:    on,
		}
	case n.State == session.Waiting:
		return today.Waiting{
			Title: look.T("shell.waiting.rest", "The second half waits"),
			Text:  look.T("shell.waiting.left", "{{.Name}} has waited since {{.Time}}. {{.Count}} minutes are left.", data),
			Go:    on,
		}
	}
	return today.Waiting{
		Title: look.T("shell.waiting.stopped", "Go on where you stopped"),
		Text:  look.T("shell.waiting.stopped-at", "You left {{.Name}} at {{.Time}}. {{.Count}} minutes are left.", data),
		Go:    on,
	}
}

// next is the kind of the phase that comes after where a session waits.
func next(n session.Snapshot) exercise.Kind {
	for _, g := range n.Segments[min(n.Current, len(n.Segments)):] {
		if g.Kind != plan.ActivitySlot {
			return n.Phases[g.Phase].Kind
		}
	}
	return ""
}
