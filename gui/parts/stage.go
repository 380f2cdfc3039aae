package parts

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// Tones is the person on the stage: the names the settings keep for skin, hair and figure; "" is the usual one.
type Tones struct{ Skin, Hair, Figure string }

func (t Tones) palette() figure.Palette {
	if look.Dark() {
		return figure.Dark(t.Skin, t.Hair)
	}
	return figure.Light(t.Skin, t.Hair)
}

// Shot is what the stage is to show.
type Shot struct {
	Exercise *exercise.Exercise // nil is an empty stage
	Side     plan.Side
	Moment   figure.Moment
	Preview  bool // with a ghost of the start and an arrow, for what is about to come
}

// SideOf is a plan's side as a figure's.
func SideOf(s plan.Side) figure.Side {
	switch s {
	case plan.SideLeft:
		return figure.Left
	case plan.SideRight:
		return figure.Right
	}
	return figure.Both
}

// options are how the stage draws a shot.
func (s *Stage) options(shot Shot) figure.Options {
	o := shot.options()
	o.Build = s.tones.Figure
	return o
}

func (s Shot) options() figure.Options {
	return figure.Options{
		Ghost: s.Preview, Arrow: s.Preview, Feel: true,
		Side: SideOf(s.Side), Alternate: s.Exercise.Dose.Mode == exercise.Alternate,
	}
}

// frame is the part of the picture the camera holds. It is the same before and during an exercise, so that the camera
// stays where it is when the movement begins. Working it out poses the figure many times over, so it is done once for
// each subject.
func (s *Stage) frame(shot Shot) figure.Rect {
	at := subject{shot.Exercise.Figure, shot.Side, s.tones.Figure}
	if f, ok := s.frames[at]; ok {
		return f
	}
	o := s.options(shot)
	o.Ghost, o.Arrow = true, true
	f := shot.Exercise.Figure.Frame(o)
	s.frames[at] = f
	return f
}

// subject is what a frame depends on.
type subject struct {
	figure *figure.Figure
	side   plan.Side
	build  string
}

func (s Shot) drawn() bool { return s.Exercise != nil && s.Exercise.Figure != nil }

func (s Shot) sameSubject(o Shot) bool {
	return s.Exercise == o.Exercise && s.Side == o.Side && s.Preview == o.Preview
}

// easeFor is how long the stage takes from one exercise to the next: slow enough to be calm, well within the shortest
// change-over of 5 s.
const easeFor = 900 * time.Millisecond

// Stage is a tinted, rounded panel with the figure on it. Tell it what to show as often as there is something new; it
// repaints only when the picture moved by a quarter of a pixel.
type Stage struct {
	widget.BaseWidget
	kind  exercise.Kind
	tones Tones
	plain bool
	high  float32 // room kept free at the top
	low   float32 // and at the bottom

	shot, from Shot
	easing     time.Time // when the change began, zero when there is none
	fraction   float64   // how far it is, 0 to 1
	fading     bool      // the change is a cross-fade

	front, back easel
	next        *figure.Scene
	frames      map[subject]figure.Rect
	painter     figure.Painter
	palette     figure.Palette
	panel       *Panel
	picture     *canvas.Image
}

// easel is a picture on the stage: what is painted and the buffer it is painted into.
type easel struct {
	raster *canvas.Raster
	scene  *figure.Scene
	frame  figure.Rect
	buffer *image.RGBA
	seen   []figure.Pt // what was last painted, to tell how far it moved
}

// NewStage makes an empty stage.
func NewStage() *Stage {
	s := &Stage{kind: exercise.Static, frames: map[subject]figure.Rect{}}
	s.front.scene, s.back.scene, s.next = &figure.Scene{}, &figure.Scene{}, &figure.Scene{}
	s.picture = canvas.NewImageFromResource(nil)
	s.picture.FillMode = canvas.ImageFillContain
	s.palette = s.tones.palette()
	s.ExtendBaseWidget(s)
	return s
}

// SetKind tints the stage.
func (s *Stage) SetKind(k exercise.Kind) {
	if s.kind != k {
		s.kind = k
		s.Refresh()
	}
}

// SetTones chooses the person on the stage.
func (s *Stage) SetTones(t Tones) {
	if s.tones != t {
		s.tones = t
		s.Refresh()
	}
}

// SetPlain takes corners off, for a stage that fills the window.
func (s *Stage) SetPlain(on bool) {
	if s.plain != on {
		s.plain = on
		s.Refresh()
	}
}

// SetFree keeps room free at the top and at the bottom, for lines of text over the stage.
func (s *Stage) SetFree(top, bottom float32) {
	if s.high != top || s.low != bottom {
		s.high, s.low = top, bottom
		s.Refresh()
	}
}

// Busy reports whether the stage is between two exercises, so that it wants to be shown often.
func (s *Stage) Busy() bool { return !s.easing.IsZero() }

// Set puts a shot on the stage. A change of exercise or side eases from pose to pose where that looks natural and
// cross-fades where not; with reduced motion it is immediate, and the picture is still.
func (s *Stage) Set(shot Shot, now time.Time) {
	calm := look.ReducedMotion()
	if calm {
		shot.Moment, shot.Preview = figure.Still(), true
	}
	if !shot.sameSubject(s.shot) {
		s.change(shot, now, calm)
	}
	s.shot = shot
	if !s.shot.drawn() {
		s.endEasing()
		return
	}
	if !s.easing.IsZero() {
		s.ease(now)
		return
	}
	s.next.Draw(shot.Exercise.Figure, shot.Moment, s.options(shot))
	s.put(s.frame(shot))
}

// change begins the way from what is shown to another subject.
func (s *Stage) change(shot Shot, now time.Time, calm bool) {
	s.endEasing()
	if !shot.drawn() || !s.shot.drawn() {
		s.shot = shot
		s.Refresh()
		return
	}
	if calm {
		return
	}
	s.from, s.easing, s.fraction = s.shot, now, 0
	s.fading = !s.next.Between(s.figureShot(s.from), s.figureShot(shot), 0.5)
	if s.fading {
		// What is shown stays on the back easel and fades; the front one starts with a scene of its own.
		s.front, s.back = s.back, s.front
		s.front.seen = s.front.seen[:0]
		if s.back.raster != nil {
			s.back.raster.Show()
		}
		s.shot = shot
		s.Refresh()
	}
}

func (s *Stage) figureShot(shot Shot) figure.Shot {
	return figure.Shot{Figure: shot.Exercise.Figure, Moment: shot.Moment, Options: s.options(shot)}
}

// ease shows the picture between two subjects.
func (s *Stage) ease(now time.Time) {
	k := float64(now.Sub(s.easing)) / float64(easeFor)
	if k >= 1 || k < 0 {
		s.endEasing()
		s.front.seen = s.front.seen[:0]
		s.next.Draw(s.shot.Exercise.Figure, s.shot.Moment, s.options(s.shot))
		s.put(s.frame(s.shot))
		return
	}
	s.fraction = k
	if s.fading {
		s.next.Draw(s.shot.Exercise.Figure, s.shot.Moment, s.options(s.shot))
		s.front.seen = s.front.seen[:0] // the fade moves even where the figure does not
		s.setFade(k)
		s.put(s.frame(s.shot))
		return
	}
	s.next.Between(s.figureShot(s.from), s.figureShot(s.shot), k)
	smooth := k * k * (3 - 2*k)
	s.put(s.frame(s.from).Lerp(s.frame(s.shot), smooth))
}

func (s *Stage) setFade(k float64) {
	if s.front.raster != nil {
		s.front.raster.Translucency = min(max(1-1.6*k, 0), 1)
	}
	if s.back.raster != nil {
		s.back.raster.Translucency = min(max(1.6*k-0.6, 0), 1)
	}
}

func (s *Stage) endEasing() {
	if s.easing.IsZero() {
		return
	}
	s.easing = time.Time{}
	if s.front.raster != nil {
		s.front.raster.Translucency = 0
	}
	if s.back.raster != nil {
		s.back.raster.Hide()
	}
	s.cut()
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

// CreateRenderer draws the stage.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer {
	s.panel = NewPanel()
	a, b := &s.front, &s.back
	a.raster, b.raster = newRaster(), newRaster()
	// The two easels change places, so each raster must paint whatever easel holds it.
	paint := func(r *canvas.Raster) func(w, h int) image.Image {
		return func(w, h int) image.Image {
			e := &s.front
			if s.back.raster == r {
				e = &s.back
			}
			return s.generator(e)(w, h)
		}
	}
	a.raster.Generator, b.raster.Generator = paint(a.raster), paint(b.raster)
	b.raster.Hide()
	p := &pieces{objects: []fyne.CanvasObject{s.panel, b.raster, a.raster, s.picture}}
	p.restyle = func() {
		radius := float32(look.StageRadius)
		if s.plain {
			radius = 0
		}
		s.panel.Set(look.Kind(s.kind).Wash, look.Color(look.Window), radius)
		s.palette = s.tones.palette()
		show(s.front.raster, s.shot.drawn())
		s.showPicture()
		s.cut()
		if size := s.Size(); !size.IsZero() {
			p.layout(size)
		}
	}
	p.layout = func(size fyne.Size) {
		s.panel.Resize(size)
		s.placeEasel(&s.front)
		s.placeEasel(&s.back)
		pad := min(size.Width, size.Height) * 0.08
		if e := s.shot.Exercise; e != nil && e.Picture == "" {
			pad = min(size.Width, size.Height) * 0.36
		}
		s.picture.Move(fyne.NewPos(pad, pad))
		s.picture.Resize(size.SubtractWidthHeight(2*pad, 2*pad))
	}
	p.min = func() fyne.Size { return fyne.NewSize(160, 120) }
	p.restyle()
	return p
}

// showPicture shows a person's own picture where an exercise has one instead of a figure, and its kind's icon where it
// has neither.
func (s *Stage) showPicture() {
	s.picture.Hide()
	e := s.shot.Exercise
	if e == nil || e.Figure != nil {
		return
	}
	s.picture.Resource = look.KindIcon(e.Kind, look.Disabled)
	if e.Picture != "" {
		if r := pictureOf(e.Picture); r != nil {
			s.picture.Resource = r
		}
	}
	s.picture.Show()
}
