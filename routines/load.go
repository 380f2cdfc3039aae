package routines

import (
	"cmp"
	"embed"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"catcow/assets"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

//go:embed *.toml
var shipped embed.FS

// Load reads the shipped files and, when dir is not "", a person's own from dir/exercises and dir/routines. What
// cannot be used is listed in Broken and hides nothing else: a broken file of a person's own with the id of a shipped
// one leaves the shipped one in its place.
func Load(dir string) *Library {
	return load(assets.Exercises(), shipped, dir)
}

// load is Load with the shipped files given.
func load(exercises, routines fs.FS, dir string) *Library {
	l := &loader{lib: &Library{}}
	l.exercises(l.shipped(exercises, "assets/exercises"), l.own(dir, "exercises"))
	l.routines(l.shipped(routines, "routines"), l.own(dir, "routines"))
	slices.SortFunc(l.lib.Routines, func(a, b *Routine) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(l.lib.Broken, func(a, b Broken) int { return cmp.Compare(a.Path, b.Path) })
	return l.lib
}

// loader is a library being put together.
type loader struct {
	lib     *Library
	asGiven *exercise.Catalogue // the shipped exercises alone
}

// source is a file that was read.
type source struct {
	id, path string
	data     []byte
	own      bool
	root     string // own: the folder it lies in
}

// shipped lists the files of an embedded folder.
func (l *loader) shipped(fsys fs.FS, label string) []source {
	var out []source
	names, _ := fs.Glob(fsys, "*.toml") // the pattern is well formed, so there is no error
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			l.broken(source{path: path.Join(label, name)}, tomlfile.Failed(name, err))
			continue
		}
		out = append(out, source{id: strings.TrimSuffix(name, ".toml"), path: path.Join(label, name), data: data})
	}
	return out
}

// own reads the files of a folder of a person's own. A folder that is not there holds no files.
func (l *loader) own(dir, name string) []source {
	if dir == "" {
		return nil
	}
	folder := filepath.Join(dir, name)
	info, err := os.Stat(folder)
	if os.IsNotExist(err) {
		return nil
	}
	if err == nil && !info.IsDir() {
		l.broken(source{path: folder}, tomlfile.NotAFolder(folder))
		return nil
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		l.broken(source{path: folder}, tomlfile.Failed(folder, err))
		return nil
	}
	defer root.Close()
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		l.broken(source{path: folder}, tomlfile.Failed(folder, err))
	}
	var out []source
	for _, entry := range entries {
		base := entry.Name()
		ext := filepath.Ext(base)
		if strings.HasPrefix(base, ".") || !strings.EqualFold(ext, ".toml") {
			continue
		}
		s := source{id: strings.TrimSuffix(base, ext), path: filepath.Join(folder, base), own: true, root: folder}
		data, problems := tomlfile.Read(root, base, tomlfile.Standard)
		if problems != nil {
			l.broken(s, problems)
			continue
		}
		s.data = data
		out = append(out, s)
	}
	return out
}

func (l *loader) broken(s source, problems tomlfile.Problems) {
	l.lib.Broken = append(l.lib.Broken, Broken{ID: s.id, Path: s.path, Problems: problems})
}

// exercises puts the catalogue together.
func (l *loader) exercises(shipped, own []source) {
	given, ours := map[string]*exercise.Exercise{}, map[string]*exercise.Exercise{}
	all := slices.Concat(shipped, own)
	for _, s := range all {
		e, problems := exercise.Parse(s.id, s.path, s.data)
		if problems == nil && e.Picture != "" {
			problems = l.picture(s, e)
		}
		switch {
		case problems != nil:
			l.broken(s, problems)
		case s.own:
			e.Source, e.Path = exercise.Own, s.path
			ours[s.id] = e
		default:
			e.Source = exercise.Shipped
			given[s.id] = e
		}
	}
	l.lib.Catalogue = l.catalogue(given, ours)
	// What the exercises name can only be checked now that all are read. An exercise that fails here still counts as
	// being there, so that one mistake does not spread.
	for _, s := range all {
		from := given
		if s.own {
			from = ours
		}
		e := from[s.id]
		if e == nil {
			continue
		}
		if problems := l.lib.Catalogue.References(e, s.path, s.data); problems != nil {
			l.broken(s, problems)
			delete(from, s.id)
		}
	}
	l.asGiven = l.catalogue(given, nil)
	l.lib.Catalogue = l.catalogue(given, ours)
	for _, s := range own {
		if e := ours[s.id]; e != nil && e.Overrides {
			l.inFront(s.path, given[s.id].Name)
		}
	}
}

// catalogue is the given exercises with a person's own in front of them.
func (l *loader) catalogue(given, ours map[string]*exercise.Exercise) *exercise.Catalogue {
	var list []*exercise.Exercise
	for _, e := range given {
		list = append(list, e)
	}
	for id, e := range ours {
		e.Overrides = given[id] != nil
		list = append(list, e)
	}
	var broken []string
	for _, b := range l.lib.Broken {
		broken = append(broken, b.ID)
	}
	return exercise.NewCatalogue(list, broken...)
}

// mostPicture is how large a picture may be.
const mostPicture = 8 << 20

// picture checks the picture of an exercise and notes where it lies.
func (l *loader) picture(s source, e *exercise.Exercise) tomlfile.Problems {
	doc := tomlfile.Parse(s.path, s.data, tomlfile.Standard)
	if !s.own {
		doc.Add("picture", message.New("exercise.picture-shipped", "a shipped exercise is drawn by its [figure]; take picture out"))
		return doc.Problems()
	}
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return tomlfile.Failed(s.path, err)
	}
	defer root.Close()
	if m, ok := tomlfile.Regular(root, e.Picture, mostPicture); !ok {
		doc.Add("picture", message.New("exercise.picture", `the picture "{{.Found}}" cannot be shown: {{.Reason}}`, "Found", e.Picture, "Reason", m.String()))
		return doc.Problems()
	}
	e.Picture = filepath.Join(s.root, e.Picture)
	return nil
}

// routines puts the routines together.
func (l *loader) routines(shipped, own []source) {
	given := map[string]*Routine{}
	for _, s := range shipped {
		r, problems := Parse(s.id, s.path, s.data, l.lib.Catalogue)
		if problems != nil {
			// A person's own exercise in front of a shipped one must not take shipped routines away.
			if again, still := Parse(s.id, s.path, s.data, l.asGiven); still == nil {
				r = again
				l.note(message.New("library.as-shipped", `"{{.Routine}}" plays its exercises as shipped, because one of yours does not fit it: {{.Reason}}`,
					"Routine", r.Name, "Reason", problems[0].Message.String()))
			} else {
				l.broken(s, problems)
				continue
			}
		}
		r.Source = exercise.Shipped
		given[s.id] = r
	}
	for _, s := range own {
		r, problems := Parse(s.id, s.path, s.data, l.lib.Catalogue)
		if problems != nil {
			l.broken(s, problems)
			continue
		}
		r.Source, r.Path = exercise.Own, s.path
		if other := given[s.id]; other != nil {
			r.Overrides = true
			delete(given, s.id)
			l.inFront(s.path, other.Name)
		}
		l.lib.Routines = append(l.lib.Routines, r)
	}
	for _, r := range given {
		l.lib.Routines = append(l.lib.Routines, r)
	}
}

func (l *loader) inFront(path, name string) {
	l.note(message.New("library.in-front", `your own {{.File}} stands in front of the shipped "{{.Name}}"`, "File", filepath.Base(path), "Name", name))
}

func (l *loader) note(m message.Message) { l.lib.Notes = append(l.lib.Notes, m) }
