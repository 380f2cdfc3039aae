package breaks

import (
	"reflect"
	"slices"
	"testing"
	"time"
)

// sane checks what must always hold, just after any call at now.
func sane(t *testing.T, c *Clock, now time.Time) {
	t.Helper()
	wall := now.Round(0)
	next := c.Next()
	if !next.IsZero() {
		if !next.After(wall) {
			t.Fatalf("at %v it is called again at %v, which has gone by (%+v)", wall, next, c.deadline())
		}
		if next.Sub(wall) > LookAgain+slack {
			t.Fatalf("at %v it is called again only at %v", wall, next)
		}
	}
	before, recent := c.clone(), slices.Clone(c.recent)
	st := c.Status(now)
	c.State(now)
	if c.Next() != next || !reflect.DeepEqual(c, before) || !reflect.DeepEqual(c.recent, recent) {
		t.Fatal("asking where it stands changed the clock")
	}
	if !(st.Progress >= 0 && st.Progress <= 1) {
		t.Fatalf("progress %v", st.Progress)
	}
	if st.SnoozesLeft < 0 || st.SnoozesLeft > max(c.rules.SnoozeLimit, 0) {
		t.Fatalf("%d snoozes left", st.SnoozesLeft)
	}
	reason := st.Reason.String()
	switch st.Mode {
	case Counting:
		if st.Next.IsZero() && !c.change.IsZero() && c.plan.hasHours() || !st.Next.IsZero() && st.Next.Before(wall.Add(-slack)) {
			t.Fatalf("at %v counting to %v", wall, st.Next)
		}
	case Waiting:
		if st.Next.After(wall.Add(slack)) || st.Progress != 1 || reason == "" {
			t.Fatalf("at %v waiting since %v, progress %v: %q", wall, st.Next, st.Progress, reason)
		}
	case OnBreak:
		if st.Routine == "" || st.Break == "" {
			t.Fatalf("a break without a routine: %+v", st)
		}
	case Paused, Off:
		if reason == "" || !st.Until.IsZero() && st.Until.Before(wall.Add(-slack)) {
			t.Fatalf("at %v %s until %v: %q", wall, st.Mode, st.Until, reason)
		}
	default:
		t.Fatalf("mode %q", st.Mode)
	}
	if c.active > mostActive || c.awayFor < 0 || c.run < 0 || c.snoozes < 0 {
		t.Fatalf("active %v, away %v, run %v, snoozes %d", c.active, c.awayFor, c.run, c.snoozes)
	}
	for i, r := range c.recent {
		if i > 0 && r.At.Before(c.recent[i-1].At.Time) {
			t.Fatal("what was done is out of order")
		}
	}
}

func (s *schedule) hasHours() bool {
	for _, list := range s.week {
		if len(list) > 0 {
			return true
		}
	}
	return false
}
