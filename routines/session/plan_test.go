package session

import (
	"testing"
	"time"
	"unsafe"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

const (
	second = time.Second
	minute = time.Minute
)

// The exercises of the plans built here.
var (
	rotation = reps("torso-rotation", exercise.Standing, exercise.Alternate, 14, 6*second)
	catCow   = reps("cat-cow", exercise.Quadruped, exercise.Together, 10, 6*second)
	easyCow  = reps("seated-cat-cow", exercise.SeatedChair, exercise.Together, 10, 6*second)
	circles  = reps("hip-circles", exercise.Standing, exercise.Block, 6, 5*second)
	twist    = hold("supine-twist", exercise.Supine, exercise.LeftRight, 45*second)
	fold     = hold("seated-forward-fold", exercise.SeatedFloor, exercise.Both, 40*second)
	four     = hold("figure-four", exercise.Supine, exercise.LeftRight, 30*second)
	easyFour = hold("seated-figure-four", exercise.SeatedChair, exercise.LeftRight, 30*second)
	knees    = hold("knees-to-chest", exercise.Supine, exercise.Both, 30*second)
	oneKnee  = hold("single-knee-to-chest", exercise.Supine, exercise.LeftRight, 30*second)
	bend     = hold("side-bend", exercise.SeatedFloor, exercise.LeftRight, 40*second)
	marching = reps("march-in-place", exercise.Standing, exercise.Alternate, 12, 5*second)
	activity = &exercise.Exercise{ID: "your-activity", Name: "Your activity", Kind: exercise.Activity}
)

var library = &routines.Library{Catalogue: exercise.NewCatalogue([]*exercise.Exercise{
	rotation, catCow, easyCow, circles, twist, fold, four, easyFour, knees, oneKnee, bend, marching, activity})}

func init() {
	catCow.Easier = exercise.Alternative{Exercise: "seated-cat-cow"}
	knees.Easier = exercise.Alternative{Exercise: "single-knee-to-chest"}
	four.Easier = exercise.Alternative{Exercise: "seated-figure-four"}
}

func reps(id string, pos exercise.Position, mode exercise.Mode, n int, tempo time.Duration) *exercise.Exercise {
	e := &exercise.Exercise{ID: id, Name: id, Kind: exercise.Dynamic, Position: pos, Sides: exercise.Both, Targets: []string{id},
		Dose: exercise.Dose{Reps: n, RepsMin: 4, RepsMax: 20, Tempo: tempo, TempoMin: 5 * second, TempoMax: 10 * second, Mode: mode}}
	if mode != exercise.Together {
		e.Sides = exercise.LeftRight
	}
	return e
}

func hold(id string, pos exercise.Position, sides exercise.Sides, d time.Duration) *exercise.Exercise {
	return &exercise.Exercise{ID: id, Name: id, Kind: exercise.Static, Position: pos, Sides: sides, Targets: []string{id},
		Dose: exercise.Dose{Hold: d, HoldMin: 20 * second, HoldMax: 60 * second, Rounds: 1, RoundsMax: 4}}
}

// work is a step of a plan built by hand.
type work struct {
	e      *exercise.Exercise
	rounds int
}

// phase is a phase of such steps.
type phase struct {
	kind  exercise.Kind
	steps []work
}

// build lays out a plan as package plan does: lead-in at the start and after an activity, transitions between steps,
// switches between sides, rests between rounds.
func build(phases ...phase) *plan.Plan {
	p := &plan.Plan{Routine: &routines.Routine{ID: "test", Name: "Test"}, Pace: plan.Brisk}
	var before *exercise.Exercise
	for i, ph := range phases {
		p.Phases = append(p.Phases, plan.Phase{Name: string(ph.kind), Kind: ph.kind})
		for j, st := range ph.steps {
			g := plan.Segment{Phase: i, Step: j, Exercise: st.e, Side: plan.SideBoth, Round: 1, Rounds: st.rounds, Priority: 1}
			if st.e.Kind == exercise.Activity {
				g.Kind = plan.ActivitySlot
				p.Segments = append(p.Segments, g)
				before = nil
				continue
			}
			sides := []plan.Side{plan.SideBoth}
			if st.e.Sides == exercise.LeftRight && st.e.Dose.Mode != exercise.Alternate {
				sides = []plan.Side{plan.SideLeft, plan.SideRight}
			}
			g.Kind, g.Length, g.Side = plan.LeadIn, 5*second, sides[0]
			if before != nil {
				g.Kind, g.Length = plan.Transition, plan.TransitionTime(before, st.e, p.Pace)
			}
			p.Segments = append(p.Segments, g)
			for round := 1; round <= st.rounds; round++ {
				for k, side := range sides {
					g.Side, g.Round = side, round
					g.Reps, g.Tempo, g.Length = 0, 0, 5*second
					if k > 0 {
						g.Kind = plan.Switch
						p.Segments = append(p.Segments, g)
					} else if round > 1 {
						g.Kind = plan.Rest
						p.Segments = append(p.Segments, g)
					}
					g.Kind, g.Reps, g.Tempo, g.Length = plan.Work, st.e.Dose.Reps, st.e.Dose.Tempo, st.e.Dose.Hold
					if g.Reps > 0 {
						g.Length = time.Duration(g.Reps) * g.Tempo
					}
					p.Segments = append(p.Segments, g)
				}
			}
			before = st.e
		}
	}
	retile(p)
	return p
}

// combo is a warm-up, an activity and a cool-down.
func combo() *plan.Plan {
	return build(
		phase{exercise.Dynamic, []work{{rotation, 1}, {circles, 1}, {catCow, 1}}},
		phase{exercise.Activity, []work{{activity, 1}}},
		phase{exercise.Static, []work{{twist, 1}, {four, 2}, {fold, 2}}})
}

// long is a plan of at least 45 min without an activity.
func long() *plan.Plan {
	all := []work{{twist, 4}, {four, 4}, {fold, 4}, {knees, 4}}
	return build(
		phase{exercise.Dynamic, []work{{rotation, 4}, {circles, 4}, {catCow, 4}, {rotation, 4}, {catCow, 2}}},
		phase{exercise.Static, append(all, all[:3]...)})
}

// find is the first segment of a kind that works or leads to an exercise on a side.
func find(t *testing.T, p *plan.Plan, k plan.SegmentKind, e *exercise.Exercise, side plan.Side) int {
	t.Helper()
	for i, g := range p.Segments {
		if g.Kind == k && g.Exercise == e && g.Side == side {
			return i
		}
	}
	t.Fatalf("no %s of %s on side %s", k, e.ID, side)
	return 0
}

// setWall gives a reading whose wall clock stands by so many seconds elsewhere, the monotonic clock untouched: what a
// clock that was set, or a suspend, does. Nothing in package time makes one, so it is made from its representation,
// and checked.
func setWall(t *testing.T, now time.Time, seconds int) time.Time {
	t.Helper()
	out := now
	(*struct {
		wall uint64
		ext  int64
		loc  *time.Location
	})(unsafe.Pointer(&out)).wall += uint64(int64(seconds) << 30)
	if out.Sub(now) != 0 || wallSince(out, now) != time.Duration(seconds)*second {
		t.Fatalf("a wall clock set by %d s differs by %v monotonic, %v wall", seconds, out.Sub(now), wallSince(out, now))
	}
	return out
}

// kinds lists the kinds of events.
func kinds(ev []Event) []EventKind {
	var out []EventKind
	for _, e := range ev {
		out = append(out, e.Kind)
	}
	return out
}
