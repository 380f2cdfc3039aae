package gui

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/system"
	"catcow/gui/tray"
)

// teller tells the resident in the tray what happens in the window, in order and without the window waiting for it.
type teller struct {
	words chan func(system.Folders) error
	done  chan struct{}
}

func newTeller(f system.Folders) *teller {
	t := &teller{words: make(chan func(system.Folders) error, 16), done: make(chan struct{})}
	go func() {
		defer close(t.done)
		for tell := range t.words {
			if err := tell(f); err != nil {
				fyne.LogError("the reminders in the tray do not hear of this session", err)
			}
		}
	}()
	return t
}

func (t *teller) began(routine string) {
	t.words <- func(f system.Folders) error { return tray.TellBegan(f, routine) }
}

func (t *teller) ended(moved time.Duration, finished bool) {
	t.words <- func(f system.Folders) error { return tray.TellEnded(f, moved, finished) }
}

// left tells that the window is closed, and returns when everything has been told.
func (t *teller) left() {
	t.words <- tray.TellLeft
	close(t.words)
	<-t.done
}
