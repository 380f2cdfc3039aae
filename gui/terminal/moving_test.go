package terminal

import (
	"bytes"
	"image/color"
	"image/gif"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/theme"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// A GIF lasts as long as one repetition does, of alternating ones as two, goes on for ever, and keeps the page's colour
// and the clothes' exactly.
func TestMoving(t *testing.T) {
	lib := routines.Load("")
	for _, tt := range []struct {
		id   string
		reps int
	}{{"cat-cow", 1}, {"standing-side-bend", 2}} {
		x := lib.Catalogue.Get(tt.id)
		want := time.Duration(tt.reps) * x.Dose.Tempo
		for _, o := range []drawing{{size: 96}, {size: 96, dark: true}} {
			data, err := o.moving(x)
			if err != nil {
				t.Fatal(err)
			}
			g, err := gif.DecodeAll(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			length := time.Duration(0)
			for _, d := range g.Delay {
				length += time.Duration(d) * 10 * time.Millisecond
			}
			if length != want {
				t.Errorf("%s lasts %v, not %v", tt.id, length, want)
			}
			if rate := float64(len(g.Image)) / length.Seconds(); rate < 10 || rate > 20 {
				t.Errorf("%s has %.1f pictures a second", tt.id, rate)
			}
			if g.LoopCount != 0 {
				t.Errorf("%s ends after %d rounds", tt.id, g.LoopCount)
			}
			th, v := o.theme()
			page := color.RGBAModel.Convert(th.Color(theme.ColorNameOverlayBackground, v))
			if at := color.RGBAModel.Convert(g.Image[0].At(0, 0)); at != page {
				t.Errorf("%s: the page is %v, not %v", tt.id, at, page)
			}
			if skin := color.RGBA(figure.SkinTones()[2].Color); !o.dark && !slices.Contains(g.Image[0].Palette, color.Color(skin)) {
				t.Errorf("%s: the skin's colour is not in the palette", tt.id)
			}
		}
	}
}

// A hold eases in, stays and eases out; a picture that does not change is kept and not drawn again.
func TestMovingHold(t *testing.T) {
	x := routines.Load("").Catalogue.Get("supine-twist")
	data, err := drawing{size: 96}.moving(x)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	longest, whole := 0, 0
	for _, d := range g.Delay {
		longest, whole = max(longest, d), whole+d
	}
	if longest < gifHold || whole != 2*gifInto+gifHold {
		t.Errorf("the longest picture is seen %d hundredths, all %d", longest, whole)
	}
}

// The pictures of a cycle cover its whole time, whatever the tempo.
func TestBeats(t *testing.T) {
	x := *routines.Load("").Catalogue.Get("cat-cow")
	for tempo := 5 * time.Second; tempo <= 10*time.Second; tempo += 500 * time.Millisecond {
		x.Dose.Tempo = tempo
		whole := 0
		for _, s := range cycle(&x) {
			whole += s.delay
			if s.delay < gifBeat || s.delay > gifBeat+1 {
				t.Errorf("%v: a picture of %d hundredths", tempo, s.delay)
			}
		}
		if got := time.Duration(whole) * 10 * time.Millisecond; got != tempo {
			t.Errorf("%v lasts %v", tempo, got)
		}
	}
	x.Dose.Mode = exercise.Alternate
	if n := len(cycle(&x)); n < 2*int(x.Dose.Tempo/(70*time.Millisecond)) {
		t.Errorf("both sides have %d pictures", n)
	}
}
