package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"catcow/gui/system"
	"catcow/routines/plan"
)

var playCommand = command{
	name: "play", words: "ROUTINE [--length 7m] [--terminal [--speed N]]",
	about: "Play a routine, in the window or here",
	more: "Without --length it is played as it was written.\n" +
		"Keys here: space pause, n or → next, b or ← back, + 15 s more, e easier, m mute, q quit.",
	use: func() usage {
		var (
			w     wish
			here  bool
			speed = 1
		)
		return usage{
			options: []option{
				{name: "--length", value: "7m", about: "how long it may take", set: length(&w.length)},
				{name: "--terminal", about: "play here instead of in a window", set: yes(&here)},
				{name: "--speed", value: "N", about: "play N times as fast, to look a routine over", set: number(&speed, 1, 1000)},
			},
			ready: func(words []string) (run func(Env) int, err error) {
				w.routine, err = one(words, "routine")
				switch {
				case err != nil:
					return nil, err
				case here:
					return func(e Env) int { return runPlay(e, w, speed, true) }, nil
				case speed != 1:
					return nil, errors.New("--speed goes with --terminal")
				}
				return func(e Env) int { return runWindow(e, w) }, nil
			},
		}
	},
}

// runWindow opens the window, with a routine playing when one is wished for. Without a display it says so and how to
// get one, and plays in the terminal.
func runWindow(e Env, w wish) int {
	if w.routine != "" {
		if _, ok := e.fit(e.library(), w); !ok {
			return Failed
		}
	}
	if err := e.Display(); err != nil {
		return withoutDisplay(e, w, err)
	}
	err := e.Window(Ask{Folders: e.folders, Routine: w.routine, Length: w.length, Resume: w.resume})
	switch {
	case errors.Is(err, system.ErrRunning):
		e.say("Catcow is open already; its window has been asked to come forward.")
		if w.routine != "" {
			e.say("Start %s there, or add --terminal to play it here.", w.routine)
		}
	case err != nil:
		e.warn("%v", err)
		return Failed
	}
	return Fine
}

// minute is the routine that shows what Catcow does where there is no display: it ends soon, and by itself.
const minute = "workout-minute"

// withoutDisplay plays in the terminal what was to be played in the window.
func withoutDisplay(e Env, w wish, why error) int {
	reason := "there is no display here"
	if !errors.Is(why, system.ErrNoDisplay) {
		reason = why.Error()
	}
	fmt.Fprintf(e.Err, "No window: %s.\nFor a window start Catcow on a desktop, or with `xvfb-run catcow`.\n\n", reason)
	if w.routine == "" {
		return runPlay(e, wish{routine: minute}, 1, false)
	}
	return runPlay(e, w, 1, true)
}

// runPlay plays in the terminal; with keys, where it is one a person can press them on.
func runPlay(e Env, w wish, speed int, keyed bool) int {
	lib := e.library()
	p, ok := e.fit(lib, w)
	if !ok {
		return Failed
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	screen, keys, restore := openScreen(e, keyed)
	defer restore()
	pl := &player{screen: screen, keys: keys, speed: speed, mute: true, sound: func(cue) {}}
	if s := e.settings(); screen.live && speed == 1 && s.Sounds {
		sound := system.NewSound(screen.note)
		defer sound.Close()
		sound.SetVolume(float64(s.Volume) / 100)
		pl.mute = false
		pl.sound = func(c cue) { sound.Play(c.event, c.kind, c.n) }
	}
	pl.play(ctx, p, lib)
	return Fine
}

// opening says what is about to be played.
func opening(p *plan.Plan) []string {
	lines := []string{fmt.Sprintf("%s, %s", p.Routine.Name, minutes(p.Length))}
	if p.Routine.About != "" {
		lines = append(lines, p.Routine.About)
	}
	for _, c := range p.Changes {
		lines = append(lines, c.String())
	}
	return lines
}
