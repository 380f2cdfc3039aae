package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every file that is shipped is in order, checked as a person would check it.
func TestShippedFilesAreInOrder(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../routines/*.toml", "../../assets/exercises/*.toml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		files = append(files, found...)
	}
	r := run(t, append([]string{"check"}, files...)...)
	if r.code != Fine || strings.Count(r.out, "\n") != len(files) {
		t.Errorf("code %d, %d files:\n%s%s", r.code, len(files), r.out, r.err)
	}
}

// Every broken file gets the messages it is kept with, whatever its name.
func TestBrokenFilesAreTold(t *testing.T) {
	files, err := filepath.Glob("../../routines/testdata/broken/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		r := run(t, "check", file)
		if r.code != Failed || !strings.Contains(r.out, filepath.Base(file)) {
			t.Errorf("%s: code %d, %s%s", file, r.code, r.out, r.err)
		}
	}
}

func TestCheck(t *testing.T) {
	catCow, err := os.ReadFile("../../assets/exercises/cat-cow.toml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"good.toml":          shortRoutine,
		"mine.toml":          string(catCow),
		"with-mine.toml":     strings.Replace(shortRoutine, "cat-cow", "mine", 1),
		"greedy.toml":        "longest = \"44m\"\n" + shortRoutine,
		"slips.toml":         "nmae = \"x\"\n" + strings.Replace(shortRoutine, "cat-cow", "catcow", 1),
		"settings.toml":      "pace = \"slow\"\n",
		"other-settings.txt": "theme = \"coffee\"\n",
		"picture.toml":       picture(string(catCow)),
		"a folder/x.toml":    "",
	})
	t.Chdir(dir)
	for _, tt := range []struct {
		files string
		code  int
		want  []string
	}{
		{"good.toml", Fine, []string{"good.toml: the routine Short and Sweet is in order; it can take "}},
		{"mine.toml", Fine, []string{"mine.toml: the dynamic exercise Cat-Cow Flow is in order"}},
		{"settings.toml", Fine, []string{"settings.toml: settings in order"}},
		{"with-mine.toml", Failed, []string{"with-mine.toml:7:14:", `"mine"`}},
		{"with-mine.toml mine.toml", Fine, []string{"with-mine.toml: the routine", "mine.toml: the dynamic exercise"}},
		{"slips.toml good.toml", Failed, []string{`slips.toml:1:1: unknown key "nmae"; did you mean "name"?`, "slips.toml:8:14:", "cat-cow", "good.toml: the routine"}},
		{"greedy.toml", Failed, []string{"greedy.toml:1:11: longest says 44m; more than "}},
		{"other-settings.txt", Failed, []string{"other-settings.txt:1:9:", "coffee"}},
		{"picture.toml", Failed, []string{`the picture "me.png" has to lie beside this file`}},
		{"nothing.toml", Failed, []string{"nothing.toml: there is no such file"}},
		{".", Failed, []string{"this is a folder, not a file"}},
	} {
		r := run(t, append([]string{"check"}, strings.Fields(tt.files)...)...)
		if r.code != tt.code || r.err != "" {
			t.Errorf("%s: code %d, %s", tt.files, r.code, r.err)
		}
		for _, want := range tt.want {
			if !strings.Contains(r.out, want) {
				t.Errorf("%s: %q is missing in\n%s", tt.files, want, r.out)
			}
		}
	}
}

// picture makes an exercise show a picture in place of its figure, which is the last table of the file.
func picture(text string) string {
	before, _, _ := strings.Cut(text, "[figure]")
	return "picture = \"me.png\"\n" + before
}
