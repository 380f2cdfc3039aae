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
	text   *fyne.Container // beside the stage
	more   *parts.Placed   // below both
	inner  *parts.Placed
	scroll *parts.Scroll

	playing bool
	rested  bool          // the motion was let run out
	began   time.Time     // when the motion last went on
	done    time.Duration // how much of it was before that
	drawn   time.Time
	ticker  *fyne.Animation
	ticking bool
}

const (
	// firstStill is how long the still is shown with its ghost and arrow before the figure moves.
	firstStill = 1200 * time.Millisecond
	// untilRest is how long the figure moves by itself: nobody may be looking any more.
	untilRest = time.Minute
)

func newPage(s *Screen) *page {
	p := &page{s: s}
	p.back = parts.NewButton("", look.IconChevronLeft, func() { s.Back() }).SetCompact(true).SetRank(parts.Bare).SetHint(look.T("exercises.back.key", "Esc"))
	p.stage = parts.NewStage()
	p.play = parts.NewButton("", look.IconPause, p.toggle).SetCompact(true).SetHint(look.T("exercises.play.key", "space"))
	p.left = parts.NewChip(look.T("exercises.left", "Left side"), false, func(bool) { p.turn(plan.SideLeft) })
	p.right = parts.NewChip(look.T("exercises.right", "Right side"), false, func(bool) { p.turn(plan.SideRight) })
	p.text, p.more = parts.NewColumn(look.S4), parts.NewPlaced(masonry)
	p.inner = parts.NewPlaced(p.arrange, p.stage, parts.NewFlow(look.S2, p.play, p.left, p.right), p.text, p.more)
	p.scroll = parts.NewScroll(parts.NewInset(topPad, sides, look.S6, p.inner))
	p.ticker = &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) { p.tick(s.deps.Now()) },
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
	p.halt()
	p.exercise, p.side, p.rested, p.done = e, parts.FaceSide(e), false, 0
	p.fill()
	p.scroll.ScrollTo(offset)
}

// update shows what has become of the exercise that is shown.
func (p *page) update(e *exercise.Exercise) {
	moving := p.playing
	p.halt()
	p.exercise = e
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
	p.text.Objects = p.words()
	p.more.Set(p.cards()...)
	p.text.Refresh()
	p.face()
	p.still()
	p.inner.Refresh()
	p.scroll.Relayout()
	p.Refresh()
}

// turn shows a side.
func (p *page) turn(side plan.Side) {
	p.left.SetOn(side == plan.SideLeft)
	p.right.SetOn(side == plan.SideRight)
	if p.side == side || !p.twoSided() {
		return
	}
	p.side = side
	p.draw(p.s.deps.Now())
	p.keepTicking()
}

// still shows the still picture, with the ghost of the start and the arrow.
func (p *page) still() {
	p.stage.Set(parts.Shot{Exercise: p.exercise, Side: p.side, Moment: figure.Still(), Preview: true}, p.s.deps.Now())
}

// canMove reports whether the figure is one that moves, for someone who wants it to.
func (p *page) canMove() bool { return p.exercise != nil && moves(p.exercise) && !look.ReducedMotion() }

// move lets the figure move, or go on moving.
func (p *page) move() {
	if p.playing || !p.canMove() {
		return
	}
	if p.rested {
		p.rested, p.done = false, 0
	}
	p.playing, p.began = true, p.s.deps.Now()
	p.face()
	p.keepTicking()
}

// halt lets it stop where it is.
func (p *page) halt() {
	if p.playing {
		p.playing = false
		p.done += p.s.deps.Now().Sub(p.began)
		p.face()
	}
	p.stopTicking()
}

// toggle is the button and the space bar.
func (p *page) toggle() {
	if p.playing {
		p.halt()
	} else {
		p.move()
	}
}

// face is what the button says.
func (p *page) face() {
	parts.Show(p.play, p.canMove())
	if p.playing {
		p.play.SetFace(look.T("exercises.pause", "Pause"), look.IconPause)
	} else {
		p.play.SetFace(look.T("exercises.play", "Play"), look.IconPlay)
	}
}

// keepTicking lets the display's frames bring the picture up to date.
func (p *page) keepTicking() {
	if !p.ticking {
		p.ticking = true
		p.ticker.Start()
	}
}

func (p *page) stopTicking() {
	if p.ticking {
		p.ticking = false
		p.ticker.Stop()
	}
}

// tick comes with every frame of the display while something moves; a hair early is still the one meant.
func (p *page) tick(now time.Time) {
	every := paceAt(p.exercise, max(p.moved(now)-firstStill, 0))
	if p.stage.Busy() {
		every = whileMoving
	}
	if !p.ticking || now.Sub(p.drawn) < every-4*time.Millisecond && !now.Before(p.drawn) {
		return
	}
	p.draw(now)
	if !p.playing && !p.stage.Busy() {
		p.stopTicking()
	}
}

// moved is how long the figure has moved.
func (p *page) moved(now time.Time) time.Duration {
	if !p.playing {
		return p.done
	}
	return p.done + now.Sub(p.began)
}

// draw shows the moment.
func (p *page) draw(now time.Time) {
	p.drawn = now
	t := p.moved(now)
	if p.playing && t >= untilRest+firstStill {
		p.playing, p.rested = false, true
		p.face()
	}
	shot := parts.Shot{Exercise: p.exercise, Side: p.side, Moment: figure.Still(), Preview: true}
	if t >= firstStill && !p.rested {
		shot.Moment, shot.Preview = momentAt(p.exercise, t-firstStill), false
	}
	p.stage.Set(shot, now)
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
