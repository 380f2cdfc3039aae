package play

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/session"
)

// question asks, over everything else, what to do with a session that has begun: go on, end it here, or pick it up
// later. It is asked only then, because only then something would be lost.
type question struct {
	widget.BaseWidget
	screen           *Screen
	text             *parts.Label
	body             *middle
	keep, end, later *parts.Button
	wasPaused        bool
}

func newQuestion(s *Screen) *question {
	q := &question{screen: s, text: parts.NewParagraph("", look.Body, look.Quiet)}
	q.keep = parts.NewButton(look.T("play.ask.keep", "Keep going"), look.IconPlay, s.goOnPlaying).
		SetRank(parts.Primary).SetHint(look.T("play.key.space", "space"))
	q.later = parts.NewButton(look.T("play.ask.later", "Pick it up later"), "", s.leave).SetHint("L")
	q.end = parts.NewButton(look.T("play.ask.end", "End it here"), "", s.stop).SetHint("X")
	for _, b := range []*parts.Button{q.keep, q.later, q.end} {
		b.OnKey = s.Key
	}
	q.body = newMiddle(560, parts.NewCard(parts.NewColumn(look.S3,
		parts.NewParagraph(look.T("play.ask.title", "Leave this session?"), look.ScreenTitle, look.Ink).SetBold(true),
		q.text,
		parts.NewInset(look.S2, 0, 0, parts.NewFlow(look.S2, q.keep, q.later, q.end)),
	)).SetPadding(look.S6))
	q.ExtendBaseWidget(q)
	q.Hide()
	return q
}

func (q *question) open(sum session.Summary, left time.Duration) {
	q.text.SetText(look.T("play.ask.text", "{{.Done}} done, {{.Left}} left. What you did counts either way.",
		map[string]any{"Done": look.Clock(sum.Total), "Left": look.Clock(left)}))
	q.keep.SetKind(q.screen.kind())
	q.Show()
	q.Refresh()
}

func (q *question) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape:
		q.screen.takeBack()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		q.screen.goOnPlaying()
	case fyne.KeyL:
		q.screen.leave()
	case fyne.KeyX:
		q.screen.stop()
	}
	return true // what lies below hears nothing
}

// Tapped takes a press beside the card, so that nothing below is pressed by mistake.
func (q *question) Tapped(*fyne.PointEvent) {}

// CreateRenderer lays a veil over the screen and the card in the middle.
func (q *question) CreateRenderer() fyne.WidgetRenderer {
	veil := canvas.NewRectangle(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{veil, q.body}}
	r.Place = func(size fyne.Size) {
		veil.Resize(size)
		parts.Put(q.body, 0, 0, size.Width, size.Height)
	}
	r.Renew = func() {
		veil.FillColor = parts.Veil(parts.OverVeil)
		veil.Refresh()
		q.body.Refresh()
	}
	r.Renew()
	return r
}
