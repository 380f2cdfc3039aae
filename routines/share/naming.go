package share

import (
	"bytes"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"catcow/routines"
	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// What everything is called in the folder it joins.

// name decides what everything is called, and what is left out.
func (a *adding) name() error {
	for _, it := range a.Items {
		if it.Kind == Picture {
			continue
		}
		a.ids[it] = it.ID
		choice := a.choices[it]
		if err := soundName(choice.Name); err != nil {
			return err
		}
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

// soundName checks a name that a person gives.
func soundName(name string) error {
	doc := tomlfile.Parse("", []byte("name = "+string(rewrite.String(name))), tomlfile.Standard)
	doc.Text("name", strings.TrimSpace(name), routines.MostName)
	if problems := doc.Problems(); problems != nil {
		return problems[0].Message
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
