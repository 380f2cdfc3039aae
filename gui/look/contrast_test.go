package look

import (
	"image/color"
	"math"
	"testing"

	"catcow/routines/exercise"
)

// contrast is the WCAG 2.2 contrast ratio, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

func TestContrast(t *testing.T) {
	if got := contrast(rgb(0x000000), rgb(0xffffff)); math.Abs(got-21) > 0.01 {
		t.Fatalf("black on white: %.2f, want 21", got)
	}
	type pair struct {
		what    string
		ink, on color.NRGBA
		least   float64
	}
	for name, p := range map[string]*palette{"espresso": &light, "tea": &dim} {
		var pairs []pair
		surfaces := map[string]color.NRGBA{"window": p[Window], "card": p[Card], "float": p[Float], "well": p[Well], "accent wash": p[AccentWash]}
		for k, c := range kinds {
			surfaces[string(k)+" wash"] = c.wash
			if name == Tea {
				surfaces[string(k)+" wash"] = c.dusk
			}
		}
		inks := map[string]Role{"ink": Ink, "quiet": Quiet, "accent ink": AccentInk, "danger ink": DangerInk}
		for sn, s := range surfaces {
			for in, r := range inks {
				pairs = append(pairs, pair{in + " on " + sn, p[r], s, 4.5})
			}
			pairs = append(pairs, pair{"focus on " + sn, p[Focus], s, 3})
		}
		pairs = append(pairs,
			pair{"on accent", p[OnAccent], p[Accent], 4.5},
			pair{"on danger", p[OnAccent], p[Danger], 4.5})
		for k, c := range kinds {
			pairs = append(pairs,
				pair{"on " + string(k), p[OnAccent], c.deep, 4.5},
				// A bar is a picture, not text: 3:1 by WCAG 1.4.11, measured on what it lies on. It always has a word beside it.
				pair{string(k) + " bar on window", c.base, p[Window], 2.8})
		}
		for _, q := range pairs {
			if got := contrast(q.ink, q.on); got < q.least {
				t.Errorf("%s: %s is %.2f:1, want at least %.1f:1", name, q.what, got, q.least)
			}
		}
	}
}

func TestColoursAreThoseOfTheDesign(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want color.NRGBA
	}{
		{"espresso window", light[Window], rgb(0xfbf8f2)}, {"tea window", dim[Window], rgb(0x1f1c19)},
		{"espresso card", light[Card], rgb(0xffffff)}, {"tea card", dim[Card], rgb(0x2a2622)},
		{"espresso well", light[Well], rgb(0xf3ede2)}, {"tea well", dim[Well], rgb(0x25211d)},
		{"espresso ink", light[Ink], rgb(0x2c2a28)}, {"tea ink", dim[Ink], rgb(0xefe8dd)},
		{"espresso quiet", light[Quiet], rgb(0x6f675d)}, {"tea quiet", dim[Quiet], rgb(0xa79d90)},
		{"espresso line", light[Line], rgb(0xece4d6)}, {"tea line", dim[Line], rgb(0x3a352f)},
		{"dynamic", kinds[exercise.Dynamic].base, rgb(0xc8703a)}, {"dynamic deep", kinds[exercise.Dynamic].deep, rgb(0xa9592a)},
		{"static", kinds[exercise.Static].base, rgb(0x3e8e7e)}, {"static deep", kinds[exercise.Static].deep, rgb(0x2f7767)},
		{"activity", kinds[exercise.Activity].base, rgb(0x8b93a7)}, {"activity deep", kinds[exercise.Activity].deep, rgb(0x5f6880)},
		{"strength", kinds[exercise.Strength].base, rgb(0x7d5ba6)},
		{"release", kinds[exercise.Release].base, rgb(0x4f86b8)}, {"release deep", kinds[exercise.Release].deep, rgb(0x3a6c96)},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, want %v", c.what, c.got, c.want)
		}
	}
}
