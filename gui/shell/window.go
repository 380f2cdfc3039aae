package shell

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/system"
	"catcow/routines"
	"catcow/routines/message"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// window is what every window of Catcow has: the library and the settings, what it sounds like, and one session at a
// time. What follows from these differs, and comes as functions that must not be nil.
type window struct {
	app  fyne.App
	win  fyne.Window
	opts Options
	post func(func()) // runs something on Fyne's goroutine

	lib      *routines.Library
	set      settings.Settings
	problems tomlfile.Problems // of settings.toml

	sound  *system.Sound
	voice  *system.Voice
	root   *fyne.Container // what is seen, and the notice over it
	notice *notice

	playing    *playing // nil while no session is on the screen
	onCue      func()   // something happened in the session
	onTick     func()   // time has passed in the session
	onLeave    func()   // the person has left the session
	onSettings func()   // the settings are other than they were
}

func newWindow(a fyne.App, o Options, post func(func())) window {
	w := window{app: a, opts: o, post: post, lib: routines.Load(o.Folders.Data)}
	w.set, w.problems = settings.Load(o.Folders.Settings())
	w.dress()
	w.win = a.NewWindow("Catcow")
	w.notice = newNotice(post)
	w.root = container.NewStack(container.NewStack(), w.notice.Container)
	missing := func(m message.Message) { post(func() { w.notice.say(look.Say(m)) }) }
	w.sound, w.voice = system.NewSound(missing), system.NewVoice(missing)
	w.hush()
	return w
}

// close lets go of what sounds.
func (w *window) close() {
	w.notice.close()
	w.voice.Close()
	w.sound.Close()
}

// change changes the settings, puts them in force and saves them.
func (w *window) change(f func(*settings.Settings)) {
	f(&w.set)
	if err := settings.Save(w.opts.Folders.Settings(), w.set); err != nil {
		w.notice.say(err.Error())
	} else {
		w.problems = nil // what could not be read has been replaced, and kept aside
	}
	w.inForce()
}

// inForce puts the settings in force everywhere.
func (w *window) inForce() {
	w.dress()
	w.hush()
	w.onSettings()
	if w.playing != nil {
		w.playing.screen.SetLook(w.tones(), w.set.BreathPacer)
		w.playing.screen.SetMuted(!w.set.Sounds)
	}
}

// dress puts the theme on.
func (w *window) dress() {
	t := look.New(w.set.Theme, w.set.TextSize, w.set.ReducedMotion == "on")
	if !reflect.DeepEqual(t, w.app.Settings().Theme()) {
		w.app.Settings().SetTheme(t)
	}
}

// hush makes the sound as loud as wanted.
func (w *window) hush() {
	w.sound.SetVolume(float64(w.set.Volume) / 100)
	w.sound.SetMuted(!w.set.Sounds)
}

func (w *window) tones() parts.Tones {
	return parts.Tones{Skin: w.set.Skin, Hair: w.set.Hair, Figure: w.set.Figure}
}
