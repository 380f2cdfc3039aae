package breaks

import (
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
)

// Candidate is a routine that can be a break.
type Candidate struct {
	ID, Name string
	Length   time.Duration   // as it is played in a break
	Position string          // the furthest it goes from the chair: Seated, Standing or Floor
	Areas    []exercise.Area // what it moves, each once
	Suits    bool            // may be chosen by rotation
}

// Candidates are the routines of a library, in its order. Length is how long a routine takes as this person plays it; 0
// leaves it out.
//
// What suits a break can be played beside the desk, at once: nothing to fetch, no activity to wait for. Of the shipped
// routines only those do whose every exercise is good for the desk, which leaves a warm-up for lifting out; a person's
// own are theirs to judge.
func Candidates(lib *routines.Library, length func(*routines.Routine) time.Duration) []Candidate {
	var out []Candidate
	for _, r := range lib.Routines {
		c := Candidate{ID: r.ID, Name: r.Name, Length: length(r), Position: Seated, Suits: true}
		if c.Length <= 0 {
			continue
		}
		exercises := exercisesOf(r)
		c.Areas = AreasOf(exercises)
		for _, e := range exercises {
			switch {
			case e.Position.OnFloor():
				c.Position = Floor
			case e.Position == exercise.Standing && c.Position == Seated:
				c.Position = Standing
			}
			if e.Kind == exercise.Activity || len(e.NeedsFetching()) > 0 || r.Source != exercise.Own && !atDesk(e) {
				c.Suits = false
			}
		}
		out = append(out, c)
	}
	return out
}

func atDesk(e *exercise.Exercise) bool {
	return slices.Contains(e.GoodFor, "desk") || slices.Contains(e.GoodFor, "micro-break")
}

func exercisesOf(r *routines.Routine) []*exercise.Exercise {
	var out []*exercise.Exercise
	for _, p := range r.Phases {
		for _, s := range p.Steps {
			out = append(out, s.Exercise)
		}
	}
	return out
}

// AreasOf lists what exercises move, from head to foot, each area once: what End and Did are told of a session.
func AreasOf(list []*exercise.Exercise) []exercise.Area {
	moved := map[exercise.Area]bool{}
	for _, e := range list {
		for _, a := range e.Areas() {
			moved[a] = true
		}
	}
	var out []exercise.Area
	for _, a := range exercise.Areas {
		if moved[a] {
			out = append(out, a)
		}
	}
	return out
}
