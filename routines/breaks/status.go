package breaks

import (
	"time"

	"catcow/routines/message"
)

// Mode is what the clock is doing.
type Mode string

// The modes.
const (
	Counting Mode = "counting" // towards the next break; also while the person is away, and while a break is put off
	Waiting  Mode = "waiting"  // a break is due and unanswered: it waits for a call to end, or for an answer
	OnBreak  Mode = "break"    // a break is being taken
	Paused   Mode = "paused"   // until Status.Until, or until Resume
	Off      Mode = "off"      // switched off; or outside working hours, and then Status.Until says when they begin
)

// Status is where the clock stands; everything a tray, a menu or a script wants to know.
type Status struct {
	Mode        Mode
	Break       Kind            // of the break that comes, is due or is being taken
	Routine     string          // while on a break: the routine's id
	Next        time.Time       // when the next break is expected if nothing comes between; since when it is due while waiting; zero: none
	Progress    float64         // towards the next break, 0 to 1
	Reason      message.Message // why it is not simply counting, else the zero Message
	Until       time.Time       // when the pause or the time off ends; zero: when told
	Away        bool            // the person is away
	SnoozesLeft int             // how often this break can still be put off
}
