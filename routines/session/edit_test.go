package session

import (
	"slices"
	"testing"
	"time"

	"catcow/routines/plan"
)

// lengths are the lengths of the work of an exercise, in playing order.
func lengths(s *Session, id string) []time.Duration {
	var out []time.Duration
	for _, g := range s.View().Plan.Segments {
		if g.Kind == plan.Work && g.Exercise.ID == id {
			out = append(out, g.Length)
		}
	}
	return out
}

func TestMore(t *testing.T) {
	p := combo()
	left, right := find(t, p, plan.Work, twist, plan.SideLeft), find(t, p, plan.Work, twist, plan.SideRight)
	fourLeft, fourRight := find(t, p, plan.Work, four, plan.SideLeft), find(t, p, plan.Work, four, plan.SideRight)
	tests := []struct {
		name    string
		segment int
		into    time.Duration
		presses int
		id      string
		want    []time.Duration
		said    string
	}{
		{"a hold, first side", left, 10 * second, 1, "supine-twist", []time.Duration{60 * second, 60 * second}, "15 s more on both sides."},
		{"no further than 60 s", left, 10 * second, 2, "supine-twist", []time.Duration{60 * second, 60 * second}, "This is as long as it should be."},
		{"while getting ready", left - 1, second, 1, "supine-twist", []time.Duration{60 * second, 60 * second}, "15 s more on both sides."},
		{"second side, no room", right, 10 * second, 1, "supine-twist", []time.Duration{45 * second, 45 * second}, "This is as long as it should be."},
		{"one round of two", fourLeft, second, 1, "figure-four", []time.Duration{45 * second, 45 * second, 30 * second, 30 * second}, "15 s more on both sides."},
		{"second side", fourRight, second, 1, "figure-four",
			[]time.Duration{30 * second, 50 * second, 20 * second, 30 * second, 30 * second}, "20 s more here, then 20 s more on the other side."},
		{"second side, again", fourRight, second, 2, "figure-four",
			[]time.Duration{30 * second, 50 * second, 20 * second, 30 * second, 30 * second}, "This is as long as it should be."},
		{"no sides", find(t, p, plan.Work, fold, plan.SideBoth), second, 1, "seated-forward-fold", []time.Duration{55 * second, 40 * second}, "15 s more."},
		{"repetitions", find(t, p, plan.Work, catCow, plan.SideBoth), second, 1, "cat-cow", []time.Duration{72 * second}, "2 more repetitions."},
		{"repetitions on two sides", find(t, p, plan.Work, circles, plan.SideLeft), second, 1, "hip-circles", []time.Duration{45 * second, 45 * second}, "3 more repetitions on both sides."},
	}
	for _, tt := range tests {
		s, now := start(t, p, tt.segment, tt.into)
		var ev []Event
		for range tt.presses {
			ev = s.More(now)
		}
		if got := lengths(s, tt.id); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
		if len(ev) != 1 || ev[0].Kind != Changed || ev[0].Message.String() != tt.said {
			t.Errorf("%s said %v", tt.name, ev)
		}
		if v := s.View(); v.Segment != tt.segment || v.Elapsed != tt.into {
			t.Errorf("%s: moved to %d at %v", tt.name, v.Segment, v.Elapsed)
		}
	}
}

// TestMoreInTheLastSeconds counts the last three again at the new end, and nothing else twice.
func TestMoreInTheLastSeconds(t *testing.T) {
	p := combo()
	at := find(t, p, plan.Work, twist, plan.SideLeft)
	s, now := start(t, p, at, 43*second)
	s.More(now)
	var got []Event
	for range 18 {
		now = now.Add(second)
		got = append(got, s.Advance(now)...)
	}
	want := []EventKind{LastThree, LastThree, LastThree, SwitchSides}
	if !slices.Equal(kinds(got), want) || got[0].At != p.Segments[at].Start+57*second {
		t.Errorf("after +15 s: %v", got)
	}
}

func TestEaseOff(t *testing.T) {
	p := build(
		phase{"dynamic", []work{{rotation, 1}, {circles, 1}, {catCow, 1}}},
		phase{"activity", []work{{activity, 1}}},
		phase{"static", []work{{knees, 1}, {twist, 1}, {four, 2}, {fold, 2}, {bend, 2}, {fold, 1}}})
	type press struct {
		said    string
		segment plan.SegmentKind // where the session stands after it
		id      string
		elapsed time.Duration
	}
	tests := []struct {
		name    string
		segment int
		into    time.Duration
		presses []press
		lengths map[string][]time.Duration
	}{
		{"an easier form elsewhere", find(t, p, plan.Work, four, plan.SideLeft), 12 * second, []press{
			{"Easier form: seated-figure-four", plan.Transition, "seated-figure-four", 0},
			{"Shortened to 20 s on both sides", plan.Transition, "seated-figure-four", 0},
			{"Left out, both sides. That is fine.", plan.Transition, "seated-forward-fold", 0},
		}, map[string][]time.Duration{"figure-four": nil, "seated-figure-four": nil}},
		{"on the second side", find(t, p, plan.Work, four, plan.SideRight), 12 * second, []press{
			{"Easier form: seated-figure-four", plan.Transition, "seated-figure-four", 0},
		}, map[string][]time.Duration{"figure-four": {30 * second}, "seated-figure-four": {30 * second, 30 * second, 30 * second}}},
		{"nothing easier", find(t, p, plan.Work, twist, plan.SideLeft), 12 * second, []press{
			{"Shortened to 20 s on both sides", plan.Work, "supine-twist", 12 * second},
			{"Left out, both sides. That is fine.", plan.Transition, "figure-four", 0},
		}, map[string][]time.Duration{"supine-twist": nil}},
		{"nothing easier, second side", find(t, p, plan.Work, twist, plan.SideRight), 12 * second, []press{
			{"Shortened to 20 s", plan.Work, "supine-twist", 12 * second},
		}, map[string][]time.Duration{"supine-twist": {45 * second, 20 * second}}},
		{"nothing easier, second side of the first of two rounds", find(t, p, plan.Work, bend, plan.SideRight), 30*second + 500*time.Millisecond, []press{
			{"Shortened to 31 s", plan.Work, "side-bend", 30*second + 500*time.Millisecond},
			{"Left out. That is fine.", plan.Transition, "seated-forward-fold", 0},
		}, map[string][]time.Duration{"side-bend": {40 * second}}},
		{"an easier form that needs more time", find(t, p, plan.Work, knees, plan.SideBoth), 12 * second, []press{
			{"Easier form: single-knee-to-chest", plan.Work, "single-knee-to-chest", 0},
			{"Left out, both sides. That is fine.", plan.Transition, "supine-twist", 0},
		}, map[string][]time.Duration{"knees-to-chest": nil}},
		{"late in a hold", find(t, p, plan.Work, twist, plan.SideLeft), 30*second + 400*time.Millisecond, []press{
			{"Shortened to 31 s on both sides", plan.Work, "supine-twist", 30*second + 400*time.Millisecond},
		}, map[string][]time.Duration{"supine-twist": {31 * second, 31 * second}}},
		{"no sides", find(t, p, plan.Work, fold, plan.SideBoth), second, []press{
			{"Shortened to 20 s", plan.Work, "seated-forward-fold", second},
		}, map[string][]time.Duration{"seated-forward-fold": {20 * second, 20 * second, 40 * second}}},
		{"repetitions", find(t, p, plan.Work, rotation, plan.SideBoth), 20 * second, []press{
			{"Shortened to 4 repetitions", plan.Work, "torso-rotation", 20 * second},
			{"Left out. That is fine.", plan.Transition, "hip-circles", 0},
		}, map[string][]time.Duration{"torso-rotation": nil}},
		{"an easier form while getting ready", find(t, p, plan.Transition, catCow, plan.SideBoth), second, []press{
			{"Easier form: seated-cat-cow", plan.Transition, "seated-cat-cow", second},
		}, map[string][]time.Duration{"cat-cow": nil, "seated-cat-cow": {60 * second}}},
	}
	for _, tt := range tests {
		for _, paused := range []bool{false, true} {
			s, now := start(t, p, tt.segment, tt.into)
			if paused {
				s.Pause(now)
			}
			for i, press := range tt.presses {
				ev := s.EaseOff(now)
				v := s.View()
				if len(ev) == 0 || ev[0].Kind != Changed || ev[0].Message.String() != press.said || paused && len(ev) != 1 {
					t.Fatalf("%s: press %d said %v, want %q", tt.name, i+1, ev, press.said)
				}
				if g := v.Current(); g.Kind != press.segment || g.Exercise.ID != press.id || v.Elapsed != press.elapsed {
					t.Errorf("%s: press %d leads to %s of %s at %v", tt.name, i+1, g.Kind, g.Exercise.ID, v.Elapsed)
				}
			}
			for id, want := range tt.lengths {
				if got := lengths(s, id); !slices.Equal(got, want) {
					t.Errorf("%s: %s %v, want %v", tt.name, id, got, want)
				}
			}
			if sum := s.Summary(); len(sum.Eased) != 1 {
				t.Errorf("%s: eased %v", tt.name, sum.Eased)
			}
		}
	}
}

// TestEaseOffEverything leaves everything out and ends well.
func TestEaseOffEverything(t *testing.T) {
	now := time.Now()
	s := New(build(phase{"static", []work{{twist, 1}, {fold, 1}}}), nil, now)
	var last []Event
	for range 4 {
		last = s.EaseOff(now)
	}
	if got := kinds(last); !slices.Equal(got, []EventKind{Changed, DoneEvent}) || s.View().State != Done {
		t.Errorf("in the end: %v, %s", got, s.View().State)
	}
	if s.View().Segment != 0 || s.View().Position != 0 {
		t.Errorf("the end: %+v", s.View())
	}
}

func TestRewarm(t *testing.T) {
	p := combo()
	left, right := find(t, p, plan.Work, twist, plan.SideLeft), find(t, p, plan.Work, twist, plan.SideRight)
	wait := find(t, p, plan.ActivitySlot, activity, plan.SideBoth)
	tests := []struct {
		name    string
		segment int
		rest    time.Duration
		offered bool
		want    []plan.SegmentKind
	}{
		{"a short pause in a hold", left, 10 * minute, false, nil},
		{"a long pause in a hold", left, 10*minute + second, true, []plan.SegmentKind{plan.LeadIn, plan.Work, plan.Transition, plan.Work}},
		{"a long pause in the second side", right, time.Hour, true, []plan.SegmentKind{plan.LeadIn, plan.Work, plan.Transition, plan.Work}},
		{"a long pause while changing sides", right - 1, time.Hour, true, []plan.SegmentKind{plan.LeadIn, plan.Work, plan.Transition, plan.Work}},
		{"a long pause while moving", 1, time.Hour, false, nil},
		{"a short activity", wait, 30 * minute, false, nil},
		{"a long activity", wait, 31 * minute, true, []plan.SegmentKind{plan.LeadIn, plan.Work, plan.Transition, plan.Work}},
	}
	for _, tt := range tests {
		s, now := start(t, p, tt.segment, 0)
		s.Pause(now)
		if s.RewarmOffered(now) {
			t.Errorf("%s: offered at once", tt.name)
		}
		now = setWall(t, now, int(tt.rest/second)) // the machine sleeps, as long as the wall clock says
		if got := s.RewarmOffered(now); got != tt.offered {
			t.Errorf("%s: offered %v", tt.name, got)
		}
		if !tt.offered {
			continue
		}
		ev := s.Rewarm(now)
		v := s.View()
		at := tt.segment
		if tt.segment == wait {
			at++
		}
		if v.State != Playing || v.Segment != at || v.Elapsed != 0 || ev[0].Kind != Changed || ev[len(ev)-1].Kind != GetReady {
			t.Errorf("%s: %s, segment %d at %v, %v", tt.name, v.State, v.Segment, v.Elapsed, kinds(ev))
		}
		for i, k := range tt.want {
			if g := v.Plan.Segments[at+i]; g.Kind != k {
				t.Errorf("%s: segment %d is %s, want %s", tt.name, i, g.Kind, k)
			}
		}
		if m := v.Plan.Segments[at+1]; m.Exercise != marching || m.Length != minute || v.Plan.Segments[at+3].Exercise != twist {
			t.Errorf("%s: %+v", tt.name, m)
		}
		if got := lengths(s, "supine-twist"); !slices.Equal(got, []time.Duration{45 * second, 45 * second}) {
			t.Errorf("%s: the holds became %v", tt.name, got)
		}
		if msg := broken(s, v, "rewarm", ev); msg != "" {
			t.Errorf("%s: %s", tt.name, msg)
		}
	}
}

func TestSummary(t *testing.T) {
	s, now := start(t, combo(), 0, 0)
	play := func(d time.Duration) {
		for ; d > 0; d -= second {
			now = now.Add(second)
			s.Advance(now)
		}
	}
	play(5*second + 84*second) // lead-in and rotation
	play(5 * second)           // on to the circles
	s.Next(now)                // not the left ones
	s.Next(now)
	play(10 * second) // and 10 of 30 s of the right ones
	s.Next(now)
	s.Next(now)
	s.EaseOff(now) // seated cat-cow
	s.EaseOff(now)
	s.EaseOff(now) // left out
	if s.View().State != Waiting {
		t.Fatalf("not waiting: %+v", s.View())
	}
	if got := s.NextStep().ID; got != "session.next-activity" {
		t.Errorf("while waiting: %s", got)
	}
	s.ContinueAfterActivity(now)
	play(5*second + 20*second)
	s.Stop(now)
	sum := s.Summary()
	if sum.Moved != 114*second || sum.Total != 129*second || sum.Complete {
		t.Errorf("moved %v, total %v, complete %v", sum.Moved, sum.Total, sum.Complete)
	}
	if got := ids(sum.Exercises); !slices.Equal(got, []string{"torso-rotation"}) {
		t.Errorf("done %v", got)
	}
	if got := ids(sum.Skipped); !slices.Equal(got, []string{"seated-cat-cow", "hip-circles"}) {
		t.Errorf("skipped %v", got)
	}
	if got := ids(sum.Eased); !slices.Equal(got, []string{"cat-cow"}) {
		t.Errorf("eased %v", got)
	}
	if got := s.NextStep().ID; got != "session.next-stopped" {
		t.Errorf("stopped: %s", got)
	}
	if ev := s.Stop(now); ev != nil {
		t.Errorf("stopping twice said %v", ev)
	}
}

func TestNextStep(t *testing.T) {
	swings := reps("arm-swing-rotation", "standing", "alternate", 10, 5*second)
	for want, p := range map[string]*plan.Plan{
		"Got five more minutes?":                                    build(phase{"dynamic", []work{{swings, 1}}}),
		"You are warm now: a good moment for what you had planned.": build(phase{"dynamic", []work{{rotation, 1}}}),
		"Get up slowly, and notice how your back feels.":            combo(),
		"Walk a few steps before you sit down again.":               build(phase{"static", []work{{easyFour, 1}}}),
	} {
		now := time.Now()
		s := New(p, nil, now)
		for s.View().State != Done {
			s.Next(now)
		}
		if got := s.NextStep().String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
