package terminal

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"catcow/routines"
	"catcow/routines/settings"
)

// untidy is a routine by somebody in a hurry.
const untidy = `#my file
[[phase]]
kind='static' # still
name="Hold"
step=[{hold="90s",exercise="childs-pose"}, # knees wide
{exercise="supine-twist"}]
[other] # what is this?
`

const tidy = `# what the routine is
name = "Untidy"

# my file
[[phase]]
name = "Hold"
kind = "static" # still

  [[phase.step]] # knees wide
  exercise = "childs-pose"
  hold     = "1m30s"

  [[phase.step]]
  exercise = "supine-twist"
`

const hasty = `# what the routine is
name="Untidy"
# my file
[[phase]]
kind='static' # still
name="Hold"
step=[{hold="90s",exercise="childs-pose"}, # knees wide
{exercise="supine-twist"}]
`

func TestFmt(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "untidy.toml")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(want string) {
		t.Helper()
		got, err := os.ReadFile(file)
		if err != nil || string(got) != want {
			t.Errorf("%v\n%s\nwant\n%s", err, got, want)
		}
	}
	write(hasty)
	if r := run(t, "fmt", "--check", file); r.code != Failed || r.out != file+"\n" || r.err != "" {
		t.Errorf("%+v", r)
	}
	holds(hasty)
	if r := run(t, "fmt", file); r.code != Fine || !strings.Contains(r.out, "brought into form") {
		t.Errorf("%+v", r)
	}
	holds(tidy)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	before, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"fmt", file}, {"fmt", "--check", file}} {
		if r := run(t, args...); r.code != Fine || r.out != "" || r.err != "" {
			t.Errorf("%v: %+v", args, r)
		}
	}
	if after, err := os.Stat(file); err != nil || !os.SameFile(before, after) {
		t.Errorf("it was written although nothing changed: %v", err)
	}
}

// What is not TOML stays as it is, and its problems are told; the other files are done all the same.
func TestFmtRefuses(t *testing.T) {
	dir := t.TempDir()
	texts := map[string]string{"good.toml": hasty, "bad.toml": "name = Untidy\n[[phase]]\nkind='static'\n", "bom.toml": "\xef\xbb\xbfname='x'\n"}
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	r := run(t, "fmt", "bad.toml", "bom.toml", "none.toml", "good.toml")
	if r.code != Failed || !strings.Contains(r.err, "bad.toml stays as it is:\nbad.toml:1:8: text stands in quotes") ||
		!strings.Contains(r.err, "bom.toml:1:1: this file begins with an invisible byte order mark") || !strings.Contains(r.err, "none.toml: there is no such file") {
		t.Errorf("%+v", r)
	}
	for _, name := range []string{"bad.toml", "bom.toml"} {
		if got, err := os.ReadFile(name); err != nil || string(got) != texts[name] {
			t.Errorf("%s: %v, %q", name, err, got)
		}
	}
	if got, err := os.ReadFile("good.toml"); err != nil || string(got) != tidy {
		t.Errorf("%v, %s", err, got)
	}
}

// "-" is a pipe.
func TestFmtPipe(t *testing.T) {
	for _, tt := range []struct {
		in   string
		args []string
		code int
		out  string
	}{
		{hasty, []string{"fmt", "-"}, Fine, tidy},
		{tidy, []string{"fmt", "-"}, Fine, tidy},
		{hasty, []string{"fmt", "--check", "-"}, Failed, "-\n"},
		{tidy, []string{"fmt", "-", "--check"}, Fine, ""},
		{"name = \n", []string{"fmt", "-"}, Failed, ""},
	} {
		var out, err bytes.Buffer
		code := Run(append([]string{"--data", t.TempDir()}, tt.args...), Env{In: strings.NewReader(tt.in), Out: &out, Err: &err})
		if code != tt.code || out.String() != tt.out || (err.Len() > 0) != (tt.code == Failed && tt.out == "") {
			t.Errorf("%v: code %d, %q, %q", tt.args, code, out.String(), err.String())
		}
	}
}

// What nobody knows stays, behind what is known.
func TestFmtKeepsWhatNobodyKnows(t *testing.T) {
	var out, err bytes.Buffer
	if code := Run([]string{"--data", t.TempDir(), "fmt", "-"}, Env{In: strings.NewReader(untidy), Out: &out, Err: &err}); code != Fine {
		t.Fatal(err.String())
	}
	if !strings.Contains(out.String(), "\n[other] # what is this?\n") {
		t.Error(out.String())
	}
}

// What the window writes is in form but for the comments, and means the same afterwards.
func TestFmtOfSettings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.toml")
	s := settings.Default()
	s.Volume = 30
	if err := settings.Save(file, s); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "fmt", file); r.code != Fine {
		t.Fatalf("%+v", r)
	}
	if got, problems := settings.Load(file); problems != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("%v\n%+v\n%+v", problems, got, s)
	}
}

// Our files are in the form that fmt gives to others.
func TestShippedFilesAreInForm(t *testing.T) {
	files, err := filepath.Glob("../../routines/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, pattern := range []string{"../../assets/exercises/*.toml", "../../assets/docs/files/*.toml"} {
		more, err := filepath.Glob(pattern)
		if err != nil || len(more) == 0 {
			t.Fatal(err)
		}
		files = append(files, more...)
	}
	if r := run(t, append([]string{"fmt", "--check"}, files...)...); r.code != Fine || r.out != "" || r.err != "" {
		t.Errorf("%+v", r)
	}
}

// The steps of the worked example are in order, and the page shows them and what is said of them.
func TestFilesPage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(docs, "files.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	_, section, _ := strings.Cut(page, "\n## A routine in three steps\n")
	section, _, _ = strings.Cut(section, "\n## ")
	steps, err := filepath.Glob(filepath.Join(docs, "files", "*.toml"))
	if err != nil || len(steps) != 3 {
		t.Fatal(steps, err)
	}
	var sources string
	for _, step := range steps {
		data, err := os.ReadFile(step)
		if err != nil {
			t.Fatal(err)
		}
		sources += string(data)
		r := run(t, "check", "--strict", step)
		if r.code != Fine {
			t.Errorf("%+v", r)
		}
		for line := range strings.Lines(r.out) {
			if line = strings.TrimPrefix(line, filepath.Dir(step)+string(filepath.Separator)); !strings.Contains(section, "    "+line) {
				t.Errorf("the page does not have: %s", line)
			}
		}
		if name := filepath.Base(step); !strings.Contains(section, "("+"files/"+name+")") {
			t.Errorf("the page does not point to %s", name)
		}
	}
	blocks := regexp.MustCompile("(?s)```toml\n(.*?)```").FindAllStringSubmatch(section, -1)
	if len(blocks) < 3 {
		t.Errorf("%d parts are shown", len(blocks))
	}
	for _, block := range blocks {
		if !strings.Contains(sources, block[1]) {
			t.Errorf("no step has this:\n%s", block[1])
		}
	}
	if _, problems := routines.Parse("lunch-reset", "3", []byte(sources[strings.LastIndex(sources, "name     ="):]), routines.Load("").Catalogue); problems != nil {
		t.Error(problems)
	}
}
