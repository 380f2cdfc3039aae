package settings

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// month is a leaf of the calendar to choose days from: a tap, or the arrows and Space. Page Up and Page Down turn the
// leaf. The days chosen, first to last, are filled; today is ringed.
type month struct {
	widget.BaseWidget
	name        string
	chosen      func(day time.Time)
	today       time.Time
	at          time.Time // the day the keyboard is on; its month is shown
	first, last time.Time // chosen; zero is none
	focused     bool
	hover       int // the cell under the pointer, or -1
}

var (
	_ fyne.Focusable    = (*month)(nil)
	_ fyne.Tappable     = (*month)(nil)
	_ desktop.Hoverable = (*month)(nil)
)

func newMonth(name string, chosen func(time.Time)) *month {
	w := &month{name: name, chosen: chosen, hover: -1}
	w.ExtendBaseWidget(w)
	return w
}

// show opens the leaf of a day, with the days chosen.
func (w *month) show(today, at, first, last time.Time) {
	w.today, w.at, w.first, w.last = today, at, first, last
	w.Refresh()
}

// The cells: 7 columns, 6 rows, counted from the Monday on or before the first of the month.
const (
	monthColumns = 7
	monthRows    = 6
)

func (w *month) begin() time.Time {
	first := time.Date(w.at.Year(), w.at.Month(), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
}

// turn goes some months on, to the same day or the last of a shorter month.
func (w *month) turn(n int) {
	first := time.Date(w.at.Year(), w.at.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	days := first.AddDate(0, 1, -1).Day()
	w.at = first.AddDate(0, 0, min(w.at.Day(), days)-1)
	w.Refresh()
}

func (w *month) choose(day time.Time) {
	w.at = day
	w.Refresh()
	w.chosen(day)
}

// TypedKey moves from day to day.
func (w *month) TypedKey(e *fyne.KeyEvent) {
	days := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		w.at = w.at.AddDate(0, 0, days[e.Name])
		w.Refresh()
	case fyne.KeyPageUp:
		w.turn(-1)
	case fyne.KeyPageDown:
		w.turn(1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		w.choose(w.at)
	default:
		parts.PassOn(w, e)
	}
}

func (w *month) TypedRune(rune) {}
func (w *month) FocusGained()   { w.focused = true; w.Refresh(); parts.Reveal(w) }
func (w *month) FocusLost()     { w.focused = false; w.Refresh() }

// head is the height of the line with the month's name.
func (w *month) head() float32 { return look.Target }

func (w *month) cell() fyne.Size {
	s := w.Size()
	return fyne.NewSize(s.Width/monthColumns, (s.Height-w.head())/(monthRows+1))
}

// under is the cell at a place, -1 where there is none.
func (w *month) under(p fyne.Position) int {
	c := w.cell()
	col, row := int(p.X/c.Width), int((p.Y-w.head())/c.Height)-1
	if p.Y < w.head()+c.Height || col < 0 || col >= monthColumns || row >= monthRows {
		return -1
	}
	return row*monthColumns + col
}

// Tapped chooses the day under the pointer, or turns the leaf.
func (w *month) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		c.Focus(w)
	}
	if i := w.under(e.Position); i >= 0 {
		w.choose(w.begin().AddDate(0, 0, i))
	} else if e.Position.Y < w.head() && e.Position.X < look.Target {
		w.turn(-1)
	} else if e.Position.Y < w.head() && e.Position.X > w.Size().Width-look.Target {
		w.turn(1)
	}
}

func (w *month) MouseIn(e *desktop.MouseEvent) { w.MouseMoved(e) }
func (w *month) MouseOut()                     { w.hover = -1; w.Refresh() }

func (w *month) MouseMoved(e *desktop.MouseEvent) {
	if i := w.under(e.Position); i != w.hover {
		w.hover = i
		w.Refresh()
	}
}

// AccessibilityLabel is what a screen reader says.
func (w *month) AccessibilityLabel() string { return w.name + ": " + dayWords(w.at) }

// AccessibilityRole says that it can be pressed.
func (w *month) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the leaf.
func (w *month) CreateRenderer() fyne.WidgetRenderer {
	title, back, on := canvas.NewText("", nil), canvas.NewImageFromResource(nil), canvas.NewImageFromResource(nil)
	title.Alignment = fyne.TextAlignCenter
	back.FillMode, on.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	r := &drawn{objects: []fyne.CanvasObject{title, back, on}}
	text := func() *canvas.Text {
		t := canvas.NewText("", nil)
		t.Alignment = fyne.TextAlignCenter
		return t
	}
	var names, days []*canvas.Text
	var faces []*canvas.Rectangle
	for range monthColumns {
		names = append(names, text())
	}
	for range monthColumns * monthRows {
		faces, days = append(faces, canvas.NewRectangle(nil)), append(days, text())
	}
	for i := range faces {
		r.objects = append(r.objects, faces[i])
	}
	for _, t := range append(names, days...) {
		r.objects = append(r.objects, t)
	}
	r.min = func() fyne.Size {
		m := fyne.MeasureText("00", look.Size(look.Body), fyne.TextStyle{Bold: true})
		return fyne.NewSize(monthColumns*(m.Width+look.S3), w.head()+(monthRows+1)*(m.Height+look.S2))
	}
	r.draw = func(s fyne.Size) {
		put := func(o fyne.CanvasObject, x, y, w, h float32) {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
		}
		write := func(t *canvas.Text, says string, size float32, role look.Role, bold bool, x, y, w, h float32) {
			t.Text, t.TextSize, t.Color, t.TextStyle = says, look.Size(size), look.Color(role), fyne.TextStyle{Bold: bold}
			m := t.MinSize().Height
			put(t, x, y+(h-m)/2, w, m)
		}
		head, c := w.head(), w.cell()
		write(title, monthWords(w.at), look.Body, look.Ink, true, 0, 0, s.Width, head)
		back.Resource, on.Resource = look.IconIn(look.IconChevronLeft, look.Quiet), look.IconIn(look.IconChevronRight, look.Quiet)
		edge := look.Size(18)
		put(back, (look.Target-edge)/2, (head-edge)/2, edge, edge)
		put(on, s.Width-(look.Target+edge)/2, (head-edge)/2, edge, edge)
		for i, t := range names {
			write(t, dayInitials(week[i]), look.Small, look.Quiet, false, float32(i)*c.Width, head, c.Width, c.Height)
		}
		begin := w.begin()
		for i, t := range days {
			day := begin.AddDate(0, 0, i)
			x, y := float32(i%monthColumns)*c.Width, head+float32(i/monthColumns+1)*c.Height
			role, face := look.Ink, faces[i]
			if day.Month() != w.at.Month() {
				role = look.Quiet
			}
			face.FillColor, face.StrokeColor, face.StrokeWidth, face.CornerRadius = nil, nil, 0, 8
			chosen := !w.first.IsZero() && !day.Before(w.first) && !day.After(w.last)
			switch {
			case chosen:
				role, face.FillColor = look.OnAccent, look.Color(look.Accent)
			case i == w.hover:
				face.FillColor = look.Color(look.Hover)
			}
			if day.Equal(w.today) {
				face.StrokeColor, face.StrokeWidth = look.Color(look.Quiet), 1
			}
			if w.focused && day.Equal(w.at) {
				face.StrokeColor, face.StrokeWidth = look.Color(look.Focus), 2.5
			}
			put(face, x+1, y+1, c.Width-2, c.Height-2)
			write(t, strconv.Itoa(day.Day()), look.Body, role, chosen || day.Equal(w.today), x, y, c.Width, c.Height)
		}
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}
