package breaks

import "time"

// How the clock behaves where a person has no say.
const (
	// Lead is how long before a break the heads-up comes.
	Lead = time.Minute
	// LookAgain is the longest time between two looks at the clock. Timers stand still while a computer sleeps
	// (golang/go#35012), so one that slept unnoticed is found out within it, for 0.003 wake-ups a second.
	LookAgain = 5 * time.Minute
	// Together is how near to each other two breaks are one: the daily reset and an ordinary break, a moment of the clock
	// and a break just taken.
	Together = 10 * time.Minute
	// DefaultLength is how long a break takes when nobody said: the three-minute chair break.
	DefaultLength = 3 * time.Minute
	// DefaultLong is how long a long break and the daily reset take when nobody said: the mid-afternoon reset.
	DefaultLong = 5 * time.Minute
	// LeastIdle is how long nothing must have been touched, even when a break is shorter: someone who reads for a minute
	// takes no break. Locking the screen and sending the computer to sleep are plainer.
	LeastIdle = 3 * time.Minute
	// TypingLimit is how long a break waits for the keys to rest; somebody may type for hours.
	TypingLimit = 2 * time.Minute
	// RunLimit is how long a break runs when nobody says that it ended. No routine is longer than 45 min.
	RunLimit = time.Hour
)

const (
	defaultEvery = 50 * time.Minute
	lateLimit    = time.Minute     // how much later than Next an Advance may come before the time between counts as rest
	slack        = 2 * time.Second // how far two clocks may be apart before one of them was set
	stirLimit    = 2 * time.Minute // how long a computer that is said to sleep may run before nobody believes it
	longGap      = 8 * 24 * time.Hour
	leastActive  = -23 * time.Hour // what a kept duration can hold
	mostActive   = 23 * time.Hour
)
