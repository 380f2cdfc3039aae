package rewrite

import "strings"

// look is how keys and values are written in some place.
type look struct {
	indent string
	before string // between key and "=", at least
	after  string // between "=" and value
	column int    // where "=" stands, counted from the key; 0 when keys are not aligned
	spaced bool   // a blank line between any two
}

// key writes a key and "=".
func (l look) key(text string) string {
	if l.column > width(text) {
		return text + strings.Repeat(" ", l.column-width(text)) + "=" + l.after
	}
	return text + l.before + "=" + l.after
}

// looked is what a look can be told from.
type looked struct {
	look
	known   bool // whether there is any key at all
	certain bool // whether one can tell if keys are aligned
	least   int  // the fewest blanks before "="
}

// lookAt tells how some keys are written.
func lookAt(items []*item) (l looked) {
	shortest, longest := 0, 0
	aligned := true
	for i, it := range items {
		at := strings.LastIndexByte(it.key, '=')
		word := strings.TrimRight(it.key[:at], " \t")
		column, w := width(it.key[:at]), width(word)
		if i == 0 {
			l.known, l.column, l.least = true, column, column-w
			l.before, l.after = it.key[len(word):at], it.key[at+1:]
			shortest, longest = w, w
			continue
		}
		aligned = aligned && column == l.column
		if column-w < l.least {
			l.least, l.before = column-w, it.key[len(word):at]
		}
		shortest, longest = min(shortest, w), max(longest, w)
	}
	l.certain = !aligned || shortest != longest || l.least > 1
	if !aligned {
		l.column = 0
	}
	return l
}

// pairs are the keys of a block.
func (b *block) pairs() (items []*item) {
	for _, r := range b.body {
		if r.kind == pair {
			items = append(items, r.it)
		}
	}
	return items
}

// spaced reports whether a blank line stands between any two keys of a block.
func (b *block) spaced() bool {
	last, gaps := -1, 0
	for i, r := range b.body {
		if r.kind != pair {
			continue
		}
		if last >= 0 {
			if b.body[i-1].kind != blank && b.body[last+1].kind != blank {
				return false
			}
			gaps++
		}
		last = i
	}
	return gaps > 0
}

// usual tells how most of a file is written.
func (d *doc) usual() (l look) {
	l = look{before: " ", after: " "}
	aligned, not, first := 0, 0, true
	for _, b := range d.blocks {
		seen := lookAt(b.pairs())
		if seen.known && first {
			l.before, l.after, first = seen.before, seen.after, false
		}
		switch {
		case !seen.certain:
		case seen.column > 0:
			aligned++
		default:
			not++
		}
	}
	if l.column = -1; aligned < not {
		l.column = 0
	}
	if len(l.before) > 1 {
		l.before = " "
	}
	return l
}

// lookFor is how the keys of a table, and of those written with dots in it, are to be written in its block.
func (e *editor) lookFor(t *table, want Table) look {
	b := t.block
	if b.look != nil {
		return *b.look
	}
	if items := b.pairs(); len(items) > 0 {
		seen := lookAt(items)
		l := seen.look
		for _, r := range b.body {
			if r.kind == pair {
				l.indent = r.it.lead
			}
		}
		if l.spaced = b.spaced(); !seen.certain && e.usual.column == 0 {
			l.column = 0
		}
		return l
	}
	l := e.usual
	if b.head != nil {
		l.indent = indentOf(b.head.text)
	}
	l.column = e.column(l, want)
	b.look = &l
	return l
}

// lookLike is how the keys of a new block are to be written, after the example of another.
func (e *editor) lookLike(near *block, head string, want Table) *look {
	l := e.usual
	l.indent = indentOf(head)
	if near != nil {
		if items := near.pairs(); len(items) > 0 {
			seen := lookAt(items)
			l = seen.look
			l.indent, l.spaced = items[0].lead, near.spaced()
			if seen.column > 0 && (seen.certain || e.usual.column != 0) {
				l.column = -1
				l.before = strings.Repeat(" ", seen.least)
			} else {
				l.column = 0
			}
		} else if near.look != nil {
			l = *near.look
			l.column = min(l.column, 1) * -1
		}
	}
	l.column = e.column(l, want)
	return &l
}

// column is where "=" stands in a new block.
func (e *editor) column(l look, want Table) int {
	if l.column == 0 {
		return 0
	}
	most := 0
	for _, w := range want {
		if isPair(w.Value) {
			most = max(most, width(keyText(w.Key)))
		}
	}
	return most + width(l.before)
}

func indentOf(line string) string {
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// frame is how the items of a bracket are laid out.
type frame struct {
	first, rest string // what stands before the first item, and before the others
	close       string
	comma       bool // behind the last
	look
}

// frameOf tells how a bracket is laid out.
func frameOf(n *node, eol string) frame {
	f := frame{rest: " ", look: look{before: " ", after: " "}}
	if n.frame != nil {
		return *n.frame
	}
	if n.kind == brace {
		f.first, f.close = " ", " "
	}
	if len(n.items) == 0 {
		if i := strings.LastIndexByte(n.close, '\n'); i >= 0 {
			f.close = eol + n.close[i+1:]
			f.first = f.close + "  "
			f.rest, f.comma = f.first, n.kind == array
		}
		return f
	}
	f.first = blankLead(n.items[0].lead, eol)
	if f.rest = " "; len(n.items) > 1 {
		f.rest = blankLead(n.items[1].lead, eol)
	} else if strings.Contains(f.first, "\n") {
		f.rest = f.first
	}
	if f.close = blankLead(n.close, eol); strings.Contains(f.first, "\n") && !strings.Contains(f.close, "\n") && f.close != "" {
		f.close = eol
	}
	f.comma = n.items[len(n.items)-1].comma
	if n.kind == brace {
		seen := lookAt(n.items)
		f.look = seen.look
		if !seen.certain {
			f.column = 0
		}
	}
	return f
}

// blankLead is what stands before an item, without comments and empty lines.
func blankLead(lead, eol string) string {
	if i := strings.LastIndexByte(lead, '\n'); i >= 0 {
		return eol + lead[i+1:]
	}
	if strings.IndexByte(lead, '#') >= 0 {
		return ""
	}
	return lead
}

// inner is the indentation of comments within a bracket.
func (f frame) inner() string {
	for _, lead := range []string{f.first, f.rest} {
		if i := strings.LastIndexByte(lead, '\n'); i >= 0 {
			return lead[i+1:]
		}
	}
	return "  "
}
