package settings

import (
	"errors"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"

	"catcow/routines/tomlfile"
)

const byHand = `# mine, do not touch
theme='tea' # evenings

	volume   =   40
length = """12m"""   # a comment = "10m"
[ lengths ] # chosen
combo-10 = "7m" # short
"desk-reset"="4m"
`

// everyDay has breaks written in every way TOML has of writing tables.
const everyDay = `# mine
[breaks] # at work
on = true
  every   =   "45m" # not too often
minutes = [ 10, # ten past
  40 ]
hours.monday = ['09:00-12:30'] # short

[breaks.not_now]
microphone = false
# end of not now
[lengths]
`

// TestHandEdited changes single values in files of many makes and looks at every byte.
func TestHandEdited(t *testing.T) {
	monday := func(ranges ...string) func(*Settings) {
		return func(s *Settings) { s.Breaks.Hours.Monday = ranges }
	}
	tuesday := func(s *Settings) { s.Breaks.Hours.Tuesday = []string{"10:00-24:00"} }
	snooze := func(s *Settings) { s.Breaks.Snooze = 7 * minute }
	camera := func(s *Settings) { s.Breaks.NotNow.Camera = false }
	all := func(changes ...func(*Settings)) func(*Settings) {
		return func(s *Settings) {
			for _, change := range changes {
				change(s)
			}
		}
	}
	const dotted = "length = \"12m\"\nlengths.combo-10 = \"7m\"\nvolume = 40\n"
	const inline = "lengths = { combo-10 = \"7m\", 'b' = '8m' } # all\n"
	tests := []struct {
		name     string
		text     string
		change   func(*Settings)
		old, new string // what of the text must have become what
	}{
		{"nothing", byHand, func(*Settings) {}, "", ""},
		{"a word", byHand, func(s *Settings) { s.Theme = "espresso" }, `'tea'`, `"espresso"`},
		{"a number", byHand, func(s *Settings) { s.Volume = 5 }, "=   40", "=   5"},
		{"a missing key", byHand, func(s *Settings) { s.Warm = true }, "[ lengths ]", "warm=true\n[ lengths ]"},
		{"a text of many lines", byHand, func(s *Settings) { s.Length = 15 * minute }, `"""12m"""`, `"15m"`},
		{"a length", byHand, func(s *Settings) { s.Lengths["combo-10"] = 9 * minute }, `"7m" # short`, `"9m" # short`},
		{"a quoted key", byHand, func(s *Settings) { s.Lengths["desk-reset"] = 9 * minute }, `"4m"`, `"9m"`},
		{"a length gone", byHand, func(s *Settings) { delete(s.Lengths, "combo-10") }, "combo-10 = \"7m\" # short\n", "# short\n"},
		{"a new length", byHand, func(s *Settings) { s.Lengths["a b"] = 9 * minute }, "\"desk-reset\"=\"4m\"\n", "\"desk-reset\"=\"4m\"\n\"a b\"= \"9m\"\n"},
		{"the last length gone, one new", byHand, func(s *Settings) { delete(s.Lengths, "desk-reset"); s.Lengths["x"] = minute }, "\"desk-reset\"=\"4m\"\n", "x = \"1m\"\n"},
		{"line ends of Windows", strings.ReplaceAll(byHand, "\n", "\r\n"), all(camera, func(s *Settings) { delete(s.Lengths, "combo-10") }),
			"[ lengths ] # chosen\r\ncombo-10 = \"7m\" # short\r\n", "[breaks.not_now]\r\ncamera=false\r\n[ lengths ] # chosen\r\n# short\r\n"},
		{"no line end at the end", "volume = 40\n\n[lengths]\nw = \"1m\"", func(s *Settings) { s.Lengths["x"], s.Lengths["y"] = minute, minute },
			"w = \"1m\"", "w = \"1m\"\nx = \"1m\"\ny = \"1m\""},
		{"dotted", dotted, func(s *Settings) { s.Lengths["x"] = minute }, "lengths.combo-10 = \"7m\"\n", "lengths.combo-10 = \"7m\"\nlengths.x = \"1m\"\n"},
		{"dotted, gone and new", dotted, func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"x": minute} }, "lengths.combo-10 = \"7m\"\nvolume = 40\n", "volume = 40\nlengths.x = \"1m\"\n"},
		{"no lengths yet", "volume = 40", func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"x": minute} },
			"volume = 40", "volume = 40\n\n[lengths]\nx = \"1m\""},
		{"nothing yet", "", all(tuesday, snooze, func(s *Settings) { s.Volume = 5 }), "",
			"volume = 5\n\n[breaks]\nsnooze = \"7m\"\n\n[breaks.hours]\ntuesday = [\"10:00-24:00\"]\n"},

		{"braces, new", inline, func(s *Settings) { s.Lengths["x"] = minute }, `'8m' }`, `'8m', x = "1m" }`},
		{"braces, first gone", inline, func(s *Settings) { delete(s.Lengths, "combo-10") }, `combo-10 = "7m", `, ``},
		{"braces, last gone, one new, one changed", inline, func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"combo-10": minute, "x": minute} },
			`"7m", 'b' = '8m'`, `"1m", x = "1m"`},
		{"braces, all gone", inline, func(s *Settings) { s.Lengths = nil }, `{ combo-10 = "7m", 'b' = '8m' }`, `{}`},
		{"braces, all gone, some new", inline, func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"x": minute, "y": minute} },
			`{ combo-10 = "7m", 'b' = '8m' }`, `{ x = "1m", y = "1m" }`},
		{"braces, empty", "lengths={}\n", func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"x": minute} }, `{}`, `{ x = "1m" }`},
		{"braces over lines", "lengths = {\n  a = \"7m\", # one\n  b = \"8m\", # two\n}\n", func(s *Settings) { delete(s.Lengths, "a"); s.Lengths["x"] = minute },
			"a = \"7m\", # one\n  b = \"8m\", # two\n", "# one\n  b = \"8m\", # two\n  x = \"1m\",\n"},

		{"breaks, a time", everyDay, func(s *Settings) { s.Breaks.Every = 90 * minute }, `"45m" #`, `"1h30m" #`},
		{"breaks, a list", everyDay, func(s *Settings) { s.Breaks.Minutes = []int{0, 30} }, "[ 10, # ten past\n  40 ]", "[ 0, # ten past\n  30 ]"},
		{"breaks, a dotted list", everyDay, monday("09:00-12:30", "13:00-17:00"), `['09:00-12:30']`, `['09:00-12:30', "13:00-17:00"]`},
		{"breaks, an empty list", everyDay, monday(), `['09:00-12:30']`, `[]`},
		{"breaks, a list made empty and not nil", everyDay, monday([]string{}...), `['09:00-12:30']`, `[]`},
		{"breaks, a new dotted list", everyDay, tuesday, "# short\n", "# short\nhours.tuesday = [\"10:00-24:00\"]\n"},
		{"breaks, two new in two tables", everyDay, all(camera, snooze, tuesday), "# short\n\n[breaks.not_now]\nmicrophone = false\n",
			"# short\nhours.tuesday = [\"10:00-24:00\"]\nsnooze = \"7m\"\n\n[breaks.not_now]\nmicrophone = false\ncamera = false\n"},
		{"breaks, a new table beside its own", "[breaks]\non = true\n# yes\n\n[lengths]\nx = \"1m\"\n", camera,
			"# yes\n", "# yes\n\n[breaks.not_now]\ncamera = false\n"},
		{"breaks, a table whose parts are there", "[breaks.hours]\nmonday = ['09:00-12:30']\n[lengths]\n", snooze,
			"[breaks.hours]", "[breaks]\nsnooze = \"7m\"\n[breaks.hours]"},
		{"breaks, all dotted", "breaks.every = \"45m\" # mine\nvolume = 3\n[lengths]\n", all(tuesday, func(s *Settings) { s.Breaks.Every = 30 * minute; s.Breaks.On = true }),
			"breaks.every = \"45m\" # mine\n", "breaks.on = true\nbreaks.every = \"30m\" # mine\nbreaks.hours = { tuesday = [\"10:00-24:00\"] }\n"},
		{"breaks in braces", "breaks = { on = true } # mine\n", all(tuesday, func(s *Settings) { s.Breaks.Every = 30 * minute; s.Breaks.On = false }),
			"on = true }", "on = false, every = \"30m\", hours = { tuesday = [\"10:00-24:00\"] } }"},
		{"breaks in braces in braces", "breaks = {hours={}, on=true}\n", all(snooze, tuesday), "hours={}, on=true", "hours={ tuesday = [\"10:00-24:00\"] }, snooze=\"7m\", on=true"},
		{"breaks, hours in braces", "[breaks]\nhours = { monday = [\"09:00-12:30\"] } # mine\non = true\n", all(snooze, tuesday, monday("08:00-09:00")),
			"[\"09:00-12:30\"] } # mine\non = true\n", "[\"08:00-09:00\"], tuesday = [\"10:00-24:00\"] } # mine\nsnooze = \"7m\"\non = true\n"},
		{"breaks, dotted hours in braces", "breaks.hours = { monday = [\"09:00-12:30\"] }\n", all(snooze, tuesday),
			"] }\n", "], tuesday = [\"10:00-24:00\"] }\nbreaks.snooze = \"7m\"\n"},
	}
	for _, tt := range tests {
		path := file(t, tt.text)
		s, problems := Load(path)
		if problems != nil {
			t.Fatalf("%s: %v", tt.name, problems)
		}
		tt.change(&s)
		if err := Save(path, s); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got, want := content(t, path), strings.Replace(tt.text, tt.old, tt.new, 1); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
		if again, problems := Load(path); problems != nil || !reflect.DeepEqual(again, s.tidy()) {
			t.Errorf("%s: reads back as %+v, %v", tt.name, again, problems)
		}
		if _, err := os.Stat(path + ".broken"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: something was kept aside", tt.name)
		}
	}
}
