package terminal

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/gui/parts"
	"catcow/gui/printing"
	"catcow/routines"
	"catcow/routines/paper"
	"catcow/routines/plan"
)

func TestPrint(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, tt := range []struct {
		args  string
		code  int
		file  string // begins with head
		head  string
		out   string
		wrong string
	}{
		{"print combo-10", Fine, "combo-10.pdf", "%PDF-", "Printed: combo-10.pdf\n", ""},
		{"print combo-10", Failed, "", "", "", "combo-10.pdf is there already; --force writes over it"},
		{"print combo-10 --force --length 7m --paper letter --days 14 --times 2 --grey", Fine, "combo-10.pdf", "%PDF-", "Printed: combo-10.pdf\n", ""},
		{"print combo-10 micro-1 combo-10", Fine, "routines.pdf", "%PDF-", "Printed: routines.pdf\n", ""},
		{"print disc-gentle -o sheets/mine.html", Fine, "sheets/mine.html", "<!DOCTYPE html>", "Printed: sheets/mine.html\n", ""},
		{"print combo-10 -o -", Fine, "", "", "%PDF-", ""},
		{"print combo-10 --length 5s -o short.pdf", Failed, "", "", "", "the nearest that works"},
		{"print combo-01", Failed, "", "", "", "did you mean combo-10?"},
		{"print", Misuse, "", "", "", "say which routine"},
		{"print combo-10 -o sheet.doc", Misuse, "", "", "", "ends in .pdf or .html"},
		{"print combo-10 --paper a5", Misuse, "", "", "", "a4"},
		{"print combo-10 --days 99", Misuse, "", "", "", "0 to 28"},
	} {
		r := run(t, strings.Fields(tt.args)...)
		if r.code != tt.code || !strings.HasPrefix(r.out, tt.out) || !strings.Contains(r.err, tt.wrong) || tt.wrong == "" && r.err != "" {
			t.Errorf("%s: code %d, %.80q, %q", tt.args, r.code, r.out, r.err)
		}
		if tt.file != "" {
			data, err := os.ReadFile(tt.file)
			if err != nil || !strings.HasPrefix(string(data), tt.head) {
				t.Errorf("%s: %v, %.20q", tt.args, err, data)
			}
		}
	}
	if left, _ := filepath.Glob("short.pdf"); left != nil {
		t.Error("a file of a routine that does not fit")
	}
}

// What keeps a file from being written is told in plain words, with names the person knows.
func TestPrintUnwritten(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("folder.pdf", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("taken", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("closed", 0o000); err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"print micro-1 -o folder.pdf":         "folder.pdf was not written: it is a folder; name a file in it",
		"print micro-1 -o folder.pdf --force": "folder.pdf was not written: it is a folder; name a file in it",
		"share micro-1 --text -o folder.pdf":  "folder.pdf was not written: it is a folder; name a file in it",
		"print micro-1 -o taken/x.pdf":        "taken/x.pdf was not written: something else is where the folder " + filepath.Join(here, "taken") + " should be",
	}
	if os.Getuid() > 0 { // everything is open to the administrator, and to Windows
		tests["print micro-1 -o closed/x.pdf"] = "closed/x.pdf was not written: nothing may be written in " + filepath.Join(here, "closed")
	}
	for args, want := range tests {
		if r := run(t, strings.Fields(args)...); r.code != Failed || r.err != "catcow: "+want+"\n" {
			t.Errorf("%s: code %d, %q", args, r.code, r.err)
		}
	}
}

// The help says what the file is called where it is not said.
func TestPrintHelp(t *testing.T) {
	for _, o := range []sheets{{routines: []string{"ROUTINE"}}, {routines: []string{"a", "b"}}} {
		if r := run(t, "print", "--help"); !strings.Contains(r.out, o.name()) {
			t.Errorf("nothing of %s:\n%s", o.name(), r.out)
		}
	}
}

// Letters that the PDF cannot show are told with the routine that has them, and what shows them. The PDF is written.
func TestPrintLetters(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(t.TempDir())
	if err := os.Mkdir(filepath.Join(dir, "routines"), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "name = \"朝のストレッチ\"\n[[phase]]\nname = \"Move\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"cat-cow\"\n"
	if err := os.WriteFile(filepath.Join(dir, "routines", "asa.toml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	const want = "catcow: 朝のストレッチ has letters that the PDF cannot show, each with a mark in its place; a web page shows them: -o FILE.html\n"
	for args, told := range map[string]string{
		"print asa":                     want,
		"print micro-1 asa combo-10":    want,
		"print asa -o -":                want,
		"print asa micro-1 -o asa.html": "",
	} {
		r := runIn(t, dir, nil, nil, strings.Fields(args)...)
		if r.code != Fine || r.err != told || !strings.HasPrefix(r.out, "Printed: ") && !strings.HasPrefix(r.out, "%PDF-") {
			t.Errorf("%s: code %d, %.20q, %q", args, r.code, r.out, r.err)
		}
	}
	for _, name := range []string{"asa.pdf", "routines.pdf"} {
		if data, err := os.ReadFile(name); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
			t.Errorf("%s: %v, %.10q", name, err, data)
		}
	}
}

// A picture that cannot be shown is told, and the rest is printed.
func TestPrintWithoutPicture(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(t.TempDir())
	put := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("exercises/mine.toml", "name = \"Mine\"\nkind = \"static\"\nposition = \"standing\"\nsides = \"both\"\nload = [\"neutral\"]\ntargets = [\"hips\"]\ncues = [\"Stand\"]\n"+
		"breath = \"Easy\"\nmistake = \"Hurrying\"\npicture = \"mine.png\"\n[dose]\nhold = \"30s\"\n")
	put("exercises/mine.png", "not a picture")
	put("routines/own.toml", "name = \"Own\"\n[[phase]]\nname = \"Move\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"cat-cow\"\n"+
		"[[phase]]\nname = \"Hold\"\nkind = \"static\"\n[[phase.step]]\nexercise = \"mine\"\n")
	r := runIn(t, dir, nil, nil, "print", "own")
	if r.code != Fine || !strings.Contains(r.err, "the picture mine.png cannot be shown: it is damaged") || r.out != "Printed: own.pdf\n" {
		t.Errorf("code %d, %q, %q", r.code, r.out, r.err)
	}
}

// The pages show a sheet as it is printed now.
func TestShownSheet(t *testing.T) {
	if testing.Short() {
		t.Skip("draws much")
	}
	lib := routines.Load("")
	r, _ := lib.Get("sitting-all-day")
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
	if err != nil {
		t.Fatal(err)
	}
	d, err := paper.Lay([]paper.Sheet{printing.Sheet(p, lib.Catalogue, 7, 1)}, printing.Options(paper.A4, false, parts.Tones{}))
	if err != nil {
		t.Fatal(err)
	}
	img, err := d.Paint(0, 820)
	if err != nil {
		t.Fatal(err)
	}
	seen := tally{}
	seen.add(img)
	var b bytes.Buffer
	if err := png.Encode(&b, seen.reduce(256).of(img)); err != nil {
		t.Fatal(err)
	}
	shown(t, "sheet.png", b.Bytes())
}
