package terminal

import (
	"slices"
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  []key
	}{
		{" ", []key{keyPause}},
		{"nN", []key{keyNext, keyNext}},
		{"b+=em", []key{keyBack, keyMore, keyMore, keyEase, keyMute}},
		{"\x1b[C\x1b[D\x1bOC", []key{keyNext, keyBack, keyNext}},
		{"\x1b[1;5C\x1b[3~x", nil}, // Ctrl with an arrow, Delete
		{"\x03", []key{keyQuit}},
		{"\x1b", nil},
		{"\x1b[", nil},
		{"ü", nil},
		{"Q", []key{keyQuit}},
	} {
		if got := split([]byte(tt.typed)); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.typed, got, tt.want)
		}
	}
}

func TestEndOfInputQuits(t *testing.T) {
	keys := readKeys(strings.NewReader("n"))
	if a, b := <-keys, <-keys; a != keyNext || b != keyQuit {
		t.Errorf("%v, %v", a, b)
	}
}

func FuzzKeys(f *testing.F) {
	f.Add([]byte("n\x1b[C\x1b[1;5C\x1b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := split(data); len(got) > len(data) {
			t.Errorf("%q has %d keys", data, len(got))
		}
	})
}
