package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// frame holds everything that is seen: the page to begin from, or the header over three columns. Where there is no room
// for three, the judgement stays beside the routine and the exercises come in a drawer; where there is none for two, both
// do. Over all lie the ghosts of what is dragged and the two versions of a file.
type frame struct {
	widget.BaseWidget
	s *Screen

	begin  *begin
	header *header
	shelf  *shelf
	judge  *judge
	column *column
	scroll *parts.Scroll
	broken *broken // in the place of the column where the file cannot be edited here
	clash  *clash
	ghost  *ghost // of cards; the shelf has its own
	tools  *parts.Flow
	pull   [2]*parts.Button // open the drawers: exercises, judgement
	drawer *drawer
	popup  *widget.PopUp
	keys   parts.Over // the window's, while there is a popup

	room room
}

// room is which columns stand beside the routine.
type room struct{ shelf, judge bool }

// Widths of the columns as drawn, unscaled, and the gap between them.
const (
	shelfWidth  = 266
	judgeWidth  = 262
	leastMiddle = 400
	columnGap   = 18
	frameSide   = look.S6
)

func newFrame(s *Screen) *frame {
	f := &frame{s: s, ghost: newGhost(), clash: newClash(s), broken: newBroken(s)}
	f.begin = newBegin(s.beginDeps())
	f.header = newHeader(s)
	f.shelf = newShelf(shelfDeps{
		Now: s.deps.Now, Add: s.addFromShelf, Choose: s.chooseFromShelf, Drag: s.dragFromShelf, Dropped: s.dropFromShelf, Pose: s.deps.Pose,
	})
	f.judge = newJudge(judgeDeps{Now: s.deps.Now, Post: s.deps.Post, Mend: s.mend, Go: s.goTo, Length: s.setLength, TryStep: s.tryStep})
	f.column = newColumn(s)
	f.scroll = parts.NewScroll(f.column)
	f.scroll.OnScrolled(func(float32) { f.look() })
	f.pull[0] = parts.NewButton(look.T("build.exercises", "Exercises"), look.IconPlus, func() { f.openDrawer(f.shelf) }).SetCompact(true)
	f.pull[1] = parts.NewButton(look.T("build.judgement", "Length and check"), look.IconInfo, func() { f.openDrawer(f.judge) }).SetCompact(true)
	f.tools = parts.NewFlow(look.S2, f.pull[0], f.pull[1])
	f.drawer = newDrawer(f.closeDrawer)
	f.clash.Hide()
	f.broken.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// roomAt is what fits beside the routine at a width.
func roomAt(width float32) room {
	left := width - 2*sideAt(width) - look.Size(leastMiddle)
	switch judge, shelf := look.Size(judgeWidth)+columnGap, look.Size(shelfWidth)+columnGap; {
	case left >= judge+shelf:
		return room{shelf: true, judge: true}
	case left >= judge:
		return room{judge: true}
	}
	return room{}
}

// sideAt is the room left and right; a narrow window has less to give.
func sideAt(width float32) float32 { return min(frameSide, width*0.03) }

// look tells the column what is seen of it.
func (f *frame) look() {
	top := f.scroll.Offset()
	f.column.see(top, top+f.scroll.Size().Height)
}

// wake lets what moves go on, or rest.
func (f *frame) wake(on bool) {
	parts.Show(f.judge, on && f.judgeSeen())
	f.column.rest()
}

func (f *frame) judgeSeen() bool { return f.room.judge || f.drawer.holds(f.judge) }

// showShelf brings the exercises into view.
func (f *frame) showShelf() {
	if !f.room.shelf && !f.drawer.holds(f.shelf) {
		f.openDrawer(f.shelf)
	}
}

// openDrawer shows a side over the routine.
func (f *frame) openDrawer(o fyne.CanvasObject) {
	f.drawer.open(o, o == fyne.CanvasObject(f.judge))
	f.Refresh()
	f.s.focus(f.drawer.shut)
	if o == fyne.CanvasObject(f.shelf) {
		f.shelf.FocusSearch()
	}
}

// closeDrawer puts it away, and reports whether one was open.
func (f *frame) closeDrawer() bool {
	if !f.drawer.isOpen() {
		return false
	}
	f.s.unfocus()
	f.drawer.close()
	f.Refresh()
	f.s.focus(f.column)
	return true
}

// closePopup takes a small question back.
func (f *frame) closePopup() {
	if f.popup != nil {
		f.popup.Hide()
		f.popup = nil
		f.keys.Close()
	}
}

// arrange shows what there is to show now.
func (f *frame) arrange() {
	w := f.s.work
	apart := w != nil && f.clash.active()
	parts.Show(f.begin, w == nil)
	parts.Show(f.clash, apart)
	desk := w != nil && !apart
	parts.Show(f.header, desk)
	damaged := desk && w.ed.Now().Damaged
	parts.Show(f.broken, damaged)
	parts.Show(f.scroll, desk && !damaged)
	whole := desk && !damaged
	parts.Show(f.shelf, whole && (f.room.shelf || f.drawer.holds(f.shelf)))
	parts.Show(f.judge, whole && f.judgeSeen())
	parts.Show(f.pull[0], !f.room.shelf)
	parts.Show(f.pull[1], !f.room.judge)
	parts.Show(f.tools, whole && !(f.room.shelf && f.room.judge))
	parts.Show(f.drawer, whole && f.drawer.isOpen())
}

// Contents lists what is held, from what lies below to what lies on top.
func (f *frame) Contents() []fyne.CanvasObject {
	out := []fyne.CanvasObject{f.begin, f.header, f.broken, f.tools}
	if f.drawer.holds(f.shelf) {
		return append(out, f.scroll, f.judge, f.drawer, f.shelf, f.clash, f.shelf.Ghost(), f.ghost)
	}
	return append(out, f.shelf, f.scroll, f.drawer, f.judge, f.clash, f.shelf.Ghost(), f.ghost)
}

// CreateRenderer lays the frame out.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: f.Contents()}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Place = func(size fyne.Size) {
		at := roomAt(size.Width)
		if at != f.room {
			f.room = at
			if at.shelf && f.drawer.holds(f.shelf) || at.judge && f.drawer.holds(f.judge) {
				f.drawer.close()
			}
		}
		f.arrange()
		r.Of = f.Contents()
		for _, o := range []fyne.CanvasObject{f.begin, f.clash, f.shelf.Ghost(), f.ghost} {
			parts.Put(o, 0, 0, size.Width, size.Height)
		}
		f.place(size)
	}
	r.Renew = func() {
		if s := f.Size(); !s.IsZero() {
			r.Place(s)
		}
		canvas.Refresh(f)
	}
	return r
}

// place lays the header and the columns out.
func (f *frame) place(size fyne.Size) {
	side := sideAt(size.Width)
	inner := size.Width - 2*side
	top := f.header.HeightFor(inner)
	parts.Put(f.header, side, look.S5+2, inner, top)
	y := look.S5 + 2 + top + look.S3 + 2
	high := size.Height - y - look.S5
	x, width := side, inner
	parts.Put(f.broken, x-rim, y, width+rim+bar, size.Height-y)
	if f.room.shelf {
		w := look.Size(shelfWidth)
		parts.Put(f.shelf, x, y, w, high)
		x, width = x+w+columnGap, width-w-columnGap
	}
	if f.room.judge {
		w := look.Size(judgeWidth)
		width -= w + columnGap
		parts.Put(f.judge, x+width+columnGap, y, w, high)
	}
	if f.tools.Visible() {
		h := f.tools.HeightFor(width)
		parts.Put(f.tools, x, y, width, h)
		y += h + look.S2
	}
	// The scroll reaches into the gaps and to the window's edge: focus rings and its bar have their place there.
	parts.Put(f.scroll, x-rim, y, width+rim+bar, size.Height-y)
	parts.Put(f.drawer, 0, 0, size.Width, size.Height)
	if f.drawer.isOpen() {
		f.drawer.put(size)
	}
	f.look()
}

// The column keeps a little room of its own: at the left for the focus rings, at the right also for the bar.
const (
	rim = look.S1 + 2
	bar = look.S3
)

// drawer shows a side of the frame over the routine, at the left or the right edge, on a card of its own with a way to
// close it.
type drawer struct {
	widget.BaseWidget
	held  fyne.CanvasObject
	right bool
	shut  *parts.Button
	away  func() bool
	veil  *canvas.Rectangle
	card  *canvas.Rectangle
}

func newDrawer(away func() bool) *drawer {
	d := &drawer{away: away, veil: canvas.NewRectangle(nil), card: canvas.NewRectangle(nil)}
	d.shut = parts.NewButton(look.T("build.close", "Close"), look.IconClose, func() { away() }).SetCompact(true).SetRank(parts.Bare)
	d.card.CornerRadius = look.CardRadius
	d.Hide()
	d.ExtendBaseWidget(d)
	return d
}

func (d *drawer) open(o fyne.CanvasObject, right bool) {
	d.held, d.right = o, right
	d.Show()
}

func (d *drawer) close() {
	d.held = nil
	d.Hide()
}

func (d *drawer) isOpen() bool { return d.held != nil }

func (d *drawer) holds(o fyne.CanvasObject) bool { return d.held == o }

// put places what the drawer holds, which stays a part of the frame.
func (d *drawer) put(size fyne.Size) {
	w := min(look.Size(shelfWidth)+2*look.S3, size.Width-2*look.S3)
	x := float32(look.S3)
	if d.right {
		x = size.Width - w - look.S3
	}
	parts.Put(d.card, x, look.S3, w, size.Height-2*look.S3)
	m := d.shut.MinSize()
	parts.Put(d.shut, x+w-look.S2-m.Width, look.S4, m.Width, m.Height)
	y := look.S4 + m.Height + look.S1
	parts.Put(d.held, x+look.S3, y, w-2*look.S3, size.Height-look.S3-look.S3-y)
}

// Tapped beside the card closes it.
func (d *drawer) Tapped(e *fyne.PointEvent) {
	if p := e.Position; p.X < d.card.Position().X || p.X > d.card.Position().X+d.card.Size().Width {
		d.away()
	}
}

// Dragged, like all the pointer does on the veil, is kept from what lies below.
func (d *drawer) Dragged(*fyne.DragEvent) {}

// DragEnd does nothing.
func (d *drawer) DragEnd() {}

// Scrolled does nothing.
func (d *drawer) Scrolled(*fyne.ScrollEvent) {}

// Contents is the way to close it.
func (d *drawer) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{d.shut} }

// CreateRenderer draws veil and card.
func (d *drawer) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{d.veil, d.card, d.shut}}
	r.Place = func(size fyne.Size) {
		parts.Put(d.veil, 0, 0, size.Width, size.Height)
		if d.held != nil {
			d.put(size)
		}
	}
	r.Renew = func() {
		d.veil.FillColor, d.card.FillColor = parts.Veil(0xd0), look.Color(look.Window)
		d.veil.Refresh()
		d.card.Refresh()
		d.shut.Refresh()
	}
	r.Renew()
	return r
}
