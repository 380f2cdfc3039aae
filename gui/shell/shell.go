// Package shell is the window: the rail and the screens, the one session, the keys that work everywhere, and the files
// the window lives from.
//
// In go a Fyne application and the folders; out comes a window. The shell owns what the screens share: it loads and
// watches the library and the settings, fits nothing and draws nothing itself, and hands each screen values and
// callbacks. Everything here runs on Fyne's goroutine; what comes from elsewhere (a changed file, a missing sound
// device) comes through post.
package shell

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/build"
	"catcow/gui/exercises"
	"catcow/gui/library"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/pose"
	"catcow/gui/printing"
	settingsscreen "catcow/gui/settings"
	"catcow/gui/sharing"
	"catcow/gui/system"
	"catcow/gui/today"
	"catcow/routines/message"
	"catcow/routines/session"
)

// The screens, as the rail knows them and as start_screen in the settings names them.
const (
	screenToday     = "today"
	screenRoutines  = "routines"
	screenBuild     = "build"
	screenExercises = "exercises"
	screenSettings  = "settings"
)

// Options is what the window is opened with.
type Options struct {
	Folders system.Folders
	Version string
	Routine string        // id of a routine to start at once, or ""
	Length  time.Duration // for Routine; 0 is its natural length
	Break   bool          // Routine is a break, in a window of its own
	Resume  bool          // go on with the session that waits
	Open    []string      // whole paths of files to show
	Now     func() time.Time

	// Began and Ended are told of sessions in the one window: they count as breaks, and no break is wanted meanwhile. Nil
	// in a window nobody listens to.
	Began func(routine string)
	Ended func(moved time.Duration, finished bool)
	// StartResident and StartBreak start the processes that remind of breaks, and that play one. Nil where nothing is to
	// be started.
	StartResident func() error
	StartBreak    func(routine string) error
}

// Shell is the window.
type Shell struct {
	window
	stop context.CancelFunc
	keep *keeper

	rail      *parts.Rail
	body      *fyne.Container // the screens, one of them visible
	browse    fyne.CanvasObject
	today     *today.Screen
	library   *library.Screen
	build     *build.Screen
	exercises *exercises.Screen
	pose      *pose.Screen
	posedFrom string // the screen that drawing leads back to
	settings  *settingsscreen.Screen
	sharing   *sharing.Sharing
	printing  *printing.Printing
	screens   map[string]fyne.CanvasObject
	stale     map[string]bool // screens that show what was
	at        string          // the screen shown
	minute    *time.Timer

	parked    *session.Snapshot // what can be gone on with, or nil
	trying    bool              // the session on the screen tries out what is being built
	opening   opening
	reminders reminders
}

// New makes the window and reads the files. What cannot be read or watched is said in the window, and the rest works.
func New(a fyne.App, o Options) *Shell { return open(a, o, fyne.Do) }

func open(a fyne.App, o Options, post func(func())) *Shell {
	s := &Shell{window: newWindow(a, o, post), stale: map[string]bool{}}
	s.onCue, s.onTick, s.onLeave, s.onSettings = s.keepSession, func() {}, s.left, func() { s.fill(); s.remind() }
	s.keep = newKeeper(o.Folders.State, func(err error) { s.post(func() { s.notice.say(err.Error()) }) })

	s.layOut()
	s.win.SetPadded(false)
	s.win.SetContent(s.root)
	s.win.Resize(s.keptSize())
	s.win.SetMaster()
	s.win.SetCloseIntercept(s.leave)
	s.keys()
	s.fill()
	var aside *message.Message
	if s.parked, aside = session.Load(o.Folders.State); aside != nil {
		s.notice.say(look.Say(*aside))
	}
	s.show(s.set.StartScreen)
	s.remind()

	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	if err := s.watch(ctx); err != nil {
		s.notice.say(look.T("shell.unwatched", "Changes made in an editor show after a restart: {{.Reason}}", map[string]any{"Reason": err.Error()}))
	}
	if o.Routine != "" {
		s.startNamed(o.Routine, o.Length)
	} else if o.Resume {
		s.resume()
	}
	s.takeFiles(o.Open)
	return s
}

// layOut makes the screens and the way between them.
func (s *Shell) layOut() {
	now := s.opts.Now
	s.today = today.New(today.Deps{
		Now: now, Start: s.start, Resume: s.resume, Forget: s.forget,
		SeeAll:  func() { s.show(screenRoutines) },
		Lengths: func(id string) time.Duration { return time.Duration(s.set.Lengths[id]) },
	})
	s.library = library.New(library.Deps{
		Choose:     s.showRoutine,
		OpenFolder: func() { s.openFolder(s.routinesFolder()) },
		Folder:     s.routinesFolder(),
		More:       s.more(),
	})
	s.build, s.sharing, s.printing = s.newBuild(), s.newSharing(), s.newPrinting()
	s.exercises, s.pose = s.newExercises(), s.newPose()
	s.settings = settingsscreen.New(settingsscreen.Deps{
		Change: s.change, OpenFolder: s.openFolder, TrySound: s.trySound, Places: s.places(), Version: s.opts.Version,
		Now: now, SetAutostart: s.setAutostart, Try: s.tryBreak, Opens: s.opensRoutines(),
	})
	s.screens = map[string]fyne.CanvasObject{
		screenToday: s.today.Content(), screenRoutines: s.library.Content(), screenBuild: s.build.Content(),
		screenExercises: s.exercises.Content(), screenPose: s.pose.Content(), screenSettings: s.settings.Content(),
	}
	s.body = container.NewStack() // a screen joins when it is first shown: laying it out takes time the start does not have
	for _, c := range s.screens {
		c.Hide()
	}
	s.rail = parts.NewRail([]parts.Place{
		{ID: screenToday, Label: look.T("shell.today", "Today"), Icon: look.IconToday},
		{ID: screenRoutines, Label: look.T("shell.routines", "Routines"), Icon: look.IconRoutines},
		{ID: screenBuild, Label: look.T("shell.build", "Build"), Icon: look.IconBuild},
		{ID: screenExercises, Label: look.T("shell.exercises", "Exercises"), Icon: look.IconFigure},
		{ID: screenSettings, Label: look.T("shell.settings", "Settings"), Icon: look.IconSettings, Low: true},
	}, func(id string) {
		at := s.win.Canvas().Focused() // a place on the rail keeps the focus that chose it
		s.show(id)
		s.win.Canvas().Focus(at)
	})
	s.browse = container.NewBorder(nil, nil, s.rail, nil, s.body)
	s.root.Objects[0] = s.browse
}

// showRoutine puts a routine on Today, ready to start.
func (s *Shell) showRoutine(id string) {
	s.show(screenToday)
	s.today.ShowRoutine(id)
}

// show brings a screen forward.
func (s *Shell) show(id string) {
	if s.playing != nil {
		return
	}
	if _, ok := s.screens[id]; !ok {
		id = screenToday
	}
	s.uncover()
	if s.at != id {
		s.win.Canvas().Unfocus() // what had the focus is hidden now and must not hear keys
	}
	s.at = id
	s.freshen()
	for _, c := range s.body.Objects {
		c.Hide()
	}
	c := s.screens[id]
	c.Show()
	if !slices.Contains(s.body.Objects, c) {
		s.body.Add(c)
	}
	if id == screenPose {
		id = s.posedFrom
	}
	s.rail.SetChosen(id)
	switch s.at {
	case screenToday:
		s.offerWaiting()
	case screenSettings:
		s.lookForResident()
	}
	s.everyMinute()
}

// everyMinute keeps right what depends on the time of day, as long as it is shown: the end of a session on Today, the
// breaks of the day in the settings.
func (s *Shell) everyMinute() {
	if s.minute != nil {
		s.minute.Stop()
		s.minute = nil
	}
	if s.at != screenToday && s.at != screenSettings || s.playing != nil {
		return
	}
	now := s.opts.Now()
	s.minute = time.AfterFunc(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		s.post(func() {
			s.tickScreens()
			s.everyMinute()
		})
	})
}

// tickScreens shows the time of day as it is now.
func (s *Shell) tickScreens() {
	if s.at == screenSettings {
		s.settings.Tick()
		return
	}
	s.today.Tick()
	s.offerWaiting()
}

// fill lets every screen show what there is now: the one that is seen at once, the others when they are.
func (s *Shell) fill() {
	for id := range s.screens {
		s.stale[id] = true
	}
	s.freshen()
}

// freshen brings the screen that is seen up to date.
func (s *Shell) freshen() {
	if !s.stale[s.at] {
		return
	}
	s.stale[s.at] = false
	switch s.at {
	case screenToday:
		s.today.Set(s.lib, s.wishes(), s.tones())
	case screenRoutines:
		s.library.Set(library.Input{Library: s.lib, Pace: s.set.PlanPace(), Tones: s.tones()})
	case screenBuild:
		s.build.Set(s.buildInput())
	case screenExercises:
		s.exercises.Set(exercises.Input{Library: s.lib, Tones: s.tones()})
	case screenPose:
		s.pose.Set(s.lib, s.tones())
	case screenSettings:
		s.settings.Set(settingsscreen.Input{
			Settings: s.set, Problems: s.problems, Portrait: s.portrait(),
			Candidates: s.candidates(), BreakState: s.breakState(), Autostart: s.reminders.autostart, Resident: s.reminders.status,
		})
	}
}

// ShowAndRun shows the window and returns when it is closed.
func (s *Shell) ShowAndRun() {
	s.app.Lifecycle().SetOnEnteredForeground(func() {
		// The machine may have slept since the last minute.
		if s.playing == nil {
			s.tickScreens()
			s.everyMinute()
		}
	})
	s.win.ShowAndRun()
}

// Raise brings the window forward, and with resume goes on with the session that waits in it.
func (s *Shell) Raise(resume bool) {
	s.win.Show()
	s.win.RequestFocus()
	if resume {
		s.resume()
	}
}

// leave closes the window; a session is kept to be gone on with.
func (s *Shell) leave() {
	s.park()
	s.build.Flush()
	s.pose.Flush()
	if err := s.keepSize(); err != nil {
		fyne.LogError("keeping the size of the window", err)
	}
	s.win.Close()
}

// Close lets go of everything. Call it when ShowAndRun has returned.
func (s *Shell) Close() {
	s.park()
	if s.stop != nil {
		s.stop()
	}
	if s.minute != nil {
		s.minute.Stop()
	}
	s.keep.Close()
	s.build.Close()
	s.pose.Leave()
	s.printing.Close()
	s.window.close()
}
