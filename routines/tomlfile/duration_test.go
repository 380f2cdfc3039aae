package tomlfile

import (
	"testing"
	"time"
)

func TestDuration(t *testing.T) {
	tests := []struct {
		text string
		want time.Duration
		bad  string // the message; "" when good
	}{
		{"40s", 40 * time.Second, ""},
		{"1m30s", 90 * time.Second, ""},
		{"90s", 90 * time.Second, ""},
		{"2h", 2 * time.Hour, ""},
		{"1h1m1s", time.Hour + time.Minute + time.Second, ""},
		{"0s", 0, ""},
		{"24h", 24 * time.Hour, ""},
		{"86400s", 24 * time.Hour, ""},
		{"24h1s", 0, `"24h1s" is too long a time; the longest is "24h"`},
		{"9999999h", 0, `"9999999h" is too long a time; the longest is "24h"`},
		{"99999999999999999999h", 0, `"99999999999999999999h" is not a time; write whole seconds, minutes or hours, such as "45s" or "1m30s"`},
		{"-5s", 0, `"-5s" is less than nothing; a time is "0s" or more`},
		{"40", 0, `"40" is not a time as files write it; did you mean "40s"?`},
		{"40 s", 0, `"40 s" is not a time as files write it; did you mean "40s"?`},
		{" 40s", 0, `" 40s" is not a time as files write it; did you mean "40s"?`},
		{"40S", 0, `"40S" is not a time as files write it; did you mean "40s"?`},
		{"40 seconds", 0, `"40 seconds" is not a time as files write it; did you mean "40s"?`},
		{"2 min 5 sec", 0, `"2 min 5 sec" is not a time as files write it; did you mean "2m5s"?`},
		{"1.5m", 0, `"1.5m" is not a time as files write it; did you mean "1m30s"?`},
		{"30s1m", 0, `"30s1m" is not a time as files write it; did you mean "1m30s"?`},
		{"", 0, `"" is not a time; write whole seconds, minutes or hours, such as "45s" or "1m30s"`},
		{"soon", 0, `"soon" is not a time; write whole seconds, minutes or hours, such as "45s" or "1m30s"`},
		{"500ms", 0, `"500ms" is not a time; write whole seconds, minutes or hours, such as "45s" or "1m30s"`},
		{"1d", 0, `"1d" is not a time; write whole seconds, minutes or hours, such as "45s" or "1m30s"`},
	}
	for _, test := range tests {
		var d Duration
		err := d.UnmarshalText([]byte(test.text))
		switch {
		case test.bad == "" && err != nil:
			t.Errorf("%q: %v", test.text, err)
		case test.bad == "" && time.Duration(d) != test.want:
			t.Errorf("%q is %v, want %v", test.text, time.Duration(d), test.want)
		case test.bad != "" && (err == nil || err.Error() != test.bad):
			t.Errorf("%q: %v\nwant %s", test.text, err, test.bad)
		}
	}
}

// Every whole second that can be written reads back as itself, in one way only.
func TestDurationRoundTrip(t *testing.T) {
	seen := map[string]bool{}
	for d := time.Duration(0); d <= MaxDuration; d += 7 * time.Second {
		text := Duration(d).String()
		var back Duration
		if err := back.UnmarshalText([]byte(text)); err != nil || time.Duration(back) != d {
			t.Fatalf("%v is written %q and read back as %v, %v", d, text, time.Duration(back), err)
		}
		if seen[text] {
			t.Fatalf("%q stands for two lengths", text)
		}
		seen[text] = true
	}
}
