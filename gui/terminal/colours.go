package terminal

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// rgb is an opaque colour.
type rgb [3]uint8

// tally counts the pixels of each colour.
type tally map[rgb]int

func (t tally) add(img *image.RGBA) {
	for i := 0; i < len(img.Pix); i += 4 {
		t[rgb{img.Pix[i], img.Pix[i+1], img.Pix[i+2]}]++
	}
}

// colours is a palette and the place of every colour met in it.
type colours struct {
	palette color.Palette
	index   map[rgb]uint8
	clear   uint8 // the place of what shows the picture before
}

// counted is a colour and how many pixels have it.
type counted struct {
	rgb
	n int
}

// reduce makes a palette of at most n colours. Flat colours, which many pixels have, stay exactly what they are; the
// shades of edges between them share the rest, by median cut.
func (t tally) reduce(n int) *colours {
	list := make([]counted, 0, len(t))
	whole := 0
	for c, count := range t {
		list = append(list, counted{c, count})
		whole += count
	}
	slices.SortFunc(list, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.n, a.n), slices.Compare(a.rgb[:], b.rgb[:]))
	})
	flat := 0
	for flat < len(list) && flat < n/2 && list[flat].n > whole/2000 {
		flat++
	}
	if len(list) <= n {
		flat = len(list)
	}
	out := &colours{index: make(map[rgb]uint8, len(t))}
	for _, c := range list[:flat] {
		out.palette = append(out.palette, color.RGBA{c.rgb[0], c.rgb[1], c.rgb[2], 0xff})
	}
	for _, box := range cut(list[flat:], n-flat) {
		out.palette = append(out.palette, middle(box))
	}
	return out
}

// cut parts colours into at most n boxes of like ones.
func cut(list []counted, n int) [][]counted {
	if len(list) == 0 {
		return nil
	}
	boxes := [][]counted{list}
	for len(boxes) < n {
		// The box whose colours are farthest apart, by how many pixels suffer from it, is parted next.
		worst, most, axis := -1, 0.0, 0
		for i, box := range boxes {
			if w, a := spread(box); len(box) > 1 && w > most {
				worst, most, axis = i, w, a
			}
		}
		if worst < 0 {
			break
		}
		box := boxes[worst]
		slices.SortFunc(box, func(a, b counted) int {
			return cmp.Or(cmp.Compare(a.rgb[axis], b.rgb[axis]), slices.Compare(a.rgb[:], b.rgb[:]))
		})
		half, sum := 0, 0
		for _, c := range box {
			half += c.n
		}
		at := 0
		for at < len(box)-1 && (at == 0 || 2*(sum+box[at].n) <= half) {
			sum += box[at].n
			at++
		}
		boxes[worst] = box[:at]
		boxes = append(boxes, box[at:])
	}
	return boxes
}

// spread is how much a box of colours gains from being parted, and across which of red, green and blue.
func spread(box []counted) (worth float64, axis int) {
	lo, hi, n := rgb{255, 255, 255}, rgb{}, 0
	for _, c := range box {
		n += c.n
		for i, v := range c.rgb {
			lo[i], hi[i] = min(lo[i], v), max(hi[i], v)
		}
	}
	wide := 0
	for i := range 3 {
		if w := int(hi[i]) - int(lo[i]); w > wide {
			wide, axis = w, i
		}
	}
	return float64(wide) * float64(wide) * float64(n), axis
}

// middle is the mean of a box.
func middle(box []counted) color.RGBA {
	var sum [3]int
	n := 0
	for _, c := range box {
		n += c.n
		for i, v := range c.rgb {
			sum[i] += int(v) * c.n
		}
	}
	at := func(i int) uint8 { return uint8((sum[i] + n/2) / n) }
	return color.RGBA{at(0), at(1), at(2), 0xff}
}

// addClear adds the colour that shows the picture before.
func (c *colours) addClear() {
	c.clear = uint8(len(c.palette))
	c.palette = append(c.palette, color.RGBA{})
}

// near is the place of the palette's nearest colour.
func (c *colours) near(v rgb) uint8 {
	if i, ok := c.index[v]; ok {
		return i
	}
	best, least := 0, 1<<30
	for i, p := range c.palette {
		q, _ := p.(color.RGBA)
		if q.A == 0 {
			continue
		}
		r, g, b := int(q.R)-int(v[0]), int(q.G)-int(v[1]), int(q.B)-int(v[2])
		if d := 3*r*r + 4*g*g + 2*b*b; d < least {
			best, least = i, d
		}
	}
	c.index[v] = uint8(best)
	return uint8(best)
}

// of is a picture in the palette.
func (c *colours) of(img *image.RGBA) *image.Paletted {
	out := image.NewPaletted(img.Rect, c.palette)
	for i := range out.Pix {
		p := img.Pix[4*i:]
		out.Pix[i] = c.near(rgb{p[0], p[1], p[2]})
	}
	return out
}

// change is what is new in a picture, in the box round it; nil when nothing is.
func (c *colours) change(last, now *image.Paletted) *image.Paletted {
	box := image.Rectangle{}
	wide := now.Rect.Dx()
	for i := range now.Pix {
		if now.Pix[i] != last.Pix[i] {
			at := image.Pt(i%wide, i/wide)
			box = box.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
		}
	}
	if box.Empty() {
		return nil
	}
	out := image.NewPaletted(box, c.palette)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			v := now.Pix[y*wide+x]
			if v == last.Pix[y*wide+x] {
				v = c.clear
			}
			out.Pix[out.PixOffset(x, y)] = v
		}
	}
	return out
}
