package play

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/plan"
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
	doneAt, doneMore                      *parts.Label
	ahead                                 bool // an activity lies ahead, and its time is nobody's to plan
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
		pause:    button(look.T("play.pause", "Pause"), look.IconPause, look.T("play.key.space", "space"), fyne.KeySpace).SetRank(parts.Primary),
		more:     button(look.T("play.more", "+15 s"), "", "+", fyne.KeyPlus),
		ease:     button(look.T("play.ease-off", "Ease off"), look.IconEase, "E", fyne.KeyE).SetRank(parts.Warm),
		breath:   button("", look.IconBreath, "B", fyne.KeyB),
		sound:    button("", look.IconSound, "M", fyne.KeyM),
		mat:      button(look.T("play.mat-view", "Mat view"), look.IconMat, "F", fyne.KeyF),
		done:     parts.NewLabel(look.T("play.done-at", "done at"), look.Small, look.Quiet, false),
		doneAt:   parts.NewLabel("", look.Body, look.Ink, true),
		doneMore: parts.NewLabel(look.T("play.plus-activity", "+ activity"), look.Small, look.Quiet, false),
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
		parts.NewRow(look.S1, -1, b.done, b.doneAt, b.doneMore), b.breath, b.sound, b.mat, leave)
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

// set shows where the session stands and reports whether the controls need to be laid out anew.
func (b *bar) set(v session.View, now time.Time) (changed bool) {
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
		changed = true
	}
	at, ahead := now.Add(v.TotalLeft).Format("15:04"), activityAhead(v)
	if b.doneAt.Text() != at || b.ahead != ahead {
		b.ahead = ahead
		b.doneAt.SetText(at)
		changed = true
	}
	return changed
}

func activityAhead(v session.View) bool {
	for _, g := range v.Plan.Segments[v.Segment:] {
		if g.Kind == plan.ActivitySlot {
			return true
		}
	}
	return false
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
		parts.Show(b.doneMore, b.ahead && spare < 4)
		parts.Show(b.done, spare < 4)
		if len(b.flow.rows(b.controls.Objects, width)) == 1 {
			break
		}
	}
	return b.flow.heightFor(b.controls.Objects, width)
}
