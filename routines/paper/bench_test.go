package paper

import (
	"io"
	"testing"
)

// BenchmarkLay is what happens when somebody changes the length in the window, BenchmarkPaint what shows it, and
// BenchmarkPDF what writes the file.
func BenchmarkLay(b *testing.B) {
	sheet := []Sheet{sheetOf(b, "sitting-all-day", 0)}
	for b.Loop() {
		if _, err := Lay(sheet, Options{Fonts: fonts}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	d, err := Lay([]Sheet{sheetOf(b, "sitting-all-day", 0)}, Options{Fonts: fonts})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.Paint(0, 500); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	sheet := []Sheet{sheetOf(b, "sitting-all-day", 0)}
	for b.Loop() {
		if err := PDF(io.Discard, sheet, Options{Fonts: fonts}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	sheet := []Sheet{sheetOf(b, "sitting-all-day", 0)}
	for b.Loop() {
		if err := HTML(io.Discard, sheet, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
