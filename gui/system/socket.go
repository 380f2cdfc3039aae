package system

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

// ErrNobody says that no process listens on the socket.
var ErrNobody = errors.New("nobody listens there")

// ErrTaken says that another process listens on the socket already.
var ErrTaken = errors.New("another process listens there")

const (
	// answerTime is how long the other process may take to answer, and to ask.
	answerTime = 2 * time.Second
	// longestLine is how long a line may be: a status with everything in it has some 500 bytes, a path up to 4096, and a
	// person may drop several files.
	longestLine = 64 << 10
)

// Server answers the lines that other processes of the same person ask on a unix socket: one line asked, one line
// answered.
type Server struct {
	listener net.Listener
	done     chan struct{}
}

// Serve listens on the socket at path, which only the person may open; answer is called on a goroutine of its own, for
// one line at a time. A socket nobody answers on is what a killed process left, and is taken over; where another
// process answers, the error is ErrTaken.
func Serve(path string, answer func(line string) string) (*Server, error) {
	// Held only while the socket is looked at: two starts at once could otherwise both find it stale.
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return nil, err
	}
	defer lock.Close()

	if conn, err := net.DialTimeout("unix", path, answerTime); err == nil {
		conn.Close()
		return nil, ErrTaken
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
	s := &Server{listener: listener, done: make(chan struct{})}
	go s.run(answer)
	return s, nil
}

// Close stops listening and removes the socket. When it returns nothing is being answered any more.
func (s *Server) Close() error {
	err := s.listener.Close()
	<-s.done
	return err
}

func (s *Server) run(answer func(string) string) {
	defer close(s.done)
	for {
		conn, err := s.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil {
			reply(conn, answer)
		}
	}
}

// reply reads one line and answers it. Whoever keeps the line open is not waited for long.
func reply(conn net.Conn, answer func(string) string) {
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(answerTime))
	if line, err := readLine(conn); err == nil {
		fmt.Fprintln(conn, answer(line))
	}
}

// Ask asks one line of the process that listens at path. The error is ErrNobody when none does.
func Ask(path, line string) (string, error) {
	conn, err := net.DialTimeout("unix", path, answerTime)
	if err != nil {
		return "", ErrNobody
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(answerTime))
	fmt.Fprintln(conn, line)
	answer, err := readLine(conn)
	if err != nil {
		return "", fmt.Errorf("asking the Catcow that runs: %w", err)
	}
	return answer, nil
}

func readLine(conn net.Conn) (string, error) {
	line, err := bufio.NewReader(io.LimitReader(conn, longestLine)).ReadString('\n')
	return strings.TrimSuffix(line, "\n"), err
}
