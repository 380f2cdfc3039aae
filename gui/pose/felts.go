package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// felts is the line over the foot of the stage that says what a handle feels, with what would free it.
type felts struct {
	widget.BaseWidget
	text  *parts.Label
	letGo *parts.Button
}

func newFelts(letGo func()) *felts {
	t := &felts{text: parts.NewParagraph("", look.Small, look.Ink)}
	t.letGo = parts.NewButton(look.T("pose.let-go", "Let go"), "", letGo).SetCompact(true).SetTight(true).SetRank(parts.Warm)
	t.letGo.Hide()
	t.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// say says what is felt, "" for nothing; free offers to let go.
func (t *felts) say(text string, free bool) {
	if t.text.Text() == text && t.letGo.Visible() == free {
		return
	}
	t.text.SetText(text)
	parts.Show(t.letGo, free)
	parts.Show(t, text != "")
	t.Refresh()
}

// put places the line at the foot of a stage.
func (t *felts) put(x, y, width, height float32) {
	inner := width - 2*look.S3
	room := inner
	if t.letGo.Visible() {
		room -= t.letGo.MinSize().Width + look.S2
	}
	w := min(t.text.OneLine()+2, room-2*look.S3)
	h := t.text.HeightFor(w)
	wide := w + 2*look.S3
	if t.letGo.Visible() {
		wide += t.letGo.MinSize().Width + look.S2
		h = max(h, t.letGo.MinSize().Height)
	}
	h += 2 * look.S1
	parts.Put(t, x+(width-wide)/2, y+height-h-look.S3, wide, h)
}

// Contents lists what can be reached.
func (t *felts) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{t.text, t.letGo} }

// CreateRenderer draws the line on a card of its own.
func (t *felts) CreateRenderer() fyne.WidgetRenderer {
	face := canvas.NewRectangle(nil)
	face.CornerRadius, face.StrokeWidth = look.ControlRadius, 1
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, t.text, t.letGo}}
	r.Place = func(s fyne.Size) {
		parts.Put(face, 0, 0, s.Width, s.Height)
		x := s.Width - look.S3
		if t.letGo.Visible() {
			m := t.letGo.MinSize()
			x = s.Width - m.Width - look.S1
			parts.Put(t.letGo, x, (s.Height-m.Height)/2, m.Width, m.Height)
			x -= look.S2
		}
		h := t.text.HeightFor(x - look.S3)
		parts.Put(t.text, look.S3, (s.Height-h)/2, x-look.S3, h)
	}
	r.Renew = func() {
		face.FillColor, face.StrokeColor = look.Color(look.Card), look.Color(look.Line)
		r.Place(t.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Renew()
	return r
}
