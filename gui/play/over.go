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

// CreateRenderer lays the pieces over the stage.
func (o *over) CreateRenderer() fyne.WidgetRenderer {
	veil := canvas.NewRectangle(nil)
	veil.CornerRadius = look.StageRadius
	r := &renderer{objects: []fyne.CanvasObject{veil, o.tag, o.sides, o.line, o.pause}}
	r.layout = func(size fyne.Size) {
		veil.Resize(size)
		gap := look.S4
		sw := min(o.sides.MinSize().Width, size.Width/2)
		tw := min(o.tag.MinSize().Width, size.Width-sw-3*gap)
		th := o.tag.MinSize().Height
		place(o.tag, gap, gap, tw, th)
		place(o.sides, size.Width-gap-sw, gap, sw, th)
		most := size.Width - 2*gap
		w, h := o.line.fit(most)
		place(o.line, (size.Width-w)/2, size.Height-gap-h, w, h)
		w, h = o.pause.fit(most)
		place(o.pause, (size.Width-w)/2, (size.Height-h)*0.42, w, h)
	}
	r.refresh = func() {
		veil.FillColor = color.Transparent
		if o.paused != "" {
			c := color.NRGBAModel.Convert(look.Color(look.Window)).(color.NRGBA)
			c.A = 0x99
			veil.FillColor = c
		}
		veil.Refresh()
		setVisible(o.line, o.text != "")
		setVisible(o.pause, o.paused != "")
		if s := o.Size(); !s.IsZero() {
			r.layout(s)
		}
	}
	r.refresh()
	return r
}

// sides says which side it is, in words and as dots: "Left side ● ○".
type sides struct {
	widget.BaseWidget
	text        string
	count, turn int
}

func newSides() *sides {
	s := &sides{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sides) set(text string, count, turn int) {
	if s.text != text || s.count != count || s.turn != turn {
		s.text, s.count, s.turn = text, count, turn
		s.Refresh()
	}
}

const mostDots = 8

func (s *sides) dots() int {
	if s.count > mostDots {
		return 0
	}
	return s.count
}

func dotSize() float32 { return look.Size(10) }

// MinSize is the words and the dots.
func (s *sides) MinSize() fyne.Size {
	m := fyne.MeasureText(s.text, look.Size(look.Body), fyne.TextStyle{})
	return fyne.NewSize(m.Width+float32(s.dots())*(dotSize()+look.S1+1)+look.S1, m.Height)
}

// CreateRenderer draws words and dots.
func (s *sides) CreateRenderer() fyne.WidgetRenderer {
	text := canvas.NewText("", nil)
	r := &renderer{}
	var dots []*canvas.Circle
	r.layout = func(size fyne.Size) {
		m := text.MinSize()
		step := dotSize() + look.S1 + 1
		x := size.Width - float32(s.dots())*step
		place(text, x-m.Width-look.S1, (size.Height-m.Height)/2, m.Width, m.Height)
		for i, d := range dots {
			place(d, x+float32(i)*step+look.S1, (size.Height-dotSize())/2, dotSize(), dotSize())
		}
	}
	r.refresh = func() {
		text.Text, text.TextSize, text.Color = s.text, look.Size(look.Body), look.Color(look.Quiet)
		for len(dots) < s.dots() {
			dots = append(dots, canvas.NewCircle(nil))
		}
		dots = dots[:s.dots()]
		r.objects = []fyne.CanvasObject{text}
		for i, d := range dots {
			d.StrokeColor, d.StrokeWidth, d.FillColor = look.Color(look.Ink), 1.5, color.Transparent
			if i == s.turn {
				d.FillColor = look.Color(look.Ink)
			}
			r.objects = append(r.objects, d)
		}
		if size := s.Size(); !size.IsZero() {
			r.layout(size)
		}
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

// pill is a line of text on a rounded surface of its own, over the stage.
type pill struct {
	widget.BaseWidget
	label *parts.Label
	loud  bool
}

func newPill(loud bool) *pill {
	p := &pill{loud: loud, label: parts.NewParagraph("", look.Body, look.Ink)}
	if loud {
		p.label.SetSize(look.ScreenTitle).SetBold(true)
	}
	p.label.SetAlign(fyne.TextAlignCenter)
	p.ExtendBaseWidget(p)
	return p
}

func (p *pill) set(text string) { p.label.SetText(text) }

func (p *pill) pads() (x, y float32) {
	if p.loud {
		return look.S6, look.S3
	}
	return look.S4, look.S2
}

// fit is the pill's size where it may be at most so wide.
func (p *pill) fit(most float32) (w, h float32) {
	px, py := p.pads()
	w = min(p.label.OneLine()+2*px+1, most)
	return w, p.label.HeightFor(w-2*px) + 2*py
}

// CreateRenderer draws the pill.
func (p *pill) CreateRenderer() fyne.WidgetRenderer {
	face := canvas.NewRectangle(nil)
	r := &renderer{objects: []fyne.CanvasObject{face, p.label}}
	r.layout = func(size fyne.Size) {
		face.CornerRadius = min(size.Height/2, look.CardRadius)
		face.Resize(size)
		px, py := p.pads()
		place(p.label, px, py, size.Width-2*px, size.Height-2*py)
	}
	r.refresh = func() {
		face.FillColor = look.Color(look.Card)
		face.Shadow = canvas.Shadow{Color: look.Color(look.Shadow), BlurRadius: 10, Offset: fyne.NewPos(0, 2)}
		face.Refresh()
		p.label.Refresh()
	}
	r.refresh()
	return r
}
