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
	first   []*parts.Button          // what can be pressed, in order
	folds   map[string]*parts.Button // what unfolds a reason
	mended  bool                     // the keyboard was here when something was done, so it goes on here
	fold    string                   // and it was what unfolds this one
}

func newAdvices(j *judge) *advices {
	return &advices{j: j, all: parts.NewColumn(look.S2), waved: map[string]bool{}, why: map[string]bool{}, folds: map[string]*parts.Button{}}
}

// wave tells a piece of advice from all others of this session: the rule, and what it is about.
func (a *advices) wave(v advice.Advice) string { return fmt.Sprint(a.routine, v.Rule, v.Keys, v.Field) }

// set takes the advice on a routine.
func (a *advices) set(d draft.Draft, list []advice.Advice) {
	a.routine, a.list = d.ID, list
	a.fill()
}

func (a *advices) fill() {
	a.all.Objects, a.first = nil, nil
	clear(a.folds)
	left := slices.DeleteFunc(slices.Clone(a.list), func(v advice.Advice) bool { return a.waved[a.wave(v)] })
	parts.Show(a.all, len(left) > 0)
	if len(left) == 0 {
		return
	}
	a.all.Add(parts.NewLabel(look.T("build.judge.to-know", "{{.Count}} things to know", map[string]any{"Count": len(left)}), look.Body, look.Ink, true))
	for i, v := range left {
		if i >= mostOpen && !a.open {
			break
		}
		a.all.Add(a.card(v))
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
	if to := a.folds[a.fold]; a.mended && to != nil {
		a.j.focus(to)
	} else if a.mended && len(a.first) > 0 {
		a.j.focus(a.first[0])
	}
	a.mended, a.fold = false, ""
}

// done says that something here is about to change what is shown here; where the keyboard was here, it stays.
func (a *advices) done() {
	c := fyne.CurrentApp().Driver().CanvasForObject(a.j)
	if c == nil {
		return
	}
	b, ok := c.Focused().(*parts.Button)
	a.mended = ok && slices.Contains(a.first, b)
}

// again fills anew and makes room.
func (a *advices) again() {
	a.fill()
	a.j.relayout()
}

// card is one piece of advice.
func (a *advices) card(v advice.Advice) fyne.CanvasObject {
	key := a.wave(v)
	rows := []fyne.CanvasObject{parts.NewParagraph(adviceText(v.Message), look.Body, look.Ink)}
	if a.why[key] {
		why := parts.NewColumn(2, parts.NewParagraph(look.Say(v.Reason), look.Small, look.Quiet))
		if v.Source != "" {
			why.Add(parts.NewParagraph(look.T("build.judge.source", "Source: {{.Source}}", map[string]any{"Source": v.Source}), look.Small, look.Quiet))
		}
		rows = append(rows, why)
	}
	if v.Mend != nil {
		mend := parts.NewButton(adviceText(v.Mend.Label), "", func() {
			a.done()
			a.j.deps.Mend(*v.Mend)
		}).SetCompact(true).SetTight(true).SetWrap(true).SetRank(parts.Warm)
		rows, a.first = append(rows, parts.NewPlaced(asWide, mend)), append(a.first, mend)
	}
	var more []fyne.CanvasObject
	add := func(label string, do func()) *parts.Button {
		b := parts.NewButton(label, "", do).SetCompact(true).SetTight(true).SetRank(parts.Bare)
		more, a.first = append(more, b), append(a.first, b)
		return b
	}
	if len(v.Keys) > 0 {
		add(look.T("build.judge.show", "Show"), func() { a.j.deps.Go(v.Keys[0]) })
	}
	label := look.T("build.judge.why", "Why?")
	if a.why[key] {
		label = look.T("build.judge.why-not", "Less")
	}
	a.folds[key] = add(label, func() {
		a.done()
		a.why[key], a.fold = !a.why[key], key
		a.again()
	})
	add(look.T("build.judge.leave", "Leave it"), func() {
		a.done()
		a.waved[key] = true
		a.again()
	})
	rows = append(rows, parts.NewFlow(look.S1, more...))
	return parts.NewCard(parts.NewColumn(look.S2, rows...)).SetRole(look.AccentWash).SetPadding(look.S4)
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
		text := problemText(p)
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
