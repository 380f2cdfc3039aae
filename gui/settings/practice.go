package settings

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// sessions is what a session is like.
func (s *Screen) sessions() fyne.CanvasObject {
	var offers []time.Duration
	for m := settings.Shortest; m <= settings.Longest; m += tomlfile.Duration(time.Minute) {
		offers = append(offers, time.Duration(m))
	}
	length := parts.NewLengthSlider(offers, 0, func(d time.Duration) {
		s.change(func(c *settings.Settings) { c.Length = tomlfile.Duration(d) })
	})
	s.updates = append(s.updates, func(c settings.Settings) { length.SetValue(time.Duration(c.Length)) })
	return group(look.T("settings.sessions", "Sessions"),
		block(look.T("settings.length", "Session length"),
			look.T("settings.length.about", "What a routine starts with, as far as it allows. Most days 10 to 15 minutes are worth the most."), length),
		block(look.T("settings.pace", "Pace"),
			look.T("settings.pace.about", "How much time there is to change from one stretch to the next."),
			choose(s, []option[string]{
				{"routine", look.T("settings.pace.routine", "As the routine says")},
				{"brisk", look.T("settings.pace.brisk", "Brisk")},
				{"relaxed", look.T("settings.pace.relaxed", "Relaxed")},
				{"slow", look.T("settings.pace.slow", "Slow")},
			}, func(c *settings.Settings) *string { return &c.Pace })),
		block(look.T("settings.floor", "Shortest hold"),
			look.T("settings.floor.about", "30 seconds suit people of 60 and over, and lasting flexibility."),
			s.floors()),
		s.toggle(look.T("settings.warm", "I am warm when I start"),
			look.T("settings.warm.about", "No warm-up is put before holds that have none."),
			func(c *settings.Settings) *bool { return &c.Warm }),
		s.toggle(look.T("settings.breath", "Breath to follow"),
			look.T("settings.breath.about", "In a hold a circle breathes with you, out longer than in."),
			func(c *settings.Settings) *bool { return &c.BreathPacer }),
	)
}

func (s *Screen) floors() fyne.CanvasObject {
	var offers []option[tomlfile.Duration]
	for _, f := range settings.HoldFloors {
		label := look.T("settings.seconds", "{{.N}} seconds", map[string]any{"N": int(time.Duration(f) / time.Second)})
		offers = append(offers, option[tomlfile.Duration]{f, label})
	}
	return choose(s, offers, func(c *settings.Settings) *tomlfile.Duration { return &c.HoldFloor })
}

// sound is what is heard.
func (s *Screen) sound() fyne.CanvasObject {
	percent := func(v int) string { return look.T("settings.percent", "{{.N}} %", map[string]any{"N": v}) }
	name := look.T("settings.volume", "Volume")
	loud := newLevel(name, scale{0, 100, 5, percent}, func(v int) {
		s.change(func(c *settings.Settings) { c.Volume = v })
		if s.deps.TrySound != nil {
			s.deps.TrySound()
		}
	})
	volume := block(name, "", loud)
	s.updates = append(s.updates, func(c settings.Settings) {
		loud.set(c.Volume)
		parts.Show(volume, c.Sounds)
	})
	return group(look.T("settings.sound", "Sound"),
		s.toggle(look.T("settings.sounds", "Sounds"),
			look.T("settings.sounds.about", "A soft tone when something begins, changes sides or ends. Every tone is also written on the screen."),
			func(c *settings.Settings) *bool { return &c.Sounds }),
		volume,
		s.toggle(look.T("settings.voice", "Voice"),
			look.T("settings.voice.about", "The computer's own voice says what comes next."),
			func(c *settings.Settings) *bool { return &c.Voice }),
	)
}
