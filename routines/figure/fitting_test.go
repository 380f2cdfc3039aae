package figure

import "testing"

func TestFittingIsHowPicturesAreFitted(t *testing.T) {
	frame := Rect{-0.3, -0.1, 0.5, 1.1}
	for _, size := range [][2]int{{320, 240}, {100, 400}, {64, 64}} {
		v := fit(frame, size[0], size[1])
		k, x, y := Fitting(frame, float64(size[0]), float64(size[1]))
		if k != v.k || x != v.ox || y != v.oy {
			t.Errorf("%v: %v %v %v, want %+v", size, k, x, y, v)
		}
	}
}
