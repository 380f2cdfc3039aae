package paper

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"catcow/routines/figure"
)

// PDF writes sheets as one document, each from a page of its own. Options.Fonts are needed.
func PDF(w io.Writer, sheets []Sheet, o Options) error {
	if len(sheets) == 0 {
		return errors.New("printing: there is nothing to print")
	}
	d, err := Lay(sheets, o)
	if err != nil {
		return fmt.Errorf("printing: %w", err)
	}
	return d.PDF(w)
}

// always is the date of a document that is given none: the same sheet makes the same bytes.
var always = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// PDF writes the document.
func (d *Document) PDF(w io.Writer) error {
	f := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: d.Width, Ht: d.Height}})
	o := d.print.o
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetTitle(d.Title, true)
	f.SetCreator("Catcow", true)
	f.SetProducer("Catcow", true)
	if o.Language != "" {
		f.SetLang(o.Language)
	}
	made := o.Made
	if made.IsZero() {
		made = always
	}
	f.SetCreationDate(made)
	f.SetModificationDate(made)
	f.AddUTF8FontFromBytes("sheet", "", o.Fonts.Regular)
	f.AddUTF8FontFromBytes("sheet", "B", o.Fonts.Bold)
	c := &pdfCanvas{f: f, height: d.Height, print: d.print, images: map[any]string{}}
	for _, page := range d.pages {
		f.AddPage()
		for _, m := range page {
			m.on(c)
		}
		c.flush()
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// pdfCanvas draws on the page of a PDF. Shapes are written as the page's own operators, which the library passes on.
type pdfCanvas struct {
	f      *fpdf.Fpdf
	print  *print
	height float64
	buf    []byte // operators not yet handed over
	images map[any]string
}

// flush hands over what was drawn, so that what the library draws next lies above it.
func (c *pdfCanvas) flush() {
	if len(c.buf) > 0 {
		c.f.RawWriteStr(string(c.buf))
		c.buf = c.buf[:0]
	}
}

func (c *pdfCanvas) op(s string) { c.buf = append(append(c.buf, s...), '\n') }

// num writes a number in hundredths of a point: a twenty-fifth of a laser printer's dot.
func (c *pdfCanvas) num(v float64) {
	c.buf = append(strconv.AppendFloat(c.buf, float64(int64(v*100+half(v)))/100, 'f', -1, 64), ' ')
}

func half(v float64) float64 {
	if v < 0 {
		return -0.5
	}
	return 0.5
}

func (c *pdfCanvas) pt(p figure.Pt) {
	c.num(p.X)
	c.num(c.height - p.Y)
}

// near writes a point of a figure in tenths: it has thousands.
func (c *pdfCanvas) near(p figure.Pt) {
	for _, v := range []float64{p.X, c.height - p.Y} {
		c.buf = append(strconv.AppendFloat(c.buf, float64(int64(v*10+half(v)))/10, 'f', -1, 64), ' ')
	}
}

// ink sets a colour: op is "rg" to fill, "RG" to draw lines.
func (c *pdfCanvas) ink(k color.NRGBA, op string) {
	for _, v := range []uint8{k.R, k.G, k.B} {
		c.buf = append(strconv.AppendFloat(c.buf, float64(int(float64(v)/255*1000+0.5))/1000, 'f', -1, 64), ' ')
	}
	c.op(op)
}

// alpha sets how much of what is drawn next covers, in fiftieths: finer steps are not seen and each is an object.
func (c *pdfCanvas) alpha(a float64) {
	c.flush()
	c.f.SetAlpha(float64(int(a*50+0.5))/50, "Normal")
}

func (c *pdfCanvas) text(t text) {
	c.flush()
	style := ""
	if t.bold {
		style = "B"
	}
	c.f.SetFont("sheet", style, t.size)
	c.f.SetTextColor(int(t.ink.R), int(t.ink.G), int(t.ink.B))
	c.f.Text(t.x, t.y, t.s)
}

func (c *pdfCanvas) path(p path) {
	c.op("q")
	paint := "n"
	if p.fill.A > 0 {
		c.ink(p.fill, "rg")
		paint = "f"
	}
	if p.stroke.A > 0 && p.width > 0 {
		c.ink(p.stroke, "RG")
		c.num(p.width)
		c.op("w 1 J 1 j")
		paint = map[string]string{"n": "S", "f": "B"}[paint]
	}
	c.outline(p)
	c.op(paint)
	c.op("Q")
}

func (c *pdfCanvas) picture(p picture) {
	c.flush()
	name, ok := c.images[p.img]
	if !ok {
		name = fmt.Sprintf("picture%d", len(c.images))
		c.images[p.img] = name
		var data bytes.Buffer
		if err := png.Encode(&data, p.img); err != nil {
			c.f.SetError(fmt.Errorf("writing a picture: %w", err))
			return
		}
		c.f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "png"}, &data)
	}
	c.f.ImageOptions(name, p.box.x, p.box.y, p.box.w, p.box.h, false, fpdf.ImageOptions{ImageType: "png"}, 0, "")
}
