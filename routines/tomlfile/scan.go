package tomlfile

import (
	"bytes"
	"strconv"

	"github.com/BurntSushi/toml"

	"catcow/routines/message"
)

// The TOML library tells neither where keys lie nor bounds how deep a file may nest, so this scanner goes over the
// text first. It checks the limits, which the parser's stack and memory depend on, and notes where everything is. It
// is no second parser: it accepts more than TOML does, and the parser says what is wrong.

// place is where a key and its value begin, as byte offsets.
type place struct{ key, value int }

// statement is a table header or a key with its value, as byte offsets.
type statement struct {
	start, end int
	header     bool
}

// layout is what the scanner found out about a file.
type layout struct {
	places     map[string]place // by path: phase[1].step[0].reps
	statements []statement      // nil unless asked for
}

type scanner struct {
	data   []byte
	pos    int
	limits Limits
	fault  *fault

	layout *layout        // nil: only the limits are checked
	tables map[string]int // how many elements each array of tables has so far
}

// fault is a limit that was passed, and where.
type fault struct {
	offset  int
	message message.Message
}

// checkLimits goes over the text and says which limit it passes, if any.
func checkLimits(data []byte, limits Limits) *fault {
	s := scanner{data: data, limits: limits}
	s.file()
	return s.fault
}

// lay goes over the text and notes where everything is.
func lay(data []byte, limits Limits) *layout {
	s := scanner{data: data, limits: limits, tables: map[string]int{}, layout: &layout{places: map[string]place{}}}
	s.file()
	return s.layout
}

// join is the path of a key in a table. Keys that are not plain words are quoted, so that no two paths read the same.
func join(path, key string) string {
	if !bare(key) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// element is the path of an element of a list.
func element(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// bare reports whether a key needs no quotes.
func bare(key string) bool {
	for i := range len(key) {
		c := key[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
			return false
		}
	}
	return key != ""
}

func (s *scanner) fail(offset int, m message.Message) {
	if s.fault == nil {
		s.fault = &fault{offset, m}
	}
	s.pos = len(s.data) // nothing after this matters
}

// here is the byte at the current position, 0 at the end. Files with NUL bytes do not come this far.
func (s *scanner) here() byte {
	if s.pos < len(s.data) {
		return s.data[s.pos]
	}
	return 0
}

// blanks skips spaces, and with lines also line ends and comments.
func (s *scanner) blanks(lines bool) {
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; {
		case c == ' ' || c == '\t':
			s.pos++
		case lines && (c == '\n' || c == '\r'):
			s.pos++
		case lines && c == '#':
			s.line()
		default:
			return
		}
	}
}

// line skips to the end of the line.
func (s *scanner) line() {
	if n := bytes.IndexByte(s.data[s.pos:], '\n'); n >= 0 {
		s.pos += n
	} else {
		s.pos = len(s.data)
	}
}

func (s *scanner) file() {
	var table string // the path of the table we are in
	var depth int    // and how deep it is
	for {
		s.blanks(true)
		if s.pos >= len(s.data) {
			return
		}
		start := s.pos
		header := s.here() == '['
		if header {
			table, depth = s.header()
		} else {
			s.keyValue(table, depth)
		}
		end := s.pos
		s.line()
		if s.layout != nil {
			s.layout.statements = append(s.layout.statements, statement{start, max(end, s.pos), header})
		}
	}
}

// header reads [a.b] or [[a.b]] and returns the path of the table and its depth.
func (s *scanner) header() (string, int) {
	start := s.pos
	s.pos++
	list := s.here() == '['
	if list {
		s.pos++
	}
	keys, ok := s.keys(0)
	if !ok || s.layout == nil {
		return "", len(keys)
	}
	path := ""
	for i, key := range keys {
		path = join(path, key)
		last := i == len(keys)-1
		if last && list {
			if _, known := s.layout.places[path]; !known {
				s.layout.places[path] = place{start, start}
			}
			s.tables[path]++
		}
		if n := s.tables[path]; n > 0 {
			path = element(path, n-1)
		}
		s.note(path, place{start, start}, last)
	}
	return path, len(keys)
}

// keys reads a key with its dots, such as a."b c".d; depth is that of the table it lies in.
func (s *scanner) keys(depth int) (keys []string, ok bool) {
	for {
		s.blanks(false)
		start := s.pos
		var key string
		switch s.here() {
		case '"', '\'':
			if !s.quoted() {
				return keys, false
			}
			raw := s.data[start:s.pos]
			if s.layout == nil {
				break
			}
			if key = string(raw[1 : len(raw)-1]); raw[0] == '"' && bytes.IndexByte(raw, '\\') >= 0 {
				var v struct{ K string }
				if _, err := toml.Decode("K="+string(raw), &v); err != nil {
					return keys, false
				}
				key = v.K
			}
		default:
			for s.pos < len(s.data) && bytes.IndexByte([]byte(" \t\r\n=.]#\"'{},["), s.data[s.pos]) < 0 {
				s.pos++
			}
			if s.layout != nil {
				key = string(s.data[start:s.pos])
			}
		}
		if s.pos == start {
			return keys, false
		}
		if s.pos-start > s.limits.Key {
			s.fail(start, message.New("file.key-long", "this key has {{.Found}} characters; a key may have {{.Limit}}",
				"Found", s.pos-start, "Limit", s.limits.Key))
			return keys, false
		}
		keys = append(keys, key)
		if depth+len(keys) > s.limits.Depth {
			s.deep(start)
			return keys, false
		}
		s.blanks(false)
		if s.here() != '.' {
			return keys, true
		}
		s.pos++
	}
}

func (s *scanner) deep(offset int) {
	s.fail(offset, message.New("file.deep", "tables and lists lie more than {{.Limit}} deep in each other here; nothing needs that",
		"Limit", s.limits.Depth))
}

// note remembers a place. A table met again keeps its first place, unless its own header comes later.
func (s *scanner) note(path string, p place, certain bool) {
	if s.layout == nil {
		return
	}
	if _, known := s.layout.places[path]; certain || !known {
		s.layout.places[path] = p
	}
}

// keyValue reads "key = value" in the table at path.
func (s *scanner) keyValue(path string, depth int) bool {
	start := s.pos
	keys, ok := s.keys(depth)
	if !ok || s.here() != '=' {
		return false
	}
	s.pos++
	s.blanks(false)
	if s.layout != nil {
		for _, key := range keys {
			path = join(path, key)
			// A key given twice is a mistake the parser reports; the first place is the useful one.
			s.note(path, place{start, s.pos}, false)
		}
	}
	return s.value(path, depth+len(keys))
}

// value skips a value, noting the places inside it. It reports whether the value was whole.
func (s *scanner) value(path string, depth int) bool {
	if depth > s.limits.Depth {
		s.deep(s.pos)
		return false
	}
	switch s.here() {
	case '"', '\'':
		return s.quoted()
	case '[':
		s.pos++
		for i := 0; ; i++ {
			s.blanks(true)
			if s.here() == ']' {
				s.pos++
				return true
			}
			inner := ""
			if s.layout != nil {
				inner = element(path, i)
				s.note(inner, place{s.pos, s.pos}, false)
			}
			if !s.value(inner, depth+1) || !s.comma(']') {
				return false
			}
		}
	case '{':
		s.pos++
		for {
			s.blanks(true)
			if s.here() == '}' {
				s.pos++
				return true
			}
			if !s.keyValue(path, depth) || !s.comma('}') {
				return false
			}
		}
	}
	start := s.pos
	for s.pos < len(s.data) && bytes.IndexByte([]byte(",]}#\r\n"), s.data[s.pos]) < 0 {
		s.pos++
	}
	return s.pos > start
}

// comma skips to the next element of a list or inline table, or to its end.
func (s *scanner) comma(end byte) bool {
	s.blanks(true)
	switch s.here() {
	case ',':
		s.pos++
		return true
	case end:
		return true
	}
	return false
}

// quoted skips a string of any of the four forms. It reports whether the string ended.
func (s *scanner) quoted() bool {
	q := s.data[s.pos]
	if bytes.HasPrefix(s.data[s.pos:], []byte{q, q, q}) {
		return s.multiline(q)
	}
	for s.pos++; s.pos < len(s.data); s.pos++ {
		switch c := s.data[s.pos]; {
		case c == q:
			s.pos++
			return true
		case c == '\n':
			return false
		case c == '\\' && q == '"' && s.pos+1 < len(s.data) && s.data[s.pos+1] != '\n':
			s.pos++
		}
	}
	return false
}

// multiline skips a string of many lines. Up to two quotes may stand right before the three that end it.
func (s *scanner) multiline(q byte) bool {
	for s.pos += 3; s.pos < len(s.data); s.pos++ {
		switch c := s.data[s.pos]; {
		case c == '\\' && q == '"':
			s.pos++
		case c == q && bytes.HasPrefix(s.data[s.pos:], []byte{q, q, q}):
			s.pos += 3
			for range 2 {
				if s.here() == q {
					s.pos++
				}
			}
			return true
		}
	}
	s.pos = len(s.data)
	return false
}
