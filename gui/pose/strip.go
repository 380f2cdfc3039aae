package pose

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// strip is the key poses as small pictures, in the order they are played, and a place for one more.
type strip struct {
	widget.BaseWidget
	s     *Screen
	cells []*cell
	add   *parts.Button
	mark  *canvas.Rectangle // where a dragged one would come to lie
	to    int               // -1 while none is dragged
}

func newStrip(s *Screen) *strip {
	t := &strip{s: s, to: -1, mark: canvas.NewRectangle(nil)}
	t.add = parts.NewButton("", look.IconPlus, s.addPose).SetTight(true).SetName(look.T("pose.add", "One more pose"))
	t.mark.CornerRadius = 2
	t.ExtendBaseWidget(t)
	return t
}

// anew forgets what was drawn.
func (t *strip) anew() { t.cells = nil }

// show brings the pictures up to date: only those that changed are drawn anew.
func (t *strip) show() {
	w := t.s.work
	f := w.figure()
	for len(t.cells) < len(f.Poses) {
		t.cells = append(t.cells, newCell(t, len(t.cells)))
	}
	t.cells = t.cells[:len(f.Poses)]
	for i, c := range t.cells {
		c.wrong = slices.ContainsFunc(t.s.faults, func(f figure.Fault) bool { return f.Pose == i })
		c.set(f, exercise.Kind(w.now.file.Kind), w.now.pose == i)
	}
	enable(t.add, len(f.Poses) < figure.MostPoses)
	t.Refresh()
}

// width is how wide each picture is, the button at the end too.
func (t *strip) width(all float32) float32 {
	n := float32(len(t.cells) + 1)
	return min((all-look.S2*(n-1))/n, look.Size(104))
}

// place is where a picture dropped at x would come to lie.
func (t *strip) place(x float32) int {
	w := t.width(t.Size().Width) + look.S2
	return min(max(int(x/w), 0), len(t.cells)-1)
}

// Contents lists the pictures.
func (t *strip) Contents() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range t.cells {
		out = append(out, c)
	}
	return append(out, t.add)
}

// CreateRenderer lays them side by side.
func (t *strip) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{}
	all := func() { r.Of = append(t.Contents(), t.mark) }
	all()
	r.Place = func(s fyne.Size) {
		w := t.width(s.Width)
		for i, c := range t.cells {
			parts.Put(c, float32(i)*(w+look.S2), 0, w, s.Height)
		}
		b := min(w, look.Size(56))
		parts.Put(t.add, float32(len(t.cells))*(w+look.S2), 0, b, s.Height)
		parts.Show(t.mark, t.to >= 0)
		if t.to >= 0 {
			t.mark.FillColor = look.Color(look.Accent)
			x := float32(t.to) * (w + look.S2)
			if t.to > t.s.work.now.pose {
				x += w + look.S2
			}
			parts.Put(t.mark, max(x-look.S1-2, 0), 0, 4, s.Height)
		}
	}
	r.Least = func() fyne.Size { return fyne.NewSize(200, look.Size(88)) }
	r.Renew = func() {
		all()
		r.Place(t.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}

// cell is one key pose of the strip. It is dragged to another place, or moved there with Alt and the arrows.
type cell struct {
	widget.BaseWidget
	t                        *strip
	index                    int
	pose                     *exercise.Exercise // as an exercise of that one pose, for its picture
	of                       *figure.Figure     // what it was drawn of
	thumb                    *parts.Thumb
	on                       bool
	wrong                    bool // a body cannot do it, or not come to it
	hovered, focused, dragon bool
}

var (
	_ fyne.Focusable    = (*cell)(nil)
	_ fyne.Tappable     = (*cell)(nil)
	_ fyne.Draggable    = (*cell)(nil)
	_ desktop.Hoverable = (*cell)(nil)
)

func newCell(t *strip, index int) *cell {
	c := &cell{t: t, index: index}
	c.thumb = parts.NewThumb(nil, plan.SideBoth, t.s.tones, fyne.NewSize(40, 40))
	c.ExtendBaseWidget(c)
	return c
}

func (c *cell) set(f *figure.Figure, kind exercise.Kind, on bool) {
	c.on = on
	if c.of == nil || c.pose.Kind != kind || !figure.SamePicture(c.of, f, c.index) {
		c.pose = &exercise.Exercise{Kind: kind, Figure: f.Showing(c.index, -1)}
		c.thumb.Set(c.pose, plan.SideBoth)
	}
	c.of = f
	c.thumb.SetTones(c.t.s.tones)
	c.Refresh()
}

// Tapped shows the pose.
func (c *cell) Tapped(*fyne.PointEvent) {
	c.t.s.focus(c)
	c.t.s.showPose(c.index)
}

// Dragged takes the pose to another place.
func (c *cell) Dragged(e *fyne.DragEvent) {
	if !c.dragon {
		c.dragon = true
		c.t.s.showPose(c.index)
	}
	if to := c.t.place(e.Position.X + c.Position().X); to != c.t.to {
		c.t.to = to
		c.t.Refresh()
	}
}

// DragEnd lets it lie there.
func (c *cell) DragEnd() {
	c.dragon = false
	to := c.t.to
	c.t.to = -1
	c.t.s.movePose(c.index, to)
	c.t.Refresh()
}

// FocusGained shows the focus ring.
func (c *cell) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides it.
func (c *cell) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune hands letters on.
func (c *cell) TypedRune(r rune) {
	if !c.t.s.rune(r) {
		parts.PassRune(c, r)
	}
}

// TypedKey goes along the poses.
func (c *cell) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.t.s.showPose(c.index)
	case fyne.KeyLeft, fyne.KeyRight:
		to := c.index + 1
		if e.Name == fyne.KeyLeft {
			to = c.index - 1
		}
		if to >= 0 && to < len(c.t.cells) {
			c.t.s.showPose(to)
			c.t.s.focus(c.t.cells[to])
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.t.s.showPose(c.index)
		c.t.s.deletePose()
	default:
		parts.PassOn(c, e)
	}
}

// MouseIn darkens it.
func (c *cell) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *cell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes that back.
func (c *cell) MouseOut() { c.hovered = false; c.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (c *cell) AccessibilityLabel() string { return c.says() }

// AccessibilityRole says that it can be pressed.
func (c *cell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// says is the pose's number and name.
func (c *cell) says() string {
	out := strconv.Itoa(c.index + 1)
	if c.of != nil && c.index < len(c.of.Poses) && c.of.Poses[c.index].Name != "" {
		out += "  " + c.of.Poses[c.index].Name
	}
	return out
}

// CreateRenderer draws the picture with its number and name under it.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	face, over, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	face.CornerRadius, over.CornerRadius, ring.CornerRadius = look.ControlRadius, look.ControlRadius, look.ControlRadius+3
	text, wrong := canvas.NewText("", nil), canvas.NewImageFromResource(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, c.thumb, text, wrong, over, ring}}
	r.Place = func(s fyne.Size) {
		icon := look.Size(18)
		parts.Put(wrong, s.Width-icon-look.S1, look.S1, icon, icon)
		parts.Put(face, 0, 0, s.Width, s.Height)
		parts.Put(over, 0, 0, s.Width, s.Height)
		parts.Put(ring, -3, -3, s.Width+6, s.Height+6)
		high := fyne.MeasureText("Ág", look.Size(look.Small-1), fyne.TextStyle{}).Height
		parts.Put(c.thumb, 3, 3, float32(int(s.Width-6)), float32(int(s.Height-high-5)))
		text.Text = parts.Shorten(c.says(), text.TextSize, text.TextStyle, s.Width-look.S3)
		parts.Put(text, look.S2, s.Height-high-2, s.Width-look.S3, high)
	}
	r.Renew = func() {
		face.FillColor, face.StrokeWidth = look.Color(look.Card), 1
		face.StrokeColor = look.Color(look.Line)
		text.TextSize, text.Color, text.TextStyle = look.Size(look.Small-1), look.Color(look.Quiet), fyne.TextStyle{Bold: c.on}
		if c.on {
			face.StrokeColor, face.StrokeWidth, text.Color = look.Color(look.AccentInk), 2, look.Color(look.Ink)
		}
		wrong.Resource = look.IconIn(look.IconWarning, look.DangerInk)
		parts.Show(wrong, c.wrong)
		over.FillColor = nil
		if c.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		ring.StrokeWidth, ring.StrokeColor = 2, look.Color(look.Focus)
		parts.Show(ring, c.focused)
		r.Place(c.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Renew()
	r.Least = func() fyne.Size { return fyne.NewSize(40, 60) }
	return r
}
