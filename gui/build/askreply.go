package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// reply is the card with the draft that answers the four questions: what it is called, how long it is, its phases and
// its exercises, and the button that begins with it.
type reply struct {
	widget.BaseWidget
	card    *parts.Card
	name    *parts.Label
	about   *parts.Label
	natural *parts.Label
	bar     *parts.PhaseBar
	notes   *fyne.Container
	shots   *parts.Placed
	use     *parts.Button
	rows    *fyne.Container
}

func newReply(a *ask) *reply {
	r := &reply{
		name:    parts.NewParagraph("", 20, look.Ink).SetBold(true),
		about:   parts.NewParagraph("", look.Body, look.Quiet),
		natural: parts.NewLabel("", look.Body, look.Ink, true),
		bar:     parts.NewPhaseBar(nil),
		notes:   parts.NewColumn(look.S1),
		shots:   parts.NewPlaced(tiles),
		use:     parts.NewButton(look.T("build.question.use", "Use this draft"), look.IconEdit, a.use).SetRank(parts.Primary),
	}
	r.rows = parts.NewColumn(look.S3, parts.NewColumn(2, r.name, r.about), r.natural, r.bar, r.notes, r.use, r.shots)
	r.card = parts.NewCard(r.rows)
	r.ExtendBaseWidget(r)
	return r
}

// set shows a draft, and what could not be had.
func (r *reply) set(c draft.Content, notes []message.Message, in begun) {
	d, err := draft.Read("", nil, in.Library.Catalogue).With(c, in.Library.Catalogue)
	some := err == nil && d.Routine != nil
	for _, o := range []fyne.CanvasObject{r.name, r.about, r.natural, r.bar, r.shots, r.use} {
		parts.Show(o, some)
	}
	r.notes.Objects = nil
	for _, m := range notes {
		r.notes.Add(parts.NewParagraph(look.Say(m), look.Small, look.AccentInk))
	}
	parts.Show(r.notes, len(notes) > 0)
	if some {
		r.name.SetText(c.Name)
		r.about.SetText(c.About)
		r.natural.SetText(naturalOf(d.Routine, in.Pace))
		if p, err := plan.Fit(plan.Input{Routine: d.Routine, Catalogue: in.Library.Catalogue, Pace: in.Pace, Floor: in.Floor, Warm: in.Warm}); err == nil {
			r.bar.Set(parts.Shares(p))
		}
		var shots []fyne.CanvasObject
		for _, ph := range d.Routine.Phases {
			for _, s := range ph.Steps {
				shots = append(shots, tile(s.Exercise, in.Tones))
			}
		}
		r.shots.Set(shots...)
	}
	r.rows.Refresh()
}

// tile is an exercise as a picture with its name below.
func tile(e *exercise.Exercise, tones parts.Tones) fyne.CanvasObject {
	return parts.NewColumn(2, parts.NewThumb(e, parts.FaceSide(e), tones, fyne.NewSize(80, look.Size(60))),
		parts.NewParagraph(e.Name, look.Small, look.Quiet).SetAlign(fyne.TextAlignCenter))
}

// tiles sets tiles side by side, as many as fit, the lines as high as their highest.
func tiles(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S2
	n := max(int((width+gap)/(look.Size(92)+gap)), 1)
	w := (width - gap*float32(n-1)) / float32(n)
	y := float32(0)
	for i := 0; i < len(o); i += n {
		row := o[i:min(i+n, len(o))]
		high := float32(0)
		for _, c := range row {
			high = max(high, parts.HeightFor(c, w))
		}
		if at != nil {
			for k, c := range row {
				at(c, fyne.NewPos(float32(k)*(w+gap), y), fyne.NewSize(w, parts.HeightFor(c, w)))
			}
		}
		y += high + gap
	}
	return max(y-gap, 0)
}

// HeightFor is the height the card needs at a width.
func (r *reply) HeightFor(width float32) float32 { return r.card.HeightFor(width) }

// Contents lists what the card holds.
func (r *reply) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{r.card} }

// CreateRenderer draws the card.
func (r *reply) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.card) }
