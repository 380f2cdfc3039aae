package pose

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// asker asks which picture to use: dropped on the window, or told by where it lies.
type asker struct {
	widget.BaseWidget
	s      *Screen
	place  *field
	wrong  *parts.Label
	card   *parts.Card
	scroll *parts.Scroll
}

func newAsker(s *Screen) *asker {
	a := &asker{s: s}
	a.place = newField(s, look.T("pose.asker.place", "Where it lies"), 4096, false)
	a.place.PlaceHolder = look.T("pose.asker.example", "~/Pictures/my-stretch.jpg")
	a.place.OnSubmitted = func(string) { a.use() }
	a.wrong = parts.NewParagraph("", look.Small, look.DangerInk)
	a.wrong.Hide()
	a.card = parts.NewCard(parts.NewColumn(look.S4,
		parts.NewParagraph(look.T("pose.asker.title", "A picture of your own"), look.ScreenTitle, look.Ink).SetBold(true),
		parts.NewParagraph(look.T("pose.asker.how", "Drop a PNG, JPEG or SVG file on the window, or write here where it lies. It is copied beside the exercise; the file itself stays as it is."), look.Body, look.Ink),
		a.place.block, a.wrong,
		parts.NewFlow(look.S2,
			parts.NewButton(look.T("pose.asker.use", "Use it"), look.IconCheck, a.use).SetRank(parts.Primary),
			parts.NewButton(look.T("pose.asker.cancel", "Cancel"), "", a.close).SetRank(parts.Bare))))
	a.scroll = parts.NewScroll(parts.NewInset(look.S5, edge, look.S5, a.card))
	a.ExtendBaseWidget(a)
	return a
}

func (a *asker) open() {
	a.place.set("")
	a.say("")
	parts.Show(a, true)
	a.Refresh()
	a.s.focus(a.place)
}

func (a *asker) close() {
	if a.Visible() {
		a.s.unfocus()
	}
	parts.Show(a, false)
}

func (a *asker) say(text string) {
	a.wrong.SetText(text)
	parts.Show(a.wrong, text != "")
	a.Refresh()
	a.scroll.Relayout()
}

// use takes the picture that was named.
func (a *asker) use() {
	path := strings.TrimSpace(a.place.Text)
	if rest, ok := strings.CutPrefix(path, "~"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, rest)
		}
	}
	path = strings.TrimPrefix(path, "file://")
	if path == "" {
		a.say(look.T("pose.asker.nothing", "Write where the picture lies, or drop it on the window."))
		return
	}
	a.say(a.s.readPicture(path))
}

// Contents is what is asked.
func (a *asker) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{a.card} }

// CreateRenderer draws it over everything else.
func (a *asker) CreateRenderer() fyne.WidgetRenderer {
	face := canvas.NewRectangle(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, a.scroll}}
	r.Place = func(s fyne.Size) {
		parts.Put(face, 0, 0, s.Width, s.Height)
		w := min(s.Width, look.Size(560))
		h := min(parts.HeightFor(a.card, w-2*edge)+2*look.S5, s.Height)
		parts.Put(a.scroll, (s.Width-w)/2, (s.Height-h)/3, w, h)
	}
	r.Renew = func() {
		face.FillColor = look.Color(look.Window)
		r.Place(a.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Renew()
	return r
}
