package exercises

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// page is everything about one exercise, with its figure in motion.
type page struct {
	widget.BaseWidget
	s        *Screen
	exercise *exercise.Exercise
	side     plan.Side

	back   *parts.Button
	stage  *parts.Stage
	play   *parts.Button
	left   *parts.Chip
	right  *parts.Chip
	goOn   *parts.Button // with what was made like it and is not saved
	mine   *parts.Button
	text   *fyne.Container // beside the stage
	more   *parts.Placed   // below both
	inner  *parts.Placed
	scroll *parts.Scroll

	mover *parts.Mover
}

// firstStill is how long the still is shown with its ghost and arrow before the figure moves.
const firstStill = 1200 * time.Millisecond

func newPage(s *Screen) *page {
	p := &page{s: s}
	p.back = parts.NewButton("", look.IconChevronLeft, func() { s.Back() }).SetCompact(true).SetRank(parts.Bare).SetHint(look.T("exercises.back.key", "Esc"))
	p.stage = parts.NewStage()
	p.play = parts.NewButton("", look.IconPause, p.toggle).SetCompact(true).SetHint(look.T("exercises.play.key", "space"))
	p.left = parts.NewChip(look.T("exercises.left", "Left side"), false, func(bool) { p.turn(plan.SideLeft) })
	p.right = parts.NewChip(look.T("exercises.right", "Right side"), false, func(bool) { p.turn(plan.SideRight) })
	p.goOn = parts.NewButton(look.T("exercises.go-on", "Go on with your draft"), look.IconChevronRight, func() { s.deps.GoOn(p.exercise) }).SetCompact(true).SetRank(parts.Warm)
	p.mine = parts.NewButton("", look.IconEdit, func() { s.deps.Pose(p.exercise.ID) }).SetCompact(true).SetRank(parts.Bare)
	p.text, p.more = parts.NewColumn(look.S4), parts.NewPlaced(masonry)
	p.inner = parts.NewPlaced(p.arrange, p.stage, parts.NewFlow(look.S2, p.play, p.left, p.right, p.goOn, p.mine), p.text, p.more)
	p.scroll = parts.NewScroll(parts.NewInset(topPad, sides, look.S6, p.inner))
	p.mover = parts.NewMover(s.deps.Now, firstStill)
	p.mover.Busy, p.mover.Changed = p.stage.Busy, p.face
	p.mover.Show = func(m figure.Moment, still bool, now time.Time) {
		p.stage.Set(parts.Shot{Exercise: p.exercise, Side: p.side, Moment: m, Preview: still}, now)
	}
	p.ExtendBaseWidget(p)
	return p
}

func (p *page) id() string {
	if p.exercise == nil {
		return ""
	}
	return p.exercise.ID
}

// open shows an exercise, read down to an offset.
func (p *page) open(e *exercise.Exercise, offset float32) {
	p.mover.Take(e)
	p.exercise, p.side = e, parts.FaceSide(e)
	p.fill()
	p.scroll.ScrollTo(offset)
}

// update shows what has become of the exercise that is shown.
func (p *page) update(e *exercise.Exercise) {
	moving := p.mover.Playing()
	p.halt()
	p.exercise = e
	p.mover.Swap(e)
	p.fill()
	if moving {
		p.move()
	}
}

// twoSided reports whether one can choose which side is shown; alternating movements show both by themselves.
func (p *page) twoSided() bool {
	return p.exercise.Sides == exercise.LeftRight && p.exercise.Dose.Mode != exercise.Alternate && p.exercise.Figure != nil
}

func (p *page) fill() {
	e := p.exercise
	label := look.T("exercises.title", "Exercises")
	if n := len(p.s.trail); n > 0 {
		if from := p.s.in.Library.Catalogue.Get(p.s.trail[n-1].id); from != nil {
			label = from.Name
		}
	}
	p.back.SetFace(label, look.IconChevronLeft)
	p.stage.SetKind(e.Kind)
	p.stage.SetTones(p.s.in.Tones)
	if e.Dose.Mode == exercise.Alternate {
		p.side = plan.SideBoth
	}
	parts.Show(p.left, p.twoSided())
	parts.Show(p.right, p.twoSided())
	p.left.SetOn(p.side == plan.SideLeft)
	p.right.SetOn(p.side == plan.SideRight)
	if e.Source == exercise.Own {
		p.mine.SetFace(look.T("exercises.change", "Change it"), look.IconEdit)
	} else {
		p.mine.SetFace(look.T("exercises.make-mine", "Make one like it"), look.IconEdit)
	}
	p.offer()
	p.text.Objects = p.words()
	p.more.Set(p.cards()...)
	p.text.Refresh()
	p.face()
	p.still()
	p.inner.Refresh()
	p.scroll.Relayout()
	p.Refresh()
}

// offer offers to go on with what was made like the exercise and is not saved, beside making another.
func (p *page) offer() {
	name, ok := "", false
	if p.s.deps.Begun != nil && p.exercise.Source == exercise.Shipped {
		name, ok = p.s.deps.Begun(p.exercise)
	}
	p.goOn.SetName(look.T("exercises.go-on-what", "Go on with {{.Name}}", map[string]any{"Name": name}))
	if p.goOn.Visible() != ok {
		parts.Show(p.goOn, ok)
		p.inner.Refresh()
		p.scroll.Relayout()
	}
}

// turn shows a side.
func (p *page) turn(side plan.Side) {
	p.left.SetOn(side == plan.SideLeft)
	p.right.SetOn(side == plan.SideRight)
	if p.side == side || !p.twoSided() {
		return
	}
	p.side = side
	p.mover.Draw(p.s.deps.Now())
	p.mover.KeepTicking()
}

// still shows the still picture, with the ghost of the start and the arrow.
func (p *page) still() {
	p.stage.Set(parts.Shot{Exercise: p.exercise, Side: p.side, Moment: figure.Still(), Preview: true}, p.s.deps.Now())
}

// move lets the figure move, or go on moving.
func (p *page) move() { p.mover.Go() }

// halt lets it stop where it is.
func (p *page) halt() { p.mover.Halt() }

// toggle is the button and the space bar.
func (p *page) toggle() {
	if p.mover.Playing() {
		p.halt()
	} else {
		p.move()
	}
}

// face is what the button says.
func (p *page) face() {
	parts.Show(p.play, p.mover.Can())
	if p.mover.Playing() {
		p.play.SetFace(look.T("exercises.pause", "Pause"), look.IconPause)
	} else {
		p.play.SetFace(look.T("exercises.play", "Play"), look.IconPlay)
	}
}

// key does what a bare key does.
func (p *page) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape, fyne.KeyBackspace:
		p.s.Back()
	case fyne.KeySpace:
		p.toggle()
	case fyne.KeyLeft:
		p.turn(plan.SideLeft)
	case fyne.KeyRight:
		p.turn(plan.SideRight)
	case fyne.KeyDown:
		p.scroll.ScrollTo(p.scroll.Offset() + lineScroll)
	case fyne.KeyUp:
		p.scroll.ScrollTo(max(p.scroll.Offset()-lineScroll, 0))
	default:
		return false
	}
	return true
}

// lineScroll is how far an arrow key scrolls.
const lineScroll = 60
