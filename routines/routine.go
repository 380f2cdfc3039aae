// Package routines is the routine: phases of steps, read from TOML files people own, checked, written and kept
// in a library of shipped and own ones.
//
// In goes a file such as morning-espresso.toml (this folder holds the shipped ones); out comes a Routine whose
// every step names an exercise of the catalogue, or every mistake in the file with its line and column. Fitting a
// routine to a length is package plan.
package routines

import (
	"time"

	"catcow/routines/exercise"
)

// Routine is phases in order.
type Routine struct {
	ID     string // the file's name without .toml
	Name   string
	For    string // who it is for, in a few words
	When   string // when to play it
	About  string // one line under the name: what it does
	Notes  []string
	Extras []string // exercise ids, joined in this order when more time is asked for
	Fixed  bool     // played at its natural length only (the one-minute routines)
	// Shortest and Longest are what the file promises, whole minutes; zero when it says nothing and the plan
	// decides. The plan checks them, it never trusts them.
	Shortest, Longest time.Duration
	Pace              string // default pace for this routine, or "": brisk, relaxed, slow
	Phases            []Phase

	Source    exercise.Source
	Path      string // own files: where it lies
	Overrides bool   // a person's own file that stands in front of a shipped one of the same id
}

// Phase is a run of steps of one kind.
type Phase struct {
	Name  string
	Kind  exercise.Kind
	Steps []Step // an activity phase has exactly one, of kind activity
}

// Step is an exercise at its place in a routine. The dose given here replaces the exercise's default; its bounds
// stay the exercise's.
type Step struct {
	Exercise *exercise.Exercise
	Reps     int           // 0: the exercise's own
	Tempo    time.Duration // 0: the exercise's own
	Hold     time.Duration // 0: the exercise's own
	Rounds   int           // 0: the exercise's own
	Time     time.Duration // activity: 0 is open-ended
	Priority int           // 1 stays, 2 may be dropped, 3 is dropped first
	Note     string
}

// Dose is the step's dose: the exercise's with what the step says in front.
func (s Step) Dose() exercise.Dose {
	d := s.Exercise.Dose
	if s.Reps > 0 {
		d.Reps = s.Reps
	}
	if s.Tempo > 0 {
		d.Tempo = s.Tempo
	}
	if s.Hold > 0 {
		d.Hold = s.Hold
	}
	if s.Rounds > 0 {
		d.Rounds = s.Rounds
	}
	if s.Time > 0 {
		d.Time = s.Time
	}
	return d
}
