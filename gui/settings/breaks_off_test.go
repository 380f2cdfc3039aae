package settings

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/settings"
)

func TestDaysOff(t *testing.T) {
	b := onBreaks(t, settings.Default())
	b.press("Remind me of breaks")
	b.press("Add days off")
	m, ok := b.win.Canvas().Focused().(*month)
	if !ok {
		t.Fatalf("the keyboard is on %v, not in the calendar", b.win.Canvas().Focused())
	}
	// Tuesday 24 November is offered; a week down and to Friday, then on to the Monday after.
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn} {
		m.TypedKey(press(k))
	}
	before := b.now
	b.press("Add")
	if got := b.now.Breaks.DaysOff; !slices.Equal(got, []string{"2026-12-04/2026-12-07"}) {
		t.Fatalf("the days off are %v", got)
	}
	if keys := differing(before, b.now); !slices.Equal(keys, []string{"breaks.days_off"}) {
		t.Errorf("days off changed %v", keys)
	}
	b.press("Add days off")
	if f := b.enter("First day", "2026-02-30"); !f.message.Visible() {
		t.Error("a day there is not is taken in silence")
	}
	b.press("Add")
	if len(b.now.Breaks.DaysOff) != 1 {
		t.Fatalf("what cannot be used was added: %v", b.now.Breaks.DaysOff)
	}
	b.enter("First day", "30.11.2026")
	b.enter("Last day", "2026-11-28")
	if f := b.named("Last day").(*field); f.message.Text() != "2026-11-28 comes before the first day. Until then 2026-11-30 stays." {
		t.Errorf("a last day before the first says %q", f.message.Text())
	}
	b.enter("Last day", "2026-11-30")
	b.press("Add")
	if got := b.now.Breaks.DaysOff; !slices.Equal(got, []string{"2026-11-30", "2026-12-04/2026-12-07"}) {
		t.Errorf("the days off are %v", got)
	}
	b.saves()
	b.press("Take out 4 December 2026 to 7 December 2026")
	if got := b.now.Breaks.DaysOff; !slices.Equal(got, []string{"2026-11-30"}) {
		t.Errorf("taken out, the days off are %v", got)
	}
	b.press("Add days off")
	b.press("Cancel")
	if got := b.now.Breaks.DaysOff; len(got) != 1 || b.shows("Cancel") {
		t.Errorf("called off, the days off are %v", got)
	}
}

func TestReadDay(t *testing.T) {
	for typed, want := range map[string]string{
		"2026-12-24": "2026-12-24", " 2026-12-24 ": "2026-12-24", "24.12.2026": "2026-12-24", "2026/1/5": "2026-01-05",
		"2026-02-30": "", "2026-12-24/2026-12-25": "", "tomorrow": "", "": "",
	} {
		got, err := readDay(typed)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q, %v; want %q", typed, got, err, want)
		}
	}
}

func TestTheCalendar(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	m := newMonth("", func(time.Time) {})
	day := func(text string) time.Time { d, _ := time.Parse(time.DateOnly, text); return d }
	m.show(day("2026-11-23"), day("2026-11-23"), time.Time{}, time.Time{})
	m.Resize(fyne.NewSize(280, 36+7*30))
	for _, c := range []struct {
		does func()
		at   string
	}{
		{func() { m.turn(1) }, "2026-12-23"},
		{func() { m.TypedKey(press(fyne.KeyPageUp)) }, "2026-11-23"},
		{func() { m.at = day("2027-01-31"); m.turn(1) }, "2027-02-28"},
		{func() { m.turn(-12) }, "2026-02-28"},
		{func() { m.TypedKey(press(fyne.KeyRight)) }, "2026-03-01"},
		{func() { m.TypedKey(press(fyne.KeyUp)) }, "2026-02-22"},
	} {
		if c.does(); !m.at.Equal(day(c.at)) {
			t.Errorf("the calendar is at %s, want %s", m.at.Format(time.DateOnly), c.at)
		}
	}
	if begin := m.begin(); begin.Weekday() != time.Monday || !begin.Equal(day("2026-01-26")) {
		t.Errorf("February 2026 begins in the week of %s", begin.Format(time.DateOnly))
	}
	if cell := m.under(fyne.NewPos(6.5*40, 36+30+15)); cell != 6 {
		t.Errorf("the first Sunday is cell %d", cell)
	}
	if cell := m.under(fyne.NewPos(10, 40)); cell != -1 {
		t.Errorf("the name of a day is cell %d", cell)
	}
}
