// Package today is the first screen: what does your back need, which routine answers it, how long, and Start.
//
// In go the library, the person's wishes (usual length, pace, hold floor) and the session that waits, if any; out come
// callbacks: start this plan, go on with what waits, forget it. What a length changes and when it ends is worked out
// here from package plan; nothing is kept here but what is on the screen.
package today

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/plan"
)

// Deps is what the screen needs from the window.
type Deps struct {
	Now     func() time.Time
	Start   func(*plan.Plan)
	Resume  func() // go on with what waits
	Forget  func() // let it be
	SeeAll  func() // show the Routines screen
	Lengths func(routine string) time.Duration
}

// Waiting is a session that can be gone on with.
type Waiting struct {
	Title string // "Cool-down waiting"
	Text  string // "You warmed up at 9:10. Five minutes of holds close the loop."
	Go    string // the button: "Go on"
}

// Screen is the Today screen.
type Screen struct {
	deps   Deps
	lib    *routines.Library
	wishes Wishes
	tones  parts.Tones

	shown   choice
	asked   map[string]time.Duration // by routine: the length asked for on this screen
	list    []*routines.Routine      // the cards on the right
	waits   *Waiting
	chips   []*parts.Chip
	chipIDs []string // the routine behind each chip

	title  *parts.Label
	row    *parts.Flow
	card   *offer
	side   *side
	screen *pinned
	scroll *parts.Scroll
}

// New makes the screen; it shows nothing until it has a library.
func New(d Deps) *Screen {
	s := &Screen{deps: d, asked: map[string]time.Duration{}, lib: &routines.Library{}}
	s.title = parts.NewLabel(look.T("today.title", "What does your back need?"), look.ScreenTitle, look.Ink, true)
	s.row = parts.NewFlow(look.S2)
	s.card = newOffer(s.Begin, s.ask, s.another, s.showRoutine)
	s.side = newSide(d)
	s.screen = newPinned(newPage(s.title, s.row, s.card, s.side, func() float32 { return s.scroll.Size().Height }), s.Begin)
	s.scroll = s.screen.scroll
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.screen }

// Set takes a new library and the person's wishes. The routine and length on the screen stay where they can.
func (s *Screen) Set(lib *routines.Library, w Wishes, tones parts.Tones) {
	s.lib, s.wishes, s.tones = lib, w, tones
	s.rebuildChips()
	s.list = arranged(lib)
	var r *routines.Routine
	if s.shown.routine != nil {
		r, _ = lib.Get(s.shown.routine.ID)
	}
	if r == nil && len(s.list) > 0 {
		r = s.list[0]
	}
	s.show(r)
}

// SetWaiting shows the card of a session that can be gone on with; nil takes it away.
func (s *Screen) SetWaiting(w *Waiting) {
	if w == nil && s.waits == nil || w != nil && s.waits != nil && *w == *s.waits {
		return // or the focus on the card would be lost
	}
	s.waits = w
	s.side.setWaiting(w)
	s.scroll.Relayout()
}

// Tick brings the clock time of the end up to date.
func (s *Screen) Tick() {
	s.card.setEnd(s.endText())
	s.screen.follow()
}

// Begin starts what the screen shows: the Start button, and Enter where nothing else takes it.
func (s *Screen) Begin() {
	if s.shown.plan != nil {
		s.deps.Start(s.shown.plan)
	}
}

// Nudge moves the length with a key, wherever the focus is.
func (s *Screen) Nudge(e *fyne.KeyEvent) {
	if s.card.slider.Visible() {
		s.card.slider.TypedKey(e)
	}
}

// Shown is the id of the routine on the screen, or "".
func (s *Screen) Shown() string {
	if s.shown.routine == nil {
		return ""
	}
	return s.shown.routine.ID
}

// ShowRoutine puts a routine on the screen.
func (s *Screen) ShowRoutine(id string) { s.showRoutine(id) }

func (s *Screen) showRoutine(id string) {
	if r, ok := s.lib.Get(id); ok {
		s.show(r)
	}
}

// ask fits the routine on the screen to a length the person chose.
func (s *Screen) ask(d time.Duration) {
	if s.shown.routine == nil {
		return
	}
	s.asked[s.shown.routine.ID] = d
	s.show(s.shown.routine)
}

// another shows the routine after this one.
func (s *Screen) another() {
	for i, r := range s.list {
		if r == s.shown.routine {
			s.show(s.list[(i+1)%len(s.list)])
			return
		}
	}
}

func (s *Screen) show(r *routines.Routine) {
	if r == nil {
		s.shown = choice{}
	} else {
		want := s.asked[r.ID]
		if want == 0 && s.deps.Lengths != nil {
			want = s.deps.Lengths(r.ID)
		}
		s.shown = s.wishes.choose(s.lib, r, want)
	}
	s.card.set(s.shown, s.tones, s.endText())
	for i, c := range s.chips {
		c.SetOn(s.chipIDs[i] == s.Shown())
	}
	s.side.setRoutines(s.list, s.Shown(), s.wishes, s.tones, s.showRoutine)
	s.screen.follow()
	s.scroll.Relayout()
}

func (s *Screen) endText() string {
	if s.shown.plan == nil {
		return ""
	}
	return ends(s.shown.plan, s.deps.Now())
}

func (s *Screen) rebuildChips() {
	var ids []string
	for _, n := range needs {
		if r := n.answer(s.lib); r != nil {
			ids = append(ids, r.ID)
		}
	}
	if same(ids, s.chipIDs) {
		return
	}
	s.chips, s.chipIDs = nil, ids
	var objects []fyne.CanvasObject
	for _, n := range needs {
		r := n.answer(s.lib)
		if r == nil {
			continue
		}
		id := r.ID
		c := parts.NewChip(n.label(), false, func(bool) { s.showRoutine(id) })
		s.chips = append(s.chips, c)
		objects = append(objects, c)
	}
	s.row.Set(objects...)
}

func same(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
