package printing

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/paper"
)

// preview shows the pages as they will be printed, one at a time, with buttons to turn them.
type preview struct {
	widget.BaseWidget
	doc        *paper.Document
	page       int
	back, next *parts.Button
	which      *parts.Label
	sheet      *canvas.Raster

	kept  *image.RGBA // the page as last painted
	keptW int
}

func newPreview() *preview {
	p := &preview{which: parts.NewLabel("", look.Small, look.Quiet, false).SetAlign(fyne.TextAlignCenter)}
	p.back = parts.NewButton("", look.IconChevronLeft, func() { p.turn(-1) }).SetRank(parts.Bare).SetCompact(true)
	p.next = parts.NewButton("", look.IconChevronRight, func() { p.turn(1) }).SetRank(parts.Bare).SetCompact(true)
	p.sheet = canvas.NewRaster(p.paint)
	p.sheet.ScaleMode = canvas.ImageScalePixels
	p.ExtendBaseWidget(p)
	return p
}

func (p *preview) set(d *paper.Document) {
	p.doc, p.kept = d, nil
	p.turn(0)
}

// turn goes some pages on or back, as far as there are.
func (p *preview) turn(by int) {
	if to := min(max(p.page+by, 0), p.doc.Pages()-1); to != p.page {
		p.page, p.kept = to, nil
	}
	p.which.SetText(look.T("printing.page", "Page {{.Page}} of {{.Pages}}", map[string]any{"Page": p.page + 1, "Pages": p.doc.Pages()}))
	able(p.back, p.page > 0)
	able(p.next, p.page < p.doc.Pages()-1)
	p.Refresh()
}

func able(b *parts.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// paint draws the page as many pixels large as it is seen.
func (p *preview) paint(w, h int) image.Image {
	if p.kept == nil || p.keptW != w {
		img, err := p.doc.Paint(p.page, max(w, 1))
		if err != nil {
			fyne.LogError("drawing a page", err)
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		p.kept, p.keptW = img, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h)) // a page may be a pixel higher or lower than the place for it
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, p.kept.Rect, p.kept, image.Point{}, draw.Src)
	return out
}

// CreateRenderer lays the page out, as large as fits, and the buttons below it.
func (p *preview) CreateRenderer() fyne.WidgetRenderer {
	edge := canvas.NewRectangle(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{edge, p.sheet, p.back, p.which, p.next}}
	r.Place = func(size fyne.Size) {
		foot := max(p.back.MinSize().Height, p.which.MinSize().Height)
		room := size.Height - foot - look.S2
		if room <= 0 || size.Width <= 0 || p.doc == nil {
			return
		}
		k := min((size.Width-2)/float32(p.doc.Width), (room-2)/float32(p.doc.Height))
		w, h := float32(p.doc.Width)*k, float32(p.doc.Height)*k
		x, y := (size.Width-w)/2, (room-h)/2
		parts.Put(edge, x-1, y-1, w+2, h+2)
		parts.Put(p.sheet, x, y, w, h)
		b := p.back.MinSize().Width
		words := min(p.which.OneLine()+look.S4, size.Width-2*b)
		left := (size.Width - words - 2*b) / 2
		parts.Put(p.back, left, size.Height-foot, b, foot)
		parts.Put(p.which, left+b, size.Height-foot, words, foot)
		parts.Put(p.next, left+b+words, size.Height-foot, b, foot)
	}
	r.Renew = func() {
		edge.FillColor, edge.StrokeColor, edge.StrokeWidth = nil, look.Color(look.Line), 1
		if s := p.Size(); !s.IsZero() {
			r.Place(s)
		}
		for _, x := range r.Of {
			x.Refresh()
		}
	}
	r.Renew()
	return r
}
