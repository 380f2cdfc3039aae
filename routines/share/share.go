// Package share is how a routine travels: as one .catcow file, as plain TOML files, or as text for a chat message.
//
// A .catcow file is a zip of a small data folder: routines/ID.toml, exercises/ID.toml and the pictures the exercises
// show, so that whoever has no Catcow can still look inside. In goes a file of unknown make and the library it may join;
// out comes a Parcel, which says what came, what of it is new, what is there already and what clashes, or a plain word
// about why it is not taken. Nothing is written before Add, and Add writes everything or nothing, and over nothing that
// was not chosen to be replaced, which is kept aside then. Nothing a file can contain makes this crash, hang, take more
// memory than a picture does, or write outside the two folders.
package share

import (
	"fmt"
	"path/filepath"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

// Ext is how the name of a packed routine ends.
const Ext = ".catcow"

// The limits of what is taken. A routine with two hundred own exercises, each with a picture of its own, stays within.
const (
	MostFile    = 32 << 20 // bytes of the file that came
	mostTotal   = 96 << 20 // bytes of everything in it, unpacked
	mostEntries = 512
	mostPixels  = 240_000_000 // of all pictures together, which are decoded once before they are added
	mostRatio   = 120         // unpacked to packed, of entries above plentiful
	plentiful   = 128 << 10   // bytes; text of this size may well be packed so tightly
)

// Kind says what an item is.
type Kind int

// The kinds, in the order a parcel has them.
const (
	Routine Kind = iota
	Exercise
	Picture
)

// State says how an item stands to what is there already.
type State int

// The states.
const (
	New   State = iota // nothing has its name
	Same               // what has its name says the same, so nothing needs to be added
	Clash              // something different has its name
)

// Item is one thing in a parcel.
type Item struct {
	Kind Kind
	ID   string // the file's name without .toml; of a picture, with its ending
	Name string // as a person calls it; of a picture, its ID
	Data []byte // the file as it came

	State    State
	Whose    exercise.Source // of Same and Clash: whose the other one is
	OverName string          // of Clash: what the other one is called

	Routine  *routines.Routine  // of a routine: as it would be played
	Exercise *exercise.Exercise // of an exercise; its picture cannot be shown before Unpack
	Picture  string             // of an exercise: the name of the picture it shows, or ""

	there []byte // the file of the person's own that has its name, as it was read, or nil
}

// Parcel is what came, read and checked, and not added yet.
type Parcel struct {
	Name  string // of the file, as shown
	Items []*Item
	// Catalogue is the library's exercises with those of the parcel in front: what its routines play with.
	Catalogue *exercise.Catalogue
	Notes     []message.Message // what was left alone, such as files Catcow does not know

	lib *routines.Library
	dir string
}

// Of lists the items of a kind.
func (p *Parcel) Of(kind Kind) []*Item {
	var out []*Item
	for _, it := range p.Items {
		if it.Kind == kind {
			out = append(out, it)
		}
	}
	return out
}

// Main is the first routine, which a window shows, or nil when only exercises came.
func (p *Parcel) Main() *Item {
	for _, it := range p.Items {
		if it.Kind == Routine {
			return it
		}
	}
	return nil
}

// Clashes are the routines and exercises about which a person has to choose. A picture follows its exercise.
func (p *Parcel) Clashes() []*Item {
	var out []*Item
	for _, it := range p.Items {
		if it.State == Clash && it.Kind != Picture {
			out = append(out, it)
		}
	}
	return out
}

// Unpack writes the pictures into a folder, such as one that is removed soon, so that they can be shown before anything is
// added. The exercises lead to them from then on.
func (p *Parcel) Unpack(dir string) error {
	for _, pic := range p.Of(Picture) {
		path := filepath.Join(dir, pic.ID)
		if err := tomlfile.WriteAtomic(path, pic.Data); err != nil {
			return fmt.Errorf("unpacking the pictures: %w", err)
		}
		for _, e := range p.Of(Exercise) {
			if e.Picture == pic.ID {
				e.Exercise.Picture = path
			}
		}
	}
	return nil
}

// Nothing reports whether everything is there already, so that there is nothing to add.
func (p *Parcel) Nothing() bool {
	for _, it := range p.Items {
		if it.Kind != Picture && it.State != Same {
			return false
		}
	}
	return true
}

// Cautions are the tags (exercise.Cautions) of whoever has to take care with anything that came, in the order of that list.
func (p *Parcel) Cautions() []string {
	var all []*exercise.Exercise
	for _, it := range p.Items {
		switch it.Kind {
		case Routine:
			all = append(all, Exercises(it.Routine)...)
		case Exercise:
			all = append(all, it.Exercise)
		}
	}
	return cautions(all)
}

// Exercises are those of a routine's steps, each once, in order.
func Exercises(r *routines.Routine) []*exercise.Exercise {
	var out []*exercise.Exercise
	seen := map[string]bool{}
	for _, ph := range r.Phases {
		for _, s := range ph.Steps {
			if !seen[s.Exercise.ID] {
				seen[s.Exercise.ID] = true
				out = append(out, s.Exercise)
			}
		}
	}
	return out
}

func cautions(all []*exercise.Exercise) []string {
	asked := map[string]bool{}
	for _, e := range all {
		for _, tag := range e.AvoidIf {
			asked[tag] = true
		}
	}
	var out []string
	for _, tag := range exercise.Cautions {
		if asked[tag] {
			out = append(out, tag)
		}
	}
	return out
}

// Read reads a file that came: a .catcow file, or a routine or exercise as plain TOML. Which it is says its content, not
// its name. The library is the one it would join, and dir the data folder that library was loaded from, "" for none. The
// problems say in plain words why it is not taken; the parcel is nil then.
func Read(name string, data []byte, lib *routines.Library, dir string) (*Parcel, tomlfile.Problems) {
	o := opener{}
	o.take(name, data)
	return o.parcel(name, lib, dir)
}

// Open reads files that belong together, such as a routine and its exercises as plain TOML. A picture that an exercise
// shows is taken from beside it.
func Open(paths []string, lib *routines.Library, dir string) (*Parcel, tomlfile.Problems) {
	o := opener{}
	for _, path := range paths {
		o.open(path)
	}
	return o.parcel(nameOf(paths), lib, dir)
}

func refusal(file string, m message.Message) tomlfile.Problems {
	return tomlfile.Problems{{File: file, Message: m}}
}

// mostOf is how large a file of a kind may be.
func mostOf(k Kind) int64 {
	if k == Picture {
		return picture.MostBytes
	}
	return tomlfile.Standard.Size
}
