package play

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// cueCard says how: the cues of an exercise, how to breathe and what not to do.
type cueCard struct {
	widget.BaseWidget
	exercise *exercise.Exercise
	column   *fyne.Container
	strip    *strip
	held     *fyne.Container
	scroll   *container.Scroll
	note     string
}

// strip lays the text of a scrolling card in a width of its own, so that it does not run under the scroll bar.
type strip struct{ width float32 }

// Layout places the text.
func (s *strip) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	parts.Put(objects[0], 0, 0, s.width, parts.HeightFor(objects[0], s.width))
}

// MinSize is the height the text needs at its width.
func (s *strip) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, parts.HeightFor(objects[0], s.width))
}

func newCueCard() *cueCard {
	c := &cueCard{column: parts.NewColumn(6), strip: &strip{}}
	c.held = container.New(c.strip, c.column)
	c.scroll = container.NewVScroll(c.held)
	c.ExtendBaseWidget(c)
	return c
}

// set shows what to do; note is what the routine says at this step, "" for nothing. It reports whether that is new.
func (c *cueCard) set(e *exercise.Exercise, note string) bool {
	if c.exercise == e && c.note == note {
		return false
	}
	c.exercise, c.note = e, note
	c.column.Objects = nil
	if note != "" {
		c.column.Add(parts.NewParagraph(note, look.Body, look.AccentInk))
	}
	for _, line := range e.Cues {
		c.column.Add(parts.NewParagraph(line, look.Body, look.Ink))
	}
	if e.Mistake != "" {
		c.column.Add(parts.NewParagraph(look.T("play.not", "Not: {{.What}}", map[string]any{"What": lowerFirst(e.Mistake)}), look.Small, look.Quiet))
	}
	if e.Breath != "" {
		c.column.Add(parts.NewParagraph(look.T("play.breath", "Breath: {{.How}}", map[string]any{"How": lowerFirst(e.Breath)}), look.Small, look.Quiet))
	}
	c.scroll.ScrollToTop()
	c.Refresh()
	return true
}

func (c *cueCard) heightFor(width float32) float32 {
	if len(c.column.Objects) == 0 {
		return 0
	}
	return parts.HeightFor(c.column, width-2*look.S4) + 2*look.S4
}

// firstCue is the line to show where there is room for one, changing slowly through all of them.
func firstCue(e *exercise.Exercise, n int) string {
	if e == nil || len(e.Cues) == 0 {
		return ""
	}
	return e.Cues[n%len(e.Cues)]
}

// CreateRenderer draws the card.
func (c *cueCard) CreateRenderer() fyne.WidgetRenderer {
	face := parts.NewPanel()
	r := &parts.Drawing{}
	r.Place = func(size fyne.Size) {
		face.Resize(size)
		w := size.Width - 2*look.S4
		if c.heightFor(size.Width) <= size.Height+1 {
			// Text that fits is not put into a scroll: the whole panel may be in one, and one is enough.
			r.Of = []fyne.CanvasObject{face, c.held}
			c.strip.width = w
			parts.Put(c.held, look.S4, look.S4, w, size.Height-2*look.S4)
			return
		}
		// The text may scroll up to the card's edge, so that a cut line tells that there is more.
		r.Of = []fyne.CanvasObject{face, c.scroll}
		c.strip.width = w - look.S2
		parts.Put(c.scroll, look.S4, look.S2, size.Width-look.S4-look.S1, size.Height-2*look.S2)
		c.scroll.Refresh()
	}
	r.Renew = func() {
		face.Set(look.Color(look.Card), look.Color(look.Window), look.CardRadius)
		parts.Show(face, len(c.column.Objects) > 0)
		face.Refresh()
		c.column.Refresh()
		r.Place(c.Size())
	}
	r.Renew()
	return r
}
