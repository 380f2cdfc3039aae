package paper

import (
	"image"
	"image/color"

	"catcow/routines/figure"
)

// The sheet's measures, in points.
const (
	sideMargin = 44.0
	topMargin  = 38.0
	footMargin = 52.0 // below the last block; the foot of the page stands in it
	column     = 16.0 // between figure and text
)

// measure is how generous a sheet is. The largest is taken that needs no more pages than the smallest.
type measure struct {
	body          float64 // size of the text; 11 points and more read well at arm's length
	figure, high  float64 // the figure's box
	between, lead float64 // gap between exercises; line to line, in sizes
	cues          int
}

var measures = []measure{
	{body: 12.5, figure: 168, high: 146, between: 20, lead: 1.35, cues: 3},
	{body: 12, figure: 156, high: 134, between: 18, lead: 1.33, cues: 3},
	{body: 11.5, figure: 146, high: 120, between: 16, lead: 1.31, cues: 3},
	{body: 11, figure: 134, high: 106, between: 12, lead: 1.28, cues: 3},
	{body: 11, figure: 120, high: 96, between: 9, lead: 1.25, cues: 2},
}

// Lay lays sheets out, each from the top of a page of its own.
func Lay(sheets []Sheet, o Options) (*Document, error) {
	p, err := newPrint(o)
	if err != nil {
		return nil, err
	}
	d := &Document{print: p}
	d.Width, d.Height = p.o.Paper.size()
	for i := range sheets {
		s := newSetter(p, &sheets[i], d.Width, d.Height)
		p.regular.lacks, p.bold.lacks = false, false
		d.pages = append(d.pages, s.pages()...)
		if p.regular.lacks || p.bold.lacks {
			d.Lacking = append(d.Lacking, sheets[i].Title)
		}
		if i == 0 {
			d.Title = p.regular.clean(sheets[i].Title)
		}
	}
	return d, nil
}

// setter lays one sheet out.
type setter struct {
	*print
	measure
	sheet         *Sheet
	width, height float64
	scenes        map[sitting]drawn
	pictures      map[string]image.Image
}

// sitting is what a figure's picture depends on.
type sitting struct {
	figure *figure.Figure
	side   figure.Side
}

// drawn is a figure's still picture with the box that holds it.
type drawn struct {
	scene *figure.Scene
	frame figure.Rect
}

func newSetter(p *print, sheet *Sheet, width, height float64) *setter {
	return &setter{print: p, sheet: sheet, width: width, height: height, scenes: map[sitting]drawn{}, pictures: map[string]image.Image{}}
}

// inner is the width between the margins.
func (s *setter) inner() float64 { return s.width - 2*sideMargin }

// pages lays the sheet out in the most generous measure that takes no more pages than the smallest.
func (s *setter) pages() [][]mark {
	room := s.height - topMargin - footMargin
	s.measure = measures[len(measures)-1]
	blocks := s.blocks()
	starts := pagesOf(blocks, room, room)
	for _, m := range measures[:len(measures)-1] {
		s.measure = m
		larger := s.blocks()
		if at := pagesOf(larger, room, room); len(at) <= len(starts) {
			blocks, starts = larger, at
			break
		}
		s.measure = measures[len(measures)-1]
	}
	var out [][]mark
	for i, from := range starts {
		to := len(blocks)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		page := s.fill(blocks[from:to], room, i == len(starts)-1)
		out = append(out, append(page, s.foot(i+1, len(starts))...))
	}
	return out
}

// fill draws blocks on a page, the gaps between them grown a little where there is room. The end of the last page is for
// notes, where enough is left.
func (s *setter) fill(blocks []block, room float64, last bool) []mark {
	left, grow := room-used(blocks), 0.0
	gaps := 0.0
	for _, b := range blocks[1:] {
		if b.grows {
			gaps++
		}
	}
	if gaps > 0 && left > 0 {
		grow = min(left/gaps, mostGrowth)
		if last {
			grow = min(grow, mostGrowth/3)
		}
	}
	var out []mark
	y := topMargin
	for i, b := range blocks {
		if i > 0 {
			y += b.gap
			if b.grows {
				y += grow
			}
		}
		out = append(out, b.draw(y)...)
		y += b.height
	}
	if last {
		out = append(out, s.notes(y+s.between, topMargin+room)...)
	}
	return out
}

// notes rules the room from top to bottom for notes by hand, where there are three lines or more.
func (s *setter) notes(top, bottom float64) []mark {
	const apart, most = 24.0, 8
	head := s.body * s.lead
	lines := min(int((bottom-top-head)/apart), most)
	if lines < 3 {
		return nil
	}
	out := s.line(sideMargin, top, s.body, true, s.quiet, s.sheet.Words.Own)
	for i := range lines {
		y := top + head + float64(i+1)*apart
		p := path{stroke: s.rule, width: 0.5}
		out = append(out, *p.move(sideMargin, y).line(s.width-sideMargin, y))
	}
	return out
}

// foot is the line at the foot of a page: the sheet's name and which page it is.
func (s *setter) foot(page, of int) []mark {
	const size = 9.5
	y := s.height - footMargin + 15
	p := path{stroke: s.rule, width: 0.5}
	out := []mark{*p.move(sideMargin, y).line(s.width-sideMargin, y)}
	made := s.regular.clean(s.sheet.Words.Made)
	number := s.regular.clean(s.sheet.Words.Page(page, of))
	right := s.regular.width(number, size)
	out = append(out, text{x: s.width - sideMargin - right, y: y + 14, size: size, ink: s.quiet, s: number})
	title := s.bold.shorten(s.bold.clean(s.sheet.Title), size, s.inner()-right-s.regular.width(made, size)-40)
	out = append(out, text{x: sideMargin, y: y + 14, size: size, bold: true, ink: s.quiet, s: title})
	x := sideMargin + s.bold.width(title, size) + 10
	return append(out, text{x: x, y: y + 14, size: size, ink: s.quiet, s: made})
}

// line is one line of text whose top is at y.
func (s *setter) line(x, y, size float64, bold bool, ink color.NRGBA, words string) []mark {
	l := s.letters(bold)
	words = l.clean(words)
	if words == "" {
		return nil
	}
	return []mark{text{x: x, y: y + size, size: size, bold: bold, ink: ink, s: words}}
}
