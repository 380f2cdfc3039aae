package tray

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"catcow/gui/look"
)

// asked answers a line of the socket. It waits for the resident's own goroutine, and not beyond ctx.
func (r *resident) asked(ctx context.Context, line string) string {
	want, problem := read(line)
	if want == nil {
		return answerNo + " " + problem
	}
	answer := make(chan string, 1)
	send(ctx, r.wishes, func(r *resident) (string, error) {
		text, err := want(r)
		if err != nil {
			answer <- answerNo + " " + oneLine(err.Error())
			return "", err
		}
		answer <- answerYes + " " + oneLine(text)
		return text, nil
	})
	select {
	case text := <-answer:
		return text
	case <-ctx.Done():
		return answerNo + " " + look.T("tray.quits", "Catcow leaves the tray.")
	}
}

// read makes a wish of a line. A line that makes no sense has a problem instead.
func read(line string) (want wish, problem string) {
	word, rest, _ := strings.Cut(line, " ")
	nonsense := look.T("tray.nonsense", "Catcow in the tray does not understand {{.Line}}", map[string]any{"Line": oneLine(line)})
	switch word {
	case askStatus:
		return status, ""
	case askBreak:
		return start(rest, ""), ""
	case askSnooze:
		d, err := time.ParseDuration(rest)
		if err != nil {
			return nil, nonsense
		}
		return later(d), ""
	case askSkip:
		return skip, ""
	case askPause:
		if rest == tomorrow {
			return pauseToday, ""
		}
		var until time.Time
		if rest != "" {
			var err error
			if until, err = time.Parse(time.RFC3339, rest); err != nil {
				return nil, nonsense
			}
		}
		return pause(until), ""
	case askResume:
		return resume, ""
	case askQuit:
		return quit, ""
	case askBegan:
		return began(rest), ""
	case askEnded:
		text, how, _ := strings.Cut(rest, " ")
		moved, err := time.ParseDuration(text)
		if err != nil {
			return nil, nonsense
		}
		return ended(moved, how == howDone), ""
	case askLeft:
		return left, ""
	}
	return nil, nonsense
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// status answers where the reminders stand, as JSON on one line.
func status(r *resident) (string, error) {
	v := r.view()
	notes := r.port.notes.State()
	s := Status{
		State: string(v.status.Mode), Reason: lines(v.Headline(), v.why()), IdleSource: string(r.port.presence.Source()),
		Tray: r.host == hostThere, Notifications: notes.Available, Buttons: notes.Buttons, Running: true, Missing: v.missing,
	}
	if !notes.Available {
		s.Silent = look.Say(notes.Missing)
	}
	if next := v.status.Next; !next.IsZero() {
		next = next.Round(time.Second)
		s.NextBreak = &next
	}
	if s.Routine = v.status.Routine; s.Routine == "" && s.NextBreak != nil {
		if c, ok := r.coming(v.status.Break); ok {
			s.Routine = c.ID
		}
	}
	text, err := json.Marshal(s)
	return string(text), err
}
