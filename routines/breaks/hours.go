package breaks

import (
	"cmp"
	"slices"
	"time"
)

// schedule is what the rules say of days and times of day, read once.
type schedule struct {
	week    [7][]Range // by weekday, in order; those that touch are joined
	off     []Days
	minutes []int // past the hour; nil when the clock does not matter
	daily   time.Duration
	hasDay  bool // there is a daily reset
}

// newSchedule reads the rules. What cannot be read is left out: who reads the rules from a file says so.
func newSchedule(r Rules) schedule {
	var s schedule
	some := false
	for day := time.Sunday; day <= time.Saturday; day++ {
		for _, text := range *r.Hours.Day(day) {
			if p, err := ParseRange(text); err == nil {
				s.week[day] = append(s.week[day], p)
				some = true
			}
		}
		s.week[day] = joined(s.week[day])
	}
	for day := range s.week {
		if !some {
			s.week[day] = []Range{{0, midnight}}
		}
	}
	for _, text := range r.DaysOff {
		if d, err := ParseDays(text); err == nil {
			s.off = append(s.off, d)
		}
	}
	if r.By == ByClock {
		for _, m := range r.Minutes {
			if m >= 0 && m < 60 {
				s.minutes = append(s.minutes, m)
			}
		}
		slices.Sort(s.minutes)
		if s.minutes = slices.Compact(s.minutes); s.minutes == nil {
			s.minutes = DefaultRules().Minutes
		}
	}
	if d, err := ParseTimeOfDay(r.Daily); err == nil {
		s.daily, s.hasDay = d, true
	}
	return s
}

func joined(list []Range) []Range {
	slices.SortFunc(list, func(a, b Range) int { return cmp.Compare(a.From, b.From) })
	var out []Range
	for _, r := range list {
		if n := len(out); n > 0 && r.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, r.To)
			continue
		}
		out = append(out, r)
	}
	return out
}

// dateOf is the calendar day of a moment, as Days has it: midnight UTC.
func dateOf(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// onDay is when the clock on the wall shows a time on a calendar day. A time that the clock leaps over is the moment of
// the leap; of one that it shows twice, it is the first or, when late, the last.
func onDay(date time.Time, clock time.Duration, loc *time.Location, late bool) time.Time {
	want := date.Add(clock) // in UTC, where every time of day is there once
	year, month, day := want.Date()
	t := time.Date(year, month, day, want.Hour(), want.Minute(), 0, 0, loc)
	begin, end := t.ZoneBounds()
	_, offset := t.Zone()
	switch have := t.Add(time.Duration(offset) * time.Second); { // what the wall shows, as UTC
	case have.After(want):
		return begin
	case have.Before(want):
		return end
	}
	if !late && !begin.IsZero() {
		_, before := begin.Add(-1).Zone()
		if u := t.Add(time.Duration(offset-before) * time.Second); u.Before(begin) {
			return u
		}
	}
	if late && !end.IsZero() {
		_, after := end.Zone()
		if u := t.Add(time.Duration(offset-after) * time.Second); !u.Before(end) {
			return u
		}
	}
	return t
}

// spans are the working hours of a calendar day, in order.
func (s *schedule) spans(date time.Time, loc *time.Location) []Span {
	for _, off := range s.off {
		if off.Contain(date) {
			return nil
		}
	}
	var out []Span
	for _, r := range s.week[date.Weekday()] {
		span := Span{onDay(date, r.From, loc, false), onDay(date, r.To, loc, true)}
		if r.To == midnight {
			span.To = onDay(date, r.To, loc, false) // when the next day begins
		}
		if span.From.Before(span.To) { // not all of it leapt over
			out = append(out, span)
		}
	}
	return out
}

// How far working hours are looked for: across a night shift and the longest time off.
const (
	joinedDays = 8
	farDays    = 800
)

// hours reports whether t lies in working hours, and when that may change; zero is not in sight. Hours without a gap
// between them are one, also across midnight.
func (s *schedule) hours(t time.Time) (in bool, change time.Time) {
	today := dateOf(t)
	for n := -1; n <= farDays; n++ {
		for _, span := range s.spans(today.AddDate(0, 0, n), t.Location()) {
			switch {
			case !span.To.After(t):
			case in && span.From.After(change):
				return true, change
			case in || !span.From.After(t):
				if in = true; span.To.After(change) {
					change = span.To
				}
			default:
				return false, span.From
			}
		}
		if in && n >= joinedDays {
			break
		}
	}
	return in, change
}

// mark is the first moment after t, strictly, at one of the minutes.
func (s *schedule) mark(t time.Time) time.Time {
	t = t.Add(time.Minute - time.Duration(t.Second())*time.Second - time.Duration(t.Nanosecond()))
	for range 3 * 60 { // some clocks leap by half an hour
		if slices.Contains(s.minutes, t.Minute()) {
			break
		}
		t = t.Add(time.Minute)
	}
	return t
}

// near is how long after a break a mark is still the same break: Together, but no more than half of the way from the
// mark before.
func (s *schedule) near(mark time.Time) time.Duration {
	i := slices.Index(s.minutes, mark.Minute())
	if i < 0 {
		return Together
	}
	gap := 60
	if n := len(s.minutes); n > 1 {
		gap = (s.minutes[i] - s.minutes[(i+n-1)%n] + 60) % 60
	}
	return min(Together, time.Duration(gap)*time.Minute/2)
}
