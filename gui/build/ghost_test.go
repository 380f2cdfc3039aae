package build

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheGhostStaysInTheWindow(t *testing.T) {
	room, size := fyne.NewSize(1000, 700), fyne.NewSize(200, 72)
	for name, c := range map[string]struct{ at, want fyne.Position }{
		"in the middle":  {fyne.NewPos(400, 300), fyne.NewPos(412, 310)},
		"at the bottom":  {fyne.NewPos(400, 690), fyne.NewPos(412, 608)},
		"at the right":   {fyne.NewPos(900, 300), fyne.NewPos(688, 310)},
		"in the corner":  {fyne.NewPos(999, 699), fyne.NewPos(787, 617)},
		"below, at left": {fyne.NewPos(5, 699), fyne.NewPos(17, 617)},
	} {
		if got := ghostAt(c.at, size, room); got != c.want {
			t.Errorf("%s it is at %v, want %v", name, got, c.want)
		}
	}
}
