package play

import (
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/session"
)

// cueFor is how long one cue stands in the mat view before the next takes its place.
const cueFor = 12 * time.Second

// matView is read from the mat, three metres away: the seconds, the side and one cue. Its type grows with the window,
// because what counts there is how large it is on the screen. At three metres letters of 12 mm and figures of 60 mm
// are read at ease; on a laptop of 1366×768 that is 45 and 220 units.
type matView struct {
	widget.BaseWidget
	words rect
	kind  exercise.Kind

	texts  [5]string // name, side, number, what the number is, cue
	done   float32
	paused bool
}

func newMatView() *matView {
	m := &matView{}
	m.ExtendBaseWidget(m)
	return m
}

func (m *matView) set(v session.View, t told, line string) {
	cue := firstCue(t.exercise, int(v.Elapsed/cueFor))
	if t.getReady {
		cue = look.Position(t.exercise.Position)
	}
	if t.breath >= 0 {
		t.small = capital(t.small)
	}
	if line != "" {
		cue = line
	}
	paused := v.State == session.Paused
	if paused {
		t.small = look.T("play.paused", "Paused")
	}
	texts := [5]string{t.title, t.side, t.big, t.small, cue}
	done := float32(0)
	if v.Plan.Length > 0 {
		done = float32(v.Position) / float32(v.Plan.Length)
	}
	if m.texts == texts && m.kind == t.kind && m.paused == paused && (done-m.done)*m.Size().Width < 1 && done >= m.done {
		return
	}
	m.texts, m.kind, m.done, m.paused = texts, t.kind, done, paused
	m.Refresh()
}

func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// matLine is one line of the mat view: its text, and the room above it and its height on the screen.
type matLine struct {
	text       *canvas.Text
	above, own float32
}

// CreateRenderer lays the words out.
func (m *matView) CreateRenderer() fyne.WidgetRenderer {
	track, done := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	hint := canvas.NewText("", nil)
	var lines []matLine
	r := &parts.Drawing{}
	r.Renew = func() {
		c := look.Kind(m.kind)
		track.FillColor, done.FillColor = c.Pale, c.Base
		hint.Text, hint.TextSize, hint.Color = look.T("play.mat-back", "F  back"), look.Size(look.Small), look.Color(look.Quiet)
		lines = m.lines(lines[:0])
		r.Of = []fyne.CanvasObject{track, done, hint}
		for _, l := range lines {
			r.Of = append(r.Of, l.text)
		}
		r.Place(m.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Place = func(size fyne.Size) {
		const thick = 8
		parts.Put(track, 0, size.Height-thick, size.Width, thick)
		parts.Put(done, 0, size.Height-thick, size.Width*min(m.done, 1), thick)
		h := hint.MinSize()
		parts.Put(hint, size.Width-h.Width-look.S4, look.S3, h.Width, h.Height)
		total := float32(0)
		for _, l := range lines {
			total += l.above + l.own
		}
		y := m.words.y + (m.words.h-total)/2
		for _, l := range lines {
			s := l.text.MinSize()
			y += l.above
			parts.Put(l.text, m.words.x+m.words.w*0.04, y-(s.Height-l.own)/2, s.Width, s.Height)
			y += l.own
		}
	}
	r.Renew()
	return r
}

// lines sets the words as large as their room allows, all of them whole.
func (m *matView) lines(into []matLine) []matLine {
	if m.words.w <= 0 || m.words.h <= 0 {
		return into
	}
	for unit := min(m.words.w/8.4, m.words.h/11.5); ; unit *= 0.94 {
		out, total := m.linesAt(into, unit)
		if total <= m.words.h*0.94 || unit < 6 {
			return out
		}
	}
}

func (m *matView) linesAt(into []matLine, unit float32) (out []matLine, total float32) {
	out = into
	width := m.words.w * 0.9
	put := func(text string, size, above, tight float32, role look.Role, bold bool) {
		if text == "" {
			return
		}
		style := fyne.TextStyle{Bold: bold}
		for _, s := range parts.Wrap(text, size, style, width) {
			t := canvas.NewText(s, look.Color(role))
			t.TextSize, t.TextStyle = size, style
			own := t.MinSize().Height * tight
			out = append(out, matLine{t, above, own})
			total += above + own
			above = 0
		}
	}
	put(m.texts[0], unit*0.78, 0, 0.92, look.Ink, true)
	put(m.texts[1], unit*0.66, 0, 1, look.Quiet, false)
	number := parts.FitText(m.texts[2], unit*4.6, fyne.TextStyle{Bold: true}, width)
	// The figures bring much air of their own above and below.
	put(m.texts[2], number, 0, 0.80, look.Ink, true)
	role := look.Quiet
	if m.paused {
		role = look.AccentInk
	}
	put(m.texts[3], unit*0.66, 0, 1, role, m.paused)
	put(m.texts[4], unit*0.78, unit*0.5, 1, look.Ink, false)
	return out, total
}
