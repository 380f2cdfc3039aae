package parts

import "fyne.io/fyne/v2"

// HeldEnter tells an Enter that is pressed from one that is held down and comes again and again: adding what was
// found is meant once then, not thirty times a second. Its owner hands it KeyDown and KeyUp.
type HeldEnter struct{ down, taken bool }

// KeyDown hears that a key went down.
func (h *HeldEnter) KeyDown(e *fyne.KeyEvent) {
	if isEnter(e) {
		h.down, h.taken = true, false
	}
}

// KeyUp hears that a key came up.
func (h *HeldEnter) KeyUp(e *fyne.KeyEvent) {
	if isEnter(e) {
		h.down = false
	}
}

// Again reports whether a typed key is an Enter that was taken before and is still held.
func (h *HeldEnter) Again(e *fyne.KeyEvent) bool {
	if !isEnter(e) {
		return false
	}
	again := h.down && h.taken
	h.taken = true
	return again
}

func isEnter(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter }
