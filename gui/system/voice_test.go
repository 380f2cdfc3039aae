package system

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"catcow/routines/message"
)

// The test binary itself is the speech program: it writes what it was given to a file, byte for byte, and then
// either ends or keeps speaking until it is killed.
func TestMain(m *testing.M) {
	if len(os.Args) > 3 && os.Args[1] == "speak" {
		said := strings.Join(os.Args[4:], "\x00")
		if err := os.WriteFile(os.Args[3]+".tmp", []byte(said), 0o600); err == nil {
			_ = os.Rename(os.Args[3]+".tmp", os.Args[3])
		}
		if os.Args[2] == "long" {
			select {}
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// spoken waits for the speech program's file; the deadline only bounds a failure.
func spoken(t *testing.T, path string) string {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if data, err := os.ReadFile(path); err == nil {
			return string(data)
		}
	}
	t.Fatal("nothing was spoken")
	return ""
}

func speaker(t *testing.T, how, name string) (speech, string) {
	path := filepath.Join(t.TempDir(), name)
	return speech{program: os.Args[0], args: []string{"speak", how, path}}, path
}

func TestLineReachesTheProgramUntouched(t *testing.T) {
	way, path := speaker(t, "short", "said")
	v := newVoice([]speech{way}, func(m message.Message) { t.Error(m) })
	defer v.Close()
	line := "-x $(touch pwned) `id`; \"quoted\" | & 'single' %PATH% Ä 你"
	v.Say(line + "\n\x07")
	if got := spoken(t, path); got != line {
		t.Errorf("spoke %q, want %q", got, line)
	}
}

func TestNextLineCutsOffTheOneBefore(t *testing.T) {
	way, path := speaker(t, "long", "said")
	v := newVoice([]speech{way}, func(m message.Message) { t.Error(m) })
	v.Say("one")
	if got := spoken(t, path); got != "one" {
		t.Fatalf("spoke %q", got)
	}
	os.Remove(path)
	v.Say("two")
	if got := spoken(t, path); got != "two" {
		t.Fatalf("spoke %q", got)
	}
	v.Close() // returns only when the endless program is gone
	v.Say("three")
}

func TestMissingVoiceIsSaidOnce(t *testing.T) {
	said := make(chan message.Message, 8)
	v := newVoice([]speech{{program: "no-such-speech-program"}}, func(m message.Message) { said <- m })
	for range 3 {
		v.Say("hello")
		v.Stop()
	}
	v.Say("hello")
	if m := <-said; m.ID != NoVoice.ID {
		t.Errorf("said %q", m)
	}
	v.Close()
	if len(said) != 0 {
		t.Error("the missing voice was said twice")
	}
}

func TestBrokenWayGivesRoomToTheNext(t *testing.T) {
	fails, err := exec.LookPath("false")
	if err != nil {
		t.Skip("no program that fails")
	}
	way, path := speaker(t, "short", "said")
	v := newVoice([]speech{{program: fails}, way}, func(m message.Message) { t.Error(m) })
	defer v.Close()
	v.Say("hello")
	if got := spoken(t, path); got != "hello" {
		t.Errorf("spoke %q", got)
	}
}
