package share

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

// The folders of a packed file, which are those of the data folder.
const (
	routinesFolder  = "routines"
	exercisesFolder = "exercises"
)

// folded is a name as every file system would have it: some take capitals for small letters, and some take apart what
// others write as one letter with an accent.
func folded(name string) string { return norm.NFC.String(strings.ToLower(norm.NFC.String(name))) }

// placed is where an entry belongs.
type placed struct {
	kind    Kind
	id      string
	plain   bool // a TOML file beside the folders: what it is says its content
	ignored bool // it is nothing of ours, and harmless
}

var (
	mNameOut = message.New("share.name-out",
		"it holds a file that wants to lie somewhere else ({{.Name}}); nothing of it was taken")
	mNested = message.New("share.nested",
		"{{.Name}} lies one folder too deep; a packed routine has only the folders routines and exercises")
	mNameBad = message.New("share.name-bad", "it holds a file whose name is not safe to use ({{.Name}}); nothing of it was taken")
	mNameID  = message.New("share.name-id", `{{.Name}} has a name that cannot be used: only the letters a to z, digits and "-", {{.Most}} of them at most`)
	mNameDev = message.New("share.name-device", "{{.Name}} has a name that Windows keeps for itself; ask for it under another one")
)

func with(m message.Message, pairs ...any) message.Message {
	return message.New(m.ID, m.Text, pairs...)
}

// place says where an entry of a zip belongs, or why the whole file is not to be trusted.
func place(name string) (placed, *message.Message) {
	shown := tomlfile.Quote(name)
	refuse := func(m message.Message) (placed, *message.Message) {
		m = with(m, "Name", shown, "Most", tomlfile.MostID)
		return placed{}, &m
	}
	switch {
	case !utf8.ValidString(name), name == "", strings.ContainsFunc(name, unsafeRune):
		return refuse(mNameBad)
	case strings.ContainsAny(name, `\:`), strings.HasPrefix(name, "/"), slices.ContainsFunc(strings.Split(name, "/"), upward):
		return refuse(mNameOut)
	}
	name = strings.TrimSuffix(name, "/")
	folder, base, within := strings.Cut(name, "/")
	if folder == "__MACOSX" || path.Base(name) == ".DS_Store" || path.Base(name) == "Thumbs.db" {
		return placed{ignored: true}, nil // what other systems put beside everything
	}
	if strings.Contains(base, "/") {
		return refuse(mNested)
	}
	ext := strings.ToLower(path.Ext(base))
	switch {
	case !within && strings.EqualFold(path.Ext(folder), ".toml"):
		return placed{plain: true}, nil
	case !within && slices.Contains(picture.Types, strings.ToLower(path.Ext(folder))):
		folder, base, ext = exercisesFolder, folder, strings.ToLower(path.Ext(folder))
	case folder == routinesFolder && ext == ".toml":
		return identified(Routine, base, refuse)
	case folder == exercisesFolder && ext == ".toml":
		return identified(Exercise, base, refuse)
	}
	if folder == exercisesFolder && slices.Contains(picture.Types, ext) {
		if m := pictureName(base); m != nil {
			return refuse(*m)
		}
		return placed{kind: Picture, id: base}, nil
	}
	return placed{ignored: true}, nil
}

// identified checks a name that other files refer to.
func identified(k Kind, base string, refuse func(message.Message) (placed, *message.Message)) (placed, *message.Message) {
	id := strings.TrimSuffix(base, path.Ext(base))
	switch {
	case id == "" || tomlfile.NearestID(id) != id || path.Ext(base) != ".toml":
		return refuse(mNameID)
	case reserved(id):
		return refuse(mNameDev)
	}
	return placed{kind: k, id: id}, nil
}

// pictureName says why a picture cannot have that name on every system, or nil.
func pictureName(base string) *message.Message {
	switch {
	case utf8.RuneCountInString(base) > exercise.MostPicture, strings.HasPrefix(base, "."), strings.TrimSpace(base) != base,
		strings.ContainsAny(base, `<>"|?*/\:`), strings.ContainsFunc(base, unsafeRune), !utf8.ValidString(base):
		return &mNameBad
	case reserved(base):
		return &mNameDev
	}
	return nil
}

// upward reports whether a part of a path leads up, stays, or is none.
func upward(part string) bool {
	trimmed := strings.TrimRight(part, " .")
	return trimmed == "" && part != "" // ".", "..", and what Windows makes of ".. ."
}

// unsafeRune reports what no name should have: it would not be seen, or turn the text around it over.
func unsafeRune(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || r == utf8.RuneError
}

// reserved reports whether Windows takes a name for a device, whatever its ending (Naming Files, Paths, and Namespaces).
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimRight(stem, " ")
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	for _, device := range []string{"com", "lpt"} {
		if port, ok := strings.CutPrefix(stem, device); ok && utf8.RuneCountInString(port) == 1 && strings.ContainsAny(port, "0123456789¹²³") {
			return true
		}
	}
	return false
}
