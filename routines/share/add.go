package share

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// Way is what becomes of an item whose name is taken.
type Way int

// The ways. None is a way nobody has chosen yet.
const (
	None Way = iota
	Keep     // what is there stays, and what came is left out
	Take     // what came takes the place of what is there, which is kept aside in a file beside it
	Both     // what came is added under another name
)

// Choice is what a person wants done with an item.
type Choice struct {
	Way  Way
	Name string // for Both: what it is to be called; "" is its own name with a number
}

// Choices are a person's choices by item. An item that does not clash needs none; Both may be chosen for it all the
// same.
type Choices map[*Item]Choice

// For is one choice for all that clash.
func (p *Parcel) For(w Way) Choices {
	c := Choices{}
	for _, it := range p.Clashes() {
		c[it] = Choice{Way: w}
	}
	return c
}

// Added is what adding did.
type Added struct {
	Routines  []string // ids of what came, under the names they have now; those that were there already as well
	Exercises []string
	Written   []string // paths
	Aside     []string // paths of the files that kept what was replaced
}

var (
	mChoose  = message.New("share.choose", `"{{.Name}}" is there already and says something else; choose which one is to stay`)
	mChanged = message.New("share.changed", "{{.File}} has changed while this was looked at; open it once more")
	mInWay   = message.New("share.in-way", "{{.File}} is in the way and is no file that could be kept aside; move it elsewhere first")
	mNoDir   = message.New("share.no-dir", "there is no data folder to add it to")
)

// Add puts what came into the data folder: everything, or when anything fails, nothing. Nothing is written over that was
// not chosen to be replaced, and what is replaced is kept aside. A program that is killed halfway leaves whole files:
// pictures and exercises without their routine, never a routine without them. The error is a message for the person, or
// wraps what the system said.
func (p *Parcel) Add(c Choices) (Added, error) { return p.add(c, tomlfile.WriteAtomic) }

// adding is a parcel on its way into a folder.
type adding struct {
	*Parcel
	choices Choices
	ids     map[*Item]string  // what each is called there
	renamed map[string]string // exercises that have another id there
	shown   map[string]string // pictures that have another name there
	leave   map[*Item]bool    // not written
	texts   map[*Item][]byte  // what is written
}

func (p *Parcel) add(c Choices, write func(path string, data []byte) error) (Added, error) {
	if p.dir == "" {
		return Added{}, mNoDir
	}
	a := &adding{Parcel: p, choices: c, ids: map[*Item]string{}, renamed: map[string]string{}, shown: map[string]string{}, leave: map[*Item]bool{}, texts: map[*Item][]byte{}}
	for _, step := range []func() error{a.name, a.show, a.rewrite, a.verify, a.fresh} {
		if err := step(); err != nil {
			return Added{}, err
		}
	}
	return a.write(write)
}

// rewrite lets the files that are written name everything as it is called there.
func (a *adding) rewrite() error {
	for _, it := range a.Items {
		if a.leave[it] {
			continue
		}
		text := it.Data
		if it.Kind != Picture {
			var err error
			if text, err = tomlfile.SetTexts(it.Data, tomlfile.Standard, func(path, was string) string { return a.text(it, path, was) }); err != nil {
				return err
			}
		}
		a.texts[it] = text
	}
	return nil
}

// text is what a text of a file becomes.
func (a *adding) text(it *Item, path, was string) string {
	key := tomlfile.LastKey(path)
	switch {
	case path == "name" && a.choices[it].Way == Both:
		return a.called(it)
	case path == "picture":
		return cmp.Or(a.shown[was], was)
	case path == "easier.exercise", path == "harder.exercise", listed(path, "swap"),
		it.Kind == Routine && (key == "exercise" || listed(path, "extras")):
		return cmp.Or(a.renamed[was], was)
	}
	return was
}

// listed reports whether a path is that of an element of a list at the top of the file.
func listed(path, list string) bool {
	return strings.HasPrefix(path, list+"[") && strings.HasSuffix(path, "]")
}

// verify reads everything as it will be. What was in order as it came may not be with what a person chose to keep.
func (a *adding) verify() error {
	list := a.lib.Catalogue.All()
	for _, it := range a.Items {
		if it.Kind != Exercise || a.leave[it] {
			continue
		}
		x, problems := exercise.Parse(a.ids[it], a.ids[it]+".toml", a.texts[it])
		if problems != nil {
			return fmt.Errorf("adding the exercise %s: %w", it.Name, problems)
		}
		x.Source = exercise.Own
		list = append(list, x)
	}
	cat := exercise.NewCatalogue(list)
	for _, it := range a.Items {
		switch {
		case a.leave[it]:
		case it.Kind == Exercise:
			if problems := cat.References(cat.Get(a.ids[it]), a.ids[it]+".toml", a.texts[it]); problems != nil {
				return fmt.Errorf("adding the exercise %s: %w", it.Name, problems)
			}
		case it.Kind == Routine:
			if _, problems := routines.Parse(a.ids[it], a.ids[it]+".toml", a.texts[it], cat); problems != nil {
				return fmt.Errorf("%s does not fit the exercises that stay:\n%w", it.Name, problems)
			}
		}
	}
	return nil
}

// fresh checks that what is there is still what the choices were made about.
func (a *adding) fresh() error {
	for _, it := range a.Items {
		if a.leave[it] {
			continue
		}
		there, found := a.own(it.Kind, a.ids[it])
		if path := a.path(it.Kind, a.ids[it]); found && (len(there) == 0 || filepath.Base(path) != fileName(it.Kind, a.ids[it])) {
			return with(mInWay, "File", filepath.Base(path))
		}
		if a.ids[it] != it.ID {
			if found {
				return with(mChanged, "File", filepath.Base(a.path(it.Kind, a.ids[it])))
			}
			continue
		}
		if found != (it.there != nil) || !bytes.Equal(there, it.there) {
			return with(mChanged, "File", filepath.Base(a.path(it.Kind, it.ID)))
		}
	}
	return nil
}

// write writes it all, the routines last, so that none is ever there without what it needs.
func (a *adding) write(write func(string, []byte) error) (Added, error) {
	var u undo
	var done Added
	put := func(path string, data []byte) error {
		if err := u.before(path); err != nil {
			return err
		}
		return write(path, data)
	}
	items := slices.Clone(a.Items)
	slices.SortStableFunc(items, func(x, y *Item) int { return cmp.Compare(y.Kind, x.Kind) })
	err := func() error {
		for _, it := range items {
			if a.leave[it] {
				continue
			}
			path := a.path(it.Kind, a.ids[it])
			if a.ids[it] == it.ID && it.there != nil {
				aside, err := asideName(path)
				if err == nil {
					err = put(aside, it.there)
				}
				if err != nil {
					return fmt.Errorf("keeping %s aside: %w", filepath.Base(path), err)
				}
				done.Aside = append(done.Aside, aside)
			}
			if err := put(path, a.texts[it]); err != nil {
				return err
			}
			done.Written = append(done.Written, path)
		}
		return nil
	}()
	if err != nil {
		return Added{}, errors.Join(fmt.Errorf("adding %s, of which nothing stays: %w", a.Name, err), u.undo())
	}
	for _, it := range a.Items {
		switch it.Kind {
		case Routine:
			done.Routines = append(done.Routines, a.ids[it])
		case Exercise:
			done.Exercises = append(done.Exercises, a.ids[it])
		}
	}
	return done, nil
}

// mostAside bounds how many files are kept aside.
const mostAside = 99

// asideName is a free name beside a file, which no reader takes for a file of its own: desk-reset.toml.mine, then
// desk-reset.toml.mine-2.
func asideName(path string) (string, error) {
	for n := 1; n <= mostAside; n++ {
		name := path + ".mine"
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if !exist(name) {
			return name, nil
		}
	}
	return "", fmt.Errorf("there are %d files like %s.mine already; remove some", mostAside, filepath.Base(path))
}
