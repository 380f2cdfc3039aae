package tray

import (
	"errors"
	"time"

	"catcow/gui/look"
	"catcow/gui/system"
	"catcow/routines/breaks"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/settings"
)

// The wishes a person can have. Each answers the sentence that says what happens now.

// start begins a break at once; routine is an id, or "" for the one that comes next. The token brings its window to the
// front.
func start(routine, token string) wish {
	return func(r *resident) (string, error) {
		now := r.now()
		if routine == "" {
			c, ok := r.coming(r.clock.Status(now).Break)
			if !ok {
				return "", errors.New(look.T("tray.no-routine", "There is no routine that a break could be."))
			}
			routine = c.ID
		} else if _, ok := r.candidate(routine); !ok {
			return "", errors.New(look.T("tray.unknown-routine", "There is no routine {{.ID}}; `catcow list` shows them.", map[string]any{"ID": routine}))
		}
		events, no := r.clock.Start(routine, now)
		if no != nil {
			return "", said(no)
		}
		r.handle(events)
		r.drop()
		wait, err := r.port.play(token, "break", "--here", routine)
		if err != nil {
			events, _ := r.clock.End(nil, false, r.now())
			r.handle(events)
			r.tell("play", err.Error())
			return "", err
		}
		r.player = true
		r.save()
		go func() {
			_ = wait()
			send(r.life, r.wishes, closed)
		}()
		c, _ := r.candidate(routine)
		return look.T("tray.starts", "{{.Name}} begins.", map[string]any{"Name": c.Name}), nil
	}
}

// closed is what happens when the process that played a break is gone.
func closed(r *resident) (string, error) {
	r.player = false
	return ended(0, false)(r)
}

// shorter begins the one-minute version of the break that comes next.
func shorter(token string) wish {
	return func(r *resident) (string, error) {
		if c, ok := r.coming(r.clock.Status(r.now()).Break); ok {
			if s, ok := breaks.Shorter(c.Candidate, r.choice, r.set.Breaks); ok {
				return start(s.ID, token)(r)
			}
		}
		return start("", token)(r)
	}
}

// later puts the break off; 0 is as long as the settings say.
func later(d time.Duration) wish {
	return func(r *resident) (string, error) {
		events, no := r.clock.Snooze(d, r.now())
		return r.done(events, no)
	}
}

// skip lets the break be.
func skip(r *resident) (string, error) {
	events, no := r.clock.Skip(r.now())
	return r.done(events, no)
}

// pause asks for nothing until a moment; the zero time is until resume.
func pause(until time.Time) wish {
	return func(r *resident) (string, error) {
		events, no := r.clock.Pause(until, r.now())
		return r.done(events, no)
	}
}

// pauseToday asks for nothing until the next day's work begins.
func pauseToday(r *resident) (string, error) { return pause(r.clock.Tomorrow(r.now()))(r) }

func resume(r *resident) (string, error) {
	events, no := r.clock.Resume(r.now())
	return r.done(events, no)
}

// done takes back what is asked, keeps the state, and says where things stand now.
func (r *resident) done(events []breaks.Event, no *message.Message) (string, error) {
	if no != nil {
		return "", said(no)
	}
	r.drop()
	r.handle(events)
	r.save()
	return r.view().Headline(), nil
}

// said makes an error of a sentence.
func said(m *message.Message) error { return errors.New(look.Say(*m)) }

// began says that a routine is being played in a window.
func began(routine string) wish {
	return func(r *resident) (string, error) {
		if r.player {
			return "", nil // it is the break this process has started
		}
		events, no := r.clock.Start(routine, r.now())
		if no != nil {
			return "", said(no)
		}
		r.drop()
		r.handle(events)
		r.save()
		return "", nil
	}
}

// ended says that what was played is over. Twenty seconds of movement are a break, if a short one.
func ended(moved time.Duration, finished bool) wish {
	return func(r *resident) (string, error) {
		s := r.clock.Status(r.now())
		if s.Mode != breaks.OnBreak {
			return "", nil
		}
		var areas []exercise.Area
		if c, ok := r.candidate(s.Routine); ok && (finished || moved >= leastMoved) {
			areas = c.Areas
		}
		events, no := r.clock.End(areas, finished, r.now())
		if no != nil {
			return "", said(no)
		}
		r.handle(events)
		r.readParked()
		r.save()
		return "", nil
	}
}

// leastMoved is how much movement makes a break that was left early count: the first exercise of the shortest one.
const leastMoved = 20 * time.Second

// left says that the window was closed. That reminders go on without it is said once.
func left(r *resident) (string, error) {
	r.readParked()
	if r.set.Breaks.On {
		r.tellOnce("stays", look.T("tray.stays", "Catcow stays in the tray and reminds you of breaks. It costs next to nothing there; its menu ends it."))
	}
	return "", nil
}

// open brings the window forward, or opens it.
func open(r *resident) (string, error) { return r.window(false) }

// goOn opens the window on the session that waits there.
func goOn(r *resident) (string, error) { return r.window(true) }

func (r *resident) window(resume bool) (string, error) {
	err := r.port.raise(resume)
	if !errors.Is(err, system.ErrNobody) {
		return look.T("tray.raised", "The window comes forward."), err
	}
	var args []string
	if resume {
		args = append(args, "--resume")
	}
	wait, err := r.port.play("", args...)
	if err != nil {
		r.tell("play", err.Error())
		return "", err
	}
	go func() { _ = wait() }()
	return look.T("tray.opens", "The window opens."), nil
}

// turnOn switches the reminders on, as the settings would.
func turnOn(r *resident) (string, error) {
	set := r.set
	set.Breaks.On = true
	if err := settings.Save(r.folders.Settings(), set); err != nil {
		r.tell("save-settings", err.Error())
		return "", err
	}
	r.adopt(set)
	return r.view().Headline(), nil
}

func quit(r *resident) (string, error) {
	r.quit = true
	return look.T("tray.quits", "Catcow leaves the tray."), nil
}

// candidate is the routine called id.
func (r *resident) candidate(id string) (breaks.Candidate, bool) {
	for _, c := range r.choice {
		if c.ID == id {
			return c, true
		}
	}
	return breaks.Candidate{}, false
}
