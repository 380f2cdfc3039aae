package tomlfile

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"
)

// PathsOf are the paths of what problems are about: for each the value or table that begins there or was the last to
// begin before it, "phase[1].step[0].hold"; "" for one of the file as a whole.
func (d *Doc) PathsOf(problems Problems) []string {
	type begin struct {
		offset int
		path   string
	}
	begins := make([]begin, 0, 2*len(d.lay().places))
	for path, p := range d.lay().places {
		begins = append(begins, begin{p.key, path}, begin{p.value, path})
	}
	// A header begins the table, its list and what it lies in: the one that lies deepest is meant.
	slices.SortFunc(begins, func(a, b begin) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(len(a.path), len(b.path)), cmp.Compare(a.path, b.path))
	})
	paths := make([]string, len(problems))
	for i, p := range problems {
		if p.Line == 0 {
			continue
		}
		at := d.offset(p.Line, p.Column)
		n, _ := slices.BinarySearchFunc(begins, at+1, func(b begin, at int) int { return cmp.Compare(b.offset, at) })
		if n > 0 {
			paths[i] = begins[n-1].path
		}
	}
	return paths
}

// offset is the byte at a line and column, both from 1; the column counts characters. It is what position undoes.
func (d *Doc) offset(line, column int) int {
	at := 0
	for ; line > 1; line-- {
		n := bytes.IndexByte(d.data[at:], '\n')
		if n < 0 {
			return len(d.data)
		}
		at += n + 1
	}
	for ; column > 1 && at < len(d.data); column-- {
		_, n := utf8.DecodeRune(d.data[at:])
		at += n
	}
	return at
}
