package tray

import (
	"runtime"
	"time"

	"fyne.io/systray"

	"catcow/gui/look"
	"catcow/routines/breaks"
)

// menu is the icon in the tray and what it opens. It is told what to show, and sends wishes.
type menu struct {
	wishes chan<- wish
	ready  chan struct{} // closed once the icon is there
	icon   iconKey
	tip    string
	titles map[*systray.MenuItem]string
	hidden map[*systray.MenuItem]bool

	head, why                           *systray.MenuItem
	on, start, shorter, later, skip     *systray.MenuItem
	pause, half, hour, tomorrow, always *systray.MenuItem
	resume, parked, window, quit        *systray.MenuItem
}

func newMenu(wishes chan<- wish) *menu {
	return &menu{
		wishes: wishes, ready: make(chan struct{}),
		titles: map[*systray.MenuItem]string{}, hidden: map[*systray.MenuItem]bool{},
	}
}

// prepare gives the tray something to show from the first moment.
func (m *menu) prepare() {
	systray.SetIcon(Icon(0, Off, iconSize))
	if runtime.GOOS != "darwin" { // there the title stands beside the icon
		systray.SetTitle("Catcow")
	}
}

// again sends everything once more: to a panel that has come back, or that did not listen yet.
func (m *menu) again() { m.icon, m.tip = iconKey{step: -1}, "" }

// open makes the items. It runs once, when the tray is ready for them.
func (m *menu) open() {
	item := func(title string, want wish) *systray.MenuItem {
		i := systray.AddMenuItem(title, "")
		m.does(i, want)
		return i
	}
	m.head = systray.AddMenuItem("Catcow", "")
	m.head.Disable()
	m.why = systray.AddMenuItem("", "")
	m.why.Disable()
	systray.AddSeparator()
	m.on = item(look.T("tray.menu.on", "Remind me of breaks"), turnOn)
	m.start = item(look.T("tray.menu.start", "Start now"), start("", ""))
	m.shorter = item("", shorter(""))
	m.later = item("", later(0))
	m.skip = item(look.T("tray.menu.skip", "Skip this break"), skip)
	systray.AddSeparator()
	m.pause = systray.AddMenuItem(look.T("tray.menu.pause", "Pause"), "")
	m.half = m.pause.AddSubMenuItem(look.T("tray.menu.half", "30 minutes"), "")
	m.does(m.half, pauseFor(30*time.Minute))
	m.hour = m.pause.AddSubMenuItem(look.T("tray.menu.hour", "1 hour"), "")
	m.does(m.hour, pauseFor(time.Hour))
	m.tomorrow = m.pause.AddSubMenuItem(look.T("tray.menu.tomorrow", "Until tomorrow"), "")
	m.does(m.tomorrow, pauseToday)
	m.always = m.pause.AddSubMenuItem(look.T("tray.menu.always", "Until I say"), "")
	m.does(m.always, pause(time.Time{}))
	m.resume = item(look.T("tray.menu.resume", "Go on with breaks"), resume)
	systray.AddSeparator()
	m.parked = item(look.T("tray.menu.parked", "Your cool-down waits: go on"), goOn)
	m.window = item(look.T("tray.menu.open", "Open Catcow"), open)
	m.quit = item(look.T("tray.menu.quit", "Quit"), quit)
	close(m.ready)
	go func() {
		for range systray.TrayOpenedCh {
			m.wishes <- func(r *resident) (string, error) {
				r.readParked()
				v := r.view()
				m.set(m.head, v.line(true)) // the minutes are right at the moment they are read
				return "", nil
			}
		}
	}()
}

// does lets an item do something when it is chosen.
func (m *menu) does(i *systray.MenuItem, want wish) {
	go func() {
		for range i.ClickedCh {
			m.wishes <- want
		}
	}()
}

// pauseFor is a pause of a while.
func pauseFor(d time.Duration) wish {
	return func(r *resident) (string, error) { return pause(r.now().Add(d))(r) }
}

// iconSize is about twice what most panels show: they make it smaller, and smoother than it could be drawn for them.
const iconSize = 48

// iconKey is everything the icon's pixels depend on.
type iconKey struct {
	state IconState
	step  int
}

// show shows where things stand. Only what has changed goes to the tray: each change is a message that wakes it up.
func (m *menu) show(v view) {
	select {
	case <-m.ready:
	default:
		return
	}
	// systray panics when the session bus has ended and it does not know yet. The resident hears of it in a moment, and
	// sets everything up anew; until then there is nothing to show this on.
	defer func() { _ = recover() }()
	s := v.status
	if key := (iconKey{iconState(v), IconStep(s.Progress)}); key != m.icon {
		m.icon = key
		systray.SetIcon(Icon(s.Progress, key.state, iconSize))
	}
	if tip := lines(v.Headline(), v.why()); tip != m.tip {
		m.tip = tip
		systray.SetTooltip("Catcow: " + tip)
	}
	m.set(m.head, v.Headline())
	m.set(m.why, lines(v.why()))
	m.see(m.why, v.why() != "")

	live := s.Mode == breaks.Counting || s.Mode == breaks.Waiting
	m.see(m.on, !v.on)
	m.see(m.start, v.on && s.Mode != breaks.OnBreak)
	m.see(m.shorter, v.on && live && v.shorter > 0)
	m.set(m.shorter, look.T("tray.menu.shorter", "Start the short version, {{.Length}}", map[string]any{"Length": length(v.shorter)}))
	m.see(m.later, live && s.SnoozesLeft > 0)
	m.set(m.later, putOff(v.snooze))
	m.see(m.skip, live && !s.Next.IsZero())
	m.see(m.pause, live)
	m.see(m.resume, s.Mode == breaks.Paused)
	m.see(m.parked, v.parked)
}

func iconState(v view) IconState {
	switch v.status.Mode {
	case breaks.Counting:
		return Counting
	case breaks.Waiting:
		return Due
	case breaks.OnBreak:
		return Break
	case breaks.Paused:
		return Paused
	}
	return Off
}

func (m *menu) set(i *systray.MenuItem, title string) {
	if title != m.titles[i] {
		m.titles[i] = title
		i.SetTitle(title)
	}
}

func (m *menu) see(i *systray.MenuItem, yes bool) {
	if yes == m.hidden[i] {
		m.hidden[i] = !yes
		if yes {
			i.Show()
		} else {
			i.Hide()
		}
	}
}
