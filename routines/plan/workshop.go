package plan

import (
	"slices"
	"time"
)

// The most that is offered: three times the natural length, or 45 min, whichever is smaller (part 5.5).
const (
	mostTimes  = 3
	mostLength = 45 * time.Minute
)

// workshop is a routine taken apart for one person, ready to be fitted to any length.
type workshop struct {
	in       Input
	phases   []*phase
	bounds   lengths
	natural  int
	shortest int // nothing shorter is offered: what the routine promises, or 0
	longest  int // nothing longer is offered
}

func newWorkshop(in Input) (*workshop, *Refusal) {
	if in.Pace == "" {
		in.Pace = Pace(in.Routine.Pace)
	}
	if !slices.Contains(Paces, in.Pace) {
		in.Pace = Brisk
	}
	w := &workshop{in: in}
	phases, refusal := shape(in)
	if refusal != nil {
		return nil, refusal
	}
	w.phases, w.natural = phases, total(phases)
	if in.Routine.Fixed && in.Pace != Brisk {
		quick := in
		quick.Pace = Brisk
		if phases, refusal = shape(quick); refusal != nil {
			return nil, refusal
		}
		w.natural = total(phases)
	}
	if w.natural == 0 {
		return nil, nothingToPlay(in.Routine)
	}
	w.measure()
	w.shortest = min(secs(in.Routine.Shortest), w.natural)
	w.longest = max(w.natural, min(mostTimes*w.natural, secs(mostLength)))
	if promised := secs(in.Routine.Longest); promised > 0 {
		w.longest = max(w.natural, min(w.longest, promised))
	}
	if in.Routine.Fixed {
		w.shortest, w.longest = w.natural, w.natural
	}
	return w, nil
}

// fits fits a length in seconds, exactly or not at all.
func (w *workshop) fits(length int) ([]*fitting, bool) {
	if length < max(w.shortest, 1) || length > w.longest {
		return nil, false
	}
	fits, missing := w.fitAll(length)
	if missing > 0 {
		// Whole repetitions could not make it; any transition may take what is left.
		for _, f := range fits {
			if f != nil {
				missing = f.spread(missing)
			}
		}
		for _, f := range fits {
			if f != nil {
				missing = f.linger(missing)
			}
		}
	}
	return fits, missing == 0
}

// plan puts the fitted phases together.
func (w *workshop) plan(fits []*fitting, length int) *Plan {
	p := &Plan{Routine: w.in.Routine, Pace: w.in.Pace}
	for i, ph := range w.phases {
		p.Phases = append(p.Phases, Phase{Name: ph.name, Kind: ph.kind})
		if ph.activity != nil {
			p.Segments = append(p.Segments, Segment{
				Phase: i, Kind: ActivitySlot, Exercise: ph.activity, Side: SideBoth, Round: 1, Rounds: 1, Priority: 1,
				Note: ph.note, Asked: ph.asked,
			})
			continue
		}
		p.Segments = append(p.Segments, fits[i].segments(i)...)
	}
	p.count()
	p.Changes = w.changes(fits)
	return p
}

// wholeMinutes is the first and the last whole minute worth trying, in seconds; none when the first is later.
func (w *workshop) wholeMinutes() (least, most int) {
	return up(w.least()), w.longest / 60 * 60
}

// only is the natural length where it fits, or else the nearest to it that does.
func (w *workshop) only() time.Duration { return duration(w.near(w.natural)) }
