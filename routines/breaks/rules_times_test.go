package breaks

import (
	"strings"
	"testing"
	"time"
)

// parsed is what was read, written again, or the nearest choice behind a "~", or the whole message behind a "!".
func parsed(text string, err error) string {
	if err == nil {
		return text
	}
	if _, near, ok := strings.Cut(err.Error(), "did you mean \""); ok {
		return "~" + strings.TrimSuffix(near, "\"?")
	}
	return "!" + err.Error()
}

func TestParseTimeOfDay(t *testing.T) {
	for text, want := range map[string]string{
		"15:00": "15:00", "00:00": "00:00", "23:59": "23:59",
		"9:00": "~09:00", "24:00": "~00:00", "15.30": "~15:30", "1500": "~15:00", " 15:00": "~15:00", "15:00:00": "~15:00",
		"3 pm": "~15:00", "12am": "~00:00", "12 PM": "~12:00", "9h": "~09:00", "15h30": "~15:30",
		"25:00": `!"25:00" is not a time of day`, "15:60": "!", "": "!", "noon": "!", "-1:00": "!", "15:00\n15:00": "!",
	} {
		d, err := ParseTimeOfDay(text)
		if got := parsed(clockText(d), err); got != want && !(want[0] == '!' && strings.HasPrefix(got, want)) {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	if d, err := ParseTimeOfDay("15:30"); d != 15*time.Hour+30*time.Minute || err != nil {
		t.Errorf("%v, %v", d, err)
	}
}

func TestParseRange(t *testing.T) {
	for text, want := range map[string]string{
		"09:00-12:30": "09:00-12:30", "00:00-24:00": "00:00-24:00", "23:59-24:00": "23:59-24:00",
		"9-17": "~09:00-17:00", "9 to 5": "~09:00-17:00", "9am - 5pm": "~09:00-17:00", "09:00 – 12:30": "~09:00-12:30", "09:00-05:00": "~09:00-17:00",
		"00:00-00:00": "~00:00-24:00", "18:00-00:00": "~18:00-24:00",
		"22:00-06:00": `!"22:00-06:00" goes past midnight; write "22:00-24:00" here and "00:00-06:00" on the next day`,
		"12:00-12:00": `!"12:00-12:00" ends when it begins`,
		"24:00-24:00": "!", "09:00": "!", "lunch": "!", "": "!", "09:00-25:00": "!",
	} {
		r, err := ParseRange(text)
		if got := parsed(r.String(), err); got != want && !(want[0] == '!' && strings.HasPrefix(got, want)) {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	if r, err := ParseRange("09:00-24:00"); r != (Range{9 * time.Hour, 24 * time.Hour}) || err != nil {
		t.Errorf("%v, %v", r, err)
	}
}

func TestParseDays(t *testing.T) {
	for text, want := range map[string]string{
		"2026-12-24": "2026-12-24", "2026-12-24/2027-01-02": "2026-12-24/2027-01-02", "2028-02-29": "2028-02-29",
		"2026-12-24/2026-12-24": "2026-12-24", // the same day twice is that day
		"2026-02-29":            "~2026-02-28", "2026-11-31/2026-12-02": "~2026-11-30/2026-12-02",
		"24.12.2026": "~2026-12-24", "5. 1. 2027": "~2027-01-05", "2026-1-5": "~2026-01-05", "2026/12/24": "~2026-12-24",
		"2027-01-02/2026-12-24": "~2026-12-24/2027-01-02", "2026-12-24 - 2027-01-02": "~2026-12-24/2027-01-02",
		"2026-12-24 to 2027-01-02": "~2026-12-24/2027-01-02", "2026-12-24..2027-01-02": "~2026-12-24/2027-01-02",
		"2026-13-01": "!", "2026-12-32": "!", "24/12/2026": "!", "xmas": "!", "": "!", "2026-12-24/": "!",
	} {
		d, err := ParseDays(text)
		if got := parsed(d.String(), err); got != want && !(want[0] == '!' && strings.HasPrefix(got, want)) {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// A day is one in the time zone it is asked about, whatever UTC says.
func TestDaysContain(t *testing.T) {
	d, err := ParseDays("2026-12-24/2027-01-02")
	if err != nil {
		t.Fatal(err)
	}
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("east", 14*3600), time.FixedZone("west", -12*3600)} {
		for day, want := range map[time.Time]bool{
			time.Date(2026, 12, 23, 23, 59, 59, 0, zone): false,
			time.Date(2026, 12, 24, 0, 0, 0, 0, zone):    true,
			time.Date(2027, 1, 2, 23, 59, 59, 0, zone):   true,
			time.Date(2027, 1, 3, 0, 0, 0, 0, zone):      false,
		} {
			if d.Contain(day) != want {
				t.Errorf("%v: %v, want %v", day, !want, want)
			}
		}
	}
}
