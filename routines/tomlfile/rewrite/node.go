package rewrite

import (
	"errors"
	"strings"
)

// kind is what a value is.
type kind uint8

const (
	scalar kind = iota
	array
	brace
)

// node is a value as it is written. Put together again, its parts are its text to the byte,
// until they are changed.
type node struct {
	kind  kind
	raw   string  // as it was read
	items []*item // of an array or braces
	close string  // what stands before the closing bracket, behind the last item
	frame *frame  // new: how it is to be laid out
}

// item is an element of an array, or a key with its value in braces.
type item struct {
	lead  string   // blanks, lines and comments before it
	keys  []string // braces: the key with its dots
	key   string   // braces: the same as written, to where the value begins
	val   *node
	post  string // between the value and its comma
	comma bool
	tail  string // behind the comma, to the end of the line, when there is a comment
}

// mostDepth bounds values within values; tomlfile allows 16.
const mostDepth = 64

var (
	errDeep  = errors.New("values lie too deep in each other")
	errValue = errors.New("this is not a TOML value")
)

// parseValue reads a single value that fills the text.
func parseValue(text string) (*node, error) {
	s := scanner{text: text}
	n, err := s.value(0)
	if err != nil {
		return nil, err
	}
	if s.pos != len(text) {
		return nil, errValue
	}
	return n, nil
}

// scanner goes over a text.
type scanner struct {
	text string
	pos  int
}

// here is the byte at the current position, 0 at the end.
func (s *scanner) here() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

// spaces skips blanks within a line.
func (s *scanner) spaces() {
	for s.pos < len(s.text) && (s.text[s.pos] == ' ' || s.text[s.pos] == '\t') {
		s.pos++
	}
}

// lineEnd goes to the end of the line, before its line end.
func (s *scanner) lineEnd() {
	if i := strings.IndexByte(s.text[s.pos:], '\n'); i < 0 {
		s.pos = len(s.text)
	} else {
		s.pos += i
		if i > 0 && s.text[s.pos-1] == '\r' {
			s.pos--
		}
	}
}

// blanks skips spaces, line ends and comments.
func (s *scanner) blanks() {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		case '#':
			s.lineEnd()
		default:
			return
		}
	}
}

// tail takes what follows on the line when that is a comment.
func (s *scanner) tail() string {
	start := s.pos
	s.spaces()
	if s.here() != '#' {
		s.pos = start
		return ""
	}
	s.lineEnd()
	return s.text[start:s.pos]
}

// value reads a value.
func (s *scanner) value(depth int) (*node, error) {
	if depth > mostDepth {
		return nil, errDeep
	}
	start := s.pos
	n := &node{}
	switch c := s.here(); c {
	case '"', '\'':
		if !s.quoted() {
			return nil, errValue
		}
	case '[', '{':
		n.kind = array
		end := byte(']')
		if c == '{' {
			n.kind, end = brace, '}'
		}
		s.pos++
		if err := s.items(n, end, depth); err != nil {
			return nil, err
		}
	default:
		for s.pos < len(s.text) && strings.IndexByte(",]}#\r\n", s.text[s.pos]) < 0 {
			s.pos++
		}
		for s.pos > start && (s.text[s.pos-1] == ' ' || s.text[s.pos-1] == '\t') {
			s.pos--
		}
		if s.pos == start {
			return nil, errValue
		}
	}
	n.raw = s.text[start:s.pos]
	return n, nil
}

// items reads what stands in brackets, and the closing one.
func (s *scanner) items(n *node, end byte, depth int) error {
	for {
		start := s.pos
		s.blanks()
		lead := s.text[start:s.pos]
		if s.here() == end {
			n.close = lead
			s.pos++
			return nil
		}
		it := &item{lead: lead}
		if end == '}' {
			var err error
			if it.keys, it.key, err = s.keyEquals(); err != nil {
				return err
			}
		}
		var err error
		if it.val, err = s.value(depth + 1); err != nil {
			return err
		}
		n.items = append(n.items, it)
		start = s.pos
		s.blanks()
		switch s.here() {
		case ',':
			it.post, it.comma = s.text[start:s.pos], true
			s.pos++
			it.tail = s.tail()
		case end:
			s.pos = start
			it.tail = s.tail()
		default:
			return errValue
		}
	}
}

// keyEquals reads a key with its dots, "=" and the blanks behind it.
func (s *scanner) keyEquals() (keys []string, text string, err error) {
	start := s.pos
	if keys, err = s.keys(); err != nil {
		return nil, "", err
	}
	if s.here() != '=' {
		return nil, "", errValue
	}
	s.pos++
	s.spaces()
	return keys, s.text[start:s.pos], nil
}

// keys reads a key with its dots and the blanks behind it.
func (s *scanner) keys() (keys []string, err error) {
	for {
		if len(keys) > mostDepth {
			return nil, errDeep
		}
		s.spaces()
		start := s.pos
		var key string
		if c := s.here(); c == '"' || c == '\'' {
			if strings.HasPrefix(s.text[s.pos:], string([]byte{c, c, c})) || !s.quoted() {
				return nil, errValue
			}
			key = unquote(s.text[start:s.pos])
		} else {
			for s.pos < len(s.text) && isBare(s.text[s.pos]) {
				s.pos++
			}
			if s.pos == start {
				return nil, errValue
			}
			key = s.text[start:s.pos]
		}
		keys = append(keys, key)
		s.spaces()
		if s.here() != '.' {
			return keys, nil
		}
		s.pos++
	}
}

// quoted skips a string of any of the four forms.
func (s *scanner) quoted() bool {
	q := s.text[s.pos]
	if end := string([]byte{q, q, q}); strings.HasPrefix(s.text[s.pos:], end) {
		for s.pos += 3; s.pos < len(s.text); s.pos++ {
			if s.text[s.pos] == '\\' && q == '"' {
				s.pos++
			} else if strings.HasPrefix(s.text[s.pos:], end) {
				s.pos += 3
				for range 2 { // up to two quotes may stand right before the three that end it
					if s.here() == q {
						s.pos++
					}
				}
				return true
			}
		}
		s.pos = len(s.text)
		return false
	}
	for s.pos++; s.pos < len(s.text); s.pos++ {
		switch c := s.text[s.pos]; {
		case c == q:
			s.pos++
			return true
		case c == '\n':
			return false
		case c == '\\' && q == '"':
			s.pos++
		}
	}
	s.pos = len(s.text)
	return false
}

// text puts a value together again.
func (n *node) text() string {
	if n.kind == scalar {
		return n.raw
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	if n.kind == scalar {
		b.WriteString(n.raw)
		return
	}
	open, end := byte('['), byte(']')
	if n.kind == brace {
		open, end = '{', '}'
	}
	b.WriteByte(open)
	for _, it := range n.items {
		b.WriteString(it.lead)
		it.write(b)
	}
	b.WriteString(n.close)
	b.WriteByte(end)
}

// write puts an item together again, but for what stands before it.
func (it *item) write(b *strings.Builder) {
	b.WriteString(it.key)
	if it.val != nil {
		it.val.write(b)
	}
	b.WriteString(it.post)
	if it.comma {
		b.WriteByte(',')
	}
	b.WriteString(it.tail)
}
