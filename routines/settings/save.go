package settings

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"catcow/routines/tomlfile"
)

// entry is one setting as the file has it.
type entry struct {
	key, value string // value as TOML
	about      string // comment in a new file
}

const fileHead = `# Settings of Catcow. The window writes this file and reads it again when you change it by hand.
# Your comments, order and spacing stay.

`

const lengthsHead = `[lengths] # by routine: the length last chosen for it`

// entries are the settings in the order of a new file, the lengths apart.
func (s Settings) entries() []entry {
	return []entry{
		{"length", quote(s.Length.String()), "session length, 1m to 45m"},
		{"pace", quote(s.Pace), "time to change between exercises: " + strings.Join(Paces, ", ")},
		{"hold_floor", quote(s.HoldFloor.String()), "shortest hold: 20s, or 30s for 60 and over or lasting flexibility"},
		{"warm", strconv.FormatBool(s.Warm), "true: already warm, no warm-up is put before holds"},
		{"breath_pacer", strconv.FormatBool(s.BreathPacer), "a breath to follow in holds"},
		{"sounds", strconv.FormatBool(s.Sounds), ""},
		{"volume", strconv.Itoa(s.Volume), "0 to 100"},
		{"voice", strconv.FormatBool(s.Voice), "cues spoken by the system"},
		{"theme", quote(s.Theme), strings.Join(Themes, ", ")},
		{"figure", quote(s.Figure), "who shows the way: " + strings.Join(Figures, ", ")},
		{"skin", quote(s.Skin), "of the figure: " + strings.Join(Skins, ", ")},
		{"hair", quote(s.Hair), "of the figure: " + strings.Join(Hairs, ", ")},
		{"text_size", strconv.Itoa(s.TextSize), "percent: 100, 110, 125, 150, 175, 200"},
		{"reduced_motion", quote(s.ReducedMotion), strings.Join(Motions, ", ")},
		{"start_screen", quote(s.StartScreen), strings.Join(StartScreens, ", ")},
	}
}

// fresh is a new file.
func (s Settings) fresh() []byte {
	var b bytes.Buffer
	b.WriteString(fileHead)
	for _, e := range s.entries() {
		line := fmt.Sprintf("%-14s = %s", e.key, e.value)
		if e.about != "" {
			line = fmt.Sprintf("%-32s # %s", line, e.about)
		}
		b.WriteString(line + "\n")
	}
	if len(s.Lengths) > 0 {
		b.WriteString("\n" + lengthsHead + "\n")
		for _, id := range slices.Sorted(maps.Keys(s.Lengths)) {
			b.WriteString(keyText(id) + " = " + quote(s.Lengths[id].String()) + "\n")
		}
	}
	return b.Bytes()
}

// Save writes the settings to path, whole or not at all. In a file a person has edited only the values that changed
// are changed, and keys that are missing are added; a file that says the same already is not written at all. What
// would be lost because it could not be read (a file that is not TOML, a value out of range) is first kept as
// path.broken. Settings that Load would not accept are refused.
func Save(path string, s Settings) error {
	if err := s.save(path); err != nil {
		return fmt.Errorf("saving the settings: %w", err)
	}
	return nil
}

func (s Settings) save(path string) error {
	s.Lengths = maps.Clone(s.Lengths)
	if len(s.Lengths) == 0 {
		s.Lengths = nil
	}
	fresh := s.fresh()
	if got, doc := read(path, fresh); doc.Problems() != nil {
		return doc.Problems()
	} else if !reflect.DeepEqual(got, s) {
		return errors.New("these settings cannot be written to a file")
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return tomlfile.WriteAtomic(path, fresh)
	}
	old, problems := tomlfile.ReadPath(path, limits)
	if problems != nil {
		// Not a file that can be read: whatever it is goes aside as it is.
		aside, err := asideName(path, nil)
		if err != nil {
			return err
		}
		if err := os.Rename(path, aside); err != nil {
			return fmt.Errorf("keeping %s aside: %w", path, err)
		}
		return tomlfile.WriteAtomic(path, fresh)
	}
	text, lost := s.edit(path, old)
	if lost {
		if err := keepAside(path, old); err != nil {
			return err
		}
	}
	if bytes.Equal(text, old) {
		return nil
	}
	return tomlfile.WriteAtomic(path, text)
}

// edit is the text of a file with these settings in it, and whether something that could not be read is lost by it.
func (s Settings) edit(path string, old []byte) (text []byte, lost bool) {
	had, doc := read(path, old)
	if doc.Damaged() {
		return s.fresh(), true
	}
	text, lost = s.splice(old, had)
	// The text must say what was asked for; a file built in a way that splice does not know is written anew instead.
	if got, doc := read(path, text); doc.Damaged() || !reflect.DeepEqual(got, s) {
		return s.fresh(), true
	}
	return text, lost
}

// change is a piece of text to put in the place of another.
type change struct {
	start, end int
	text       string
}

// splice changes in a text what differs from the settings it had, and adds what is missing.
func (s Settings) splice(old []byte, had Settings) (out []byte, lost bool) {
	t := scan(old)
	end := "\n"
	if bytes.Contains(old, []byte("\r\n")) {
		end = "\r\n"
	}
	var changes []change
	put := func(name, value, before string) {
		at := t.values[name]
		// What stands there is lost when it is not what was read: a value out of range was read as the default.
		lost = lost || !same(string(old[at.start:at.end]), before)
		changes = append(changes, change{at.start, at.end, value})
	}
	added := ""
	before := had.entries()
	for i, e := range s.entries() {
		_, there := t.values[e.key]
		switch {
		case !there && e.value == before[i].value && t.isTable(e.key):
			// A table stands where a value belongs. It stays for the person to mend: the value beside it would be one
			// key too many.
		case !there:
			added += e.key + " = " + e.value + end
		case e.value != before[i].value:
			put(e.key, e.value, before[i].value)
		}
	}
	if added != "" {
		changes = append(changes, t.insert(t.topEnd, added, end))
	}

	if !maps.Equal(s.Lengths, had.Lengths) {
		if _, inline := t.values["lengths"]; inline {
			put("lengths", inlineTable(s.Lengths), inlineTable(had.Lengths))
		} else {
			changes = append(changes, s.spliceLengths(t, had, end, put)...)
		}
	}
	return apply(old, changes), lost
}

// isTable reports whether a table of that name stands in the text, under a header or as dotted keys.
func (t *text) isTable(name string) bool {
	under := func(key string) bool {
		return key == name || strings.HasPrefix(key, name+".") || strings.HasPrefix(key, name+"[")
	}
	for key := range t.tableEnd {
		if under(key) {
			return true
		}
	}
	for key := range t.values {
		if under(key) {
			return true
		}
	}
	return false
}

// spliceLengths is splice for the entries of [lengths].
func (s Settings) spliceLengths(t *text, had Settings, end string, put func(name, value, before string)) (changes []change) {
	at, header := t.tableEnd["lengths"]
	dotted := false // lengths.combo-10 = "7m" outside any table
	for name := range t.values {
		dotted = dotted || !header && strings.HasPrefix(name, "lengths.")
	}
	added := ""
	for _, id := range slices.Sorted(maps.Keys(s.Lengths)) {
		name, value := path("lengths", id), quote(s.Lengths[id].String())
		_, there := t.values[name]
		switch {
		case there && s.Lengths[id] != had.Lengths[id]:
			// An entry that could not be read counts as not there; what it said is lost.
			put(name, value, quote(had.Lengths[id].String()))
		case !there && dotted:
			added += "lengths."
			fallthrough
		case !there:
			added += keyText(id) + " = " + value + end
		}
	}
	for id := range had.Lengths {
		if _, stays := s.Lengths[id]; !stays {
			gone := t.values[path("lengths", id)]
			changes = append(changes, change{gone.line, gone.lineEnd, ""})
		}
	}
	switch {
	case added == "":
		return changes
	case dotted:
		at = t.topEnd
	case !header:
		at, added = len(t.data), end+lengthsHead+end+added
	}
	return append(changes, t.insert(at, added, end))
}

// insert puts whole lines at a place, which may be the end of a last line without a line end.
func (t *text) insert(at int, lines, end string) change {
	if at > 0 && t.data[at-1] != '\n' {
		lines = end + lines
	}
	return change{at, at, lines}
}

// apply makes the changes, which do not overlap.
func apply(old []byte, changes []change) []byte {
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.start, b.start) })
	var b bytes.Buffer
	at := 0
	for _, c := range changes {
		b.Write(old[at:c.start])
		b.WriteString(c.text)
		at = c.end
	}
	b.Write(old[at:])
	return b.Bytes()
}

// same reports whether two TOML values mean the same.
func same(a, b string) bool {
	var x, y map[string]any
	_, errA := toml.Decode("v = "+a, &x)
	_, errB := toml.Decode("v = "+b, &y)
	return errA == nil && errB == nil && reflect.DeepEqual(x, y)
}

// inlineTable is the lengths on one line.
func inlineTable(lengths map[string]tomlfile.Duration) string {
	var parts []string
	for _, id := range slices.Sorted(maps.Keys(lengths)) {
		parts = append(parts, keyText(id)+" = "+quote(lengths[id].String()))
	}
	if parts == nil {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// keepAside keeps a copy of a file's text beside it.
func keepAside(path string, data []byte) error {
	aside, err := asideName(path, data)
	if err != nil || aside == "" {
		return err
	}
	return tomlfile.WriteAtomic(aside, data)
}

// mostAside bounds how many files are kept aside.
const mostAside = 99

// asideName is a free name to keep a file under: path.broken, path.broken-2, …; "" when data is kept already.
func asideName(path string, data []byte) (string, error) {
	for n := 1; n <= mostAside; n++ {
		name := path + ".broken"
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
		if kept, problems := tomlfile.ReadPath(name, limits); data != nil && problems == nil && bytes.Equal(kept, data) {
			return "", nil
		}
	}
	return "", fmt.Errorf("there are %d files like %s.broken already; remove some", mostAside, path)
}
