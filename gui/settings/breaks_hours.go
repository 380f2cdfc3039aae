package settings

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/message"
	"catcow/routines/settings"
)

// week is the days of the week as they are shown; the first five are working days.
var week = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

const workingDays = 5

// What a day begins with when it gets its first hours, and its second.
const (
	firstRange = "09:00-17:00"
	morning    = "09:00-12:30"
	afternoon  = "13:30-17:00"
)

// breaksHours is when there are breaks at all: hours for each day of the week.
func (s *Screen) breaksHours() fyne.CanvasObject {
	var last breaks.Hours // what comes back when it is switched on again
	for _, day := range week[:workingDays] {
		*last.Day(day) = []string{firstRange}
	}
	title := look.T("settings.breaks.hours.on", "Only in working hours")
	on := newSwitch(title, func(on bool) {
		s.rules(func(r *breaks.Rules) {
			r.Hours = breaks.Hours{}
			if on {
				r.Hours = last
			}
		})
	})
	var rows []fyne.CanvasObject
	var names []string
	for _, day := range week {
		names = append(names, dayName(day))
	}
	for _, day := range week {
		rows = append(rows, s.weekday(day, dayRow(names)))
	}
	again := parts.NewButton(look.T("settings.breaks.hours.copy", "Monday's hours for Tuesday to Friday"), "", func() {
		s.rules(func(r *breaks.Rules) {
			for _, day := range week[1:workingDays] {
				*r.Hours.Day(day) = slices.Clone(r.Hours.Monday)
			}
		})
	}).SetCompact(true)
	rows = append(rows, parts.NewFlow(0, again))
	days := parts.NewColumn(look.S2, rows...)
	s.updates = append(s.updates, func(c settings.Settings) {
		any := hasHours(c.Breaks.Hours)
		on.set(any)
		if any {
			last = c.Breaks.Hours
		}
		parts.Show(days, any)
	})
	return group(look.T("settings.breaks.hours", "Working hours"),
		beside(title, look.T("settings.breaks.hours.about", "Otherwise breaks come all day, every day."), on), days)
}

func hasHours(h breaks.Hours) bool {
	return slices.ContainsFunc(week, func(d time.Weekday) bool { return len(*h.Day(d)) > 0 })
}

// hoursRow is a weekday with a field for each of its ranges. Fields are made once and shown as they are needed, so that
// the one that is typed into stays while another changes.
type hoursRow struct {
	s        *Screen
	day      time.Weekday
	fields   []*field
	places   []fyne.CanvasObject // each field and its way out
	free     fyne.CanvasObject
	more     *iconButton
	flow     *parts.Flow
	messages *fyne.Container
}

func (s *Screen) weekday(day time.Weekday, place parts.Placer) fyne.CanvasObject {
	r := &hoursRow{s: s, day: day, messages: parts.NewColumn(look.S1)}
	r.free = container.New(asRow{}, parts.NewLabel(look.T("settings.breaks.hours.free", "free"), look.Body, look.Quiet, false))
	r.more = newIconButton(look.IconPlus, look.T("settings.breaks.hours.add", "{{.Day}}: add hours", map[string]any{"Day": dayName(day)}), r.add)
	r.flow = parts.NewFlow(look.S2)
	name := parts.NewLabel(dayName(day), look.Body, look.Ink, false)
	s.updates = append(s.updates, func(c settings.Settings) { r.show(*c.Breaks.Hours.Day(day)) })
	return parts.NewPlaced(place, name, parts.NewColumn(look.S1, r.flow, r.messages))
}

func (r *hoursRow) show(ranges []string) {
	for len(r.fields) < len(ranges) {
		r.grow()
	}
	objects := make([]fyne.CanvasObject, 0, len(ranges)+2)
	for i, f := range r.fields {
		f.message.Hide()
		if i < len(ranges) {
			f.set(ranges[i])
			objects = append(objects, r.places[i])
			parts.Show(f.message, f.message.Text() != "")
		}
	}
	if len(ranges) == 0 {
		objects = append(objects, r.free)
	}
	r.flow.Set(append(objects, r.more)...)
	parts.Show(r.more, nextRange(ranges) != "")
}

// grow makes room for one more range.
func (r *hoursRow) grow() {
	i := len(r.fields)
	name := look.T("settings.breaks.hours.range", "{{.Day}}, hours {{.N}}", map[string]any{"Day": dayName(r.day), "N": i + 1})
	f := newField(name, "00:00-00:00", func(text string) (string, error) { return r.read(i, text) }, func(text string) {
		r.change(func(ranges []string) []string {
			ranges[i] = text
			return ranges
		})
	}, r.s.relayout)
	out := newIconButton(look.IconClose, look.T("settings.breaks.hours.remove", "{{.Day}}: take these hours out", map[string]any{"Day": dayName(r.day)}), func() {
		f.SetText("")
		f.commit()
		r.s.focus(r.more)
	})
	r.fields = append(r.fields, f)
	r.places = append(r.places, parts.NewRow(0, -1, f, out))
	r.messages.Add(f.message)
}

func (r *hoursRow) ranges() []string { return *r.s.in.Settings.Breaks.Hours.Day(r.day) }

// read reads the hours typed into a field; nothing at all takes them out.
func (r *hoursRow) read(i int, text string) (string, error) {
	if text == "" {
		return "", nil
	}
	var mine breaks.Range
	text, err := lenient(text, func(text string) (err error) {
		mine, err = breaks.ParseRange(text)
		return err
	})
	if err != nil {
		return "", err
	}
	for j, other := range r.ranges() {
		if o, err := breaks.ParseRange(other); err == nil && j != i && o.From < mine.To && mine.From < o.To {
			return "", message.New("settings.hours-overlap", "{{.Found}} and {{.Other}} overlap; make one of them shorter", "Found", text, "Other", other)
		}
	}
	return text, nil
}

// change changes the ranges of the day, kept in order. A day off for everybody would mean hours on no day, which are all
// hours: then the switch above is off.
func (r *hoursRow) change(f func([]string) []string) {
	r.s.rules(func(rules *breaks.Rules) {
		list := rules.Hours.Day(r.day)
		ranges := slices.DeleteFunc(f(slices.Clone(*list)), func(text string) bool { return text == "" })
		slices.Sort(ranges) // as text they sort as times do
		*list = ranges
	})
}

// add adds the next range that suggests itself.
func (r *hoursRow) add() {
	next := nextRange(r.ranges())
	if next == "" {
		return
	}
	r.change(func(ranges []string) []string { return append(ranges, next) })
	if i := slices.Index(r.ranges(), next); i >= 0 {
		r.s.focus(r.fields[i])
		r.fields[i].TypedShortcut(&fyne.ShortcutSelectAll{}) // typing puts other hours in its place
	}
}

// nextRange is the range to offer on a day that has some already; "" when there is no room.
func nextRange(ranges []string) string {
	if len(ranges) == 0 {
		return firstRange
	}
	end, err := breaks.ParseRange(ranges[len(ranges)-1])
	if err != nil {
		return ""
	}
	for _, text := range []string{morning, afternoon} {
		if next, err := breaks.ParseRange(text); err == nil && next.From > end.To {
			return text
		}
	}
	const pause, least = time.Hour, time.Hour
	if end.To+pause+least > 24*time.Hour {
		return ""
	}
	return breaks.Range{From: end.To + pause, To: min(end.To+3*time.Hour, 24*time.Hour)}.String()
}

// dayRow sets a weekday's name and its hours side by side, so that those of all days begin at the same place.
func dayRow(names []string) parts.Placer {
	return func(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
		widest := float32(0)
		for _, name := range names {
			widest = max(widest, fyne.MeasureText(name, look.Size(look.Body), fyne.TextStyle{}).Width)
		}
		x := min(widest+look.S3, width/2)
		h := parts.HeightFor(objects[1], width-x)
		if at != nil {
			at(objects[0], fyne.Position{}, fyne.NewSize(x-look.S1, rowHeight()))
			at(objects[1], fyne.NewPos(x, 0), fyne.NewSize(width-x, h))
		}
		return h
	}
}

// asRow is the layout of a label that stands in a row of fields.
type asRow struct{}

func (asRow) Layout(objects []fyne.CanvasObject, s fyne.Size) { objects[0].Resize(s) }

func (asRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, rowHeight())
}
