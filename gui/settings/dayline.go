package settings

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/breaks"
	"catcow/routines/exercise"
)

// today is a day and its breaks, as the line shows them.
type today struct {
	now   time.Time
	hours []breaks.Span // working hours
	marks []breaks.Mark
}

// dayLine is the hours of a day on a line: thick where there is work, a mark for each break with its time above it, the
// hours below it, and where the day stands. Kinds differ in shape; what is over is hollow.
type dayLine struct {
	widget.BaseWidget
	today today
	words string // all of it, for who cannot see it
}

func newDayLine() *dayLine {
	l := &dayLine{}
	l.ExtendBaseWidget(l)
	return l
}

func (l *dayLine) set(t today, words string) {
	l.today, l.words = t, words
	l.Refresh()
}

// AccessibilityLabel is what a screen reader says.
func (l *dayLine) AccessibilityLabel() string { return l.words }

// AccessibilityRole says that this is text.
func (l *dayLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// clock is a moment by the clock on the wall, since the midnight of the day that is shown; on a day with another number
// of hours than 24 it still names the same place on the line.
func (t today) clock(at time.Time) time.Duration {
	y, m, d := at.Date()
	days := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(date(t.now))
	return days + time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute + time.Duration(at.Second())*time.Second
}

// The hours of a day on which people are up, shown when no working hours say more.
const (
	earliest = 7 * time.Hour
	fullDay  = 24 * time.Hour
)

// allDay reports whether no hours were chosen.
func (t today) allDay() bool {
	return len(t.hours) == 1 && t.clock(t.hours[0].From) <= 0 && t.clock(t.hours[0].To) >= fullDay
}

// bounds are the full hours the line runs from and to.
func (t today) bounds() (from, to time.Duration) {
	from, to = t.clock(t.now), t.clock(t.now)
	add := func(d time.Duration) { from, to = min(from, d), max(to, d) }
	for _, m := range t.marks {
		add(t.clock(m.At))
	}
	switch {
	case t.allDay():
		add(earliest)
		add(fullDay)
	case len(t.hours) == 0:
		add(9 * time.Hour)
		add(17 * time.Hour)
	default:
		add(t.clock(t.hours[0].From))
		add(t.clock(t.hours[len(t.hours)-1].To))
	}
	from = max(from.Truncate(time.Hour), 0)
	to = min((to + time.Hour - 1).Truncate(time.Hour), fullDay)
	return from, max(to, from+time.Hour)
}

// next is the first mark that is still to come, or -1.
func (t today) next() int {
	for i, m := range t.marks {
		if !m.Past {
			return i
		}
	}
	return -1
}

// measures of the line, in units.
type lineMeasures struct {
	text, bar, mark float32
	side            float32 // room left and right, so that the marks and words at the ends fit
}

func (l *dayLine) measures() lineMeasures {
	text := fyne.MeasureText("00:00", look.Size(look.Small), fyne.TextStyle{Bold: true})
	return lineMeasures{text: text.Height, bar: look.Size(28), mark: look.Size(7), side: text.Width / 2}
}

// along is where a moment lies at a width.
func (l *dayLine) along(d time.Duration, width float32) float32 {
	from, to := l.today.bounds()
	side := l.measures().side
	return side + (width-2*side)*min(max(float32(d-from)/float32(to-from), 0), 1)
}

// markSize is half the height of a mark: less where marks lie close.
func (l *dayLine) markSize() float32 {
	size, width := l.measures().mark, l.Size().Width
	last := -width
	for _, m := range l.today.marks {
		x := l.along(l.today.clock(m.At), width)
		size, last = min(size, (x-last)/3.6), x
	}
	return max(size, look.Size(3.5))
}

// CreateRenderer draws the line.
func (l *dayLine) CreateRenderer() fyne.WidgetRenderer {
	picture := &canvas.Raster{ScaleMode: canvas.ImageScalePixels}
	var paint linePainter
	picture.Generator = func(w, h int) image.Image { return paint.paint(w, h, l) }
	r := &lineRenderer{l: l, picture: picture}
	r.write()
	return r
}

type lineRenderer struct {
	l       *dayLine
	picture *canvas.Raster
	objects []fyne.CanvasObject
}

func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Layout(fyne.Size)             { r.write() }

func (r *lineRenderer) MinSize() fyne.Size {
	m := r.l.measures()
	return fyne.NewSize(look.Size(240), 2*m.text+m.bar+2*look.S2)
}

func (r *lineRenderer) Refresh() {
	r.write()
	for _, o := range r.objects {
		o.Refresh()
	}
}

// write puts the picture and the words round it in their places. Words that would run into others are left out, the
// least needed first: the text under the line says them all.
func (r *lineRenderer) write() {
	l, t, m := r.l, r.l.today, r.l.measures()
	width := l.Size().Width
	r.objects = []fyne.CanvasObject{r.picture}
	r.picture.Move(fyne.NewPos(0, m.text+look.S1))
	r.picture.Resize(fyne.NewSize(width, m.bar+look.S1))
	if width <= 2*m.side || t.now.IsZero() {
		return
	}
	above, below := &textRow{r: r}, &textRow{r: r, y: m.text + look.S1 + m.bar + look.S2}
	if next := t.next(); next >= 0 {
		above.put(clockWords(t.marks[next].At), l.along(t.clock(t.marks[next].At), width), look.Ink, true)
	}
	for _, kinds := range [][]breaks.Kind{{breaks.Daily}, {breaks.Long}, {breaks.Short, ""}} {
		for _, mark := range t.marks {
			if mark.Kind == kinds[0] || mark.Kind == kinds[len(kinds)-1] {
				above.put(clockWords(mark.At), l.along(t.clock(mark.At), width), look.Quiet, false)
			}
		}
	}
	now := look.T("settings.breaks.now", "now {{.Time}}", map[string]any{"Time": clockWords(t.now)})
	below.put(now, l.along(t.clock(t.now), width), look.Ink, true)
	from, to := t.bounds()
	for h := from; h <= to; h += time.Hour {
		below.put(look.T("settings.breaks.hour", "{{.N}}", map[string]any{"N": int(h / time.Hour)}), l.along(h, width), look.Quiet, false)
	}
}

// textRow is a row of words that keep out of each other's way.
type textRow struct {
	r     *lineRenderer
	y     float32
	taken [][2]float32
}

// put writes a word with its middle at x, pushed in at the ends, if there is room.
func (w *textRow) put(text string, x float32, role look.Role, bold bool) {
	t := look.Text(text, look.Small, role, bold)
	size := t.MinSize()
	x = min(max(x-size.Width/2, 0), max(w.r.l.Size().Width-size.Width, 0))
	for _, o := range w.taken {
		if x < o[1]+look.S2 && o[0]-look.S2 < x+size.Width {
			return
		}
	}
	w.taken = append(w.taken, [2]float32{x, x + size.Width})
	t.Move(fyne.NewPos(x, w.y))
	t.Resize(size)
	w.r.objects = append(w.r.objects, t)
}

func clockWords(t time.Time) string { return t.Format("15:04") }

// markColour is the colour of a break: that of rest.
func markColour() color.NRGBA {
	c := look.Kind(exercise.Release)
	if look.Dark() {
		return c.Base
	}
	return c.Deep
}
