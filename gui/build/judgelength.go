package build

import (
	"errors"
	"slices"
	"time"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// judgeLength is the card that says how long the routine is: as written, between which lengths, and what becomes of it
// at the one that is chosen.
type judgeLength struct {
	j       *judge
	all     *parts.Card
	natural *parts.Label
	fits    *parts.Label
	bar     *parts.PhaseBar
	slider  *parts.LengthSlider
	says    *parts.Label
}

func newJudgeLength(j *judge) *judgeLength {
	l := &judgeLength{
		j:       j,
		natural: parts.NewLabel("", look.CardTitle, look.Ink, true),
		fits:    parts.NewParagraph("", look.Small, look.Quiet),
		bar:     parts.NewPhaseBar(nil),
		says:    parts.NewParagraph("", look.Small, look.Quiet),
	}
	l.slider = parts.NewLengthSlider(nil, 0, func(d time.Duration) {
		j.in.Length = d
		l.fit(j.in)
		j.relayout()
		j.deps.Length(d)
	})
	l.all = parts.NewCard(parts.NewColumn(look.S2, parts.NewColumn(2, l.natural, l.fits), l.bar, l.slider, l.says)).SetPadding(look.S4)
	l.all.Hide()
	return l
}

func (in judged) plan(length time.Duration) plan.Input {
	return plan.Input{Routine: in.Draft.Routine, Catalogue: in.Catalogue, Length: length, Pace: in.Pace, Floor: in.Floor, Warm: in.Warm}
}

// set takes what is known about another routine, or with other wishes.
func (l *judgeLength) set(v verdict) {
	in := v.in
	parts.Show(l.all, in.Draft.Routine != nil)
	if in.Draft.Routine == nil {
		return
	}
	l.natural.SetText(naturalWords(v.natural))
	if n := len(v.offers); n > 0 {
		l.fits.SetText(fitsWords(v.offers[0], v.offers[n-1]))
	}
	parts.Show(l.fits, len(v.offers) > 0)
	offers := v.offers
	// As written is one of the lengths, whole minute or not.
	if i, found := slices.BinarySearch(offers, v.natural); len(offers) > 1 && !found {
		offers = slices.Insert(slices.Clone(offers), i, v.natural)
	}
	parts.Show(l.slider, len(offers) > 1)
	in.Length = l.j.in.Length // it may have been chosen meanwhile
	at := in.Length
	if at == 0 {
		at = v.natural
	}
	l.slider.SetOffers(offers, at)
	l.slider.SetKind(longestKind(in))
	l.fit(in)
}

// longestKind is the kind that most of the routine is of, which colours the slider.
func longestKind(in judged) exercise.Kind {
	var most exercise.Kind = exercise.Dynamic
	count := map[exercise.Kind]int{}
	for _, ph := range in.Draft.Content.Phases {
		if count[ph.Kind] += len(ph.Steps); ph.Kind != exercise.Activity && count[ph.Kind] > count[most] {
			most = ph.Kind
		}
	}
	return most
}

// fit shows what becomes of the routine at the chosen length.
func (l *judgeLength) fit(in judged) {
	if in.Draft.Routine == nil {
		return
	}
	p, err := plan.Fit(in.plan(in.Length))
	var no *plan.Refusal
	switch {
	case errors.As(err, &no):
		l.says.SetText(look.Say(no.Message))
	case err != nil:
		l.says.SetText(err.Error())
	default:
		shares := parts.Shares(p)
		for i := range shares {
			shares[i].Name = "" // the phases stand beside this with their names; here is room for their times
		}
		l.bar.Set(shares)
		l.says.SetText(changed(p))
	}
	parts.Show(l.bar, err == nil)
	l.all.Refresh()
}
