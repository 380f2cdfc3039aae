package terminal

import "io"

// key is what a person can ask for while playing.
type key byte

const (
	keyPause key = iota
	keyNext
	keyBack
	keyMore
	keyEase
	keyMute
	keyQuit
)

// keyOf maps what terminals send. Raw ones send Ctrl-C and Ctrl-D as bytes.
var keyOf = map[string]key{
	" ": keyPause, "\r": keyPause, "\n": keyPause,
	"n": keyNext, "\x1b[C": keyNext, "\x1bOC": keyNext,
	"b": keyBack, "\x1b[D": keyBack, "\x1bOD": keyBack,
	"+": keyMore, "=": keyMore,
	"e": keyEase,
	"m": keyMute,
	"q": keyQuit, "\x03": keyQuit, "\x04": keyQuit,
}

// readKeys reads single keys until the input ends, which counts as quitting. The goroutine ends with the process: a
// read from a terminal cannot be called off.
func readKeys(in io.Reader) <-chan key {
	keys := make(chan key)
	go func() {
		buf := make([]byte, 64)
		for {
			n, err := in.Read(buf)
			for _, k := range split(buf[:n]) {
				keys <- k
			}
			if err != nil {
				keys <- keyQuit
				return
			}
		}
	}()
	return keys
}

// split finds the keys in what was read. Terminals send a special key's whole sequence at once.
func split(data []byte) []key {
	var out []key
	for len(data) > 0 {
		n := 1
		if data[0] == 0x1b && len(data) >= 3 && (data[1] == '[' || data[1] == 'O') {
			for n = 2; n < len(data) && (data[n] < 0x40 || data[n] > 0x7e); n++ {
			}
			n = min(n+1, len(data))
		}
		k, ok := keyOf[string(data[:n])]
		if !ok && n == 1 && data[0] >= 'A' && data[0] <= 'Z' { // with the shift key held
			k, ok = keyOf[string(data[0]-'A'+'a')]
		}
		if ok {
			out = append(out, k)
		}
		data = data[n:]
	}
	return out
}
