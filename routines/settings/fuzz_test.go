package settings

import (
	"bytes"
	"maps"
	"reflect"
	"testing"
	"unicode/utf8"

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
		if !grown(old, text) {
			t.Fatalf("%q became %q", old, text)
		}
		if again, _ := s.edit(File, text); !bytes.Equal(again, text) {
			t.Fatalf("saved twice, %q became %q", text, again)
		}

		c := s
		c.Volume = (s.Volume + 1) % 101
		c.Warm = !s.Warm
		c.Lengths = maps.Clone(s.Lengths)
		if c.Lengths == nil {
			c.Lengths = map[string]tomlfile.Duration{}
		}
		c.Lengths["new one"] = 3 * minute
		changed, lost := c.edit(File, old)
		if got, _ := read(File, changed); !reflect.DeepEqual(got, c) {
			t.Fatalf("%q reads back as %+v, want %+v", changed, got, c)
		}
		if lost && doc.Problems() == nil {
			t.Fatalf("%q is in order and was given up for %q", old, changed)
		}
	})
}

// grown reports whether new is old with text put in at one place.
func grown(old, new []byte) bool {
	n := 0
	for n < len(old) && n < len(new) && old[n] == new[n] {
		n++
	}
	return len(new) >= len(old) && bytes.HasSuffix(new, old[n:])
}

// FuzzSettings writes settings of any make to a new file and into an edited one, and reads them back.
func FuzzSettings(f *testing.F) {
	f.Add(uint8(10), uint8(60), uint16(0), "combo-10", uint8(7))
	f.Add(uint8(0), uint8(255), uint16(0xffff), "a \"b\" \\ \x7f\u2028 é", uint8(44))
	f.Fuzz(func(t *testing.T, length, volume uint8, bits uint16, id string, chosen uint8) {
		pick := func(list []string) string {
			bits = bits<<5 | bits>>11
			return list[int(bits&31)%len(list)]
		}
		s := Settings{
			Length: tomlfile.Duration(length%45+1) * minute, Pace: pick(Paces), HoldFloor: HoldFloors[bits&1],
			Warm: bits&2 > 0, BreathPacer: bits&4 > 0, Sounds: bits&8 > 0, Volume: int(volume) % 101, Voice: bits&16 > 0,
			Theme: pick(Themes), Figure: pick(Figures), Skin: pick(Skins), Hair: pick(Hairs), TextSize: TextSizes[int(bits)%len(TextSizes)],
			ReducedMotion: pick(Motions), StartScreen: pick(StartScreens), Breaks: Default().Breaks,
		}
		if utf8.ValidString(id) && len(id) < 250 {
			s.Lengths = map[string]tomlfile.Duration{id: tomlfile.Duration(chosen%45+1) * minute, "combo-10": 7 * minute}
		}
		for _, old := range []string{"", byHand, string(Default().fresh())} {
			text, lost := s.edit(File, []byte(old))
			got, doc := read(File, text)
			if lost || doc.Problems() != nil || !reflect.DeepEqual(got, s) {
				t.Fatalf("%+v\nbecame %+v\nin %q, %v, lost %v", s, got, text, doc.Problems(), lost)
			}
		}
		if got, doc := read(File, s.fresh()); doc.Problems() != nil || !reflect.DeepEqual(got, s) {
			t.Fatalf("%+v\nbecame %+v\nin a new file, %v", s, got, doc.Problems())
		}
	})
}
