package receive

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/share"
)

// mostSteps is how many steps are shown; nobody reads the rest before trying it.
const mostSteps = 40

// stepsOf is what is done, phase by phase; of a parcel without a routine, its exercises.
func (s *Screen) stepsOf(main *share.Item) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	n, left := 0, 0
	row := func(e *exercise.Exercise, dose, note string) {
		if n++; n > mostSteps {
			left++
			return
		}
		rows = append(rows, s.step(e, dose, note))
	}
	if main == nil {
		for _, it := range s.parcel.Of(share.Exercise) {
			row(it.Exercise, look.Dose(it.Exercise, it.Exercise.Dose), "")
		}
	} else {
		for _, ph := range main.Routine.Phases {
			if n < mostSteps {
				k := look.Kind(ph.Kind)
				rows = append(rows, parts.NewLabel(ph.Name+" · "+k.Name, look.Small, look.Quiet, true))
			}
			for _, st := range ph.Steps {
				row(st.Exercise, look.Dose(st.Exercise, st.Dose()), st.Note)
			}
		}
	}
	if left > 0 {
		rows = append(rows, parts.NewParagraph(look.T("receive.steps-more", "And {{.Count}} more steps", map[string]any{"Count": left}), look.Small, look.Quiet))
	}
	return []fyne.CanvasObject{parts.NewCard(parts.NewColumn(look.S2, rows...)).SetPadding(look.S4)}
}

// step is one exercise with its picture and its dose.
func (s *Screen) step(e *exercise.Exercise, dose, note string) fyne.CanvasObject {
	name := e.Name
	if s.parcel.Main() != nil && s.brought(e) {
		name += " · " + look.T("receive.its-own", "comes with it")
	}
	words := []fyne.CanvasObject{parts.NewParagraph(name, look.Body, look.Ink), parts.NewParagraph(dose, look.Small, look.Quiet)}
	if note != "" {
		words = append(words, parts.NewParagraph(note, look.Small, look.Quiet))
	}
	thumb := parts.NewThumb(e, parts.FaceSide(e), s.in.Tones, fyne.NewSize(look.Size(64), look.Size(46)))
	return parts.NewRow(look.S3, 1, thumb, parts.NewColumn(0, words...))
}

// brought reports whether an exercise comes with the parcel and is new here.
func (s *Screen) brought(e *exercise.Exercise) bool {
	for _, it := range s.parcel.Of(share.Exercise) {
		if it.ID == e.ID {
			return it.State != share.Same
		}
	}
	return false
}

// short is a file's name without the folders it lies in; within a packed file it has one of those too.
func short(file string) string {
	if outer, inner, packed := strings.Cut(file, ", "); packed {
		return filepath.Base(outer) + ", " + inner
	}
	return filepath.Base(file)
}
