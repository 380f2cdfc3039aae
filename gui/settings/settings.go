// Package settings is the Settings screen: what the person chose, in calm groups, each with a line that says what it
// does.
//
// In go the settings as they are (the file may have been changed by hand) and the folders; out comes every change, at
// once, through Deps.Change. The screen keeps nothing of its own.
package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// Deps is what the screen needs from the window.
type Deps struct {
	// Change changes the settings; they are saved and in force when it returns.
	Change     func(func(*settings.Settings))
	OpenFolder func(path string)
	TrySound   func() // plays one cue as loud as the settings say
	Places     []Place
	Version    string
}

// Place is a folder or file of the person's, as shown.
type Place struct {
	Name, Path string
	Folder     string // what Open folder opens
}

// Input is what the screen shows.
type Input struct {
	Settings settings.Settings
	Problems tomlfile.Problems  // of settings.toml, when it was changed by hand
	Portrait *exercise.Exercise // who wears the figure's tones; nil shows none
}

// Screen is the Settings screen.
type Screen struct {
	deps Deps
	in   Input

	updates  []func(settings.Settings) // each brings one control up to date
	problems *fyne.Container
	page     *fyne.Container
	scroll   *parts.Scroll
}

// New makes the screen.
func New(d Deps) *Screen {
	s := &Screen{deps: d, in: Input{Settings: settings.Default()}}
	s.problems = parts.NewColumn(look.S2)
	s.problems.Hide()
	title := parts.NewLabel(look.T("settings.title", "Settings"), look.ScreenTitle, look.Ink, true)
	s.page = parts.NewColumn(look.S4, title, s.problems, parts.NewPlaced(columns, s.sessions(), s.sound(), s.looks(), s.window(), s.places()))
	s.scroll = parts.NewScroll(parts.NewInset(look.S6, 34, look.S6, s.page))
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.scroll }

// Set takes the settings as they are now.
func (s *Screen) Set(in Input) {
	s.in = in
	for _, u := range s.updates {
		u(in.Settings)
	}
	s.problems.Objects = nil
	if len(in.Problems) > 0 {
		rows := []fyne.CanvasObject{
			parts.NewParagraph(look.T("settings.problems", "Some of settings.toml cannot be used. The rest is in force:"), look.Body, look.Ink).SetBold(true),
		}
		for _, p := range in.Problems {
			rows = append(rows, parts.NewParagraph(p.String(), look.Small, look.DangerInk))
		}
		s.problems.Add(parts.NewCard(parts.NewColumn(look.S2, rows...)).SetRole(look.AccentWash))
	}
	shown(s.problems, len(in.Problems) > 0)
	s.page.Refresh()
	s.scroll.Relayout()
}

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
			choose(s, []option{
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
	var chips []*parts.Chip
	var objects []fyne.CanvasObject
	for _, f := range settings.HoldFloors {
		label := look.T("settings.seconds", "{{.N}} seconds", map[string]any{"N": int(time.Duration(f) / time.Second)})
		c := parts.NewChip(label, false, nil)
		c.OnChanged = func(bool) {
			c.SetOn(true)
			s.change(func(c *settings.Settings) { c.HoldFloor = f })
		}
		chips, objects = append(chips, c), append(objects, c)
	}
	s.updates = append(s.updates, func(c settings.Settings) {
		for i, f := range settings.HoldFloors {
			chips[i].SetOn(c.HoldFloor == f)
		}
	})
	return parts.NewFlow(look.S2, objects...)
}

// sound is what is heard.
func (s *Screen) sound() fyne.CanvasObject {
	loud := newLevel(func(v int) {
		s.change(func(c *settings.Settings) { c.Volume = v })
		if s.deps.TrySound != nil {
			s.deps.TrySound()
		}
	})
	volume := block(look.T("settings.volume", "Volume"), "", loud)
	s.updates = append(s.updates, func(c settings.Settings) {
		loud.set(c.Volume)
		shown(volume, c.Sounds)
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

// window is how the window behaves.
func (s *Screen) window() fyne.CanvasObject {
	return group(look.T("settings.window", "Window"),
		block(look.T("settings.start", "Opens with"), "",
			choose(s, []option{
				{"today", look.T("settings.start.today", "Today")},
				{"routines", look.T("settings.start.routines", "Routines")},
			}, func(c *settings.Settings) *string { return &c.StartScreen })),
		block(look.T("settings.motion", "Less motion"),
			look.T("settings.motion.about", "The figure stands still, with a shadow of where it starts and an arrow for where it goes."),
			choose(s, []option{
				{"system", look.T("settings.motion.system", "As the desktop is")},
				{"on", look.T("settings.motion.on", "On")},
				{"off", look.T("settings.motion.off", "Off")},
			}, func(c *settings.Settings) *string { return &c.ReducedMotion })),
	)
}

// places says where the person's files lie.
func (s *Screen) places() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		parts.NewParagraph(look.T("settings.files.about", "Everything is a plain text file that belongs to you. A file changed in an editor shows here at once."), look.Small, look.Quiet),
	}
	for _, p := range s.deps.Places {
		folder := p.Folder
		open := parts.NewButton(look.T("settings.open-folder", "Open folder"), look.IconFolder, func() { s.deps.OpenFolder(folder) }).SetCompact(true)
		rows = append(rows, parts.NewColumn(look.S1,
			parts.NewLabel(p.Name, look.Body, look.Ink, true),
			parts.NewParagraph(p.Path, look.Small, look.Quiet),
			container.NewHBox(open)))
	}
	if s.deps.Version != "" {
		rows = append(rows, parts.NewLabel("Catcow "+s.deps.Version, look.Small, look.Quiet, false))
	}
	return group(look.T("settings.files", "Your files"), rows...)
}

func (s *Screen) change(f func(*settings.Settings)) { s.deps.Change(f) }

func shown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
