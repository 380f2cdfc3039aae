package routines

import (
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// Library is every exercise and routine there is, shipped and a person's own, and every file that could not be
// used. It is a value that does not change; loading again gives a new one.
type Library struct {
	Routines  []*Routine // sorted by name
	Catalogue *exercise.Catalogue
	Broken    []Broken          // sorted by path
	Notes     []message.Message // what is worth knowing, such as a person's own file in front of a shipped one
}

// Broken is a file that could not be used, with everything that is wrong with it.
type Broken struct {
	ID       string // the file's name without .toml
	Path     string
	Problems tomlfile.Problems
}

// Get is the routine with that id.
func (l *Library) Get(id string) (*Routine, bool) {
	for _, r := range l.Routines {
		if r.ID == id {
			return r, true
		}
	}
	return nil, false
}

// Nearest is the id of the routine that was probably meant, by its id or name, or "".
func (l *Library) Nearest(id string) string {
	ids, names := make([]string, len(l.Routines)), make([]string, len(l.Routines))
	for i, r := range l.Routines {
		ids[i], names[i] = r.ID, r.Name
	}
	if near := tomlfile.Nearest(id, ids); near != "" {
		return near
	}
	near := tomlfile.Nearest(id, names)
	for i, name := range names {
		if name == near {
			return ids[i]
		}
	}
	return ""
}
