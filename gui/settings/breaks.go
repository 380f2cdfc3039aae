package settings

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/settings"
)

// breaks is the pane of the breaks. While they are off it is one switch and nothing else.
func (s *Screen) breaks() fyne.CanvasObject {
	details := parts.NewPlaced(columns, s.breaksWhen(), s.breaksWhat(), s.breaksHours(), s.breaksOff(), s.breaksAsk(),
		s.breaksNotNow(), s.breaksStatus())
	s.updates = append(s.updates, func(c settings.Settings) { parts.Show(details, c.Breaks.On) })
	return parts.NewColumn(columnGap, parts.NewPlaced(across, s.breaksMain()), details)
}

// breaksMain switches breaks on, and shows what that means today.
func (s *Screen) breaksMain() fyne.CanvasObject {
	title := look.T("settings.breaks.on", "Remind me of breaks")
	on := newSwitch(title, func(on bool) { s.rules(func(r *breaks.Rules) { r.On = on }) })
	text := parts.NewColumn(look.S1, parts.NewParagraph(title, look.CardTitle+2, look.Ink).SetBold(true),
		parts.NewParagraph(look.T("settings.breaks.on.about",
			"Every so often a few minutes of drawn stretching, one click away. Put it off or skip it as you like: nobody keeps score."), look.Body, look.Quiet))
	main := parts.NewRow(look.S4, 0, text, on)
	try := parts.NewFlow(0, parts.NewButton(look.T("settings.breaks.try", "Try a break now"), look.IconPlay, s.deps.Try).SetCompact(true).SetRank(parts.Warm))
	parts.Show(try, s.deps.Try != nil)
	today, start := s.breaksToday(), s.autostart()
	s.updates = append(s.updates, func(c settings.Settings) {
		on.set(c.Breaks.On)
		parts.Show(today, c.Breaks.On)
		parts.Show(start, c.Breaks.On && s.deps.SetAutostart != nil)
	})
	return parts.NewCard(parts.NewColumn(look.S5, main, start, today, try))
}

// autostart is whether the resident starts with the computer. It is the system's to keep, not the settings', and the
// system may say no.
func (s *Screen) autostart() fyne.CanvasObject {
	title := look.T("settings.breaks.autostart", "Start with the computer")
	trouble := parts.NewParagraph("", look.Small, look.DangerInk)
	var on *onOff
	on = newSwitch(title, func(want bool) {
		err := s.deps.SetAutostart(want)
		if err != nil {
			on.set(!want)
			trouble.SetText(look.SayError(err))
		}
		parts.Show(trouble, err != nil)
		s.relayout()
	})
	trouble.Hide()
	s.updates = append(s.updates, func(settings.Settings) { on.set(s.in.Autostart) })
	return parts.NewColumn(look.S1,
		beside(title, look.T("settings.breaks.autostart.about", "A small icon in the tray, nothing more. Without it reminders begin when you open Catcow."), on), trouble)
}

// Tick brings the breaks of today up to the clock; call it every minute while the screen is shown.
func (s *Screen) Tick() {
	if s.tick != nil {
		s.tick(s.in.Settings)
		s.relayout()
	}
}

func (s *Screen) now() time.Time {
	if s.deps.Now == nil {
		return time.Now()
	}
	return s.deps.Now()
}
