package plan

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"catcow/routines/exercise"
)

// plans are what the edits are tried on: every routine at its natural, shortest and longest length.
func plans(t *testing.T) []*Plan {
	s := noteShelf()
	var out []*Plan
	for _, r := range s.routines {
		in := s.input(r)
		shortest, longest := Range(in)
		for _, in.Length = range []time.Duration{0, shortest, longest} {
			out = append(out, fitted(t, in))
		}
	}
	return out
}

// edited checks what every edit keeps: the old plan, what was played before the segment, the tiling.
func edited(t *testing.T, what string, was, now *Plan, segment int) {
	t.Helper()
	name := fmt.Sprintf("%s %v: %s at %d", was.Routine.ID, was.Length, what, segment)
	tiles(now, func(format string, a ...any) { t.Errorf("%s: %s", name, fmt.Sprintf(format, a...)) })
	if segment > len(now.Segments) || !slices.Equal(was.Segments[:segment], now.Segments[:segment]) {
		t.Errorf("%s: what was played changed", name)
	}
	for i, s := range now.Segments {
		if s.Kind == Work && (i == 0 || now.Segments[i-1].Kind == Work) {
			t.Errorf("%s: nothing between work at %d and before", name, i)
		}
	}
}

// equalSides checks every round from a segment on that has not begun before it.
func equalSides(t *testing.T, p *Plan, from int) {
	t.Helper()
	for i := from; i < len(p.Segments); i++ {
		if p.Segments[i].Kind != Work {
			continue
		}
		round := p.round(i)
		if len(round) == 2 && round[0] >= from {
			l, r := p.Segments[round[0]], p.Segments[round[1]]
			if l.Length != r.Length || l.Reps != r.Reps || l.Side != SideLeft || r.Side != SideRight {
				t.Errorf("%s: %s is %v and %v", p.Routine.ID, l.Exercise.ID, l, r)
			}
		}
	}
}

func TestEveryEdit(t *testing.T) {
	s := noteShelf()
	for _, p := range plans(t) {
		before := slices.Clone(p.Segments)
		for i, seg := range p.Segments {
			if q, ok := p.WithExtra(i, 15*time.Second); ok {
				edited(t, "extra", p, q, i)
				equalSides(t, q, i)
				bounds(t, q)
				if q.Length <= p.Length {
					t.Errorf("%s: extra at %d makes it %v", p.Routine.ID, i, q.Length)
				}
			}
			edited(t, "without", p, p.Without(i), i)
			for _, q := range p.Without(i).Segments[i:] {
				if q.Phase == seg.Phase && q.Exercise == seg.Exercise {
					t.Errorf("%s: %s is still there without %d", p.Routine.ID, q.Exercise.ID, i)
				}
			}
			for _, played := range []time.Duration{0, seg.Length / 2, seg.Length} {
				if q, ok := p.Shorter(i, played); ok {
					edited(t, "shorter", p, q, i)
					equalSides(t, q, i)
					bounds(t, q)
					if q.Length >= p.Length || q.Segments[i].Kind == Work && q.Segments[i].Length < played {
						t.Errorf("%s: shorter at %d after %v is %v", p.Routine.ID, i, played, q.Segments[i].Length)
					}
				}
			}
			for _, e := range s.catalogue.All() {
				if q, ok := p.WithExercise(i, e); ok {
					edited(t, "with "+e.ID, p, q, i)
					equalSides(t, q, i)
					over := p.Length - q.Length
					_, last := p.group(i)
					if over != 0 && (last+1 < len(p.Segments) && p.Segments[last+1].Kind == Transition) || over < 0 {
						t.Errorf("%s: with %s at %d takes %v, not %v", p.Routine.ID, e.ID, i, q.Length, p.Length)
					}
				}
			}
			if q, ok := p.WithWarmUp(i, s.catalogue.Get("march-in-place")); ok {
				edited(t, "warm-up", p, q, i)
				if q.Segments[i].Kind != LeadIn || q.Segments[i+1].Length != time.Minute || q.Segments[i+2].Kind != Transition {
					t.Errorf("%s: warm-up at %d: %v", p.Routine.ID, i, q.Segments[i:i+3])
				}
			}
		}
		if !slices.Equal(before, p.Segments) {
			t.Fatalf("%s: an edit changed the plan it was made from", p.Routine.ID)
		}
	}
}

// bounds checks the doses of a changed plan.
func bounds(t *testing.T, p *Plan) {
	t.Helper()
	r := *p.Routine
	r.Fixed = true // who eases off may go down to the exercise's own fewest repetitions
	inBounds(p, Input{Routine: &r}, func(format string, a ...any) {
		t.Errorf("%s: %s", p.Routine.ID, fmt.Sprintf(format, a...))
	})
	for _, target := range targetsOf(p) {
		if held := p.held(target, SideLeft); held > perTarget {
			t.Errorf("%s: %s is stretched %v", p.Routine.ID, target, held)
		}
	}
}

// at is the first segment of a kind on an exercise and side.
func at(t *testing.T, p *Plan, k SegmentKind, id string, side Side) int {
	t.Helper()
	i := slices.IndexFunc(p.Segments, func(s Segment) bool { return s.Kind == k && s.Exercise.ID == id && s.Side == side })
	if i < 0 {
		t.Fatalf("no %s on %s %s", k, id, side)
	}
	return i
}

func combo(t *testing.T) *Plan {
	s := noteShelf()
	return fitted(t, s.input(s.routine(t, "combo-10")))
}

func TestWithExtra(t *testing.T) {
	p := combo(t)
	left, right := at(t, p, Work, "supine-twist", SideLeft), at(t, p, Work, "supine-twist", SideRight)
	q, ok := p.WithExtra(left, 15*time.Second)
	if !ok || q.Segments[left].Length != time.Minute || q.Segments[right].Length != time.Minute || q.Length != p.Length+30*time.Second {
		t.Errorf("+15 s on the first side: %v, %v, %v", q.Segments[left].Length, q.Segments[right].Length, q.Length)
	}
	if _, ok := q.WithExtra(left, 15*time.Second); ok {
		t.Error("a hold went beyond 60 s")
	}
	if _, ok := p.WithExtra(right, 15*time.Second); ok {
		t.Error("the second side got more than the first, which is done")
	}
	if q, ok := p.WithExtra(left-1, 40*time.Second); !ok || q.Segments[right].Length != time.Minute {
		t.Error("extra while changing over does not reach the hold that comes")
	}
	twist := at(t, p, Work, "torso-rotation", SideBoth)
	if q, ok := p.WithExtra(twist, 15*time.Second); !ok || q.Segments[twist].Reps != 16 || q.Segments[twist].Length != 96*time.Second {
		t.Errorf("+15 s of alternating repetitions: %v", q.Segments[twist])
	}
	if _, ok := p.WithExtra(at(t, p, ActivitySlot, "activity-slot", SideBoth), 15*time.Second); ok {
		t.Error("extra time for an activity")
	}
}

func TestWithout(t *testing.T) {
	p := combo(t)
	left := at(t, p, Work, "supine-twist", SideLeft)
	q := p.Without(left)
	next := q.Segments[left]
	if next.Kind != Transition || next.Exercise.ID != "childs-pose" || next.Start != p.Segments[left].Start ||
		q.Length != p.Length-95*time.Second {
		t.Errorf("next is %s %s at %v, length %v", next.Kind, next.Exercise.ID, next.Start, q.Length)
	}
	if q := p.Without(left - 1); q.Segments[left-1].Kind != LeadIn || q.Segments[left-1].Length != 5*time.Second {
		t.Errorf("after the activity comes %v", q.Segments[left-1])
	}
	if q := p.Without(0); q.Segments[0].Kind != LeadIn || q.Segments[0].Exercise.ID != "hip-opener" || q.Segments[0].Start != 0 {
		t.Errorf("the session opens with %v", q.Segments[0])
	}
	slot := at(t, p, ActivitySlot, "activity-slot", SideBoth)
	if q := p.Without(slot); q.Length != p.Length || q.Segments[slot].Kind != LeadIn {
		t.Errorf("without the activity %v comes, %v in all", q.Segments[slot], q.Length)
	}
	last := at(t, p, Work, "seated-forward-fold", SideBoth)
	if q := p.Without(last); len(q.Segments) != last || q.Length != p.Segments[last].Start {
		t.Errorf("without the last, %d segments and %v", len(q.Segments), q.Length)
	}
	// Left out on the way there: the next change starts from where the body is.
	cat := at(t, p, Transition, "cat-cow", SideBoth)
	hip := at(t, p, Transition, "hip-opener", SideBoth)
	if q := p.Without(hip); q.Segments[hip].Exercise.ID != "cat-cow" || q.Segments[hip].Length != p.Segments[cat].Length {
		t.Errorf("from torso-rotation to cat-cow: %v", q.Segments[hip])
	}
}

func TestShorter(t *testing.T) {
	p := combo(t)
	left, right := at(t, p, Work, "supine-twist", SideLeft), at(t, p, Work, "supine-twist", SideRight)
	for _, c := range []struct{ played, want time.Duration }{
		{0, 20 * time.Second}, {12 * time.Second, 20 * time.Second}, {31500 * time.Millisecond, 32 * time.Second},
	} {
		q, ok := p.Shorter(left, c.played)
		if !ok || q.Segments[left].Length != c.want || q.Segments[right].Length != c.want {
			t.Errorf("after %v: %v and %v", c.played, q.Segments[left].Length, q.Segments[right].Length)
		}
	}
	if _, ok := p.Shorter(right, 5*time.Second); ok {
		t.Error("the second side got less than the first")
	}
	pose := at(t, p, Work, "childs-pose", SideBoth)
	if q, ok := p.Shorter(pose, 44*time.Second); !ok || q.Segments[pose].Length != 44*time.Second || q.Segments[pose+2].Length != 20*time.Second {
		t.Errorf("a first round nearly over: %v, then %v", q.Segments[pose].Length, q.Segments[pose+2].Length)
	}
	twist := at(t, p, Work, "torso-rotation", SideBoth)
	if q, ok := p.Shorter(twist, 25*time.Second); !ok || q.Segments[twist].Reps != 6 {
		t.Errorf("repetitions: %v", q.Segments[twist])
	}
}

func TestWithExercise(t *testing.T) {
	p := combo(t)
	s := noteShelf()
	left := at(t, p, Work, "supine-twist", SideLeft)
	for _, c := range []struct {
		id    string
		parts string
	}{
		{"hamstring-release", "work left 45 0, switch right 5 0, work right 45 0, transition both 5 0"},
		{"knee-rocks", "work both 90 18, transition both 10 0"},
		{"childs-pose", "work both 45 0, rest both 5 0, work both 45 0, transition both 5 0"},
		{"rest-90-90", "work both 95 0, transition both 5 0"},
		{"open-book", "work left 45 5, switch right 5 0, work right 45 5, transition both 5 0"},
	} {
		q, ok := p.WithExercise(left, s.catalogue.Get(c.id))
		if !ok || q.Length != p.Length {
			t.Errorf("%s: %v %v", c.id, ok, q.Length)
		}
		got := ""
		for _, sg := range q.Segments[left:] {
			if got != "" {
				got += ", "
			}
			got += fmt.Sprintf("%s %s %d %d", sg.Kind, sg.Side, wholeSeconds(sg.Length), sg.Reps)
			if sg.Kind == Transition {
				break
			}
		}
		if got != c.parts {
			t.Errorf("%s:\n got %s\nwant %s", c.id, got, c.parts)
		}
	}
	if _, ok := p.WithExercise(left, s.catalogue.Get("walk")); ok {
		t.Error("an activity took a hold's place")
	}
	var none *exercise.Exercise
	if _, ok := p.WithExercise(left, none); ok {
		t.Error("nothing took a hold's place")
	}
}

func TestWithWarmUp(t *testing.T) {
	p := combo(t)
	march := noteShelf().catalogue.Get("march-in-place")
	left, right := at(t, p, Work, "supine-twist", SideLeft), at(t, p, Work, "supine-twist", SideRight)
	q, ok := p.WithWarmUp(left-1, march)
	if !ok || q.Length != p.Length+70*time.Second || q.Phases[2].Length != p.Phases[2].Length+70*time.Second {
		t.Errorf("before the cool-down: %v, %v", ok, q.Length)
	}
	// In the middle of a step the warm-up stands alone, and what follows is no longer tied to what was done.
	q, _ = p.WithWarmUp(right, march)
	steps := map[int]string{}
	for _, s := range q.Segments {
		if s.Phase == 2 && s.Kind == Work {
			if was, ok := steps[s.Step]; ok && was != s.Exercise.ID {
				t.Errorf("step %d is %s and %s", s.Step, was, s.Exercise.ID)
			}
			steps[s.Step] = s.Exercise.ID
		}
	}
	if _, ok := p.WithWarmUp(at(t, p, ActivitySlot, "activity-slot", SideBoth), march); ok {
		t.Error("a warm-up before an activity")
	}
}
