package rewrite

import (
	"errors"
	"strings"
)

// rowKind is what a line, or the lines of one statement, hold.
type rowKind uint8

const (
	blank rowKind = iota
	remark
	header
	pair
)

// row is a statement, a comment or an empty line, with its line end.
type row struct {
	kind rowKind
	text string // all but a pair: the line, up to a comment behind a header
	it   *item  // header: its keys and the comment behind it; pair: all
	eol  string
}

// block is a header with what belongs to it, the top of the file, or comments that stand by themselves.
type block struct {
	float bool   // nothing but comments and blank lines
	gap   []*row // blank lines before it
	lead  []*row // comments directly above the header
	head  *row   // nil at the top of the file and for comments
	body  []*row
	table *table

	at     int      // where it stood in the file
	gone   bool     // the header is taken out; what is left in the body are comments
	fresh  bool     // it was not in the old text
	home   *block   // it was moved, and goes with this one
	train  []*block // what goes with it, in order, itself among them
	before []*block // what was put before it
	after  []*block // and behind
	look   *look    // fresh: how its keys are to be written
}

// form is how a table is written.
type form uint8

const (
	underHeader form = iota // also the top of the file
	implied                 // only its inner tables have a header
	dotted                  // by keys with dots
	inBraces
)

// table is a table of the file, however it is written.
type table struct {
	path    string // as in Element.From
	pattern string // the same without numbers
	form    form
	parent  *table
	block   *block   // where its keys stand; nil when that is in braces
	braces  *node    // where its keys stand
	prefix  []string // dotted: the keys before its own
	item    *item    // it is an element of an array
	in      *entry   // the list it is an element of
	key     string   // its own, or that of the list it is in
	keys    []string
	entries map[string]*entry
}

// entry is a key of a table.
type entry struct {
	key   string
	item  *item    // where key and value stand together
	row   *row     // and the line, when it has one of its own
	table *table   // what it says is a table
	list  []*table // or a list of tables
	array bool     // … in brackets
}

// doc is a file.
type doc struct {
	bom    string
	eol    string // of its lines
	open   bool   // the last line has no line end
	bare   bool   // no key stands before the first header
	blocks []*block
	top    *block
	root   *table
	byPath map[string]*table   // elements of lists
	alike  map[string][]*entry // by pattern
}

// bom may stand at the beginning of a file.
const bom = "\xef\xbb\xbf"

// parse reads a file that is TOML; of others it may read something, which the TOML reader then refuses.
func parse(text []byte) (*doc, error) {
	d := &doc{eol: "\n", byPath: map[string]*table{}, alike: map[string][]*entry{}}
	s := scanner{text: string(text)}
	if strings.HasPrefix(s.text, bom) {
		d.bom, s.pos = bom, len(bom)
	}
	if i := strings.IndexByte(s.text, '\n'); i > 0 && s.text[i-1] == '\r' {
		d.eol = "\r\n"
	}
	rows, err := s.rows()
	if err != nil {
		return nil, err
	}
	if n := len(rows); n > 0 {
		d.open = rows[n-1].eol == ""
	}
	d.split(rows)
	for i, b := range d.blocks {
		b.at = i
	}
	return d, d.understand()
}

// rows reads the statements of the file.
func (s *scanner) rows() (rows []*row, err error) {
	for s.pos < len(s.text) {
		start := s.pos
		s.spaces()
		r := &row{}
		switch s.here() {
		case '#':
			r.kind = remark
			s.lineEnd()
			r.text = s.text[start:s.pos]
		case '\n', '\r', 0:
			r.text = s.text[start:s.pos]
		case '[':
			r.kind = header
			keys, err := s.header()
			if err != nil {
				return nil, err
			}
			r.text = s.text[start:s.pos]
			r.it = &item{keys: keys}
		default:
			r.kind = pair
			r.it = &item{lead: s.text[start:s.pos]}
			if r.it.keys, r.it.key, err = s.keyEquals(); err != nil {
				return nil, err
			}
			if r.it.val, err = s.value(0); err != nil {
				return nil, err
			}
		}
		if r.it != nil {
			start = s.pos
			s.spaces()
			if s.here() == '#' {
				s.lineEnd()
			}
			r.it.tail = s.text[start:s.pos]
		}
		start = s.pos
		if s.here() == '\r' {
			s.pos++
		}
		if s.here() == '\n' {
			s.pos++
		} else if s.pos < len(s.text) {
			return nil, errors.New("a line does not end where it should")
		}
		r.eol = s.text[start:s.pos]
		rows = append(rows, r)
	}
	return rows, nil
}

// header reads [a.b] or [[a.b]].
func (s *scanner) header() ([]string, error) {
	s.pos++
	list := s.here() == '['
	if list {
		s.pos++
	}
	keys, err := s.keys()
	if err != nil || s.here() != ']' {
		return nil, errValue
	}
	s.pos++
	if list {
		if s.here() != ']' {
			return nil, errValue
		}
		s.pos++
	}
	return keys, nil
}

func (r *row) isList() bool {
	return r.kind == header && strings.HasPrefix(strings.TrimLeft(r.text, " \t"), "[[")
}

// split divides the rows into blocks. Comments directly above a header belong to it; others that stand between two blank
// lines, or before the first key, belong to nobody and stay where they are.
func (d *doc) split(rows []*row) {
	b := &block{}
	d.top = b
	for {
		next := 0
		for next < len(rows) && rows[next].kind != header {
			next++
		}
		region := rows[:next]
		last := next < len(rows) // a header follows
		body := 0
		for i, r := range region {
			if r.kind == pair {
				body = i + 1
			}
		}
		if b.head != nil || body > 0 {
			more := body
			for more < len(region) && region[more].kind == remark {
				more++
			}
			if more < len(region) || !last {
				body = more
			}
		}
		b.body = region[:body:body]
		rest := region[body:]
		lead := len(rest)
		for last && lead > 0 && rest[lead-1].kind == remark && !strings.HasPrefix(rest[lead-1].text, "#:") {
			lead--
		}
		gap := lead
		for last && gap > 0 && rest[gap-1].kind == blank {
			gap--
		}
		free := &block{float: true, body: rest[:gap:gap]}
		early := b == d.top && body == 0 // then new keys go behind what the file says about itself
		d.bare = d.bare || early
		if early && len(free.body) > 0 {
			d.blocks = append(d.blocks, free)
		}
		d.blocks = append(d.blocks, b)
		if !early && len(free.body) > 0 {
			d.blocks = append(d.blocks, free)
		}
		if !last {
			return
		}
		b = &block{gap: rest[gap:lead:lead], lead: rest[lead:], head: rows[next]}
		rows = rows[next+1:]
	}
}
