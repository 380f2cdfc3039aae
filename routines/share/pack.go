package share

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

// Text is a routine's file as it was written, comments and all. The error says why it cannot be read.
func Text(r *routines.Routine) ([]byte, error) {
	if r.Source == exercise.Own {
		data, problems := tomlfile.ReadPath(r.Path, tomlfile.Standard)
		if problems != nil {
			return nil, fmt.Errorf("reading the routine: %w", problems)
		}
		return data, nil
	}
	if data, ok := routines.ShippedText(r.ID); ok {
		return data, nil
	}
	return nil, errors.New("this routine has no file yet; save it first")
}

// Pack puts a routine in a .catcow file, with every exercise of a person's own it needs: in its steps and extras, and
// what those name as easier, harder or instead, with their pictures. The files go in as they are written. The same
// routine and exercises always give the same bytes. The error says what cannot be read or has mistakes.
func Pack(r *routines.Routine, lib *routines.Library) ([]byte, error) {
	text, err := Text(r)
	if err != nil {
		return nil, err
	}
	return PackText(r.ID, text, lib)
}

// PackText is Pack for the text of a routine that need not lie in a file yet. The id is what it will be called there.
func PackText(id string, text []byte, lib *routines.Library) ([]byte, error) {
	r, problems := routines.Parse(id, id+".toml", text, lib.Catalogue)
	if problems != nil {
		return nil, fmt.Errorf("packing a routine that has mistakes:\n%w", problems)
	}
	files := []entry{{placed: placed{kind: Routine, id: id}, data: text}}
	for _, e := range needed(r, lib.Catalogue) {
		data, problems := tomlfile.ReadPath(e.Path, tomlfile.Standard)
		if problems != nil {
			return nil, fmt.Errorf("packing the exercise %s: %w", e.Name, problems)
		}
		files = append(files, entry{placed: placed{kind: Exercise, id: e.ID}, data: data})
		if e.Picture == "" {
			continue
		}
		pic, err := readPicture(e)
		if err != nil {
			return nil, err
		}
		files = append(files, pic)
	}
	slices.SortFunc(files, func(a, b entry) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id)) })
	files = slices.CompactFunc(files, func(a, b entry) bool { return a.placed == b.placed })
	data, err := pack(files)
	if err != nil {
		return nil, fmt.Errorf("packing %s: %w", r.Name, err)
	}
	if len(data) > MostFile {
		return nil, fmt.Errorf("packing %s: with its pictures it has %d MiB, and %d are the limit; make the pictures smaller", r.Name, len(data)>>20, MostFile>>20)
	}
	return data, nil
}

// needed are the exercises of a person's own that a routine needs, by id.
func needed(r *routines.Routine, cat *exercise.Catalogue) []*exercise.Exercise {
	var out []*exercise.Exercise
	seen := map[string]bool{}
	var need func(id string)
	need = func(id string) {
		e := cat.Get(id)
		if e == nil || seen[id] {
			return
		}
		seen[id] = true
		if e.Source != exercise.Own {
			return // whoever opens it has it, and what it names
		}
		out = append(out, e)
		for _, other := range slices.Concat(e.Swap, []string{e.Easier.Exercise, e.Harder.Exercise}) {
			need(other)
		}
	}
	for _, e := range Exercises(r) {
		need(e.ID)
	}
	for _, id := range r.Extras {
		need(id)
	}
	return out
}

func readPicture(e *exercise.Exercise) (entry, error) {
	name := filepath.Base(e.Picture)
	data, problems := tomlfile.ReadPath(e.Picture, tomlfile.Limits{Size: picture.MostBytes})
	if problems != nil {
		return entry{}, fmt.Errorf("packing the picture of %s: %w", e.Name, problems)
	}
	if why, ok := picture.Check(name, data); !ok {
		return entry{}, fmt.Errorf("packing the picture of %s, %s: %w", e.Name, name, why)
	}
	if m := pictureName(name); m != nil {
		return entry{}, fmt.Errorf("packing the picture of %s: %w", e.Name, with(*m, "Name", tomlfile.Quote(name)))
	}
	return entry{placed: placed{kind: Picture, id: name}, data: data}, nil
}

// packedAt is the time every file in a packed routine has: the bytes must not tell when it was packed.
var packedAt = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func pack(files []entry) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	names := map[string]bool{}
	for _, f := range files {
		name := exercisesFolder + "/" + f.id
		switch f.kind {
		case Routine:
			name = routinesFolder + "/" + f.id + ".toml"
		case Exercise:
			name += ".toml"
		}
		if names[folded(name)] {
			return nil, fmt.Errorf("two pictures differ in capitals alone (%s), which many computers cannot keep apart; rename one", f.id)
		}
		names[folded(name)] = true
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packedAt}
		if f.kind == Picture && !strings.HasSuffix(strings.ToLower(f.id), ".svg") {
			h.Method = zip.Store // packed already
		}
		h.SetMode(0o644)
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write(f.data)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
