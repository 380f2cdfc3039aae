package settings

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// limits bound the file. Keys of [lengths] are file names, up to 255 bytes, with every one of them escaped.
var limits = tomlfile.Limits{Size: 256 << 10, Depth: 8, Key: 2000}

// Load reads the settings at path. A value that is missing or cannot be used is the default one; the problems say
// what cannot be used and why. No file at all is no problem. Nothing is written.
func Load(path string) (Settings, tomlfile.Problems) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return Default(), nil
	}
	data, problems := tomlfile.ReadPath(path, limits)
	if problems != nil {
		return Default(), problems
	}
	s, doc := read(path, data)
	return s, doc.Problems()
}

// read makes settings of TOML text.
func read(file string, data []byte) (Settings, *tomlfile.Doc) {
	doc := tomlfile.Parse(file, data, limits)
	s := Default()
	doc.Decode(&s)
	s.check(doc)
	return s.tidy(), doc
}

// check replaces what cannot be used by the default, and says so.
func (s *Settings) check(doc *tomlfile.Doc) {
	d := Default()
	if !checkLength(doc, "length", s.Length) {
		s.Length = d.Length
	}
	if !slices.Contains(HoldFloors, s.HoldFloor) {
		doc.Add("hold_floor", message.New("settings.hold-floor", `hold_floor can be "20s" or "30s"; found "{{.Found}}"`, "Found", s.HoldFloor.String()))
		s.HoldFloor = d.HoldFloor
	}
	if !doc.Between("volume", s.Volume, 0, 100) {
		s.Volume = d.Volume
	}
	if !slices.Contains(TextSizes, s.TextSize) {
		doc.Add("text_size", message.New("settings.text-size", "text_size can be 100, 110, 125, 150, 175 or 200; found {{.Found}}", "Found", s.TextSize))
		s.TextSize = d.TextSize
	}
	for _, c := range []struct {
		key     string
		value   *string
		choices []string
		instead string
	}{
		{"pace", &s.Pace, Paces, d.Pace},
		{"theme", &s.Theme, Themes, d.Theme},
		{"figure", &s.Figure, Figures, d.Figure},
		{"skin", &s.Skin, Skins, d.Skin},
		{"hair", &s.Hair, Hairs, d.Hair},
		{"reduced_motion", &s.ReducedMotion, Motions, d.ReducedMotion},
		{"start_screen", &s.StartScreen, StartScreens, d.StartScreen},
	} {
		if !doc.Choice(c.key, c.key, *c.value, c.choices) {
			*c.value = c.instead
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.Lengths)) {
		if !checkLength(doc, tomlfile.Join("lengths", id), s.Lengths[id]) {
			delete(s.Lengths, id)
		}
	}
	s.Breaks.Check(doc, "breaks")
}

// checkLength checks the length of a session.
func checkLength(doc *tomlfile.Doc, path string, d tomlfile.Duration) bool {
	if !doc.BetweenTimes(path, d, Shortest, Longest) {
		return false
	}
	if time.Duration(d)%time.Minute != 0 {
		doc.Add(path, message.New("settings.minutes", `a length is whole minutes, such as "{{.Nearest}}"; found "{{.Found}}"`,
			"Nearest", tomlfile.Duration(time.Duration(d).Round(time.Minute)).String(), "Found", d.String()))
		return false
	}
	return true
}
