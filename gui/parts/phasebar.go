package parts

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// Share is one phase of a PhaseBar. An activity has length 0 and gets a narrow place of its own.
type Share struct {
	Name   string
	Kind   exercise.Kind
	Length time.Duration
}

// Shares are a plan's phases.
func Shares(p *plan.Plan) []Share {
	out := make([]Share, len(p.Phases))
	for i, ph := range p.Phases {
		out[i] = Share{ph.Name, ph.Kind, ph.Length}
	}
	return out
}

// PhaseBar shows the phases of a plan in proportion, each with its name and time under it.
type PhaseBar struct {
	widget.BaseWidget
	shares []Share
	bare   bool
}

// NewPhaseBar makes a bar.
func NewPhaseBar(shares []Share) *PhaseBar {
	b := &PhaseBar{shares: shares}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the phases.
func (b *PhaseBar) Set(shares []Share) {
	b.shares = shares
	b.Refresh()
}

// SetBare leaves names and times out, for small cards; it returns the bar.
func (b *PhaseBar) SetBare(on bool) *PhaseBar { b.bare = on; b.Refresh(); return b }

// spans shares a width out among the phases: activities get a fixed narrow place, the others at least a little and
// the rest in proportion.
func spans(shares []Share, width, gap, activity float32) []float32 {
	const least = 6
	out := make([]float32, len(shares))
	room := width - gap*float32(max(len(shares)-1, 0))
	var total time.Duration
	for i, s := range shares {
		if s.Length <= 0 {
			out[i] = min(activity, room/float32(len(shares)))
			room -= out[i]
		} else {
			total += s.Length
		}
	}
	if total == 0 {
		return out
	}
	share := func(s Share) float32 { return room * float32(s.Length) / float32(total) }
	extra := float32(0)
	for _, s := range shares {
		if s.Length > 0 && share(s) < least {
			extra += least - share(s)
		}
	}
	for i, s := range shares {
		if s.Length <= 0 {
			continue
		}
		if w := share(s); w < least {
			out[i] = least
		} else {
			out[i] = max(w-extra*w/room, least)
		}
	}
	return out
}

// caption is a phase's name and time: "Unlock 3:55"; one without a name says its time alone.
func caption(s Share) string {
	if s.Length <= 0 {
		return s.Name
	}
	return strings.TrimSpace(s.Name + " " + look.Clock(s.Length))
}

const barHeight = 14

// CreateRenderer draws the bar.
func (b *PhaseBar) CreateRenderer() fyne.WidgetRenderer {
	p := &pieces{}
	var bars []*canvas.Rectangle
	var names []*canvas.Text
	p.restyle = func() {
		bars, names, p.objects = bars[:0], names[:0], p.objects[:0]
		for _, s := range b.shares {
			r := canvas.NewRectangle(look.Kind(s.Kind).Base)
			r.CornerRadius = 5
			bars = append(bars, r)
			p.objects = append(p.objects, r)
			t := look.Text("", look.Small, look.Ink, false)
			names = append(names, t)
			p.objects = append(p.objects, t)
		}
		if s := b.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	p.layout = func(s fyne.Size) {
		ws := spans(b.shares, s.Width, 4, 24)
		x := float32(0)
		for i, w := range ws {
			bars[i].Move(fyne.NewPos(x, 0))
			bars[i].Resize(fyne.NewSize(w, barHeight))
			x += w + 4
		}
		if b.bare {
			return
		}
		placeCaptions(b.shares, ws, 4, names, s.Width, barHeight+look.S1)
	}
	p.min = func() fyne.Size {
		h := float32(barHeight)
		if !b.bare {
			h += look.S1 + fyne.MeasureText("Ág", look.Size(look.Small), fyne.TextStyle{}).Height
		}
		return fyne.NewSize(120, h)
	}
	p.restyle()
	return p
}

// placeCaptions writes each phase's name and time under its bar, the first to the left, the last to the right. Where
// they would meet, the widest are shortened, the narrowest phases first lose theirs.
func placeCaptions(shares []Share, ws []float32, gap float32, names []*canvas.Text, width, y float32) {
	n := len(shares)
	x := float32(0)
	for i, s := range shares {
		t := names[i]
		room := ws[i]
		left := x
		x += ws[i] + gap
		t.Text = ""
		full := caption(s)
		if w := fyne.MeasureText(full, t.TextSize, t.TextStyle).Width; w <= room {
			t.Text = full
		} else if room >= look.Size(44) {
			t.Text = Shorten(full, t.TextSize, t.TextStyle, room)
			if s.Length > 0 && fyne.MeasureText(look.Clock(s.Length), t.TextSize, t.TextStyle).Width+look.Size(24) > room {
				t.Text = look.Clock(s.Length)
			}
		}
		m := fyne.MeasureText(t.Text, t.TextSize, t.TextStyle)
		at := left + (room-m.Width)/2
		switch i {
		case 0:
			at = left
		case n - 1:
			at = width - m.Width
		}
		t.Move(fyne.NewPos(at, y))
		t.Resize(m)
	}
}
