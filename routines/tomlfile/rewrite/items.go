package rewrite

import (
	"slices"
	"strings"
)

// rearrange gives a bracket its items anew. Those of stay keep their places; the others of next are new or were moved. What
// stood in comments with an item that is not in next is left behind as lines of their own; left says what those are.
func (e *editor) rearrange(n *node, next []*item, stay map[*item]bool, left func(*item) []string) {
	if slices.Equal(n.items, next) && len(next) > 0 {
		return
	}
	f := frameOf(n, e.d.eol)
	old := n.items
	inNext := make(map[*item]bool, len(next))
	for _, it := range next {
		inNext[it] = true
	}
	var first *item
	if len(old) > 0 {
		first = old[0]
	}
	carried := map[*item][]string{} // comments to stand before an item; nil stands for the end
	var carry []string
	for _, it := range old {
		if stay[it] {
			carried[it], carry = carry, nil
			continue
		}
		away, own := splitLead(it.lead)
		carry = append(carry, comments(away)...)
		if it.lead = own; !inNext[it] {
			carry = append(carry, left(it)...)
		}
	}
	for i, it := range next {
		blanks := f.rest
		if i == 0 {
			blanks = f.first
		}
		switch {
		case strings.IndexByte(it.lead, '#') >= 0:
			if !stay[it] && !startsLine(it.lead) {
				it.lead = e.d.eol + f.inner() + strings.TrimLeft(it.lead, " \t")
			}
		case !stay[it] || (it == first) != (i == 0):
			it.lead = blanks
		}
		if lines := carried[it]; len(lines) > 0 {
			it.lead = e.lines(lines, f.inner()) + e.newLine(it.lead, f.inner())
		}
		if last := i == len(next)-1; last && it != lastOf(old) {
			it.comma = f.comma
		} else if !last {
			it.comma = true
		}
	}
	switch {
	case len(old) == 0 && len(next) > 0:
		if notes := comments(n.close); len(notes) > 0 {
			next[0].lead = e.lines(notes, f.inner()) + e.newLine(next[0].lead, f.inner())
		}
		n.close = f.close
	case len(next) == 0 && len(comments(n.close)) == 0:
		n.close = ""
	}
	if len(carry) > 0 {
		n.close = e.lines(carry, f.inner()) + e.newLine(n.close, outer(n.close, f))
	}
	n.items = next
	e.breakLines(n, f)
}

func lastOf(items []*item) *item {
	if len(items) == 0 {
		return nil
	}
	return items[len(items)-1]
}

// outer is the indentation of a closing bracket that gets a line of its own.
func outer(lead string, f frame) string {
	for _, s := range []string{lead, f.close} {
		if i := strings.LastIndexByte(s, '\n'); i >= 0 {
			return s[i+1:]
		}
	}
	return strings.TrimSuffix(f.inner(), "  ")
}

// lines writes comments, each on a line of its own.
func (e *editor) lines(notes []string, indent string) string {
	var b strings.Builder
	for _, c := range notes {
		b.WriteString(e.d.eol + indent + c)
	}
	return b.String()
}

// newLine lets what stands before something begin with a line end.
func (e *editor) newLine(lead, indent string) string {
	if startsLine(lead) {
		return lead
	}
	return e.d.eol + indent + strings.TrimLeft(lead, " \t")
}

func startsLine(lead string) bool {
	lead = strings.TrimLeft(lead, " \t")
	return strings.HasPrefix(lead, "\n") || strings.HasPrefix(lead, "\r\n")
}

// endsOpen reports whether a text ends within a comment, so that a line end has to follow.
func endsOpen(text string) bool {
	i := strings.LastIndexByte(text, '#')
	return i >= 0 && strings.IndexByte(text[i:], '\n') < 0
}

// breakLines puts the line ends that comments need behind them.
func (e *editor) breakLines(n *node, f frame) {
	open := false
	for _, it := range n.items {
		if open {
			it.lead = e.newLine(it.lead, f.inner())
		}
		if endsOpen(it.lead) {
			it.lead += e.d.eol + f.inner()
		}
		if it.comma && endsOpen(it.post) {
			it.post += e.d.eol + f.inner()
		}
		open = endsOpen(it.tail) || !it.comma && endsOpen(it.post)
	}
	if open {
		n.close = e.newLine(n.close, outer(n.close, f))
	}
	if endsOpen(n.close) {
		n.close += e.d.eol + outer("", f)
	}
}

// splitLead divides what stands before an item: comments above an empty line stay where they are, those directly above the
// item go with it.
func splitLead(lead string) (away, own string) {
	at, start := -1, strings.IndexByte(lead, '\n')
	if start >= 0 && strings.IndexByte(lead[:start], '#') >= 0 {
		at = start // behind an opening bracket
		if lead[at-1] == '\r' {
			at--
		}
	}
	for start >= 0 {
		next := strings.IndexByte(lead[start+1:], '\n')
		if next < 0 {
			break
		}
		if strings.TrimSpace(lead[start+1:start+1+next]) == "" {
			at = start + 1
		}
		start += 1 + next
	}
	if at < 0 {
		return "", lead
	}
	return lead[:at], lead[at:]
}

// longestRise picks, of numbers among which negative ones do not count, a longest run that rises: what can stay in its
// place when a list was reordered.
func longestRise(seq []int) []bool {
	var tails []int // tails[k]: index in seq of the least end of a rise of length k+1
	before := make([]int, len(seq))
	for i, v := range seq {
		if v < 0 {
			continue
		}
		lo, hi := 0, len(tails)
		for lo < hi {
			if mid := (lo + hi) / 2; seq[tails[mid]] < v {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		if before[i] = -1; lo > 0 {
			before[i] = tails[lo-1]
		}
		if lo == len(tails) {
			tails = append(tails, i)
		} else {
			tails[lo] = i
		}
	}
	stay := make([]bool, len(seq))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			stay[i] = true
		}
	}
	return stay
}
