package terminal

import (
	"fmt"

	"catcow/routines/plan"
	"catcow/routines/session"
)

// caption is what an event says in writing; nothing for those that the count of seconds shows well enough.
func caption(e session.Event, p *plan.Plan, s plan.Segment) []string {
	switch e.Kind {
	case session.PhaseBegins:
		if s.Kind != plan.ActivitySlot { // which Waits announces
			return []string{"", phaseLine(p.Phases[s.Phase])}
		}
	case session.GetReady, session.SwitchSides, session.RestBegins:
		return []string{fmt.Sprintf("  %5s  %s", clock(s.Start), between(s))}
	case session.Start:
		return started(s)
	case session.Half:
		return []string{"         half of it"}
	case session.Rep:
		if s.Reps >= 4 && e.N == s.Reps/2+1 {
			return []string{"         half of them"}
		}
	case session.LastThree:
		if e.N == 3 {
			return []string{"         three more seconds"}
		}
	case session.Waits:
		return []string{"", p.Phases[s.Phase].Name + ": as long as the day needs."}
	case session.PausedEvent:
		return []string{"         paused"}
	case session.ResumedEvent:
		return []string{"         going on"}
	case session.Gap, session.Changed:
		return []string{"         " + e.Message.String()}
	}
	return nil
}

// started is what is done now, and what a teacher says with it: the first time its cues, later the breath.
func started(s plan.Segment) []string {
	lines := []string{fmt.Sprintf("  %5s  %s", clock(s.Start), what(s))}
	if s.Side == plan.SideRight || s.Round > 1 {
		if s.Exercise.Breath != "" {
			lines = append(lines, "         "+s.Exercise.Breath)
		}
		return lines
	}
	for _, c := range s.Exercise.Cues {
		lines = append(lines, "         "+c)
	}
	return lines
}
