package parts

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Panel is a large rounded surface: a plain rectangle with its corners covered in the colour around it. Fyne's own
// rounded rectangle works its corners out for every pixel of every frame; over the stage that cost more than the figure
// on it, without a graphics card (3 ms of 14 a frame at 1180×760). Where something opaque lies on it, a hole saves
// filling that part twice.
type Panel struct {
	widget.BaseWidget
	faces   [4]*canvas.Raster // above, left, right and below the hole; without one the first is all
	corners [4]*canvas.Raster
	fill    color.NRGBA
	around  color.NRGBA
	radius  float32
	at      fyne.Position // of the hole
	hole    fyne.Size
}

// NewPanel makes a panel without a colour; see Set.
func NewPanel() *Panel {
	p := &Panel{}
	for i := range p.faces {
		p.faces[i] = &canvas.Raster{Generator: p.dot, ScaleMode: canvas.ImageScalePixels}
	}
	for i := range p.corners {
		p.corners[i] = &canvas.Raster{Generator: func(w, h int) image.Image { return corner(i, w, h, p.around) }}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Set gives the panel a colour, the colour it lies on and a corner, 0 for none.
func (p *Panel) Set(fill, around color.Color, radius float32) {
	f, a := color.NRGBAModel.Convert(fill).(color.NRGBA), color.NRGBAModel.Convert(around).(color.NRGBA)
	if p.fill == f && p.around == a && p.radius == radius {
		return
	}
	p.fill, p.around, p.radius = f, a, radius
	p.Refresh()
}

// setHole leaves out what something opaque covers; a size of zero closes the hole. The panel reaches under its rim, so
// that no seam shows where a display rounds the edges.
func (p *Panel) setHole(at fyne.Position, size fyne.Size) {
	if size.Width > 8 && size.Height > 8 {
		at, size = at.AddXY(2, 2), size.SubtractWidthHeight(4, 4)
	} else {
		at, size = fyne.Position{}, fyne.Size{}
	}
	if p.at != at || p.hole != size {
		p.at, p.hole = at, size
		p.Refresh()
	}
}

// dot is one pixel in the panel's colour; drawn as large as a face it costs less than any shape.
func (p *Panel) dot(int, int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 1, 1))
	img.Set(0, 0, p.fill)
	return img
}

// corner covers what lies outside a round corner: 0 top left, 1 top right, 2 bottom left, 3 bottom right.
func corner(which, w, h int, c color.NRGBA) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	r := float64(min(w, h))
	for y := range h {
		for x := range w {
			a := min(max(math.Hypot(r-float64(x)-0.5, r-float64(y)-0.5)-r+0.5, 0), 1)
			dot := color.RGBA{
				R: uint8(float64(c.R) * a), G: uint8(float64(c.G) * a), B: uint8(float64(c.B) * a), A: uint8(255 * a),
			}
			px, py := x, y
			if which&1 != 0 {
				px = w - 1 - x
			}
			if which&2 != 0 {
				py = h - 1 - y
			}
			img.SetRGBA(px, py, dot)
		}
	}
	return img
}

// CreateRenderer draws the panel.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &pieces{}
	for _, f := range p.faces {
		r.objects = append(r.objects, f)
	}
	for _, c := range p.corners {
		r.objects = append(r.objects, c)
	}
	r.restyle = func() {
		for _, c := range p.corners {
			Show(c, p.radius > 0)
		}
		if s := p.Size(); !s.IsZero() {
			r.layout(s)
		}
	}
	r.layout = func(s fyne.Size) {
		put := func(f *canvas.Raster, x, y, w, h float32) {
			f.Move(fyne.NewPos(x, y))
			f.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
			Show(f, w > 0 && h > 0)
		}
		low, right := p.at.Y+p.hole.Height, p.at.X+p.hole.Width
		if p.hole.IsZero() {
			put(p.faces[0], 0, 0, s.Width, s.Height)
			put(p.faces[1], 0, 0, 0, 0)
			put(p.faces[2], 0, 0, 0, 0)
			put(p.faces[3], 0, 0, 0, 0)
		} else {
			put(p.faces[0], 0, 0, s.Width, p.at.Y)
			put(p.faces[1], 0, p.at.Y, p.at.X, p.hole.Height)
			put(p.faces[2], right, p.at.Y, s.Width-right, p.hole.Height)
			put(p.faces[3], 0, low, s.Width, s.Height-low)
		}
		for i, c := range p.corners {
			at := fyne.Position{}
			if i&1 != 0 {
				at.X = s.Width - p.radius
			}
			if i&2 != 0 {
				at.Y = s.Height - p.radius
			}
			c.Move(at)
			c.Resize(fyne.NewSquareSize(p.radius))
		}
	}
	r.min = func() fyne.Size { return fyne.NewSquareSize(2 * p.radius) }
	r.restyle()
	return r
}
