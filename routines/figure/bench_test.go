package figure

import (
	"image"
	"testing"
)

func benchFigure(b *testing.B) *Figure {
	b.Helper()
	f, err := readFigure("../../assets/exercises/cat-cow.toml")
	if err != nil {
		b.Fatal(err)
	}
	return f
}

func BenchmarkSolve(b *testing.B) {
	f := benchFigure(b)
	g := newRig(f)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m, _ := g.mixAt(Moving(float64(i%100)/100, 0), Options{})
		solve(&m, g.set)
	}
}

func BenchmarkScene(b *testing.B) {
	f := benchFigure(b)
	var s Scene
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Draw(f, Moving(float64(i%100)/100, 0), All())
	}
}

func BenchmarkDraw(b *testing.B) {
	f := benchFigure(b)
	var s Scene
	var p Painter
	pal := Light("", "")
	frame := f.Frame(All())
	dst := image.NewRGBA(image.Rect(0, 0, 640, 480))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Draw(f, Moving(float64(i%100)/100, 0), All())
		p.Paint(dst, &s, &pal, frame)
	}
}

// BenchmarkFirst is a figure seen for the first time: made ready, framed, drawn as a thumbnail.
func BenchmarkFirst(b *testing.B) {
	f := benchFigure(b)
	pal := Light("", "")
	dst := image.NewRGBA(image.Rect(0, 0, 96, 96))
	var p Painter
	for b.Loop() {
		p.Paint(dst, f.Scene(Still(), All()), &pal, f.Frame(All()))
	}
}
