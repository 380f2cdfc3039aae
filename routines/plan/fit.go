package plan

import (
	"time"

	"catcow/routines"
)

// Fit makes the plan of a routine for a length. The error is always a *Refusal: the length is below the shortest
// honest version, above what is worth offering, or between two lengths whole repetitions can make; or nothing in a
// phase suits. A length of 0 is the routine's natural one, or the nearest to it that the person's settings allow. A
// length is cut to whole seconds.
func Fit(in Input) (*Plan, error) {
	p, refusal := fit(in)
	if refusal != nil && in.Length == 0 && refusal.Nearest > 0 {
		in.Length = refusal.Nearest
		p, refusal = fit(in)
	}
	if refusal != nil {
		return nil, refusal
	}
	return p, nil
}

func fit(in Input) (*Plan, *Refusal) {
	w, refusal := newWorkshop(in)
	if refusal != nil {
		return nil, refusal
	}
	length := secs(in.Length)
	if in.Length == 0 {
		length = w.natural
	}
	fits, ok := w.fits(length)
	if !ok {
		return nil, w.refuse(length)
	}
	return w.plan(fits, length), nil
}

// Natural is how long the routine takes as written at a pace, activities not counted. It has in it the minute of
// warm-up that is put before a cold static start. A fixed routine takes the same at every pace.
func Natural(r *routines.Routine, p Pace) time.Duration {
	w, refusal := newWorkshop(Input{Routine: r, Pace: p})
	if refusal != nil {
		return 0
	}
	return duration(w.natural)
}

// Range is the shortest and the longest whole minute that Fit accepts. A routine that is fixed, or that no whole
// minute fits, has its natural length instead; one that cannot be played with these settings has 0. Input.Length is
// not used.
func Range(in Input) (shortest, longest time.Duration) {
	w, refusal := newWorkshop(in)
	if refusal != nil {
		return 0, 0
	}
	least, most := w.wholeMinutes()
	for ; least <= most; least += 60 {
		if _, ok := w.fits(least); ok {
			break
		}
	}
	for ; most >= least; most -= 60 {
		if _, ok := w.fits(most); ok {
			return duration(least), duration(most)
		}
	}
	return w.only(), w.only()
}

// Offers lists every whole minute that Fit accepts, in order: what a length slider stops at. See Range for a routine
// that no whole minute fits.
func Offers(in Input) []time.Duration {
	w, refusal := newWorkshop(in)
	if refusal != nil {
		return nil
	}
	var out []time.Duration
	for m, most := w.wholeMinutes(); m <= most; m += 60 {
		if _, ok := w.fits(m); ok {
			out = append(out, duration(m))
		}
	}
	if len(out) == 0 && w.only() > 0 {
		out = []time.Duration{w.only()}
	}
	return out
}
