package system

import (
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"catcow/routines/message"
)

// The test binary itself is the speech program: it says over a socket what it was given, byte for byte, and then
// either ends or keeps speaking until it is killed.
func TestMain(m *testing.M) {
	if len(os.Args) > 3 && os.Args[1] == "speak" {
		conn, err := net.Dial("unix", os.Args[3])
		if err != nil {
			os.Exit(1)
		}
		fmt.Fprint(conn, strings.Join(os.Args[4:], "\x00"))
		conn.Close()
		if os.Args[2] == "long" {
			select {}
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// speaker is a way to speak, and what waits for the next line it speaks.
func speaker(t *testing.T, how string) (speech, func() string) {
	path := filepath.Join(t.TempDir(), "ear")
	ear, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ear.Close() })
	return speech{program: os.Args[0], args: []string{"speak", how, path}}, func() string {
		t.Helper()
		conn, err := ear.Accept()
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		line, err := io.ReadAll(conn)
		if err != nil {
			t.Fatal(err)
		}
		return string(line)
	}
}

func TestLineReachesTheProgramUntouched(t *testing.T) {
	way, spoken := speaker(t, "short")
	v := newVoice([]speech{way}, func(m message.Message) { t.Error(m) })
	defer v.Close()
	line := "-x $(touch pwned) `id`; \"quoted\" | & 'single' %PATH% Ä 你"
	v.Say(line + "\n\x07")
	if got := spoken(); got != line {
		t.Errorf("spoke %q, want %q", got, line)
	}
}

func TestNextLineCutsOffTheOneBefore(t *testing.T) {
	way, spoken := speaker(t, "long")
	v := newVoice([]speech{way}, func(m message.Message) { t.Error(m) })
	v.Say("one")
	if got := spoken(); got != "one" {
		t.Fatalf("spoke %q", got)
	}
	v.Say("two")
	if got := spoken(); got != "two" {
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
	way, spoken := speaker(t, "short")
	v := newVoice([]speech{{program: fails}, way}, func(m message.Message) { t.Error(m) })
	defer v.Close()
	v.Say("hello")
	if got := spoken(); got != "hello" {
		t.Errorf("spoke %q", got)
	}
}
