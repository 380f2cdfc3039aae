package build

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

// drag is something on its way: steps of the routine, or an exercise from the shelf.
type drag struct {
	from  *card       // where the pointer took hold; nil for an exercise from the shelf
	keys  []draft.Key // the steps
	what  *exercise.Exercise
	at    fyne.Position // of the pointer, on the canvas
	to    target
	off   bool // given up; what still comes of it means nothing
	edge  *fyne.Animation
	ticks time.Time
}

// target is where what is dragged would go.
type target struct {
	spot draft.Spot
	row  float32 // the height of the line in the column
	kind exercise.Kind
	why  string // why it cannot go there; "" when it can
	over bool   // the pointer is over the routine
	hot  draft.Key
	box  bool // a broken outline is meant rather than a line
	grow bool // a new phase at the end
}

// lifted reports whether a step is on its way.
func (c *column) lifted(k draft.Key) bool {
	if c.drag == nil || c.drag.off {
		return false
	}
	for _, d := range c.drag.keys {
		if d == k {
			return true
		}
	}
	return false
}

// dragCard moves a card and what is chosen with it along with the pointer.
func (c *column) dragCard(from *card, at fyne.Position) {
	if c.drag == nil {
		k := from.view.key
		if !c.pick.chosen[k] {
			c.pick.only(c, k)
		}
		c.rest()
		c.s.focus(c)
		c.keyed = false
		c.begin(&drag{from: from, keys: c.pick.keys(c), what: from.view.exercise})
	}
	c.dragTo(at)
	if d := c.drag; d != nil && !d.off {
		e := d.what
		if e == nil {
			e = &exercise.Exercise{Name: from.view.name, Kind: exercise.Activity}
		}
		second := from.view.sub
		if n := len(d.keys); n > 1 {
			second = look.T("build.with-others", "and {{.Count}} more", map[string]any{"Count": n - 1})
		}
		c.s.frame.ghost.show(e, second, c.s.in.Tones, at)
	}
}

// dropCard lets what is dragged go where the line is.
func (c *column) dropCard() {
	d := c.drag
	if d == nil {
		return
	}
	c.endDrag()
	if !d.off && d.to.over && d.to.why == "" {
		c.s.move(d.keys, d.to)
	} else if !d.off && d.to.over {
		c.s.deps.Say(d.to.why)
	}
}

func (c *column) begin(d *drag) {
	c.drag = d
	d.ticks = c.s.deps.Now()
	d.edge = &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) { c.edgeTick(c.s.deps.Now()) },
	}
	d.edge.Start()
	c.Refresh()
}

// dragTo follows the pointer.
func (c *column) dragTo(at fyne.Position) {
	d := c.drag
	if d == nil || d.off {
		return
	}
	d.at = at
	d.to = c.targetAt(at)
	switch {
	case !d.to.over || d.to.box && d.to.why == "":
		c.mark.hide()
	default:
		c.mark.show(d.to.row, c.width(), d.to.kind, d.to.why)
	}
	for k, e := range c.empties {
		hot := d.to.over && d.to.box && d.to.why == "" && k == d.to.hot
		text := ""
		if hot && d.to.grow {
			text = c.s.newPhaseText(d.to.kind)
		}
		e.setHot(hot, text)
	}
}

// kindOf is the kind of a phase made for what is dragged.
func (c *column) kindOf(d *drag) exercise.Kind {
	e := d.what
	if len(d.keys) > 0 {
		e = c.exerciseOf(d.keys[0])
	}
	if e == nil {
		return exercise.Dynamic
	}
	return e.Kind
}

// cancelDrag gives the drag up; the pointer may still be down.
func (c *column) cancelDrag() {
	d := c.drag
	if d == nil {
		return
	}
	c.endDrag()
	if d.from == nil {
		c.s.frame.shelf.GiveUp()
		return
	}
	d.off = true
	c.drag = d // until the pointer lets go
	c.Refresh()
}

// endDrag puts away what showed it.
func (c *column) endDrag() {
	if c.drag != nil {
		c.drag.edge.Stop()
	}
	c.drag = nil
	c.mark.hide()
	for _, e := range c.empties {
		e.setHot(false, "")
	}
	c.s.frame.ghost.hide()
	c.Refresh()
}

// targetAt is where what is dragged would go from a place on the canvas.
func (c *column) targetAt(at fyne.Position) target {
	drv := fyne.CurrentApp().Driver()
	scroll := c.s.frame.scroll
	corner := drv.AbsolutePositionForObject(scroll)
	size := scroll.Size()
	const slack = 40 // above and below, where the routine scrolls
	if at.X < corner.X || at.X > corner.X+size.Width || at.Y < corner.Y-slack || at.Y > corner.Y+size.Height+slack {
		return target{}
	}
	y := at.Y - corner.Y + scroll.Offset()
	return c.targetIn(y)
}

// targetIn is where what is dragged would go from a height of the column: the nearest gap between two steps, an empty
// phase, or the end.
func (c *column) targetIn(y float32) target {
	c.measure(c.width())
	best, gap := target{}, float32(-1)
	consider := func(t target) {
		far := t.row - y
		if far < 0 {
			far = -far
		}
		if gap < 0 || far < gap {
			best, gap = t, far
		}
	}
	phases := c.s.work.ed.Now().Content.Phases
	for i, r := range c.rows {
		switch r.kind {
		case cardRow:
			kind := c.views[i].what
			if r.step == 0 {
				consider(target{spot: draft.Spot{Phase: r.phase}, row: r.y - rowGap/2, kind: kind})
			}
			consider(target{spot: draft.Spot{Phase: r.phase, Step: r.step + 1}, row: r.y + r.high + rowGap/2, kind: kind})
		case emptyRow:
			t := target{spot: draft.Spot{Phase: r.phase}, row: r.y + r.high/2, kind: c.views[i].what, box: true, hot: r.key}
			if r.key == 0 { // the end of the routine
				t.spot = draft.Spot{Phase: len(phases), Step: 0}
				t.grow, t.kind = true, c.kindOf(c.drag)
				if n := len(phases); n > 0 && c.s.takesAll(phases[n-1], c.drag) == "" {
					t.spot, t.grow, t.kind = draft.Spot{Phase: n - 1, Step: len(phases[n-1].Steps)}, false, phases[n-1].Kind
				}
				if y > r.y {
					t.row = y // and everything below
				}
			}
			consider(t)
		}
	}
	if gap < 0 {
		return target{}
	}
	best.over = true
	if best.box && best.hot == 0 {
		best.row = c.endRow()
	}
	if !best.grow && best.spot.Phase < len(phases) {
		best.why = c.s.takesAll(phases[best.spot.Phase], c.drag)
	}
	return best
}

// endRow is the middle of the place at the end.
func (c *column) endRow() float32 {
	for _, r := range c.rows {
		if r.kind == emptyRow && r.key == 0 {
			return r.y + r.high/2
		}
	}
	return 0
}

// Near the edges of what is seen the routine scrolls under what is dragged, faster the nearer.
const (
	edgeZone  = 60  // units
	edgeSpeed = 900 // units a second, at the very edge
)

// edgeTick scrolls for the time since the last one.
func (c *column) edgeTick(now time.Time) {
	d := c.drag
	if d == nil || d.off {
		return
	}
	dt := float32(min(now.Sub(d.ticks), 100*time.Millisecond).Seconds())
	d.ticks = now
	scroll := c.s.frame.scroll
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(scroll)
	size := scroll.Size()
	if d.at.X < corner.X || d.at.X > corner.X+size.Width {
		return
	}
	y := d.at.Y - corner.Y
	push := float32(0)
	switch {
	case y < edgeZone:
		push = -(edgeZone - y) / edgeZone
	case y > size.Height-edgeZone:
		push = (y - size.Height + edgeZone) / edgeZone
	}
	push = min(max(push, -1), 1)
	if push == 0 || dt <= 0 {
		return
	}
	to := min(max(scroll.Offset()+push*max(push, -push)*edgeSpeed*dt, 0), max(c.Size().Height-size.Height, 0))
	if to != scroll.Offset() {
		scroll.ScrollTo(to)
		c.dragTo(d.at)
	}
}
