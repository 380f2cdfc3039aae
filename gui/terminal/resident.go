package terminal

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"catcow/gui/system"
	"catcow/gui/tray"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/session"
	"catcow/routines/tomlfile"
)

var trayCommand = command{
	name:  "tray",
	about: "Remind of breaks, from the tray",
	more: "It shows an icon where the desktop has a tray, and sleeps until a break is due. What it reminds of and when is\n" +
		"in the settings, under Breaks. It ends with `catcow quit` or from its menu.",
	use: func() usage {
		return usage{ready: func(words []string) (func(Env) int, error) {
			return runTray, none(words)
		}}
	},
}

var statusCommand = command{
	name: "status", words: "[--json]",
	about: "Say when the next break is",
	more: "The exit code is 0 also when nothing runs in the tray; the state is off then. The JSON is one object: state\n" +
		"(counting, paused, break, off, waiting), next_break (RFC 3339 or null), routine, reason, idle_source, tray,\n" +
		"notifications, running and missing.",
	use: func() usage {
		var asJSON bool
		return usage{
			options: []option{{name: "--json", about: "say it as JSON", set: yes(&asJSON)}},
			ready: func(words []string) (func(Env) int, error) {
				return func(e Env) int { return runStatus(e, asJSON) }, none(words)
			},
		}
	},
}

var breakCommand = command{
	name: "break", words: "[ROUTINE] [--here]",
	about: "Take a break now",
	more: "Without a routine it is the break that would come next. With --here it is played in a window of its own that\n" +
		"closes when the break is over, whether or not Catcow runs in the tray.",
	use: func() usage {
		var here bool
		var w wish
		return usage{
			options: []option{
				{name: "--here", about: "open the window from here", set: yes(&here)},
				{name: "--length", value: "1m", about: "how long it may take, with --here", set: length(&w.length)},
			},
			ready: func(words []string) (_ func(Env) int, err error) {
				if len(words) > 0 {
					if w.routine, err = one(words, "routine"); err != nil {
						return nil, err
					}
				}
				return func(e Env) int { return runBreak(e, w, here) }, nil
			},
		}
	},
}

var snoozeCommand = command{
	name: "snooze", words: "[5m]",
	about: "Put the next break off",
	use: func() usage {
		return usage{ready: func(words []string) (func(Env) int, error) {
			var d time.Duration
			if len(words) > 0 {
				word, err := one(words, "time")
				if err == nil {
					err = length(&d)(word)
				}
				if err != nil {
					return nil, err
				}
			}
			return wished(func(e Env) (string, error) { return tray.Later(e.folders, d) }), nil
		}}
	},
}

var skipCommand = command{
	name:  "skip",
	about: "Let the next break be",
	use:   simple(func(e Env) (string, error) { return tray.Skip(e.folders) }),
}

var pauseCommand = command{
	name: "pause", words: "[1h|until 14:00|off]",
	about: "Ask for no breaks for a while",
	more: "For a time (30m, 1h), until a time of day, or until tomorrow. With off, or with nothing, until `catcow resume`.\n" +
		"What was counted so far is kept.",
	use: func() usage {
		return usage{ready: func(words []string) (func(Env) int, error) {
			if slices.Equal(words, []string{"until", "tomorrow"}) {
				return wished(func(e Env) (string, error) { return tray.PauseToday(e.folders) }), nil
			}
			until, err := pauseEnd(words, time.Now())
			if err != nil {
				return nil, err
			}
			return wished(func(e Env) (string, error) { return tray.Pause(e.folders, until) }), nil
		}}
	},
}

var resumeCommand = command{
	name:  "resume",
	about: "Ask for breaks again",
	use:   simple(func(e Env) (string, error) { return tray.Resume(e.folders) }),
}

var quitCommand = command{
	name:  "quit",
	about: "End the reminders in the tray",
	use:   simple(func(e Env) (string, error) { return tray.Quit(e.folders) }),
}

// chimeCommand is what the tray starts when a break is due: an open sound device costs more than all else there.
var chimeCommand = command{
	name:  "chime",
	about: "Play the sound of a break",
	use: func() usage {
		return usage{ready: func(words []string) (func(Env) int, error) { return runChime, none(words) }}
	},
}

// chimeTime is how long the sound takes until the last of it has been heard.
const chimeTime = 3 * time.Second

func runChime(e Env) int {
	code := Fine
	sound := system.NewSound(func(m message.Message) {
		e.warn("%s", m)
		code = Failed
	})
	sound.SetVolume(float64(e.settings().Volume) / 100)
	sound.Play(session.Start, exercise.Dynamic, 0)
	time.Sleep(chimeTime)
	sound.Close() // after this nothing changes the code any more
	return code
}

// simple is a command that is one wish, without any words.
func simple(wish func(Env) (string, error)) func() usage {
	return func() usage {
		return usage{ready: func(words []string) (func(Env) int, error) { return wished(wish), none(words) }}
	}
}

// wished says what the resident answers to a wish.
func wished(wish func(Env) (string, error)) func(Env) int {
	return func(e Env) int {
		text, err := wish(e)
		if err != nil {
			e.warn("%v", err)
			return Failed
		}
		e.say("%s", text)
		return Fine
	}
}

// pauseEnd is the moment a pause ends; the zero time is "until I say".
func pauseEnd(words []string, now time.Time) (time.Time, error) {
	text := strings.Join(words, " ")
	switch {
	case text == "" || text == "off":
		return time.Time{}, nil
	case len(words) == 2 && words[0] == "until":
		at, err := time.Parse("15:04", words[1])
		if err != nil {
			return time.Time{}, fmt.Errorf("%q is no time of day; write until 14:00, or until tomorrow", words[1])
		}
		until := time.Date(now.Year(), now.Month(), now.Day(), at.Hour(), at.Minute(), 0, 0, now.Location())
		if !until.After(now) {
			until = time.Date(now.Year(), now.Month(), now.Day()+1, at.Hour(), at.Minute(), 0, 0, now.Location())
		}
		return until, nil
	case len(words) == 1:
		d, err := time.ParseDuration(words[0])
		if err != nil || d <= 0 {
			return time.Time{}, fmt.Errorf("%q is no time; write 30m, 1h, until 14:00, until tomorrow or off", words[0])
		}
		return now.Add(d), nil
	}
	return time.Time{}, errors.New("write 30m, 1h, until 14:00, until tomorrow or off")
}

func runTray(e Env) int {
	err := e.Tray(Ask{Folders: e.folders})
	switch {
	case errors.Is(err, tray.ErrRunning): // it is what was wanted
		e.say("Catcow's reminders run in the tray already.")
	case err != nil:
		e.warn("%v", err)
		return Failed
	}
	return Fine
}

func runStatus(e Env, asJSON bool) int {
	s, err := tray.AskStatus(e.folders)
	if errors.Is(err, tray.ErrNotRunning) {
		s = tray.Status{State: "off", IdleSource: "unknown", Reason: err.Error()}
	} else if err != nil {
		e.warn("%v", err)
		return Failed
	}
	if asJSON {
		text, err := json.MarshalIndent(s, "", "  ")
		if err != nil {
			e.warn("writing the status: %v", err)
			return Failed
		}
		e.say("%s", text)
		return Fine
	}
	e.say("%s", s.State)
	if s.NextBreak != nil {
		e.say("Next: %s at %s", s.Routine, s.NextBreak.Local().Format("15:04"))
	}
	for _, line := range append([]string{s.Reason}, s.Missing...) {
		if line != "" {
			e.say("%s", line)
		}
	}
	return Fine
}

// nextBreak is what a break is when nobody says otherwise and no resident can be asked.
const nextBreak = "micro-3"

func runBreak(e Env, w wish, here bool) int {
	if !here {
		text, err := tray.Start(e.folders, w.routine)
		switch {
		case err == nil:
			e.say("%s", text)
			return Fine
		case !errors.Is(err, tray.ErrNotRunning):
			e.warn("%v", err)
			return Failed
		}
	}
	if w.routine == "" {
		w.routine = nextBreak
	}
	if _, ok := e.fit(e.library(), w); !ok {
		return Failed
	}
	if err := e.Display(); err != nil {
		return withoutDisplay(e, w, err)
	}
	if err := tray.TellBegan(e.folders, w.routine); err != nil {
		e.warn("%v", err)
	}
	finished, moved, err := e.Break(Ask{Folders: e.folders, Routine: w.routine, Length: w.length})
	if told := tray.TellEnded(e.folders, moved, finished); told != nil {
		e.warn("%v", told)
	}
	if err != nil {
		e.warn("%v", err)
		return Failed
	}
	e.say("%s: %s of movement.", w.routine, tomlfile.Duration(moved.Round(time.Second)))
	return Fine
}
