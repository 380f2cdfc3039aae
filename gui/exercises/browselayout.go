package exercises

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// asideWidth is how wide the filters are beside the cards.
func asideWidth() float32 { return look.Size(272) }

// roomBeside reports whether there is room for the filters beside two cards.
func (b *browse) roomBeside(width float32) bool {
	return width-2*sidesAt(width) >= asideWidth()+gutter+b.shelf.RoomFor(2)
}

// sidesAt is the room left and right; a narrow window has less to give.
func sidesAt(width float32) float32 { return min(sides, width*0.04) }

// CreateRenderer lays the screen out: title and search on top, the filters at the left and the cards beside them; in a
// narrow window the filters open above the cards.
func (b *browse) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{b.title, b.count, b.search, b.toggler, b.left, b.scroll}}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Place = func(size fyne.Size) {
		pad := sidesAt(size.Width)
		if wide := b.roomBeside(size.Width); wide != b.wide || len(b.aside.Objects)+len(b.above.Objects) == 0 {
			b.wide = wide
			b.arrange()
		}
		parts.Show(b.toggler, !b.wide)
		parts.Show(b.left, b.wide)
		y := b.layoutHead(size.Width, pad)
		x := pad
		if b.wide {
			parts.Put(b.left, x-rim, y, asideWidth()+rim+bar, size.Height-y)
			x += asideWidth() + gutter
		}
		parts.Put(b.scroll, x-rim, y, size.Width-pad-x+rim+bar, size.Height-y)
		b.look()
	}
	r.Renew = func() {
		if s := b.Size(); !s.IsZero() {
			r.Place(s)
		}
		b.title.Refresh()
		b.count.Refresh()
	}
	return r
}

// The scrolls keep a little room of their own: at the left for the focus rings, at the right also for their bars.
const (
	rim = look.S1
	bar = 14
)

// beside places the one thing in a scroll.
func beside(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	w := width - rim - bar
	h := parts.HeightFor(o[0], w)
	if at != nil {
		at(o[0], fyne.NewPos(rim, topPad), fyne.NewSize(w, h))
	}
	return topPad + h + look.S6
}

// layoutHead places what stands above and answers where it ends.
func (b *browse) layoutHead(width, pad float32) float32 {
	title, count, search := b.title.MinSize(), b.count.MinSize(), b.search.MinSize()
	inner := width - 2*pad
	y := look.S6
	parts.Put(b.title, pad, y, min(title.Width, inner), title.Height)
	base := y + title.Height - count.Height - 3
	parts.Put(b.count, pad+title.Width+look.S3, base, max(min(count.Width, inner-title.Width-look.S3), 0), count.Height)
	field := min(look.Size(320), inner)
	switchWidth := float32(0)
	if !b.wide {
		switchWidth = b.toggler.MinSize().Width + look.S2
	}
	if title.Width+count.Width+look.S6+look.Size(200)+switchWidth <= inner {
		field = min(field, inner-title.Width-count.Width-look.S6-switchWidth)
		parts.Put(b.search, pad+inner-field, y+(title.Height-search.Height)/2, field, search.Height)
		if !b.wide {
			parts.Put(b.toggler, pad+inner-field-switchWidth, y+(title.Height-search.Height)/2, switchWidth-look.S2, search.Height)
		}
		return y + max(title.Height, search.Height) + look.S3
	}
	y += title.Height + look.S2
	parts.Put(b.search, pad, y, inner-switchWidth, search.Height)
	if !b.wide {
		parts.Put(b.toggler, pad+inner-switchWidth+look.S2, y, switchWidth-look.S2, search.Height)
	}
	return y + search.Height + look.S3
}

// showNone says that nothing is left, and what to drop to get some back.
func (b *browse) showNone(on bool) {
	b.none.Objects = nil
	parts.Show(b.none, on)
	parts.Show(b.own, !on)
	if !on {
		return
	}
	rows := []fyne.CanvasObject{
		parts.NewLabel(look.T("exercises.none", "Nothing is all of this at once"), look.CardTitle, look.Ink, true).SetAlign(fyne.TextAlignCenter),
	}
	var drops []fyne.CanvasObject
	for _, d := range b.drops() {
		drops = append(drops, parts.NewButton(d.label, look.IconClose, d.do).SetCompact(true).SetRank(parts.Warm))
	}
	about := look.T("exercises.none-drop", "Leave one of these out and some come back:")
	if len(drops) == 0 {
		about = look.T("exercises.none-clear", "Begin again and look around:")
	}
	rows = append(rows, parts.NewParagraph(about, look.Body, look.Quiet).SetAlign(fyne.TextAlignCenter))
	drops = append(drops, parts.NewButton(look.T("exercises.clear", "Clear all"), "", b.clear).SetCompact(true))
	rows = append(rows, parts.NewPlaced(centred, drops...))
	if e := b.s.in.Library.Catalogue.Get("rest-90-90"); e != nil {
		picture := parts.NewThumb(e, parts.FaceSide(e), b.tones, fyne.NewSize(look.Size(160), look.Size(120))).SetBare(true)
		rows = append([]fyne.CanvasObject{picture}, rows...)
	}
	b.none.Add(parts.NewCard(parts.NewColumn(look.S3, rows...)).SetPadding(look.S6))
}

// drop is a choice that keeps everything back.
type drop struct {
	label string
	left  int // what comes back without it
	do    func()
}

// drops are the choices, and the search, that bring something back when they alone are left out; what brings most first.
func (b *browse) drops() []drop {
	var out []drop
	add := func(name string, f exercise.Filter, do func()) {
		if n := f.Count(b.all); n > 0 {
			label := look.T("exercises.without", "Without {{.What}}: {{.N}}", map[string]any{"What": name, "N": n})
			out = append(out, drop{label, n, do})
		}
	}
	if b.filter.Text != "" {
		f := b.filter
		f.Text = ""
		add("“"+b.filter.Text+"”", f, func() { b.search.SetText("") })
	}
	for _, c := range b.filter.Choices {
		add(look.Choice(c), b.filter.Without(c), func() { b.toggle(c) })
	}
	slices.SortStableFunc(out, func(a, b drop) int { return b.left - a.left })
	return out
}

// centred sets objects one after the other like words, each line in the middle.
func centred(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S2
	y := float32(0)
	for i := 0; i < len(objects); {
		n, used, high := i, -gap, float32(0)
		for n < len(objects) {
			m := objects[n].MinSize()
			if n > i && used+gap+min(m.Width, width) > width {
				break
			}
			used, high, n = used+gap+min(m.Width, width), max(high, m.Height), n+1
		}
		x := (width - used) / 2
		for ; i < n; i++ {
			m := objects[i].MinSize()
			m.Width = min(m.Width, width)
			if at != nil {
				at(objects[i], fyne.NewPos(x, y), m)
			}
			x += m.Width + gap
		}
		y += high + gap
	}
	return max(y-gap, 0)
}

// isExercise reports whether a file lies among the exercises.
func isExercise(path string) bool { return filepath.Base(filepath.Dir(path)) == "exercises" }
