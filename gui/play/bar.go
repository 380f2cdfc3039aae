package play

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/session"
)

// bar is the timeline and, under it, the controls with their keys.
type bar struct {
	timeline *parts.Timeline
	controls *fyne.Container
	flow     *flow

	all                                   []*parts.Button
	pause, more, ease, sound, breath, mat *parts.Button
	done                                  *parts.Label
	doneAt                                *parts.Label
	state                                 session.State
	kind                                  exercise.Kind
}

func newBar(s *Screen) *bar {
	do := s.deps.Session
	button := func(label string, icon look.IconName, hint string, key fyne.KeyName) *parts.Button {
		b := parts.NewButton(label, icon, func() { s.Key(key) }).SetHint(hint)
		b.OnKey = s.Key
		return b
	}
	b := &bar{
		pause:  button(look.T("play.pause", "Pause"), look.IconPause, look.T("play.key.space", "space"), fyne.KeySpace).SetRank(parts.Primary),
		more:   button(look.T("play.more", "+15 s"), "", "+", fyne.KeyPlus),
		ease:   button(look.T("play.ease-off", "Ease off"), look.IconEase, "E", fyne.KeyE).SetRank(parts.Warm),
		breath: button("", look.IconBreath, "B", fyne.KeyB),
		sound:  button("", look.IconSound, "M", fyne.KeyM),
		mat:    button(look.T("play.mat-view", "Mat view"), look.IconMat, "F", fyne.KeyF),
		done:   parts.NewLabel(look.T("play.done-at", "done at"), look.Small, look.Quiet, false),
		doneAt: parts.NewLabel("", look.Body, look.Ink, true),
	}
	back, next := button("", look.IconBack, "←", fyne.KeyLeft), button("", look.IconNext, "→", fyne.KeyRight)
	leave := button("", look.IconClose, look.T("play.key.esc", "Esc"), fyne.KeyEscape)
	b.timeline = parts.NewTimeline(func(pos time.Duration, activity int) {
		s.act(func(now time.Time) []session.Event {
			if activity >= 0 {
				return do.JumpTo(activity, now)
			}
			return do.Jump(pos, now)
		})
	})
	b.flow = &flow{gap: look.S2, right: 5}
	b.controls = container.New(b.flow, back, b.pause, next, b.more, b.ease,
		parts.NewRow(look.S1, -1, b.done, b.doneAt), b.breath, b.sound, b.mat, leave)
	b.all = []*parts.Button{back, b.pause, next, b.more, b.ease, b.breath, b.sound, b.mat, leave}
	b.setMuted(s.muted)
	b.setPaced(s.deps.BreathPacer)
	return b
}

func (b *bar) setMuted(m bool) {
	icon := look.IconSound
	if m {
		icon = look.IconMute
	}
	b.sound.SetFace("", icon)
}

func (b *bar) setPaced(on bool) { b.breath.SetOff(!on) }

func (b *bar) set(v session.View, now time.Time) {
	b.timeline.Set(v)
	kind := parts.KindAt(v)
	if v.State != b.state || kind != b.kind {
		b.state, b.kind = v.State, kind
		b.pause.SetKind(kind)
		switch v.State {
		case session.Paused:
			b.pause.SetFace(look.T("play.resume", "Resume"), look.IconPlay)
		default:
			b.pause.SetFace(look.T("play.pause", "Pause"), look.IconPause)
		}
		b.controls.Refresh()
	}
	at := now.Add(v.TotalLeft).Format("15:04")
	if b.doneAt.Text() != at {
		b.doneAt.SetText(at)
		b.controls.Refresh()
	}
}

// fit makes the controls fit a width in one row where room and words can be spared, the least needed first, and says how
// high they are.
func (b *bar) fit(width float32) float32 {
	mat := look.T("play.mat-view", "Mat view")
	for spare := range 5 {
		for _, c := range b.all {
			c.SetTight(spare > 0)
		}
		leaf, label := look.IconEase, mat
		if spare > 1 {
			leaf = ""
		}
		if spare > 2 {
			label = ""
		}
		b.ease.SetFace(b.ease.Label(), leaf)
		b.mat.SetFace(label, look.IconMat)
		setVisible(b.done, spare < 4)
		if len(b.flow.rows(b.controls.Objects, width)) == 1 {
			break
		}
	}
	return b.flow.heightFor(b.controls.Objects, width)
}

// flow lays controls in a row, the last ones from right on at the right edge. Where they do not fit in one row those go
// into a row of their own, and so on.
type flow struct {
	gap   float32
	right int // index of the first object that stands to the right
}

func (f *flow) rows(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	left, right := shown(objects[:f.right]), shown(objects[f.right:])
	if f.width(left)+f.gap+f.width(right) <= width {
		return [][]fyne.CanvasObject{append(left, right...)}
	}
	return append(f.wrap(left, width), f.wrap(right, width)...)
}

func (f *flow) wrap(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var rows [][]fyne.CanvasObject
	var row []fyne.CanvasObject
	for _, o := range objects {
		if len(row) > 0 && f.width(append(row, o)) > width {
			rows, row = append(rows, row), nil
		}
		row = append(row, o)
	}
	if row != nil {
		rows = append(rows, row)
	}
	return rows
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

func (f *flow) width(row []fyne.CanvasObject) float32 {
	w := -f.gap
	for _, o := range row {
		w += o.MinSize().Width + f.gap
	}
	return w
}

func (f *flow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := -f.gap
	for _, row := range f.rows(objects, width) {
		h += tallest(row) + f.gap
	}
	return h
}

func tallest(row []fyne.CanvasObject) float32 {
	h := float32(0)
	for _, o := range row {
		h = max(h, o.MinSize().Height)
	}
	return h
}

// Layout places the rows.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	toRight := map[fyne.CanvasObject]bool{}
	for _, o := range objects[f.right:] {
		toRight[o] = true
	}
	y := float32(0)
	for _, row := range f.rows(objects, size.Width) {
		h := tallest(row)
		spare := max(size.Width-f.width(row), 0)
		x := float32(0)
		for _, o := range row {
			if toRight[o] {
				x += spare
				spare = 0
			}
			m := o.MinSize()
			place(o, x, y+(h-m.Height)/2, min(m.Width, size.Width), m.Height)
			x += m.Width + f.gap
		}
		y += h + f.gap
	}
}

// MinSize lets the controls shrink; they wrap.
func (f *flow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, look.Target) }
