package share

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"catcow/assets"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

var (
	mNoPicture = message.New("share.no-picture", `the exercise "{{.Exercise}}" shows the picture {{.Name}}, which did not come with it`)
	mPicture   = message.New("share.picture", "the picture {{.Name}} cannot be shown: {{.Why}}")
	mPixels    = message.New("share.pixels", "all pictures together have more than {{.Most}} million pixels; smaller ones will do")
	mUnused    = message.New("share.unused", "the picture {{.Name}} belongs to no exercise; it was left alone")
	mAsk       = message.New("share.ask", "It may have been written with exercises of somebody's own. A .catcow file brings those along: ask for that one")
)

// parcel checks everything that came and says how it stands to what is there.
func (o *opener) parcel(name string, lib *routines.Library, dir string) (*Parcel, tomlfile.Problems) {
	if o.problems == nil && !slices.ContainsFunc(o.entries, func(e entry) bool { return e.kind != Picture }) {
		o.refuse(name, mEmpty)
	}
	if o.problems != nil {
		return nil, o.problems
	}
	slices.SortStableFunc(o.entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id)) })
	p := &Parcel{Name: filepath.Base(name), Notes: o.notes, lib: lib, dir: dir}
	o.exercises(p)
	o.routines(p)
	if o.problems != nil {
		return nil, o.problems
	}
	o.pictures(p)
	if o.problems != nil {
		return nil, o.problems
	}
	slices.SortStableFunc(p.Items, func(a, b *Item) int { return cmp.Compare(a.Kind, b.Kind) })
	p.compare()
	p.Notes = o.notes
	return p, nil
}

// exercises reads the exercises and puts them in front of the library's.
func (o *opener) exercises(p *Parcel) {
	list := p.lib.Catalogue.All()
	var broken []string
	for _, e := range o.entries {
		if e.kind != Exercise {
			continue
		}
		x, problems := exercise.Parse(e.id, e.shown, e.data)
		if problems != nil {
			o.problems = append(o.problems, problems...)
			broken = append(broken, e.id)
			continue
		}
		x.Source = exercise.Own
		list = append(list, x)
		p.Items = append(p.Items, &Item{Kind: Exercise, ID: e.id, Name: x.Name, Data: e.data, Exercise: x, Picture: x.Picture})
	}
	p.Catalogue = exercise.NewCatalogue(list, broken...)
	for _, it := range p.Items {
		for _, e := range o.entries {
			if e.kind == Exercise && e.id == it.ID {
				o.problems = append(o.problems, p.Catalogue.References(it.Exercise, e.shown, e.data)...)
			}
		}
	}
}

// routines reads the routines against these exercises.
func (o *opener) routines(p *Parcel) {
	for _, e := range o.entries {
		if e.kind != Routine {
			continue
		}
		r, problems := routines.Parse(e.id, e.shown, e.data, p.Catalogue)
		if problems != nil {
			o.problems = append(o.problems, problems...)
			if slices.ContainsFunc(problems, unknownExercise) {
				o.refuse(e.shown, mAsk)
			}
			continue
		}
		r.Source = exercise.Own
		p.Items = append(p.Items, &Item{Kind: Routine, ID: e.id, Name: r.Name, Data: e.data, Routine: r})
	}
}

func unknownExercise(p tomlfile.Problem) bool {
	id := p.Message.ID
	return id == "exercise.unknown" || id == "file.choice-near" && p.Message.Data["What"] == "exercise"
}

// pictures looks at the pictures the exercises show, before anybody decodes one.
func (o *opener) pictures(p *Parcel) {
	shows := map[string]bool{}
	for _, it := range p.Items {
		if it.Kind != Exercise || it.Picture == "" {
			continue
		}
		name := it.Picture
		if m := pictureName(name); m != nil {
			o.refuse(p.Name, with(*m, "Name", tomlfile.Quote(name)))
			continue
		}
		shows[name] = true
		if !slices.ContainsFunc(o.entries, func(e entry) bool { return e.kind == Picture && e.id == name }) {
			o.refuse(p.Name, with(mNoPicture, "Exercise", it.Name, "Name", tomlfile.Quote(name)))
		}
	}
	pixels := 0
	for _, e := range o.entries {
		if e.kind == Picture && shows[e.id] {
			pixels += picture.Pixels(e.data)
		}
	}
	if pixels > mostPixels {
		o.refuse(p.Name, with(mPixels, "Most", mostPixels/1_000_000))
		return
	}
	for _, e := range o.entries {
		if e.kind != Picture {
			continue
		}
		if !shows[e.id] {
			o.note(mUnused, "Name", tomlfile.Quote(e.id))
			continue
		}
		if why, ok := picture.Check(e.id, e.data); !ok {
			o.refuse(e.shown, with(mPicture, "Name", tomlfile.Quote(e.id), "Why", why.String()))
			continue
		}
		p.Items = append(p.Items, &Item{Kind: Picture, ID: e.id, Name: e.id, Data: e.data})
	}
}

// compare says of every item whether it is new, there already, or clashes.
func (p *Parcel) compare() {
	for _, it := range p.Items {
		if it.Kind == Picture {
			it.there, _ = p.own(it.Kind, it.ID)
			switch {
			case it.there == nil:
			case bytes.Equal(it.there, it.Data):
				it.State, it.Whose = Same, exercise.Own
			default:
				it.State, it.Whose = Clash, exercise.Own
			}
		}
	}
	for _, it := range p.Items {
		if it.Kind == Picture {
			continue
		}
		other, found := p.own(it.Kind, it.ID)
		it.there, it.Whose = other, exercise.Own
		if !found {
			if other, found = given(it); !found {
				it.Whose = ""
				continue
			}
			it.Whose = exercise.Shipped
		}
		it.State = Clash
		if p.same(it, other) {
			it.State = Same
		}
		it.OverName = calls(other, it.ID)
	}
}

// own is the file of the person's own that has a name, whatever is in it.
func (p *Parcel) own(k Kind, id string) ([]byte, bool) {
	if p.dir == "" {
		return nil, false
	}
	path := p.path(k, id)
	if !exist(path) {
		return nil, false
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return []byte{}, true
	}
	defer root.Close()
	data, problems := tomlfile.Read(root, filepath.Base(path), tomlfile.Limits{Size: mostOf(k)})
	if problems != nil || data == nil {
		data = []byte{} // it is there, but is none that could be compared or kept aside
	}
	return data, true
}

// path is where an item would lie. A file of the folder that only differs in capitals, or in how its accents are
// written, has the name already on many computers.
func (p *Parcel) path(k Kind, id string) string {
	folder, name := exercisesFolder, fileName(k, id)
	if k == Routine {
		folder = routinesFolder
	}
	folder = filepath.Join(p.dir, folder)
	entries, _ := os.ReadDir(folder) // a folder that is not there has nothing in it
	for _, e := range entries {
		if folded(e.Name()) == folded(name) {
			return filepath.Join(folder, e.Name())
		}
	}
	return filepath.Join(folder, name)
}

// fileName is the name of an item's file.
func fileName(k Kind, id string) string {
	if k == Picture {
		return id
	}
	return id + ".toml"
}

// given is the shipped file with an item's name.
func given(it *Item) ([]byte, bool) {
	if it.Kind == Routine {
		return routines.ShippedText(it.ID)
	}
	data, err := fs.ReadFile(assets.Exercises(), it.ID+".toml")
	return data, err == nil
}

// same reports whether another file means what an item does: byte by byte, or as it reads.
func (p *Parcel) same(it *Item, other []byte) bool {
	if it.Kind == Exercise && it.Picture != "" {
		for _, pic := range p.Items {
			if pic.Kind == Picture && pic.ID == it.Picture && pic.State != Same {
				return false // it would not show the same
			}
		}
	}
	return bytes.Equal(it.Data, other) || means(it.Kind, it.Data, other)
}

// means reports whether two files say the same, in whatever style.
func means(k Kind, a, b []byte) bool {
	if k == Routine {
		return decodesAlike[routines.File](a, b)
	}
	return decodesAlike[exercise.File](a, b)
}

func decodesAlike[T any](a, b []byte) bool {
	var x, y T
	return tomlfile.Decode("", a, &x, tomlfile.Standard) == nil && tomlfile.Decode("", b, &y, tomlfile.Standard) == nil &&
		reflect.DeepEqual(x, y)
}

// calls is what a file calls itself, or its id when it cannot be read.
func calls(data []byte, id string) string {
	var f struct {
		Name string `toml:"name"`
	}
	// Whatever else is in it is no matter here, and neither are its mistakes.
	_ = tomlfile.Decode("", data, &f, tomlfile.Standard)
	return cmp.Or(strings.TrimSpace(f.Name), id)
}
