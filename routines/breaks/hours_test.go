package breaks

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// zones whose clocks change in every way there is: by an hour and by half an hour, at midnight, at night, by a whole day
// (Samoa left out 2011-12-30), and never.
var zones = []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Beirut", "Africa/Casablanca",
	"Pacific/Apia", "Asia/Kolkata", "UTC"}

// changes are the days from 2011 to 2026 on which a zone's clock changes, and the days around them.
func changes(loc *time.Location) []time.Time {
	var out []time.Time
	for t := time.Date(2011, 1, 1, 0, 0, 0, 0, loc); ; {
		_, end := t.ZoneBounds()
		if end.IsZero() || end.Year() > 2026 {
			return append(out, date("2026-11-23"))
		}
		for n := -1; n <= 1; n++ {
			out = append(out, dateOf(end).AddDate(0, 0, n))
		}
		t = end.Add(time.Hour)
	}
}

// TestOnDay compares with looking at the wall clock every five minutes of the days around.
func TestOnDay(t *testing.T) {
	for _, name := range zones {
		loc := zone(name)
		for _, day := range changes(loc) {
			first, last := map[time.Duration]time.Time{}, map[time.Duration]time.Time{}
			begin := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC).Add(-30 * hour)
			var shown time.Time // the last moment that shows the day or one before
			for m := begin; m.Before(begin.Add(80 * hour)); m = m.Add(5 * minute) {
				at := m.In(loc)
				if d := dateOf(at); d.Equal(day) {
					clock := time.Duration(at.Hour())*hour + time.Duration(at.Minute())*minute
					if _, ok := first[clock]; !ok {
						first[clock] = m
					}
					last[clock] = m
				}
				if !dateOf(at).After(day) {
					shown = m
				}
			}
			for clock := time.Duration(0); clock < midnight; clock += 5 * minute {
				early, late := onDay(day, clock, loc, false), onDay(day, clock, loc, true)
				if want, ok := first[clock]; ok {
					if !early.Equal(want) || !late.Equal(last[clock]) {
						t.Fatalf("%s %s %v: %v and %v, want %v and %v", name, day.Format(time.DateOnly), clock, early, late, want.In(loc), last[clock].In(loc))
					}
					continue
				}
				// Leapt over: the moment of the leap, at which the clock shows a later time than a moment before.
				if !early.Equal(late) {
					t.Fatalf("%s %s %v is two: %v, %v", name, day.Format(time.DateOnly), clock, early, late)
				}
				wall := func(t time.Time) time.Time { _, off := t.Zone(); return t.UTC().Add(time.Duration(off) * second) }
				if want := day.Add(clock); !wall(early.Add(-second)).Before(want) || !wall(early).After(want) {
					t.Fatalf("%s %s %v is leapt over at %v", name, day.Format(time.DateOnly), clock, early)
				}
			}
			if next := onDay(day, midnight, loc, false); !next.After(shown) || next.Sub(shown) > 5*minute {
				t.Fatalf("%s %s ends at %v, last shown at %v", name, day.Format(time.DateOnly), next, shown.In(loc))
			}
		}
	}
}

// TestHoursEverywhere compares working hours with the wall clock, minute by minute over the days the clock changes.
func TestHoursEverywhere(t *testing.T) {
	r := rules(nil)
	for day := time.Sunday; day <= time.Saturday; day++ {
		*r.Hours.Day(day) = []string{"00:00-01:10", "01:40-02:20", "02:20-03:40", "22:00-24:00"}
	}
	plan := newSchedule(r)
	inside := func(at time.Time) bool {
		c := time.Duration(at.Hour())*hour + time.Duration(at.Minute())*minute
		return c < 70*minute || c >= 100*minute && c < 220*minute || c >= 22*hour
	}
	for _, name := range zones {
		loc := zone(name)
		for _, day := range changes(loc) {
			begin := onDay(day, 0, loc, false)
			was, till := false, time.Time{}
			for at := begin; at.Before(begin.Add(24 * hour)); at = at.Add(10 * minute) {
				in, change := plan.hours(at)
				// A range goes on from the first time its begin is shown to the last time its end is, so it may hold
				// where the clock shows a time outside a second time; never the other way round.
				if inside(at) && !in {
					t.Fatalf("%s: %v is outside", name, at)
				}
				if in && !inside(at) && !inside(at.Add(-time.Hour)) && !inside(at.Add(time.Hour)) {
					t.Fatalf("%s: %v is inside", name, at)
				}
				if !change.After(at) {
					t.Fatalf("%s: %v changes at %v", name, at, change)
				}
				if !till.IsZero() && at.Before(till) && in != was {
					t.Fatalf("%s: changed at %v, before %v", name, at, till)
				}
				if again, _ := plan.hours(change); again == in {
					t.Fatalf("%s: at %v no change at %v", name, at, change)
				}
				was, till = in, change
			}
		}
	}
}

func TestHoursJoin(t *testing.T) {
	r := rules(nil)
	r.Hours.Friday = []string{"20:00-24:00"}
	r.Hours.Saturday = []string{"00:00-04:00", "04:00-06:00", "10:00-11:00", "10:30-10:45", "nonsense"}
	r.DaysOff = []string{"2026-12-04/2026-12-05", "2026-13-01"}
	plan := newSchedule(r)
	tests := []struct {
		at     string
		in     bool
		change string
	}{
		{"2026-11-23 12:00", false, "2026-11-27 20:00"},
		{"2026-11-27 20:00", true, "2026-11-28 06:00"},
		{"2026-11-28 05:59", true, "2026-11-28 06:00"},
		{"2026-11-28 06:00", false, "2026-11-28 10:00"},
		{"2026-11-28 10:40", true, "2026-11-28 11:00"},
		{"2026-11-28 12:00", false, "2026-12-11 20:00"},
	}
	for _, tt := range tests {
		if in, change := plan.hours(date(tt.at)); in != tt.in || !change.Equal(date(tt.change)) {
			t.Errorf("%s: %v until %v, want %v until %s", tt.at, in, change, tt.in, tt.change)
		}
	}
	r.DaysOff = []string{"2026-01-01/2036-01-01"}
	free := newSchedule(r)
	if in, change := free.hours(date("2026-11-23")); in || !change.IsZero() {
		t.Errorf("%v until %v", in, change)
	}
	// The hour after midnight comes twice; working hours end with the first.
	r = rules(nil)
	r.Hours.Saturday = []string{"20:00-24:00"}
	night := newSchedule(r)
	havana := zone("America/Havana")
	if in, change := night.hours(dateIn("2026-10-31 21:00", havana)); !in || change.Sub(dateIn("2026-10-31 21:00", havana)) != 3*hour {
		t.Errorf("%v until %v", in, change)
	}
	always := newSchedule(rules(nil))
	if in, change := always.hours(date("2026-11-23")); !in || change.Sub(date("2026-11-23")) < 7*24*hour {
		t.Errorf("%v until %v", in, change)
	}
}

// TestMarks compares with looking at the wall clock every minute.
func TestMarks(t *testing.T) {
	for _, minutes := range [][]int{{0}, {25, 55}, {20}, {0, 10, 20, 30, 40, 50}, {59}} {
		plan := newSchedule(rules(byClock(minutes...)))
		for _, name := range zones {
			loc := zone(name)
			for _, day := range changes(loc) {
				at := onDay(day, 0, loc, false).Add(7 * second)
				for end := at.Add(24 * hour); at.Before(end); {
					mark := plan.mark(at)
					want := at.Truncate(minute).Add(minute) // every offset since 2011 is whole minutes
					for !slices.Contains(minutes, want.Minute()) {
						want = want.Add(minute)
					}
					if !mark.Equal(want) {
						t.Fatalf("%s %v: %v after %v, want %v", name, minutes, mark, at, want)
					}
					at = mark
				}
			}
		}
	}
}

func TestNear(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"[0] 0": 10 * minute, "[25 55] 25": 10 * minute, "[0 10 20] 0": 10 * minute, "[0 10 20] 10": 5 * minute, "[0 3] 3": 90 * second, "[0] 7": 10 * minute,
	} {
		for _, minutes := range [][]int{{0}, {25, 55}, {0, 10, 20}, {0, 3}} {
			for m := range 60 {
				if fmt.Sprint(minutes, m) == text {
					plan := newSchedule(rules(byClock(minutes...)))
					if got := plan.near(date("2026-11-23 10:00").Add(time.Duration(m) * minute)); got != want {
						t.Errorf("%s: %v, want %v", text, got, want)
					}
				}
			}
		}
	}
}
