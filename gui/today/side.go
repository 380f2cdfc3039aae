package today

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// mostCards is how many routines the side column names; the rest are a button away.
const mostCards = 5

// side is the column beside the big card: the session that waits, and routines as small cards.
type side struct {
	widget.BaseWidget
	waiting *fyne.Container // holds one card or none
	cards   *fyne.Container
	all     *parts.Button
	column  *fyne.Container
	deps    Deps

	shown []*routines.Routine
	taps  []*parts.TapCard
	tones parts.Tones
	pace  plan.Pace
	text  float32 // text size the cards were made for
}

func newSide(d Deps) *side {
	s := &side{deps: d}
	s.waiting = parts.NewColumn(0)
	s.waiting.Hide()
	s.cards = parts.NewColumn(look.S2 + 2)
	s.all = parts.NewButton(look.T("today.all", "All routines"), look.IconRoutines, d.SeeAll).SetRank(parts.Bare).SetCompact(true)
	s.column = parts.NewColumn(look.S4, s.waiting, s.cards, container.NewHBox(s.all))
	s.ExtendBaseWidget(s)
	return s
}

// setWaiting shows or takes away the card of the session that waits.
func (s *side) setWaiting(w *Waiting) {
	if w == nil {
		s.waiting.Objects = nil
		s.waiting.Hide()
		s.column.Refresh()
		return
	}
	card := parts.NewCard(parts.NewColumn(look.S2,
		parts.NewLabel(w.Title, look.CardTitle, look.Ink, true),
		parts.NewParagraph(w.Text, look.Body, look.Quiet),
		parts.NewFlow(look.S2,
			parts.NewButton(w.Go, look.IconPlay, s.deps.Resume).SetRank(parts.Warm).SetCompact(true),
			parts.NewButton(look.T("today.forget", "Let it be"), "", s.deps.Forget).SetRank(parts.Bare).SetCompact(true),
		))).SetRole(look.AccentWash)
	s.waiting.Objects = []fyne.CanvasObject{card}
	s.waiting.Show()
	s.column.Refresh()
}

// setRoutines shows the first of a list as cards, the chosen one marked.
func (s *side) setRoutines(list []*routines.Routine, chosen string, w Wishes, tones parts.Tones, show func(string)) {
	faces := parts.Faces(list)
	list = list[:min(len(list), mostCards)]
	if !sameRoutines(list, s.shown) || tones != s.tones || w.Pace != s.pace || look.Size(1) != s.text {
		s.shown, s.tones, s.pace, s.text, s.taps = list, tones, w.Pace, look.Size(1), nil
		s.cards.Objects = nil
		for _, r := range list {
			id := r.ID
			card := parts.NewTapCard(summary(r, faces[r], w.Pace, tones), func() { show(id) })
			card.SetPadding(look.S2)
			s.taps = append(s.taps, card)
			s.cards.Add(card)
		}
	}
	for i, r := range s.shown {
		s.taps[i].SetChosen(r.ID == chosen)
	}
	s.cards.Refresh()
}

// summary is a routine on a small card: its figure, its name, its natural length and who it is for.
func summary(r *routines.Routine, e *exercise.Exercise, pace plan.Pace, tones parts.Tones) fyne.CanvasObject {
	natural := plan.Natural(r, pace)
	fact := length(natural.Round(time.Minute))
	if r.For != "" {
		fact += between + r.For
	}
	return parts.NewRow(look.S3, 1,
		parts.NewThumb(e, parts.FaceSide(e), tones, fyne.NewSize(look.Size(70), look.Size(52))),
		parts.NewColumn(2,
			parts.NewParagraph(r.Name, look.Body, look.Ink).SetBold(true),
			parts.NewParagraph(fact, look.Small, look.Quiet)))
}

func sameRoutines(a, b []*routines.Routine) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Contents lists what the column holds.
func (s *side) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{s.column} }

// HeightFor is the height the column needs at a width.
func (s *side) HeightFor(width float32) float32 { return parts.HeightFor(s.column, width) }

func (s *side) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.column) }
