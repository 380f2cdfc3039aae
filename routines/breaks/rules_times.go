package breaks

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// midnight is the end of a day, as wall-clock time since its beginning.
const midnight = 24 * time.Hour

// Range is part of a day in wall-clock times since its midnight, whole minutes: 0 <= From < To <= 24h. Wall-clock means
// that on the day a clock changes, 9h is still when the clock says 09:00, not nine hours after midnight.
type Range struct{ From, To time.Duration }

// String is the range as Rules have it: "09:00-12:30".
func (r Range) String() string { return clockText(r.From) + "-" + clockText(r.To) }

func (r Range) overlaps(o Range) bool { return r.From < o.To && o.From < r.To }

// Days are calendar days one after the other, First and Last included. Both are midnight UTC whatever the time zone of
// the person, First <= Last; Contain compares.
type Days struct{ First, Last time.Time }

// Contain reports whether the calendar day of t, in the time zone of t, is one of them.
func (d Days) Contain(t time.Time) bool {
	year, month, day := t.Date()
	date := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return !date.Before(d.First) && !date.After(d.Last)
}

// String is the days as Rules have them: "2026-12-24" or "2026-12-24/2027-01-02".
func (d Days) String() string {
	if d.First.Equal(d.Last) {
		return d.First.Format(time.DateOnly)
	}
	return d.First.Format(time.DateOnly) + "/" + d.Last.Format(time.DateOnly)
}

func clockText(d time.Duration) string {
	return fmt.Sprintf("%02d:%02d", d/time.Hour, d%time.Hour/time.Minute)
}

var timeForm = regexp.MustCompile(`^(?:[01]\d|2[0-3]):[0-5]\d$`)

// ParseTimeOfDay reads a time of day, "00:00" to "23:59", as wall-clock time since midnight. Its errors are
// message.Message values.
func ParseTimeOfDay(text string) (time.Duration, error) {
	if near, ok := looseTime(text); ok {
		if near %= midnight; timeForm.MatchString(text) {
			return near, nil
		}
		return 0, message.New("breaks.time-near", `{{.Found}} is not a time of day as files write it; did you mean "{{.Nearest}}"?`,
			"Found", tomlfile.Quote(text), "Nearest", clockText(near))
	}
	return 0, message.New("breaks.time", `{{.Found}} is not a time of day; write hours and minutes, such as "15:00"`, "Found", tomlfile.Quote(text))
}

// ParseRange reads part of a day: "09:00-12:30". It may end at "24:00". Its errors are message.Message values.
func ParseRange(text string) (Range, error) {
	found := tomlfile.Quote(text)
	r, ok := looseRange(text)
	switch {
	case !ok:
		return Range{}, message.New("breaks.range", `{{.Found}} is not a part of a day; write its begin and end, such as "09:00-12:30"`, "Found", found)
	case r.From >= r.To && r.To == 0:
		r.To = midnight
	case r.From == r.To:
		return Range{}, message.New("breaks.range-none", "{{.Found}} ends when it begins; let it end later or take it out", "Found", found)
	case r.From > r.To && r.To+midnight/2 > r.From:
		r.To += midnight / 2 // nine to five
	case r.From > r.To:
		return Range{}, message.New("breaks.range-night", `{{.Found}} goes past midnight; write "{{.Evening}}" here and "{{.Morning}}" on the next day`,
			"Found", found, "Evening", Range{r.From, midnight}.String(), "Morning", Range{0, r.To}.String())
	}
	if r.String() != text {
		return Range{}, message.New("breaks.range-near", `{{.Found}} is not a part of a day as files write it; did you mean "{{.Nearest}}"?`,
			"Found", found, "Nearest", r.String())
	}
	return r, nil
}

// ParseDays reads a day, "2026-12-24", or days one after the other, "2026-12-24/2027-01-02". Its errors are
// message.Message values.
func ParseDays(text string) (Days, error) {
	d, ok := looseDays(text)
	if !ok {
		return Days{}, message.New("breaks.days", `{{.Found}} is not a day; write year, month and day, such as "2026-12-24", or "2026-12-24/2027-01-02" for all days between`,
			"Found", tomlfile.Quote(text))
	}
	if d.Last.Before(d.First) {
		d.First, d.Last = d.Last, d.First
	}
	if first, last, both := strings.Cut(text, "/"); !(text == d.String() || both && first == last && first == d.String()) {
		return Days{}, message.New("breaks.days-near", `no day is written {{.Found}}; did you mean "{{.Nearest}}"?`,
			"Found", tomlfile.Quote(text), "Nearest", d.String())
	}
	return d, nil
}

var (
	timeLoose  = regexp.MustCompile(`^(\d{1,2})(?:[:.h]?(\d{2})(?::00)?)?\s*(am|pm|h)?$`)
	rangeLoose = regexp.MustCompile(`^(.+?)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(.+)$`)
	dayLoose   = regexp.MustCompile(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$`)
	dayFirst   = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$`)
	daysLoose  = regexp.MustCompile(`^(.+?)\s*(?:/|–|—|\.\.|\s-\s|\bto\b|\buntil\b)\s*(.+)$`)
)

// longest is how much of a text is looked at to guess what was meant.
const longest = 40

func folded(text string) (string, bool) {
	return strings.ToLower(strings.TrimSpace(text)), len(text) <= longest
}

// looseTime guesses the time of day, 0 to 24h, that is meant by "9:00", "15.30", "1500" or "3 pm".
func looseTime(text string) (time.Duration, bool) {
	text, ok := folded(text)
	m := timeLoose.FindStringSubmatch(text)
	if !ok || m == nil {
		return 0, false
	}
	hours, _ := strconv.Atoi(m[1])
	minutes, _ := strconv.Atoi("0" + m[2])
	switch {
	case m[3] == "am" && hours == 12:
		hours = 0
	case m[3] == "pm" && hours < 12:
		hours += 12
	}
	d := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	return d, minutes < 60 && d <= midnight
}

// looseRange guesses a range. Its end may lie before its begin.
func looseRange(text string) (r Range, ok bool) {
	text, short := folded(text)
	m := rangeLoose.FindStringSubmatch(text)
	if !short || m == nil {
		return r, false
	}
	var begins, ends bool
	r.From, begins = looseTime(m[1])
	r.To, ends = looseTime(m[2])
	return r, begins && ends && r.From < midnight
}

// looseDays guesses days. The last may lie before the first.
func looseDays(text string) (d Days, ok bool) {
	text, short := folded(text)
	if !short {
		return d, false
	}
	if day, ok := looseDay(text); ok {
		return Days{day, day}, true
	}
	m := daysLoose.FindStringSubmatch(text)
	if m == nil {
		return d, false
	}
	var begins, ends bool
	d.First, begins = looseDay(m[1])
	d.Last, ends = looseDay(m[2])
	return d, begins && ends
}

// looseDay guesses the day meant by "2026/1/5", "5.1.2026" or "2026-02-30", which is the last of its month.
func looseDay(text string) (time.Time, bool) {
	m := dayLoose.FindStringSubmatch(text)
	if m == nil {
		if m = dayFirst.FindStringSubmatch(text); m == nil {
			return time.Time{}, false
		}
		m[1], m[3] = m[3], m[1]
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return time.Time{}, false
	}
	lastOfMonth := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return time.Date(year, time.Month(month), min(day, lastOfMonth), 0, 0, 0, 0, time.UTC), true
}
