package play

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

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
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, p.label}}
	r.Place = func(size fyne.Size) {
		face.CornerRadius = min(size.Height/2, look.CardRadius)
		face.Resize(size)
		px, py := p.pads()
		parts.Put(p.label, px, py, size.Width-2*px, size.Height-2*py)
	}
	r.Renew = func() {
		face.FillColor = look.Color(look.Card)
		face.Shadow = canvas.Shadow{Color: look.Color(look.Shadow), BlurRadius: 10, Offset: fyne.NewPos(0, 2)}
		face.Refresh()
		p.label.Refresh()
	}
	r.Renew()
	return r
}
