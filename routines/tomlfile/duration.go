package tomlfile

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"catcow/routines/message"
)

// MaxDuration is the longest duration a file may hold.
const MaxDuration = 24 * time.Hour

// Duration is a length of time as files write it: "40s", "1m30s", "2h". Whole seconds, 0 to 24 h.
type Duration time.Duration

// String is the duration as a file writes it, without needless parts: "40s", "1m30s", "2h", "0s".
func (d Duration) String() string {
	seconds := int64(time.Duration(d) / time.Second)
	var b strings.Builder
	for _, unit := range []struct {
		seconds int64
		letter  byte
	}{{3600, 'h'}, {60, 'm'}, {1, 's'}} {
		if n := seconds / unit.seconds; n > 0 {
			b.WriteString(strconv.FormatInt(n, 10))
			b.WriteByte(unit.letter)
			seconds -= n * unit.seconds
		}
	}
	if b.Len() == 0 {
		return "0s"
	}
	return b.String()
}

// MarshalText is String.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

var (
	durationForm  = regexp.MustCompile(`^(?:(\d{1,7})h)?(?:(\d{1,7})m)?(?:(\d{1,7})s)?$`)
	durationLoose = regexp.MustCompile(`^(?:(\d{1,7})(?:\.(\d{1,3}))?\s*(h|hr|hrs|hours?|m|min|mins|minutes?|s|sec|secs|seconds?)?\s*)+$`)
	durationPart  = regexp.MustCompile(`(\d{1,7})(?:\.(\d{1,3}))?\s*([a-z]*)`)
)

// UnmarshalText reads the text of a file. Its errors are message.Message values.
func (d *Duration) UnmarshalText(text []byte) error {
	s := string(text)
	if m := durationForm.FindStringSubmatch(s); m != nil && s != "" {
		var seconds int64
		for i, unit := range []int64{3600, 60, 1} {
			n, _ := strconv.ParseInt("0"+m[i+1], 10, 64) // at most seven digits
			seconds += n * unit
		}
		if seconds > int64(MaxDuration/time.Second) {
			return message.New("file.duration-long", `{{.Found}} is too long a time; the longest is "24h"`, "Found", Quote(s))
		}
		*d = Duration(time.Duration(seconds) * time.Second)
		return nil
	}
	if trimmed := strings.TrimSpace(s); len(trimmed) > 1 && trimmed[0] == '-' {
		return message.New("file.duration-negative", `{{.Found}} is less than nothing; a time is "0s" or more`, "Found", Quote(s))
	}
	if near, ok := looseDuration(s); ok {
		return message.New("file.duration-near", `{{.Found}} is not a time as files write it; did you mean "{{.Nearest}}"?`,
			"Found", Quote(s), "Nearest", near.String())
	}
	return message.New("file.duration", `{{.Found}} is not a time; write whole seconds, minutes or hours, such as "45s" or "1m30s"`,
		"Found", Quote(s))
}

// looseDuration guesses what was meant by "40 sec", "1.5m" or "90".
func looseDuration(s string) (Duration, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if len(s) > 40 || !durationLoose.MatchString(s) {
		return 0, false
	}
	var total float64
	for _, part := range durationPart.FindAllStringSubmatch(s, -1) {
		n, err := strconv.ParseFloat(fmt.Sprintf("%s.%s0", part[1], part[2]), 64)
		if err != nil {
			return 0, false
		}
		switch {
		case strings.HasPrefix(part[3], "h"):
			n *= 3600
		case strings.HasPrefix(part[3], "m"):
			n *= 60
		}
		total += n
	}
	if total > MaxDuration.Seconds() {
		return 0, false
	}
	return Duration(time.Duration(total+0.5) * time.Second), true
}
