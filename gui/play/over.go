package play

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/session"
)

// over is what lies over the stage: the phase, the sides, a line of text and that the session is paused.
type over struct {
	widget.BaseWidget
	tag   *parts.Tag
	sides *sides
	line  *pill
	pause *pill

	text, paused, head string
}

func newOver() *over {
	o := &over{tag: parts.NewTag("", ""), sides: newSides(), line: newPill(false), pause: newPill(true)}
	o.ExtendBaseWidget(o)
	return o
}

func (o *over) set(v session.View, t told, caption, toast string) {
	o.tag.Set(t.kind, t.phase)
	o.sides.set(t.side, t.sides, t.turn)
	head := t.phase + t.side
	text, paused := caption, ""
	if toast != "" {
		text = toast
	}
	if v.State == session.Paused {
		paused = look.T("play.paused", "Paused")
	}
	if text != o.text || paused != o.paused || head != o.head {
		o.text, o.paused, o.head = text, paused, head
		o.line.set(text)
		o.pause.set(paused)
		o.Refresh()
	}
}

// ends are the widths of the phase to the left and the sides to the right.
func (o *over) ends(width float32) (tag, sides float32) {
	sides = min(o.sides.MinSize().Width, width/2)
	return min(o.tag.MinSize().Width, width-sides-3*look.S4), sides
}

// CreateRenderer lays the pieces over the stage.
func (o *over) CreateRenderer() fyne.WidgetRenderer {
	veil := canvas.NewRectangle(nil)
	veil.CornerRadius = look.StageRadius
	r := &parts.Drawing{Of: []fyne.CanvasObject{veil, o.tag, o.sides, o.line, o.pause}}
	r.Place = func(size fyne.Size) {
		veil.Resize(size)
		gap := look.S4
		tw, sw := o.ends(size.Width)
		th := o.tag.MinSize().Height
		parts.Put(o.tag, gap, gap, tw, th)
		parts.Put(o.sides, size.Width-gap-sw, gap, sw, th)
		most := size.Width - 2*gap
		w, h := o.line.fit(most)
		parts.Put(o.line, (size.Width-w)/2, size.Height-gap-h, w, h)
		w, h = o.pause.fit(most)
		parts.Put(o.pause, (size.Width-w)/2, (size.Height-h)*0.42, w, h)
	}
	r.Renew = func() {
		veil.FillColor = color.Transparent
		if o.paused != "" {
			veil.FillColor = parts.Veil(0x99)
		}
		veil.Refresh()
		parts.Show(o.line, o.text != "")
		parts.Show(o.pause, o.paused != "")
		if s := o.Size(); !s.IsZero() {
			r.Place(s)
		}
	}
	r.Renew()
	return r
}
