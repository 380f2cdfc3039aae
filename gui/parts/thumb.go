package parts

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// Thumb is a small still picture of an exercise, with its ghost, arrow and where it is felt, on the tint of its kind. It
// may be made to move for a while.
type Thumb struct {
	widget.BaseWidget
	exercise *exercise.Exercise
	side     plan.Side
	tones    Tones
	min      fyne.Size
	bare     bool
	faint    bool
	album    *Album
	live     *live // what moves, nil while nothing does
	raster   *canvas.Raster
}

// NewThumb makes a picture that is at least the given size (units, unscaled). A nil exercise is an empty panel.
func NewThumb(e *exercise.Exercise, side plan.Side, tones Tones, min fyne.Size) *Thumb {
	t := &Thumb{exercise: e, side: side, tones: tones, min: min}
	t.ExtendBaseWidget(t)
	return t
}

// Set changes what is shown.
func (t *Thumb) Set(e *exercise.Exercise, side plan.Side) {
	if t.exercise != e || t.side != side {
		t.exercise, t.side, t.live = e, side, nil
		t.Refresh()
	}
}

// SetTones chooses the person in the picture.
func (t *Thumb) SetTones(tones Tones) {
	if t.tones != tones {
		t.tones, t.live = tones, nil
		t.Refresh()
	}
}

// In makes the thumbnail one of an album. Its picture keeps the thumbnail's least size in the middle of the panel, however
// large that is, so that a wider window has nothing to paint anew; it returns the thumb.
func (t *Thumb) In(a *Album) *Thumb { t.album = a; t.Refresh(); return t }

// SetBare leaves the panel out, where the picture lies on a tint already; it returns the thumb.
func (t *Thumb) SetBare(on bool) *Thumb { t.bare = on; t.Refresh(); return t }

// SetFaint fades the picture, for what was left out; it returns the thumb.
func (t *Thumb) SetFaint(on bool) *Thumb { t.faint = on; t.Refresh(); return t }

// CreateRenderer draws the picture.
func (t *Thumb) CreateRenderer() fyne.WidgetRenderer {
	panel := newPlate()
	raster := newRaster()
	raster.Generator = func(w, h int) image.Image {
		if t.exercise == nil || t.exercise.Figure == nil {
			return image.NewRGBA(image.Rect(0, 0, w, h))
		}
		density = float32(w) / raster.Size().Width
		if t.live != nil {
			return t.live.paint(t, w, h)
		}
		if t.album != nil {
			t.album.print(w, h)
		}
		return printed(proof{t.exercise.Figure, t.side, t.tones, look.Dark(), w, h})
	}
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	t.raster = raster
	p := &pieces{objects: []fyne.CanvasObject{panel.Raster, raster, icon}}
	p.restyle = func() {
		kind := exercise.Activity
		if t.exercise != nil {
			kind = t.exercise.Kind
		}
		panel.set(look.Kind(kind).Wash, color.Transparent, look.ControlRadius)
		Show(panel, !t.bare)
		drawn := t.exercise != nil && t.exercise.Figure != nil
		Show(raster, drawn)
		raster.Translucency = 0
		if t.faint {
			raster.Translucency = 0.6
		}
		icon.Hide()
		if t.exercise != nil && !drawn {
			icon.Resource = look.KindIcon(kind, look.Quiet)
			if t.exercise.Picture != "" {
				if r := pictureOf(t.exercise.Picture); r != nil {
					icon.Resource = r
				}
			}
			icon.Show()
		}
		if s := t.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	p.layout = func(s fyne.Size) {
		panel.Resize(s)
		raster.Move(fyne.Position{})
		raster.Resize(s)
		if t.album != nil {
			raster.Move(fyne.NewPos(float32(int((s.Width-t.min.Width)/2)), float32(int((s.Height-t.min.Height)/2))))
			raster.Resize(t.min)
		}
		edge := min(s.Width, s.Height) * 0.4
		if t.exercise != nil && t.exercise.Picture != "" {
			edge = min(s.Width, s.Height) * 0.9
		}
		icon.Move(fyne.NewPos((s.Width-edge)/2, (s.Height-edge)/2))
		icon.Resize(fyne.NewSquareSize(edge))
	}
	p.min = func() fyne.Size { return t.min }
	p.restyle()
	return p
}
