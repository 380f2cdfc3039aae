package play

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/session"
)

// endView says plainly what was done, and one good next step.
type endView struct {
	screen *Screen
	scroll *parts.Scroll
	column *fyne.Container
	close  *parts.Button
	filled bool
}

func newEndView(s *Screen) *endView {
	e := &endView{screen: s, column: parts.NewColumn(look.S4)}
	e.close = parts.NewButton(look.T("play.end.close", "Close"), look.IconCheck, s.leave).
		SetRank(parts.Primary).SetHint(look.T("play.key.enter", "Enter"))
	e.close.OnKey = s.Key
	e.scroll = parts.NewScroll(newMiddle(740, parts.NewCard(e.column).SetPadding(look.S6+look.S2)))
	return e
}

// set fills the view once: a session that is over changes no more.
func (e *endView) set(sum session.Summary, step message.Message, tones parts.Tones) {
	if e.filled {
		return
	}
	e.filled = true
	kind := exercise.Static
	if n := len(sum.Exercises); n > 0 {
		kind = sum.Exercises[n-1].Kind
	}
	e.close.SetKind(kind)
	head := look.T("play.end.stopped", "Enough for now")
	switch {
	case sum.Moved < time.Second:
		head = look.T("play.end.later", "Another time, then")
	case sum.Complete:
		head = look.T("play.end.complete", "All of it done")
	case e.screen.view.State == session.Done:
		head = look.T("play.end.done", "Done")
	}
	e.column.Objects = []fyne.CanvasObject{
		parts.NewColumn(look.S1,
			parts.NewLabel(sum.Name, look.Body, look.Quiet, false),
			parts.NewParagraph(head, look.ScreenTitle, look.Ink).SetBold(true)),
		parts.NewParagraph(whatWasDone(sum), look.CardTitle, look.Ink),
	}
	if len(sum.Exercises) > 0 {
		e.column.Add(newPictures(sum.Exercises, tones))
	}
	for _, l := range []struct {
		id, text string
		of       []*exercise.Exercise
	}{
		{"play.end.eased", look.T("play.end.eased", "Made easier: {{.Names}}.", names(sum.Eased)), sum.Eased},
		{"play.end.skipped", look.T("play.end.skipped", "Left for another day: {{.Names}}.", names(sum.Skipped)), sum.Skipped},
	} {
		if len(l.of) > 0 {
			e.column.Add(parts.NewParagraph(l.text, look.Body, look.Quiet))
		}
	}
	next := parts.NewColumn(look.S1,
		parts.NewLabel(look.T("play.end.next", "A good next step"), look.Small, look.Quiet, false),
		parts.NewParagraph(look.Say(step), look.CardTitle, look.Ink))
	e.column.Add(parts.NewCard(next).SetRole(look.Well))
	e.column.Add(parts.NewRow(0, -1, e.close))
	e.column.Refresh()
	e.scroll.Relayout()
}

// pictures are the exercises that were done, in rows of like length.
type pictures struct {
	widget.BaseWidget
	thumbs []fyne.CanvasObject
}

func newPictures(list []*exercise.Exercise, tones parts.Tones) *pictures {
	p := &pictures{}
	for _, x := range list {
		p.thumbs = append(p.thumbs, parts.NewThumb(x, parts.FaceSide(x), tones, fyne.NewSize(60, 45)))
	}
	p.ExtendBaseWidget(p)
	return p
}

const (
	mostInRow    = 6
	leastPicture = 92
	mostPicture  = 150
)

func (p *pictures) grid(width float32) (columns int, w, h float32) {
	most := min(mostInRow, max(int((width+look.S2)/(leastPicture+look.S2)), 1))
	rows := (len(p.thumbs) + most - 1) / most
	columns = (len(p.thumbs) + rows - 1) / rows
	w = min((width-look.S2*float32(columns-1))/float32(columns), mostPicture)
	return columns, w, w * 0.75
}

// HeightFor is the height the pictures need at a width.
func (p *pictures) HeightFor(width float32) float32 {
	columns, _, h := p.grid(width)
	rows := (len(p.thumbs) + columns - 1) / columns
	return float32(rows)*(h+look.S2) - look.S2
}

// CreateRenderer lays the pictures out.
func (p *pictures) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: p.thumbs, Renew: func() {}}
	r.Place = func(size fyne.Size) {
		columns, w, h := p.grid(size.Width)
		for i, t := range p.thumbs {
			parts.Put(t, float32(i%columns)*(w+look.S2), float32(i/columns)*(h+look.S2), w, h)
		}
	}
	return r
}

// whatWasDone is the plain sum: "7 exercises in 9:40, of it 8:55 moving and holding."
func whatWasDone(sum session.Summary) string {
	if sum.Moved < time.Second {
		return look.T("play.end.nothing", "Nothing was played this time.")
	}
	data := map[string]any{"Count": len(sum.Exercises), "Total": look.Clock(sum.Total), "Moved": look.Clock(sum.Moved)}
	if len(sum.Exercises) == 0 {
		return look.T("play.end.moved", "{{.Moved}} of movement.", data)
	}
	return look.T("play.end.sum", "{{.Count}} exercises in {{.Total}}, {{.Moved}} of it moving and holding.", data)
}

func names(list []*exercise.Exercise) map[string]any {
	var out []string
	for _, x := range list {
		out = append(out, x.Name)
	}
	return map[string]any{"Names": strings.Join(out, ", ")}
}
