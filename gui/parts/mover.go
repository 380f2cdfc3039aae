package parts

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// Mover lets a figure move beside the rest of a screen: first its still, then the movement over and over, 20 pictures a
// second and 4 in a hold, until it has gone on for so long that nobody may be looking any more. With reduced motion it
// never begins. It costs nothing while nothing moves.
type Mover struct {
	// Show brings the picture to a moment; still is the picture with its ghost and arrow.
	Show func(m figure.Moment, still bool, now time.Time)
	// Busy, when set, reports that the picture is on its way from one exercise to another and wants to be shown often.
	Busy func() bool
	// Rest is how long the figure moves by itself; 0 is UntilRest.
	Rest time.Duration
	// Every is the least time between two pictures; 0 is as often as the motion deserves. A small figure on a full screen
	// costs its window as much to repaint as a large one.
	Every time.Duration
	// Changed, when set, is called when the figure begins to move and when it stops.
	Changed func()

	now      func() time.Time
	first    time.Duration // how long the still is shown before the figure moves
	exercise *exercise.Exercise
	playing  bool
	rested   bool          // the motion was let run out
	began    time.Time     // when the motion last went on
	done     time.Duration // how much of it was before that
	drawn    time.Time
	ticker   *fyne.Animation
	ticking  bool
}

// UntilRest is how long a figure moves by itself.
const UntilRest = time.Minute

// NewMover makes a mover that shows the still for a while before the figure moves.
func NewMover(now func() time.Time, still time.Duration) *Mover {
	m := &Mover{now: now, first: still}
	m.ticker = &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) { m.Tick(m.now()) },
	}
	return m
}

// Take stops what moves and begins again with an exercise at its still; nil is none.
func (m *Mover) Take(e *exercise.Exercise) {
	m.Halt()
	m.exercise, m.rested, m.done = e, false, 0
}

// Swap puts what has become of the exercise in its place and lets it move on.
func (m *Mover) Swap(e *exercise.Exercise) { m.exercise = e }

// Can reports whether the figure is one that moves, for someone who wants it to.
func (m *Mover) Can() bool { return Moves(m.exercise) && !look.ReducedMotion() }

// Playing reports whether the figure moves.
func (m *Mover) Playing() bool { return m.playing }

// Ticking reports whether the picture is kept up to date.
func (m *Mover) Ticking() bool { return m.ticking }

// Rested reports whether the figure has moved so long that it came to rest.
func (m *Mover) Rested() bool { return m.rested }

// Drawn is when the picture was last brought up to date.
func (m *Mover) Drawn() time.Time { return m.drawn }

// Go lets the figure move, or go on moving.
func (m *Mover) Go() {
	if m.playing || !m.Can() {
		return
	}
	if m.rested {
		m.rested, m.done = false, 0
	}
	m.playing, m.began = true, m.now()
	m.changed()
	m.KeepTicking()
}

// Halt lets it stop where it is.
func (m *Mover) Halt() {
	if m.playing {
		m.playing = false
		m.done += m.now().Sub(m.began)
		m.changed()
	}
	m.stopTicking()
}

func (m *Mover) changed() {
	if m.Changed != nil {
		m.Changed()
	}
}

// KeepTicking lets the display's frames bring the picture up to date.
func (m *Mover) KeepTicking() {
	if !m.ticking {
		m.ticking = true
		m.ticker.Start()
	}
}

func (m *Mover) stopTicking() {
	if m.ticking {
		m.ticking = false
		m.ticker.Stop()
	}
}

func (m *Mover) busy() bool { return m.Busy != nil && m.Busy() }

// Tick comes with every frame of the display while something moves.
func (m *Mover) Tick(now time.Time) {
	if !m.ticking || m.exercise == nil {
		return
	}
	every := paceAt(m.exercise, max(m.Moved(now)-m.first, 0))
	if m.busy() {
		every = whileMoving
	}
	every = max(every, m.Every)
	// By the clock and not by the picture before, so that two that move on one screen are painted in the same frames.
	if now.UnixNano()/int64(every) == m.drawn.UnixNano()/int64(every) {
		return
	}
	m.Draw(now)
	if !m.playing && !m.busy() {
		m.stopTicking()
	}
}

// Moved is how long the figure has moved.
func (m *Mover) Moved(now time.Time) time.Duration {
	if !m.playing {
		return m.done
	}
	return m.done + now.Sub(m.began)
}

// Draw shows the moment.
func (m *Mover) Draw(now time.Time) {
	m.drawn = now
	t := m.Moved(now)
	if m.playing && t >= cmp.Or(m.Rest, UntilRest)+m.first {
		m.playing, m.rested = false, true
		m.changed()
	}
	if t >= m.first && !m.rested {
		m.Show(MomentAt(m.exercise, t-m.first), false, now)
		return
	}
	m.Show(figure.Still(), true, now)
}
