package figure

import "math"

// subRows is how many lines a pixel row is sampled in; across, coverage is exact.
const subRows = 5

// spans fills the union of convex contours. A part of the body is many overlapping hulls; a
// rasteriser that adds their coverage up makes the edges they share coarse, so here each line of
// each hull is one interval, and the intervals are united before they count.
type spans struct {
	lo, hi []float32 // the intervals, contour after contour
	runs   []run
	here   []run // those that reach the pixel row at hand
	acc    []int32
	line   []interval
}

// run is one contour's rows and where its intervals start.
type run struct{ first, last, at int }

type interval struct{ lo, hi float32 }

func (f *spans) reset() {
	f.lo, f.hi, f.runs = f.lo[:0], f.hi[:0], f.runs[:0]
}

// add takes a convex contour, mapped to pixels of a w by h box.
func (f *spans) add(pts []Pt, k, ox, oy float64, h int) {
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, p := range pts {
		y := oy - k*p.Y
		top, bottom = min(top, y), max(bottom, y)
	}
	// Row r samples the line y = (r + 0.5) / subRows.
	first := max(0, int(math.Ceil(top*subRows-0.5)))
	last := min(h*subRows, int(math.Floor(bottom*subRows-0.5))+1)
	if first >= last {
		return
	}
	at := len(f.lo)
	n := last - first
	for range n {
		f.lo = append(f.lo, math.MaxFloat32)
		f.hi = append(f.hi, -math.MaxFloat32)
	}
	f.runs = append(f.runs, run{first, last, at})
	lo, hi := f.lo[at:], f.hi[at:]
	q := pts[len(pts)-1]
	x0, y0 := ox+k*q.X, (oy-k*q.Y)*subRows-0.5
	for _, p := range pts {
		x1, y1 := ox+k*p.X, (oy-k*p.Y)*subRows-0.5
		ax, ay, bx, by := x0, y0, x1, y1
		if ay > by {
			ax, ay, bx, by = bx, by, ax, ay
		}
		r0, r1 := max(first, int(math.Ceil(ay))), min(last-1, int(math.Floor(by)))
		if r0 <= r1 {
			slope := 0.0
			if by > ay {
				slope = (bx - ax) / (by - ay)
			}
			x := ax + slope*(float64(r0)-ay)
			for r := r0 - first; r <= r1-first; r++ {
				v := float32(x)
				lo[r], hi[r] = min(lo[r], v), max(hi[r], v)
				x += slope
			}
		}
		x0, y0 = x1, y1
	}
}

// extent is the part of a pixel row that is covered at all, and a part of that which is covered whole.
type extent struct {
	first, last int
	solid       interior
}

// interior is a stretch of pixels; the one of a row is the longest there is, or empty.
type interior struct{ first, last int }

// fill writes the coverage of everything added into the w by h bytes of pix, and says for every
// row which part of it is covered. Most of a body is whole pixels: they are written at once.
func (f *spans) fill(pix []byte, w, h int, rows []extent) {
	if len(f.acc) < w+2 {
		f.acc = make([]int32, w+2)
	}
	const full = 255 * 256 / subRows
	for y := range h {
		acc := f.acc[:w+2]
		clear(acc)
		f.here = f.here[:0]
		for _, c := range f.runs {
			if c.last > y*subRows && c.first < (y+1)*subRows {
				f.here = append(f.here, c)
			}
		}
		first, last := w, 0
		solid := interior{0, w}
		for sub := range subRows {
			r := y*subRows + sub
			line := f.line[:0]
			for _, c := range f.here {
				if r < c.first || r >= c.last {
					continue
				}
				v := interval{f.lo[c.at+r-c.first], f.hi[c.at+r-c.first]}
				if v.lo >= v.hi {
					continue
				}
				i := len(line)
				line = append(line, v)
				for i > 0 && line[i-1].lo > v.lo {
					line[i] = line[i-1]
					i--
				}
				line[i] = v
			}
			f.line = line
			widest := interior{}
			for i := 0; i < len(line); {
				lo, hi := line[i].lo, line[i].hi
				for i++; i < len(line) && line[i].lo <= hi; i++ {
					hi = max(hi, line[i].hi)
				}
				lo, hi = max(lo, 0), min(hi, float32(w))
				if lo >= hi {
					continue
				}
				a, b := int(lo), int(hi)
				first, last = min(first, a), max(last, min(b+1, w))
				whole := interior{a, b}
				if float32(a) < lo {
					whole.first++
				}
				if whole.last-whole.first > widest.last-widest.first {
					widest = whole
				}
				// A border inside a pixel counts for the part of the pixel beyond it.
				from, to := int32((lo-float32(a))*full), int32((hi-float32(b))*full)
				acc[a] += full - from
				acc[a+1] += from
				acc[b] -= full - to
				acc[b+1] -= to
			}
			solid.first, solid.last = max(solid.first, widest.first), min(solid.last, widest.last)
		}
		if solid.first >= solid.last {
			solid = interior{last, last}
		}
		rows[y] = extent{first, max(first, last), solid}
		row := pix[y*w : (y+1)*w]
		sum := int32(0)
		for x := first; x < solid.first; x++ {
			sum += acc[x]
			row[x] = uint8(min(255, (sum+128)>>8))
		}
		// No border lies within, so what has summed up to its first pixel holds to its last.
		if solid.first < solid.last {
			sum += acc[solid.first]
			fillBytes(row[solid.first:solid.last], 255)
		}
		for x := solid.last; x < last; x++ {
			sum += acc[x]
			row[x] = uint8(min(255, (sum+128)>>8))
		}
	}
}

// fillBytes sets all of b to v, a stretch of doubling length at a time.
func fillBytes(b []byte, v byte) {
	if len(b) == 0 {
		return
	}
	b[0] = v
	for n := 1; n < len(b); n *= 2 {
		copy(b[n:], b[:n])
	}
}
