package breaks

import (
	"time"

	"catcow/routines"
	"catcow/routines/message"
)

// Candidate is a routine that can be a break.
type Candidate struct {
	ID, Name string
	Length   time.Duration // as it is played in a break
	Position string        // the furthest it goes from the chair: Seated, Standing or Floor
	Areas    []string      // what its exercises move, see AreasOf; each once
	Suits    bool          // may be chosen by rotation: nothing to fetch, no activity to wait for
}

// Candidates are the routines of a library. Length is how long a routine takes as this person plays it; 0 leaves it out.
func Candidates(lib *routines.Library, length func(*routines.Routine) time.Duration) []Candidate {
	return nil
}

// Choice is what a break will be.
type Choice struct {
	Candidate
	Note *message.Message // the routine that was wanted is not there, and this one stands in for it; usually nil
}

// Choose is the routine of a break of a kind: the one the rules name, or by rotation the one that suits and whose areas
// were moved least lately. Recent is oldest first; False: there is no routine at all.
func Choose(all []Candidate, r Rules, recent []Recent, kind Kind, now time.Time) (Choice, bool) {
	return Choice{}, false
}

// Shorter is the one-minute version of a break: the routine of at most a minute that the position allows and that moves
// most of the same areas. False when there is none, or it is c itself.
func Shorter(c Candidate, all []Candidate, r Rules) (Candidate, bool) { return Candidate{}, false }
