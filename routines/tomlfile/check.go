package tomlfile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"catcow/routines/message"
)

// A path names a value in a file: "dose.reps", "phase[1].step[0].hold". Keys that are not plain words are in quotes.

// Add adds a problem at the value of path. If the file has no such value, the problem lies at the table it would be in.
// Of several problems with one value the first is told; the others are mostly its consequences.
func (d *Doc) Add(path string, m message.Message) {
	p, ok := d.find(path)
	switch {
	case !ok:
		d.addAt(p.key, m)
	case !d.told[p.value]:
		d.told[p.value] = true
		d.addAt(p.value, m)
	}
}

// Told reports whether the value of path has a problem already. What was read of it means nothing then.
func (d *Doc) Told(path string) bool {
	p, ok := d.find(path)
	return ok && d.told[p.value]
}

// ToldIn reports whether the value of path, or any value in it, has a problem already.
func (d *Doc) ToldIn(path string) bool {
	if len(d.told) == 0 {
		return false
	}
	for other, p := range d.lay().places {
		if inside, ok := strings.CutPrefix(other, path); ok && d.told[p.value] && (inside == "" || inside[0] == '.' || inside[0] == '[') {
			return true
		}
	}
	return false
}

// AddKey adds a problem at the key of path, for keys that should not be there at all.
func (d *Doc) AddKey(path string, m message.Message) {
	p, _ := d.find(path)
	d.addAt(p.key, m)
}

// find is the place of a path, or of the nearest table around it that the file has.
func (d *Doc) find(path string) (p place, exact bool) {
	places := d.lay().places
	if p, ok := places[path]; ok {
		return p, true
	}
	for path != "" {
		path = parent(path)
		if p, ok := places[path]; ok {
			return p, false
		}
	}
	return place{}, false
}

// ElementWith is the path of the element of a list that holds this text, or the list's own path when none does.
func (d *Doc) ElementWith(path, text string) string {
	for i := 0; ; i++ {
		at := element(path, i)
		p, ok := d.lay().places[at]
		if !ok {
			return path
		}
		if raw := d.data[p.value:]; len(raw) > len(text)+1 && string(raw[1:len(text)+1]) == text && raw[0] == raw[len(text)+1] {
			return at
		}
	}
}

// parent is the path one step up.
func parent(path string) string {
	if strings.HasSuffix(path, "]") {
		return path[:strings.LastIndexByte(path, '[')]
	}
	return strings.TrimSuffix(path[:len(path)-len(LastKey(path))], ".")
}

// Missing adds that a key is not there, or is there with nothing in it. What it is for follows the name: "tells what the
// exercise does: dynamic, static, …". Nothing is said when the key seems to be misspelt, or when part of the file could
// not be read and it may be in that part.
func (d *Doc) Missing(path, what string) {
	if d.lost || d.meant[path] {
		return
	}
	if _, there := d.find(path); there {
		d.Add(path, message.New("file.empty", "{{.Key}} is empty; it {{.What}}", "Key", LastKey(path), "What", what))
		return
	}
	p, _ := d.find(parent(path))
	d.addAt(p.key, message.New("file.missing", "{{.Key}} is missing; it {{.What}}", "Key", LastKey(path), "What", what))
}

// Choice checks that found is one of the choices and suggests the nearest. What names the kind of thing: "kind", "load".
func (d *Doc) Choice(path, what, found string, choices []string) bool {
	if slices.Contains(choices, found) {
		return true
	}
	d.NotChoice(path, what, found, choices)
	return false
}

// NotChoice adds that found is not one of the choices, and the nearest.
func (d *Doc) NotChoice(path, what, found string, choices []string) {
	if near := Nearest(found, choices); near != "" {
		d.DidYouMean(path, what, found, near)
		return
	}
	d.Add(path, message.New("file.choice", "unknown {{.What}} {{.Found}}; it can be {{.Choices}}",
		"What", what, "Found", Quote(found), "Choices", strings.Join(choices, ", ")))
}

// DidYouMean adds that found is unknown, and what was probably meant.
func (d *Doc) DidYouMean(path, what, found, near string) {
	d.Add(path, message.New("file.choice-near", `unknown {{.What}} {{.Found}}; did you mean "{{.Nearest}}"?`,
		"What", what, "Found", Quote(found), "Nearest", near))
}

// Choices checks every text of a list, and that none is there twice.
func (d *Doc) Choices(path, what string, found, choices []string) {
	for i, f := range found {
		if d.Choice(element(path, i), what, f, choices) {
			d.once(path, found, i)
		}
	}
}

// once checks that the element i of a list is not there before.
func (d *Doc) once(path string, list []string, i int) bool {
	if !slices.Contains(list[:i], list[i]) {
		return true
	}
	d.Add(element(path, i), message.New("file.repeated", "{{.Found}} is in this list twice; keep one", "Found", Quote(list[i])))
	return false
}

// Between checks a number.
func (d *Doc) Between(path string, found, least, most int) bool {
	if found >= least && found <= most {
		return true
	}
	d.Add(path, message.New("file.bounds", "{{.Key}} must be {{.Least}} to {{.Most}}; found {{.Found}}, the nearest is {{.Nearest}}",
		"Key", LastKey(path), "Least", least, "Most", most, "Found", found, "Nearest", min(max(found, least), most)))
	return false
}

// TimeText is a time as the file writes it, "90s", or as files usually do, "1m30s", where the file does not say it there.
func (d *Doc) TimeText(path string, found Duration) string {
	p, ok := d.find(path)
	if !ok || p.value >= len(d.data) || d.data[p.value] != '"' && d.data[p.value] != '\'' {
		return found.String()
	}
	s := scanner{data: d.data, pos: p.value, limits: d.limits}
	if !s.quoted() {
		return found.String()
	}
	text := string(d.data[p.value+1 : s.pos-1])
	var written Duration
	if written.UnmarshalText([]byte(text)) != nil || written != found {
		return found.String()
	}
	return text
}

// BetweenTimes checks a time.
func (d *Doc) BetweenTimes(path string, found, least, most Duration) bool {
	if found >= least && found <= most {
		return true
	}
	d.Add(path, message.New("file.bounds-time", `{{.Key}} must be "{{.Least}}" to "{{.Most}}"; found "{{.Found}}", the nearest is "{{.Nearest}}"`,
		"Key", LastKey(path), "Least", least.String(), "Most", most.String(), "Found", d.TimeText(path, found),
		"Nearest", min(max(found, least), most).String()))
	return false
}

// Text checks a text that is shown on one line: at most so many characters, no line ends, no control characters, none
// that turn the text around them over. An empty text is in order; whether it may be missing is for the caller to say.
func (d *Doc) Text(path, text string, most int) {
	for _, r := range text {
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) || overturns(r) {
			d.Add(path, message.New("file.control", "{{.Key}} must be one line of plain text; found the character {{.Found}}",
				"Key", LastKey(path), "Found", strconv.QuoteRune(r)))
			return
		}
	}
	if n := utf8.RuneCountInString(text); n > most {
		d.Add(path, message.New("file.text-long", "{{.Key}} may have {{.Limit}} characters; found {{.Found}}",
			"Key", LastKey(path), "Limit", most, "Found", n))
		return
	}
	if text != "" && strings.TrimSpace(text) != text {
		d.Add(path, message.New("file.text-space", "{{.Key}} begins or ends with a space; found {{.Found}}",
			"Key", LastKey(path), "Found", Quote(text)))
	}
}

// overturns reports whether a letter changes the direction of what follows it, by which one text can look like another
// (Unicode Technical Report 36). Right-to-left writing itself needs none of them.
func overturns(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

// Texts checks a list of texts: at most so many, none empty or there twice, each as Text says.
func (d *Doc) Texts(path string, list []string, most, mostEach int) {
	if len(list) > most {
		d.Add(path, message.New("file.list-long", "{{.Key}} may have {{.Limit}} entries; found {{.Found}}",
			"Key", LastKey(path), "Limit", most, "Found", len(list)))
		return
	}
	for i, text := range list {
		at := element(path, i)
		if strings.TrimSpace(text) == "" {
			d.Add(at, message.New("file.text-empty", "{{.Key}} is empty; write something or take it out", "Key", LastKey(at)))
			continue
		}
		if d.once(path, list, i) {
			d.Text(at, text, mostEach)
		}
	}
}

func formatInt(n int64) string { return strconv.FormatInt(n, 10) }

func formatFloat(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }

// Element is the path of an element of a list: cues[2].
func Element(path string, i int) string { return element(path, i) }

// Join is the path of a key in a table: lengths.combo-10.
func Join(path, key string) string { return join(path, key) }
