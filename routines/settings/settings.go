// Package settings is what the person chose: session length, pace, sounds, looks, breaks.
//
// In goes settings.toml, a file the window saves and a person may edit by hand; out comes a Settings in which every
// value is usable, and every problem of the file with line and column. Going the other way only what changed is
// changed: comments, order and spacing stay as the person left them.
package settings

import (
	"maps"
	"time"

	"catcow/routines/breaks"
	"catcow/routines/figure"
	"catcow/routines/plan"
	"catcow/routines/tomlfile"
)

// File is the name of the settings in the data folder.
const File = "settings.toml"

// Settings are all of them. The zero value is not useful; start from Default.
type Settings struct {
	Length    tomlfile.Duration `toml:"length"`     // session length, whole minutes, Shortest to Longest
	Pace      string            `toml:"pace"`       // see Paces; PlanPace is what package plan takes
	HoldFloor tomlfile.Duration `toml:"hold_floor"` // shortest static hold, see HoldFloors
	Warm      bool              `toml:"warm"`       // already warm when a session starts: no warm-up is put before holds

	BreathPacer bool `toml:"breath_pacer"`
	Sounds      bool `toml:"sounds"`
	Volume      int  `toml:"volume"` // 0 to 100
	Voice       bool `toml:"voice"`

	Theme         string `toml:"theme"`          // see Themes
	Figure        string `toml:"figure"`         // see Figures
	Skin          string `toml:"skin"`           // see Skins
	Hair          string `toml:"hair"`           // see Hairs
	TextSize      int    `toml:"text_size"`      // percent, see TextSizes
	ReducedMotion string `toml:"reduced_motion"` // see Motions
	StartScreen   string `toml:"start_screen"`   // see StartScreens

	Breaks  breaks.Rules                 `toml:"breaks"`
	Lengths map[string]tomlfile.Duration `toml:"lengths"` // by routine id: the length last chosen for it; nil when none was
}

// What the settings can be.
var (
	Paces        = []string{"routine", string(plan.Brisk), string(plan.Relaxed), string(plan.Slow)} // "routine": each its own
	Themes       = []string{"system", "espresso", "tea"}                                            // "system": light or dim as the desktop is
	Figures      = figure.Builds()
	Skins        = names(figure.SkinTones())
	Hairs        = names(figure.HairTones())
	TextSizes    = []int{100, 110, 125, 150, 175, 200}
	Motions      = []string{"system", "on", "off"}
	StartScreens = []string{"today", "routines", "exercises"}
	// HoldFloors are 20 s, the shortest hold worth doing, and 30 s for 60 and over or lasting flexibility (ACSM 2011).
	HoldFloors = []tomlfile.Duration{tomlfile.Duration(20 * time.Second), tomlfile.Duration(30 * time.Second)}
)

func names(tones []figure.Tone) []string {
	var out []string
	for _, t := range tones {
		out = append(out, t.Name)
	}
	return out
}

// The bounds of a session's length: no routine is offered beyond 45 min (exercise science part 5.5).
const (
	Shortest = tomlfile.Duration(time.Minute)
	Longest  = tomlfile.Duration(45 * time.Minute)
)

// Default are the settings of a new person.
func Default() Settings {
	return Settings{
		Length: tomlfile.Duration(10 * time.Minute), Pace: "routine", HoldFloor: HoldFloors[0],
		BreathPacer: true, Sounds: true, Volume: 60,
		Theme: "system", Figure: Figures[0], Skin: "amber", Hair: "brown", TextSize: 100, ReducedMotion: "system", StartScreen: "today",
		Breaks: breaks.DefaultRules(),
	}
}

// tidy is a copy in which lists without entries are nil, so that equal settings are equal to reflect.DeepEqual.
func (s Settings) tidy() Settings {
	if s.Lengths = maps.Clone(s.Lengths); len(s.Lengths) == 0 {
		s.Lengths = nil
	}
	s.Breaks.Tidy()
	return s
}

// PlanPace is the pace for a plan: "" when each routine keeps its own.
func (s Settings) PlanPace() plan.Pace {
	if s.Pace == Paces[0] {
		return ""
	}
	return plan.Pace(s.Pace)
}

// LengthFor is the length to offer for a routine: the one last chosen for it, else the session length.
func (s Settings) LengthFor(routine string) time.Duration {
	if d, ok := s.Lengths[routine]; ok {
		return time.Duration(d)
	}
	return time.Duration(s.Length)
}
