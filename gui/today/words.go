package today

import (
	"strings"
	"time"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// between parts facts on one line.
const between = " · "

// facts says what a plan takes: "9 stretches · both sides · mat".
func facts(p *plan.Plan) string {
	all := exercises(p)
	sided, floor, chair := false, false, false
	roller := false
	for _, e := range all {
		sided = sided || e.Sides == exercise.LeftRight
		floor = floor || e.Position.OnFloor()
		chair = chair || e.Position == exercise.SeatedChair
		for _, q := range e.NeedsFetching() {
			roller = roller || q == "foam-roller"
			chair = chair || q == "chair"
		}
	}
	out := []string{look.T("today.stretches", "{{.Count}} stretches", map[string]any{"Count": len(all)})}
	if sided {
		out = append(out, look.T("today.both-sides", "both sides"))
	}
	if chair {
		out = append(out, look.T("today.chair", "chair"))
	}
	if floor {
		out = append(out, look.T("today.mat", "mat"))
	}
	if roller {
		out = append(out, look.T("today.roller", "roller"))
	}
	if !chair && !floor {
		out = append(out, look.T("today.standing", "standing only"))
	}
	return strings.Join(out, between)
}

// changes says what a length changes: what the plan says, or that nothing is left out and how long the holds are.
func changes(p *plan.Plan) string {
	var out []string
	for _, m := range p.Changes {
		out = append(out, look.Say(m))
	}
	if len(out) > 0 {
		return strings.Join(out, between)
	}
	out = append(out, look.T("today.nothing-left-out", "Nothing left out"))
	lo, hi := holds(p)
	switch {
	case hi == 0:
		out = append(out, look.T("today.all-movement", "all movement, no holds"))
	case lo == hi:
		out = append(out, look.T("today.holds-one", "holds {{.Seconds}} s", map[string]any{"Seconds": seconds(lo)}))
	default:
		out = append(out, look.T("today.holds", "holds {{.From}}–{{.To}} s",
			map[string]any{"From": seconds(lo), "To": seconds(hi)}))
	}
	return strings.Join(out, between)
}

func seconds(d time.Duration) int { return int(d / time.Second) }

// ends says when a session started now would end. What an activity takes is for the person to say, so it is named.
func ends(p *plan.Plan, now time.Time) string {
	at := map[string]any{"Time": now.Add(p.Length).Format("15:04")}
	for _, ph := range p.Phases {
		if ph.Kind == exercise.Activity {
			return look.T("today.ends-with-activity", "ends {{.Time}} plus your activity", at)
		}
	}
	return look.T("today.ends", "ends {{.Time}}", at)
}

// length says a length: "10 min", or "4:58" when it is no whole minute.
func length(d time.Duration) string {
	if d%time.Minute != 0 {
		return look.Clock(d)
	}
	return look.T("today.min", "{{.N}} min", map[string]any{"N": int(d / time.Minute)})
}
