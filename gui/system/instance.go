package system

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

// ErrRunning says that the window is open already; it has been asked to show itself.
var ErrRunning = errors.New("the window is open already; it has been asked to come forward")

// answerTime is how long the other window may take to answer, or another process to ask.
const answerTime = 2 * time.Second

// The words of the socket: one line asked, one line answered.
const (
	askShow  = "show"
	answerOK = "ok"
)

// Instance is this process as the one that owns the window.
type Instance struct {
	listener net.Listener
	show     chan struct{}
}

// Claim makes this process the one that owns the window, by listening on the socket at path, which only the
// person may open. When another process answers there it is asked to show its window and the error is ErrRunning;
// a socket nobody answers on is what a killed process left, and is taken over.
func Claim(path string) (*Instance, error) {
	// Held only while the socket is looked at: two starts at once could otherwise both find it stale.
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return nil, fmt.Errorf("claiming the window: %w", err)
	}
	defer lock.Close()

	if conn, err := net.DialTimeout("unix", path, answerTime); err == nil {
		defer conn.Close()
		return nil, ask(conn)
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("clearing an old socket away: %w", err)
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("opening the socket: %w", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		listener.Close()
		return nil, fmt.Errorf("closing the socket to others: %w", err)
	}
	i := &Instance{listener: listener, show: make(chan struct{}, 1)}
	go i.serve()
	return i, nil
}

// Shown receives when somebody started Catcow again and this window should come forward. It is closed by Close.
func (i *Instance) Shown() <-chan struct{} { return i.show }

// Close gives the window free and removes the socket.
func (i *Instance) Close() error { return i.listener.Close() }

func (i *Instance) serve() {
	defer close(i.show)
	for {
		conn, err := i.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil {
			i.answer(conn)
		}
	}
}

// answer reads one short line and answers it. Whoever keeps the line open is not waited for long.
func (i *Instance) answer(conn net.Conn) {
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(answerTime))
	line, err := bufio.NewReader(io.LimitReader(conn, 64)).ReadString('\n')
	if err != nil {
		return
	}
	if line != askShow+"\n" {
		fmt.Fprintln(conn, "unknown")
		return
	}
	select {
	case i.show <- struct{}{}:
	default: // one wish to be shown is as good as many
	}
	fmt.Fprintln(conn, answerOK)
}

func ask(conn net.Conn) error {
	_ = conn.SetDeadline(time.Now().Add(answerTime))
	fmt.Fprintln(conn, askShow)
	line, err := bufio.NewReader(io.LimitReader(conn, 64)).ReadString('\n')
	if err != nil || line != answerOK+"\n" {
		return errors.New("the window is open already, but it does not answer; end that process and start again")
	}
	return ErrRunning
}
