package breaks

import (
	"testing"
	"time"
)

// BenchmarkAdvance is one look of a resident: what it costs to wake up every few minutes.
func BenchmarkAdvance(b *testing.B) {
	for name, r := range map[string]Rules{
		"activity": rules(nil),
		"office":   rules(func(r *Rules) { office(r); r.Daily = "15:00" }),
		"clock":    rules(func(r *Rules) { office(r); r.By, r.Daily = ByClock, "15:00" }),
	} {
		b.Run(name, func(b *testing.B) {
			now := dateIn("2026-11-23 09:00", zone("Europe/Berlin"))
			c := New(r, State{}, now)
			b.ReportAllocs()
			for b.Loop() {
				if len(c.Advance(now)) > 0 {
					c.Asked(now)
				}
				now = c.Next()
			}
		})
	}
}

func BenchmarkStatus(b *testing.B) {
	now := dateIn("2026-11-27 18:00", zone("Europe/Berlin")) // a Friday evening
	c := New(rules(func(r *Rules) { office(r); r.Daily = "15:00" }), State{}, now)
	b.ReportAllocs()
	for b.Loop() {
		c.Status(now)
	}
}

func BenchmarkHours(b *testing.B) {
	always := newSchedule(rules(nil))
	now := dateIn("2026-11-23 09:00", zone("Europe/Berlin"))
	b.ReportAllocs()
	for b.Loop() {
		always.hours(now)
	}
}

func BenchmarkDay(b *testing.B) {
	now := dateIn("2026-11-23 09:00", zone("Europe/Berlin"))
	r := rules(func(r *Rules) { office(r); r.Daily = "15:00" })
	b.ReportAllocs()
	for b.Loop() {
		Day(r, State{}, now, now.Add(-time.Hour))
	}
}
