package play

import (
	"strings"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

func sideName(s plan.Side) string {
	switch s {
	case plan.SideLeft:
		return look.T("play.left-side", "Left side")
	case plan.SideRight:
		return look.T("play.right-side", "Right side")
	}
	return ""
}

// needs says what has to be at hand: "with a foam roller".
func needs(e *exercise.Exercise) string {
	var out []string
	for _, q := range e.NeedsFetching() {
		switch q {
		case "foam-roller":
			out = append(out, look.T("play.with-roller", "with a foam roller"))
		case "ball":
			out = append(out, look.T("play.with-ball", "with a ball"))
		case "strap-or-towel":
			out = append(out, look.T("play.with-strap", "with a strap or towel"))
		case "chair":
			out = append(out, look.T("play.with-chair", "with a chair"))
		case "wall":
			out = append(out, look.T("play.with-wall", "at a wall"))
		}
	}
	return strings.Join(out, ", ")
}

// Caption is what a cue says, in words, for captions and for the voice; "" where the ring's number says it already: each
// repetition and the last seconds.
func Caption(e session.Event, p *plan.Plan) string {
	var g plan.Segment
	if e.Segment < len(p.Segments) {
		g = p.Segments[e.Segment]
	}
	name := ""
	if g.Exercise != nil {
		name = g.Exercise.Name
	}
	with := map[string]any{"Name": name}
	switch e.Kind {
	case session.GetReady:
		switch g.Side {
		case plan.SideLeft:
			return look.T("play.cue.ready-left", "Get ready: {{.Name}}, left side", with)
		case plan.SideRight:
			return look.T("play.cue.ready-right", "Get ready: {{.Name}}, right side", with)
		}
		return look.T("play.cue.ready", "Get ready: {{.Name}}", with)
	case session.Start:
		if g.Reps > 0 {
			return look.T("play.cue.begin", "Begin, slowly")
		}
		return look.T("play.cue.hold", "Ease in and hold")
	case session.Half:
		return look.T("play.cue.half", "Half-way")
	case session.SwitchSides:
		return look.T("play.cue.switch", "Change sides")
	case session.RestBegins:
		return look.T("play.cue.rest", "Rest a moment")
	case session.Waits:
		return look.T("play.cue.waits", "Your activity. Take as long as you need")
	case session.DoneEvent:
		return look.T("play.cue.done", "Done")
	}
	return ""
}
