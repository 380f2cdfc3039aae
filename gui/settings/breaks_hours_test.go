package settings

import (
	"slices"
	"testing"
	"time"
)

func TestTypedHours(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []string // of Monday, which begins with 09:00-12:30 and 13:30-17:00
		says  string
	}{
		{"08:00-12:00", []string{"08:00-12:00", "13:30-17:00"}, ""},
		{"8-12", []string{"08:00-12:00", "13:30-17:00"}, ""},
		{"8.30 – 12.15", []string{"08:30-12:15", "13:30-17:00"}, ""},
		{" 18:00-24:00 ", []string{"13:30-17:00", "18:00-24:00"}, ""},
		{"", []string{"13:30-17:00"}, ""},
		{"09:00-14:00", nil, "09:00-14:00 and 13:30-17:00 overlap; make one of them shorter. Until then 09:00-12:30 stays."},
		{"morning", nil, `"morning" is not a part of a day; write its begin and end, such as "09:00-12:30". Until then 09:00-12:30 stays.`},
		{"25:00-26:00", nil, `"25:00-26:00" is not a part of a day; write its begin and end, such as "09:00-12:30". Until then 09:00-12:30 stays.`},
		{"22:00-02:00", nil, `"22:00-02:00" goes past midnight; write "22:00-24:00" here and "00:00-02:00" on the next day. Until then 09:00-12:30 stays.`},
	} {
		t.Run(c.typed, func(t *testing.T) {
			b := onBreaks(t, chosen())
			before := b.now
			f := b.enter("Monday, hours 1", c.typed)
			if c.want == nil {
				if keys := differing(before, b.now); len(keys) > 0 {
					t.Errorf("what cannot be used changed %v", keys)
				}
				if f.Text != c.typed {
					t.Errorf("what was typed became %q", f.Text)
				}
			} else if !slices.Equal(b.now.Breaks.Hours.Monday, c.want) || len(differing(before, b.now)) != 1 {
				t.Errorf("Monday has %v, want %v", b.now.Breaks.Hours.Monday, c.want)
			}
			if f.message.Text() != c.says {
				t.Errorf("it says %q, want %q", f.message.Text(), c.says)
			}
			b.saves()
		})
	}
}

func TestHoursOfTheWeek(t *testing.T) {
	b := onBreaks(t, chosen())
	all := b.now.Breaks.Hours

	b.press("Saturday: add hours")
	if got := b.now.Breaks.Hours.Saturday; !slices.Equal(got, []string{"09:00-17:00"}) {
		t.Fatalf("Saturday has %v", got)
	}
	if f, ok := b.win.Canvas().Focused().(*field); !ok || f.name != "Saturday, hours 1" {
		t.Errorf("the keyboard is on %v, not on the new hours", b.win.Canvas().Focused())
	}
	b.press("Friday: add hours") // 09:00-14:00 so far
	if got := b.now.Breaks.Hours.Friday; !slices.Equal(got, []string{"09:00-14:00", "15:00-17:00"}) {
		t.Errorf("Friday has %v", got)
	}
	b.press("Saturday: take these hours out")
	if got := b.now.Breaks.Hours.Saturday; len(got) > 0 {
		t.Errorf("Saturday still has %v", got)
	}
	b.enter("Monday, hours 2", "14:00-16:00")
	b.press("Monday's hours for Tuesday to Friday")
	for _, day := range week {
		want := []string{"09:00-12:30", "14:00-16:00"}
		if day == time.Saturday || day == time.Sunday {
			want = nil
		}
		if got := *b.now.Breaks.Hours.Day(day); !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", day, got, want)
		}
	}
	b.saves()
	kept := b.now.Breaks.Hours
	b.press("Only in working hours")
	if hasHours(b.now.Breaks.Hours) {
		t.Error("switched off there still are hours")
	}
	b.saves()
	b.press("Only in working hours")
	if hours := b.now.Breaks.Hours; !slices.Equal(hours.Tuesday, kept.Tuesday) || !slices.Equal(hours.Saturday, kept.Saturday) {
		t.Errorf("switched on again they are %v, not %v", hours, kept)
	}
	if !slices.Equal(all.Tuesday, []string{"09:00-12:30", "13:30-17:00"}) {
		t.Error("a change reached into settings that were given away before")
	}
}

func TestTheNextRange(t *testing.T) {
	for _, c := range []struct {
		have []string
		want string
	}{
		{nil, "09:00-17:00"},
		{[]string{"07:00-08:00"}, "09:00-12:30"},
		{[]string{"09:00-12:00"}, "13:30-17:00"},
		{[]string{"09:00-13:30"}, "14:30-16:30"},
		{[]string{"09:00-12:30", "13:30-17:00"}, "18:00-20:00"},
		{[]string{"20:30-21:30"}, "22:30-24:00"},
		{[]string{"20:30-22:30"}, ""},
		{[]string{"00:00-24:00"}, ""},
	} {
		if got := nextRange(c.have); got != c.want {
			t.Errorf("after %v comes %q, want %q", c.have, got, c.want)
		}
	}
}
