package rewrite

import "strings"

// gap is the empty lines before an element: known ones of its own list, else those of another such list, else as many as
// most headers of the file have.
func (e *editor) gap(known []*row, sure bool, pattern string, first bool) []*row {
	if sure {
		return known
	}
	for _, other := range e.d.alike[pattern] {
		if other.item != nil || len(other.list) == 0 {
			continue
		}
		if first {
			return other.list[0].block.gap
		}
		if len(other.list) > 1 {
			return other.list[1].block.gap
		}
	}
	dense := 0
	for _, b := range e.d.blocks {
		switch {
		case b.float || b.head == nil || b.at == 0:
		case len(b.gap) == 0:
			dense++
		default:
			dense--
		}
	}
	if dense > 0 {
		return nil
	}
	return []*row{{eol: e.d.eol}}
}

// gapIn is the empty lines between the elements of a list.
func (e *editor) gapIn(old, now []*table) []*row {
	if n := len(now); n > 1 && now[n-1].block != nil {
		return now[n-1].block.gap
	}
	if len(old) > 1 {
		return old[len(old)-1].block.gap
	}
	return nil
}

// printer puts a file together again.
type printer struct {
	b    strings.Builder
	d    *doc
	prev *block
}

// print is the text of a file.
func (d *doc) print() []byte {
	p := printer{d: d}
	p.b.WriteString(d.bom)
	for _, b := range d.blocks {
		if b.home == nil {
			p.block(b)
		}
	}
	text := p.b.String()
	if d.open {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
	}
	return []byte(text)
}

// unit prints a block that was moved, with what goes with it, or one that is new.
func (p *printer) unit(b *block) {
	if b.train == nil {
		p.block(b)
		return
	}
	for _, other := range b.train {
		if other.home == b {
			p.block(other)
		}
	}
}

// block prints a block and what was put around it.
func (p *printer) block(b *block) {
	for _, other := range b.before {
		p.unit(other)
	}
	p.own(b)
	for _, other := range b.after {
		p.unit(other)
	}
}

// own prints a block.
func (p *printer) own(b *block) {
	if b.gone && len(b.body) == 0 || b.head == nil && len(b.body) == 0 {
		return
	}
	start := p.b.Len() == len(p.d.bom)
	first := b.at == 0 || b.at == 1 && p.d.bare && p.d.blocks[0] == p.d.top
	inOrder := p.prev == nil && !b.fresh && first || p.prev != nil && !b.fresh && !p.prev.fresh && b.at == p.prev.at+1
	switch {
	case start && !inOrder:
		// An empty line at the beginning would stand there for nothing.
	case len(b.gap) == 0 && !start && p.parted(b, inOrder):
		p.row(&row{eol: p.d.eol})
	default:
		for _, r := range b.gap {
			p.row(r)
		}
	}
	for _, r := range b.lead {
		p.row(r)
	}
	if b.head != nil && !b.gone {
		p.row(b.head)
	}
	for _, r := range b.body {
		p.row(r)
	}
	p.prev = b
}

// parted reports whether an empty line has to keep a block from the one before it, because comments would otherwise seem
// to belong to the wrong one.
func (p *printer) parted(b *block, inOrder bool) bool {
	switch {
	case b.float || p.prev == nil:
		return false
	case b.gone || p.prev.gone:
		return true
	case p.prev == p.d.top && p.d.bare: // the first keys of the file
		return true
	}
	return p.prev.float && !inOrder
}

// row prints a row.
func (p *printer) row(r *row) {
	if n := p.b.Len(); n > len(p.d.bom) && p.b.String()[n-1] != '\n' {
		p.b.WriteString(p.d.eol)
	}
	p.b.WriteString(r.text)
	if r.it != nil {
		if r.kind == pair {
			p.b.WriteString(r.it.lead)
		}
		r.it.write(&p.b)
	}
	p.b.WriteString(r.eol)
}
