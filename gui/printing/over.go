package printing

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/paper"
	"catcow/routines/plan"
)

// over is the sheet over the window: what can be chosen on the left, the pages on the right.
type over struct {
	widget.BaseWidget
	printing *Printing
	in       plan.Input
	tones    parts.Tones
	offers   []time.Duration

	sheet    paper.Sheet
	preview  *preview
	lacking  *parts.Label // says which letters the PDF cannot show
	controls fyne.CanvasObject
	scroll   *parts.Scroll
	actions  *parts.Flow
	first    *parts.Button
	saver    *parts.Button
	place    *parts.SavePlace
	card     *canvas.Rectangle
	over     parts.Over
}

// scrollBar is the room left and right of what can be chosen, so that its bar covers nothing.
const scrollBar = look.S3

func newOver(p *Printing, in plan.Input, tones parts.Tones, offers []time.Duration) *over {
	o := &over{printing: p, in: in, tones: tones, offers: offers, preview: newPreview(), lacking: parts.NewParagraph("", look.Small, look.DangerInk), card: canvas.NewRectangle(nil)}
	o.actions = o.makeActions()
	o.controls = o.makeControls()
	o.scroll = parts.NewScroll(parts.NewInset(look.S1, scrollBar, look.S2, o.controls))
	o.ExtendBaseWidget(o)
	return o
}

// update makes the plan and the pages anew.
func (o *over) update() error {
	in := o.in
	p, err := plan.Fit(in)
	if err != nil {
		in.Length = nearest(o.offers, in.Length)
		if p, err = plan.Fit(in); err != nil {
			return err
		}
	}
	o.in.Length = p.Length
	c := o.printing.choices
	o.sheet = Sheet(p, o.in.Catalogue, c.days, c.times)
	d, err := paper.Lay([]paper.Sheet{o.sheet}, o.options())
	if err != nil {
		return err
	}
	o.preview.set(d)
	o.lacking.SetText(o.lacks(d))
	parts.Show(o.lacking, o.lacking.Text() != "")
	o.relayout()
	return nil
}

// lacks says that a document has letters the PDF cannot show, and what shows them; "" where there is nothing to say.
func (o *over) lacks(d *paper.Document) string {
	if len(d.Lacking) == 0 || o.printing.choices.page {
		return ""
	}
	return look.T("printing.lacking", "{{.Name}} has letters that the PDF cannot show; a mark stands in place of each. A web page shows them: choose it below, under File.",
		map[string]any{"Name": o.sheet.Title})
}

func (o *over) options() paper.Options {
	c := o.printing.choices
	how := Options(c.size, c.grey, o.tones)
	if o.printing.deps.Now != nil {
		how.Made = o.printing.deps.Now()
	}
	return how
}

// changed is what every control does.
func (o *over) changed() {
	if err := o.update(); err != nil {
		o.printing.deps.Say(look.SayError(err))
	}
}

func nearest(offers []time.Duration, d time.Duration) time.Duration {
	best := offers[0]
	for _, o := range offers {
		if (o - d).Abs() < (best - d).Abs() {
			best = o
		}
	}
	return best
}

// typed is what nothing on the sheet had a use for. While a file is being chosen, the sheet keeps still.
func (o *over) typed(e *fyne.KeyEvent) {
	if !o.over.OnTop() {
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		o.printing.Hide()
	case fyne.KeyPageDown:
		o.preview.turn(1)
	case fyne.KeyPageUp:
		o.preview.turn(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		o.show()
	}
}

// relayout gives everything the room it needs now.
func (o *over) relayout() {
	o.controls.Refresh()
	o.scroll.Relayout()
}

// Tapped takes a press beside the card, so that nothing below is pressed by mistake.
func (o *over) Tapped(*fyne.PointEvent) {}

// CreateRenderer lays a veil over the window and the card in the middle.
func (o *over) CreateRenderer() fyne.WidgetRenderer {
	veil := canvas.NewRectangle(nil)
	heading := parts.NewLabel(title(o.in.Routine.Name), look.ScreenTitle, look.Ink, true)
	r := &parts.Drawing{Of: []fyne.CanvasObject{veil, o.card, heading, o.scroll, o.actions, o.preview}}
	r.Place = func(size fyne.Size) {
		veil.Resize(size)
		gap, pad := look.S5, look.S6
		edge := min(look.S6, size.Width*0.02)
		w, h := min(size.Width-2*edge, look.Size(980)), min(size.Height-2*edge, look.Size(720))
		x, y := (size.Width-w)/2, (size.Height-h)/2
		parts.Put(o.card, x, y, w, h)
		in := w - 2*pad
		left := min(look.Size(400), in*0.56)
		if in-left-gap < look.Size(120) { // no room for a page one could read anything on
			left = in
		}
		parts.Show(o.preview, left < in)
		top := parts.HeightFor(heading, left)
		parts.Put(heading, x+pad, y+pad, left, top)
		below := o.actions.HeightFor(left)
		parts.Put(o.scroll, x+pad-scrollBar, y+pad+top+look.S2, left+2*scrollBar, h-2*pad-top-below-2*look.S2)
		parts.Put(o.actions, x+pad, y+h-pad-below, left, below)
		parts.Put(o.preview, x+pad+left+gap, y+pad, in-left-gap, h-2*pad)
		o.scroll.Relayout()
	}
	r.Renew = func() {
		parts.PaintOver(veil, o.card)
		for _, x := range r.Of {
			x.Refresh()
		}
	}
	r.Renew()
	return r
}
