package parts

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

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

// NewStage makes an empty stage.
func NewStage() *Stage {
	s := &Stage{kind: exercise.Static, frames: map[subject]figure.Rect{}}
	s.front.scene, s.back.scene, s.next = &figure.Scene{}, &figure.Scene{}, &figure.Scene{}
	s.picture = canvas.NewImageFromResource(nil)
	s.picture.FillMode = canvas.ImageFillContain
	s.palette = s.tones.Palette()
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
		s.palette = s.tones.Palette()
		Show(s.front.raster, s.shot.drawn())
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
