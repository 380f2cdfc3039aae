package figure

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"
)

// However shapes overlap, a pixel's coverage is the part of its lines that lies in any of them, and what is said to be
// covered whole is.
func TestFillCoversWhatItShould(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const w, h = 60, 40
	for range 15 {
		var f spans
		var hulls [][]Pt
		for range 1 + r.IntN(5) {
			var hull []Pt
			cx, cy, rx, ry, turn := r.Float64()*w, -r.Float64()*h, r.Float64()*30, r.Float64()*20, r.Float64()
			for i := range 12 {
				s, c := math.Sincos(2 * math.Pi * (float64(i) + turn) / 12)
				hull = append(hull, Pt{cx + rx*c, cy + ry*s})
			}
			hulls = append(hulls, hull)
			f.add(hull, 1, 0, 0, h)
		}
		pix, rows := make([]byte, w*h), make([]extent, h)
		f.fill(pix, w, h, rows)
		for y := range h {
			for x := range w {
				want := 0.0
				for sub := range subRows {
					want += lineCoverage(hulls, float64(x), (float64(y*subRows+sub)+0.5)/subRows) / subRows
				}
				got := 0.0
				if x >= rows[y].first && x < rows[y].last {
					got = float64(pix[y*w+x]) / 255
				}
				if math.Abs(got-want) > 0.02 {
					t.Fatalf("pixel %d, %d is covered to %.3f, want %.3f", x, y, got, want)
				}
				if s := rows[y].solid; x >= s.first && x < s.last && pix[y*w+x] != 255 {
					t.Fatalf("pixel %d, %d of the whole ones is covered to %d", x, y, pix[y*w+x])
				}
			}
		}
	}
}

// lineCoverage is the part of the line from x to x+1 at height y that lies in any of the hulls, counted on many points.
func lineCoverage(hulls [][]Pt, x, y float64) float64 {
	const points = 100
	in := 0
	for i := range points {
		at := x + (float64(i)+0.5)/points
		for _, hull := range hulls {
			lo, hi := math.Inf(1), math.Inf(-1)
			for j, p := range hull {
				q := hull[(j+1)%len(hull)]
				if (-p.Y > y) != (-q.Y > y) {
					at := p.X + (y+p.Y)/(p.Y-q.Y)*(q.X-p.X)
					lo, hi = min(lo, at), max(hi, at)
				}
			}
			if at >= lo && at < hi {
				in++
				break
			}
		}
	}
	return float64(in) / points
}

// What is covered whole is painted in one go; that must come to the same as pixel by pixel.
func TestPaintingWholePixelsAtOnceChangesNothing(t *testing.T) {
	f := &Figure{}
	pal := Light("", "")
	frame := f.Frame(Options{})
	var p Painter
	a, b := image.NewRGBA(image.Rect(0, 0, 240, 320)), image.NewRGBA(image.Rect(0, 0, 240, 320))
	p.Paint(a, f.Scene(Still(), All()), &pal, frame)
	s := f.Scene(Still(), All())
	for i := range s.Shapes {
		s.Shapes[i].bent = true // these go pixel by pixel
	}
	p.Paint(b, s, &pal, frame)
	far := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > 40 || d < -40 { // edges are sampled differently
			far++
		}
	}
	if most := len(a.Pix) / 200; far > most {
		t.Errorf("%d channels differ, at most %d may", far, most)
	}
}
