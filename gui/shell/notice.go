package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/play"
)

// noticeFor is how long a notice stays: long enough to read three lines twice.
const noticeFor = 12 * time.Second

// notice is a quiet card at the edge of the window for what has to be said once: no sound device, a file that could not
// be written. It takes no key and goes by itself.
type notice struct {
	*fyne.Container
	text *parts.Label
	card *parts.Card
	at   *edge
	post func(func())
	gone *time.Timer
}

func newNotice(post func(func())) *notice {
	n := &notice{post: post, text: parts.NewParagraph("", look.Body, look.Ink)}
	n.at = &edge{text: n.text}
	n.card = parts.NewCard(n.text).SetRole(look.AccentWash).SetPadding(look.S4)
	n.Container = container.New(n.at, n.card)
	n.Hide()
	return n
}

// say shows a text, in the place of the one before.
func (n *notice) say(text string) {
	n.text.SetText(text)
	n.Show()
	n.Container.Refresh()
	n.close()
	n.gone = time.AfterFunc(noticeFor, func() { n.post(n.Hide) })
}

func (n *notice) close() {
	if n.gone != nil {
		n.gone.Stop()
	}
}

// over lays notices over a session, where there is nothing to press or to read, or with nil back at the bottom.
func (n *notice) over(session *play.Screen) {
	n.at.session = session
	n.Container.Refresh()
}

// edge puts a card at the bottom of the window, or where a session leaves room, no larger than its text needs.
type edge struct {
	text    *parts.Label
	session *play.Screen
}

func (*edge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (e *edge) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	card := objects[0]
	w := min(s.Width-2*look.S6, look.Size(560), e.text.OneLine()+2*look.S4+1)
	if e.session != nil {
		at, most := e.session.Aside(w)
		w = min(w, most)
		card.Resize(fyne.NewSize(w, parts.HeightFor(card, w)))
		card.Move(at.AddXY((most-w)/2, 0))
		return
	}
	h := parts.HeightFor(card, w)
	card.Resize(fyne.NewSize(w, h))
	card.Move(fyne.NewPos((s.Width-w)/2, s.Height-h-look.S6))
}
