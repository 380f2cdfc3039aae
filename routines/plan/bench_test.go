package plan

import (
	"testing"
	"time"
)

// Budget: a plan in under 1 ms.
func BenchmarkFit(b *testing.B) {
	s := noteShelf()
	for _, c := range []struct {
		routine string
		length  time.Duration
	}{{"combo-10", 7 * time.Minute}, {"combo-10", 30 * time.Minute}, {"yoga-flow", 45 * time.Minute}} {
		in := s.input(s.routine(b, c.routine))
		in.Length = c.length
		b.Run(c.routine+"/"+c.length.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Fit(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRange(b *testing.B) {
	s := noteShelf()
	in := s.input(s.routine(b, "combo-10"))
	for b.Loop() {
		Range(in)
	}
}

func BenchmarkOffers(b *testing.B) {
	s := noteShelf()
	in := s.input(s.routine(b, "combo-10"))
	for b.Loop() {
		Offers(in)
	}
}
