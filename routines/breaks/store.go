package breaks

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/BurntSushi/toml"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// File is the name of the kept state in the data folder.
const File = "breaks.toml"

const fileHead = `# Where the breaks stand. Catcow writes this file; what you want of breaks is in settings.toml.

`

// Save keeps the state in the data folder. It replaces the one before, whole or not at all.
func Save(dir string, s State) error {
	data, err := s.text()
	if err == nil {
		err = tomlfile.WriteAtomic(filepath.Join(dir, File), data)
	}
	if err != nil {
		return fmt.Errorf("keeping the state of the breaks: %w", err)
	}
	return nil
}

// text is the state as the file has it.
func (s State) text() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(fileHead)
	enc := toml.NewEncoder(&b)
	enc.Indent = ""
	err := enc.Encode(s)
	return b.Bytes(), err
}

// Load reads the kept state. There is none: the zero State and no message. What cannot be used (torn, foreign, of
// another make) is set aside as breaks.toml.broken and named in the message; counting then begins anew.
func Load(dir string) (State, *message.Message) {
	path := filepath.Join(dir, File)
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return State{}, nil
	}
	data, problems := tomlfile.ReadPath(path, tomlfile.Standard)
	if problems == nil {
		var s State
		if s, problems = read(path, data); problems == nil {
			return s, nil
		}
	}
	aside := path + ".broken"
	why := problems[0].Message.String()
	if err := os.Rename(path, aside); err != nil {
		return State{}, no(message.New("breaks.left", "Where the breaks stood cannot be read ({{.Reason}}), and the file {{.Path}} could not be moved aside.",
			"Reason", why, "Path", path))
	}
	return State{}, no(message.New("breaks.aside", "Where the breaks stood cannot be read ({{.Reason}}). Counting begins anew; the file is kept as {{.Path}}.",
		"Reason", why, "Path", aside))
}

// read makes a state of the text of a file.
func read(path string, data []byte) (s State, problems tomlfile.Problems) {
	doc := tomlfile.Parse(path, data, tomlfile.Standard)
	doc.Decode(&s)
	if s.AsOf.IsZero() {
		doc.Missing("as_of", "tells when this was written")
	}
	if _, err := time.Parse(time.DateOnly, s.LastDaily); err != nil && s.LastDaily != "" {
		doc.Add("last_daily", message.New("breaks.day", `{{.Found}} is not a day, such as "2026-12-24"`, "Found", tomlfile.Quote(s.LastDaily)))
	}
	doc.Between("snoozes", s.Snoozes, 0, MostSnoozes)
	doc.Between("since_long", s.SinceLong, 0, MostLong)
	if p := s.Pending; p != nil {
		checkKind(doc, "pending.kind", p.Kind)
		for i, r := range p.Waited {
			if !slices.Contains(Reasons, r) {
				doc.NotChoice(tomlfile.Element("pending.waited", i), "reason", string(r), texts(Reasons))
			}
		}
	}
	if r := s.Running; r != nil {
		checkKind(doc, "running.kind", r.Kind)
	}
	for i, r := range s.Recent {
		if r.Kind != "" {
			checkKind(doc, tomlfile.Element("recent", i)+".kind", r.Kind)
		}
	}
	return s, doc.Problems()
}

func checkKind(doc *tomlfile.Doc, path string, k Kind) {
	doc.Choice(path, "kind", string(k), texts(Kinds))
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = string(t)
	}
	return out
}
