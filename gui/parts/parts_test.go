package parts

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/session"
)

func minutesOnOffer(from, to int) []time.Duration {
	var out []time.Duration
	for m := from; m <= to; m++ {
		out = append(out, time.Duration(m)*time.Minute)
	}
	return out
}

func TestSliderByKeysAndPointer(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Espresso, 100, false))
	var told []time.Duration
	s := NewLengthSlider(minutesOnOffer(4, 30), 10*time.Minute, func(d time.Duration) { told = append(told, d) })
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 80))
	for _, c := range []struct {
		key  fyne.KeyName
		want time.Duration
	}{
		{fyne.KeyRight, 11}, {fyne.KeyLeft, 10}, {fyne.KeyPageUp, 15}, {fyne.KeyPageDown, 10}, {fyne.KeyEnd, 30},
		{fyne.KeyRight, 30}, {fyne.KeyHome, 4}, {fyne.KeyLeft, 4},
	} {
		s.TypedKey(&fyne.KeyEvent{Name: c.key})
		if got := s.Value(); got != c.want*time.Minute {
			t.Errorf("%s: %v, want %d min", c.key, got, c.want)
		}
	}
	if len(told) != 6 {
		t.Errorf("told %d times, want once for each change: %v", len(told), told)
	}
	test.TapAt(s, fyne.NewPos(s.along(17*time.Minute, s.Size().Width), 18))
	if got := s.Value(); got != 17*time.Minute {
		t.Errorf("a tap chose %v", got)
	}
	test.Drag(w.Canvas(), fyne.NewPos(300, 18), 5000, 0)
	if got := s.Value(); got < 17*time.Minute {
		t.Errorf("a drag to the right chose %v", got)
	}
	s.SetOffers(nil, 0)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s.Value() != 0 {
		t.Error("something is chosen of nothing")
	}
}

func TestTextWrapsOrEndsInDots(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Espresso, 200, false))
	size := look.Size(look.Body)
	measure := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	for _, text := range []string{
		"Tuck the tail under, then glide forward until the front of the hip pulls gently.",
		"Donaudampfschifffahrtsgesellschaftskapitänsmütze", "", "one", "a  b\nc",
	} {
		for width := float32(60); width < 500; width += 37 {
			lines := Wrap(text, size, fyne.TextStyle{}, width)
			for _, l := range lines {
				if measure(l) > width && len([]rune(l)) > 1 {
					t.Errorf("%q at %v: the line %q is %v wide", text, width, l, measure(l))
				}
			}
			if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(text), ""); got != want {
				t.Errorf("%q at %v: wrapped it says %q", text, width, got)
			}
			if s := Shorten(text, size, fyne.TextStyle{}, width); measure(s) > width+0.5 {
				t.Errorf("%q shortened to %q is wider than %v", text, s, width)
			}
		}
	}
}

func TestButtonIsNeverCutShort(t *testing.T) {
	a := test.NewTempApp(t)
	for _, percent := range []int{100, 150, 200} {
		a.Settings().SetTheme(look.New(look.Espresso, percent, false))
		b := NewButton("Pause", look.IconPause, nil).SetHint("space")
		w := test.NewTempWindow(t, b)
		full := b.MinSize()
		if full.Height < look.Target {
			t.Errorf("%d %%: %v high, at least %v can be hit", percent, full.Height, look.Target)
		}
		w.Resize(fyne.NewSize(20, 20))
		b.Resize(fyne.NewSize(full.Width/2, full.Height))
		b.Resize(full)
		if got := b.MinSize(); got != full {
			t.Errorf("%d %%: squeezed once it asks for %v instead of %v", percent, got, full)
		}
	}
}

func TestTimelineShareOut(t *testing.T) {
	for _, width := range []float32{240, 600, 1200} {
		ws := spans([]Share{{Length: time.Second}, {Kind: exercise.Activity}, {Length: 20 * time.Minute}, {Length: time.Minute}}, width, 10, 80)
		total := float32(30)
		for _, w := range ws {
			total += w
			if w < 6 {
				t.Errorf("at %v a phase is %v wide: %v", width, w, ws)
			}
		}
		if total > width+0.5 || total < width-0.5 {
			t.Errorf("at %v they take %v: %v", width, total, ws)
		}
	}
}

func TestTimelinePlacesAreWhereTheyAreTapped(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Espresso, 100, false))
	p := testPlan(t)
	line := NewTimeline(nil)
	line.Set(session.View{State: session.Playing, Plan: p})
	w := test.NewTempWindow(t, line)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 60))
	for at := time.Duration(0); at < p.Length; at += 7 * time.Second {
		phase := 0
		if at >= p.Phases[2].Start {
			phase = 2
		}
		got, inPhase, _ := line.at(line.along(at, phase))
		if inPhase != phase || (got-at).Abs() > 2*time.Second {
			t.Errorf("%v lies at %v, which is %v of phase %d", at, line.along(at, phase), got, inPhase)
		}
	}
	jumped, activity := time.Duration(-1), -2
	line.OnJump = func(pos time.Duration, a int) { jumped, activity = pos, a }
	xs, ws := line.phaseSpans(900)
	test.TapAt(line, fyne.NewPos(xs[1]+ws[1]/2, 30))
	if activity != 6 || jumped != p.Phases[1].Start {
		t.Errorf("a tap on the activity: %v, segment %d", jumped, activity)
	}
	test.TapAt(line, fyne.NewPos(899, 30))
	if activity != -1 || jumped < p.Length-2*time.Second {
		t.Errorf("a tap at the end: %v, segment %d", jumped, activity)
	}
}

// A button that wraps shows all of its label, however narrow it is, and one that fits is as high as any other.
func TestAButtonWrapsItsLabel(t *testing.T) {
	test.NewTempApp(t)
	b := NewButton("Let the last of each phase go first", "", nil).SetCompact(true).SetWrap(true)
	w := test.NewTempWindow(t, b)
	w.SetPadded(false)
	for _, width := range []float32{120, 200, 500} {
		w.Resize(fyne.NewSize(width, b.HeightFor(width)))
		b.Resize(fyne.NewSize(width, b.HeightFor(width)))
		var said []string
		for _, o := range test.WidgetRenderer(b).Objects() {
			if l, ok := o.(*canvas.Text); ok && l.Text != "" {
				said = append(said, l.Text)
				if l.MinSize().Width > width {
					t.Errorf("at %v the line %q is too long", width, l.Text)
				}
			}
		}
		if got := strings.Join(said, " "); got != b.Label() {
			t.Errorf("at %v it says %q", width, got)
		}
	}
	if b.HeightFor(500) != b.MinSize().Height {
		t.Error("it is higher than it needs to be")
	}
}
