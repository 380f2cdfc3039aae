package rewrite

import "strings"

// comments are the comments in blanks between values, each from its "#" to the end of its line.
func comments(blanks string) (list []string) {
	for {
		i := strings.IndexByte(blanks, '#')
		if i < 0 {
			return list
		}
		line, rest, _ := strings.Cut(blanks[i:], "\n")
		list = append(list, strings.TrimRight(line, " \t\r"))
		blanks = rest
	}
}

// comments are those in a value, in their order, but for items that have their place elsewhere and what goes with them.
func (n *node) comments(out func(*item) bool) (list []string) {
	if n == nil || n.kind == scalar {
		return nil
	}
	for _, it := range n.items {
		if out != nil && out(it) {
			away, _ := splitLead(it.lead)
			list = append(list, comments(away)...)
			continue
		}
		list = append(list, it.comments(out)...)
	}
	return append(list, comments(n.close)...)
}

// comments are those of an item, in their order.
func (it *item) comments(out func(*item) bool) (list []string) {
	list = append(list, comments(it.lead)...)
	list = append(list, it.val.comments(out)...)
	list = append(list, comments(it.post)...)
	return append(list, comments(it.tail)...)
}

// comments are all of a file.
func (d *doc) comments() (list []string) {
	for _, b := range d.blocks {
		rows := append(b.lead[:len(b.lead):len(b.lead)], b.head)
		for _, r := range append(rows, b.body...) {
			if r != nil {
				list = append(list, r.comments()...)
			}
		}
	}
	return list
}

// comments are those of a row.
func (r *row) comments() []string {
	if r.kind == remark {
		return comments(r.text)
	}
	if r.it != nil {
		return r.it.comments(nil)
	}
	return nil
}
