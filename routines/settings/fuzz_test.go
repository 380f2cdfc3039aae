package settings

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"catcow/routines/breaks"
	"catcow/routines/tomlfile"
)

// FuzzHandEdited edits anything that reads as TOML: saved as it was loaded, not a byte of it is lost; with changes, it
// reads back as asked for and what was not changed is still there.
func FuzzHandEdited(f *testing.F) {
	f.Add([]byte(byHand))
	f.Add(Default().fresh())
	f.Add([]byte("# nothing"))
	f.Add([]byte("lengths.a = \"7m\"\nlengths.\"b c\" = \"8m\" # two\n[other]\nx = [1, # one\n 2]\n"))
	f.Add([]byte("lengths = { a = \"7m\" }\r\n'theme' = '''tea'''\r\n"))
	f.Add([]byte("length.0 = \"\"\nlength.1 = []\n"))
	f.Add([]byte("[volume]\nx = 1\n[[theme]]\n"))
	f.Add([]byte(everyDay))
	f.Add([]byte("breaks = { on = true, hours = { monday = [\"09:00-12:30\"], friday = [], }, # x\n }\n"))
	f.Add([]byte("breaks.every = \"45m\"\nbreaks.hours.friday = ['09:00-12:30']\n[breaks.not_now]\ncamera = false"))
	f.Add([]byte("[breaks.hours]\n[breaks]\nnot_now.typing = false\n[lengths]\n\"a.b\" = \"3m\""))
	f.Add([]byte("volume = 300 # loud\n[[x]]\n[[x]]\ny.z = {a = '}'}\n"))
	f.Fuzz(func(t *testing.T, old []byte) {
		s, doc := read(File, old)
		if doc.Damaged() {
			if text, lost := s.edit(File, old); !lost || !bytes.Equal(text, s.fresh()) {
				t.Fatalf("a damaged file was edited: %q", text)
			}
			return
		}
		text, lost := s.edit(File, old)
		if lost {
			t.Fatalf("nothing changed, and yet something was lost of %q: %q", old, text)
		}
		if !bytes.Equal(text, old) {
			t.Fatalf("nothing changed, and yet %q became %q", old, text)
		}

		c := s
		c.Volume = (s.Volume + 1) % 101
		c.Warm = !s.Warm
		c.Lengths = maps.Clone(s.Lengths)
		if c.Lengths == nil {
			c.Lengths = map[string]tomlfile.Duration{}
		}
		c.Lengths["new one"] = 3 * minute
		b := &c.Breaks
		b.On, b.Every, b.Daily = !b.On, breaks.Everies[(slices.Index(breaks.Everies, b.Every)+1)%len(breaks.Everies)], "00:07"
		b.Minutes = append([]int{(b.Minutes[0] + 59) % 60}, b.Minutes...)
		slices.Sort(b.Minutes)
		b.Minutes = slices.Compact(b.Minutes)
		b.DaysOff = append(slices.Clip(b.DaysOff), "2026-12-24/2027-01-02")
		b.Hours.Tuesday = []string{"09:00-12:30", "13:00-24:00"}
		b.Hours.Friday = nil
		b.NotNow.Camera = !b.NotNow.Camera
		changed, lost := c.edit(File, old)
		if got, _ := read(File, changed); !reflect.DeepEqual(got, c) {
			t.Fatalf("%q reads back as %+v, want %+v", changed, got, c)
		}
		if lost && doc.Problems() == nil {
			t.Fatalf("%q is in order and was given up for %q", old, changed)
		}
		if !lost && !reflect.DeepEqual(others(t, old), others(t, changed)) {
			t.Fatalf("not only what changed is changed: %q became %q", old, changed)
		}
		if again, _ := c.edit(File, changed); !bytes.Equal(again, changed) {
			t.Fatalf("saved twice, %q became %q", changed, again)
		}
	})
}

// others is what a text says apart from what FuzzHandEdited changes.
func others(t *testing.T, text []byte) map[string]any {
	tree := map[string]any{}
	if _, err := toml.Decode(string(text), &tree); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"volume", "warm", "lengths.new one", "breaks.on", "breaks.every", "breaks.daily", "breaks.minutes", "breaks.days_off",
		"breaks.hours.tuesday", "breaks.hours.friday", "breaks.not_now.camera", "breaks.hours", "breaks.not_now", "breaks", "lengths"} {
		keys := strings.Split(name, ".")
		in := tree
		for _, key := range keys[:len(keys)-1] {
			in, _ = in[key].(map[string]any)
		}
		last := keys[len(keys)-1]
		if table, ok := in[last].(map[string]any); !ok || len(table) == 0 {
			delete(in, last)
		}
	}
	return tree
}

// FuzzSettings writes settings of any make to a new file and into files of any make, and reads them back.
func FuzzSettings(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, "a \"b\" \\ \x7f\u2028 é")
	}
	f.Fuzz(func(t *testing.T, seed uint64, id string) {
		r := rand.New(rand.NewPCG(seed, seed))
		s := anySettings(r, id)
		old, comments := anyFile(r, anySettings(r, id))
		for _, old := range []string{"", byHand, old, string(Default().fresh())} {
			text, lost := s.edit(File, []byte(old))
			got, doc := read(File, text)
			if lost || doc.Problems() != nil || !reflect.DeepEqual(got, s) {
				t.Fatalf("in %s\n%+v\nbecame %+v\nin %s, %v, lost %v", old, s, got, text, doc.Problems(), lost)
			}
		}
		text, _ := s.edit(File, []byte(old))
		for n := range comments {
			if !bytes.Contains(text, fmt.Appendf(nil, "# comment %d.", n)) {
				t.Fatalf("in %s\ncomment %d is gone: %s", old, n, text)
			}
		}
		if got, doc := read(File, s.fresh()); doc.Problems() != nil || !reflect.DeepEqual(got, s) {
			t.Fatalf("%+v\nbecame %+v\nin a new file, %v", s, got, doc.Problems())
		}
	})
}

// anyFile is a file with some of the settings, tables written in any way and statements in any order, and how many
// comments it has.
func anyFile(r *rand.Rand, s Settings) (text string, comments int) {
	inTable := map[string][]entry{}
	for _, e := range s.entries() {
		if r.IntN(4) > 0 {
			inTable[e.table] = append(inTable[e.table], e)
		}
	}
	inside := map[string][]string{"": {"breaks", "lengths"}, "breaks": {"breaks.hours", "breaks.not_now"}}
	comment := func() string {
		comments++
		return fmt.Sprintf("# comment %d.\n", comments-1)
	}
	var headers []string
	// statements are those of a table, named as seen from one around it.
	var statements func(table, from string, mayHead bool) []string
	statements = func(table, from string, mayHead bool) (list []string) {
		seen := func(name string) string { return strings.TrimPrefix(strings.TrimPrefix(name, from), ".") }
		for _, e := range inTable[table] {
			list = append(list, seen(e.name())+" = "+e.value)
		}
		for _, child := range inside[table] {
			switch way := r.IntN(3); {
			case way == 0 && mayHead:
				headers = append(headers, child)
			case way == 1:
				list = append(list, statements(child, from, false)...)
			default:
				braces := "{"
				for i, inner := range statements(child, child, false) {
					if i > 0 {
						braces += ","
					}
					if braces += " "; r.IntN(3) == 0 {
						braces += comment()
					}
					braces += inner
				}
				list = append(list, seen(child)+" = "+braces+" }")
			}
		}
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return list
	}
	write := func(list []string) {
		for _, statement := range list {
			text += statement + " " + comment()
		}
	}
	write(statements("", "", true))
	for i := 0; i < len(headers); i++ {
		text += "[" + headers[i] + "] " + comment()
		write(statements(headers[i], headers[i], true))
	}
	return text, comments
}

// anySettings are settings as good as any.
func anySettings(r *rand.Rand, id string) Settings {
	yes := func() bool { return r.IntN(2) == 0 }
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	length := func(most int) tomlfile.Duration { return tomlfile.Duration(r.IntN(most)+1) * minute }
	s := Settings{
		Length: length(45), Pace: pick(Paces), HoldFloor: HoldFloors[r.IntN(2)], Warm: yes(),
		BreathPacer: yes(), Sounds: yes(), Volume: r.IntN(101), Voice: yes(),
		Theme: pick(Themes), Figure: pick(Figures), Skin: pick(Skins), Hair: pick(Hairs), TextSize: TextSizes[r.IntN(len(TextSizes))],
		ReducedMotion: pick(Motions), StartScreen: pick(StartScreens),
		Breaks: breaks.Rules{
			On: yes(), By: pick(breaks.Ways), Every: breaks.Everies[r.IntN(len(breaks.Everies))], Minutes: r.Perm(60)[:r.IntN(60)+1],
			Routine: pick([]string{breaks.Rotate, "micro-1"}), Position: pick(breaks.Positions), LongEvery: []int{0, 2, 10}[r.IntN(3)],
			LongRoutine: pick([]string{breaks.Rotate, "x"}), Daily: pick([]string{"off", "00:00", "23:59"}), DailyRoutine: "desk-reset",
			Snooze: length(30), SnoozeLimit: r.IntN(11), HeadsUp: yes(), Sound: yes(),
			NotNow: breaks.NotNow{Microphone: yes(), Camera: yes(), Sharing: yes(), FullScreen: yes(), DoNotDisturb: yes(), Typing: yes()},
		},
	}
	slices.Sort(s.Breaks.Minutes)
	for day := time.Sunday; day <= time.Saturday; day++ {
		if yes() {
			*s.Breaks.Hours.Day(day) = []string{"00:00-09:00", "09:00-12:30", "13:00-24:00"}[r.IntN(3):]
		}
	}
	if yes() {
		s.Breaks.DaysOff = []string{"2027-05-01", "2026-12-24/2027-01-02"}[r.IntN(2):]
	}
	if utf8.ValidString(id) && len(id) < 250 {
		s.Lengths = map[string]tomlfile.Duration{id: length(45), "combo-10": 7 * minute}
	}
	return s
}
