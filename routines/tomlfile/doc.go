package tomlfile

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"catcow/routines/message"
)

// Limits bound what a file may hold.
type Limits struct {
	Size  int64 // bytes
	Depth int   // tables and lists inside each other
	Key   int   // bytes of one key
}

// Standard are the limits of every file people own: 256 KiB, 16 levels, keys of 64 bytes.
var Standard = Limits{Size: 256 << 10, Depth: 16, Key: 64}

// mostProblems is how many problems of one file are told; who sees fifty does not need the fifty-first.
const mostProblems = 50

// Doc is a file that is being read: its tree of values, and the problems found so far.
type Doc struct {
	file     string
	data     []byte
	limits   Limits
	tree     map[string]any
	layout   *layout // made when first needed: most files have no problems
	problems Problems
	more     int             // problems beyond mostProblems
	told     map[int]bool    // offsets of values that have a problem
	meant    map[string]bool // paths of keys that seem to be misspelt
	damaged  bool            // some of the text is not TOML
	lost     bool            // and nobody knows which keys are in it, so what seems to be missing may be there
}

// Parse reads TOML text. What is not TOML becomes problems, and the rest of the file is read all the same. The file
// is only named in problems.
func Parse(file string, data []byte, limits Limits) *Doc {
	d := &Doc{file: file, data: data, limits: limits, tree: map[string]any{}, told: map[int]bool{}, meant: map[string]bool{}}
	if f := checkText(data, limits); f != nil {
		d.fatal(f)
		return d
	}
	if f := checkLimits(data, limits); f != nil {
		d.fatal(f)
		return d
	}
	d.parse()
	return d
}

// Decode reads TOML text into the struct that into points to, and returns every problem of form: unknown keys, wrong
// types, text that is not TOML.
func Decode(file string, data []byte, into any, limits Limits) Problems {
	d := Parse(file, data, limits)
	d.Decode(into)
	return d.Problems()
}

// Damaged reports whether some of the text could not be read as TOML.
func (d *Doc) Damaged() bool { return d.damaged }

// Problems are the problems found so far, in the order of the file; nil when there are none.
func (d *Doc) Problems() Problems {
	ps := d.problems.sorted()
	if d.more > 0 {
		ps = append(ps, Problem{File: d.file, Message: message.New("file.more", "and {{.Count}} more like these", "Count", d.more)})
	}
	return ps
}

func (d *Doc) fatal(f *fault) {
	d.damaged, d.lost = true, true
	d.addAt(f.offset, f.message)
}

// addAt adds a problem at a byte offset; -1 means the file as a whole.
func (d *Doc) addAt(offset int, m message.Message) {
	if len(d.problems) == mostProblems {
		d.more++
		return
	}
	p := Problem{File: d.file, Message: m}
	if offset >= 0 {
		p.Line, p.Column = position(d.data, offset)
	}
	d.problems = append(d.problems, p)
}

// position is the line and column, from 1, of a byte offset.
func position(data []byte, offset int) (line, column int) {
	before := data[:min(max(offset, 0), len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1
}

// checkText finds what no text file should have.
func checkText(data []byte, limits Limits) *fault {
	if int64(len(data)) > limits.Size {
		return &fault{-1, tooLarge(int64(len(data)), limits.Size)}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return &fault{0, message.New("file.utf16", "this file is saved as UTF-16; save it as UTF-8")}
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return &fault{0, message.New("file.bom", "this file begins with an invisible byte order mark; save it as UTF-8 without BOM")}
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return &fault{i, message.New("file.nul", "there is a zero byte here; this is not a text file, or it is saved as UTF-16; save it as UTF-8")}
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return &fault{i, message.New("file.utf8", "the byte {{.Found}} here is not UTF-8; save the file as UTF-8",
				"Found", fmt.Sprintf("0x%02X", data[i]))}
		}
		i += n
	}
	return nil
}

// mostRepairs is how often a file is read again without a statement that is not TOML.
const mostRepairs = 20

// parse reads the text. A statement the parser refuses is blanked and the rest read again, so that one slip does not
// hide the others. A broken table header ends that: what follows belongs to no known table.
func (d *Doc) parse() {
	data := d.data
	for range mostRepairs {
		tree, err := decode(string(data))
		if err == nil {
			d.tree = tree
			return
		}
		d.damaged = true
		var pe toml.ParseError
		if !errors.As(err, &pe) {
			d.lost = true
			d.addAt(-1, message.New("file.unreadable", "this file cannot be read as TOML"))
			return
		}
		offset := min(max(pe.Position.Start, 0), len(data))
		bad, ok := d.statementAt(offset)
		d.addAt(offset, d.syntax(pe, bad))
		if !ok || bad.header {
			d.lost = true
			return
		}
		// What ends without a line end may have been cut off there.
		d.lost = !d.oneKey(bad) || bad.end >= len(d.data) || d.lost
		if &data[0] == &d.data[0] {
			data = bytes.Clone(data)
		}
		for i := bad.start; i < bad.end; i++ {
			if data[i] != '\n' {
				data[i] = ' '
			}
		}
	}
	d.lost = true
}

// oneKey reports whether a statement that is not TOML is one key with its value all the same, on one line, so that nothing
// else can be in it. The problem with the value is told then.
func (d *Doc) oneKey(bad statement) bool {
	text := d.data[bad.start:bad.end]
	if bytes.Count(text, []byte{'='}) != 1 || bytes.IndexByte(text, '\n') >= 0 {
		return false
	}
	known := false
	for _, p := range d.lay().places {
		if p.key == bad.start {
			d.told[p.value], known = true, true
		}
	}
	return known
}

// decode runs the parser. It must not be able to take the program down, whatever it meets.
func decode(text string) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reading TOML: %v", r)
		}
	}()
	tree = map[string]any{}
	_, err = toml.Decode(text, &tree)
	return tree, err
}

// statementAt is the statement that holds a byte offset.
func (d *Doc) statementAt(offset int) (statement, bool) {
	for _, s := range d.lay().statements {
		if offset >= s.start && offset <= s.end && s.end > s.start {
			return s, true
		}
	}
	return statement{}, false
}

func (d *Doc) lay() *layout {
	if d.layout == nil {
		d.layout = lay(d.data, d.limits)
	}
	return d.layout
}
