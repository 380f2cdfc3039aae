package pose

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// easel is the stage on which the figure is posed: the key pose that is seen, faintly the one before it, and the handles.
// While it plays, only the figure is seen; while a place on the body is picked, the pointer names the one under it.
type easel struct {
	widget.BaseWidget
	s    *Screen
	view string // how one looks at it while posing; "" is the picture's own view
	both bool   // both sides do the same
	turn bool   // handles in the middle turn

	shown  *figure.Figure // what is posed, seen as view says
	frame  figure.Rect
	scene  figure.Scene
	paint  figure.Painter
	colors figure.Palette
	buffer *image.RGBA
	kind   exercise.Kind

	knobs     []*knob
	chosen    figure.Handle // the handle last taken hold of or focused
	hasChosen bool
	grip      *figure.Grip
	began     state // before the drag
	moved     bool

	playing bool
	moment  figure.Moment

	picking   func(point string) // nil while handles are shown
	pointed   string
	pointedAt fyne.Position

	top    float32 // kept free for what lies over the stage
	panel  *parts.Panel
	raster *canvas.Raster
	bubble *bubble
}

var (
	_ fyne.Tappable      = (*easel)(nil)
	_ desktop.Hoverable  = (*easel)(nil)
	_ desktop.Cursorable = (*easel)(nil)
)

func newEasel(s *Screen) *easel {
	e := &easel{s: s, kind: exercise.Static, panel: parts.NewPanel(), bubble: newBubble()}
	e.raster = &canvas.Raster{ScaleMode: canvas.ImageScalePixels, Generator: e.generate}
	for _, h := range order {
		e.knobs = append(e.knobs, newKnob(e, h))
	}
	e.ExtendBaseWidget(e)
	return e
}

// order is how the handles lie on each other and how Tab goes through them: the middle, the far side, the near side.
var order = []figure.Handle{
	figure.HandleHips, figure.HandleWaist, figure.HandleChest, figure.HandleHead,
	figure.HandleLeftElbow, figure.HandleLeftHand, figure.HandleLeftKnee, figure.HandleLeftFoot,
	figure.HandleRightElbow, figure.HandleRightHand, figure.HandleRightKnee, figure.HandleRightFoot,
}

// options are how the figure is drawn while it is posed.
func (e *easel) options() figure.Options { return figure.Options{Build: e.s.tones.Figure} }

// seen is the figure as one looks at it: whole, and from where view says.
func (e *easel) seen(f *figure.Figure) *figure.Figure {
	n := *f
	n.Focus = ""
	if e.view != "" {
		n.View, n.Yaw, n.Elevation = e.view, nil, nil
	}
	return &n
}

// show brings the picture up to date. anew fits it to the stage again; else that only happens when something would be cut.
func (e *easel) show(anew bool) {
	w := e.s.work
	if w == nil || w.figure() == nil {
		return
	}
	e.kind = exercise.Kind(w.now.file.Kind)
	e.colors = e.s.tones.Palette()
	e.shown = e.seen(w.figure())
	if e.grip == nil && !e.playing {
		o := e.options()
		o.Feel = true
		need := e.shown.Frame(o)
		if anew || !e.visible().Contains(need) {
			// Room for an arm to go up, so that the picture need not be fitted anew at once.
			const air = 0.1
			e.frame = figure.Rect{MinX: need.MinX - air, MinY: need.MinY - air, MaxX: need.MaxX + air, MaxY: need.MaxY + air}
		}
	}
	e.draw()
}

// draw draws what is posed, or the moment that is played, and puts the handles where they are.
func (e *easel) draw() {
	w := e.s.work
	if w == nil || e.shown == nil {
		return
	}
	o := e.options()
	o.Feel = true
	if e.playing {
		o.Alternate = w.now.file.Dose.Mode != nil && *w.now.file.Dose.Mode == string(exercise.Alternate)
		e.scene.Draw(e.shown, e.moment, o)
	} else {
		o.Ghost = true
		onion := w.now.pose - 1
		if onion < 0 && len(e.shown.Poses) > 1 {
			onion = len(e.shown.Poses) - 1
		}
		e.scene.Draw(e.shown.Showing(w.now.pose, onion), figure.Still(), o)
	}
	e.placeKnobs()
	e.raster.Refresh()
}

// generate paints the scene.
func (e *easel) generate(w, h int) image.Image {
	if e.buffer == nil || e.buffer.Rect.Dx() != w || e.buffer.Rect.Dy() != h {
		e.buffer = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	flood(e.buffer, look.Kind(e.kind).Wash)
	e.paint.Paint(e.buffer, &e.scene, &e.colors, e.frame)
	return e.buffer
}

func flood(img *image.RGBA, c color.NRGBA) {
	if len(img.Pix) < 4 {
		return
	}
	copy(img.Pix, []byte{c.R, c.G, c.B, 255})
	for n := 4; n < len(img.Pix); n *= 2 {
		copy(img.Pix[n:], img.Pix[:n])
	}
}

// at is where a place of the picture is on the stage, and pt the other way round.
func (e *easel) at(p figure.Pt) fyne.Position {
	k, x, y := e.fitting()
	o := e.raster.Position()
	return fyne.NewPos(float32(x+k*p.X)+o.X, float32(y-k*p.Y)+o.Y)
}

func (e *easel) pt(p fyne.Position) figure.Pt {
	k, x, y := e.fitting()
	o := e.raster.Position()
	return figure.Pt{X: (float64(p.X-o.X) - x) / k, Y: (y - float64(p.Y-o.Y)) / k}
}

func (e *easel) fitting() (k, x, y float64) {
	s := e.raster.Size()
	if s.Width < 1 || s.Height < 1 || e.frame.Empty() {
		return 1, 0, 0
	}
	return figure.Fitting(e.frame, float64(s.Width), float64(s.Height))
}

// visible is what of the picture there is room for: more than what it was fitted to, in one direction.
func (e *easel) visible() figure.Rect {
	s, o := e.raster.Size(), e.raster.Position()
	if s.Width < 1 || s.Height < 1 || e.frame.Empty() {
		return e.frame
	}
	low, high := e.pt(o.AddXY(0, s.Height)), e.pt(o.AddXY(s.Width, 0))
	return figure.Rect{MinX: low.X, MinY: low.Y, MaxX: high.X, MaxY: high.Y}
}

// placeKnobs puts every handle where the picture has it.
func (e *easel) placeKnobs() {
	w := e.s.work
	on := !e.playing && e.picking == nil && e.shown != nil && w != nil && w.figure() != nil
	if on {
		k, _, _ := e.fitting()
		disc := float32(min(max(k*0.032, 10), 15))
		for _, k := range e.shown.Handles(w.now.pose, e.options()) {
			e.knobAt(k.Handle).put(k, e.at(k.At), disc)
		}
	}
	for _, n := range e.knobs {
		parts.Show(n, on && !e.behind(n))
	}
	e.say()
}

// behind reports whether a handle lies behind the other side's, which moves it too.
func (e *easel) behind(n *knob) bool {
	if !e.both || n.handle.Side() != figure.Left || n.focused || n.pressed {
		return false
	}
	d := n.middle().Subtract(e.knobAt(n.handle.Other()).middle())
	return d.X*d.X+d.Y*d.Y < 36
}

// say names the handle the pointer or the keyboard is on, or the place that is pointed at.
func (e *easel) say() {
	text, at := "", fyne.Position{}
	switch {
	case e.playing:
	case e.picking != nil:
		if e.pointed != "" {
			text, at = figure.PointName(e.pointed), e.pointedAt
		}
	default:
		var best *knob
		for _, n := range e.knobs {
			if n.hovered || n.focused && best == nil {
				best = n
			}
		}
		if best != nil {
			text, at = knobSays(best.at), best.middle()
		}
	}
	e.bubble.say(text, at, e.Size())
}

// Contents lists the handles.
func (e *easel) Contents() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(e.knobs))
	for i, k := range e.knobs {
		out[i] = k
	}
	return out
}

// CreateRenderer draws the stage.
func (e *easel) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: append(append([]fyne.CanvasObject{e.panel, e.raster}, e.Contents()...), e.bubble)}
	r.Place = func(size fyne.Size) {
		parts.Put(e.panel, 0, 0, size.Width, size.Height)
		const pad = 10 // the corners of the panel stay free
		top := max(pad, e.top)
		parts.Put(e.raster, pad, float32(int(top)), float32(int(size.Width-2*pad)), float32(int(size.Height-top-pad)))
		parts.Put(e.bubble, 0, 0, size.Width, size.Height)
		e.placeKnobs()
	}
	r.Least = func() fyne.Size { return fyne.NewSize(220, 160) }
	r.Renew = func() {
		e.panel.Set(look.Kind(e.kind).Wash, look.Color(look.Window), look.StageRadius)
		e.colors = e.s.tones.Palette()
		e.raster.Refresh()
		for _, n := range e.knobs {
			n.Refresh()
		}
		e.bubble.Refresh()
	}
	r.Renew()
	return r
}
