package system

import (
	"errors"
	"fmt"
)

// ErrRunning says that the window is open already; it has been asked to show itself.
var ErrRunning = errors.New("the window is open already; it has been asked to come forward")

// The words of the window's socket.
const (
	askShow   = "show"
	askResume = "resume"
	answerOK  = "ok"
)

// Instance is this process as the one that owns the window.
type Instance struct {
	server *Server
	show   chan bool
}

// Claim makes this process the one that owns the window, by listening on the socket at path. When another process
// answers there it is asked to show its window, and with resume to go on with the session that waits in it; the error is
// ErrRunning.
func Claim(path string, resume bool) (*Instance, error) {
	i := &Instance{show: make(chan bool, 1)}
	var err error
	if i.server, err = Serve(path, i.answer); errors.Is(err, ErrTaken) {
		if err := Raise(path, resume); err != nil {
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
func Raise(path string, resume bool) error {
	word := askShow
	if resume {
		word = askResume
	}
	answer, err := Ask(path, word)
	if err == nil && answer != answerOK {
		err = fmt.Errorf("it answered %q", answer)
	}
	if errors.Is(err, ErrNobody) || err == nil {
		return err
	}
	return fmt.Errorf("the window is open already, but it does not answer (%w); end that process and start again", err)
}

// Shown receives when this window should come forward; true when it is to go on with the session that waits as well. It
// is closed by Close.
func (i *Instance) Shown() <-chan bool { return i.show }

// Close gives the window free and removes the socket.
func (i *Instance) Close() error {
	defer close(i.show)
	return i.server.Close()
}

func (i *Instance) answer(line string) string {
	if line != askShow && line != askResume {
		return "unknown"
	}
	select {
	case i.show <- line == askResume:
	default: // one wish to be shown is as good as many
	}
	return answerOK
}
