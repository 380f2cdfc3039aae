package play

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/session"
)

// face is which of the screen's faces is shown.
type face int

const (
	faceNone face = iota
	facePlay
	faceMat
	faceWait
	faceEnd
)

func faceOf(s session.State, mat bool) face {
	switch {
	case s == session.Waiting:
		return faceWait
	case s == session.Done || s == session.Stopped:
		return faceEnd
	case mat:
		return faceMat
	}
	return facePlay
}

func (s *Screen) show(f face) {
	if s.shown != f {
		s.shown = f
		s.Refresh()
	}
}

// CreateRenderer lays the screen out.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	r := &parts.Drawing{Least: func() fyne.Size { return fyne.NewSize(560, 400) }, Of: []fyne.CanvasObject{
		back, s.stage, s.over, s.floor, s.panel.scroll, s.wait.scroll, s.end.scroll, s.bar.timeline, s.bar.controls, s.ask,
	}}
	r.Renew = func() {
		// Where it would only repeat the window's own colour it is left out: filling a window costs a quarter of a frame
		// where there is no graphics card.
		back.FillColor = look.Kind(s.kind()).Wash
		parts.Show(back, s.shown == faceMat)
		back.Refresh()
		play, mat := s.shown == facePlay, s.shown == faceMat
		parts.Show(s.stage, play || mat || s.shown == faceWait)
		parts.Show(s.over, play)
		parts.Show(s.panel.scroll, play)
		parts.Show(s.floor, mat)
		parts.Show(s.wait.scroll, s.shown == faceWait)
		parts.Show(s.end.scroll, s.shown == faceEnd)
		parts.Show(s.bar.timeline, play || s.shown == faceWait)
		parts.Show(s.bar.controls, play)
		s.stage.SetPlain(mat)
		if mat {
			s.stage.SetFree(0, 0)
		} else {
			line := look.Size(look.Body) * 1.4
			s.stage.SetFree(line+look.S6+2, line+look.S6+look.S2)
		}
		if size := s.Size(); !size.IsZero() {
			r.Place(size)
		}
	}
	r.Place = func(size fyne.Size) {
		back.Resize(size)
		parts.Put(s.ask, 0, 0, size.Width, size.Height)
		switch s.shown {
		case faceMat:
			s.layoutMat(size)
		case faceEnd:
			parts.Put(s.end.scroll, 0, 0, size.Width, size.Height)
		default:
			s.layoutPlay(size)
		}
	}
	r.Renew()
	return r
}

// layoutPlay gives the bar at the bottom what it needs, the panel to the right a share, and the stage the rest.
func (s *Screen) layoutPlay(size fyne.Size) {
	pad := look.S6
	if size.Width < 1000 || size.Height < 660 {
		pad = look.S4
	}
	inner := size.Width - 2*pad
	y := size.Height - pad*0.75
	if s.shown != faceWait {
		controls := s.bar.fit(inner)
		y -= controls
		parts.Put(s.bar.controls, pad, y, inner, controls)
		y -= look.S2
	}
	line := s.bar.timeline.MinSize().Height
	y -= line
	parts.Put(s.bar.timeline, pad, y, inner, line)
	top, height := pad, y-look.S2-pad

	if s.shown == faceWait {
		parts.Put(s.stage, pad, top, inner, height)
		parts.Put(s.wait.scroll, pad, top, inner, height)
		return
	}
	side := panelWidth(size.Width)
	stage := inner - side - pad
	parts.Put(s.stage, pad, top, stage, height)
	parts.Put(s.over, pad, top, stage, height)
	parts.Put(s.panel.scroll, pad+stage+pad, top, side, height)
	s.panel.fit(fyne.NewSize(side, height))
}

// Aside is where a notice that wishes to be so wide can lie for a while, and how wide it may be: over the stage, beside the
// phase or below it, so that the exercise, the time and the captions can be read; at the top where there is no stage.
func (s *Screen) Aside(wish float32) (fyne.Position, float32) {
	if s.shown != facePlay || s.over.Size().IsZero() {
		return fyne.NewPos(look.S6, look.S4), s.Size().Width - 2*look.S6
	}
	at, size := s.over.Position().AddXY(look.S4, look.S4), s.over.Size()
	tag, sides := s.over.ends(size.Width)
	if room := size.Width - tag - sides - 4*look.S4; wish <= room {
		return at.AddXY(tag+look.S4, 0), room
	}
	return at.AddXY(0, s.over.tag.MinSize().Height+look.S4), size.Width - 2*look.S4
}

// panelWidth grows with the window and the text, and never takes more than the stage.
func panelWidth(width float32) float32 {
	text := look.Size(1)
	return min(max(width*0.28, 250*text), width*0.30*max(1, min(text, 1.5)), 460*text)
}

// layoutMat puts the stage to the left and figures large enough for three metres to the right; in a window higher than
// wide, one above the other.
func (s *Screen) layoutMat(size fyne.Size) {
	if size.Width >= size.Height {
		w := size.Width * 0.6
		parts.Put(s.stage, 0, 0, w, size.Height)
		parts.Put(s.floor, 0, 0, size.Width, size.Height)
		s.floor.words = rect{w, 0, size.Width - w, size.Height}
	} else {
		h := size.Height * 0.55
		parts.Put(s.stage, 0, 0, size.Width, h)
		parts.Put(s.floor, 0, 0, size.Width, size.Height)
		s.floor.words = rect{0, h, size.Width, size.Height - h}
	}
	s.floor.Refresh()
}

type rect struct{ x, y, w, h float32 }

// kind is the kind of the phase that is played.
func (s *Screen) kind() exercise.Kind { return parts.KindAt(s.view) }
