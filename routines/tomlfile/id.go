package tomlfile

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"catcow/routines/message"
)

// MostID is how many characters an id may have.
const MostID = 64

// letters are those that are no plain letter with a mark on it.
var letters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ı", "i")

// NearestID is the id nearest to a text: its letters a to z, without their accents, and its digits, with "-" for what
// stands between. An id is its own nearest; what has no letters and digits of these has none, "".
func NearestID(text string) string {
	text = strings.ToLower(text)
	if strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		text = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFKD.String(letters.Replace(text)))
	}
	id := strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}), "-")
	return strings.TrimRight(id[:min(len(id), MostID)], "-")
}

// ID checks an id, which is the name of its file without .toml: other files refer to it, and it must be the same on
// every system.
func (d *Doc) ID(id string) {
	if len(id) > MostID {
		d.addAt(-1, message.New("file.name-long", "a file name has {{.Limit}} characters at most, before .toml; found {{.Found}}",
			"Limit", MostID, "Found", utf8.RuneCountInString(id)))
		return
	}
	near := cmp.Or(NearestID(id), "my-file")
	if near == id {
		return
	}
	d.addAt(-1, message.New("file.name", `a file name has only the letters a to z, digits and "-"; found {{.Found}}, the nearest is "{{.Nearest}}.toml"`,
		"Found", Quote(id+".toml"), "Nearest", near))
}
