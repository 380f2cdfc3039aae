package draft

import (
	"os"
	"path/filepath"
	"testing"

	"catcow/assets"
)

func TestForEditors(t *testing.T) {
	for _, c := range []struct{ of, text, want string }{
		{"", "", "#:schema ../schemas/routine.schema.json\n\n"},
		{"exercises", "name = \"A\"\n", "#:schema ../schemas/exercise.schema.json\n\nname = \"A\"\n"},
		{"", "#:schema ../assets/schemas/routine.schema.json\n\nname = \"A\"\n", "#:schema ../schemas/routine.schema.json\n\nname = \"A\"\n"},
		{"", "#:schema elsewhere\r\nname = \"A\"\r\n", "#:schema ../schemas/routine.schema.json\r\nname = \"A\"\r\n"},
		{"", "# mine\r\nname = \"A\"\r\n", "#:schema ../schemas/routine.schema.json\r\n\r\n# mine\r\nname = \"A\"\r\n"},
	} {
		if got := string(Store{Of: c.of}.ForEditors([]byte(c.text))); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
	}
}

// A new file's first line leads to a schema that is there, and that is brought up to date.
func TestNewFilesFindTheirSchema(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	schema := filepath.Join(s.folder(), "..", "schemas", "routine.schema.json")
	if err := os.MkdirAll(filepath.Dir(schema), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(schema, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Save("new", s.ForEditors([]byte("name = \"New\"\n")), nil); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	want, err := assets.Schemas().Open("routine.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer want.Close()
	if info, err := want.Stat(); err != nil || info.Size() != int64(len(got)) {
		t.Errorf("the schema has %d bytes, want %d (%v)", len(got), info.Size(), err)
	}
}
