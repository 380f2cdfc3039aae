package figure

import (
	"bufio"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
)

// SVG writes the scene as a picture of the size given, in pixels, frame filling it with even margins.
func SVG(w io.Writer, s *Scene, pal *Palette, frame Rect, width, height int) error {
	out := bufio.NewWriter(w)
	v := fit(frame, width, height)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%d" height="%d" viewBox="0 0 %d %d">`+"\n", width, height, width, height)
	out.WriteString("<defs>\n")
	for i := range s.Shapes {
		if s.Shapes[i].Mode == Body {
			fmt.Fprintf(out, `<path id="b%d" d="`, i)
			writePath(out, s, &s.Shapes[i], v)
			out.WriteString("\"/>\n")
		}
	}
	out.WriteString(`<clipPath id="body">`)
	for i := range s.Shapes {
		if s.Shapes[i].Mode == Body {
			fmt.Fprintf(out, `<use xlink:href="#b%d"/>`, i)
		}
	}
	out.WriteString("</clipPath>\n")
	for i := range s.Shapes {
		if sh := &s.Shapes[i]; sh.Mode == Atop && sh.part != 0 {
			writeMask(out, s, i)
		}
	}
	c := pal.role[RoleGlow]
	fmt.Fprintf(out, `<radialGradient id="glow"><stop offset="0.22" stop-color="%s" stop-opacity="0.92"/><stop offset="0.6" stop-color="%[1]s" stop-opacity="0.46"/><stop offset="1" stop-color="%[1]s" stop-opacity="0"/></radialGradient>`+"\n</defs>\n", css(c))
	for i := range s.Shapes {
		sh := &s.Shapes[i]
		fill := pal.Color(sh)
		paint := css(fill)
		if sh.Mode == Glow {
			paint = "url(#glow)"
		}
		element := "path"
		if sh.Mode == Body {
			element = "use"
		}
		fmt.Fprintf(out, `<%s fill="%s"`, element, paint)
		if a := sh.Alpha * float64(fill.A) / 255; a < 0.999 {
			fmt.Fprintf(out, ` fill-opacity="%.3g"`, a)
		}
		switch {
		case sh.Mode == Body:
			fmt.Fprintf(out, ` xlink:href="#b%d"/>`+"\n", i)
			continue
		case sh.Mode == Atop && sh.part != 0:
			fmt.Fprintf(out, ` mask="url(#m%d)"`, i)
		case sh.Mode == Atop || sh.Mode == Glow:
			out.WriteString(` clip-path="url(#body)"`)
		}
		out.WriteString(` d="`)
		writePath(out, s, sh, v)
		out.WriteString("\"/>\n")
	}
	out.WriteString("</svg>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the figure as SVG: %w", err)
	}
	return nil
}

// writeMask lets the edge that is shape i be seen on the parts of the body below it, except on its own.
func writeMask(out *bufio.Writer, s *Scene, i int) {
	edge := &s.Shapes[i]
	fmt.Fprintf(out, `<mask id="m%d">`, i)
	for k := range i {
		sh := &s.Shapes[k]
		if sh.Mode != Body || sh.bounds.MinX > edge.bounds.MaxX || sh.bounds.MaxX < edge.bounds.MinX ||
			sh.bounds.MinY > edge.bounds.MaxY || sh.bounds.MaxY < edge.bounds.MinY {
			continue
		}
		fill := "#fff"
		if sh.part == edge.part {
			fill = "#000"
		}
		fmt.Fprintf(out, `<use fill="%s" xlink:href="#b%d"/>`, fill, k)
	}
	out.WriteString("</mask>\n")
}

func css(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// writePath writes the contours in tenths of a pixel, relative, which keeps the file small.
func writePath(out *bufio.Writer, s *Scene, sh *Shape, v viewport) {
	var buf [24]byte
	num := func(n int) { out.Write(strconv.AppendFloat(buf[:0], float64(n)/10, 'f', -1, 64)) }
	s.Contours(sh, func(pts []Pt) {
		lx, ly := 0, 0
		for i, p := range pts {
			fx, fy := v.at(p)
			x, y := int(math.Round(fx*10)), int(math.Round(fy*10))
			switch {
			case i == 0:
				out.WriteByte('M')
				num(x)
				out.WriteByte(' ')
				num(y)
			case x == lx && y == ly:
				continue
			default:
				out.WriteByte('l')
				num(x - lx)
				out.WriteByte(' ')
				num(y - ly)
			}
			lx, ly = x, y
		}
		out.WriteByte('z')
	})
}
