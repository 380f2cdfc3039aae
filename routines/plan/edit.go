package plan

import (
	"slices"
	"time"

	"catcow/routines/exercise"
)

// What a person changes while a plan is played. Every edit returns a new plan and leaves the old one alone; it
// never touches a segment before the one it is given, so what was played stays as it was played.
//
// A segment that is a lead-in, transition, switch or rest stands for the work it leads to.

// WithExtra adds time to the hold or repetitions at a segment: to both sides of that round, never beyond 60 s a
// stretch (or the exercise's own longest), and never beyond 240 s a side for one target (part 5.2). Repetitions
// grow by whole ones within the exercise's bounds, by even ones where they alternate. It reports false and returns
// the same plan when nothing can be added: at the bound, or when the first side is already done and the second
// must stay equal to it.
func (p *Plan) WithExtra(segment int, extra time.Duration) (*Plan, bool) {
	w := p.workAt(segment)
	if w < 0 {
		return p, false
	}
	round := p.round(w)
	if round[0] < segment && round[0] != w {
		return p, false
	}
	s := p.Segments[w]
	reps, length := s.Reps, s.Length
	if s.Reps > 0 {
		reps += extraReps(s, extra)
		length = time.Duration(reps) * s.Tempo
	} else {
		length += min(extra.Truncate(time.Second), p.holdRoom(round))
	}
	if length <= s.Length {
		return p, false
	}
	return p.resized(round, reps, length), true
}

// extraReps is how many repetitions fit into extra time, at least one step of them, within the bounds.
func extraReps(s Segment, extra time.Duration) int {
	step := 1
	if s.Exercise.Dose.Mode == exercise.Alternate {
		step = 2
	}
	n := max(int(extra/s.Tempo), step)
	n = min(n, s.Exercise.Dose.RepsMax-s.Reps)
	return n - n%step
}

// holdRoom is how much longer each of these holds may be.
func (p *Plan) holdRoom(round []int) time.Duration {
	e := p.Segments[round[0]].Exercise
	room := longestHold(e) - p.Segments[round[0]].Length
	if e.Kind != exercise.Static {
		return room
	}
	for _, target := range e.Targets {
		for _, side := range []Side{SideLeft, SideRight} {
			room = min(room, (perTarget - p.held(target, side)))
		}
	}
	return room
}

// held is how long a target is stretched on one side over the whole plan.
func (p *Plan) held(target string, side Side) time.Duration {
	var sum time.Duration
	for _, s := range p.Segments {
		if s.Kind == Work && s.Exercise.Kind == exercise.Static && (s.Side == side || s.Side == SideBoth) &&
			slices.Contains(s.Exercise.Targets, target) {
			sum += s.Length
		}
	}
	return sum
}

// Without leaves out the rest of the exercise at a segment, both sides and all rounds; the plan ends that much
// earlier (part 5.7). The segment at the same index is then the next thing to do, and it starts where the one
// left out started; there is none when that was the last exercise. At an activity it leaves the activity out.
func (p *Plan) Without(segment int) *Plan {
	_, last := p.group(segment)
	segs := slices.Concat(p.Segments[:segment], p.Segments[last+1:])
	if segment < len(segs) && isChange(segs[segment].Kind) && segment > 0 {
		next := &segs[segment]
		before := segs[segment-1]
		switch {
		case before.Kind == ActivitySlot:
			next.Kind, next.Length = LeadIn, leadInTime
		case isChange(p.Segments[segment].Kind):
			// Left out before the body moved there, so the way to the next exercise starts at the one before.
			next.Kind, next.Length = Transition, TransitionTime(before.Exercise, next.Exercise, p.Pace)
		}
	}
	if segment == 0 && len(segs) > 0 && segs[0].Kind == Transition {
		segs[0].Kind, segs[0].Length = LeadIn, leadInTime
	}
	return p.with(segs)
}

// WithExercise puts another exercise in the place of the rest of the one at a segment, for the same seconds: the
// easier form of part 5.7. Where both are done the same way (held or counted, one side or two) every segment keeps
// its length and only the exercise changes, so a hold under way goes on. Otherwise the seconds from this segment
// on are laid out anew, equal on both sides, and the segment begins again: the one at the same index starts at
// the same Start but has another Length. What whole repetitions or equal sides leave over goes to the transition
// after it. It reports false and returns the same plan when the other exercise's bounds do not fit the seconds.
func (p *Plan) WithExercise(segment int, e *exercise.Exercise) (*Plan, bool) {
	w := p.workAt(segment)
	if w < 0 || e == nil || e.Kind == exercise.Activity {
		return p, false
	}
	first, last := p.group(segment)
	old := p.Segments[w]
	if sameShape(old.Exercise, e) && fitsInPlace(p.Segments[w:last+1], e) {
		segs := slices.Clone(p.Segments)
		for i := max(first, segment); i <= last; i++ {
			segs[i].Exercise = e
		}
		return p.with(segs), true
	}
	var left time.Duration
	for _, s := range p.Segments[w : last+1] {
		left += s.Length
	}
	pieces, over := layOut(e, left)
	if len(pieces) == 0 {
		return p, false
	}
	for i := range pieces {
		pieces[i].Phase, pieces[i].Step, pieces[i].Priority = old.Phase, old.Step, old.Priority
	}
	head := slices.Clone(p.Segments[:w])
	for i := max(first, segment); i < w; i++ {
		head[i].Exercise, head[i].Side, head[i].Round, head[i].Rounds = e, pieces[0].Side, 1, pieces[0].Rounds
		if head[i].Kind == Switch || head[i].Kind == Rest {
			head[i].Kind = Transition
		}
	}
	segs := slices.Concat(head, pieces, p.Segments[last+1:])
	if after := w + len(pieces); after < len(segs) && isChange(segs[after].Kind) {
		segs[after].Length += over
	}
	return p.with(segs), true
}

// Shorter makes the rest of the exercise at a segment as short as it may be: holds go to 20 s (or the exercise's
// own shortest), repetitions to their minimum, on both sides. played is how much of the segment is already over;
// it stays, and the other side gets as much. A second side whose first is done keeps the length of the first. It
// reports false and returns the same plan when nothing gets shorter.
func (p *Plan) Shorter(segment int, played time.Duration) (*Plan, bool) {
	w := p.workAt(segment)
	if w < 0 {
		return p, false
	}
	_, last := p.group(segment)
	out, changed := p, false
	for i := w; i <= last; i++ {
		s := out.Segments[i]
		if s.Kind != Work {
			continue
		}
		round := out.round(i)
		if round[0] < i {
			continue // its first side decides, and that one is either done or already made shorter
		}
		var done time.Duration
		if i == segment {
			done = played
		}
		reps, length := shortest(s, done)
		if length < s.Length {
			out, changed = out.resized(round, reps, length), true
		}
	}
	return out, changed
}

// shortest is the least of a work segment that its exercise allows and that keeps what was already done.
func shortest(s Segment, done time.Duration) (reps int, length time.Duration) {
	d := s.Exercise.Dose
	if s.Reps == 0 {
		least := d.HoldMin
		if s.Exercise.Kind == exercise.Static {
			least = max(least, shortestHold)
		}
		played := (done + time.Second - 1).Truncate(time.Second)
		return 0, max(least, played)
	}
	reps = max(d.RepsMin, int((done+s.Tempo-1)/s.Tempo), 1)
	if d.Mode == exercise.Alternate {
		reps += reps % 2
	}
	return reps, time.Duration(reps) * s.Tempo
}

// WithWarmUp puts a minute of easy movement in front of a segment: the re-warm of part 5.7, after an activity of
// more than half an hour or a long pause among the holds. The movement is meant to be march-in-place. The segment
// at the same index is then the lead-in to it. It reports false at an activity, which needs none.
func (p *Plan) WithWarmUp(segment int, march *exercise.Exercise) (*Plan, bool) {
	at := p.Segments[segment]
	if at.Kind == ActivitySlot || march == nil {
		return p, false
	}
	tempo := 5 * time.Second
	reps := int(warmUpTime / tempo)
	// It is a step of its own; where it cuts one in two, the rest of that one is the step after it.
	step := at.Step
	if first, _ := p.group(segment); first < segment {
		step++
	}
	piece := Segment{Phase: at.Phase, Step: step, Exercise: march, Side: SideBoth, Round: 1, Rounds: 1, Priority: 1}
	lead, work := piece, piece
	lead.Kind, lead.Length = LeadIn, leadInTime
	work.Kind, work.Reps, work.Tempo, work.Length = Work, reps, tempo, warmUpTime
	back := at
	back.Kind, back.Reps, back.Tempo = Transition, 0, 0
	back.Length = TransitionTime(march, at.Exercise, p.Pace)

	rest := slices.Clone(p.Segments[segment:])
	if at.Kind != Work {
		rest = rest[1:]
	}
	for i := range rest {
		if rest[i].Phase == at.Phase {
			rest[i].Step += step + 1 - at.Step
		}
	}
	back.Step = step + 1
	return p.with(slices.Concat(p.Segments[:segment], []Segment{lead, work, back}, rest)), true
}
