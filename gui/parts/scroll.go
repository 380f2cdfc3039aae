package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows something that may be taller than the room there is. The content is always as wide as the scroll, at
// least as high, and as high as its width needs. What the keyboard moves to is brought into view.
type Scroll struct {
	widget.BaseWidget
	inner *container.Scroll
	hold  *held
	moved func(y float32)
}

// NewScroll makes a scroll around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{hold: &held{}}
	s.inner = container.NewVScroll(container.New(s.hold, content))
	s.ExtendBaseWidget(s)
	return s
}

// ToTop shows the beginning.
func (s *Scroll) ToTop() { s.ScrollTo(0) }

// Offset is how far down what is seen begins.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// ScrollTo shows what lies so far down, or the end where there is less.
func (s *Scroll) ScrollTo(y float32) {
	s.inner.ScrollToOffset(fyne.NewPos(0, y))
	if s.moved != nil {
		s.moved(s.Offset())
	}
}

// OnScrolled calls f after every move, with how far down what is seen begins.
func (s *Scroll) OnScrolled(f func(y float32)) {
	s.moved = f
	s.inner.OnScrolled = func(p fyne.Position) { f(p.Y) }
}

// Relayout gives the content the height it needs now; call it after the content has changed.
func (s *Scroll) Relayout() {
	if s.hold.width > 0 {
		s.inner.Refresh()
	}
}

// held is the layout of the content: as wide as the scroll, whatever the content would like.
type held struct{ width float32 }

func (h *held) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, heightFor(objects[0], h.width))
}

func (h *held) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(s)
}

// CreateRenderer draws the scroll.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	onShow[s] = true
	p := &pieces{objects: []fyne.CanvasObject{s.inner}}
	p.layout = func(size fyne.Size) {
		s.hold.width = size.Width
		s.inner.Resize(size)
		s.inner.Refresh()
	}
	p.min = func() fyne.Size { return fyne.NewSize(280, 120) }
	p.gone = func() { delete(onShow, s) }
	return p
}

// onShow are the scrolls that have a renderer; only the window's goroutine touches it.
var onShow = map[*Scroll]bool{}

// Reveal brings what has just gained the focus into view, in whatever Scroll it lies. Fyne moves the focus with Tab
// but leaves what it moves to out of sight.
func Reveal(o fyne.CanvasObject) {
	for s := range onShow {
		if inside(s.inner.Content, o) {
			s.reveal(o)
		}
	}
}

func (s *Scroll) reveal(o fyne.CanvasObject) {
	const air = 24 // so that the focus ring and a little of what comes next are seen
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.inner.Content).Y
	bottom := top + o.Size().Height
	at := s.inner.Offset.Y
	if room := s.inner.Size().Height; bottom+air > at+room {
		at = bottom + air - room
	}
	s.ScrollTo(max(min(at, top-air), 0))
}

// Holder is a widget that holds other objects, so that what lies inside it can be found.
type Holder interface{ Contents() []fyne.CanvasObject }

// inside reports whether o is root or lies in it.
func inside(root, o fyne.CanvasObject) bool {
	if root == o {
		return true
	}
	var in []fyne.CanvasObject
	switch r := root.(type) {
	case *fyne.Container:
		in = r.Objects
	case *Card:
		in = []fyne.CanvasObject{r.content}
	case *TapCard:
		in = []fyne.CanvasObject{r.content}
	case Holder:
		in = r.Contents()
	}
	for _, c := range in {
		if inside(c, o) {
			return true
		}
	}
	return false
}
