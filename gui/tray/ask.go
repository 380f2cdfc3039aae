package tray

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"catcow/gui/system"
)

// ErrNotRunning says that there is no resident to ask.
var ErrNotRunning = errors.New("nothing runs in the tray; `catcow tray` starts the reminders")

// The words of the resident's socket. What follows them is separated by a space; the answer begins with answerYes or
// answerNo and goes on with a sentence for a person, but for the status, which is JSON.
const (
	askStatus = "status"
	askBreak  = "break"  // [ROUTINE]
	askSnooze = "snooze" // [DURATION]
	askSkip   = "skip"
	askPause  = "pause" // [TIME, RFC 3339, or tomorrow]: until then, or until resume
	askResume = "resume"
	askQuit   = "quit"
	// From windows: a session plays, it has ended, the window closes.
	askBegan = "began" // ROUTINE
	askEnded = "ended" // MOVED, a duration, then done when it was played to its end, else left
	askLeft  = "left"

	tomorrow         = "tomorrow"
	howDone, howLeft = "done", "left"

	answerYes = "ok"
	answerNo  = "no"
)

// Status is where the reminders stand, as `catcow status --json` prints it.
type Status struct {
	State         string     `json:"state"`      // counting, paused, break, off or waiting
	NextBreak     *time.Time `json:"next_break"` // null while none is to come
	Routine       string     `json:"routine"`    // id of what it will be, "" while none is to come
	Reason        string     `json:"reason"`     // why it is so, in words; may be empty
	IdleSource    string     `json:"idle_source"`
	Tray          bool       `json:"tray"`          // an icon can be seen
	Notifications bool       `json:"notifications"` // breaks can be asked for
	Buttons       bool       `json:"buttons"`       // and answered right there
	Running       bool       `json:"running"`
	Missing       []string   `json:"missing,omitempty"` // what this desktop lacks, in words
	Silent        string     `json:"silent,omitempty"`  // of that, why there are no notifications
}

// Ask asks one thing of the resident and answers its sentence. The error is ErrNotRunning when there is none, and the
// resident's own sentence when it refuses.
func Ask(f system.Folders, words ...string) (string, error) {
	answer, err := system.Ask(f.TraySocket(), strings.Join(words, " "))
	if errors.Is(err, system.ErrNobody) {
		return "", ErrNotRunning
	} else if err != nil {
		return "", err
	}
	word, text, _ := strings.Cut(answer, " ")
	switch word {
	case answerYes:
		return text, nil
	case answerNo:
		return "", refusal(text)
	}
	return "", fmt.Errorf("the reminders in the tray answered %q; are they of another version? `catcow quit` ends them", answer)
}

// AskStatus asks where the reminders stand. The error is ErrNotRunning when there is no resident.
func AskStatus(f system.Folders) (s Status, err error) {
	text, err := Ask(f, askStatus)
	if err == nil {
		err = json.Unmarshal([]byte(text), &s)
	}
	return s, err
}

// Start, Later, Skip, Pause, Resume and Quit are the wishes a person has of the resident; each answers the sentence to
// show them.

// Start begins a break at once; routine is an id, or "" for the one that comes next.
func Start(f system.Folders, routine string) (string, error) { return Ask(f, askBreak, routine) }

// Later puts a break off; 0 is as long as the settings say.
func Later(f system.Folders, d time.Duration) (string, error) { return Ask(f, askSnooze, d.String()) }

// Skip lets the break that is due, or the next one, be.
func Skip(f system.Folders) (string, error) { return Ask(f, askSkip) }

// Pause asks for no breaks until a moment; the zero time is until Resume.
func Pause(f system.Folders, until time.Time) (string, error) {
	if until.IsZero() {
		return Ask(f, askPause)
	}
	return Ask(f, askPause, until.Format(time.RFC3339))
}

// PauseToday asks for no breaks until the next day's work begins.
func PauseToday(f system.Folders) (string, error) { return Ask(f, askPause, tomorrow) }

// Resume ends a pause.
func Resume(f system.Folders) (string, error) { return Ask(f, askResume) }

// Quit ends the resident.
func Quit(f system.Folders) (string, error) { return Ask(f, askQuit) }

// What windows tell the resident. That there is none is no error: there is nobody to tell.

// TellBegan says that a routine is being played, so that no break is asked for meanwhile.
func TellBegan(f system.Folders, routine string) error { return tell(f, askBegan, routine) }

// TellEnded says that it is over: how long the person moved, and whether it was played to its end.
func TellEnded(f system.Folders, moved time.Duration, finished bool) error {
	how := howLeft
	if finished {
		how = howDone
	}
	return tell(f, askEnded, moved.Round(time.Second).String(), how)
}

// TellLeft says that the window closes.
func TellLeft(f system.Folders) error { return tell(f, askLeft) }

// refusal is the resident's sentence for what it does not do.
type refusal string

func (r refusal) Error() string { return string(r) }

func tell(f system.Folders, words ...string) error {
	_, err := Ask(f, words...)
	if no := refusal(""); err == nil || errors.Is(err, ErrNotRunning) || errors.As(err, &no) {
		return nil // nobody is there to be told, or it is just leaving
	}
	return fmt.Errorf("telling the reminders: %w", err)
}
