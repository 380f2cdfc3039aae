package paper

import (
	"strconv"
	"strings"
)

// blocks are the pieces of the sheet from top to bottom.
func (s *setter) blocks() []block {
	out := []block{s.head()}
	for i := range s.sheet.Phases {
		ph := &s.sheet.Phases[i]
		out = append(out, s.phase(ph))
		for k := range ph.Steps {
			b := s.step(&ph.Steps[k])
			if k == 0 {
				b.gap, b.grows = s.body*0.7, false
			}
			out = append(out, b)
		}
	}
	return append(out, s.end()...)
}

// para is text that wraps, beginning with some bold words or a sign, below which the other lines may hang.
type para struct {
	lead   string // bold, before the text
	text   string
	hang   float64 // all lines stand so far in
	bullet bool
	bold   bool
	quiet  bool
	size   float64 // 0: the body's
	after  float64 // gap below
}

// set lays paragraphs under one another into a width and answers their height and what draws them at a place.
func (s *setter) set(width float64, paras ...para) (float64, func(x, y float64) []mark) {
	type run struct {
		text
		bullet bool
	}
	var runs []run
	y := 0.0
	for _, p := range paras {
		size := p.size
		if size == 0 {
			size = s.body
		}
		ink := s.text
		if p.quiet {
			ink = s.quiet
		}
		l := s.letters(p.bold)
		room, indent := width-p.hang, 0.0
		lead := s.bold.clean(p.lead)
		if lead != "" {
			indent = s.bold.width(lead, size) + l.width(" ", size)
		}
		words := l.clean(p.text)
		if words == "" {
			continue
		}
		for i, line := range l.wrap(words, size, room-indent, room) {
			x := p.hang
			if i == 0 {
				x += indent
				if lead != "" {
					runs = append(runs, run{text: text{x: p.hang, y: y + size, size: size, bold: true, ink: s.quiet, s: lead}})
				}
				if p.bullet {
					runs = append(runs, run{bullet: true, text: text{x: p.hang - size*0.62, y: y + size*0.66, size: size, ink: s.quiet}})
				}
			}
			if line != "" {
				runs = append(runs, run{text: text{x: x, y: y + size, size: size, bold: p.bold, ink: ink, s: line}})
			}
			y += size * s.lead
		}
		y += p.after
	}
	return y, func(x0, y0 float64) []mark {
		var out []mark
		for _, r := range runs {
			if r.bullet {
				dot := path{fill: r.ink}
				out = append(out, *dot.disc(x0+r.x, y0+r.y, r.size*0.13))
				continue
			}
			r.x, r.y = r.x+x0, r.y+y0
			out = append(out, r.text)
		}
		return out
	}
}

// head is the top of the sheet: what it is, room for a name, and the honest line.
func (s *setter) head() block {
	const field = 26.0
	w := s.inner()
	h1, title := s.set(w, para{text: s.sheet.Title, bold: true, size: 24, after: 2},
		para{text: s.sheet.About, size: s.body + 1, after: 2},
		para{text: strings.Join(s.sheet.Facts, "  ·  "), quiet: true})
	const pad, room = 9.0, 26.0
	h2, honest := s.set(w-room-2*pad, para{text: s.sheet.Words.Honest})
	boxTop := h1 + field + 12
	legend := boxTop + h2 + 2*pad + 4
	return block{height: legend + s.body*s.lead, draw: func(y float64) []mark {
		out := title(sideMargin, y)
		out = append(out, s.fields(y+h1+field-6)...)
		edge := path{stroke: s.rule, width: 0.8}
		out = append(out, *edge.rect(box{sideMargin, y + boxTop, w, h2 + 2*pad - 2}, 6))
		out = append(out, warning(sideMargin+pad+9, y+boxTop+pad+s.body*0.68, 9, s.warn)...)
		out = append(out, honest(sideMargin+pad+room, y+boxTop+pad-1)...)
		return append(out, s.legend(y+legend)...)
	}}
}

// fields are lines to write a name and a date on.
func (s *setter) fields(base float64) []mark {
	var out []mark
	size := s.body
	x, split := sideMargin, sideMargin+s.inner()*0.64
	for _, f := range []struct {
		name string
		end  float64
	}{{s.sheet.Words.Name, split - 18}, {s.sheet.Words.Date, s.width - sideMargin}} {
		words := s.regular.clean(f.name)
		out = append(out, text{x: x, y: base, size: size, ink: s.quiet, s: words})
		p := path{stroke: s.text, width: 0.6}
		out = append(out, *p.move(x+s.regular.width(words, size)+6, base+2).line(f.end, base+2))
		x = split
	}
	return out
}

// legend says what the marks mean.
func (s *setter) legend(y float64) []mark {
	size, x := s.body, sideMargin
	mid := y + size*0.66
	say := func(words string) []mark {
		words = s.regular.clean(words)
		at := x
		x += s.regular.width(words, size) + 22
		return []mark{text{x: at, y: y + size, size: size, ink: s.quiet, s: words}}
	}
	out := s.feelMark(x+6, mid, 5)
	x += 17
	out = append(out, say(s.sheet.Words.Feel)...)
	if s.sheet.Days > 0 {
		edge := path{stroke: s.quiet, width: 0.7}
		out = append(out, *edge.rect(box{x, mid - 5.5, 11, 11}, 2))
		x += 17
		out = append(out, say(s.sheet.Words.Tick)...)
	}
	return out
}

// phase is the heading of a phase: its sign, its name, its kind in words and its time.
func (s *setter) phase(ph *Phase) block {
	const size, r = 14.0, 9.0
	ink := s.kind(ph.Kind)
	return block{height: size*1.5 + 3, gap: s.between * 1.2, grows: true, with: true, draw: func(y float64) []mark {
		x := sideMargin + 2*r + 8
		out := sign(ph.Kind, sideMargin+r, y+size*0.62, r, ink)
		name := s.bold.shorten(s.bold.clean(ph.Name), size, s.inner()*0.6)
		out = append(out, text{x: x, y: y + size, size: size, bold: true, ink: ink, s: name})
		about := s.regular.clean(ph.About)
		x += s.bold.width(name, size) + 10
		out = append(out, text{x: x, y: y + size, size: s.body, ink: s.quiet, s: s.regular.shorten(about, s.body, s.width-sideMargin-x)})
		p := path{stroke: ink, width: 1.1}
		return append(out, *p.move(sideMargin, y+size*1.5).line(s.width-sideMargin, y+size*1.5))
	}}
}

// end is what stands below the exercises: what is worth knowing, and who should leave which out.
func (s *setter) end() []block {
	var out []block
	list := func(title string, rows []para) {
		for i, row := range rows {
			row.bullet, row.hang = true, 12
			paras := []para{row}
			gap := 0.0
			if i == 0 {
				paras, gap = []para{{text: title, bold: true, size: s.body + 1, after: 2}, row}, s.between*1.2
			}
			h, draw := s.set(s.inner(), paras...)
			out = append(out, block{height: h, gap: gap, grows: i == 0, draw: func(y float64) []mark { return draw(sideMargin, y) }})
		}
	}
	var notes, care []para
	for _, n := range s.sheet.Notes {
		notes = append(notes, para{text: n})
	}
	for _, c := range s.sheet.Care {
		care = append(care, para{text: c.If + " (" + numbers(c.Numbers) + ")"})
	}
	list(s.sheet.Words.Notes, notes)
	list(s.sheet.Words.Care, care)
	return out
}

// numbers lists numbers in order: "2, 3, 7".
func numbers(list []int) string {
	var out []string
	for _, n := range list {
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, ", ")
}
