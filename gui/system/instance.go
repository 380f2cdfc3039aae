package system

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// ErrRunning says that the window is open already; it has been asked to show itself.
var ErrRunning = errors.New("the window is open already; it has been asked to come forward")

// The words of the window's socket. The paths to open follow askOpen as a JSON list, on the same line.
const (
	askShow   = "show"
	askResume = "resume"
	askOpen   = "open "
	answerOK  = "ok"
)

// mostWishes is how many wishes may wait for the window; more than a person can have at once.
const mostWishes = 16

// Wish is what another start of Catcow wants of the window, beside coming forward.
type Wish struct {
	Resume bool     // go on with the session that waits in it
	Open   []string // whole paths of files to show
}

// Instance is this process as the one that owns the window.
type Instance struct {
	server *Server
	show   chan Wish
}

// Claim makes this process the one that owns the window, by listening on the socket at path. When another process
// answers there it is asked to show its window and told the wish; the error is ErrRunning.
func Claim(path string, w Wish) (*Instance, error) {
	i := &Instance{show: make(chan Wish, mostWishes)}
	var err error
	if i.server, err = Serve(path, i.answer); errors.Is(err, ErrTaken) {
		if err := hand(path, w); err != nil {
			return nil, err
		}
		return nil, ErrRunning
	} else if err != nil {
		return nil, fmt.Errorf("claiming the window: %w", err)
	}
	return i, nil
}

// Raise asks the window that listens at path to come forward, and with resume to go on with the session that waits in
// it. The error is ErrNobody when there is none.
func Raise(path string, resume bool) error { return hand(path, Wish{Resume: resume}) }

// hand hands a wish to the window that listens at path.
func hand(path string, w Wish) error {
	line, err := w.line()
	if err != nil {
		return err
	}
	answer, err := Ask(path, line)
	if err == nil && answer != answerOK {
		err = fmt.Errorf("it answered %q", answer)
	}
	if errors.Is(err, ErrNobody) || err == nil {
		return err
	}
	return fmt.Errorf("the window is open already, but it does not answer (%w); end that process and start again", err)
}

// line is the wish as it is asked on the socket.
func (w Wish) line() (string, error) {
	switch {
	case len(w.Open) > 0:
		paths, err := json.Marshal(w.Open)
		if err != nil {
			return "", fmt.Errorf("naming the files to open: %w", err)
		}
		if len(askOpen)+len(paths) >= longestLine {
			return "", fmt.Errorf("%d files at once are too many; open a few at a time", len(w.Open))
		}
		return askOpen + string(paths), nil
	case w.Resume:
		return askResume, nil
	}
	return askShow, nil
}

// wish reads what another start asked; false when it makes no sense.
func wish(line string) (Wish, bool) {
	paths, open := strings.CutPrefix(line, askOpen)
	if !open {
		return Wish{Resume: line == askResume}, line == askShow || line == askResume
	}
	var w Wish
	if err := json.Unmarshal([]byte(paths), &w.Open); err != nil {
		return Wish{}, false
	}
	for _, path := range w.Open {
		if !filepath.IsAbs(path) { // it would be looked for in this process's own folder
			return Wish{}, false
		}
	}
	return w, len(w.Open) > 0
}

// Shown receives what other starts want; this window should come forward with each. It is closed by Close.
func (i *Instance) Shown() <-chan Wish { return i.show }

// Close gives the window free and removes the socket.
func (i *Instance) Close() error {
	defer close(i.show)
	return i.server.Close()
}

func (i *Instance) answer(line string) string {
	w, ok := wish(line)
	if !ok {
		return "unknown"
	}
	if len(w.Open) == 0 && len(i.show) > 0 {
		return answerOK // one wish to be shown is as good as many
	}
	select {
	case i.show <- w:
		return answerOK
	default:
		return "busy"
	}
}
