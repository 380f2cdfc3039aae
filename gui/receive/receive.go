// Package receive is the screen that shows what somebody sent before it is added: a moving figure, what it is for and how
// long it takes, its steps, what comes with it, what the check says, and who should take care.
//
// In goes a share.Parcel, or the problems that kept one from being made; out comes the wish to add it, with a choice for
// everything whose name is taken, to add and play it, or to let it be. Nothing is written before that.
package receive

import (
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
	"catcow/routines/share"
	"catcow/routines/tomlfile"
)

// Deps is what the screen needs from the window.
type Deps struct {
	Now   func() time.Time
	Added func(done share.Added, play bool) // it has been added; the screen can go
	Show  func(routine string)              // it is there already: show it, ready to start
	Close func()                            // not now
	Say   func(text string)                 // what went wrong, in a notice
}

// Input is the person's, as for any plan.
type Input struct {
	Tones parts.Tones
	Pace  plan.Pace
	Floor time.Duration
	Warm  bool
}

// Screen shows one parcel at a time.
type Screen struct {
	widget.BaseWidget
	deps    Deps
	in      Input
	parcel  *share.Parcel
	choices share.Choices
	temp    string // the folder of the parcel's pictures, or ""

	stage   *parts.Stage
	mover   *parts.Mover
	face    *exercise.Exercise
	head    *fyne.Container
	clashes *fyne.Container
	facts   *fyne.Container
	steps   *fyne.Container
	brings  *fyne.Container
	check   *fyne.Container
	care    *fyne.Container
	page    *parts.Placed
	scroll  *parts.Scroll
	bar     *parts.Placed
	no      *parts.Button
	add     *parts.Button
	play    *parts.Button
	body    *fyne.Container
}

// firstStill is how long the still is shown before the figure moves.
const firstStill = 1200 * time.Millisecond

// New makes the screen; it shows nothing yet.
func New(d Deps) *Screen {
	s := &Screen{deps: d, choices: share.Choices{}}
	s.stage = parts.NewStage()
	s.mover = parts.NewMover(d.Now, firstStill)
	s.mover.Busy = s.stage.Busy
	s.mover.Show = func(m figure.Moment, still bool, now time.Time) {
		s.stage.Set(parts.Shot{Exercise: s.face, Side: parts.FaceSide(s.face), Moment: m, Preview: still}, now)
	}
	s.head, s.clashes, s.facts = parts.NewColumn(look.S2), parts.NewColumn(look.S3), parts.NewColumn(look.S2)
	s.steps, s.brings, s.check, s.care = parts.NewColumn(look.S3), parts.NewColumn(look.S2), parts.NewColumn(look.S3), parts.NewColumn(look.S2)
	s.no = parts.NewButton(look.T("receive.no", "Not now"), "", d.Close).SetHint(look.T("receive.no.key", "Esc"))
	s.add = parts.NewButton("", look.IconPlus, func() { s.take(false) })
	s.play = parts.NewButton("", look.IconPlay, func() { s.take(true) }).SetRank(parts.Primary)
	s.bar = parts.NewPlaced(buttons, s.no, s.add, s.play)
	s.page = parts.NewPlaced(s.arrange)
	s.scroll = parts.NewScroll(parts.NewInset(look.S6, pageSide, look.S5, s.page))
	s.body = container.New(footed{}, s.scroll, parts.NewInset(look.S3, pageSide, look.S4, s.bar))
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer lays the screen out.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.body) }

// Contents is what the screen holds.
func (s *Screen) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{s.body} }

// Offer shows a parcel.
func (s *Screen) Offer(p *share.Parcel, in Input) {
	s.Forget()
	s.parcel, s.in, s.choices = p, in, p.For(share.Both)
	s.unpack()
	s.fill()
}

// Refuse shows why a file is not taken.
func (s *Screen) Refuse(name string, problems tomlfile.Problems, in Input) {
	s.Forget()
	s.in = in
	s.refused(name, problems)
}

// Forget lets go of what is shown, and of its pictures.
func (s *Screen) Forget() {
	s.mover.Take(nil)
	s.parcel, s.face = nil, nil
	if s.temp != "" {
		_ = os.RemoveAll(s.temp) // in a folder the system clears anyway
		s.temp = ""
	}
}

// unpack puts the pictures where they can be shown. Without them there is the sign of their kind.
func (s *Screen) unpack() {
	if len(s.parcel.Of(share.Picture)) == 0 {
		return
	}
	dir, err := os.MkdirTemp("", "catcow-")
	if err == nil {
		s.temp = dir
		err = s.parcel.Unpack(dir)
	}
	if err != nil {
		fyne.LogError("showing the pictures of a routine that came", err)
	}
}

// take adds it.
func (s *Screen) take(play bool) {
	if s.parcel == nil {
		return
	}
	if main := s.parcel.Main(); s.nothing() {
		if main != nil {
			s.deps.Show(main.ID)
		} else {
			s.deps.Close()
		}
		return
	}
	done, err := s.parcel.Add(s.choices)
	if err != nil {
		s.deps.Say(look.SayError(err))
		return
	}
	s.deps.Added(done, play && len(done.Routines) > 0)
}

// nothing reports whether there is nothing to add, because it is there already or everything of it is left out.
func (s *Screen) nothing() bool {
	for _, it := range s.parcel.Items {
		if it.Kind != share.Picture && it.State != share.Same && s.choices[it].Way != share.Keep {
			return false
		}
	}
	return true
}

// FocusFirst gives the keyboard to what a person most likely wants.
func (s *Screen) FocusFirst() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	for _, b := range []*parts.Button{s.play, s.add, s.no} {
		if b.Visible() && !b.Disabled() {
			parts.Focus(c, b)
			return
		}
	}
}

// lineScroll is how far an arrow key scrolls.
const lineScroll = 60

// TypedKey is a key that nothing with the focus had a use for; it reports whether the screen had one.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		s.deps.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.play.Visible() {
			s.take(true)
		} else {
			s.deps.Close()
		}
	case fyne.KeySpace:
		if s.mover.Playing() {
			s.mover.Halt()
		} else {
			s.mover.Go()
		}
	case fyne.KeyDown:
		s.scroll.ScrollTo(s.scroll.Offset() + lineScroll)
	case fyne.KeyUp:
		s.scroll.ScrollTo(max(s.scroll.Offset()-lineScroll, 0))
	default:
		return false
	}
	return true
}

// Tick brings the figure up to now, for tests; on the screen it moves by itself.
func (s *Screen) Tick(now time.Time) { s.mover.Tick(now) }

// AddButton is the button that adds without playing.
func (s *Screen) AddButton() fyne.Focusable { return s.add }
