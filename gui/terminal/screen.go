package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/term"

	"catcow/routines/message"
)

// screen is where a player writes: lines that stay, and below them, on a live terminal, one that is written over.
// Its methods may be called from several goroutines.
type screen struct {
	live  bool       // a person can press keys, and lines can be written over
	width func() int // of the terminal, in characters; live only

	mu    sync.Mutex
	out   io.Writer
	end   string // of a line
	below string
}

// openScreen prepares the terminal for single keys where they are wanted and both ends of it are one, and answers how
// to put it back. Otherwise the keys are nil.
func openScreen(e Env, keyed bool) (s *screen, keys <-chan key, restore func()) {
	s = &screen{out: e.Out, end: "\n"}
	in, ok1 := e.In.(*os.File)
	o, ok2 := e.Out.(*output)
	if !keyed || !ok1 || !ok2 {
		return s, nil, func() {}
	}
	out, ok := o.Writer.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		return s, nil, func() {}
	}
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return s, nil, func() {}
	}
	s.live, s.end = true, "\r\n"
	s.width = func() int {
		if w, _, err := term.GetSize(int(out.Fd())); err == nil && w > 0 {
			return w
		}
		return 80
	}
	return s, readKeys(in), func() {
		s.status("")
		_ = term.Restore(int(in.Fd()), before)
	}
}

// line writes a line that stays.
func (s *screen) line(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wipe()
	fmt.Fprint(s.out, text, s.end)
	fmt.Fprint(s.out, s.below)
}

// note writes a message that came from elsewhere.
func (s *screen) note(m message.Message) { s.line("         " + m.String()) }

// status writes over the last line. It is cut to the terminal's width, as a line that wraps cannot be written over.
func (s *screen) status(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.live {
		return
	}
	if most := s.width() - 1; utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:max(most, 0)])
	}
	if text == s.below {
		return
	}
	s.wipe()
	s.below = text
	fmt.Fprint(s.out, text)
}

func (s *screen) wipe() {
	if s.below != "" {
		fmt.Fprint(s.out, "\r", strings.Repeat(" ", utf8.RuneCountInString(s.below)), "\r")
	}
}
