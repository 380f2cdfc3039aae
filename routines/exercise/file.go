package exercise

import (
	"catcow/routines/figure"
	"catcow/routines/tomlfile"
)

// File is an exercise file as it is written; what it must hold is checked by Parse. A pointer tells what was left out
// from what is zero.
type File struct {
	Name      string           `toml:"name"`
	Aliases   []string         `toml:"aliases"`
	Kind      string           `toml:"kind"`
	Position  string           `toml:"position"`
	Sides     string           `toml:"sides"`
	Load      []string         `toml:"load"`
	Targets   []string         `toml:"targets"`
	Equipment []string         `toml:"equipment"`
	GoodFor   []string         `toml:"good_for"`
	AvoidIf   []string         `toml:"avoid_if"`
	Cues      []string         `toml:"cues"`
	Breath    string           `toml:"breath"`
	Mistake   string           `toml:"mistake"`
	Easier    *FileAlternative `toml:"easier"`
	Harder    *FileAlternative `toml:"harder"`
	Swap      []string         `toml:"swap"`
	Picture   string           `toml:"picture"`
	Dose      FileDose         `toml:"dose"`
	Figure    *figure.Figure   `toml:"figure"`
}

// FileAlternative is an easier or harder way, as it is written.
type FileAlternative struct {
	Text     string `toml:"text"`
	Exercise string `toml:"exercise"`
}

// FileDose is the [dose] table as it is written.
type FileDose struct {
	Mode      *string            `toml:"mode"`
	Reps      *int               `toml:"reps"`
	RepsMin   *int               `toml:"reps_min"`
	RepsMax   *int               `toml:"reps_max"`
	Tempo     *tomlfile.Duration `toml:"tempo"`
	TempoMin  *tomlfile.Duration `toml:"tempo_min"`
	TempoMax  *tomlfile.Duration `toml:"tempo_max"`
	Hold      *tomlfile.Duration `toml:"hold"`
	HoldMin   *tomlfile.Duration `toml:"hold_min"`
	HoldMax   *tomlfile.Duration `toml:"hold_max"`
	Rounds    *int               `toml:"rounds"`
	RoundsMax *int               `toml:"rounds_max"`
	Time      *tomlfile.Duration `toml:"time"`
	TimeMin   *tomlfile.Duration `toml:"time_min"`
	TimeMax   *tomlfile.Duration `toml:"time_max"`
}

// The lengths texts and lists may have, in characters and entries. They are what the window shows without cutting.
const (
	MostName    = 60
	MostAliases = 8
	MostTargets = 8
	MostTarget  = 40
	MostCues    = 5
	MostCue     = 90 // also breath, mistake, easier and harder
	MostSwaps   = 8
	MostPicture = 100
)
