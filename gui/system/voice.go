package system

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"sync"
	"time"
	"unicode"

	"catcow/routines/message"
)

// NoVoice is what is said, once, when the system has no speech. Captions show every line anyway.
var NoVoice = message.New("system.no-voice", "No voice on this device. The captions show every line.")

// hushTime is how long a speech program may take to fall silent.
const hushTime = 2 * time.Second

// speech is a way to speak: a program with fixed arguments, and where the line goes. No shell ever reads it.
type speech struct {
	program string
	args    []string
	stdin   bool     // the line goes to the standard input, else it is the last argument
	hush    []string // the program's arguments that silence what a killed one has handed on
}

// Voice speaks lines through the system's own speech, one at a time. Its methods return at once, except Close, and
// may be called from anywhere.
type Voice struct {
	missing func(message.Message)
	ways    []speech // what is left to try; the first is in use
	lines   chan string
	done    chan struct{}

	mu     sync.Mutex
	closed bool
}

// NewVoice makes the voice ready; no program runs until a line is said. When the system turns out to have no
// speech, missing is called once with NoVoice, from a goroutine of its own.
func NewVoice(missing func(message.Message)) *Voice { return newVoice(speeches, missing) }

func newVoice(ways []speech, missing func(message.Message)) *Voice {
	v := &Voice{missing: missing, ways: ways, lines: make(chan string, 1), done: make(chan struct{})}
	go v.serve()
	return v
}

// Say speaks a line and cuts off the one before it.
func (v *Voice) Say(line string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return
	}
	select {
	case <-v.lines: // not begun yet, and now out of date
	default:
	}
	v.lines <- speakable(line)
}

// Stop cuts off the line that is being spoken.
func (v *Voice) Stop() { v.Say("") }

// Close cuts the line off and waits until nothing of the voice runs any more.
func (v *Voice) Close() {
	v.mu.Lock()
	if !v.closed {
		v.closed = true
		close(v.lines)
	}
	v.mu.Unlock()
	<-v.done
}

// utterance is one line being spoken.
type utterance struct {
	way   speech
	line  string
	stop  context.CancelFunc
	ended chan error // receives once
}

func (v *Voice) serve() {
	defer close(v.done)
	var now *utterance
	for {
		var ended chan error
		if now != nil {
			ended = now.ended
		}
		select {
		case line, ok := <-v.lines:
			now.silence()
			now = nil
			if !ok {
				return
			}
			if line != "" {
				now = v.speak(line)
			}
		case err := <-ended:
			now.stop()
			line := now.line
			now = nil
			if err != nil { // this way does not work here; the next one says it
				v.ways = v.ways[1:]
				now = v.speak(line)
			}
		}
	}
}

// speak starts the line on the first way that starts, or gives nil.
func (v *Voice) speak(line string) *utterance {
	had := len(v.ways) > 0
	for len(v.ways) > 0 {
		if u, err := begin(v.ways[0], line); err == nil {
			return u
		}
		v.ways = v.ways[1:]
	}
	if had {
		v.missing(NoVoice)
	}
	return nil
}

func begin(way speech, line string) (*utterance, error) {
	ctx, stop := context.WithCancel(context.Background())
	args := way.args
	if !way.stdin {
		args = append(args[:len(args):len(args)], line)
	}
	cmd := exec.CommandContext(ctx, way.program, args...)
	if way.stdin {
		cmd.Stdin = strings.NewReader(line)
	}
	// A helper that outlives the killed program must not keep its end from being seen.
	cmd.WaitDelay = hushTime
	quiet(cmd)
	if err := cmd.Start(); err != nil {
		stop()
		return nil, err
	}
	u := &utterance{way: way, line: line, stop: stop, ended: make(chan error, 1)}
	go func() {
		err := cmd.Wait()
		if errors.Is(err, exec.ErrWaitDelay) {
			err = nil
		}
		u.ended <- err
	}()
	return u, nil
}

// silence ends the line and returns when it is quiet.
func (u *utterance) silence() {
	if u == nil {
		return
	}
	select {
	case <-u.ended:
		u.stop()
		return
	default:
	}
	u.stop()
	<-u.ended
	if u.way.hush != nil {
		ctx, stop := context.WithTimeout(context.Background(), hushTime)
		defer stop()
		cmd := exec.CommandContext(ctx, u.way.program, u.way.hush...)
		quiet(cmd)
		_ = cmd.Run()
	}
}

// speakable takes out what is not text: control characters, which some speech programs read as commands.
func speakable(line string) string {
	line = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(line, " "))
	return strings.TrimSpace(line)
}
