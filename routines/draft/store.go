package draft

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// Store keeps the routine files of a data folder in Dir/routines and drafts of them in Dir/drafts; or, when Of is
// "exercises", exercise files in Dir/exercises and drafts in Dir/drafts/exercises. Folders are made when something is first
// saved in them, again if they vanished.
type Store struct {
	Dir string
	Of  string // "" is "routines"
}

// Conflict is what keeps a routine from being saved: the file is not what it was when last read or written. Nothing is
// lost: both texts are whole.
type Conflict struct {
	Path string
	Disk []byte // what the file holds now; nil when it is gone
	Gone bool   // the file was moved or deleted
}

// Message says what happened.
func (c *Conflict) Message() message.Message {
	if c.Gone {
		return message.New("draft.gone", "{{.File}} is no longer there. Save again to put it back.", "File", filepath.Base(c.Path))
	}
	return message.New("draft.changed", "{{.File}} was changed by something else. Nothing is lost: choose which version to keep.", "File", filepath.Base(c.Path))
}

// Error is Message.
func (c *Conflict) Error() string { return c.Message().String() }

func (s Store) folder() string        { return filepath.Join(s.Dir, cmp.Or(s.Of, "routines")) }
func (s Store) path(id string) string { return filepath.Join(s.folder(), id+".toml") }

// Path is where the routine of an id lies or would lie.
func (s Store) Path(id string) string { return s.path(id) }

// Open reads a routine file. Links that lead out of the folder, pipes and files over 256 KiB are not read. That there is
// no such file is fs.ErrNotExist; all other errors say in plain words what is wrong.
func (s Store) Open(id string) ([]byte, error) {
	if err := plainName(id); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(s.path(id)); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading %s: %w", s.path(id), fs.ErrNotExist)
	}
	data, problems := tomlfile.ReadPath(s.path(id), tomlfile.Standard)
	if problems != nil {
		return nil, message.New("draft.not-opened", "{{.File}} cannot be opened: {{.Reason}}.",
			"File", id+".toml", "Reason", problems[0].Message.String())
	}
	return data, nil
}

// Save writes a routine file, whole or not at all. Base is what the file held when it was last read or written, nil for a
// file that is new. When the disk says otherwise, nothing is written and the error is a *Conflict; Save again with
// Conflict.Disk as the base (nil when Gone) writes over that version.
func (s Store) Save(id string, text, base []byte) error {
	if err := Sound(id); err != nil && base == nil {
		return err
	} else if err := plainName(id); err != nil {
		return err
	}
	path := s.path(id)
	if same, err := s.check(id, text, base); same || err != nil {
		return err
	}
	err := tomlfile.WriteAtomicIf(path, text, func() error {
		_, err := s.check(id, text, base)
		return err
	})
	var conflict *Conflict
	switch {
	case errors.As(err, &conflict):
		return conflict
	case err != nil:
		return s.notSaved(id, err)
	case base == nil:
		_ = s.PutSchemas() // a help for editors; the file that was asked for is there
	}
	return nil
}

// check compares the file of an id with what it should hold. It reports whether it holds the text already.
func (s Store) check(id string, text, base []byte) (same bool, err error) {
	path, there := s.path(id), false
	if base == nil {
		path, there = s.occupied(id)
	} else if _, err := os.Lstat(path); err == nil {
		there = true
	}
	if !there {
		if base != nil {
			return false, &Conflict{Path: path, Gone: true}
		}
		return false, nil
	}
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return false, s.notSaved(id, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return false, message.New("draft.link", "{{.File}} is a link to another place, and Catcow does not write through links. Save under another name.",
			"File", filepath.Base(path))
	case info.IsDir():
		return false, message.New("draft.folder", "There is a folder called {{.File}} where the file should be. Save under another name.",
			"File", filepath.Base(path))
	}
	disk, problems := tomlfile.ReadPath(path, tomlfile.Standard)
	if problems != nil {
		return false, message.New("draft.not-compared", "{{.File}} cannot be read ({{.Reason}}), so it is not written over. Save under another name.",
			"File", filepath.Base(path), "Reason", problems[0].Message.String())
	}
	if bytes.Equal(disk, text) && filepath.Base(path) == id+".toml" {
		return true, nil
	}
	if base == nil || !bytes.Equal(disk, base) {
		return false, &Conflict{Path: path, Disk: disk}
	}
	return false, nil
}

// occupied is the file that has the name of an id already, also where capitals make no difference.
func (s Store) occupied(id string) (path string, ok bool) {
	entries, _ := os.ReadDir(s.folder()) // a folder that cannot be read is said when it cannot be written
	for _, e := range entries {
		if strings.EqualFold(e.Name(), id+".toml") {
			return filepath.Join(s.folder(), e.Name()), true
		}
	}
	return s.path(id), false
}

// FreeID is the id for a new routine of a name: its letters and digits, with -2, -3 … behind when that is taken, on the
// disk or in taken (shipped routines; may be nil).
func (s Store) FreeID(name string, taken func(id string) bool) string {
	base := tomlfile.NearestID(name)
	if base == "" {
		base = unnamed
	}
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			tail := fmt.Sprintf("-%d", n)
			id = strings.TrimRight(base[:min(len(base), tomlfile.MostID-len(tail))], "-") + tail
		}
		if reserved(id) || taken != nil && taken(id) {
			continue
		}
		if _, occupied := s.occupied(id); !occupied {
			return id
		}
	}
}

// Sound checks the id of a new file. The error is a message that says why no file can be called that.
func Sound(id string) error {
	if id == "" || tomlfile.NearestID(id) != id {
		return message.New("draft.id", `A file name has only the letters a to z, digits and "-"; {{.Found}} has others.`, "Found", tomlfile.Quote(id))
	}
	if reserved(id) {
		return message.New("draft.reserved", "Windows keeps the name {{.Found}} for itself, so no file is called that. Choose another.", "Found", tomlfile.Quote(id))
	}
	return nil
}

// plainName checks that an id is a name within its folder.
func plainName(id string) error {
	if id == "" || strings.HasPrefix(id, ".") || strings.ContainsAny(id, "/\\:\x00") || !filepath.IsLocal(id+".toml") {
		return message.New("draft.no-name", "{{.Found}} is not the name of a file.", "Found", tomlfile.Quote(id))
	}
	return nil
}

// The names that Windows keeps for devices, whatever follows a dot.
var devices = []string{"con", "prn", "aux", "nul", "conin$", "conout$"}

// reserved reports whether Windows cannot have a file of this name.
func reserved(id string) bool {
	name, _, _ := strings.Cut(strings.ToLower(id), ".")
	if n := len(name); n == 4 && name[3] >= '1' && name[3] <= '9' && (name[:3] == "com" || name[:3] == "lpt") {
		return true
	}
	return slices.Contains(devices, name)
}
