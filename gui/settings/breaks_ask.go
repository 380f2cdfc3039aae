package settings

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// breaksAsk is how a break asks.
func (s *Screen) breaksAsk() fyne.CanvasObject {
	often := look.T("settings.breaks.snoozes", "A break can be put off")
	limit := newLevel(often, scale{0, breaks.MostSnoozes, 1, times}, func(n int) {
		s.rules(func(r *breaks.Rules) { r.SnoozeLimit = n })
	})
	minute := tomlfile.Duration(time.Minute)
	later := look.T("settings.breaks.snooze", "Later means")
	length := newLevel(later, scale{int(breaks.ShortestSnooze / minute), int(breaks.LongestSnooze / minute), 1,
		func(n int) string { return inMinutes(time.Duration(n) * time.Minute) },
	}, func(n int) {
		s.rules(func(r *breaks.Rules) { r.Snooze = tomlfile.Duration(n) * minute })
	})
	how := block(later, "", length)
	s.updates = append(s.updates, func(c settings.Settings) {
		limit.set(c.Breaks.SnoozeLimit)
		length.set(int(c.Breaks.Snooze / minute))
		parts.Show(how, c.Breaks.SnoozeLimit > 0)
	})
	return group(look.T("settings.breaks.ask", "How it asks"),
		s.toggle(look.T("settings.breaks.heads-up", "A word a minute before"),
			look.T("settings.breaks.heads-up.about", "Time to finish the sentence."),
			func(c *settings.Settings) *bool { return &c.Breaks.HeadsUp }),
		s.toggle(look.T("settings.breaks.sound", "A sound when it is time"), "",
			func(c *settings.Settings) *bool { return &c.Breaks.Sound }),
		block(often, "", limit), how,
	)
}

// times says how often.
func times(n int) string {
	if n == 0 {
		return look.T("settings.times.none", "not at all")
	}
	return look.T("settings.times", "{{.Count}} times", map[string]any{"Count": n})
}

// breaksNotNow is what a break waits for.
func (s *Screen) breaksNotNow() fyne.CanvasObject {
	rows := []fyne.CanvasObject{note(look.T("settings.breaks.not-now.about", "A break waits while one of these goes on, and comes when it is over."))}
	for _, w := range []struct {
		name  string
		field func(*breaks.NotNow) *bool
	}{
		{look.T("settings.breaks.microphone", "The microphone is on"), func(n *breaks.NotNow) *bool { return &n.Microphone }},
		{look.T("settings.breaks.camera", "The camera is on"), func(n *breaks.NotNow) *bool { return &n.Camera }},
		{look.T("settings.breaks.sharing", "The screen is being shared"), func(n *breaks.NotNow) *bool { return &n.Sharing }},
		{look.T("settings.breaks.full-screen", "Something fills the screen"), func(n *breaks.NotNow) *bool { return &n.FullScreen }},
		{look.T("settings.breaks.quiet", "The desktop is set to “do not disturb”"), func(n *breaks.NotNow) *bool { return &n.DoNotDisturb }},
		{look.T("settings.breaks.typing", "You are typing"), func(n *breaks.NotNow) *bool { return &n.Typing }},
	} {
		rows = append(rows, s.toggle(w.name, "", func(c *settings.Settings) *bool { return w.field(&c.Breaks.NotNow) }))
	}
	return tightGroup(look.T("settings.breaks.not-now", "Not now"), rows...)
}
