package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
)

// card is a step of the routine: its picture, its name and how it is kept, and its dose. The keyboard is the column's; a
// card takes the pointer, and can be dragged.
type card struct {
	widget.BaseWidget
	column *column
	view   rowView

	awake, hovered bool
	face           *cardFace
	steppers       []*stepper
}

// cardFace is what a card shows.
type cardFace struct {
	back, over, edge, ring *canvas.Rectangle
	grip, opener, warning  *canvas.Image
	thumb                  *parts.Thumb
	words                  []*canvas.Text
}

var (
	_ fyne.Tappable          = (*card)(nil)
	_ fyne.SecondaryTappable = (*card)(nil)
	_ fyne.Draggable         = (*card)(nil)
	_ desktop.Hoverable      = (*card)(nil)
)

func newCard(c *column, v rowView) *card {
	w := &card{column: c}
	w.ExtendBaseWidget(w)
	w.set(v)
	return w
}

// set takes what the step says now.
func (c *card) set(v rowView) {
	c.view = v
	if len(c.steppers) > len(v.doses) {
		c.steppers = c.steppers[:len(v.doses)]
	}
	for i, d := range v.doses {
		if i == len(c.steppers) {
			c.steppers = append(c.steppers, newStepper(c, d))
		}
		c.steppers[i].set(d)
	}
	if c.awake {
		c.Refresh()
	}
}

// current reports whether the keyboard is on this card.
func (c *card) current() bool { return c.column.pick.at == c.view.key }

// looked reports whether the card is looked at, so that it shows what can be done with it.
func (c *card) looked() bool {
	return c.hovered && c.column.drag == nil || c.current() && c.column.pick.chosen[c.view.key]
}

// open reports whether the card shows its fields.
func (c *card) open() bool { return c.column.pick.open == c.view.key && c.column.more != nil }

// holdsFocus reports whether the keyboard is in the card, or it is being dragged.
func (c *card) holdsFocus() bool {
	if d := c.column.drag; d != nil && d.from == c {
		return true
	}
	f := c.column.s.focused()
	if f == nil {
		return false
	}
	for _, w := range c.steppers {
		if fyne.Focusable(w) == f {
			return true
		}
	}
	return c.open() && c.column.more.holds(f)
}

func (c *card) setAwake(on bool) {
	if c.awake == on {
		return
	}
	c.awake = on
	if on {
		if c.face == nil {
			c.face = c.make()
		}
		c.Refresh()
	}
}

// beside gives the keyboard to the stepper beside one, or to the column at the left end.
func (c *card) beside(w *stepper, by int) {
	for i, s := range c.steppers {
		if s != w {
			continue
		}
		switch to := i + by; {
		case to < 0:
			c.column.s.focus(c.column)
		case to < len(c.steppers):
			c.column.s.focus(c.steppers[to])
		}
		return
	}
}

// Tapped chooses the card; once more, soon after, opens it.
func (c *card) Tapped(e *fyne.PointEvent) { c.column.tap(c.view.key, c.onOpener(e.Position)) }

func (c *card) onOpener(p fyne.Position) bool { return p.X > c.Size().Width-cardSide-openerWidth() }

// TappedSecondary shows what can be done with the card.
func (c *card) TappedSecondary(e *fyne.PointEvent) {
	if !c.column.pick.chosen[c.view.key] {
		c.column.pick.only(c.column, c.view.key)
	}
	c.column.s.focus(c.column)
	c.column.s.menuAt(e.AbsolutePosition, c.column.s.stepItems(c.view.key))
}

// Dragged lets the card, or all that are chosen with it, follow the pointer.
func (c *card) Dragged(e *fyne.DragEvent) { c.column.dragCard(c, e.AbsolutePosition) }

// DragEnd lets it go.
func (c *card) DragEnd() { c.column.dropCard() }

func (c *card) setHovered(on bool) {
	if c.hovered == on {
		return
	}
	c.hovered = on
	if on {
		c.column.moveThumb(c)
	} else {
		c.column.restThumb(c)
	}
	c.Refresh()
}

// MouseIn lets the picture move and shows what can be done.
func (c *card) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved does nothing.
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes that back.
func (c *card) MouseOut() { c.setHovered(false) }

// AccessibilityLabel is what a screen reader says.
func (c *card) AccessibilityLabel() string { return c.view.spoken() }

// AccessibilityRole says that it can be pressed.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Contents are the widgets in the card.
func (c *card) Contents() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, w := range c.steppers {
		out = append(out, w)
	}
	if c.open() {
		out = append(out, c.column.more)
	}
	return out
}

func (c *card) make() *cardFace {
	f := &cardFace{
		back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		grip: canvas.NewImageFromResource(nil), opener: canvas.NewImageFromResource(nil), warning: canvas.NewImageFromResource(nil),
	}
	for _, r := range []*canvas.Rectangle{f.back, f.over, f.edge, f.ring} {
		r.CornerRadius = look.ControlRadius
	}
	f.ring.CornerRadius += 3
	f.edge.StrokeWidth, f.ring.StrokeWidth = 2, 2
	for _, i := range []*canvas.Image{f.grip, f.opener, f.warning} {
		i.FillMode = canvas.ImageFillContain
	}
	v := c.view
	f.thumb = parts.NewThumb(v.exercise, parts.FaceSide(v.exercise), c.column.s.in.Tones, thumbSize()).In(c.column.s.album())
	return f
}

// restyle takes on what the card says and the theme.
func (c *card) restyle() {
	f, v := c.face, &c.view
	if f == nil {
		return
	}
	pick := &c.column.pick
	f.back.FillColor, f.over.FillColor = look.Color(look.Card), nil
	if c.looked() {
		f.over.FillColor = look.Color(look.Hover)
		if pick.chosen[v.key] {
			f.over.FillColor = nil
		}
	}
	f.edge.StrokeColor = look.Kind(v.what).Base
	parts.Show(f.edge, pick.chosen[v.key])
	f.ring.StrokeColor = look.Color(look.Focus)
	parts.Show(f.ring, c.column.ringed(c.view.key))
	grip := look.Disabled
	if c.looked() {
		grip = look.Quiet
	}
	f.grip.Resource = look.IconIn(look.IconGrip, grip)
	opener := look.IconChevronDown
	if c.open() {
		opener = look.IconChevronUp
	}
	f.opener.Resource = look.IconIn(opener, look.Quiet)
	parts.Show(f.opener, c.looked() || c.open())
	f.warning.Resource = look.IconIn(look.IconWarning, look.DangerInk)
	parts.Show(f.warning, v.problems != "")
	f.thumb.SetTones(c.column.s.in.Tones)
	f.thumb.Set(v.exercise, parts.FaceSide(v.exercise))
	f.thumb.SetFaint(c.column.lifted(v.key))
}

// lay places what the card shows.
func (c *card) lay(s fyne.Size) {
	f := c.face
	if f == nil || !c.awake || s.IsZero() {
		return
	}
	c.view.fit(s.Width)
	at := &c.view.shape
	for _, r := range []*canvas.Rectangle{f.back, f.over} {
		parts.Put(r, 0, 0, s.Width, s.Height)
	}
	parts.Put(f.edge, 1, 1, s.Width-2, s.Height-2)
	parts.Put(f.ring, -3, -3, s.Width+6, s.Height+6)
	top := cardPad + at.row
	edge := look.Size(20)
	mid := (cardPad + top) / 2
	parts.Put(f.grip, (gripWidth()-edge)/2, mid-edge/2, edge, edge)
	parts.Put(f.thumb, gripWidth(), mid-look.Size(thumbHigh)/2, look.Size(thumbWide), look.Size(thumbHigh))
	edge = look.Size(18)
	parts.Put(f.opener, s.Width-cardSide+2-openerWidth()+(openerWidth()-edge)/2, mid-edge/2, edge, edge)
	n, y := 0, at.textY
	write := func(lines []string, x, size float32, style fyne.TextStyle, role look.Role) {
		high := lineHeight(size, style)
		for _, line := range lines {
			if n == len(f.words) {
				f.words = append(f.words, canvas.NewText("", nil))
			}
			t := f.words[n]
			t.Text, t.TextSize, t.TextStyle, t.Color = line, look.Size(size), style, look.Color(role)
			parts.Put(t, x, y, s.Width-x, high)
			n, y = n+1, y+high
		}
	}
	write(at.name, at.textX, look.CardTitle, bold, look.Ink)
	write(at.sub, at.textX, look.Small, fyne.TextStyle{}, look.Quiet)
	y = at.noteY
	write(at.note, at.textX, look.Small, italic, look.Quiet)
	if c.view.problems != "" {
		y = at.problemY
		parts.Put(f.warning, gripWidth(), y, look.Size(17), look.Size(17))
		write(at.problem, at.problemX, look.Small, fyne.TextStyle{}, look.DangerInk)
	}
	f.words = f.words[:n]
	x := at.doseX
	for i, w := range c.steppers {
		wide := at.doseWidths[i]
		parts.Put(w, x, at.doseY, wide, stepperHeight())
		x += wide + look.S2
	}
	if c.open() {
		y := at.high
		parts.Put(c.column.more, cardSide, y, s.Width-2*cardSide, s.Height-y-look.S3)
	}
}

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

type cardRenderer struct{ c *card }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	f := r.c.face
	if f == nil || !r.c.awake {
		return nil
	}
	out := make([]fyne.CanvasObject, 0, 16+len(f.words))
	out = append(out, f.back, f.over, f.grip, f.thumb, f.opener, f.warning)
	for _, t := range f.words {
		out = append(out, t)
	}
	out = append(out, r.c.Contents()...)
	return append(out, f.edge, f.ring)
}

func (r *cardRenderer) Layout(s fyne.Size) { r.c.lay(s) }
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 0) }
func (r *cardRenderer) Destroy()           {}

func (r *cardRenderer) Refresh() {
	if !r.c.awake {
		return
	}
	r.c.restyle()
	r.c.lay(r.c.Size())
	for _, w := range r.c.Contents() {
		w.Refresh()
	}
	canvas.Refresh(r.c)
}

// moveThumb lets the picture of a card move.
func (c *column) moveThumb(card *card) {
	if c.moving == card || card.face == nil || c.drag != nil {
		return
	}
	c.rest()
	c.moving = card
	c.mover.Show = func(m figure.Moment, still bool, _ time.Time) {
		if still {
			card.face.thumb.Rest()
		} else {
			card.face.thumb.SetMoment(m)
		}
	}
	c.mover.Take(card.view.exercise)
	c.mover.Go()
}

// restThumb lets it rest again.
func (c *column) restThumb(card *card) {
	if c.moving == card {
		c.rest()
	}
}

// rest stops what moves in the column.
func (c *column) rest() {
	c.mover.Halt()
	if c.moving != nil {
		if c.moving.face != nil {
			c.moving.face.thumb.Rest()
		}
		c.moving = nil
	}
}
