package settings

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/system/presence"
	"catcow/routines/breaks"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// noon is a Monday.
var noon = time.Date(2026, 11, 23, 11, 20, 0, 0, time.UTC)

func at(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }

// workday is a day with breaks of all kinds.
func workday(now time.Time) today {
	t := today{now: now, hours: []breaks.Span{{From: at(9, 0), To: at(12, 30)}, {From: at(13, 30), To: at(17, 0)}}}
	for _, m := range []breaks.Mark{
		{At: at(9, 50), Kind: breaks.Short}, {At: at(10, 40), Kind: breaks.Short}, {At: at(11, 10), Kind: ""},
		{At: at(12, 0), Kind: breaks.Long}, {At: at(14, 20), Kind: breaks.Short}, {At: at(15, 0), Kind: breaks.Daily},
		{At: at(15, 50), Kind: breaks.Short}, {At: at(16, 40), Kind: breaks.Long},
	} {
		m.Past = m.At.Before(now)
		t.marks = append(t.marks, m)
	}
	return t
}

func TestGoldenDayLine(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
	}{
		{"line", look.Espresso, 100, fyne.NewSize(1000, 100)},
		{"line-tea", look.Tea, 100, fyne.NewSize(520, 100)},
		{"line-large-text", look.Espresso, 200, fyne.NewSize(700, 180)},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			l := newDayLine()
			l.set(workday(noon), "")
			guitest.Golden(t, c.name, guitest.Window(t, parts.NewCard(parts.NewColumn(0, l)), c.size).Canvas().Capture())
		})
	}
}

// chosen are rules with every part of the pane in use.
func chosen() settings.Settings {
	s := settings.Default()
	s.Breaks.On = true
	for _, day := range week[:workingDays] {
		*s.Breaks.Hours.Day(day) = []string{"09:00-12:30", "13:30-17:00"}
	}
	s.Breaks.Hours.Friday = []string{"09:00-14:00"}
	s.Breaks.LongEvery = 4
	s.Breaks.DaysOff = []string{"2026-11-02", "2026-12-24/2027-01-02"}
	return s
}

// done is a morning with two breaks taken.
func done() breaks.State {
	moment := func(t time.Time) breaks.Moment { return breaks.Moment{Time: t} }
	return breaks.State{
		AsOf: moment(noon), Active: tomlfile.Duration(37 * time.Minute), SinceLong: 2,
		LastRest: moment(at(10, 43)),
		Recent: []breaks.Recent{
			{Routine: "micro-3", Kind: breaks.Short, At: moment(at(9, 53))}, {Routine: "micro-1", Kind: breaks.Short, At: moment(at(10, 43))},
		},
	}
}

var candidates = []breaks.Candidate{
	{ID: "micro-1", Name: "One-minute break", Length: time.Minute},
	{ID: "micro-3", Name: "Three-minute chair break", Length: 3 * time.Minute},
	{ID: "desk-reset", Name: "Desk reset", Length: 6 * time.Minute},
}

func TestGoldenBreaks(t *testing.T) {
	test.NewTempApp(t)
	off := settings.Default()
	clock := chosen()
	clock.Breaks.By, clock.Breaks.Hours, clock.Breaks.Daily = breaks.ByClock, breaks.Hours{}, breaks.NoDaily
	full := ResidentStatus{Running: true, IdleSource: presence.X11, Tray: true, Notifications: true, Buttons: true}
	without := ResidentStatus{Running: true, IdleSource: presence.Unknown}
	for _, c := range []struct {
		name     string
		theme    string
		percent  int
		size     fyne.Size
		settings settings.Settings
		found    ResidentStatus
	}{
		{"breaks-off", look.Espresso, 100, fyne.NewSize(1096, 500), off, full},
		{"breaks", look.Espresso, 100, fyne.NewSize(1096, 1900), chosen(), full},
		{"breaks-tea", look.Tea, 100, fyne.NewSize(1096, 1900), chosen(), without},
		{"breaks-clock", look.Tea, 100, fyne.NewSize(816, 1300), clock, ResidentStatus{}},
		{"breaks-large-text", look.Espresso, 150, fyne.NewSize(1000, 3600), chosen(), without},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			s := New(Deps{Now: func() time.Time { return noon }, SetAutostart: func(bool) error { return nil }, Try: func() {}})
			s.Show(PaneBreaks)
			s.Set(Input{Settings: c.settings, Candidates: candidates, Resident: c.found, Autostart: true, BreakState: done()})
			guitest.Golden(t, c.name, guitest.Window(t, s.Content(), c.size).Canvas().Capture())
		})
	}
}

// The form for days off, with a day there is not.
func TestGoldenDaysOff(t *testing.T) {
	for name, theme := range map[string]string{"days-off": look.Espresso, "days-off-tea": look.Tea} {
		t.Run(name, func(t *testing.T) {
			b := open(t, chosen())
			guitest.Wear(theme, 100)
			card := b.breaksOff()
			b.fill()
			b.win = guitest.Window(t, card, fyne.NewSize(420, 620))
			b.content = card
			b.press("Add days off")
			m := b.named("Days off: 24 November 2026").(*month)
			for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace} {
				m.TypedKey(press(k))
			}
			b.enter("Last day", "2026-11-31")
			b.win.Canvas().Focus(m)
			card.Refresh()
			guitest.Golden(t, name, b.win.Canvas().Capture())
		})
	}
}
