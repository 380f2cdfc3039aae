//go:build unix && !darwin

package notify

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"catcow/routines/message"
)

const nasty = "<b>&\"$(calc)\x00\xff\n`reboot`"

func TestArguments(t *testing.T) {
	note := Note{Title: "A <b>&\ntitle", Body: nasty, Elsewhere: "Look & see", Default: "go",
		Actions: []Action{{"stay", "Stay"}, {"go", "Go & run"}}}
	const shows = "<b>&\"$(calc) \uFFFD\n`reboot`"
	for _, c := range []struct {
		can         string
		title, body string
		actions     []string
	}{
		{"body body-markup actions", "A <b>& title", "&lt;b&gt;&amp;\"$(calc) \uFFFD\n`reboot`", []string{"default", "Go & run", "stay", "Stay", "go", "Go & run"}},
		{"body actions", "A <b>& title", shows, []string{"default", "Go & run", "stay", "Stay", "go", "Go & run"}},
		{"body", "A <b>& title", shows + "\nLook & see", nil},
		{"body body-markup", "A <b>& title", "&lt;b&gt;&amp;\"$(calc) \uFFFD\n`reboot`\nLook &amp; see", nil},
		{"", "A <b>& title " + strings.ReplaceAll(shows, "\n", " ") + " Look & see", "", nil},
	} {
		got := arguments(note, &server{capabilities: strings.Fields(c.can)}, 7)
		if got[1] != uint32(7) || got[3] != c.title || got[4] != c.body || !slices.Equal(got[5].([]string), c.actions) {
			t.Errorf("%q: %q, %q, %q; want %q, %q, %q", c.can, got[3], got[4], got[5], c.title, c.body, c.actions)
		}
	}
	if got := arguments(Note{Title: "a", Elsewhere: "b"}, &server{capabilities: []string{"body"}}, 0); got[4] != "" {
		t.Errorf("a note without actions says where to choose: %q", got[4])
	}
}

func TestHints(t *testing.T) {
	for _, c := range []struct {
		note Note
		want map[string]any
	}{
		{Note{}, map[string]any{"urgency": byte(1), "transient": false, "suppress-sound": true, "sound-name": nil,
			"desktop-entry": "io.github.catcow.Catcow"}},
		{Note{Quiet: true, Transient: true, Sound: true}, map[string]any{"urgency": byte(0), "transient": true,
			"suppress-sound": nil, "sound-name": "message-new-instant"}},
		{Note{Urgent: true, Quiet: true}, map[string]any{"urgency": byte(2)}},
	} {
		h := hints(c.note)
		for key, want := range c.want {
			if v, ok := h[key]; ok != (want != nil) || ok && v.Value() != want {
				t.Errorf("%+v: %s is %v, want %v", c.note, key, v, want)
			}
		}
		if sign := h["image-data"].Signature().String(); sign != "(iiibiiay)" {
			t.Errorf("image-data is %s", sign)
		}
	}
}

func TestIcon(t *testing.T) {
	p := icon()
	if int(p.Stride*p.Height) != len(p.Data) || p.Stride != p.Width*p.Channels {
		t.Fatalf("%d bytes in %d rows of %d", len(p.Data), p.Height, p.Stride)
	}
	if corner, middle := p.Data[3], p.Data[p.Stride*p.Height/2+p.Stride/2+3]; corner != 0 || middle != 0xff {
		t.Errorf("alpha is %d in the corner and %d in the middle; want 0 and 255", corner, middle)
	}
}

func TestTimeout(t *testing.T) {
	for d, want := range map[time.Duration]int32{0: -1, -1: -1, time.Nanosecond: 1, 30 * time.Second: 30000, 1 << 62: 1<<31 - 1} {
		if got := timeout(d); got != want {
			t.Errorf("%v is %d ms, want %d", d, got, want)
		}
	}
}

func TestShows(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions", "body-markup")
	n := opened(t)
	if s, want := n.State(), (State{Available: true, Buttons: true, Server: "fake"}); !reflect.DeepEqual(s, want) {
		t.Errorf("state is %+v, want %+v", s, want)
	}
	mustShow(t, n, breakNote)
	got := f.note()
	if got.replaces != 0 || got.title != "Time to move" || got.timeout != 30000 || got.icon != AppID ||
		!slices.Equal(got.actions, []string{"default", "Start", "start", "Start", "snooze", "5 min", "skip", "Skip"}) {
		t.Errorf("shown is %+v", got)
	}
	f.say("ActivationToken", uint32(1), "token-1")
	f.say("ActionInvoked", uint32(1), "default")
	f.say("NotificationClosed", uint32(1), uint32(2))
	mustChoose(t, n, Choice{Slot: "break", Action: "start", Token: "token-1"})
	if id := <-f.closed; id != 1 {
		t.Errorf("closed is %d", id)
	}
	mustShow(t, n, breakNote) // also answers after what came of the first
	mustNotChoose(t, n)
	if got := f.note().replaces; got != 0 {
		t.Errorf("a note that is gone is replaced: %d", got)
	}
	f.say("ActionInvoked", uint32(2), "snooze")
	mustChoose(t, n, Choice{Slot: "break", Action: "snooze"})
}

func TestReplaces(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions")
	n := opened(t)
	for i, c := range []struct {
		slot     string
		replaces uint32
	}{{"soon", 0}, {"soon", 1}, {"break", 0}, {"soon", 1}, {"break", 2}} {
		mustShow(t, n, Note{Slot: c.slot, Title: c.slot, Actions: []Action{{fmt.Sprint("key-", i), "Go"}}})
		if got := f.note().replaces; got != c.replaces {
			t.Errorf("note %d in %q replaces %d, want %d", i, c.slot, got, c.replaces)
		}
	}
	f.say("ActionInvoked", uint32(1), "key-0") // of a note that is replaced, so no choice
	f.say("ActionInvoked", uint32(1), "default")
	f.say("ActionInvoked", uint32(1), "key-3")
	mustChoose(t, n, Choice{Slot: "soon", Action: "key-3"})
	n.Withdraw("break")
	got := []uint32{<-f.closed, <-f.closed}
	slices.Sort(got) // the fake answers each call by itself
	if !slices.Equal(got, []uint32{1, 2}) {
		t.Errorf("closed are %v, want 1 for its choice and 2 for being withdrawn", got)
	}
	f.say("NotificationClosed", uint32(2), uint32(3))
	n.Withdraw("nothing")
	mustShow(t, n, Note{Slot: "break"})
	mustNotChoose(t, n)
	n.Close()
	if id := <-f.closed; id != 3 {
		t.Errorf("closing leaves %d, but closed %d", 3, id)
	}
	if err := n.Show(breakNote); !errors.Is(err, ErrClosed) {
		t.Errorf("after closing, showing gives %v", err)
	}
	if _, open := <-n.Chosen(); open {
		t.Error("closing leaves the choices open")
	}
	n.Close()
	n.Withdraw("break")
}

func TestReasons(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions")
	n := opened(t)
	for i, want := range []Reason{Unknown, Expired, Dismissed, Closed, Unknown} {
		mustShow(t, n, breakNote)
		f.say("NotificationClosed", uint32(i+1), uint32(i))
		mustChoose(t, n, Choice{Slot: "break", Reason: want})
	}
}

// An answer may come before the id it belongs to.
func TestEarlyAnswer(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions")
	f.change(func() {
		f.before = func(id uint32) {
			f.say("ActionInvoked", id+1, "skip") // somebody else's
			f.say("ActionInvoked", id, "snooze")
		}
	})
	n := opened(t)
	mustShow(t, n, breakNote)
	mustChoose(t, n, Choice{Slot: "break", Action: "snooze"})
}

// Anybody on the bus can send us a signal that looks right; only the notification program's own count.
func TestForeignSignals(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions")
	n := opened(t)
	mustShow(t, n, breakNote)
	us := n.way.(*bus).conn.Names()[0]
	send := func(conn *dbus.Conn, path dbus.ObjectPath, member string, body ...any) {
		t.Helper()
		m := &dbus.Message{Type: dbus.TypeSignal, Body: body, Headers: map[dbus.HeaderField]dbus.Variant{
			dbus.FieldDestination: dbus.MakeVariant(us), dbus.FieldPath: dbus.MakeVariant(path),
			dbus.FieldInterface: dbus.MakeVariant(service), dbus.FieldMember: dbus.MakeVariant(member),
			dbus.FieldSignature: dbus.MakeVariant(dbus.SignatureOf(body...)),
		}}
		if call := conn.Send(m, nil); call.Err != nil {
			t.Fatal(call.Err)
		}
	}
	other := d.connect()
	send(other, object, "ActionInvoked", uint32(1), "start")
	send(other, object, "NotificationClosed", uint32(1), uint32(2))
	send(f.conn, "/elsewhere", "ActionInvoked", uint32(1), "start")
	send(f.conn, object, "ActionInvoked", "1", "start")
	send(f.conn, object, "ActionInvoked", uint32(1))
	send(f.conn, object, "ActionInvoked", uint32(1), "unknown")
	send(f.conn, object, "Else", uint32(1), "start")
	if err := other.BusObject().Call("org.freedesktop.DBus.Peer.Ping", 0).Err; err != nil { // what it sent has gone out
		t.Fatal(err)
	}
	send(f.conn, object, "ActionInvoked", uint32(1), "skip")
	mustChoose(t, n, Choice{Slot: "break", Action: "skip"})
	mustNotChoose(t, n)
}

func TestServerComesAndGoes(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	n := opened(t)
	without := func() {
		t.Helper()
		if s := n.State(); !reflect.DeepEqual(s, State{Missing: NoServer}) {
			t.Errorf("state is %+v without a notification program", s)
		}
		var m message.Message
		if err := n.Show(breakNote); !errors.As(err, &m) || m.ID != NoServer.ID {
			t.Errorf("showing gives %v without a notification program", err)
		}
	}
	without()
	for range 2 {
		f := d.fake("body")
		mustShow(t, n, breakNote)
		if s, want := n.State(), (State{Available: true, Server: "fake"}); !reflect.DeepEqual(s, want) {
			t.Errorf("state is %+v, want %+v", s, want)
		}
		if got := f.note(); got.replaces != 0 || len(got.actions) > 0 || !strings.HasSuffix(got.body, breakNote.Elsewhere) {
			t.Errorf("shown is %+v", got)
		}
		f.conn.Close()
		mustChoose(t, n, Choice{Slot: "break", Reason: Closed})
		without()
	}

	// One takes over from another, and counts from 1 again.
	first := d.fake("body", "actions")
	mustShow(t, n, breakNote)
	if _, err := first.conn.ReleaseName(service); err != nil {
		t.Fatal(err)
	}
	second := d.fake("body", "actions")
	mustChoose(t, n, Choice{Slot: "break", Reason: Closed})
	mustShow(t, n, Note{Slot: "other", Actions: breakNote.Actions})
	mustShow(t, n, breakNote)
	if got := second.note().replaces; got != 0 {
		t.Errorf("the second program is to replace %d, which the first one showed", got)
	}
	second.say("ActionInvoked", uint32(1), "start")
	mustChoose(t, n, Choice{Slot: "other", Action: "start"})
}

func TestBusComesAndGoes(t *testing.T) {
	d := newDaemon(t, "")
	n := opened(t)
	for range 2 {
		if s := n.State(); !reflect.DeepEqual(s, State{Missing: NoBus}) {
			t.Errorf("state is %+v without a bus", s)
		}
		var m message.Message
		if err := n.Show(breakNote); !errors.As(err, &m) || m.ID != NoBus.ID {
			t.Errorf("showing gives %v without a bus", err)
		}
		d.start()
		f := d.fake("body", "actions")
		mustShow(t, n, breakNote)
		f.note()
		d.stop()
		mustChoose(t, n, Choice{Slot: "break", Reason: Closed})
	}
}

func TestRefusals(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions")
	n := opened(t)
	f.change(func() {
		f.refuse = &dbus.Error{Name: "org.freedesktop.Notifications.Error.ExcessNotificationGeneration", Body: []any{"Too many"}}
	})
	var m message.Message
	if err := n.Show(breakNote); !errors.As(err, &m) || m.String() != "The notification was not shown: Too many." {
		t.Errorf("showing gives %v", err)
	}
	if s := n.State(); s.Available || s.Missing.ID != "notify.refused" {
		t.Errorf("state is %+v after a refusal", s)
	}
	f.change(func() { f.refuse = nil })
	mustShow(t, n, breakNote)
	if s := n.State(); !s.Available {
		t.Errorf("state is %+v after showing", s)
	}

	n.way.(*bus).patience = 50 * time.Millisecond
	var err error
	f.change(func() { err = n.Show(breakNote) }) // the fake hangs meanwhile
	if !errors.As(err, &m) || m.ID != Silent.ID {
		t.Errorf("showing gives %v by a program that hangs", err)
	}
	if s := n.State(); !reflect.DeepEqual(s, State{Missing: Silent}) {
		t.Errorf("state is %+v", s)
	}
	n.way.(*bus).patience = soon
	mustShow(t, n, breakNote)
}

// Every other program's notifications would wake us if we listened while we show none.
func TestListensOnlyWhileShown(t *testing.T) {
	d := newDaemon(t, "")
	d.start()
	f := d.fake("body", "actions")
	n := opened(t)
	us := func() string { return n.way.(*bus).conn.Names()[0] }
	rules := func() uint32 {
		t.Helper()
		var stats map[string]dbus.Variant
		// Asked on the same connection, so it answers after what was sent before.
		err := n.way.(*bus).conn.BusObject().Call("org.freedesktop.DBus.Debug.Stats.GetConnectionStats", 0, us()).Store(&stats)
		if err != nil {
			t.Skipf("this bus does not count: %v", err)
		}
		return stats["MatchRules"].Value().(uint32)
	}
	n.State()
	for i := range 2 {
		if got := rules(); got != 1 {
			t.Errorf("%d rules while nothing is shown, want the one for the notification program itself", got)
		}
		mustShow(t, n, breakNote)
		mustShow(t, n, breakNote)
		if got := rules(); got != 2 {
			t.Errorf("%d rules while a note is shown, want 2", got)
		}
		f.say("NotificationClosed", uint32(i+1), uint32(1))
		mustChoose(t, n, Choice{Slot: "break", Reason: Expired})
	}
	mustShow(t, n, breakNote)
	n.Withdraw("break")
	if got := rules(); got != 1 {
		t.Errorf("%d rules after withdrawing, want 1", got)
	}
	f.change(func() { f.refuse = dbus.MakeFailedError(errors.New("no")) })
	if n.Show(breakNote) == nil || rules() != 1 {
		t.Errorf("%d rules after a refusal, want 1", rules())
	}
}

func TestNobodyTakesChoices(t *testing.T) {
	e := newEnds()
	for i := range waiting + 3 {
		e.put(Choice{Action: fmt.Sprint(i)})
	}
	if c := <-e.ch; c.Action != "3" {
		t.Errorf("the oldest that is kept is %s, want 3", c.Action)
	}
	e.close()
	e.put(Choice{})
	e.close()
}
