package breaks

import "time"

// How the clock behaves where a person has no say.
const (
	// Lead is how long before a break the heads-up comes.
	Lead = time.Minute
	// LookAgain is the longest time between two looks at the clock. A computer that slept unnoticed (golang/go#35012:
	// timers stand still meanwhile) is found out within it, at 0.003 wake-ups a second.
	LookAgain = 5 * time.Minute
	// DefaultLength is how long a break takes when nobody said: the three-minute chair break.
	DefaultLength = 3 * time.Minute
	// TypingLimit is how long a break waits for the keys to rest; somebody may type for hours.
	TypingLimit = 2 * time.Minute
)
