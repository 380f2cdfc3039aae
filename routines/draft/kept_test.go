package draft

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var evening = time.Date(2026, 11, 22, 21, 30, 0, 123456789, time.FixedZone("", 3600))

// kept are drafts whose texts are hard to write down.
var hard = []string{
	"", "\n", "\n\n", "plain", "plain\n", "\nname = \"x\"\n", "a\r\nb\r\n", "tab\there", "it's", "it's'", "'''", "a'''b", "\"\"\"", `back\slash`, `end\`,
	"'''\"\"\"", "\x00nul\x01\x7f", "ü 日本 \U0001F600", "\xff\xfe bytes", "ends with quote\"", "''' and \r and \\ and \"\"\"\"", "\ufeffbom", "  spaces  ", "\t", "'",
}

func TestKeepDrafts(t *testing.T) {
	s := Store{Dir: filepath.Join(t.TempDir(), "data")}
	if list, bad := s.Drafts(); list != nil || bad != nil {
		t.Fatalf("before anything was kept there are %v and %v", list, bad)
	}
	for i, text := range hard {
		for j, base := range append([]string{"no base"}, hard...) {
			want := Kept{ID: "mine", Text: []byte(text), Base: []byte(base), Time: evening.Add(time.Duration(i) * time.Minute)}
			if j == 0 {
				want.Base = nil
			}
			if i%5 > 0 && j > 0 && i != j-1 {
				continue // enough pairs of them
			}
			must(t, s.KeepDraft(want))
			list, bad := s.Drafts()
			if len(list) != 1 || bad != nil {
				t.Fatalf("%q: there are %d drafts, %v", text, len(list), bad)
			}
			got := list[0]
			if got.ID != want.ID || !bytes.Equal(got.Text, want.Text) || !bytes.Equal(got.Base, want.Base) || (got.Base == nil) != (want.Base == nil) || !got.Time.Equal(want.Time) {
				t.Fatalf("kept was %+q\nand read %+q", want, got)
			}
		}
	}
	must(t, s.DropDraft("mine"))
	must(t, s.DropDraft("mine"))
	if list, bad := s.Drafts(); len(list) != 0 || bad != nil {
		t.Errorf("taken away, there are %v and %v", list, bad)
	}
}

func TestDraftsHaveFilesOfTheirOwn(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	ids := []string{"", "new", "_new", "mine", "Mine", "MINE", "my own", "../../mine", "con", strings.Repeat("x", 500), "ü", "a/b"}
	for i, id := range ids {
		must(t, s.KeepDraft(Kept{ID: id, Text: []byte(id), Time: evening.Add(time.Duration(i) * time.Second)}))
	}
	list, bad := s.Drafts()
	if len(list) != len(ids) || bad != nil {
		t.Fatalf("of %d drafts there are %d, %v", len(ids), len(list), bad)
	}
	for i, k := range list {
		if want := ids[len(ids)-1-i]; k.ID != want || string(k.Text) != want {
			t.Errorf("draft %d is %q, want %q: the latest comes first", i, k.ID, want)
		}
	}
	entries, _ := os.ReadDir(s.Dir)
	if len(entries) != 1 || entries[0].Name() != "drafts" {
		t.Errorf("something lies beside the drafts: %v", entries)
	}
	for _, id := range ids {
		must(t, s.DropDraft(id))
	}
	if list, _ := s.Drafts(); len(list) != 0 {
		t.Errorf("left are %v", list)
	}
}

// A kept draft can be read, and mended, in a text editor.
func TestKeptDraftIsReadable(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	must(t, s.KeepDraft(Kept{ID: "mine", Text: []byte(hand), Base: []byte("name = \"Old\"\n"), Time: evening}))
	holds(t, filepath.Join(s.Dir, "drafts", "mine.toml"), draftHead+`id   = "mine"
time = "2026-11-22T21:30:00.123456789+01:00"

text = '''
`+hand+`'''

base = '''
name = "Old"
'''
`)
}

func TestBrokenDraftHidesNoOther(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	must(t, s.KeepDraft(Kept{ID: "good", Text: []byte("x"), Time: evening}))
	dir := filepath.Join(s.Dir, "drafts")
	broken := map[string]string{
		"torn.toml":    "id = \"torn\"\ntext = '''\nname = ",
		"empty.toml":   "",
		"time.toml":    "id = \"x\"\ntime = \"yesterday\"\ntext = \"\"\n",
		"notext.toml":  "id = \"x\"\ntime = \"2026-11-22T21:30:00Z\"\n",
		"base64.toml":  "id = \"x\"\ntime = \"2026-11-22T21:30:00Z\"\ntext_base64 = \"?\"\n",
		"type.toml":    "id = 3\ntime = \"2026-11-22T21:30:00Z\"\ntext = 4\n",
		"garbage.toml": "\x00\xff\xfe",
	}
	for name, text := range broken {
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	must(t, os.Mkdir(filepath.Join(dir, "folder.toml"), 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "note.txt"), []byte("not ours"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, ".good.toml.12345678.new"), []byte("half"), 0o600))
	list, bad := s.Drafts()
	if len(list) != 1 || list[0].ID != "good" {
		t.Errorf("the good draft is hidden: %v", list)
	}
	if len(bad) != len(broken)+1 {
		t.Errorf("%d broken drafts are told: %v", len(bad), bad)
	}
	for _, err := range bad {
		if text := err.Error(); !strings.Contains(text, dir) || !strings.Contains(text, ".toml") {
			t.Errorf("where it is broken is not said: %s", text)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, ".good.toml.12345678.new")); err == nil {
		t.Error("half a file stays for ever")
	}
	if _, err := os.Stat(filepath.Join(dir, "torn.toml")); err != nil {
		t.Error("a broken draft was taken away, though someone could mend it")
	}

	file := Store{Dir: t.TempDir()}
	must(t, os.WriteFile(filepath.Join(file.Dir, "drafts"), nil, 0o600))
	if list, bad := file.Drafts(); len(list) != 0 || len(bad) != 1 {
		t.Errorf("a file where the folder should be: %v, %v", list, bad)
	}
	if err := file.KeepDraft(Kept{Text: []byte("x")}); err == nil {
		t.Error("a draft was kept in a file")
	}
}
