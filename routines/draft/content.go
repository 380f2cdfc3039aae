// Package draft is a routine being written: its text, what the text says, every step back and forward, and the file it
// is kept in.
//
// In goes the text of a routine file of any style and changes to what it says; out comes a text that says so and differs
// from the one before only where it must, so that comments, order and spacing stay as a person wrote them. What a text
// means is for package routines to say; a draft may be unfinished.
package draft

import (
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Key tells a phase or a step from all others of a routine being written. It stays with it wherever it is moved, and
// when the move is taken back.
type Key int

// Content is what a routine file says, finished or not: texts that are empty and numbers that are zero are not said.
type Content struct {
	Name, About, For, When string
	Extras                 []string // exercise ids
	Fixed                  bool
	Shortest, Longest      time.Duration
	Pace                   string
	Notes                  []string
	Phases                 []Phase

	last Key // the highest ever given out, so that none is given twice
	in   *world
}

// world is what a content needs to know of what is around it. It does not change.
type world struct {
	cat *exercise.Catalogue
	say func(message.Message) string // names new phases in the person's language
}

// Phase is a run of steps of one kind.
type Phase struct {
	Key   Key
	Name  string
	Kind  exercise.Kind // as it is written: it may be none that exists
	Steps []Step
}

// Step is an exercise at its place. The exercise's own dose counts where the step says nothing.
type Step struct {
	Key         Key
	Exercise    string // an id; it may be none that exists
	Reps        int
	Tempo, Hold time.Duration
	Rounds      int
	Time        time.Duration // activity: zero is open-ended
	Priority    int           // 1 stays, 2 may be dropped, 3 is dropped first; 0 is 1
	Note        string
}
