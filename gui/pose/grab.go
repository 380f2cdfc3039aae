package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/routines/figure"
)

// knobAt is the handle of a part.
func (e *easel) knobAt(h figure.Handle) *knob {
	for _, n := range e.knobs {
		if n.handle == h {
			return n
		}
	}
	return nil
}

// choose makes a handle the one that the panel is about.
func (e *easel) choose(h figure.Handle) {
	if !e.hasChosen || e.chosen != h {
		e.chosen, e.hasChosen = h, true
		e.s.frame.felt(figure.Felt{}) // what is said there was of another, and so would be letting go
		e.s.frame.about()
		for _, n := range e.knobs {
			n.Refresh()
		}
	}
}

// grab takes hold of a handle.
func (e *easel) grab(h figure.Handle) {
	w := e.s.work
	if w == nil || e.shown == nil {
		return
	}
	e.choose(h)
	e.began, e.moved = w.now, false
	e.grip = e.shown.Grab(w.now.pose, h, figure.How{Both: e.both, Turn: e.turn}, e.options())
}

// drag moves the handle that is held by so much on the stage since it was taken hold of.
func (e *easel) drag(by fyne.Delta) {
	w := e.s.work
	if e.grip == nil || w == nil {
		return
	}
	k, _, _ := e.fitting()
	at := e.grip.At()
	f, felt := e.grip.To(figure.Pt{X: at.X + float64(by.DX)/k, Y: at.Y - float64(by.DY)/k})
	n := *e.began.file.Figure
	n.Poses = f.Poses
	w.now = e.began.withFigure(&n)
	e.moved = true
	e.shown = e.seen(&n)
	e.s.frame.felt(felt)
	e.draw()
}

// letGo ends the drag: what it changed is one step.
func (e *easel) letGo() {
	w := e.s.work
	if e.grip == nil || w == nil {
		return
	}
	g := e.grip
	e.grip = nil
	now := w.now
	w.now = e.began
	if e.moved {
		now.file.Figure = g.Settled(now.file.Figure)
		e.s.do(moved(e.chosen), "", now)
	}
}

// nudge moves a handle by a step of the keyboard.
func (e *easel) nudge(h figure.Handle, dx, dy float64, turn bool) {
	w := e.s.work
	if w == nil || e.shown == nil || e.grip != nil {
		return
	}
	e.choose(h)
	g := e.shown.Grab(w.now.pose, h, figure.How{Both: e.both, Turn: turn || e.turn}, e.options())
	if g == nil {
		return
	}
	f, felt := g.To(figure.Pt{X: g.At().X + dx, Y: g.At().Y + dy})
	e.s.frame.felt(felt)
	if f != e.shown {
		n := *w.figure()
		n.Poses = g.Settled(f).Poses
		e.s.do(moved(h), "nudge "+string(rune('a'+int(h))), w.now.withFigure(&n))
	}
}

// Tapped picks the place on the body under the pointer. Else it brings the keyboard to the stage: to the handle chosen
// last, or the nearest; while the figure moves, to what lets it rest.
func (e *easel) Tapped(ev *fyne.PointEvent) {
	if e.picking != nil {
		if p := e.pointAt(ev.Position); p != "" {
			e.picking(p)
		}
		return
	}
	if e.playing {
		e.s.focus(e.s.frame.tools.play)
		return
	}
	if k := e.stop(ev.Position); k != nil {
		e.s.focus(k)
	}
}

// stop is the handle the keyboard goes to from a place on the stage, or nil.
func (e *easel) stop(from fyne.Position) *knob {
	var best *knob
	var least float32
	for _, n := range e.knobs {
		if !n.Visible() {
			continue
		}
		if e.hasChosen && n.handle == e.chosen {
			return n
		}
		d := n.middle().Subtract(from)
		if far := d.X*d.X + d.Y*d.Y; best == nil || far < least {
			best, least = n, far
		}
	}
	return best
}

func (e *easel) pointAt(p fyne.Position) string {
	w := e.s.work
	if w == nil || e.shown == nil {
		return ""
	}
	return e.shown.PointAt(w.now.pose, e.pt(p), e.options())
}

// MouseIn names the place under the pointer while one is picked.
func (e *easel) MouseIn(ev *desktop.MouseEvent) { e.MouseMoved(ev) }

// MouseMoved names the place under the pointer while one is picked.
func (e *easel) MouseMoved(ev *desktop.MouseEvent) {
	if e.picking == nil {
		return
	}
	e.pointed, e.pointedAt = e.pointAt(ev.Position), ev.Position
	if p, ok := e.shown.PointPlace(e.s.work.now.pose, e.pointed, e.options()); ok && e.pointed != "" {
		e.pointedAt = e.at(p)
	}
	e.say()
}

// MouseOut names nothing.
func (e *easel) MouseOut() {
	if e.picking != nil {
		e.pointed = ""
		e.say()
	}
}

// Cursor is a cross where a place is picked.
func (e *easel) Cursor() desktop.Cursor {
	if e.picking != nil {
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}
