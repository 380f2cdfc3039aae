package draft

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"catcow/routines/tomlfile"
)

// Kept is unsaved work: a draft as it was at some moment.
type Kept struct {
	ID   string // of the file; "" for one that has none yet
	Text []byte
	Base []byte // what the file held when it was last read or written; nil for a new one
	Time time.Time
}

func (s Store) drafts() string { return filepath.Join(s.Dir, "drafts", s.Of) }

// draftPath is the file of the draft of an id.
func (s Store) draftPath(id string) string {
	name := id
	switch {
	case id == "":
		name = "_new"
	case Sound(id) != nil:
		// A name of another make may be impossible elsewhere; the file itself says the id.
		sum := sha256.Sum256([]byte(id))
		name = "_" + hex.EncodeToString(sum[:8])
	}
	return filepath.Join(s.drafts(), name+".toml")
}

// KeepDraft keeps unsaved work, in the place of what was kept of the same id before: whole or not at all.
func (s Store) KeepDraft(k Kept) error {
	path := s.draftPath(k.ID)
	if err := tomlfile.WriteAtomic(path, k.encode()); err != nil {
		return notKept(path, err)
	}
	return nil
}

// Drafts are all kept drafts, the latest first, and what is wrong with those that cannot be read; none hides another.
func (s Store) Drafts() ([]Kept, []error) {
	root, err := os.OpenRoot(s.drafts())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, []error{fmt.Errorf("reading the drafts: %w", err)}
	}
	defer root.Close()
	entries, err := fs.ReadDir(root.FS(), ".")
	var bad []error
	if err != nil {
		bad = append(bad, fmt.Errorf("reading the drafts: %w", err))
	}
	var list []Kept
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, ".") && strings.HasSuffix(name, ".new"):
			_ = root.Remove(name) // half written when the program was ended; the whole one before it is still there
			continue
		case strings.HasPrefix(name, "."), filepath.Ext(name) != ".toml":
			continue
		}
		data, problems := tomlfile.Read(root, name, draftLimits)
		if problems == nil {
			var k Kept
			if k, problems = decode(filepath.Join(s.drafts(), name), data); problems == nil {
				list = append(list, k)
				continue
			}
		}
		bad = append(bad, problems)
	}
	slices.SortStableFunc(list, func(a, b Kept) int { return b.Time.Compare(a.Time) })
	return list, bad
}

// DropDraft takes the kept draft of an id away. That there is none is no error.
func (s Store) DropDraft(id string) error {
	path := s.draftPath(id)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("taking the draft away: %w", err)
	}
	return nil
}
