package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// pinned is the whole screen: the scrolled page and, where the card's last line would lie out of sight (small windows,
// large text), a bar at the bottom that has Start on it instead.
type pinned struct {
	widget.BaseWidget
	page   *page
	scroll *parts.Scroll
	start  *parts.Button
	status *parts.Label
	on     bool
}

func newPinned(p *page, begin func()) *pinned {
	w := &pinned{page: p, scroll: parts.NewScroll(p)}
	w.start = parts.NewButton(look.T("today.start", "Start"), look.IconPlay, begin).SetRank(parts.Primary).SetHint(look.T("today.start.key", "Enter"))
	w.status = parts.NewParagraph("", look.Body, look.Quiet)
	w.ExtendBaseWidget(w)
	return w
}

// follow says on the bar what the card says.
func (w *pinned) follow() {
	w.status.SetText(w.page.card.both.Text())
	if w.page.card.ready {
		w.start.Enable()
	} else {
		w.start.Disable()
	}
	w.Refresh()
}

func (w *pinned) CreateRenderer() fyne.WidgetRenderer {
	r := &pinnedRenderer{w: w, back: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	r.restyle()
	return r
}

type pinnedRenderer struct {
	w          *pinned
	back, line *canvas.Rectangle
}

func (r *pinnedRenderer) restyle() {
	r.back.FillColor, r.line.FillColor = look.Color(look.Card), look.Color(look.Line)
}

func (r *pinnedRenderer) Layout(s fyne.Size) {
	w := r.w
	f := w.page.frame(s.Width)
	w.on = w.page.card.ready && w.page.startsAt(s.Width) > s.Height
	w.page.card.setPinned(w.on)
	setShown(w.on, r.back, r.line, w.start)
	setShown(w.on && w.status.Text() != "", w.status)
	if !w.on {
		w.scroll.Resize(s)
		return
	}
	start := w.start.MinSize()
	room := s.Width - 2*f.pad - start.Width - look.S4
	text := w.status.HeightFor(room)
	high := max(start.Height, text) + 2*look.S3
	y := s.Height - high
	w.scroll.Resize(fyne.NewSize(s.Width, y))
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.back, 0, y, s.Width, high)
	put(r.line, 0, y, s.Width, 1)
	put(w.start, f.pad, y+(high-start.Height)/2, start.Width, start.Height)
	put(w.status, f.pad+start.Width+look.S4, y+(high-text)/2, room, text)
}

func (r *pinnedRenderer) MinSize() fyne.Size { return r.w.scroll.MinSize() }

func (r *pinnedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.w.scroll, r.back, r.line, r.w.start, r.w.status}
}

func (r *pinnedRenderer) Refresh() {
	r.restyle()
	r.Layout(r.w.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *pinnedRenderer) Destroy() {}
