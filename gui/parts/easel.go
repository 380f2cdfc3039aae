package parts

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/routines/figure"
)

// easel is a picture on the stage: what is painted and the buffer it is painted into.
type easel struct {
	raster *canvas.Raster
	scene  *figure.Scene
	frame  figure.Rect
	buffer *image.RGBA
	seen   []figure.Pt // what was last painted, to tell how far it moved
}

// put paints the next scene if it differs enough from the one that is shown.
func (s *Stage) put(frame figure.Rect) {
	e := &s.front
	if e.raster != nil && frame == e.frame && !s.moved(e, frame) {
		return
	}
	s.next, e.scene = e.scene, s.next
	e.seen = points(e.seen[:0], e.scene)
	if frame != e.frame {
		e.frame = frame
		s.placeEasel(e)
	}
	if e.raster != nil {
		e.raster.Refresh()
	}
}

func points(into []figure.Pt, sc *figure.Scene) []figure.Pt {
	for i := range sc.Shapes {
		sc.Contours(&sc.Shapes[i], func(p []figure.Pt) { into = append(into, p...) })
	}
	return into
}

// moved reports whether any point of the next scene lies a quarter of a pixel from where it was painted.
func (s *Stage) moved(e *easel, frame figure.Rect) bool {
	size := e.raster.Size()
	k := min(float64(size.Width)/frame.Width(), float64(size.Height)/frame.Height()) * float64(s.scale())
	least := 0.25 / max(k, 1)
	i, moved := 0, false
	for j := range s.next.Shapes {
		s.next.Contours(&s.next.Shapes[j], func(pts []figure.Pt) {
			for _, p := range pts {
				if moved || i >= len(e.seen) {
					moved = true
					return
				}
				q := e.seen[i]
				i++
				if dx, dy := p.X-q.X, p.Y-q.Y; dx > least || dx < -least || dy > least || dy < -least {
					moved = true
				}
			}
		})
	}
	return moved || i != len(e.seen)
}

func (s *Stage) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		return c.Scale()
	}
	return 1
}

// generator paints an easel's scene into its buffer, which is kept from frame to frame.
func (s *Stage) generator(e *easel) func(w, h int) image.Image {
	return func(w, h int) image.Image {
		if e.buffer == nil || e.buffer.Rect.Dx() != w || e.buffer.Rect.Dy() != h {
			e.buffer = image.NewRGBA(image.Rect(0, 0, w, h))
		}
		if s.opaque() {
			flood(e.buffer, look.Kind(s.kind).Wash)
		} else {
			clear(e.buffer.Pix)
		}
		s.painter.Paint(e.buffer, e.scene, &s.palette, e.frame)
		return e.buffer
	}
}

// opaque reports whether the picture brings its own ground, so that the panel need not be filled beneath it. In a
// cross-fade both pictures are seen through.
func (s *Stage) opaque() bool { return s.easing.IsZero() || !s.fading }

func flood(img *image.RGBA, c color.NRGBA) {
	if len(img.Pix) < 4 {
		return
	}
	copy(img.Pix, []byte{c.R, c.G, c.B, 255})
	for n := 4; n < len(img.Pix); n *= 2 {
		copy(img.Pix[n:], img.Pix[:n])
	}
}

// cut leaves out of the panel what the picture covers.
func (s *Stage) cut() {
	r := s.front.raster
	if r == nil || s.panel == nil {
		return
	}
	if s.shot.drawn() && s.opaque() && r.Visible() {
		s.panel.setHole(r.Position(), r.Size())
	} else {
		s.panel.setHole(fyne.Position{}, fyne.Size{})
	}
}

// placeEasel gives the picture the smallest box that holds its frame, so that no more pixels are painted than needed.
// The mat lies near the bottom of the stage.
func (s *Stage) placeEasel(e *easel) {
	size := s.Size()
	if e.raster == nil || size.IsZero() || e.frame.Empty() {
		return
	}
	pad := min(size.Width, size.Height) * 0.04
	fw, fh := float32(e.frame.Width()), float32(e.frame.Height())
	top, bottom := pad, max(pad, s.low)
	w, h, room := fitBox(fw, fh, size, pad, top, bottom)
	if w > size.Width*0.45 && s.high > top {
		// What stands over the stage stands in its corners: only a wide picture gets in its way.
		top = s.high
		w, h, room = fitBox(fw, fh, size, pad, top, bottom)
	}
	if room.Width < 8 || room.Height < 8 {
		return
	}
	x := pad + (room.Width-w)/2
	y := top + (room.Height-h)*0.72
	at := fyne.NewPos(float32(int(x)), float32(int(y)))
	box := fyne.NewSize(float32(int(w)), float32(int(h)))
	e.raster.Move(at)
	e.raster.Resize(box)
	s.cut()
}

// fitBox is the largest box of a shape within a stage and the room kept free around it.
func fitBox(fw, fh float32, size fyne.Size, side, top, bottom float32) (w, h float32, room fyne.Size) {
	room = fyne.NewSize(size.Width-2*side, size.Height-top-bottom)
	k := min(room.Width/fw, room.Height/fh)
	return k * fw, k * fh, room
}
