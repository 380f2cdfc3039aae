package look

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Type sizes before the person's text size is applied, in Fyne's units.
const (
	Small       float32 = 13
	Body        float32 = 15
	CardTitle   float32 = 16
	ScreenTitle float32 = 25
	Seconds     float32 = 78
)

// Spacing, a grid of 4.
const (
	S1 float32 = 4
	S2 float32 = 8
	S3 float32 = 12
	S4 float32 = 16
	S5 float32 = 20
	S6 float32 = 24
)

// Corners, and the smallest height or width of anything a person can hit.
const (
	CardRadius    float32 = 18
	ControlRadius float32 = 14
	StageRadius   float32 = 24
	Target        float32 = 36
)

// Size is a type size, or a length that must grow with the text, in the person's text size.
func Size(base float32) float32 { return base * float32(inForce().percent) / 100 }

// Text is one line of text in the theme in force; size is one of the type sizes, unscaled.
func Text(s string, size float32, role Role, bold bool) *canvas.Text {
	return TextIn(s, size, Color(role), bold)
}

// TextIn is Text in a colour of its own, such as white on a kind's Deep.
func TextIn(s string, size float32, c color.Color, bold bool) *canvas.Text {
	t := canvas.NewText(s, c)
	t.TextSize = Size(size)
	t.TextStyle = fyne.TextStyle{Bold: bold}
	return t
}

// Clock writes a length as a clock does: "3:38", "1:02:05"; below zero counts as zero. Part seconds are rounded up, so
// that a countdown reaches zero only when it is over.
func Clock(d time.Duration) string {
	s := int((max(d, 0) + time.Second - 1) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
