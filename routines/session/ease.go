package session

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// step names a step of the plan.
type step struct{ phase, step int }

// EaseOff makes what is being played or prepared easier, one step further with each press: the easier exercise of
// the catalogue for the same seconds, else shorter on both sides, else the rest of it is left out (exercise science
// parts 1i and 5.7). On a second side whose first is over only the second is shortened: what hurts comes before what
// is even. The Changed event says what was done. It works while paused, too.
func (s *Session) EaseOff(now time.Time) []Event {
	ev := s.Advance(now)
	w := s.work()
	if w < 0 {
		return ev
	}
	g := s.plan.Segments[w]
	at := step{g.Phase, g.Step}
	if !slices.Contains(s.tally.eased, g.Exercise) && !s.easier[at] {
		s.tally.eased = append(s.tally.eased, g.Exercise)
	}
	if easier := s.cat.Easier(g.Exercise); easier != nil && !s.easier[at] {
		if p, ok := easierForm(s.plan, s.seg, w, easier); ok {
			s.easier[at] = true
			p, elapsed := s.changeOver(p, g.Exercise)
			s.replan(p, elapsed)
			ev = append(ev, s.event(Changed, message.New("session.eased", "Easier form: {{.Name}}", "Name", easier.Name)))
			return s.speak(ev)
		}
	}
	p, _ := s.plan.Shorter(s.seg, s.elapsedOfWork())
	both := p.Segments[w].Length < g.Length && g.Side != plan.SideBoth
	if !both {
		p = cut(p, w, s.elapsedOfWork())
	}
	if p.Segments[w].Length < g.Length {
		s.replan(p, s.elapsed)
		return append(ev, s.event(Changed, shorterSaid(p.Segments[w], both)))
	}
	s.tally.leftOut = append(s.tally.leftOut, g.Exercise)
	said := message.New("session.left-out", "Left out. That is fine.")
	if g.Side != plan.SideBoth && firstSide(s.plan, w) < 0 {
		said = message.New("session.left-out-sides", "Left out, both sides. That is fine.")
	}
	s.plan = s.plan.Without(s.seg)
	ev = append(ev, s.event(Changed, said))
	return s.move(ev, s.seg, 0)
}

// mostGrowth is how much longer a step may get where its easier form needs more time than it has, such as for two
// sides instead of one.
const mostGrowth = 30 * time.Second

// easierForm puts the easier exercise in the place of the one at a segment: for the same seconds where they suffice,
// else for as many as it needs.
func easierForm(p *plan.Plan, segment, w int, easier *exercise.Exercise) (*plan.Plan, bool) {
	for extra := time.Duration(0); extra <= mostGrowth; extra += time.Second {
		segs := slices.Clone(p.Segments)
		segs[w].Length += extra
		if q, ok := with(p, segs).WithExercise(segment, easier); ok {
			return q, true
		}
	}
	return p, false
}

// cut shortens one piece of work to the least its exercise allows, keeping what is already played.
func cut(p *plan.Plan, w int, played time.Duration) *plan.Plan {
	segs := slices.Clone(p.Segments)
	g := &segs[w]
	d := g.Exercise.Dose
	if g.Reps > 0 {
		g.Reps = min(g.Reps, max(d.RepsMin, int((played+g.Tempo-1)/g.Tempo), 1))
		g.Length = time.Duration(g.Reps) * g.Tempo
		return with(p, segs)
	}
	least := max(d.HoldMin, wholeSecond(played))
	if g.Exercise.Kind == exercise.Static {
		least = max(least, shortestHold)
	}
	g.Length = min(g.Length, least)
	return with(p, segs)
}

// wholeSecond rounds up to a whole second.
func wholeSecond(d time.Duration) time.Duration { return (d + time.Second - 1).Truncate(time.Second) }

// shorterSaid tells how long a work segment is now.
func shorterSaid(g plan.Segment, both bool) message.Message {
	seconds := int(g.Length / time.Second)
	switch {
	case g.Reps > 0 && both:
		return message.New("session.shorter-reps-sides", "Shortened to {{.Count}} repetitions on both sides", "Count", g.Reps)
	case g.Reps > 0:
		return message.New("session.shorter-reps", "Shortened to {{.Count}} repetitions", "Count", g.Reps)
	case both:
		return message.New("session.shorter-sides", "Shortened to {{.Seconds}} s on both sides", "Seconds", seconds)
	default:
		return message.New("session.shorter", "Shortened to {{.Seconds}} s", "Seconds", seconds)
	}
}

// changeOver gives time to get into the exercise that has just taken another's place, where the body has to be
// placed differently: a transition before it, after which it begins anew, and enough time to get from it to what
// follows. The pace is never squeezed (exercise science part 5.1). Where nothing has to move, what is under way goes on.
func (s *Session) changeOver(p *plan.Plan, from *exercise.Exercise) (*plan.Plan, time.Duration) {
	segs := slices.Clone(p.Segments)
	g := segs[s.seg]
	last := s.seg
	for last+1 < len(segs) && segs[last+1].Phase == g.Phase && segs[last+1].Step == g.Step {
		last++
	}
	if last+1 < len(segs) && segs[last+1].Kind == plan.Transition {
		after := &segs[last+1]
		after.Length = max(after.Length, plan.TransitionTime(g.Exercise, after.Exercise, p.Pace))
	}
	elapsed := s.elapsed
	if old := s.plan.Segments[s.seg]; g.Length != old.Length || g.Side != old.Side || g.Reps != old.Reps || g.Kind != old.Kind {
		elapsed = 0
	}
	if g.Exercise.Position == from.Position && len(g.Exercise.NeedsFetching()) == 0 {
		return with(p, segs), elapsed
	}
	need := plan.TransitionTime(from, g.Exercise, p.Pace)
	if g.Kind != plan.Work {
		segs[s.seg].Length = max(g.Length, need)
		return with(p, segs), elapsed
	}
	way := g
	way.Kind, way.Length, way.Reps, way.Tempo = plan.Transition, need, 0, 0
	return with(p, slices.Insert(segs, s.seg, way)), 0
}
