package play

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

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
	r := &parts.Drawing{}
	var dots []*canvas.Circle
	r.Place = func(size fyne.Size) {
		m := text.MinSize()
		step := dotSize() + look.S1 + 1
		x := size.Width - float32(s.dots())*step
		parts.Put(text, x-m.Width-look.S1, (size.Height-m.Height)/2, m.Width, m.Height)
		for i, d := range dots {
			parts.Put(d, x+float32(i)*step+look.S1, (size.Height-dotSize())/2, dotSize(), dotSize())
		}
	}
	r.Renew = func() {
		text.Text, text.TextSize, text.Color = s.text, look.Size(look.Body), look.Color(look.Quiet)
		for len(dots) < s.dots() {
			dots = append(dots, canvas.NewCircle(nil))
		}
		dots = dots[:s.dots()]
		r.Of = []fyne.CanvasObject{text}
		for i, d := range dots {
			d.StrokeColor, d.StrokeWidth, d.FillColor = look.Color(look.Ink), 1.5, color.Transparent
			if i == s.turn {
				d.FillColor = look.Color(look.Ink)
			}
			r.Of = append(r.Of, d)
		}
		if size := s.Size(); !size.IsZero() {
			r.Place(size)
		}
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Renew()
	return r
}
