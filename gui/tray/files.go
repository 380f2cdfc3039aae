package tray

import (
	"time"

	"catcow/routines"
	"catcow/routines/breaks"
	"catcow/routines/plan"
	"catcow/routines/session"
	"catcow/routines/settings"
)

// readLibrary finds out what a break can be. The library itself is not kept: it is large, and needed once.
func (r *resident) readLibrary() {
	r.choice = Candidates(routines.Load(r.folders.Data), r.set)
	r.setLengths()
}

// Candidates are what a break can be, as long as this person takes for them.
func Candidates(lib *routines.Library, s settings.Settings) []breaks.Candidate {
	return breaks.Candidates(lib, func(of *routines.Routine) time.Duration {
		p, err := plan.Fit(plan.Input{
			Routine: of, Catalogue: lib.Catalogue, Pace: s.PlanPace(), Floor: time.Duration(s.HoldFloor), Warm: s.Warm,
		})
		if err != nil {
			return 0
		}
		return p.Length
	})
}

func (r *resident) setLengths() {
	for _, kind := range breaks.Kinds {
		if c, ok := r.coming(kind); ok {
			r.clock.SetLength(kind, c.Length)
		}
	}
}

// coming is what a break of this kind will be.
func (r *resident) coming(kind breaks.Kind) (breaks.Choice, bool) {
	return breaks.Choose(r.choice, r.set.Breaks, r.clock.State(r.now()).Recent, kind, r.now())
}

// readParked looks for a cool-down that waits.
func (r *resident) readParked() {
	r.parked = nil
	if n, _ := session.Load(r.folders.State); n != nil && n.Offered(r.now()) {
		r.parked = n
	}
}

// watchFiles reads again what changes on disk.
func (r *resident) watchFiles() {
	life, path := r.life, r.folders.Settings()
	err := r.port.watch(life, func() { send(life, r.wishes, readAgain) }, func() {
		// A file that is being written by hand says nothing until it is in order: least of all that reminders are off.
		if set, problems := settings.Load(path); problems == nil {
			send(life, r.wishes, func(r *resident) (string, error) { r.adopt(set); return "", nil })
		}
	})
	if err != nil {
		r.tell("unwatched", err.Error())
	}
}

// adopt puts settings in force that were changed.
func (r *resident) adopt(set settings.Settings) {
	before := r.set
	r.set = set
	r.handle(r.clock.SetRules(set.Breaks, r.now()))
	if set.Pace != before.Pace || set.HoldFloor != before.HoldFloor || set.Warm != before.Warm {
		_, _ = readAgain(r) // breaks take another time
	}
}

// readAgain finds out anew what a break can be, beside what else goes on.
func readAgain(r *resident) (string, error) {
	life, data, set := r.life, r.folders.Data, r.set
	go func() {
		all := Candidates(routines.Load(data), set)
		send(life, r.wishes, func(r *resident) (string, error) {
			r.choice = all
			r.setLengths()
			return "", nil
		})
	}()
	return "", nil
}
