package tray

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"testing"

	"catcow/gui/guitest"
)

var states = []IconState{Counting, Paused, Due, Off, Break}

// The panels that the icon is looked at on: light, dark, and neither.
var panels = []color.NRGBA{{0xfa, 0xfa, 0xfa, 0xff}, {0x2e, 0x34, 0x36, 0xff}, {0x80, 0x80, 0x80, 0xff}}

func decoded(t testing.TB, data []byte) image.Image {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("\x89PNG")) { // it is in an icon file, on Windows
		data = data[22:]
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestGoldenIcons(t *testing.T) {
	ways := []float64{0, 0.3, 0.65, 0.99}
	for _, size := range []int{22, 24, 32, 44, 48, 64} {
		cell := size + 6
		sheet := image.NewRGBA(image.Rect(0, 0, cell*len(states)*len(ways), cell*len(panels)))
		for row, panel := range panels {
			band := image.Rect(0, row*cell, sheet.Rect.Dx(), (row+1)*cell)
			draw.Draw(sheet, band, image.NewUniform(panel), image.Point{}, draw.Src)
			for i := range len(states) * len(ways) {
				icon := decoded(t, Icon(ways[i%len(ways)], states[i/len(ways)], size))
				at := image.Pt(i*cell+3, row*cell+3)
				draw.Draw(sheet, icon.Bounds().Add(at), icon, image.Point{}, draw.Over)
			}
		}
		guitest.Golden(t, fmt.Sprint("icon-", size), sheet)
	}
}

func TestIconStep(t *testing.T) {
	for progress, want := range map[float64]int{
		0: 0, -1: 0, math.Inf(-1): 0, 1.0 / 25: 0, 1.0 / 24: 1, 0.5: 12, 0.999: 23, 1: 24, 2: 24, math.Inf(1): 24,
	} {
		if got := IconStep(progress); got != want {
			t.Errorf("%v is step %d, want %d", progress, got, want)
		}
	}
	if got := IconStep(math.NaN()); got != 0 {
		t.Errorf("no number is step %d, want 0", got)
	}
	sum := 0.0
	for i := range IconSteps + 1 {
		if got := IconStep(float64(i) / IconSteps); got != i {
			t.Errorf("%d/%d is step %d", i, IconSteps, got)
		}
		if got := IconStep(sum); got != i {
			t.Errorf("%d times 1/%d is step %d", i, IconSteps, got)
		}
		sum += 1.0 / IconSteps
	}
}

func TestIconSizes(t *testing.T) {
	for size, want := range map[int]int{-1: 16, 16: 16, 22: 22, 64: 64, 256: 256, 1000: 256} {
		if got := decoded(t, Icon(0.5, Counting, size)).Bounds(); got != image.Rect(0, 0, want, want) {
			t.Errorf("an icon of %d is %v", size, got)
		}
	}
}

// The panel is told nothing while the picture would stay the same, so it has to be the same to the byte.
func TestIconChangesByStepsOnly(t *testing.T) {
	seen := map[string]int{}
	for i := range 240 {
		progress := (float64(i) + 0.5) / 240
		data := string(Icon(progress, Counting, 22))
		if step, ok := seen[data]; ok && step != IconStep(progress) {
			t.Errorf("steps %d and %d look the same", step, IconStep(progress))
		}
		seen[data] = IconStep(progress)
	}
	if len(seen) != IconSteps {
		t.Errorf("%d pictures on the way, want %d", len(seen), IconSteps)
	}
	for _, state := range []IconState{Due, Off} {
		if !bytes.Equal(Icon(0, state, 22), Icon(0.7, state, 22)) {
			t.Errorf("state %d shows progress", state)
		}
	}
}

// grey is how light an icon is on a panel, as an eye or a screen without colours sees it.
func grey(icon image.Image, panel color.Color) *image.Gray {
	out := image.NewGray(icon.Bounds())
	draw.Draw(out, out.Rect, image.NewUniform(panel), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, icon, image.Point{}, draw.Over)
	return out
}

func TestStatesDifferWithoutColour(t *testing.T) {
	for _, panel := range panels {
		for i, a := range states {
			for _, b := range states[:i] {
				ga, gb := grey(decoded(t, Icon(0.5, a, 22)), panel), grey(decoded(t, Icon(0.5, b, 22)), panel)
				differ := 0
				for k := range ga.Pix {
					if d := int(ga.Pix[k]) - int(gb.Pix[k]); d > 64 || d < -64 {
						differ++
					}
				}
				if differ < 40 { // of the 380 in the disc
					t.Errorf("states %d and %d differ in %d pixels on %v", a, b, differ, panel)
				}
			}
		}
	}
}

// The icon brings its own ground, so what it shows does not depend on the panel.
func TestIconCoversPanel(t *testing.T) {
	for _, state := range states {
		icon := decoded(t, Icon(0.4, state, 44))
		for y := range 44 {
			for x := range 44 {
				_, _, _, a := icon.At(x, y).RGBA()
				far := math.Hypot(float64(x)-21.5, float64(y)-21.5)
				if far < 19.5 && a != 0xffff || far > 23 && a != 0 || a != 0 && a != 0xffff {
					t.Fatalf("state %d has alpha %#x at %d, %d", state, a, x, y)
				}
			}
		}
	}
}

func TestRingShowsProgress(t *testing.T) {
	for _, state := range []IconState{Counting, Paused, Break} {
		for step := range IconSteps + 1 {
			icon := decoded(t, Icon(float64(step)/IconSteps, state, 64))
			dark, all := 0, 0
			for angle := range 720 { // along the middle of the ring, clockwise from above
				s, c := math.Sincos(2 * math.Pi * (float64(angle) + 0.5) / 720)
				const r = (outer + inner) / 2 * 64 / full
				g := color.GrayModel.Convert(icon.At(int(32+r*s), int(32-r*c))).(color.Gray).Y
				all++
				if g < 160 {
					dark++
					if float64(angle) > 720*(float64(step)/IconSteps)+8 {
						t.Errorf("state %d is filled at %d of 720 in step %d", state, angle, step)
					}
				}
			}
			if got, want := float64(dark)/float64(all), float64(step)/IconSteps; math.Abs(got-want) > 0.01 {
				t.Errorf("state %d fills %.3f of the ring in step %d, want %.3f", state, got, step, want)
			}
		}
	}
}

// The picture has to come out of any other reader as it was drawn; a large one has several blocks.
func TestEncode(t *testing.T) {
	for _, size := range []int{16, 128, 256} {
		p := newPen(size)
		drawIcon(p, 7, Counting)
		p.harden()
		got := decoded(t, encode(p.img))
		for y := range size {
			for x := range size {
				if want := color.NRGBAModel.Convert(p.img.At(x, y)); got.At(x, y) != want {
					t.Fatalf("%d, %d of %d is %v, want %v", x, y, size, got.At(x, y), want)
				}
			}
		}
	}
}

func TestIco(t *testing.T) {
	for _, size := range []int{32, 256} {
		picture := []byte("picture")
		got := ico(picture, size)
		little := binary.LittleEndian
		if little.Uint16(got[2:]) != 1 || little.Uint16(got[4:]) != 1 || got[6] != byte(size) || got[7] != byte(size) {
			t.Errorf("the head is % x", got[:22])
		}
		length, at := little.Uint32(got[14:]), little.Uint32(got[18:])
		if int(at+length) != len(got) || !bytes.Equal(got[at:], picture) {
			t.Errorf("the picture is %d bytes at %d of %d", length, at, len(got))
		}
	}
}

func BenchmarkIcon(b *testing.B) {
	for _, size := range []int{22, 48} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				Icon(float64(i%100)/100, Counting, size)
			}
		})
	}
}
