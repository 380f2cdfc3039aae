package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/plan"
)

// leastCard is the narrowest card, unscaled.
const leastCard = 270

// card is a routine: a picture of it, its name, its phases in proportion, how long it can be and whose it is. What it
// shows is made when it first comes near what is seen: planning a routine for its lengths is what takes time here.
type card struct {
	parts.TapCard
	screen  *Screen
	routine *routines.Routine
	holder  *fyne.Container
	face    fyne.CanvasObject
	awake   bool
}

func newCard(s *Screen, r *routines.Routine) *card {
	c := &card{screen: s, routine: r, holder: container.NewStack()}
	c.Init(c, c.holder, func() { s.deps.Choose(r.ID) })
	return c
}

// Awake reports whether the card shows what it shows.
func (c *card) Awake() bool { return c.awake }

// SetAwake lets the card show what it shows, or not.
func (c *card) SetAwake(on bool) {
	if c.awake == on {
		return
	}
	c.awake = on
	if on && c.face == nil {
		c.face = c.make()
		c.holder.Add(c.face)
	}
	parts.Show(c.holder, on)
}

// TypedKey goes from card to card, or presses this one.
func (c *card) TypedKey(e *fyne.KeyEvent) {
	to, ok := c.screen.grid.Beside(c, e.Name)
	if !ok {
		c.TapCard.TypedKey(e)
	} else if at := fyne.CurrentApp().Driver().CanvasForObject(c); at != nil && to != c {
		at.Focus(to)
	}
}

// AccessibilityLabel is what a screen reader says.
func (c *card) AccessibilityLabel() string { return c.routine.Name + ". " + c.routine.About }

// AccessibilityRole says that it can be pressed.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Contents is what lies on the card, so that what has the focus can be scrolled to.
func (c *card) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{c.holder} }

func (c *card) make() fyne.CanvasObject {
	s, r := c.screen, c.routine
	in := plan.Input{Routine: r, Catalogue: s.in.Library.Catalogue, Pace: s.in.Pace}
	e := s.faces[r]
	rows := []fyne.CanvasObject{parts.NewThumb(e, parts.FaceSide(e), s.in.Tones, fyne.NewSize(200, look.Size(132))), c.title()}
	if r.About != "" {
		rows = append(rows, parts.NewParagraph(r.About, look.Small, look.Quiet))
	}
	rows = append(rows, parts.NewPhaseBar(shares(r, in)).SetBare(true),
		parts.NewLabel(phaseNames(r), look.Small, look.Quiet, false),
		parts.NewLabel(lengths(r, in), look.Small, look.Ink, false))
	if own := whose(r); own != "" {
		icon := canvas.NewImageFromResource(look.IconIn(look.IconEdit, look.AccentInk))
		icon.FillMode = canvas.ImageFillContain
		icon.SetMinSize(fyne.NewSquareSize(look.Size(15)))
		rows = append(rows, parts.NewRow(look.S1+2, 1, icon, parts.NewLabel(own, look.Small, look.AccentInk, true)))
	}
	return parts.NewColumn(look.S2, rows...)
}

// title is the name, and the button that opens what else can be done with the routine.
func (c *card) title() fyne.CanvasObject {
	name := parts.NewLabel(c.routine.Name, look.CardTitle, look.Ink, true)
	if len(c.screen.deps.More) == 0 {
		return name
	}
	var more *parts.Button
	more = parts.NewButton("", look.IconMore, func() { c.list(more) }).SetRank(parts.Bare).SetCompact(true).SetTight(true).
		SetName(look.T("library.more", "More about {{.Name}}", map[string]any{"Name": c.routine.Name}))
	return parts.NewPlaced(placeTitle, name, more)
}

// placeTitle puts the button's dots in line with the right edge of what stands below; the room around them goes past it.
func placeTitle(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	name, more := objects[0], objects[1]
	n, m := name.MinSize(), more.MinSize()
	high := n.Height + look.S2 // less than the button: what can be hit may reach into the gaps above and below
	if at != nil {
		beyond := (m.Width - look.Size(20)) / 2
		at(name, fyne.NewPos(0, (high-n.Height)/2), fyne.NewSize(width-m.Width+beyond-look.S1, n.Height))
		at(more, fyne.NewPos(width-m.Width+beyond, (high-m.Height)/2), m)
	}
	return high
}

// list shows what else can be done with the routine.
func (c *card) list(at *parts.Button) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(at)
	if canvas == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, a := range c.screen.deps.More {
		items = append(items, fyne.NewMenuItemWithIcon(a.Label(c.routine), look.Icon(a.Icon), func() { a.Do(c.routine) }))
	}
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), canvas, fyne.NewPos(0, at.Size().Height+look.S1), at)
}

// HeightFor is the height the card needs at a width. Cards with the same lines are equally high, so that most need not be
// made to be measured.
func (c *card) HeightFor(width float32) float32 {
	k := cardLines{width: width, text: look.Size(1), own: whose(c.routine) != ""}
	if c.routine.About != "" {
		k.about = len(parts.Wrap(c.routine.About, look.Size(look.Small), fyne.TextStyle{}, width-2*c.Padding()))
	}
	h, ok := c.screen.heights[k]
	if !ok {
		h = parts.HeightFor(c.make(), width-2*c.Padding()) + 2*c.Padding()
		c.screen.heights[k] = h
	}
	return h
}

// cardLines is what the height of a card depends on.
type cardLines struct {
	width, text float32
	about       int // lines
	own         bool
}
