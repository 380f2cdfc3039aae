package share

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

var (
	mNotOurs = message.New("share.not-ours", "this is neither a packed routine nor a text file; Catcow reads .catcow and .toml files")
	mArchive = message.New("share.archive", "this is packed, but not as a zip; unpack it first, or ask for the .catcow file")
	mEmpty   = message.New("share.empty", "there is no routine and no exercise in it")
	mSetting = message.New("share.settings", "these are settings, not a routine; nobody's settings are taken over")
	mWhat    = message.New("share.what", "this is neither a routine nor an exercise: it has no [[phase]] and no [dose]")
	mRenamed = message.New("share.renamed", `{{.Found}} becomes {{.ID}}.toml here, because other files refer to it by its name`)
)

// opener is files being taken in.
type opener struct {
	entries  []entry
	problems tomlfile.Problems
	notes    []message.Message
}

func (o *opener) refuse(file string, m message.Message) {
	o.problems = append(o.problems, refusal(file, m)...)
}

func (o *opener) note(m message.Message, pairs ...any) { o.notes = append(o.notes, with(m, pairs...)) }

// add takes a file in; one that came twice with the same content counts once.
func (o *opener) add(e entry, name string) {
	if e.plain {
		if o.plain(e.shown, name, e.data); true {
			return
		}
	}
	for _, other := range o.entries {
		if other.kind == e.kind && folded(other.id) == folded(e.id) {
			switch {
			case other.id != e.id:
				o.refuse(e.shown, with(mTwice, "Name", tomlfile.Quote(e.id), "Other", tomlfile.Quote(other.id)))
			case !bytes.Equal(other.data, e.data):
				o.refuse(e.shown, with(mAlike, "Name", tomlfile.Quote(e.id)))
			}
			return
		}
	}
	o.entries = append(o.entries, e)
}

// open reads a file from the disk.
func (o *opener) open(path string) {
	data, problems := tomlfile.ReadPath(path, tomlfile.Limits{Size: MostFile})
	if problems != nil {
		o.problems = append(o.problems, problems...)
		return
	}
	before := len(o.entries)
	o.take(path, data)
	for _, e := range o.entries[before:] {
		if e.kind == Exercise && !packed(data) {
			o.beside(path, e)
		}
	}
}

// beside takes in the picture that lies beside an exercise's file. One that is not there is said when the exercise is
// checked.
func (o *opener) beside(path string, e entry) {
	x, problems := exercise.Parse(e.id, path, e.data)
	if problems != nil || x.Picture == "" || pictureName(x.Picture) != nil {
		return
	}
	from := filepath.Join(filepath.Dir(path), x.Picture)
	if data, problems := tomlfile.ReadPath(from, tomlfile.Limits{Size: picture.MostBytes}); problems == nil {
		o.add(entry{placed: placed{kind: Picture, id: x.Picture}, shown: from, data: data}, x.Picture)
	}
}

// packed reports whether a file is a zip, an empty one as well.
func packed(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// otherwise packed: gzip, 7z, RAR, xz, bzip2, zstd, and a zip in several parts.
var magics = []string{"\x1f\x8b", "7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "\xfd7zXZ\x00", "BZh", "\x28\xb5\x2f\xfd", "PK\x07\x08"}

// take takes in a file by what is in it.
func (o *opener) take(name string, data []byte) {
	if packed(data) {
		o.unpack(name, data)
		return
	}
	for _, magic := range magics {
		if bytes.HasPrefix(data, []byte(magic)) {
			o.refuse(name, mArchive)
			return
		}
	}
	o.plain(name, name, data)
}

// copied is what downloads and file managers add to a name that is taken: "desk-reset (1)".
var copied = regexp.MustCompile(`\s*\(\d+\)$`)

// plain takes in a TOML file. Nothing refers to it but by the name it is given here, so a name that cannot be used is
// made one that can.
func (o *opener) plain(shown, name string, data []byte) {
	at := placed{}
	switch {
	case len(data) > int(tomlfile.Standard.Size), bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		// Reading it says so, with what can be done.
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		o.refuse(shown, mNotOurs)
		return
	}
	switch routines.SubjectOf(data) {
	case routines.ARoutine:
	case routines.AnExercise:
		at.kind = Exercise
	case routines.TheSettings:
		o.refuse(shown, mSetting)
		return
	default:
		problems := tomlfile.Parse(shown, data, tomlfile.Standard).Problems()
		if problems == nil {
			problems = refusal(shown, mWhat)
		}
		o.problems = append(o.problems, problems...)
		return
	}
	base := filepath.Base(filepath.ToSlash(name))
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	at.id = usable(copied.ReplaceAllString(stem, ""))
	if at.id != stem {
		o.note(mRenamed, "Found", tomlfile.Quote(base), "ID", at.id)
	}
	o.add(entry{placed: at, shown: shown, data: data}, name)
}

// usable is the id nearest to a text that can be one.
func usable(text string) string {
	id := tomlfile.NearestID(text)
	if id == "" || reserved(id) {
		id = strings.Trim("shared-"+id, "-")
	}
	return id
}

// nameOf is how files that came together are called.
func nameOf(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	name := filepath.Base(paths[0])
	if len(paths) > 1 {
		name += " + " + strconv.Itoa(len(paths)-1)
	}
	return name
}

// exist reports whether there is anything at path, even a link that leads nowhere.
func exist(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
