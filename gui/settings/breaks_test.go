package settings

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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
		{"60", nil, `"60" is no minute of an hour; they are 0 to 59, such as 25, 55. Until then 5 stays.`},
		{"half past", nil, `"half" is no minute of an hour; they are 0 to 59, such as 25, 55. Until then 5 stays.`},
		{"", nil, "at least one minute is needed, such as 25, 55. Until then 5 stays."},
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

func TestWhatIsMadeForABreakIsOfferedFirst(t *testing.T) {
	var ids []string
	for _, c := range offered([]breaks.Candidate{
		{ID: "evening-tea", Length: 12 * time.Minute}, {ID: "desk-reset", Length: 6 * time.Minute, Suits: true},
		{ID: "pre-lift", Length: 8 * time.Minute}, {ID: "micro-1", Length: time.Minute, Suits: true},
	}) {
		ids = append(ids, c.ID)
	}
	if want := []string{"micro-1", "desk-reset", "evening-tea", "pre-lift"}; !slices.Equal(ids, want) {
		t.Errorf("the order is %v, want %v", ids, want)
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
