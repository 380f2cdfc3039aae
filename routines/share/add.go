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
// not chosen to be replaced, and what is replaced is kept aside. The error is a message for the person, or wraps what
// the system said.
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

// name decides what everything is called, and what is left out.
func (a *adding) name() error {
	for _, it := range a.Items {
		if it.Kind == Picture {
			continue
		}
		a.ids[it] = it.ID
		choice := a.choices[it]
		switch {
		case it.State == Same && choice.Way != Both:
			a.leave[it] = true
		case choice.Way == Both:
			a.ids[it] = a.free(it, choice.Name)
			if it.Kind == Exercise {
				a.renamed[it.ID] = a.ids[it]
			}
		case it.State == Clash && choice.Way == Keep:
			a.leave[it] = true
		case it.State == Clash && choice.Way == None:
			return with(mChoose, "Name", it.Name)
		}
	}
	return nil
}

// free is an id that nothing has: from the name that is wanted, or the item's own with a number.
func (a *adding) free(it *Item, name string) string {
	base := it.ID
	if name != "" {
		base = usable(name)
	}
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			tail := "-" + strconv.Itoa(n)
			id = strings.TrimRight(base[:min(len(base), tomlfile.MostID-len(tail))], "-") + tail
		}
		if !a.taken(it, id) {
			return id
		}
	}
}

func (a *adding) taken(it *Item, id string) bool {
	if exist(a.path(it.Kind, id)) {
		return true
	}
	if _, shipped := given(&Item{Kind: it.Kind, ID: id}); shipped {
		return true
	}
	for _, other := range a.Items {
		if other.Kind == it.Kind && (other.ID == id && other != it || a.ids[other] == id && other != it) {
			return true
		}
	}
	return false
}

// show decides what the pictures of the exercises that are written are called: a picture that is there already is
// taken, and one whose name something else has comes under another.
func (a *adding) show() error {
	for _, it := range a.Items {
		if it.Kind != Picture {
			continue
		}
		a.ids[it], a.leave[it] = it.ID, true
		for _, e := range a.Items {
			if e.Kind == Exercise && e.Picture == it.ID && !a.leave[e] {
				a.leave[it] = it.State == Same
			}
		}
		if a.leave[it] || it.State != Clash {
			continue
		}
		ext := filepath.Ext(it.ID)
		stem := strings.TrimSuffix(it.ID, ext)
		for n := 2; ; n++ {
			name := stem + "-" + strconv.Itoa(n) + ext
			if there, found := a.own(Picture, name); found && !bytes.Equal(there, it.Data) || a.picture(name) {
				continue
			} else if found {
				a.leave[it] = true
			}
			a.ids[it], a.shown[it.ID] = name, name
			break
		}
	}
	return nil
}

// picture reports whether a picture of the parcel has that name.
func (a *adding) picture(name string) bool {
	return slices.ContainsFunc(a.Items, func(it *Item) bool {
		return it.Kind == Picture && (folded(it.ID) == folded(name) || folded(a.ids[it]) == folded(name))
	})
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

// called is what a person calls an item that comes under another name.
func (a *adding) called(it *Item) string {
	if name := strings.TrimSpace(a.choices[it].Name); name != "" {
		return name
	}
	_, number, numbered := cutNumber(a.ids[it])
	if !numbered {
		return it.Name
	}
	name := []rune(it.Name)
	return strings.TrimSpace(string(name[:min(len(name), routines.MostName-1-len(number))])) + " " + number
}

// cutNumber takes the number off an id: desk-reset-2.
func cutNumber(id string) (stem, number string, ok bool) {
	i := strings.LastIndexByte(id, '-')
	if i < 0 {
		return id, "", false
	}
	if _, err := strconv.Atoi(id[i+1:]); err != nil {
		return id, "", false
	}
	return id[:i], id[i+1:], true
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
