package session

import (
	"time"

	"catcow/routines/plan"
)

// View is where the session stood at the last call.
func (s *Session) View() View {
	v := View{State: s.state, Plan: s.plan, Segment: s.seg, Position: s.position(), Next: -1}
	if len(s.plan.Segments) == 0 {
		v.Segment = 0
		return v
	}
	if s.seg >= len(s.plan.Segments) {
		v.Segment = len(s.plan.Segments) - 1
		v.Elapsed = s.plan.Segments[v.Segment].Length
		return v
	}
	g := s.plan.Segments[s.seg]
	v.Elapsed, v.Left = s.elapsed, g.Length-s.elapsed
	v.TotalLeft = s.plan.Length - v.Position
	for i, later := range s.plan.Segments[s.seg:] {
		if later.Phase == g.Phase {
			v.PhaseLeft = later.End() - v.Position
		}
		if v.Next < 0 && (later.Kind == plan.Work || later.Kind == plan.ActivitySlot) &&
			(later.Exercise != g.Exercise || later.Side != g.Side || later.Phase != g.Phase || later.Step != g.Step) {
			v.Next = s.seg + i
		}
	}
	if g.Kind == plan.Work && g.Reps > 0 && g.Tempo > 0 {
		v.Rep = min(int(s.elapsed/g.Tempo)+1, g.Reps)
		into := s.elapsed - time.Duration(v.Rep-1)*g.Tempo
		v.RepPhase = min(float64(into)/float64(g.Tempo), 1)
	}
	return v
}
