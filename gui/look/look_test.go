package look

import (
	"io/fs"
	"path"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"catcow/assets"
	"catcow/routines/exercise"
)

func TestThemesFollowNameAndVariant(t *testing.T) {
	a := test.NewTempApp(t)
	for _, c := range []struct {
		name    string
		variant fyne.ThemeVariant
		dark    bool
	}{
		{Espresso, theme.VariantDark, false}, {Tea, theme.VariantLight, true},
		{System, theme.VariantDark, true}, {System, theme.VariantLight, false}, {"unheard-of", theme.VariantLight, false},
	} {
		th := New(c.name, 100, false)
		want := light[Window]
		if c.dark {
			want = dim[Window]
		}
		if got := th.Color(theme.ColorNameBackground, c.variant); got != want {
			t.Errorf("%s on variant %d: window %v, want %v", c.name, c.variant, got, want)
		}
	}
	a.Settings().SetTheme(New(Tea, 100, true))
	if !Dark() || !ReducedMotion() {
		t.Error("the theme in force is not the one that was set")
	}
	if got := Color(Card); got != dim[Card] {
		t.Errorf("card is %v", got)
	}
}

func TestTextSizeIsKeptInBounds(t *testing.T) {
	a := test.NewTempApp(t)
	for in, want := range map[int]float32{100: Body, 150: Body * 1.5, 200: Body * 2, 900: Body * 2, 0: Body * 0.8} {
		a.Settings().SetTheme(New(Espresso, in, false))
		if got := Size(Body); got != want {
			t.Errorf("%d %%: body is %v, want %v", in, got, want)
		}
		if got := theme.TextSize(); got != want {
			t.Errorf("%d %%: Fyne's text is %v, want %v", in, got, want)
		}
	}
}

// Clocks are set in the bundled font, whose figures must all be of one width.
func TestFiguresAreTabular(t *testing.T) {
	test.NewTempApp(t)
	for _, bold := range []bool{false, true} {
		style := fyne.TextStyle{Bold: bold}
		want := fyne.MeasureText("0", Seconds, style).Width
		for _, d := range "123456789" {
			if got := fyne.MeasureText(string(d), Seconds, style).Width; got != want {
				t.Errorf("bold %v: %c is %v wide, 0 is %v", bold, d, got, want)
			}
		}
	}
}

func TestClock(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0:00", -time.Second: "0:00", 218 * time.Second: "3:38", 27*time.Second + time.Millisecond: "0:28",
		time.Hour + 2*time.Minute + 5*time.Second: "1:02:05", 59*time.Minute + 59*time.Second + time.Nanosecond: "1:00:00",
	} {
		if got := Clock(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestEveryIconDrawsAndTakesAColour(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(New(Espresso, 100, false))
	files, err := fs.Glob(assets.Icons, "icons/*.svg")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d icons: %v", len(files), err)
	}
	for _, f := range files {
		n := IconName(strings.TrimSuffix(path.Base(f), ".svg"))
		r := IconIn(n, Danger)
		if r == nil {
			t.Errorf("%s cannot be read", f)
			continue
		}
		if svg := string(r.Content()); !strings.Contains(svg, "#a83a32") {
			t.Errorf("%s does not take the colour it is given: %.120s", f, svg)
		}
	}
	for _, k := range []exercise.Kind{exercise.Dynamic, exercise.Static, exercise.Activity, exercise.Strength, exercise.Release, "unheard-of"} {
		if c := Kind(k); c.Icon == nil || c.Name == "" {
			t.Errorf("kind %s has no icon or no name", k)
		}
	}
}
