package settings

import (
	"errors"
	"slices"
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
)

// onBreaks is the screen on its pane of breaks.
func onBreaks(t *testing.T, set settings.Settings) *bench {
	b := open(t, set)
	b.Show(PaneBreaks)
	return b
}

// find looks for what takes the keyboard by what a screen reader says of it; nil when it is not seen.
func (b *bench) find(name string) (found fyne.Focusable) {
	walk(b.Content(), func(o fyne.CanvasObject) {
		f, ok := o.(fyne.Focusable)
		if !ok {
			return
		}
		label := f.(fyne.Accessible).AccessibilityLabel()
		if x, ok := f.(*field); ok {
			label = x.name
		}
		if label == name {
			found = f
		}
	})
	return found
}

func (b *bench) named(name string) fyne.Focusable {
	b.t.Helper()
	found := b.find(name)
	if found == nil {
		b.t.Fatalf("nothing is called %q", name)
	}
	return found
}

func (b *bench) shows(name string) bool { return b.find(name) != nil }

// press presses what has a name.
func (b *bench) press(name string) {
	b.t.Helper()
	f := b.named(name)
	b.win.Canvas().Focus(f)
	f.TypedKey(press(fyne.KeySpace))
}

// enter types into the field of a name and leaves it.
func (b *bench) enter(name, text string) *field {
	b.t.Helper()
	f := b.named(name).(*field)
	b.win.Canvas().Focus(f)
	f.SetText("")
	for _, r := range text {
		f.TypedRune(r)
	}
	b.win.Canvas().Unfocus()
	return f
}

func TestOffIsOneSwitch(t *testing.T) {
	b := onBreaks(t, settings.Default())
	for name, want := range map[string]bool{
		"Remind me of breaks": true, "Try a break now": true, "Start with the computer": false, "50 min": false, "Add days off": false,
	} {
		if b.shows(name) != want {
			t.Errorf("while breaks are off, %s is shown: %v", name, !want)
		}
	}
	b.press("Try a break now")
	if b.tried != 1 {
		t.Errorf("a break was tried %d times", b.tried)
	}
	before := b.now
	b.press("Remind me of breaks")
	if keys := differing(before, b.now); !slices.Equal(keys, []string{"breaks.on"}) {
		t.Errorf("the switch changed %v", keys)
	}
	if !b.shows("Start with the computer") || !b.shows("50 min") {
		t.Error("switched on, the rules are not shown")
	}
}

func TestByTheClock(t *testing.T) {
	b := onBreaks(t, chosen())
	b.press("By the clock")
	if b.now.Breaks.By != breaks.ByClock || b.shows("50 min") {
		t.Fatal("the rhythm of the clock shows how long at a stretch")
	}
	for _, c := range []struct {
		typed string
		want  []int // nil: as before
		says  string
	}{
		{"20, 50", []int{20, 50}, ""},
		{"45 15", []int{15, 45}, ""},
		{"0 and 30", []int{0, 30}, ""},
		{"5;5", []int{5}, ""},
		{"60", nil, `"60" is no minute of an hour; they are 0 to 59, such as 25, 55`},
		{"half past", nil, `"half" is no minute of an hour; they are 0 to 59, such as 25, 55`},
		{"", nil, "at least one minute is needed, such as 25, 55"},
	} {
		before := b.now.Breaks.Minutes
		f := b.enter("Minutes past every hour", c.typed)
		want := c.want
		if want == nil {
			want = before
		}
		if !slices.Equal(b.now.Breaks.Minutes, want) {
			t.Errorf("%q makes %v of %v, want %v", c.typed, b.now.Breaks.Minutes, before, want)
		}
		if f.message.Text() != c.says || f.message.Visible() != (c.says != "") {
			t.Errorf("%q says %q, want %q", c.typed, f.message.Text(), c.says)
		}
		b.saves()
	}
}

func TestTypedHours(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []string // of Monday, which begins with 09:00-12:30 and 13:30-17:00
		says  string
	}{
		{"08:00-12:00", []string{"08:00-12:00", "13:30-17:00"}, ""},
		{"8-12", []string{"08:00-12:00", "13:30-17:00"}, ""},
		{"8.30 – 12.15", []string{"08:30-12:15", "13:30-17:00"}, ""},
		{" 18:00-24:00 ", []string{"13:30-17:00", "18:00-24:00"}, ""},
		{"", []string{"13:30-17:00"}, ""},
		{"09:00-14:00", nil, "09:00-14:00 and 13:30-17:00 overlap; make one of them shorter"},
		{"morning", nil, `"morning" is not a part of a day; write its begin and end, such as "09:00-12:30"`},
		{"25:00-26:00", nil, `"25:00-26:00" is not a part of a day; write its begin and end, such as "09:00-12:30"`},
		{"22:00-02:00", nil, `"22:00-02:00" goes past midnight; write "22:00-24:00" here and "00:00-02:00" on the next day`},
	} {
		t.Run(c.typed, func(t *testing.T) {
			b := onBreaks(t, chosen())
			before := b.now
			f := b.enter("Monday, hours 1", c.typed)
			if c.want == nil {
				if keys := differing(before, b.now); len(keys) > 0 {
					t.Errorf("what cannot be used changed %v", keys)
				}
				if f.Text != c.typed {
					t.Errorf("what was typed became %q", f.Text)
				}
			} else if !slices.Equal(b.now.Breaks.Hours.Monday, c.want) || len(differing(before, b.now)) != 1 {
				t.Errorf("Monday has %v, want %v", b.now.Breaks.Hours.Monday, c.want)
			}
			if f.message.Text() != c.says {
				t.Errorf("it says %q, want %q", f.message.Text(), c.says)
			}
			b.saves()
		})
	}
}

// What cannot be used stays while something else changes, is put right or taken back, and its message goes with it.
func TestWrongTextStaysToBePutRight(t *testing.T) {
	b := onBreaks(t, chosen())
	f := b.enter("Time of the daily reset", "25:00")
	if b.now.Breaks.Daily != "15:00" || !f.message.Visible() {
		t.Fatalf("25:00 is taken: %s", b.now.Breaks.Daily)
	}
	b.press("45 min")
	if f.Text != "25:00" || !f.message.Visible() {
		t.Error("another setting takes the wrong text away before it is read")
	}
	b.win.Canvas().Focus(f)
	f.TypedKey(press(fyne.KeyEscape))
	if f.Text != "15:00" || f.message.Visible() {
		t.Errorf("Esc leaves %q", f.Text)
	}
	f = b.enter("Time of the daily reset", "4 pm")
	if b.now.Breaks.Daily != "16:00" || f.Text != "16:00" {
		t.Errorf("4 pm is %s, and the field says %s", b.now.Breaks.Daily, f.Text)
	}
	b.enter("Time of the daily reset", "quarter")
	b.now.Breaks.Daily = "14:00" // by hand, in the file
	b.fill()
	if f.Text != "14:00" || f.message.Visible() {
		t.Errorf("changed in the file, the field still says %s", f.Text)
	}
	b.saves()
}

func TestSwitchedOnAgainTheDailyResetIsAsItWas(t *testing.T) {
	b := onBreaks(t, chosen())
	b.enter("Time of the daily reset", "11:15")
	b.press("A longer reset once a day")
	if b.now.Breaks.Daily != breaks.NoDaily || b.shows("Routine of the daily reset: Desk reset · 6 min") {
		t.Errorf("switched off it is %s", b.now.Breaks.Daily)
	}
	b.saves()
	b.press("A longer reset once a day")
	if b.now.Breaks.Daily != "11:15" {
		t.Errorf("switched on again it is %s", b.now.Breaks.Daily)
	}
}

func TestHoursOfTheWeek(t *testing.T) {
	b := onBreaks(t, chosen())
	all := b.now.Breaks.Hours

	b.press("Saturday: add hours")
	if got := b.now.Breaks.Hours.Saturday; !slices.Equal(got, []string{"09:00-17:00"}) {
		t.Fatalf("Saturday has %v", got)
	}
	if f, ok := b.win.Canvas().Focused().(*field); !ok || f.name != "Saturday, hours 1" {
		t.Errorf("the keyboard is on %v, not on the new hours", b.win.Canvas().Focused())
	}
	b.press("Friday: add hours") // 09:00-14:00 so far
	if got := b.now.Breaks.Hours.Friday; !slices.Equal(got, []string{"09:00-14:00", "15:00-17:00"}) {
		t.Errorf("Friday has %v", got)
	}
	b.press("Saturday: take these hours out")
	if got := b.now.Breaks.Hours.Saturday; len(got) > 0 {
		t.Errorf("Saturday still has %v", got)
	}
	b.enter("Monday, hours 2", "14:00-16:00")
	b.press("Monday's hours for Tuesday to Friday")
	for _, day := range week {
		want := []string{"09:00-12:30", "14:00-16:00"}
		if day == time.Saturday || day == time.Sunday {
			want = nil
		}
		if got := *b.now.Breaks.Hours.Day(day); !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", day, got, want)
		}
	}
	b.saves()
	kept := b.now.Breaks.Hours
	b.press("Only in working hours")
	if hasHours(b.now.Breaks.Hours) {
		t.Error("switched off there still are hours")
	}
	b.saves()
	b.press("Only in working hours")
	if hours := b.now.Breaks.Hours; !slices.Equal(hours.Tuesday, kept.Tuesday) || !slices.Equal(hours.Saturday, kept.Saturday) {
		t.Errorf("switched on again they are %v, not %v", hours, kept)
	}
	if !slices.Equal(all.Tuesday, []string{"09:00-12:30", "13:30-17:00"}) {
		t.Error("a change reached into settings that were given away before")
	}
}

func TestTheNextRange(t *testing.T) {
	for _, c := range []struct {
		have []string
		want string
	}{
		{nil, "09:00-17:00"},
		{[]string{"07:00-08:00"}, "09:00-12:30"},
		{[]string{"09:00-12:00"}, "13:30-17:00"},
		{[]string{"09:00-13:30"}, "14:30-16:30"},
		{[]string{"09:00-12:30", "13:30-17:00"}, "18:00-20:00"},
		{[]string{"20:30-21:30"}, "22:30-24:00"},
		{[]string{"20:30-22:30"}, ""},
		{[]string{"00:00-24:00"}, ""},
	} {
		if got := nextRange(c.have); got != c.want {
			t.Errorf("after %v comes %q, want %q", c.have, got, c.want)
		}
	}
}

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
	b.enter("First day", "24.12.2026")
	b.win.Canvas().Unfocus()
	if f := b.named("First day").(*field); !f.message.Visible() {
		t.Error("another way to write a day is neither taken nor answered")
	}
	b.press("Add")
	if len(b.now.Breaks.DaysOff) != 1 {
		t.Fatalf("what cannot be used was added: %v", b.now.Breaks.DaysOff)
	}
	b.enter("First day", "2026-11-30")
	b.enter("Last day", "2026-11-28")
	if f := b.named("Last day").(*field); f.message.Text() != "2026-11-28 comes before the first day" {
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

func TestARefusedAutostartIsSaid(t *testing.T) {
	b := onBreaks(t, chosen())
	b.refuse = errors.New("the folder autostart cannot be written")
	b.press("Start with the computer")
	if on := b.named("Start with the computer").(*onOff); on.on {
		t.Error("the switch is on though the system said no")
	}
	if !b.says("the folder autostart cannot be written") {
		t.Error("why it cannot start with the computer is not said")
	}
	b.refuse = nil
	b.press("Start with the computer")
	if !b.starts || b.says("the folder autostart cannot be written") {
		t.Error("the second time it does not start with the computer, or still complains")
	}
}

// says reports whether a text is on the screen.
func (b *bench) says(text string) bool {
	found := false
	walk(b.page, func(o fyne.CanvasObject) {
		l, ok := o.(*parts.Label)
		found = found || ok && l.Text() == text
	})
	return found
}

// walk visits everything that is seen.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	var in []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		in = o.Objects
	case fyne.Widget:
		in = test.WidgetRenderer(o).Objects()
	}
	for _, o := range in {
		walk(o, visit)
	}
}

func TestALongBreakIsNeverTheFirst(t *testing.T) {
	b := onBreaks(t, chosen())
	long := b.named("A long break: 1 in 4").(*level)
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyHome, 0}, {fyne.KeyLeft, 0}, {fyne.KeyRight, 2}, {fyne.KeyRight, 3}, {fyne.KeyEnd, 10}} {
		long.TypedKey(press(c.key))
		if b.now.Breaks.LongEvery != c.want {
			t.Errorf("%s makes it every %d, want %d", c.key, b.now.Breaks.LongEvery, c.want)
		}
	}
	b.saves()
}

func TestARoutineThatIsGoneIsNamed(t *testing.T) {
	set := chosen()
	set.Breaks.Routine = "my-own"
	b := onBreaks(t, set)
	if !b.shows("A break is: my-own (not there now)") {
		t.Error("a routine that is not there is not named")
	}
}

func TestFindings(t *testing.T) {
	everything := ResidentStatus{Running: true, IdleSource: presence.GNOME, Tray: true, Notifications: true, Buttons: true}
	for _, f := range everything.findings() {
		if !f.good {
			t.Errorf("with everything there it says %q", f.text)
		}
	}
	for _, c := range []struct {
		change func(*ResidentStatus)
		line   int
		says   string
	}{
		{func(r *ResidentStatus) { r.Running = false }, 0, "Nothing reminds you just now: the part of Catcow that does is not running."},
		{func(r *ResidentStatus) { r.IdleSource = presence.Unknown }, 0, "Nothing here says when you are away, so breaks come all the same."},
		{func(r *ResidentStatus) { r.IdleSource = "" }, 0, "Nothing here says when you are away, so breaks come all the same."},
		{func(r *ResidentStatus) { r.Tray = false }, 1, "There is no tray for an icon here. Reminders come all the same; starting Catcow again brings this window back."},
		{func(r *ResidentStatus) { r.Notifications = false }, 2, "No program shows notifications here. The icon in the tray shows that a break is due, and its menu starts it."},
		{func(r *ResidentStatus) { r.Notifications, r.Tray, r.Missing = false, false, "No bus." }, 2,
			"No bus. “catcow status” in a terminal says when a break is due, and “catcow break” starts it."},
		{func(r *ResidentStatus) { r.Buttons = false }, 2,
			"Notifications here have no buttons: a break is started, put off or skipped in the tray's menu or with “catcow break”."},
		{func(r *ResidentStatus) { r.Buttons, r.Tray = false, false }, 2,
			"Notifications here have no buttons: “catcow break” starts a break, “catcow snooze” puts it off."},
	} {
		r := everything
		c.change(&r)
		got := r.findings()
		if got[c.line].good || got[c.line].text != c.says {
			t.Errorf("it says %q, want %q", got[c.line].text, c.says)
		}
	}
}
