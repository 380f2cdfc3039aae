package build

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/advice"
	"catcow/routines/draft"
)

// mostOpen is how many pieces of advice, or mistakes, are shown before the rest is folded.
const mostOpen = 2

// advices is what is worth changing: one or two open, the rest folded.
type advices struct {
	j       *judge
	all     *fyne.Container
	list    []advice.Advice
	waved   map[string]bool // dismissed in this session, by wave
	why     map[string]bool // unfolded
	open    bool            // all are shown
	routine string
	mended  bool // a mend was taken here, so the keyboard goes on here
}

func newAdvices(j *judge) *advices {
	return &advices{j: j, all: parts.NewColumn(look.S2), waved: map[string]bool{}, why: map[string]bool{}}
}

// wave tells a piece of advice from all others of this session: the rule, and what it is about.
func (a *advices) wave(v advice.Advice) string { return fmt.Sprint(a.routine, v.Rule, v.Keys, v.Field) }

// set takes the advice on a routine.
func (a *advices) set(d draft.Draft, list []advice.Advice) {
	a.routine, a.list = d.ID, list
	a.fill()
}

func (a *advices) fill() {
	a.all.Objects = nil
	left := slices.DeleteFunc(slices.Clone(a.list), func(v advice.Advice) bool { return a.waved[a.wave(v)] })
	parts.Show(a.all, len(left) > 0)
	if len(left) == 0 {
		return
	}
	a.all.Add(parts.NewLabel(look.T("build.judge.to-know", "{{.Count}} things to know", map[string]any{"Count": len(left)}), look.Body, look.Ink, true))
	var first fyne.Focusable
	for i, v := range left {
		if i >= mostOpen && !a.open {
			break
		}
		card, button := a.card(v)
		a.all.Add(card)
		if first == nil {
			first = button
		}
	}
	if more := len(left) - mostOpen; more > 0 {
		label, icon := look.T("build.judge.more", "{{.Count}} more", map[string]any{"Count": more}), look.IconChevronDown
		if a.open {
			label, icon = look.T("build.judge.fold", "Show fewer"), look.IconChevronUp
		}
		a.all.Add(parts.NewFlow(0, parts.NewButton(label, icon, func() {
			a.open = !a.open
			a.again()
		}).SetCompact(true).SetTight(true).SetRank(parts.Bare)))
	}
	if a.mended && first != nil {
		a.j.focus(first)
	}
	a.mended = false
}

// again fills anew and makes room.
func (a *advices) again() {
	a.fill()
	a.j.relayout()
}

// card is one piece of advice, and the button that comes first on it.
func (a *advices) card(v advice.Advice) (card fyne.CanvasObject, first fyne.Focusable) {
	key := a.wave(v)
	rows := []fyne.CanvasObject{parts.NewParagraph(look.Say(v.Message), look.Body, look.Ink)}
	if a.why[key] {
		why := parts.NewColumn(2, parts.NewParagraph(look.Say(v.Reason), look.Small, look.Quiet))
		if v.Source != "" {
			why.Add(parts.NewParagraph(look.T("build.judge.source", "Source: {{.Source}}", map[string]any{"Source": v.Source}), look.Small, look.Quiet))
		}
		rows = append(rows, why)
	}
	if v.Mend != nil {
		mend := parts.NewButton(look.Say(v.Mend.Label), "", func() {
			a.mended = true
			a.j.deps.Mend(*v.Mend)
		}).SetCompact(true).SetTight(true).SetWrap(true).SetRank(parts.Warm)
		rows, first = append(rows, parts.NewPlaced(asWide, mend)), mend
	}
	var more []fyne.CanvasObject
	add := func(label string, do func()) {
		b := parts.NewButton(label, "", do).SetCompact(true).SetTight(true).SetRank(parts.Bare)
		if more = append(more, b); first == nil {
			first = b
		}
	}
	if len(v.Keys) > 0 {
		add(look.T("build.judge.show", "Show"), func() { a.j.deps.Go(v.Keys[0]) })
	}
	if a.why[key] {
		add(look.T("build.judge.why-not", "Less"), func() { a.unfold(key, false) })
	} else {
		add(look.T("build.judge.why", "Why?"), func() { a.unfold(key, true) })
	}
	add(look.T("build.judge.leave", "Leave it"), func() {
		a.waved[key], a.mended = true, true
		a.again()
	})
	rows = append(rows, parts.NewFlow(look.S1, more...))
	return parts.NewCard(parts.NewColumn(look.S2, rows...)).SetRole(look.AccentWash).SetPadding(look.S4), first
}

// asWide gives the one object its own width, or all there is where that is less.
func asWide(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	w := min(o[0].MinSize().Width, width)
	h := parts.HeightFor(o[0], w)
	if at != nil {
		at(o[0], fyne.Position{}, fyne.NewSize(w, h))
	}
	return h
}

func (a *advices) unfold(key string, on bool) {
	a.why[key], a.mended = on, true
	a.again()
}

// mistakes is what keeps the draft from being a routine; they come before everything else.
type mistakes struct {
	j    *judge
	all  *fyne.Container
	open bool
}

func newMistakes(j *judge) *mistakes { return &mistakes{j: j, all: parts.NewColumn(look.S2)} }

// set takes what is wrong with a draft. A blank one is not scolded.
func (m *mistakes) set(d draft.Draft, blank bool) {
	m.all.Objects = nil
	defer func() { parts.Show(m.all, len(m.all.Objects) > 0) }()
	if blank {
		m.all.Add(parts.NewCard(parts.NewColumn(look.S1,
			parts.NewLabel(look.T("build.judge.blank", "Nothing in it yet"), look.CardTitle, look.Ink, true),
			parts.NewParagraph(look.T("build.judge.blank-how", "Take an exercise with a double click, with Enter, or drag it over."), look.Small, look.Quiet),
		)).SetPadding(look.S4))
		return
	}
	if len(d.Problems) == 0 {
		return
	}
	icon := canvas.NewImageFromResource(look.IconIn(look.IconWarning, look.DangerInk))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(look.Size(18)))
	title := look.T("build.judge.mistakes", "{{.Count}} mistakes to mend before it can be played", map[string]any{"Count": len(d.Problems)})
	rows := []fyne.CanvasObject{parts.NewRow(look.S2, 1, icon, parts.NewParagraph(title, look.Body, look.Ink).SetBold(true))}
	for i, p := range d.Problems {
		if i >= mostOpen && !m.open {
			label := look.T("build.judge.more", "{{.Count}} more", map[string]any{"Count": len(d.Problems) - mostOpen})
			rows = append(rows, parts.NewFlow(0, parts.NewButton(label, look.IconChevronDown, func() {
				m.open = true
				m.set(d, blank)
				m.j.relayout()
			}).SetCompact(true).SetTight(true).SetRank(parts.Bare)))
			break
		}
		text := capital(look.Say(p.Message))
		key, found := d.About(p)
		if !found && p.Line > 0 {
			text = look.T("build.judge.line", "Line {{.Line}}: {{.Text}}", map[string]any{"Line": p.Line, "Text": text})
		}
		row := parts.NewColumn(look.S1, parts.NewParagraph(text, look.Body, look.DangerInk))
		if found {
			row.Add(parts.NewFlow(0, parts.NewButton(look.T("build.judge.show", "Show"), "", func() { m.j.deps.Go(key) }).SetCompact(true).SetTight(true)))
		}
		rows = append(rows, row)
	}
	m.all.Add(parts.NewCard(parts.NewColumn(look.S3, rows...)).SetPadding(look.S4))
}
