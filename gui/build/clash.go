package build

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
)

// clash shows two versions of a routine side by side, line by line, comments and all: the one that is written here and the
// one that something else has put into the file. Lines that are alike stand in the middle, the others at their side with
// a sign. It asks which to keep; whichever it is, the other one can be had back.
type clash struct {
	widget.BaseWidget
	s    *Screen
	disk []byte
	on   bool

	title, about *parts.Label
	mine, theirs *parts.Label
	lines        *versions
	scroll       *parts.Scroll
	buttons      []*parts.Button
	row          *parts.Flow
}

func newClash(s *Screen) *clash {
	c := &clash{s: s, lines: newVersions()}
	c.title = parts.NewParagraph("", look.ScreenTitle, look.Ink).SetBold(true)
	c.about = parts.NewParagraph(look.T("build.clash.about", "Something else has written into this file while you were changing the routine here. Nothing is lost: an undo brings the other version back."), look.Body, look.Quiet)
	c.mine = parts.NewLabel(look.T("build.clash.mine", "− Yours, written here"), look.Body, look.Ink, true)
	c.theirs = parts.NewLabel(look.T("build.clash.theirs", "+ In the file now"), look.Body, look.Ink, true)
	c.scroll = parts.NewScroll(c.lines)
	c.scroll.OnScrolled(func(y float32) { c.lines.see(y, y+c.scroll.Size().Height) })
	c.buttons = []*parts.Button{
		parts.NewButton(look.T("build.clash.keep", "Keep mine"), look.IconSave, s.keepMine).SetRank(parts.Primary),
		parts.NewButton(look.T("build.clash.take", "Take the file's"), look.IconCheck, s.takeTheirs),
		parts.NewButton(look.T("build.clash.apart", "Save mine under another name"), look.IconCopy, s.saveMineApart),
		parts.NewButton(look.T("build.clash.later", "Decide later"), "", s.putClashOff).SetRank(parts.Bare),
	}
	row := make([]fyne.CanvasObject, len(c.buttons))
	for i, b := range c.buttons {
		row[i] = b
	}
	c.row = parts.NewFlow(look.S2, row...)
	c.ExtendBaseWidget(c)
	return c
}

// open shows two versions of the file of an id.
func (c *clash) open(id string, mine, disk []byte) {
	c.on, c.disk = true, disk
	c.title.SetText(look.T("build.clash.title", "{{.File}} has two versions", map[string]any{"File": id + ".toml"}))
	c.lines.set(draft.Differences(mine, disk))
	c.scroll.ToTop()
	c.Refresh()
}

func (c *clash) close() { c.on, c.disk = false, nil }

func (c *clash) active() bool { return c.on }

func (c *clash) first() fyne.Focusable { return c.buttons[0] }

// key scrolls the versions, and puts the question off on Esc.
func (c *clash) key(k fyne.KeyName) bool {
	const step = 60
	at, page := c.scroll.Offset(), c.scroll.Size().Height-step
	switch k {
	case fyne.KeyEscape:
		c.s.putClashOff()
	case fyne.KeyUp:
		c.scroll.ScrollTo(max(at-step, 0))
	case fyne.KeyDown:
		c.scroll.ScrollTo(at + step)
	case fyne.KeyPageUp:
		c.scroll.ScrollTo(max(at-page, 0))
	case fyne.KeyPageDown:
		c.scroll.ScrollTo(at + page)
	default:
		return false
	}
	return true
}

// Contents lists what is shown.
func (c *clash) Contents() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.title, c.about, c.row, c.mine, c.theirs, c.scroll}
}

// CreateRenderer lays the versions out below the question.
func (c *clash) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	back.CornerRadius = look.CardRadius
	r := &parts.Drawing{Of: append([]fyne.CanvasObject{back}, c.Contents()...)}
	r.Place = func(size fyne.Size) {
		side := sideAt(size.Width)
		w := size.Width - 2*side
		y := float32(look.S5)
		for _, o := range []fyne.CanvasObject{c.title, c.about, c.row} {
			h := parts.HeightFor(o, w)
			parts.Put(o, side, y, w, h)
			y += h + look.S3
		}
		high := size.Height - y - look.S5
		parts.Put(back, side, y, w, high)
		h := c.mine.MinSize().Height
		half := w / 2
		parts.Put(c.mine, side+look.S4, y+look.S3, half-look.S4, h)
		parts.Put(c.theirs, side+half+look.S2, y+look.S3, half-look.S4, h)
		y += h + 2*look.S3 - 2
		parts.Put(c.scroll, side+look.S2, y, w-look.S3, size.Height-look.S5-y-look.S2)
		c.lines.see(c.scroll.Offset(), c.scroll.Offset()+c.scroll.Size().Height)
	}
	r.Renew = func() {
		back.FillColor = look.Color(look.Card)
		if s := c.Size(); !s.IsZero() {
			r.Place(s)
		}
		for _, o := range c.Contents() {
			o.Refresh()
		}
		canvas.Refresh(c)
	}
	r.Renew()
	return r
}

// versions are the lines of two texts side by side; long runs of lines that are alike are folded. Only those near what is
// seen are drawn.
type versions struct {
	widget.BaseWidget
	rows     []versionRow
	laid     measure
	top, end float32
}

type versionRow struct {
	draft.Line
	instead *draft.Line // the line of the other text that stands in place of this one, beside it; else nil
	folded  int         // so many lines alike; 0 for a line
	y       float32
	text    []string
	other   []string // of instead
	high    float32
}

func newVersions() *versions {
	v := &versions{}
	v.ExtendBaseWidget(v)
	return v
}

// context is how many lines that are alike stay around those that are not.
const context = 3

func (v *versions) set(lines []draft.Line) {
	v.rows, v.laid = v.rows[:0], measure{}
	near := func(i int) bool {
		for j := max(i-context, 0); j <= min(i+context, len(lines)-1); j++ {
			if lines[j].Where != draft.InBoth {
				return true
			}
		}
		return false
	}
	for i := 0; i < len(lines); i++ {
		n := 0
		for i+n < len(lines) && !near(i+n) {
			n++
		}
		if n >= context { // fewer are no longer than the line that says so
			v.rows = append(v.rows, versionRow{folded: n})
			i += n - 1
			continue
		}
		if lines[i].Where != draft.OnlyInA {
			v.rows = append(v.rows, versionRow{Line: lines[i]})
			continue
		}
		mine := run(lines[i:], draft.OnlyInA)
		theirs := run(lines[i+len(mine):], draft.OnlyInB)
		for j := range max(len(mine), len(theirs)) {
			switch {
			case j >= len(mine):
				v.rows = append(v.rows, versionRow{Line: theirs[j]})
			case j >= len(theirs):
				v.rows = append(v.rows, versionRow{Line: mine[j]})
			default:
				v.rows = append(v.rows, versionRow{Line: mine[j], instead: &theirs[j]})
			}
		}
		i += len(mine) + len(theirs) - 1
	}
	v.Refresh()
}

// run are the lines at the beginning that are in one place.
func run(lines []draft.Line, where draft.Where) []draft.Line {
	n := 0
	for n < len(lines) && lines[n].Where == where {
		n++
	}
	return lines[:n]
}

func (v *versions) see(top, end float32) {
	if v.top != top || v.end != end {
		v.top, v.end = top, end
		v.Refresh()
	}
}

var mono = fyne.TextStyle{Monospace: true}

// numbers is the room for a line's sign and number.
func numbers() float32 {
	return fyne.MeasureText("+ 0000", look.Size(look.Small), mono).Width + look.S2
}

func (v *versions) measure(width float32) {
	at := measure{width, look.Size(1)}
	if v.laid == at || width <= 0 {
		return
	}
	v.laid = at
	size, line := look.Size(look.Small), lineHeight(look.Small, mono)
	y := float32(0)
	for i := range v.rows {
		r := &v.rows[i]
		text := r.Text
		if r.folded > 0 {
			text = look.T("build.clash.alike", "… {{.Count}} lines alike", map[string]any{"Count": r.folded})
		}
		r.text = wrapKeeping(text, size, width/2-numbers()-look.S3)
		if r.instead != nil {
			r.other = wrapKeeping(r.instead.Text, size, width/2-numbers()-look.S3)
		}
		r.y, r.high = y, float32(max(len(r.text), len(r.other)))*line+2
		y += r.high
	}
}

// wrapKeeping wraps a line of a file and keeps the spaces it begins with.
func wrapKeeping(text string, size, width float32) []string {
	if fyne.MeasureText(text, size, mono).Width <= width {
		return []string{text}
	}
	letter := fyne.MeasureText("0", size, mono).Width
	n := max(int(width/letter), 4)
	var out []string
	for r := []rune(text); len(r) > 0; {
		k := min(n, len(r))
		out = append(out, string(r[:k]))
		r = r[k:]
	}
	return out
}

// HeightFor is the height the lines need at a width.
func (v *versions) HeightFor(width float32) float32 {
	v.measure(width)
	if len(v.rows) == 0 {
		return 0
	}
	last := v.rows[len(v.rows)-1]
	return last.y + last.high + look.S3
}

// CreateRenderer draws the lines near what is seen.
func (v *versions) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{}
	r.Least = func() fyne.Size { return fyne.NewSize(200, v.HeightFor(max(v.Size().Width, 200))) }
	r.Place = func(size fyne.Size) {
		v.measure(size.Width)
		r.Of = nil
		line, room := lineHeight(look.Small, mono), numbers()
		write := func(text string, x, y, w float32, role look.Role, align fyne.TextAlign) {
			t := look.Text(text, look.Small, role, false)
			t.TextStyle, t.Alignment = mono, align
			parts.Put(t, x, y, w, line)
			r.Of = append(r.Of, t)
		}
		half := size.Width / 2
		for _, row := range v.rows {
			if row.y+row.high < v.top-200 || row.y > v.end+200 {
				continue
			}
			if row.folded > 0 {
				write(row.text[0], 0, row.y, size.Width, look.Quiet, fyne.TextAlignCenter)
				continue
			}
			side := func(x float32, sign string, number int, lines []string, wash bool) {
				if wash {
					back := canvas.NewRectangle(look.Color(look.AccentWash))
					if sign == "−" {
						back.FillColor = look.Kind("release").Wash
					}
					back.CornerRadius = 4
					parts.Put(back, x, row.y, half-look.S1, row.high)
					r.Of = append(r.Of, back)
				}
				role := look.Quiet
				if wash {
					role = look.Ink
				}
				write(sign, x+look.S1, row.y, room, role, fyne.TextAlignLeading)
				write(strconv.Itoa(number), x, row.y, room-look.S2, look.Quiet, fyne.TextAlignTrailing)
				for i, text := range lines {
					write(text, x+room, row.y+float32(i)*line, half-room, role, fyne.TextAlignLeading)
				}
			}
			switch {
			case row.instead != nil:
				side(0, "−", row.A, row.text, true)
				side(half, "+", row.instead.B, row.other, true)
			case row.Where == draft.OnlyInA:
				side(0, "−", row.A, row.text, true)
			case row.Where == draft.OnlyInB:
				side(half, "+", row.B, row.text, true)
			default:
				side(0, "", row.A, row.text, false)
				side(half, "", row.B, row.text, false)
			}
		}
	}
	r.Renew = func() {
		if s := v.Size(); !s.IsZero() {
			r.Place(s)
		}
		canvas.Refresh(v)
	}
	return r
}
