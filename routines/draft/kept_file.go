package draft

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// draftLimits bound the file of a draft: two routine files, in which every character may need six to be written.
var draftLimits = tomlfile.Limits{Size: 4 << 20, Depth: 2, Key: 64}

// draftFile is a kept draft as it is written.
type draftFile struct {
	ID   string  `toml:"id"`
	Time string  `toml:"time"`
	Text *string `toml:"text"`
	Base *string `toml:"base"`
	// Bytes that are no text, which TOML cannot hold, are in base64.
	TextBytes *string `toml:"text_base64"`
	BaseBytes *string `toml:"base_base64"`
}

const draftHead = `# Unsaved work. Catcow writes this file, and takes it away when the work is saved.

`

func (k Kept) encode() []byte {
	var b strings.Builder
	b.WriteString(draftHead)
	b.WriteString("id   = " + quote(k.ID) + "\n")
	b.WriteString("time = " + quote(k.Time.Format(time.RFC3339Nano)) + "\n")
	write := func(key string, text []byte) {
		switch {
		case text == nil:
		case utf8.Valid(text):
			b.WriteString("\n" + key + " = " + lines(string(text)) + "\n")
		default:
			b.WriteString("\n" + key + "_base64 = " + quote(base64.StdEncoding.EncodeToString(text)) + "\n")
		}
	}
	text := k.Text
	if text == nil {
		text = []byte{}
	}
	write("text", text)
	write("base", k.Base)
	return []byte(b.String())
}

// quote is a text on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	escape(&b, s, false)
	b.WriteByte('"')
	return b.String()
}

// lines is a text of many lines, as it is where TOML allows.
func lines(s string) string {
	asIs := !strings.Contains(s, "'''") && !strings.HasSuffix(s, "'")
	for _, r := range s {
		asIs = asIs && (r == '\n' || r == '\t' || r >= ' ' && r != 0x7f)
	}
	if asIs {
		return "'''\n" + s + "'''"
	}
	var b strings.Builder
	b.WriteString("\"\"\"\n")
	escape(&b, s, true)
	b.WriteString("\"\"\"")
	return b.String()
}

// escape writes a text between quotes.
func escape(b *strings.Builder, s string, many bool) {
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case many && (r == '\n' || r == '\t'):
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u` + strconv.FormatInt(0x10000+int64(r), 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
}

// decode reads the file of a draft.
func decode(path string, data []byte) (Kept, tomlfile.Problems) {
	var f draftFile
	doc := tomlfile.Parse(path, data, draftLimits)
	doc.Decode(&f)
	k := Kept{ID: f.ID}
	if f.Time == "" {
		doc.Missing("time", "is when it was kept")
	} else if t, err := time.Parse(time.RFC3339Nano, f.Time); err != nil {
		doc.Add("time", message.New("draft.time", "{{.Found}} is not a time such as 2026-11-22T18:04:05Z", "Found", tomlfile.Quote(f.Time)))
	} else {
		k.Time = t
	}
	read := func(key string, text, coded *string) []byte {
		switch {
		case text != nil:
			return []byte(*text)
		case coded != nil:
			b, err := base64.StdEncoding.DecodeString(*coded)
			if err != nil {
				doc.Add(key+"_base64", message.New("draft.base64", "{{.Key}} is not base64", "Key", key+"_base64"))
			}
			return b
		}
		return nil
	}
	k.Text, k.Base = read("text", f.Text, f.TextBytes), read("base", f.Base, f.BaseBytes)
	if f.Text == nil && f.TextBytes == nil {
		doc.Missing("text", "is the file as it was")
	}
	return k, doc.Problems()
}
