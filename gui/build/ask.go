package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/message"
	"catcow/routines/suggest"
)

// ask is the page of four questions, with what comes of the answers beside them at once.
type ask struct {
	widget.BaseWidget
	b       *begin
	answers suggest.Answers
	stale   bool // what is shown was worked out for other exercises

	content draft.Content
	reply   *reply

	back    *parts.Button
	title   *parts.Label
	purpose map[suggest.Purpose]*parts.Chip
	places  map[suggest.Place]*parts.Chip
	hurts   map[suggest.Hurt]*parts.Chip
	slider  *parts.LengthSlider
	first   *parts.Chip
	body    *parts.Placed
	scroll  *parts.Scroll
}

func newAsk(b *begin) *ask {
	a := &ask{b: b, stale: true, purpose: map[suggest.Purpose]*parts.Chip{}, places: map[suggest.Place]*parts.Chip{}, hurts: map[suggest.Hurt]*parts.Chip{}}
	a.answers = suggest.Answers{For: suggest.JustMove, Length: 10 * time.Minute, Place: suggest.Floor}
	a.back = backButton(b)
	a.title = parts.NewLabel(look.T("build.question.title", "What do you need?"), look.ScreenTitle, look.Ink, true)
	a.reply = newReply(a)
	var what, where, hurts []fyne.CanvasObject
	for _, p := range suggest.Purposes {
		c := chipOf(p.Label(), func(bool) { a.change(func(w *suggest.Answers) { w.For = p }) })
		a.purpose[p], what = c, append(what, c)
	}
	a.first = a.purpose[suggest.Purposes[0]]
	for _, p := range suggest.Places {
		c := chipOf(p.Label(), func(bool) { a.change(func(w *suggest.Answers) { w.Place = p }) })
		a.places[p], where = c, append(where, c)
	}
	for _, h := range suggest.Hurts {
		c := chipOf(h.Label(), nil)
		c.OnChanged = func(on bool) { a.change(func(w *suggest.Answers) { w.Hurts = a.hurting() }) }
		a.hurts[h], hurts = c, append(hurts, c)
	}
	var offers []time.Duration
	for d := suggest.LeastLength; d <= suggest.MostLength; d += time.Minute {
		offers = append(offers, d)
	}
	a.slider = parts.NewLengthSlider(offers, a.answers.Length, func(d time.Duration) {
		a.change(func(w *suggest.Answers) { w.Length = d })
	})
	questions := parts.NewColumn(look.S6,
		question(look.T("build.question.what", "What is it for?"), "", parts.NewFlow(look.S2, what...)),
		question(look.T("build.question.long", "How long?"), "", a.slider),
		question(look.T("build.question.where", "Where?"), "", parts.NewFlow(look.S2, where...)),
		question(look.T("build.question.hurts", "Does anything hurt, or need care?"), look.T("build.question.hurts-about", "What could do harm is left out. This is no medical advice."), parts.NewFlow(look.S2, hurts...)))
	a.body = parts.NewPlaced(askAndReply, questions, a.reply)
	a.scroll = parts.NewScroll(parts.NewPlaced(b.home.inset, a.body))
	a.ExtendBaseWidget(a)
	return a
}

func chipOf(m message.Message, changed func(bool)) *parts.Chip {
	return parts.NewChip(look.Say(m), false, changed)
}

// question is what is asked, a line about it, and what answers it.
func question(text, about string, answer fyne.CanvasObject) fyne.CanvasObject {
	words := parts.NewColumn(2, parts.NewParagraph(text, look.CardTitle, look.Ink).SetBold(true))
	if about != "" {
		words.Add(parts.NewParagraph(about, look.Small, look.Quiet))
	}
	return parts.NewColumn(look.S2, words, answer)
}

// askAndReply sets the questions at the left and what comes of them at the right, or below where that is too narrow.
func askAndReply(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S6
	put := func(o fyne.CanvasObject, x, y, w float32) float32 {
		h := parts.HeightFor(o, w)
		if at != nil {
			at(o, fyne.NewPos(x, y), fyne.NewSize(w, h))
		}
		return h
	}
	right := min(look.Size(360), (width-gap)/2)
	if left := width - right - gap; right >= look.Size(280) {
		return max(put(o[0], 0, 0, left), put(o[1], left+gap, 0, right))
	}
	h := put(o[0], 0, 0, width)
	return h + gap + put(o[1], 0, h+gap, width)
}

// hurting lists what was said to hurt.
func (a *ask) hurting() []suggest.Hurt {
	var out []suggest.Hurt
	for _, h := range suggest.Hurts {
		if a.hurts[h].On() {
			out = append(out, h)
		}
	}
	return out
}

// change takes an answer.
func (a *ask) change(do func(*suggest.Answers)) {
	do(&a.answers)
	a.show()
}

// set brings the page up to date with what there is.
func (a *ask) set() {
	if a.stale && a.b.in.Library != nil {
		a.show()
	}
}

// start gives the first question the keyboard, and begins with the person's usual length.
func (a *ask) start() {
	if d := a.b.in.Length; d >= suggest.LeastLength && d <= suggest.MostLength {
		a.answers.Length = d.Truncate(time.Minute)
		a.show()
	}
	a.b.focus(a.first)
}

// show shows the answers and what comes of them.
func (a *ask) show() {
	a.stale = false
	for p, c := range a.purpose {
		c.SetOn(p == a.answers.For)
	}
	for p, c := range a.places {
		c.SetOn(p == a.answers.Place)
	}
	a.slider.SetValue(a.answers.Length)
	content, notes := suggest.Draft(a.answers, a.b.in.Library.Catalogue)
	a.content = said(content, a.answers)
	a.reply.set(a.content, notes, a.b.in)
	a.body.Refresh()
	a.scroll.Relayout()
}

// said is a draft with its names in the person's language.
func said(c draft.Content, a suggest.Answers) draft.Content {
	c = c.Clone()
	if c.Name == a.Name().String() {
		c.Name = look.Say(a.Name())
	}
	if c.About == a.About().String() {
		c.About = look.Say(a.About())
	}
	for i := range c.Phases {
		c.Phases[i].Name = look.Say(suggest.PhaseName(c.Phases[i].Name))
	}
	return c
}

// use begins with the draft.
func (a *ask) use() {
	if len(a.content.Phases) > 0 {
		a.b.deps.Suggested(a.content, a.content.Name)
	}
}

// Contents lists what the page holds.
func (a *ask) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{a.back, a.scroll} }

// CreateRenderer lays the page out.
func (a *ask) CreateRenderer() fyne.WidgetRenderer {
	return newTitled(a, a.back, a.title, a.scroll, func() {})
}
