package tray

import (
	"time"

	"catcow/gui/look"
)

// host is whether there is a tray to show the icon in.
type host int

const (
	hostUnknown host = iota
	hostThere
	hostMissing // there is a session bus, and nothing on it shows icons
	hostNoBus   // there is no session bus
	hostNewBus  // there is one again, and everything on it has to be set up anew
)

// hostChanged does what follows from another tray, or none.
func (r *resident) hostChanged() {
	switch r.host {
	case hostThere:
		r.port.icon.again()
	case hostNewBus:
		r.quit, r.again = true, true
	case hostMissing:
		time.AfterFunc(trayComes, func() {
			send(r.life, r.wishes, func(r *resident) (string, error) {
				if r.host == hostMissing {
					r.tellOnce("no-tray", noTray())
				}
				return "", nil
			})
		})
	}
}

// trayComes is how long after logging in, or after a panel ended, a tray may take to be there.
const trayComes = 30 * time.Second

func noTray() string {
	return look.T("tray.no-tray", "This desktop shows no tray icons. Reminders come as notifications; to open Catcow, start it again.")
}

// missing is what this desktop lacks, in words.
func (r *resident) missing() (out []string) {
	switch r.host {
	case hostMissing:
		out = append(out, noTray())
	case hostNoBus:
		out = append(out, look.T("tray.no-bus", "There is no session bus (D-Bus) here, so neither a tray icon nor notifications can be shown."))
	}
	if s := r.port.notes.State(); !s.Available && r.host != hostNoBus && s.Missing.ID != "" {
		out = append(out, look.Say(s.Missing))
	}
	return out
}
