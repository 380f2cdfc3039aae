package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/system"
	"catcow/routines/session"
)

// pause is a break's window, with a clock that is moved by hand.
type pause struct {
	*Break
	now time.Time
}

func newPause(t *testing.T, routine string) *pause {
	t.Helper()
	files := &bench{t: t, dir: t.TempDir()}
	files.write("settings.toml", silent)
	p := &pause{now: time.Date(2026, 11, 22, 9, 10, 0, 0, time.Local)}
	b, err := openBreak(test.NewTempApp(t), Options{
		Folders: system.Folders{Config: files.dir, Data: files.dir, State: files.dir, Runtime: files.dir},
		Routine: routine, Now: func() time.Time { return p.now },
	}, func(f func()) { f() })
	if err != nil {
		t.Fatal(err)
	}
	p.Break = b
	t.Cleanup(b.Close)
	return p
}

func (p *pause) pass(d time.Duration) {
	for end := p.now.Add(d); p.now.Before(end); {
		p.now = p.now.Add(100 * time.Millisecond)
		p.tick()
	}
}

func TestABreakClosesByItselfWhenItIsOver(t *testing.T) {
	p := newPause(t, "micro-1")
	length := p.playing.session.View().Plan.Length
	p.pass(length)
	if p.playing == nil || p.playing.session.View().State != session.Done {
		t.Fatalf("after %v the break is not over", length)
	}
	p.pass(goodbye - time.Second)
	if p.playing == nil {
		t.Fatal("the end was not shown long enough to read")
	}
	p.pass(2 * time.Second)
	if p.playing != nil {
		t.Fatal("the window stays open")
	}
	if !p.finished || p.moved < length/2 {
		t.Errorf("the break says finished %v, moved %v of %v", p.finished, p.moved, length)
	}
}

func TestLeavingABreakAsksNothing(t *testing.T) {
	p := newPause(t, "micro-3")
	p.pass(20 * time.Second)
	p.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.playing != nil {
		t.Fatal("Escape does not leave")
	}
	if p.finished || p.moved < 5*time.Second {
		t.Errorf("left after 20 s it says finished %v, moved %v", p.finished, p.moved)
	}
}

func TestABreakThatCannotBePlayedSaysWhy(t *testing.T) {
	_, err := openBreak(test.NewTempApp(t), Options{
		Folders: system.Folders{Config: t.TempDir(), Data: t.TempDir()}, Routine: "nonesuch", Now: time.Now,
	}, func(f func()) { f() })
	if err == nil {
		t.Fatal("a routine that is not there was played")
	}
}
