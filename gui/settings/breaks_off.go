package settings

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/message"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// daysOff is the list of days without breaks, and what adds to it.
type daysOff struct {
	s           *Screen
	list        *fyne.Container
	shown       []string // what the list shows
	none        fyne.CanvasObject
	open        *parts.Button // shows the form
	form        *fyne.Container
	month       *month
	from, to    *field
	first, last time.Time // as the form has them
	half        bool      // the first was tapped, and the last is still to come
}

// breaksOff is the days off.
func (s *Screen) breaksOff() fyne.CanvasObject {
	d := &daysOff{s: s, list: parts.NewColumn(0)}
	d.none = note(look.T("settings.breaks.off.none", "Holidays, a trip, a day in bed: no breaks then."))
	d.open = parts.NewButton(look.T("settings.breaks.off.add", "Add days off"), look.IconPlus, d.begin).SetCompact(true)
	d.month = newMonth(look.T("settings.breaks.off.calendar", "Days off"), d.tapped)
	from, to := look.T("settings.breaks.off.from", "First day"), look.T("settings.breaks.off.to", "Last day")
	d.from = newField(from, "0000-00-00", readDay, func(text string) {
		first := day(text)
		last := d.last
		if last.Before(first) {
			last = first
		}
		d.put(first, last)
	}, s.relayout)
	d.to = newField(to, "0000-00-00", d.readLast, func(text string) { d.put(d.first, day(text)) }, s.relayout)
	add := parts.NewButton(look.T("settings.breaks.off.take", "Add"), look.IconCheck, d.add).SetCompact(true)
	cancel := parts.NewButton(look.T("settings.breaks.off.cancel", "Cancel"), "", d.close).SetCompact(true).SetRank(parts.Bare)
	labelled := func(name string, f *field) fyne.CanvasObject {
		return parts.NewColumn(2, parts.NewLabel(name, look.Small, look.Quiet, false), f)
	}
	d.form = parts.NewColumn(look.S2, d.month,
		note(look.T("settings.breaks.off.how", "Choose the first day, then the last.")),
		parts.NewFlow(look.S2, labelled(from, d.from), labelled(to, d.to)), d.from.message, d.to.message,
		parts.NewFlow(look.S2, add, cancel))
	d.form.Hide()
	s.updates = append(s.updates, func(c settings.Settings) { d.show(c.Breaks.DaysOff) })
	return group(look.T("settings.breaks.off", "Days off"),
		parts.NewColumn(look.S2, d.none, d.list), parts.NewColumn(0, parts.NewFlow(0, d.open), d.form))
}

// show lists the days in their order; those that are over are quiet.
func (d *daysOff) show(days []string) {
	parts.Show(d.none, len(days) == 0)
	if slices.Equal(days, d.shown) {
		return
	}
	d.shown = days
	d.list.RemoveAll()
	today := date(d.s.now())
	for _, text := range inOrder(days) {
		off, err := breaks.ParseDays(text)
		if err != nil {
			continue // settings.toml was read: there is none
		}
		role := look.Ink
		if off.Last.Before(today) {
			role = look.Quiet
		}
		words := daysWords(off, today)
		out := newIconButton(look.IconClose, look.T("settings.breaks.off.remove", "Take out {{.Days}}", map[string]any{"Days": words}), func() {
			d.s.rules(func(r *breaks.Rules) {
				r.DaysOff = slices.DeleteFunc(slices.Clone(r.DaysOff), func(t string) bool { return t == text })
			})
			d.s.focus(d.open)
		})
		d.list.Add(parts.NewRow(look.S2, 0, parts.NewParagraph(words, look.Body, role), out))
	}
}

// inOrder sorts days off; as text they sort as the calendar does.
func inOrder(days []string) []string { return slices.Sorted(slices.Values(days)) }

// daysWords says days off; what is over says so.
func daysWords(d breaks.Days, today time.Time) string {
	words := dayWords(d.First)
	if d.Last.After(d.First) {
		words = look.T("settings.breaks.off.range", "{{.First}} to {{.Last}}", map[string]any{"First": words, "Last": dayWords(d.Last)})
	}
	if d.Last.Before(today) {
		words = look.T("settings.breaks.off.past", "{{.Days}} (over)", map[string]any{"Days": words})
	}
	return words
}

// begin opens the form at tomorrow.
func (d *daysOff) begin() {
	tomorrow := date(d.s.now()).AddDate(0, 0, 1)
	d.put(tomorrow, tomorrow)
	d.half = false
	d.open.Hide()
	d.form.Show()
	d.s.relayout()
	d.s.focus(d.month)
}

func (d *daysOff) close() {
	d.form.Hide()
	d.open.Show()
	d.s.relayout()
	d.s.focus(d.open)
}

// put shows days in the form.
func (d *daysOff) put(first, last time.Time) {
	d.first, d.last = first, last
	d.from.force(first.Format(time.DateOnly))
	d.to.force(last.Format(time.DateOnly))
	d.month.show(date(d.s.now()), last, first, last)
}

// tapped takes a day of the calendar: the first, then the last, then the first again.
func (d *daysOff) tapped(day time.Time) {
	if d.half && !day.Before(d.first) {
		d.half = false
		d.put(d.first, day)
		return
	}
	d.half = true
	d.put(day, day)
}

// add takes the days of the form into the rules.
func (d *daysOff) add() {
	if d.from.message.Visible() || d.to.message.Visible() {
		return
	}
	text := breaks.Days{First: d.first, Last: d.last}.String()
	d.s.rules(func(r *breaks.Rules) {
		if !slices.Contains(r.DaysOff, text) {
			r.DaysOff = inOrder(append(slices.Clone(r.DaysOff), text))
		}
	})
	d.close()
}

// readDay reads one day, also as people write it elsewhere: "24.12.2026".
func readDay(text string) (string, error) {
	day, err := lenient(text, func(text string) error {
		days, err := breaks.ParseDays(text)
		if err == nil && !days.First.Equal(days.Last) {
			err = errors.New("more than one day")
		}
		return err
	})
	// What is nearest to a day there is not would be another day.
	if err == nil && slices.Equal(numbers(day), numbers(text)) {
		return day, nil
	}
	return "", message.New("settings.day", `{{.Found}} is not a day; write year, month and day, such as "2026-12-24"`, "Found", tomlfile.Quote(text))
}

// numbers are the numbers in a text, from the least to the greatest.
func numbers(text string) []int {
	var all []int
	for _, digits := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.Atoi(digits) // digits; what is too long for a number is as long on both sides
		all = append(all, n)
	}
	slices.Sort(all)
	return all
}

// readLast reads the last day, which cannot come before the first.
func (d *daysOff) readLast(text string) (string, error) {
	text, err := readDay(text)
	if err == nil && day(text).Before(d.first) {
		err = message.New("settings.last-day", "{{.Last}} comes before the first day", "Last", text)
	}
	return text, err
}

// day is the day that a text which was read stands for.
func day(text string) time.Time {
	days, err := breaks.ParseDays(text)
	if err != nil {
		fyne.LogError("a day off", err) // it was read before
	}
	return days.First
}
