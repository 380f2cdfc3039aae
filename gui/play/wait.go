package play

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// waitView is the calm card of an activity: the session waits for as long as the day needs.
type waitView struct {
	scroll *parts.Scroll
	column *fyne.Container

	title, text, then *parts.Label
	note              *parts.Label
	resume, skip      *parts.Button
	later             *parts.Button
	told              [4]string
}

func newWaitView(s *Screen) *waitView {
	do := s.deps.Session
	v := &waitView{
		title: parts.NewParagraph("", look.ScreenTitle, look.Ink).SetBold(true),
		text:  parts.NewParagraph(look.T("play.wait-text", "Take as long as you need. The rest waits here, also when you close Catcow, until tonight."), look.CardTitle, look.Quiet),
		then:  parts.NewParagraph("", look.Body, look.Ink),
		note:  parts.NewParagraph("", look.Body, look.Quiet),
	}
	v.resume = parts.NewButton(look.T("play.resume", "Resume"), look.IconPlay, s.goOn).
		SetRank(parts.Primary).SetHint(look.T("play.key.space", "space"))
	v.skip = parts.NewButton("", look.IconNext, func() { s.act(do.ContinueAfterActivity) }).SetHint("→")
	v.later = parts.NewButton(look.T("play.later", "Leave it for later"), "", s.Leave).
		SetRank(parts.Bare).SetHint(look.T("play.key.esc", "Esc"))
	for _, b := range []*parts.Button{v.resume, v.skip, v.later} {
		b.OnKey = s.Key
	}
	inner := parts.NewColumn(look.S3,
		parts.NewRow(0, -1, parts.NewTag(exercise.Activity, look.Kind(exercise.Activity).Name)),
		v.title, v.text, v.then, v.note,
		parts.NewInset(look.S2, 0, 0, parts.NewFlow(look.S2, v.resume, v.skip, v.later)))
	v.column = inner
	card := parts.NewCard(inner).SetPadding(look.S6 + look.S2)
	v.scroll = parts.NewScroll(newMiddle(640, card))
	return v
}

// set says what waits. Where the body has cooled down, easy movement first is the way on, and going straight on is one
// press away.
func (w *waitView) set(v session.View, rewarm bool) {
	kind, name := exercise.Static, ""
	for _, g := range v.Plan.Segments[v.Segment:] {
		if g.Kind != plan.ActivitySlot {
			kind, name = v.Plan.Phases[g.Phase].Kind, v.Plan.Phases[g.Phase].Name
			break
		}
	}
	then := ""
	if name != "" {
		then = look.T("play.wait-then", "Then: {{.Phase}}, {{.Time}}.", map[string]any{"Phase": name, "Time": look.Clock(v.TotalLeft)})
	}
	note := ""
	skip := look.T("play.skip-to", "Skip to {{.Phase}}", map[string]any{"Phase": name})
	resume := look.T("play.resume", "Resume")
	if rewarm {
		note = look.T("play.wait-rewarm", "It has been a while: a minute of easy movement first makes the holds kinder.")
		resume = look.T("play.rewarm", "Warm up again, then go on")
	}
	told := [4]string{v.Current().Exercise.Name, then, note, resume + skip}
	if told == w.told {
		return
	}
	w.told = told
	w.title.SetText(told[0])
	w.then.SetText(then)
	w.note.SetText(note)
	parts.Show(w.then, then != "")
	parts.Show(w.note, note != "")
	w.resume.SetFace(resume, look.IconPlay)
	w.resume.SetKind(kind)
	w.skip.SetFace(skip, look.IconNext)
	// Without a movement to put first, resuming and skipping would be the same thing said twice.
	parts.Show(w.skip, rewarm && name != "")
	w.column.Refresh()
	w.scroll.Relayout()
}
