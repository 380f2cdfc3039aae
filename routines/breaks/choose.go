package breaks

import (
	"cmp"
	"math"
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// How long routines chosen by rotation are. Breaks of up to ten minutes were studied (Albulescu et al. 2022); an ordinary
// one is over before the thread is lost.
const (
	mostShort = 4 * time.Minute
	mostLong  = 10 * time.Minute
	oneMinute = time.Minute
)

// half is how long until having moved an area counts half: what was moved this morning comes before what was moved
// yesterday, and the day before hardly matters.
const half = 24 * time.Hour

// Choice is what a break will be.
type Choice struct {
	Candidate
	Note *message.Message // the routine that was wanted is not there, and this one stands in for it; else nil
}

// Choose is the routine of a break of a kind: the one the rules name, whatever it is, or by rotation one that suits, is
// short enough and goes no further than the position allows, whose areas were moved least lately; never the one just
// done when there is another. Recent is oldest first. False: nothing suits.
func Choose(all []Candidate, r Rules, recent []Recent, kind Kind, now time.Time) (Choice, bool) {
	named := r.Routine
	switch kind {
	case Long:
		named = r.LongRoutine
	case Daily:
		named = r.DailyRoutine
	}
	var note *message.Message
	if named != Rotate && named != "" {
		if i := slices.IndexFunc(all, func(c Candidate) bool { return c.ID == named }); i >= 0 {
			return Choice{all[i], nil}, true
		}
		note = no(message.New("breaks.no-routine", "The routine {{.Routine}} is not there any more, so another stands in for it.",
			"Routine", tomlfile.Quote(named)))
	}
	list := fitting(all, r, kind)
	if len(list) == 0 {
		return Choice{}, false
	}
	last := ""
	if len(recent) > 0 {
		last = recent[len(recent)-1].Routine
	}
	loads := areaLoads(recent, now)
	return Choice{slices.MinFunc(list, func(a, b Candidate) int {
		return cmp.Or(
			cmp.Compare(number(a.ID == last), number(b.ID == last)),
			cmp.Compare(a.load(loads), b.load(loads)),
			lastDone(recent, a.ID).Compare(lastDone(recent, b.ID)),
			cmp.Compare(a.ID, b.ID))
	}), note}, true
}

// fitting are the routines a rotation goes round. A kind of which there is none takes the other's.
func fitting(all []Candidate, r Rules, kind Kind) []Candidate {
	var short, long []Candidate
	for _, c := range all {
		switch {
		case !c.Suits || !c.allowed(r):
		case c.Length <= mostShort:
			short = append(short, c)
		case c.Length <= mostLong:
			long = append(long, c)
		}
	}
	if kind != Short && len(long) > 0 || len(short) == 0 {
		return long
	}
	return short
}

// allowed reports whether a routine goes no further from the chair than the rules say.
func (c Candidate) allowed(r Rules) bool {
	return slices.Index(Positions, c.Position) <= slices.Index(Positions, r.Position)
}

// areaLoads is how much each area was moved lately.
func areaLoads(recent []Recent, now time.Time) map[exercise.Area]float64 {
	loads := map[exercise.Area]float64{}
	for _, r := range recent {
		ago := max(now.Sub(r.At.Time), 0)
		for _, a := range r.Areas {
			loads[a] += math.Exp2(-ago.Hours() / half.Hours())
		}
	}
	return loads
}

// load is how much the areas of a routine were moved lately, taken evenly.
func (c Candidate) load(loads map[exercise.Area]float64) float64 {
	sum := 0.0
	for _, a := range c.Areas {
		sum += loads[a]
	}
	return sum / max(float64(len(c.Areas)), 1)
}

func lastDone(recent []Recent, id string) (at time.Time) {
	for _, r := range recent {
		if r.Routine == id {
			at = r.At.Time
		}
	}
	return at
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Shorter is the one-minute version of a break: the routine of at most a minute that suits, that the position allows and
// that moves most of the same areas. False when there is none, or c takes no longer itself.
func Shorter(c Candidate, all []Candidate, r Rules) (Candidate, bool) {
	if c.Length <= oneMinute {
		return Candidate{}, false
	}
	var list []Candidate
	for _, o := range all {
		if o.Suits && o.allowed(r) && o.Length <= oneMinute {
			list = append(list, o)
		}
	}
	if len(list) == 0 {
		return Candidate{}, false
	}
	shared := func(o Candidate) (n int) {
		for _, a := range o.Areas {
			n += number(slices.Contains(c.Areas, a))
		}
		return n
	}
	return slices.MinFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(shared(b), shared(a)), cmp.Compare(a.ID, b.ID))
	}), true
}
