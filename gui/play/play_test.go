package play

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// started is a session on a screen, with a clock of its own.
type started struct {
	*Screen
	t       *testing.T
	session *session.Session
	window  fyne.Window
	clock   time.Time
	heard   []session.Event
	lefts   int
	mutes   []bool
	paced   []bool
}

// afternoon is when every test session starts.
var afternoon = time.Date(2026, 11, 22, 15, 30, 0, 0, time.UTC)

func start(t *testing.T, lib *routines.Library, routine string, length time.Duration, size fyne.Size) *started {
	t.Helper()
	r, ok := lib.Get(routine)
	if !ok {
		t.Fatalf("%s is not shipped", routine)
	}
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
	if err != nil {
		t.Fatal(err)
	}
	s := &started{t: t, clock: afternoon}
	s.session = session.New(p, lib.Catalogue, s.clock)
	s.Screen = New(Deps{
		Session: s.session, Now: func() time.Time { return s.clock }, BreathPacer: true,
		OnEvents:      func(e []session.Event) { s.heard = append(s.heard, e...) },
		OnLeave:       func() { s.lefts++ },
		OnMute:        func(m bool) { s.mutes = append(s.mutes, m) },
		OnBreathPacer: func(on bool) { s.paced = append(s.paced, on) },
	})
	s.window = test.NewTempWindow(t, nil)
	s.window.SetPadded(false)
	s.window.SetContent(s.Screen)
	s.window.Resize(size)
	s.window.Canvas().Focus(s.Screen)
	return s
}

// pass lets time go by in steps well below session.GapLimit.
func (s *started) pass(d time.Duration) {
	for end := s.clock.Add(d); s.clock.Before(end); {
		s.clock = s.clock.Add(min(500*time.Millisecond, end.Sub(s.clock)))
		s.Tick(s.clock)
	}
}

// at jumps to a place in the plan.
func (s *started) at(d time.Duration) {
	s.session.Jump(d, s.clock)
	s.pass(100 * time.Millisecond)
}

func (s *started) key(names ...fyne.KeyName) {
	for _, n := range names {
		s.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

var ordinary = fyne.NewSize(1180, 760)

func app(t *testing.T) *routines.Library {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Espresso, 100, false))
	return guitest.Library(t)
}

func TestKeysDoWhatTheyShow(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.pass(12 * time.Second)

	s.key(fyne.KeySpace)
	if got := s.session.View().State; got != session.Paused {
		t.Fatalf("space: %s", got)
	}
	if s.over.paused == "" || s.bar.pause.Label() != "Resume" {
		t.Errorf("a pause does not show: %q, %q", s.over.paused, s.bar.pause.Label())
	}
	s.key(fyne.KeySpace)
	if got := s.session.View().State; got != session.Playing || s.over.paused != "" {
		t.Fatalf("space again: %s, %q", got, s.over.paused)
	}

	before := s.session.View().Segment
	s.key(fyne.KeyRight)
	if got := s.session.View().Segment; got != before+1 {
		t.Errorf("→ went from segment %d to %d", before, got)
	}
	s.key(fyne.KeyLeft, fyne.KeyLeft)
	if got := s.session.View().Segment; got != before {
		t.Errorf("← twice went to %d, want %d", got, before)
	}

	s.pass(6 * time.Second)
	length := s.session.View().Plan.Length
	s.TypedRune('+')
	if got := s.session.View().Plan.Length; got <= length {
		t.Errorf("+ left the plan at %v", got)
	}
	if s.toast == "" {
		t.Error("+ says nothing")
	}
	s.key(fyne.KeyE)
	if !slices.ContainsFunc(s.heard, func(e session.Event) bool { return e.Kind == session.Changed }) || s.toast == "" {
		t.Error("E does not say what it did")
	}

	s.key(fyne.KeyM, fyne.KeyM, fyne.KeyB)
	if !slices.Equal(s.mutes, []bool{true, false}) || !slices.Equal(s.paced, []bool{false}) {
		t.Errorf("M and B: %v, %v", s.mutes, s.paced)
	}
	s.key(fyne.KeyF)
	if s.shown != faceMat {
		t.Error("F does not show the mat view")
	}
	s.key(fyne.KeyEscape)
	if s.shown != facePlay || s.lefts != 0 {
		t.Error("Esc does not lead back from the mat view")
	}
}

// A person who clicked a button and then presses space wants to pause.
func TestSpacePausesWhereverTheFocusIs(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.pass(8 * time.Second)
	for _, b := range s.bar.all {
		s.window.Canvas().Focus(b)
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if got := s.session.View().State; got != session.Paused {
			t.Fatalf("space on the button %q: %s", b.Label(), got)
		}
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	s.window.Canvas().Focus(s.bar.mat)
	s.bar.mat.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.shown != faceMat {
		t.Error("Enter does not press the button that has the focus")
	}
}

func TestLeavingAsksOnlyWhereSomethingWouldBeLost(t *testing.T) {
	lib := app(t)
	t.Run("before the first movement", func(t *testing.T) {
		s := start(t, lib, "combo-10", 10*time.Minute, ordinary)
		s.pass(2 * time.Second)
		s.key(fyne.KeyEscape)
		if s.ask.Visible() || s.lefts != 1 || s.session.View().State != session.Stopped {
			t.Errorf("asked %v, left %d times, %s", s.ask.Visible(), s.lefts, s.session.View().State)
		}
	})
	t.Run("in the middle", func(t *testing.T) {
		s := start(t, lib, "combo-10", 10*time.Minute, ordinary)
		s.pass(20 * time.Second)
		s.key(fyne.KeyEscape)
		if !s.ask.Visible() || s.lefts != 0 || s.session.View().State != session.Paused {
			t.Fatalf("asked %v, left %d times, %s", s.ask.Visible(), s.lefts, s.session.View().State)
		}
		s.key(fyne.KeyRight, fyne.KeyE) // nothing below hears keys
		if s.ask.key(fyne.KeyM); len(s.mutes) != 0 {
			t.Error("a key went through the question")
		}
		s.key(fyne.KeyEscape)
		if s.ask.Visible() || s.session.View().State != session.Playing {
			t.Error("Esc does not take the question back")
		}
		s.key(fyne.KeySpace, fyne.KeyEscape, fyne.KeyEscape)
		if s.ask.Visible() || s.session.View().State != session.Paused {
			t.Error("a session that was paused plays when the question is taken back")
		}
		s.key(fyne.KeyEscape, fyne.KeyL)
		if s.lefts != 1 || s.session.View().State != session.Paused {
			t.Errorf("later: left %d times, %s", s.lefts, s.session.View().State)
		}
	})
	t.Run("ending it", func(t *testing.T) {
		s := start(t, lib, "combo-10", 10*time.Minute, ordinary)
		s.pass(20 * time.Second)
		s.key(fyne.KeyEscape, fyne.KeyX)
		if s.shown != faceEnd || s.session.View().State != session.Stopped || s.lefts != 0 {
			t.Fatalf("face %d, %s, left %d times", s.shown, s.session.View().State, s.lefts)
		}
		s.key(fyne.KeyReturn, fyne.KeyReturn)
		if s.lefts != 1 {
			t.Errorf("left %d times", s.lefts)
		}
	})
	t.Run("in the activity", func(t *testing.T) {
		s := start(t, lib, "combo-10", 10*time.Minute, ordinary)
		s.at(4*time.Minute + 59*time.Second)
		s.pass(2 * time.Second)
		if s.shown != faceWait {
			t.Fatalf("face %d", s.shown)
		}
		s.key(fyne.KeyEscape)
		if s.ask.Visible() || s.lefts != 1 || s.session.View().State != session.Waiting {
			t.Errorf("asked %v, left %d times, %s", s.ask.Visible(), s.lefts, s.session.View().State)
		}
	})
}

func TestTheActivityWaitsAndOffersToWarmUpAgain(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.at(4*time.Minute + 59*time.Second)
	s.pass(2 * time.Second)
	if s.wait.skip.Visible() {
		t.Error("skipping is offered although there is nothing to skip")
	}
	s.clock = s.clock.Add(40 * time.Minute)
	s.Tick(s.clock)
	if s.shown != faceWait || !s.wait.skip.Visible() || !s.wait.note.Visible() {
		t.Fatalf("after 40 minutes: face %d, skip %v", s.shown, s.wait.skip.Visible())
	}
	was := len(s.session.View().Plan.Segments)
	s.key(fyne.KeySpace)
	v := s.session.View()
	if v.State != session.Playing || len(v.Plan.Segments) <= was {
		t.Errorf("going on: %s with %d segments, %d before", v.State, len(v.Plan.Segments), was)
	}
}

func TestASessionPlaysToItsEnd(t *testing.T) {
	s := start(t, app(t), "workout-minute", 0, ordinary)
	s.pass(61 * time.Second)
	if s.shown != faceEnd || s.session.View().State != session.Done {
		t.Fatalf("face %d, %s", s.shown, s.session.View().State)
	}
	for _, k := range []session.EventKind{session.GetReady, session.Start, session.Rep, session.LastThree, session.DoneEvent} {
		if !slices.ContainsFunc(s.heard, func(e session.Event) bool { return e.Kind == k }) {
			t.Errorf("%s was never handed on", k)
		}
	}
	s.key(fyne.KeyEscape)
	if s.lefts != 1 || s.ask.Visible() {
		t.Errorf("left %d times, asked %v", s.lefts, s.ask.Visible())
	}
}

func TestATapOnTheTimelineJumps(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.pass(2 * time.Second)
	line := s.bar.timeline
	test.TapAt(line, fyne.NewPos(line.Size().Width-2, line.Size().Height/2))
	if got := s.session.View().Position; got < 9*time.Minute+50*time.Second {
		t.Errorf("a tap at the end went to %v", got)
	}
	test.TapAt(line, fyne.NewPos(line.Size().Width*0.49, line.Size().Height/2))
	if s.session.View().State != session.Waiting || s.shown != faceWait {
		t.Errorf("a tap on the activity: %s", s.session.View().State)
	}
}

// The seconds on the screen change when they do, however seldom the picture is repainted otherwise.
func TestSecondsChangeOnTime(t *testing.T) {
	s := start(t, app(t), "evening-tea", 10*time.Minute, ordinary)
	s.at(100 * time.Second)
	for range 60 {
		s.clock = s.clock.Add(time.Second / 60)
		s.Tick(s.clock)
		v := s.session.View()
		if g := v.Current(); g.Kind == plan.Work && g.Reps == 0 && seconds(s.view.Left) != seconds(v.Left) {
			t.Fatalf("the screen says %s, the session %s", seconds(s.view.Left), seconds(v.Left))
		}
	}
}

func TestLinesOverTheStageGoAgain(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.pass(300 * time.Millisecond)
	if s.caption == "" || s.over.text == "" {
		t.Error("getting ready has no caption")
	}
	s.pass(captionFor + time.Second)
	if s.over.text != "" {
		t.Errorf("the caption %q stays", s.over.text)
	}
	s.pass(10 * time.Second)
	s.key(fyne.KeyE)
	said := s.over.text
	s.pass(captionFor + time.Second)
	if said == "" || s.over.text != said {
		t.Errorf("what was changed, %q, gave way to %q", said, s.over.text)
	}
	s.pass(toastFor)
	if s.over.text != "" {
		t.Errorf("%q stays", s.over.text)
	}
}

// A laptop that slept comes back paused, and says why.
func TestAGapPausesAndSaysSo(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.pass(12 * time.Second)
	s.clock = s.clock.Add(20 * time.Minute)
	s.Tick(s.clock)
	if s.session.View().State != session.Paused || s.over.paused == "" || s.over.text == "" {
		t.Errorf("%s, %q, %q", s.session.View().State, s.over.paused, s.over.text)
	}
	s.key(fyne.KeySpace)
	if s.session.View().State != session.Playing || s.over.paused != "" {
		t.Errorf("space: %s", s.session.View().State)
	}
}

func TestTheEndIsToldWithoutWhatNobodyCanPlan(t *testing.T) {
	s := start(t, app(t), "combo-10", 10*time.Minute, ordinary)
	s.pass(2 * time.Second)
	if got := s.bar.doneAt.Text(); got != "15:40" || !s.bar.doneMore.Visible() {
		t.Errorf("before the activity: done at %s, + activity %v", got, s.bar.doneMore.Visible())
	}
	s.at(6 * time.Minute)
	if got := s.bar.doneAt.Text(); got != "15:34" || s.bar.doneMore.Visible() {
		t.Errorf("after it: done at %s, + activity %v", got, s.bar.doneMore.Visible())
	}
}
