package build

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// The measures of a row.
const (
	entryThumbWidth, entryThumbHeight = 74, 56
	entryPad                          = 7
	entryGap                          = 10
	plusDisc                          = 26
)

var entryThumb = fyne.NewSize(entryThumbWidth, entryThumbHeight)

func lineOf(size float32, bold bool) float32 {
	return fyne.MeasureText("Ág", look.Size(size), fyne.TextStyle{Bold: bold}).Height
}

// entryLines is how many lines there are for the name and what stands below it together, and how many of them the name may
// take. Large letters need more.
func entryLines() (all, name int) {
	if look.Size(1) > 1.6 {
		return 5, 3
	}
	return 3, 2
}

// mostEntryLines is the most that entryLines asks for.
const mostEntryLines = 5

// entryHeight is the height of every row in the text size in force.
func entryHeight() float32 {
	all, name := entryLines()
	return max(entryThumbHeight, float32(name)*lineOf(look.Body, true)+float32(all-name)*lineOf(look.Small, false)) + 2*entryPad
}

// entryRow is the face of an entry. It is used again for another when its own has gone out of sight.
type entryRow struct {
	shown entry
	width float32 // laid out for

	box              *fyne.Container
	back, over, ring *canvas.Rectangle
	thumb            *parts.Thumb
	lines            []*canvas.Text // name, then about
	named            int            // how many of them are the name's
	icon             *canvas.Image
	disc             *canvas.Circle
	plus             *canvas.Image
}

func newEntryRow(tones parts.Tones, album *parts.Album) *entryRow {
	r := &entryRow{
		back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		icon: canvas.NewImageFromResource(nil), disc: canvas.NewCircle(nil), plus: canvas.NewImageFromResource(nil),
		thumb: parts.NewThumb(nil, "", tones, entryThumb),
	}
	if album != nil {
		r.thumb.In(album)
	}
	for _, o := range []*canvas.Rectangle{r.back, r.over} {
		o.CornerRadius = look.ControlRadius
	}
	r.ring.CornerRadius, r.ring.StrokeWidth = look.ControlRadius, 2
	r.icon.FillMode, r.plus.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	r.box = container.NewWithoutLayout(r.back, r.over, r.thumb, r.icon)
	for range mostEntryLines {
		t := canvas.NewText("", nil)
		r.lines = append(r.lines, t)
		r.box.Add(t)
	}
	r.box.Objects = append(r.box.Objects, r.disc, r.plus, r.ring)
	r.restyle()
	return r
}

// set shows another entry.
func (r *entryRow) set(e entry, width float32) {
	r.shown, r.width = e, 0
	r.thumb.Rest()
	r.thumb.Set(e.exercise, parts.FaceSide(e.exercise))
	r.restyle()
	r.lay(width)
}

// place moves the row to where it is seen.
func (r *entryRow) place(y, width float32) {
	if width != r.width {
		r.lay(width)
	}
	parts.Put(r.box, 0, y, width, entryHeight())
}

// lay sets everything out for a width.
func (r *entryRow) lay(width float32) {
	r.width = width
	h := entryHeight()
	for _, o := range []fyne.CanvasObject{r.back, r.over} {
		parts.Put(o, 0, 0, width, h)
	}
	parts.Put(r.ring, 1, 1, width-2, h-2)
	parts.Put(r.thumb, entryPad, (h-entryThumbHeight)/2, entryThumbWidth, entryThumbHeight)
	x := float32(entryPad + entryThumbWidth + entryGap)
	room := width - x - entryPad
	r.wrap(room)
	nh, ah := lineOf(look.Body, true), lineOf(look.Small, false)
	high := float32(0)
	for i, t := range r.lines {
		if t.Text != "" {
			high += r.high(i, nh, ah)
		}
	}
	y := (h - high) / 2
	edge := look.Size(14)
	for i, t := range r.lines {
		at := x
		if i == r.named && r.shown.icon != "" && !r.alone() {
			parts.Put(r.icon, x, y+(ah-edge)/2, edge, edge)
			at += edge + look.S1
		}
		parts.Put(t, at, y, room, r.high(i, nh, ah))
		y += r.high(i, nh, ah)
	}
	if r.alone() {
		const large = 24
		parts.Put(r.icon, entryPad+(entryThumbWidth-large)/2, (h-large)/2, large, large)
	}
	parts.Put(r.disc, r.plusAt().X, r.plusAt().Y, plusDisc, plusDisc)
	const inner = 16
	parts.Put(r.plus, r.plusAt().X+(plusDisc-inner)/2, r.plusAt().Y+(plusDisc-inner)/2, inner, inner)
}

// alone reports whether the icon stands in the place of a picture.
func (r *entryRow) alone() bool { return r.shown.exercise == nil }

func (r *entryRow) high(i int, name, about float32) float32 {
	if i < r.named {
		return name
	}
	return about
}

// wrap breaks the words for a width: the name into two lines at most, or three large ones, what stands below it into those that are left.
func (r *entryRow) wrap(room float32) {
	bold := fyne.TextStyle{Bold: true}
	all, most := entryLines()
	name := atMost(r.shown.name, look.Size(look.Body), bold, room, most)
	first := room
	if r.shown.icon != "" && !r.alone() {
		first -= look.Size(14) + look.S1
	}
	about := atMost(r.shown.about, look.Size(look.Small), fyne.TextStyle{}, first, all-len(name))
	r.named = len(name)
	for i, t := range r.lines {
		switch {
		case i < len(name):
			t.Text, t.TextStyle, t.TextSize = name[i], bold, look.Size(look.Body)
		case i-len(name) < len(about):
			t.Text, t.TextStyle, t.TextSize = about[i-len(name)], fyne.TextStyle{}, look.Size(look.Small)
		default:
			t.Text = ""
		}
		t.Color = r.ink(i)
		t.Refresh()
	}
}

func (r *entryRow) ink(i int) color.Color {
	switch {
	case i < r.named:
		return look.Color(look.Ink)
	case r.shown.icon != "" && r.shown.role == look.DangerInk:
		return look.Color(look.DangerInk)
	}
	return look.Color(look.Quiet)
}

// atMost breaks a text into so many lines at most; the last ends in "…" where more would follow.
func atMost(text string, size float32, style fyne.TextStyle, room float32, most int) []string {
	if text == "" || most <= 0 {
		return nil
	}
	lines := parts.Wrap(text, size, style, room)
	if len(lines) <= most {
		return lines
	}
	rest := lines[most-1]
	for _, l := range lines[most:] {
		rest += " " + l
	}
	return append(lines[:most-1:most-1], parts.Shorten(rest, size, style, room))
}

// plusAt is where the + stands: on the picture's upper right corner.
func (r *entryRow) plusAt() fyne.Position {
	return fyne.NewPos(entryPad+entryThumbWidth-plusDisc-2, (entryHeight()-entryThumbHeight)/2+2)
}

// onPlus reports whether a place on the row is on the +, or so near that nothing else can be meant.
func (r *entryRow) onPlus(at fyne.Position) bool {
	p, over := r.plusAt(), (look.Target-plusDisc)/2
	return r.shown.plus && at.X >= p.X-over && at.X < p.X+plusDisc+over && at.Y >= p.Y-over && at.Y < p.Y+plusDisc+over
}

// dress shows whether the entry is chosen, pointed at and reached by the keyboard.
func (r *entryRow) dress(chosen, hovered, focused bool) {
	parts.Show(r.back, chosen)
	parts.Show(r.over, hovered && !chosen)
	parts.Show(r.ring, focused)
	plus := r.shown.plus && (hovered || focused)
	parts.Show(r.disc, plus)
	parts.Show(r.plus, plus)
}

// restyle takes on the theme in force.
func (r *entryRow) restyle() {
	r.back.FillColor, r.over.FillColor = look.Color(look.AccentWash), look.Color(look.Hover)
	r.ring.StrokeColor = look.Color(look.Focus)
	r.disc.FillColor, r.disc.StrokeColor, r.disc.StrokeWidth = look.Color(look.Card), look.Color(look.AccentInk), 1
	r.plus.Resource = look.IconIn(look.IconPlus, look.AccentInk)
	parts.Show(r.icon, r.shown.icon != "")
	parts.Show(r.thumb, !r.alone())
	if r.shown.icon != "" {
		r.icon.Resource = look.IconIn(r.shown.icon, r.shown.role)
	}
	for i, t := range r.lines {
		t.Color = r.ink(i)
	}
	r.box.Refresh()
}
