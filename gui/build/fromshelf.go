package build

import (
	"fyne.io/fyne/v2"

	"catcow/routines/exercise"
)

// addFromShelf puts an exercise behind what is chosen; the keyboard stays where it is, for the next one.
func (s *Screen) addFromShelf(e *exercise.Exercise) {
	if s.work != nil {
		s.add(s.spotAfter(), e)
	}
}

// chooseFromShelf shows an exercise of the shelf at the right; nil shows the chosen step again.
func (s *Screen) chooseFromShelf(e *exercise.Exercise) {
	if s.work != nil {
		s.work.looked = e
		s.judge()
	}
}

// dragFromShelf follows an exercise on its way from the shelf; without one it was given up there.
func (s *Screen) dragFromShelf(e *exercise.Exercise, at fyne.Position) {
	col := s.frame.column
	if s.work == nil {
		return
	}
	if e == nil {
		if d := col.drag; d != nil && d.from == nil {
			col.endDrag()
		}
		return
	}
	if col.drag == nil {
		if s.frame.drawer.holds(s.frame.shelf) {
			s.frame.closeDrawer() // the routine lies below it
		}
		col.rest()
		s.focus(col) // Esc gives up
		col.keyed = false
		col.begin(&drag{what: e})
	}
	col.dragTo(at)
}

// dropFromShelf lets it go.
func (s *Screen) dropFromShelf(e *exercise.Exercise, at fyne.Position) {
	col := s.frame.column
	d := col.drag
	if d == nil {
		return
	}
	col.dragTo(at)
	col.endDrag()
	switch {
	case d.off || !d.to.over:
	case d.to.why != "":
		s.deps.Say(d.to.why)
	case d.to.grow:
		s.addApart(e)
	default:
		s.add(d.to.spot, e)
	}
}
