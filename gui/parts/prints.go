package parts

import (
	"image"
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// proof is everything a thumbnail's pixels depend on.
type proof struct {
	figure *figure.Figure
	side   plan.Side
	tones  Tones
	dark   bool
	w, h   int
}

// print is a thumbnail that is painted when it is first asked for, and once, whoever asks.
type print struct {
	once sync.Once
	img  *image.RGBA
}

// prints keeps the thumbnails that were painted. When it is full it starts again: a screen shows far fewer, and painting
// one takes two milliseconds, about as long as it would take to read it from the disk.
var prints = struct {
	sync.Mutex
	of map[proof]*print
}{of: map[proof]*print{}}

const mostPrints = 400

// press is what paints thumbnails; its memory is used again and again.
type press struct {
	scene   figure.Scene
	painter figure.Painter
}

var presses = sync.Pool{New: func() any { return &press{} }}

// printed is the picture of a proof. It may be asked for on any goroutine.
func printed(k proof) *image.RGBA {
	prints.Lock()
	p, ok := prints.of[k]
	if !ok {
		if len(prints.of) >= mostPrints {
			clear(prints.of)
		}
		p = &print{}
		prints.of[k] = p
	}
	prints.Unlock()
	p.once.Do(func() {
		at := presses.Get().(*press)
		p.img = at.print(k)
		presses.Put(at)
	})
	return p.img
}

func (p *press) print(k proof) *image.RGBA {
	o := figure.All()
	o.Side, o.Build = SideOf(k.side), k.tones.Figure
	img := image.NewRGBA(image.Rect(0, 0, k.w, k.h))
	palette := k.tones.paletteFor(k.dark)
	frame := p.scene.Frame(k.figure, o)
	p.painter.Paint(img, &p.scene, &palette, frame)
	return img
}

// Album is a set of exercises whose thumbnails are seen together, all of one size. As soon as one of them is painted so
// are the others, in their order and beside the window's own work, so that scrolling to one never waits for it. Painting is the one
// thing in this package that is done off Fyne's goroutine.
type Album struct {
	list  []*exercise.Exercise
	tones Tones
	begun proof // the size and theme last painted for
	done  sync.WaitGroup
}

// NewAlbum makes an album; the thumbnails join it with Thumb.In.
func NewAlbum(list []*exercise.Exercise, tones Tones) *Album {
	return &Album{list: list, tones: tones}
}

// Begin paints the pictures before the first of them is asked for: thumbnails will be of that size (units). Until any
// thumbnail has been painted nobody knows how large that is on the screen, and nothing is done.
func (a *Album) Begin(size fyne.Size) {
	if density > 0 {
		a.print(int(math.Round(float64(size.Width*density))), int(math.Round(float64(size.Height*density))))
	}
}

// density is how many pixels a unit had when a thumbnail was last painted.
var density float32

// print paints all pictures at a size in pixels, unless that is under way or done.
func (a *Album) print(w, h int) {
	size := proof{tones: a.tones, dark: look.Dark(), w: w, h: h}
	if a.begun == size {
		return
	}
	a.begun = size
	var next atomic.Int64
	// One core is left to the window, which has a screen to lay out and to draw at the same moment.
	for range max(runtime.GOMAXPROCS(0)-1, 1) {
		a.done.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(a.list) {
					return
				}
				if e := a.list[i]; e.Figure != nil {
					k := size
					k.figure, k.side = e.Figure, FaceSide(e)
					printed(k)
				}
			}
		})
	}
}
