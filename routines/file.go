package routines

import "catcow/routines/tomlfile"

// File is a routine file as it is written; what it must hold is checked by Parse. A pointer tells what was left out
// from what is zero.
type File struct {
	Name     string             `toml:"name"`
	About    string             `toml:"about"`
	For      string             `toml:"for"`
	When     string             `toml:"when"`
	Extras   []string           `toml:"extras"`
	Fixed    bool               `toml:"fixed"`
	Shortest *tomlfile.Duration `toml:"shortest"`
	Longest  *tomlfile.Duration `toml:"longest"`
	Pace     string             `toml:"pace"`
	Notes    []string           `toml:"notes"`
	Phases   []FilePhase        `toml:"phase"`
}

// FilePhase is a [[phase]] as it is written.
type FilePhase struct {
	Name  string     `toml:"name"`
	Kind  string     `toml:"kind"`
	Steps []FileStep `toml:"step"`
}

// FileStep is a [[phase.step]] as it is written.
type FileStep struct {
	Exercise string             `toml:"exercise"`
	Reps     *int               `toml:"reps"`
	Tempo    *tomlfile.Duration `toml:"tempo"`
	Hold     *tomlfile.Duration `toml:"hold"`
	Rounds   *int               `toml:"rounds"`
	Time     *tomlfile.Duration `toml:"time"`
	Priority *int               `toml:"priority"`
	Note     string             `toml:"note"`
}

// What a routine file may hold: entries, and characters of a text.
const (
	MostPhases = 20
	MostSteps  = 200 // in all phases together
	MostExtras = 30
	MostNotes  = 8
	MostName   = 60
	MostPhase  = 40
	MostLine   = 120 // about, for, when, the note of a step
	MostNote   = 300
)

// Paces are what pace may be, from quick to slow.
var Paces = []string{"brisk", "relaxed", "slow"}
