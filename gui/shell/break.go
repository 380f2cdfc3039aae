package shell

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/session"
)

// The window of a break: large enough for the figure across a desk, small enough to leave what it interrupts in sight.
const (
	breakWidth  = 980
	breakHeight = 640
)

// goodbye is how long the end of a break is shown before its window closes by itself.
const goodbye = 5 * time.Second

// Break is the window of a break: one routine, played at once, and nothing beside it. It closes by itself when the
// routine is over, which gives the keyboard back to whatever had it, and it keeps nothing to go on with.
type Break struct {
	window
	ended    time.Time // when the routine was over; zero while it is not
	finished bool
	moved    time.Duration
}

// NewBreak makes the window of a break of o.Routine. It is an error when that cannot be played.
func NewBreak(a fyne.App, o Options) (*Break, error) { return openBreak(a, o, fyne.Do) }

func openBreak(a fyne.App, o Options, post func(func())) (*Break, error) {
	o.Break = true
	b := &Break{window: newWindow(a, o, post)}
	b.onCue, b.onTick, b.onLeave, b.onSettings = func() {}, b.heed, b.leave, func() {}
	p, err := b.fit(o.Routine, o.Length)
	if err != nil {
		b.close()
		return nil, fmt.Errorf("playing a break: %w", err)
	}
	b.win.SetTitle(look.T("shell.break", "Catcow: {{.Name}}", map[string]any{"Name": p.Routine.Name}))
	b.win.SetPadded(false)
	b.win.SetContent(b.root)
	b.win.Resize(fyne.NewSize(breakWidth, breakHeight))
	b.win.CenterOnScreen()
	b.win.SetMaster()
	b.win.SetCloseIntercept(b.leave)
	b.sharedKeys(b.leave)
	b.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if !b.fullScreenKey(e) && b.playing != nil {
			b.playing.screen.TypedKey(e)
		}
	})
	b.play(session.New(p, b.lib.Catalogue, o.Now()))
	return b, nil
}

// heed closes the window a moment after the routine is over.
func (b *Break) heed() {
	now := b.opts.Now()
	switch state := b.playing.session.View().State; {
	case state != session.Done && state != session.Stopped:
	case b.ended.IsZero():
		b.ended = now
	case now.Sub(b.ended) >= goodbye:
		b.leave()
	}
}

// leave closes the window.
func (b *Break) leave() {
	if b.playing == nil {
		return
	}
	sum := b.playing.session.Summary()
	b.moved, b.finished = sum.Moved, b.playing.session.View().State == session.Done
	b.clear(b.root.Objects[0])
	b.win.Close()
}

// ShowAndRun shows the window and returns when it is closed: whether the routine was played to its end, and how long
// the person moved.
func (b *Break) ShowAndRun() (finished bool, moved time.Duration) {
	b.win.Show()
	b.win.RequestFocus()
	b.app.Run()
	return b.finished, b.moved
}

// Close lets go of everything. Call it when ShowAndRun has returned.
func (b *Break) Close() { b.close() }
