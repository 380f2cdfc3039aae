package advice

import (
	"strconv"
	"strings"
	"time"
)

func itoa(n int) string { return strconv.Itoa(n) }

func join(words []string) string { return strings.Join(words, ", ") }

// seconds is a length as a whole number of seconds, rounded down.
func seconds(d time.Duration) int { return int(d / time.Second) }

// clock writes a length as minutes and seconds: "4:20".
func clock(d time.Duration) string {
	s := seconds(d)
	return strconv.Itoa(s/60) + ":" + strconv.Itoa(s%60/10) + strconv.Itoa(s%10)
}

// containsFold reports whether a text has a small-lettered word in it, whatever its own letters.
func containsFold(text, word string) bool { return strings.Contains(strings.ToLower(text), word) }
