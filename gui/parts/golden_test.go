package parts

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/BurntSushi/toml"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// shoot renders an object on the window's colour at a size.
func shoot(t *testing.T, make func() fyne.CanvasObject, theme string, percent int, size fyne.Size) image.Image {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(look.New(theme, percent, false))
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	back := canvas.NewRectangle(look.Color(look.Window))
	o := make()
	w.SetContent(container.NewStack(back, container.New(inset(16), o)))
	w.Resize(size)
	return w.Canvas().Capture()
}

type inset float32

func (i inset) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewSquareOffsetPos(float32(i)))
		o.Resize(s.SubtractWidthHeight(2*float32(i), 2*float32(i)))
	}
}

func (i inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*float32(i), 2*float32(i))
}

// kneeling is a figure of the tests' own, so that changes to the shipped exercises leave these pictures alone.
const kneeling = `
base = "all_fours"
view = "side"
props = ["mat"]
contacts = ["knees", "hands"]
feel = ["lower_back"]
[[pose]]
spine = { lumbar = 102, chest = 50, neck = 38, head = 8 }
[[pose]]
spine = { lumbar = 34, chest = 112, neck = 140, head = 165 }
`

func testExercise(t testing.TB, name string, kind exercise.Kind) *exercise.Exercise {
	t.Helper()
	e := &exercise.Exercise{ID: name, Name: name, Kind: kind, Figure: &figure.Figure{}}
	if _, err := toml.Decode(kneeling, e.Figure); err != nil {
		t.Fatal(err)
	}
	return e
}

// testPlan is a warm-up, an activity and a cool-down of two steps, 10 minutes in all.
func testPlan(t testing.TB) *plan.Plan {
	p := &plan.Plan{
		Routine: &routines.Routine{ID: "test", Name: "Test"}, Length: 10 * time.Minute,
		Phases: []plan.Phase{
			{Name: "Dynamic warm-up", Kind: exercise.Dynamic, Length: 5 * time.Minute},
			{Name: "Activity", Kind: exercise.Activity, Start: 5 * time.Minute},
			{Name: "Static cool-down", Kind: exercise.Static, Start: 5 * time.Minute, Length: 5 * time.Minute},
		},
	}
	at := time.Duration(0)
	add := func(phase, step int, kind plan.SegmentKind, e *exercise.Exercise, side plan.Side, length time.Duration) {
		p.Segments = append(p.Segments, plan.Segment{Phase: phase, Step: step, Kind: kind, Exercise: e, Side: side, Round: 1, Rounds: 1, Start: at, Length: length})
		at += length
	}
	for i := range 3 {
		e := testExercise(t, []string{"Cat–Cow", "Hip opener", "Torso rotation"}[i], exercise.Dynamic)
		add(0, i, plan.LeadIn, e, plan.SideBoth, 5*time.Second)
		add(0, i, plan.Work, e, plan.SideBoth, 95*time.Second)
	}
	add(1, 0, plan.ActivitySlot, &exercise.Exercise{ID: "activity-slot", Name: "Your activity", Kind: exercise.Activity}, plan.SideBoth, 0)
	for i := range 2 {
		e := testExercise(t, []string{"Child’s pose", "Supine twist"}[i], exercise.Static)
		add(2, i, plan.Transition, e, plan.SideLeft, 10*time.Second)
		add(2, i, plan.Work, e, plan.SideLeft, 65*time.Second)
		add(2, i, plan.Switch, e, plan.SideRight, 10*time.Second)
		add(2, i, plan.Work, e, plan.SideRight, 65*time.Second)
	}
	return p
}

// TestGolden shows every part but the figure itself, whose drawing is the business of package figure.
func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	p := testPlan(t)
	shares := Shares(p)
	offers := make([]time.Duration, 0, 27)
	for m := 4; m <= 30; m++ {
		offers = append(offers, time.Duration(m)*time.Minute)
	}
	view := func(segment int, pos time.Duration) session.View {
		g := p.Segments[segment]
		return session.View{State: session.Playing, Plan: p, Segment: segment, Position: pos, PhaseLeft: p.Phases[g.Phase].Start + p.Phases[g.Phase].Length - pos}
	}
	for _, c := range []struct {
		name string
		size fyne.Size
		make func() fyne.CanvasObject
	}{
		{"buttons", fyne.NewSize(620, 190), func() fyne.CanvasObject {
			focused := NewButton("Focused", "", nil)
			focused.FocusGained()
			off := NewButton("Not now", "", nil)
			off.Disable()
			return NewColumn(16,
				NewRow(10, -1, NewButton("", look.IconBack, nil).SetHint("←"), NewButton("Pause", look.IconPause, nil).SetRank(Primary).SetKind(exercise.Static).SetHint("space"),
					NewButton("", look.IconNext, nil).SetHint("→"), NewButton("+15 s", "", nil).SetHint("+"), NewButton("Ease off", "", nil).SetRank(Warm).SetHint("E")),
				NewRow(10, -1, NewButton("Start", look.IconPlay, nil).SetRank(Primary), focused, off, NewButton("Leave", look.IconLeave, nil).SetRank(Bare), NewButton("End", "", nil).SetRank(Danger)),
				NewRow(10, -1, NewChip("About to train", false, nil), NewChip("Been sitting for hours", true, nil), NewTag(exercise.Static, "Static cool-down")))
		}},
		{"card", fyne.NewSize(380, 150), func() fyne.CanvasObject {
			return NewCard(NewColumn(8,
				NewParagraph("Tuck the tail under, then glide forward until the front of the hip pulls gently.", look.Body, look.Ink),
				NewParagraph("Not: arching the lower back.", look.Small, look.Quiet)))
		}},
		{"phasebar", fyne.NewSize(640, 74), func() fyne.CanvasObject { return NewPhaseBar(shares) }},
		{"slider", fyne.NewSize(640, 94), func() fyne.CanvasObject { return NewLengthSlider(offers, 10*time.Minute, nil) }},
		{"timeline", fyne.NewSize(1000, 84), func() fyne.CanvasObject {
			line := NewTimeline(nil)
			line.Set(view(10, p.Segments[10].Start+20*time.Second))
			return line
		}},
		{"timeline-narrow", fyne.NewSize(420, 84), func() fyne.CanvasObject {
			line := NewTimeline(nil)
			line.Set(view(1, 40*time.Second))
			return line
		}},
		{"ring", fyne.NewSize(250, 250), func() fyne.CanvasObject {
			r := NewRing(150, exercise.Static)
			r.Set(0.68, "27", "breathe out…")
			r.SetBreath(0.4)
			return r
		}},
		{"rail", fyne.NewSize(130, 320), func() fyne.CanvasObject {
			r := NewRail([]Place{{ID: "today", Label: "Today", Icon: look.IconToday}, {ID: "routines", Label: "Routines", Icon: look.IconRoutines},
				{ID: "settings", Label: "Settings", Icon: look.IconSettings, Low: true}}, nil)
			r.SetChosen("today")
			return r
		}},
		{"stage", fyne.NewSize(420, 320), func() fyne.CanvasObject {
			s := NewStage()
			s.SetKind(exercise.Dynamic)
			s.Set(Shot{Exercise: &exercise.Exercise{Name: "x", Kind: exercise.Dynamic}}, time.Time{})
			return s
		}},
		{"thumb", fyne.NewSize(180, 140), func() fyne.CanvasObject {
			return NewThumb(&exercise.Exercise{Name: "x", Kind: exercise.Static}, plan.SideLeft, Tones{}, fyne.NewSize(96, 72))
		}},
	} {
		for _, theme := range []string{look.Espresso, look.Tea} {
			guitest.Golden(t, c.name+"-"+theme, shoot(t, c.make, theme, 100, c.size))
		}
		big := c.size.AddWidthHeight(c.size.Width*0.6, c.size.Height*0.6)
		guitest.Golden(t, c.name+"-200", shoot(t, c.make, look.Espresso, 200, big))
	}
}
