package session

import "time"

// clock turns the readings handed in by the caller into time played.
//
// A time.Time from time.Now carries two clocks. The monotonic one is steady but stands still while a Linux or macOS
// machine is suspended; the wall clock runs on through a suspend but can be set. So:
//
//   - Time played is the difference of two monotonic readings. It is a difference and never a count, and the
//     differences of one clock add up exactly, however often or seldom it is read: the end of every segment is a
//     deadline, fixed by the reading at which playing began. Setting the wall clock, leap seconds and daylight saving
//     (which changes only how a time is written) do not enter it.
//   - A gap is more than GapLimit by either clock: by the monotonic one for a stall (and for a suspend where that
//     clock runs on, as on Windows), by the wall clock for a suspend where it stands still. The two clocks alone
//     cannot tell a suspend from a wall clock that was set forward; pausing is right for the first and harmless for
//     the second, while playing on would be wrong for the first. Neither ever counts as time played.
//   - A wall clock set back, or forward by no more than GapLimit, is ignored.
//
// Readings without a monotonic clock (a time that was stored, or built in a test) fall back to the wall clock for
// both; then a step back counts as no time at all.
type clock struct{ seen time.Time }

// tick notes a reading and gives the time played since the one before, never negative, and whether it was a gap.
func (c *clock) tick(now time.Time) (played time.Duration, gap bool) {
	played, wall := max(now.Sub(c.seen), 0), wallSince(now, c.seen)
	c.seen = now
	return played, played > GapLimit || wall > GapLimit
}

// wallSince is how long it was from one reading to another by the wall clock alone.
func wallSince(now, then time.Time) time.Duration { return now.Round(0).Sub(then.Round(0)) }

// since is how long it was from one reading to another for the body, which rests through a suspend as well: the
// longer of both clocks.
func since(now, then time.Time) time.Duration {
	return max(now.Sub(then), wallSince(now, then), 0)
}
