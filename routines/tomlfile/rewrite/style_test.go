package rewrite

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"catcow/routines/tomlfile"
)

// hand writes a tree in a style that some person might have, or that no person would but TOML allows.
type hand struct {
	r   *rand.Rand
	b   strings.Builder
	n   int    // comments so far
	eol string // of all lines

	chatty, blank float64 // how likely comments and blank lines are
	dense         bool    // single-line values only
	quote         int     // 0 basic, 1 literal, 2 any
	braces        float64 // how likely tables stand in braces
	dots          float64 // or are dotted
	align         bool
	indent        string
	before, after string
}

func newHand(seed uint64) *hand {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	h := &hand{r: r, eol: pick("\n", "\n", "\n", "\r\n"), chatty: []float64{0, 0.2, 0.6}[r.IntN(3)], blank: []float64{0, 0.3, 0.9}[r.IntN(3)],
		dense: r.IntN(2) == 0, quote: r.IntN(3), braces: []float64{0, 0.3, 1}[r.IntN(3)], dots: []float64{0, 0, 0.4}[r.IntN(3)],
		align: r.IntN(2) == 0, indent: pick("", "  ", "\t", "    "), before: pick(" ", " ", "", "  ", "\t"), after: pick(" ", " ", "", "   ")}
	return h
}

func (h *hand) chance(p float64) bool { return h.r.Float64() < p }

// write is the whole file.
func (h *hand) write(t Table) string {
	if h.chance(0.3) {
		h.b.WriteString("#:schema some.json" + h.eol)
	}
	if h.chance(h.chatty) {
		h.remarks("")
		h.b.WriteString(h.eol)
	}
	h.table(nil, t, 0)
	if h.chance(h.chatty) {
		h.b.WriteString(h.eol)
		h.remarks("")
	}
	text := h.b.String()
	if h.chance(0.3) {
		text = strings.TrimSuffix(text, h.eol)
	}
	return text
}

func (h *hand) remark() string {
	h.n++
	return fmt.Sprintf("#%s remark %d, [[phase]] = \"'%s", strings.Repeat(" ", h.r.IntN(2)), h.n, strings.Repeat(" ", h.r.IntN(2)))
}

func (h *hand) remarks(indent string) {
	for range 1 + h.r.IntN(2) {
		h.b.WriteString(indent + h.remark() + h.eol)
	}
}

func (h *hand) lineEnd() {
	if h.chance(h.chatty / 2) {
		h.b.WriteString(strings.Repeat(" ", h.r.IntN(4)) + h.remark())
	} else if h.chance(0.05) {
		h.b.WriteString("  ")
	}
	h.b.WriteString(h.eol)
}

func (h *hand) blanks() {
	for h.chance(h.blank) {
		h.b.WriteString(h.eol)
		if h.chance(0.7) {
			return
		}
	}
}

// table writes the keys of a table, then what has headers.
func (h *hand) table(path []string, t Table, depth int) {
	indent := strings.Repeat(h.indent, max(depth-1, 0))
	order := h.r.Perm(len(t))
	column := 0
	var under []Entry
	type line struct {
		key string
		v   Value
	}
	var lines []line
	for _, i := range order {
		e := t[i]
		switch v := e.Value.(type) {
		case Literal:
			lines = append(lines, line{h.key(e.Key), v})
			continue
		case Table:
			e.Value = Inline(v)
		}
		l, isList := e.Value.(List)
		inner, _ := e.Value.(Inline)
		switch {
		case !isList && len(inner) > 0 && h.chance(h.dots):
			for _, d := range dots(e.Key, Table(inner)) {
				lines = append(lines, line{h.path(d.keys), d.v})
			}
		case isList && len(l) == 0, h.chance(h.braces):
			lines = append(lines, line{h.key(e.Key), e.Value})
		default:
			under = append(under, e)
		}
	}
	for _, l := range lines {
		column = max(column, width(l.key))
	}
	for _, l := range lines {
		h.blanks()
		if h.chance(h.chatty / 2) {
			h.remarks(indent)
			if h.chance(0.2) {
				h.b.WriteString(h.eol)
			}
		}
		pad := h.before
		if h.align {
			pad = strings.Repeat(" ", column-width(l.key)) + " "
		}
		h.b.WriteString(indent + l.key + pad + "=" + h.after + h.value(l.v, indent+"  ", !h.dense))
		h.lineEnd()
	}
	if h.chance(h.chatty / 3) {
		h.blanks()
		h.remarks(indent)
		h.blanks()
	}
	for _, e := range under {
		inner := append(path[:len(path):len(path)], h.key(e.Key))
		switch v := e.Value.(type) {
		case Inline:
			h.header(indent, "[", inner)
			h.table(inner, Table(v), depth)
		case List:
			for _, el := range v {
				h.header(strings.Repeat(h.indent, depth), "[[", inner)
				h.table(inner, el.Table, depth+1)
			}
		}
	}
}

// dots are the keys of a table as they are written with dots.
func dots(key string, t Table) (out []struct {
	keys []string
	v    Value
}) {
	for _, e := range t {
		inner, ok := e.Value.(Table)
		if in, isInline := e.Value.(Inline); isInline {
			inner, ok = Table(in), true
		}
		if ok && len(inner) > 0 {
			for _, d := range dots(e.Key, inner) {
				d.keys = append([]string{key}, d.keys...)
				out = append(out, d)
			}
			continue
		}
		out = append(out, struct {
			keys []string
			v    Value
		}{[]string{key, e.Key}, e.Value})
	}
	return out
}

func (h *hand) header(indent, bracket string, path []string) {
	h.blanks()
	if h.chance(h.chatty / 2) {
		h.remarks(indent)
		if h.chance(0.3) {
			h.b.WriteString(h.eol)
			if h.chance(0.5) {
				h.remarks(indent)
			}
		}
	}
	odd := ""
	if h.chance(0.1) {
		odd = " "
	}
	h.b.WriteString(indent + bracket + odd + strings.Join(path, odd+"."+odd) + odd + strings.Repeat("]", len(bracket)))
	h.lineEnd()
}

func (h *hand) key(key string) string {
	if keyText(key) != key || h.chance(0.05) {
		if h.quote > 0 && !strings.ContainsAny(key, "'\n") {
			return "'" + key + "'"
		}
		return string(String(key))
	}
	return key
}

func (h *hand) path(keys []string) string {
	for i := range keys {
		keys[i] = h.key(keys[i])
	}
	return strings.Join(keys, []string{".", " . "}[h.r.IntN(2)])
}

// value writes a value; over several lines where that may be.
func (h *hand) value(v Value, indent string, lines bool) string {
	switch v := v.(type) {
	case Literal:
		return h.literal(string(v), indent, lines)
	case Table:
		return h.value(Inline(v), indent, lines)
	case Inline:
		var parts []string
		for _, i := range h.r.Perm(len(v)) {
			inner, ok := v[i].Value.(Inline)
			if ok && len(inner) > 0 && h.chance(h.dots) {
				for _, d := range dots(v[i].Key, Table(inner)) {
					parts = append(parts, h.path(d.keys)+h.before+"="+h.after+h.value(d.v, indent, lines))
				}
				continue
			}
			parts = append(parts, h.key(v[i].Key)+h.before+"="+h.after+h.value(v[i].Value, indent, lines))
		}
		return h.bracket("{", "}", parts, indent, lines && h.chance(0.3))
	case List:
		parts := make([]string, len(v))
		for i, el := range v {
			parts[i] = h.value(Inline(el.Table), indent+"  ", lines)
		}
		return h.bracket("[", "]", parts, indent, lines && h.chance(0.8))
	}
	return ""
}

// bracket puts parts between brackets.
func (h *hand) bracket(open, end string, parts []string, indent string, lines bool) string {
	if !lines {
		pad := []string{"", " "}[h.r.IntN(2)]
		if len(parts) == 0 {
			return open + pad + end
		}
		return open + pad + strings.Join(parts, []string{",", ", ", " , "}[h.r.IntN(3)]) + pad + end
	}
	var b strings.Builder
	b.WriteString(open)
	line := func() {
		if h.chance(h.chatty / 2) {
			b.WriteString(" " + h.remark())
		}
		b.WriteString(h.eol)
		if h.chance(h.blank / 4) {
			b.WriteString(h.eol)
		}
		if h.chance(h.chatty / 3) {
			b.WriteString(indent + h.remark() + h.eol)
		}
		if h.chance(h.blank / 4) {
			b.WriteString(h.eol)
		}
	}
	wrap := h.chance(0.2)
	line()
	for i, p := range parts {
		b.WriteString(indent + p)
		switch {
		case i < len(parts)-1 && h.chance(0.05):
			line()
			b.WriteString(indent + ",")
		case i < len(parts)-1 || h.chance(0.5):
			b.WriteString(",")
		}
		if wrap && i%2 == 0 && i < len(parts)-1 {
			continue
		}
		line()
	}
	b.WriteString(strings.TrimSuffix(indent, "  ") + end)
	return b.String()
}

// literal writes a literal in another way.
func (h *hand) literal(v, indent string, lines bool) string {
	n, err := parseValue(v)
	if err != nil {
		return v
	}
	switch {
	case n.kind == array:
		parts := make([]string, len(n.items))
		for i, it := range n.items {
			parts[i] = h.literal(it.val.raw, indent+"  ", false)
		}
		return h.bracket("[", "]", parts, indent, lines && h.chance(0.5))
	case isQuoted(v):
		text := unquote(v)
		if h.quote == 0 || h.quote == 2 && h.chance(0.5) || strings.ContainsAny(text, "'\n\r\t\x00\x1b") || text == "" {
			return v
		}
		switch h.r.IntN(4) {
		case 0:
			return "'''" + text + "'''"
		case 1:
			if !strings.ContainsAny(text, `"\`) {
				return `"""` + text + `"""`
			}
		case 2:
			if lines && !strings.ContainsAny(text, `"\ `) {
				return `"""` + "\\" + h.eol + "   " + text + `\` + h.eol + `  """`
			}
		}
		return "'" + text + "'"
	}
	return v
}

// path names an element.
func at(path, key string, i int) string { return tomlfile.Element(tomlfile.Join(path, key), i) }
