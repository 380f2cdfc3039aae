package paper

import (
	"strconv"

	"catcow/routines/figure"
)

// step is an exercise: its figure and boxes to tick on the left, what to do on the right.
func (s *setter) step(st *Step) block {
	w := s.sheet.Words
	left := s.figure + column
	art, high := s.art(st)
	boxes, low := s.boxes(st)
	if art == nil && boxes == nil {
		left = 0
	}
	width := s.inner() - left
	dose := st.Dose
	if st.Sides != "" {
		dose += " · " + st.Sides
	}
	size := s.body + 3
	paras := []para{{text: st.Name, bold: true, size: size}}
	if st.Number > 0 {
		paras[0].lead = strconv.Itoa(st.Number)
	}
	// How the body is placed stands behind the name where there is room, else below it.
	room := width - s.bold.width(paras[0].lead+" "+s.bold.clean(st.Name), size) - 10
	place := s.regular.clean(st.Place)
	if s.regular.width(place, s.body) > room {
		paras = append(paras, para{text: place, quiet: true})
		place = ""
	}
	paras = append(paras, para{text: dose, bold: true, after: 2})
	for _, cue := range st.Cues[:min(len(st.Cues), s.cues)] {
		paras = append(paras, para{text: cue, bullet: true, hang: 12})
	}
	paras[len(paras)-1].after = 3
	paras = append(paras, para{lead: w.Breath, text: st.Breath}, para{lead: w.Mistake, text: st.Mistake},
		para{lead: w.Easier, text: st.Easier}, para{lead: w.Note, text: st.Note})
	h, words := s.set(width, paras...)
	return block{height: max(h, high+low), gap: s.between, grows: true, draw: func(y float64) []mark {
		out := words(sideMargin+left, y)
		if place != "" {
			out = append(out, text{x: sideMargin + left + width - room, y: y + size, size: s.body, ink: s.quiet, s: place})
		}
		if art != nil {
			out = append(out, art(y)...)
		}
		if boxes != nil {
			out = append(out, boxes(y+high)...)
		}
		return out
	}}
}

// art is the figure or the picture of an exercise and the height it takes; nil where there is none.
func (s *setter) art(st *Step) (func(y float64) []mark, float64) {
	if st.Figure != nil {
		d := s.still(st)
		w, h := s.figure, s.high
		// A low figure needs no high box: what lies on the mat is wide.
		if low := d.frame.Height() / d.frame.Width() * w; low < h {
			h = low
		}
		return func(y float64) []mark {
			at := box{sideMargin, y, w, h}
			out := append(s.edges(d.scene, viewOf(at, d.frame), 1.2), drawing{at, d.scene, d.frame})
			return append(out, s.feels(d, at)...)
		}, h + 6
	}
	if st.Picture == "" {
		return nil, 0
	}
	img := s.picture(st.Picture)
	if img == nil {
		return nil, 0
	}
	size := img.Bounds().Size()
	k := min(s.figure/float64(size.X), s.high/float64(size.Y))
	w, h := k*float64(size.X), k*float64(size.Y)
	return func(y float64) []mark {
		return []mark{picture{box{sideMargin + (s.figure-w)/2, y, w, h}, img}}
	}, h + 6
}

// still is the figure's picture without motion.
func (s *setter) still(st *Step) drawn {
	at := sitting{st.Figure, st.Side}
	d, ok := s.scenes[at]
	if !ok {
		o := figure.All()
		o.Side, o.Build = st.Side, s.o.Figure
		d.scene, d.frame = stillOf(st, o)
		s.scenes[at] = d
	}
	return d
}

// stillOf draws a figure without motion, and says which part of the picture is shown: all of it, as no room is needed for
// the way it moves, but of a close-up its frame, because the rest of the body is outside.
func stillOf(st *Step, o figure.Options) (*figure.Scene, figure.Rect) {
	scene := &figure.Scene{}
	if st.Figure.Focus != "" {
		return scene, scene.Frame(st.Figure, o)
	}
	scene.Draw(st.Figure, figure.Still(), o)
	return scene, scene.Bounds()
}

// edges are lines round the mat, a wall and what is soft: their pale tints alone would not outlast a copier.
func (p *print) edges(scene *figure.Scene, v view, width float64) []mark {
	var out []mark
	for i := range scene.Shapes {
		sh := &scene.Shapes[i]
		if sh.Role != figure.RoleMat && sh.Role != figure.RolePropSoft {
			continue
		}
		edge := path{stroke: p.rule, width: width}
		scene.Contours(sh, func(pts []figure.Pt) {
			for k, q := range pts {
				q = v.at(q)
				if k == 0 {
					edge.move(q.X, q.Y)
				} else {
					edge.line(q.X, q.Y)
				}
			}
			edge.shut()
		})
		out = append(out, edge)
	}
	return out
}

// felt is a place where an exercise is felt, and how large its mark may be.
type felt struct{ x, y, r float64 }

// feltAt are the places where the figure shows it is felt, marks no larger than most.
func feltAt(scene *figure.Scene, v view, most float64) []felt {
	var out []felt
	for i := range scene.Shapes {
		sh := &scene.Shapes[i]
		// What faces away is only a gleam at the rim; a ring there would point at the wrong place.
		if sh.Mode != figure.Glow || sh.Alpha < 0.35 {
			continue
		}
		b := sh.Bounds()
		c := v.at(figure.Pt{X: (b.MinX + b.MaxX) / 2, Y: (b.MinY + b.MaxY) / 2})
		out = append(out, felt{c.X, c.Y, min(max(v.k*b.Width()/2*0.62, most*0.7), most)})
	}
	return out
}

// feels marks the places where the exercise is felt.
func (s *setter) feels(d drawn, at box) []mark {
	var out []mark
	for _, f := range feltAt(d.scene, viewOf(at, d.frame), 6.5) {
		out = append(out, s.feelMark(f.x, f.y, f.r)...)
	}
	return out
}

// boxes are the boxes to tick, a week in a row, and the height they take; nil where none are wanted.
func (s *setter) boxes(st *Step) (func(y float64) []mark, float64) {
	const week, apart, size = 7, 4.0, 9.0
	if st.Number == 0 || s.sheet.Days == 0 {
		return nil, 0
	}
	side := min((s.figure+apart)/week-apart, 18)
	rows := (s.sheet.Days + week - 1) / week * s.sheet.Times
	return func(y float64) []mark {
		var out []mark
		for day := range s.sheet.Days {
			for time := range s.sheet.Times {
				x := sideMargin + float64(day%week)*(side+apart)
				top := y + float64(day/week*s.sheet.Times+time)*(side+apart)
				edge := path{stroke: s.quiet, width: 0.7}
				out = append(out, *edge.rect(box{x, top, side, side}, 2))
				number := strconv.Itoa(day + 1)
				out = append(out, text{x: x + (side-s.regular.width(number, size))/2, y: top + side/2 + size*0.36, size: size, ink: s.rule, s: number})
			}
		}
		return out
	}, float64(rows)*(side+apart) - apart
}
