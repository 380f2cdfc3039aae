package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
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

// onTop puts notices at the top, where a session has nothing to press, or back at the bottom.
func (n *notice) onTop(top bool) {
	n.at.top = top
	n.Container.Refresh()
}

// edge puts a card at the bottom or the top, in the middle, no larger than its text needs.
type edge struct {
	text *parts.Label
	top  bool
}

func (*edge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (e *edge) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	card := objects[0]
	w := min(s.Width-2*look.S6, look.Size(560), e.text.OneLine()+2*look.S4+1)
	h := parts.HeightFor(card, w)
	y := s.Height - h - look.S6
	if e.top {
		y = look.S4
	}
	card.Resize(fyne.NewSize(w, h))
	card.Move(fyne.NewPos((s.Width-w)/2, y))
}
