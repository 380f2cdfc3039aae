package notify

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// What a file says may hold anything that PowerShell would run.
var hostile = Note{
	Slot: "break", Title: "-e $(calc)", Body: "`calc`\n\"; calc; '", Fixed: "Time to move", Elsewhere: "Choose in the tray menu",
	Actions: []Action{{"start", "$(calc)"}}, Expires: 90 * time.Second,
}

func TestToastHoldsOnlyFixedText(t *testing.T) {
	c := toastCall(hostile)
	if got, want := c.input, "break\n90\n0\nTime to move\nChoose in the tray menu"; got != want {
		t.Errorf("the input is %q, want %q", got, want)
	}
	if plainNote := toastCall(Note{Fixed: "Hello", Sound: true}); !slices.Equal(plainNote.args, c.args) || plainNote.input != "\n0\n1\nHello" {
		t.Errorf("another note runs another script, or reads %q", plainNote.input)
	}
	for _, arg := range append(c.args, c.input) {
		if strings.Contains(arg, "calc") {
			t.Errorf("a routine's text reaches PowerShell: %q", arg)
		}
	}
	code, err := base64.StdEncoding.DecodeString(c.args[len(c.args)-1])
	if err != nil {
		t.Fatal(err)
	}
	units := make([]uint16, len(code)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(code[2*i:])
	}
	if got := string(utf16.Decode(units)); got != toastScript {
		t.Errorf("the script is %q", got)
	}
}

func TestAppleScriptIsAlwaysTheSame(t *testing.T) {
	c := appleCall(hostile)
	want := call{"osascript", []string{"-", "-e $(calc)", "`calc`\n\"; calc; '\nChoose in the tray menu", ""}, appleScript}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("%+v, want %+v", c, want)
	}
	if got := appleCall(Note{Title: "a", Body: "b", Elsewhere: "c", Sound: true}).args; !slices.Equal(got, []string{"-", "a", "b", "Tink"}) {
		t.Errorf("a note without actions gives %q", got)
	}
}

func TestScriptFails(t *testing.T) {
	var ran []call
	fails := errors.New("blocked")
	s := &script{call: toastCall, run: func(c call) error { ran = append(ran, c); return fails }}
	n := &Notifier{way: s, ends: newEnds()}
	if !n.State().Available || n.State().Buttons {
		t.Errorf("state is %+v", n.State())
	}
	if err := n.Show(hostile); !errors.Is(err, fails) {
		t.Errorf("showing gives %v", err)
	}
	if got := n.State(); got.Available || got.Missing.String() != "The notification was not shown: blocked." {
		t.Errorf("state is %+v", got)
	}
	fails = nil
	if err := n.Show(hostile); err != nil || !n.State().Available {
		t.Errorf("showing again gives %v, and state %+v", err, n.State())
	}
	n.Withdraw("break")
	n.Close()
	if err := n.Show(hostile); !errors.Is(err, ErrClosed) || len(ran) != 2 {
		t.Errorf("after closing, showing gives %v", err)
	}
}
