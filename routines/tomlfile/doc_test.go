package tomlfile

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"catcow/routines/message"
)

// Every problem of form, with its place and its words.
func TestDecodeProblems(t *testing.T) {
	deep := "number = " + strings.Repeat("[", 16) + strings.Repeat("]", 16)
	tests := []struct {
		name, text string
		want       []string // without the file's name
	}{
		{"nothing", "", nil},
		{"good", "text = 'a'\nnumber = 3\nreal = 2\ntime = '5s'\n[[tables]]\nyes = true\n[map]\na = 1.5\n", nil},
		{"unknown key, near", "txt = 'a'\n", []string{`1:1: unknown key "txt"; did you mean "text"?`}},
		{"unknown key, far", "[table]\n  zebra = 1\n",
			[]string{`2:3: unknown key "zebra"; known here: text, texts, number, small, maybe, real, reals, yes, time, table, tables, map`}},
		{"unknown table", "\n[tabel]\n", []string{`2:1: unknown key "tabel"; did you mean "table"?`}},
		{"key that has dots", "\"a.b\" = 1\n",
			[]string{`1:1: unknown key "a.b"; known here: text, texts, number, small, maybe, real, reals, yes, time, table, tables, map`}},
		{"text is a number", "text = 5\n", []string{`1:8: text must be text in quotes; found the number 5`}},
		{"number is text", "number = '5'\n", []string{`1:10: number must be a whole number; found the text "5"`}},
		{"number has a fraction", "number = 2.5\n", []string{`1:10: number must be a whole number; found the number 2.5`}},
		{"number is yes", "number = true\n", []string{`1:10: number must be a whole number; found true`}},
		{"pointer of a wrong type", "maybe = []\n", []string{`1:9: maybe must be a whole number; found a list`}},
		{"real is a table", "real = {}\n", []string{`1:8: real must be a number; found a table`}},
		{"yes is a date", "yes = 2024-05-01\n", []string{`1:7: yes must be true or false; found a date or time of day`}},
		{"list is text", "texts = 'a'\n", []string{`1:9: texts must be a list of texts such as ["one", "two"]; found the text "a"`}},
		{"list of mixed things", "texts = ['a', 2,\n  'c', false]\n", []string{
			`1:15: texts[1] must be text in quotes; found the number 2`, `2:8: texts[3] must be text in quotes; found false`}},
		{"list of numbers is a number", "reals = 1\n", []string{`1:9: reals must be a list of numbers such as [0.1, 0.2]; found the number 1`}},
		{"table instead of list of tables", "[tables]\n", []string{`1:1: tables must be a list of tables, each under its own [[…]]; found a table`}},
		{"list of tables instead of table", "[[table]]\n", []string{`1:1: table must be a table; found a list`}},
		{"second of a list of tables", "[[tables]]\n[[tables]]\nnumber = 'x'\n[[tables.tables]]\nreal = 'y'\n", []string{
			`3:10: number must be a whole number; found the text "x"`, `5:8: real must be a number; found the text "y"`}},
		{"inline tables", "tables = [{number = 1}, { number = 'x' }]\n", []string{`1:36: number must be a whole number; found the text "x"`}},
		{"dotted key", "table.table.number = 'x'\n", []string{`1:22: number must be a whole number; found the text "x"`}},
		{"number too large for its field", "small = 300\n", []string{`1:9: the number 300 is far out of range`}},
		{"number too large for any", "number = 99999999999999999999\n", []string{`1:10: the number "99999999999999999999" is far out of range`}},
		{"no number", "real = nan\nreals = [inf, -inf]\n", []string{
			`1:8: the number NaN is far out of range`, `2:10: the number +Inf is far out of range`, `2:15: the number -Inf is far out of range`}},
		{"time is a number", "time = 45\n", []string{`1:8: time is a time in quotes, with a unit; found the number 45, did you mean "45s"?`}},
		{"time is a negative number", "time = -45\n", []string{`1:8: time must be a time in quotes such as "45s"; found the number -45`}},
		{"time is negative", "time = '-45s'\n", []string{`1:8: "-45s" is less than nothing; a time is "0s" or more`}},
		{"column counts characters", "map = { \"äöü\" = 'x' }\n", []string{`1:17: "äöü" must be a number; found the text "x"`}},
		{"yes", "yes = Yes\n", []string{`1:7: yes and no are written true and false; found "Yes"`}},
		{"only a number", "7\n", []string{`1:2: a key and its value are joined by "="; found the end of the line`}},
		{"list not ended", "texts = ['a'", []string{`1:12: the parts of a list have commas between them and a bracket at the end; found the end of the line`}},
		{"colon", "text: 'a'\n", []string{`1:5: a key and its value are joined by "="; found ":"`}},
		{"two on a line", "number = 1 yes = true\n", []string{
			`1:11: something follows the value: "y"; text and times stand in quotes, and every key has a line of its own`}},
		{"inline table without comma", "table = {number = 1 yes = true}\n", []string{
			`1:21: the parts of a list have commas between them and a bracket at the end; found "y"`}},
		{"leading zero", "number = 007\n", []string{`1:10: this is not TOML: Invalid integer "007": cannot have leading zeroes`}},
		{"key given twice", "text = 'a'\nnumber = 1\ntext = 'b'\n", []string{`3:1: "text" is given twice; keep one`}},
		{"table given twice", "[table]\n[map]\n[table]\n", []string{`3:2: "table" is given twice; keep one`}},
		{"two slips and a wrong type", "text = unquoted\nnumber = 'x'\ntexts = ['a' 'b']\nyes = maybe\n", []string{
			`1:8: text stands in quotes; found "unquoted" without`,
			`2:10: number must be a whole number; found the text "x"`,
			`3:14: the parts of a list have commas between them and a bracket at the end; found "'"`,
			`4:7: text stands in quotes; found "maybe" without`}},
		{"text not ended", "text = \"abc\nnumber = 'x'\n", []string{
			`1:12: this text has no closing quote on its line`, `2:10: number must be a whole number; found the text "x"`}},
		{"header not ended", "[table\nnumber = 1\n", []string{`1:7: a header looks like [name] or [[name]]; a bracket is missing`}},
		{"deep, but not too deep", deep, []string{`1:10: number must be a whole number; found a list`}},
		{"too deep", "\nnumber = [" + deep[9:] + "]", []string{`2:26: tables and lists lie more than 16 deep in each other here; nothing needs that`}},
		{"too deep by dots", strings.Repeat("a.", 16) + "a = 1", []string{`1:33: tables and lists lie more than 16 deep in each other here; nothing needs that`}},
		{"deep brackets in text and comments", "text = '" + strings.Repeat("[", 30) + "'\n# " + strings.Repeat("{", 30) + "\n", nil},
		{"long key", strings.Repeat("k", 65) + " = 1", []string{`1:1: this key has 65 characters; a key may have 64`}},
		{"zero byte", "text = 'a'\nnumber = \x00", []string{`2:10: there is a zero byte here; this is not a text file, or it is saved as UTF-16; save it as UTF-8`}},
		{"not UTF-8", "text = 'caf\xe9'\n", []string{`1:12: the byte 0xE9 here is not UTF-8; save the file as UTF-8`}},
		{"byte order mark", "\xef\xbb\xbftext = 'a'\n", []string{`1:1: this file begins with an invisible byte order mark; save it as UTF-8 without BOM`}},
		{"UTF-16", "\xff\xfet\x00", []string{`1:1: this file is saved as UTF-16; save it as UTF-8`}},
		{"too large", strings.Repeat("#\n", 200<<10), []string{`this file is 400 KiB large; the limit is 256 KiB`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var into anything
			var got []string
			for _, p := range Decode("f", []byte(test.text), &into, Standard) {
				got = append(got, strings.TrimPrefix(strings.TrimPrefix(p.String(), "f:"), " "))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
		})
	}
}

// What is right is read even when something else is wrong.
func TestDecodeValues(t *testing.T) {
	text := `
text = "a"
texts = ["b", "c"]
number = 3
maybe = "wrong"
real = 2
time = "1m30s"
unknown = 1
[table]
yes = true
[[tables]]
number = 1
[[tables]]
reals = [1, 2.5]
[map]
"a b" = 1
`
	var got anything
	if problems := Decode("f", []byte(text), &got, Standard); len(problems) != 2 {
		t.Errorf("%d problems, want 2:\n%v", len(problems), problems)
	}
	want := anything{Text: "a", Texts: []string{"b", "c"}, Number: 3, Real: 2, Time: Duration(90e9), Table: &anything{Yes: true},
		Tables: []anything{{Number: 1}, {Reals: []float64{1, 2.5}}}, Map: map[string]float64{"a b": 1}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// A file that is wrong all over does not bury the reader.
func TestManyProblems(t *testing.T) {
	var into anything
	problems := Decode("f", []byte("texts = ["+strings.Repeat("1,\n", 1000)+"]"), &into, Standard)
	if len(problems) != mostProblems+1 {
		t.Fatalf("%d problems are told, want %d", len(problems), mostProblems+1)
	}
	if got := problems[mostProblems].String(); got != "f: and 950 more like these" {
		t.Errorf("the last says %q", got)
	}
}

// The checks callers use, and where their problems lie.
func TestChecks(t *testing.T) {
	text := "text = \"one\\ttwo\"\ntexts = ['a', ' b', 'a', '', 'toolong']\nnumber = 9\ntime = '9s'\n[[tables]]\n[[tables]]\n  text = 'sittng'\n[table]\n"
	d := Parse("f", []byte(text), Standard)
	var v anything
	d.Decode(&v)
	d.Text("text", v.Text, 10)
	d.Texts("texts", v.Texts, 9, 5)
	d.Between("number", v.Number, 1, 5)
	d.BetweenTimes("time", v.Time, Duration(20e9), Duration(60e9))
	d.Choice("tables[1].text", "position", v.Tables[1].Text, []string{"standing", "sitting"})
	d.Choice("tables[1].text", "colour", v.Tables[1].Text, []string{"red", "green"}) // one problem for each value
	d.Missing("table", "holds something")
	d.Missing("tables[0].text", "says something")
	d.Missing("real", "counts something")
	d.AddKey("number", message.New("test", "here is the key"))
	want := []string{
		`f:1:1: real is missing; it counts something`,
		`f:1:8: text must be one line of plain text; found the character '\t'`,
		`f:2:15: texts[1] begins or ends with a space; found " b"`,
		`f:2:21: "a" is in this list twice; keep one`,
		`f:2:26: texts[3] is empty; write something or take it out`,
		`f:2:30: texts[4] may have 5 characters; found 7`,
		`f:3:1: here is the key`,
		`f:3:10: number must be 1 to 5; found 9, the nearest is 5`,
		`f:4:8: time must be "20s" to "1m"; found "9s", the nearest is "20s"`,
		`f:5:1: text is missing; it says something`,
		`f:7:10: unknown position "sittng"; did you mean "sitting"?`,
		`f:8:1: table is empty; it holds something`,
	}
	if got := strings.Split(d.Problems().Error(), "\n"); !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// What seems missing from a damaged file may be in the damaged part, so nothing is said about it.
func TestMissingFromDamagedFile(t *testing.T) {
	d := Parse("f", []byte("text = unquoted\n"), Standard)
	d.Missing("text", "says something")
	if problems := d.Problems(); len(problems) != 1 || !d.Damaged() {
		t.Errorf("want the one slip alone:\n%v", problems)
	}
	// One value that cannot be read hides nothing but itself.
	for text, want := range map[string]bool{
		"number = 99999999999999999999\n":                true,
		"number = unquoted # so\n[table]\n":              true,
		"number = [ 'a' 'b' ]\n":                         true,
		"number = 1 real = 2\n":                          false,
		"number = 99999999999999999999":                  false,
		"number = ":                                      false,
		"number = [1,\nreal\n":                           false,
		"number = { real = 99999999999999999999 }\n":     false,
		"number = 1\nreal: 2\n":                          false,
		"number = 99999999999999999999\n[tables\nreal=1": false,
	} {
		d := Parse("f", []byte(text), Standard)
		d.Missing("real", "counts something")
		d.Missing("number", "is there, but cannot be read")
		said := d.Problems().Error()
		if strings.Contains(said, "real is missing") != want || strings.Contains(said, "number is") || !d.Damaged() {
			t.Errorf("%q:\n%s", text, said)
		}
	}
}

func TestID(t *testing.T) {
	tests := []struct{ id, want string }{
		{"cat-cow", ""}, {"micro-1", ""}, {"a", ""},
		{"My Routine", `f: a file name has only the letters a to z, digits and "-"; found "My Routine.toml", the nearest is "my-routine.toml"`},
		{"a_b", `f: a file name has only the letters a to z, digits and "-"; found "a_b.toml", the nearest is "a-b.toml"`},
		{"-a-", `f: a file name has only the letters a to z, digits and "-"; found "-a-.toml", the nearest is "a.toml"`},
		{"日本", `f: a file name has only the letters a to z, digits and "-"; found "日本.toml", the nearest is "my-file.toml"`},
		{strings.Repeat("a", 65), `f: a file name has 64 characters at most, before .toml; found 65`},
	}
	for _, test := range tests {
		d := Parse("f", nil, Standard)
		d.ID(test.id)
		if got := d.Problems().Error(); got != test.want {
			t.Errorf("%q: got  %s\nwant %s", test.id, got, test.want)
		}
	}
}

// A time is quoted as the file has it; one the file has not, or has in another way, as files usually have it.
func TestTimeText(t *testing.T) {
	d := Parse("f", []byte("a = \"90s\"\nb = '0m360s' # b\nc = \"9\\u0030s\"\nd = \"\"\"90s\"\"\"\ne = 90\nf = \"90s\n[t]\ng = { h = '3600s' }\n"), Standard)
	for path, want := range map[string]string{"a": "90s", "b": "0m360s", "c": "1m30s", "d": "1m30s", "e": "1m30s", "f": "1m30s", "nowhere": "1m30s", "t.g.h": "3600s"} {
		found := Duration(90e9)
		switch path {
		case "b":
			found = Duration(360e9)
		case "t.g.h":
			found = Duration(3600e9)
		}
		if got := d.TimeText(path, found); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	if got := d.TimeText("a", Duration(5e9)); got != "5s" {
		t.Errorf("another time than the file's is %q", got)
	}
}
