package draft

import (
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
)

// contentOf is what a file says.
func contentOf(f routines.File) Content {
	c := Content{
		Name: f.Name, About: f.About, For: f.For, When: f.When,
		Extras: some(f.Extras), Fixed: f.Fixed,
		Shortest: length(f.Shortest), Longest: length(f.Longest),
		Pace: f.Pace, Notes: some(f.Notes),
	}
	for _, p := range f.Phases {
		phase := Phase{Name: p.Name, Kind: exercise.Kind(p.Kind)}
		for _, s := range p.Steps {
			phase.Steps = append(phase.Steps, Step{
				Exercise: s.Exercise,
				Reps:     number(s.Reps), Tempo: length(s.Tempo),
				Hold: length(s.Hold), Rounds: number(s.Rounds),
				Time: length(s.Time), Priority: number(s.Priority), Note: s.Note,
			})
		}
		c.Phases = append(c.Phases, phase)
	}
	return c
}

// number is a number, or zero where none is said.
func number(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// length is a time, or zero where none is said.
func length(t *tomlfile.Duration) time.Duration {
	if t == nil {
		return 0
	}
	return time.Duration(*t)
}
