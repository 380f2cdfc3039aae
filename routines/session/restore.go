package session

import (
	"time"
	"unicode/utf8"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// mostSegments bounds a snapshot: far above any plan of 45 min, far below what would hurt.
const mostSegments = 5000

// Restore makes a session from a snapshot. One that was playing is paused where it stood; one that waited goes on
// waiting. The routine itself may have changed or gone since: the fitted segments are played as they were. The error
// is a message.Message, said when an exercise is missing from the library or the snapshot makes no sense.
func Restore(n Snapshot, lib *routines.Library, now time.Time) (*Session, error) {
	if wrong := n.check(); wrong != nil {
		return nil, message.New("session.restore-refused", "This session cannot go on: {{.Reason}}.", "Reason", wrong.String())
	}
	missing := ""
	find := func(id string) *exercise.Exercise {
		e := lib.Catalogue.Get(id)
		if e == nil && missing == "" {
			missing = id
		}
		return e
	}
	r, ok := lib.Get(n.Routine)
	if !ok {
		r = &routines.Routine{ID: n.Routine, Name: n.Name}
	}
	p := &plan.Plan{Routine: r, Pace: n.Pace}
	for _, ph := range n.Phases {
		p.Phases = append(p.Phases, plan.Phase{Name: ph.Name, Kind: ph.Kind})
	}
	for _, g := range n.Segments {
		p.Segments = append(p.Segments, plan.Segment{
			Phase: g.Phase, Kind: g.Kind, Exercise: find(g.Exercise), Side: g.Side, Round: g.Round, Rounds: g.Rounds,
			Length: time.Duration(g.Length), Reps: g.Reps, Tempo: time.Duration(g.Tempo),
			Priority: g.Priority, Step: g.Step, Note: g.Note,
		})
	}
	if missing != "" {
		return nil, message.New("session.restore-missing",
			"This session cannot go on: the exercise {{.ID}} is not there any more.", "ID", missing)
	}
	retile(p)

	s := New(p, lib.Catalogue, now)
	s.tally.moved, s.tally.total = time.Duration(n.Moved), time.Duration(n.Total)
	for _, d := range n.Played {
		s.tally.played[d.Exercise] = time.Duration(d.Time)
	}
	s.tally.eased, s.tally.leftOut = known(lib.Catalogue, n.Eased), known(lib.Catalogue, n.LeftOut)
	s.enter(n.Current, time.Duration(n.Elapsed))
	if s.state == Playing {
		s.state = Paused
	}
	s.still = n.Still.Time
	if n.State == Playing {
		s.still = n.Taken.Time
	}
	return s, nil
}

// known are the exercises of a list of ids that the catalogue still has.
func known(cat *exercise.Catalogue, ids []string) []*exercise.Exercise {
	var out []*exercise.Exercise
	for _, id := range ids {
		if e := cat.Get(id); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// check refuses what no session can have written.
func (n Snapshot) check() *message.Message {
	bad := func(what string) *message.Message {
		m := message.New("session.restore-broken", `"{{.Key}}" in its file makes no sense`, "Key", what)
		return &m
	}
	switch {
	case n.State != Playing && n.State != Paused && n.State != Waiting:
		return bad("state")
	case len(n.Segments) == 0 || len(n.Segments) > mostSegments:
		return bad("segment")
	case n.Current < 0 || n.Current >= len(n.Segments):
		return bad("current")
	case n.Elapsed < 0 || n.Elapsed > n.Segments[n.Current].Length:
		return bad("elapsed")
	case n.Moved < 0 || n.Total < 0:
		return bad("total")
	}
	phase := 0
	for _, g := range n.Segments {
		timed := g.Kind == plan.LeadIn || g.Kind == plan.Work || g.Kind == plan.Switch || g.Kind == plan.Rest || g.Kind == plan.Transition
		switch {
		case g.Phase < phase || g.Phase >= len(n.Phases):
			return bad("phase")
		case g.Side != plan.SideBoth && g.Side != plan.SideLeft && g.Side != plan.SideRight:
			return bad("side")
		case !timed && g.Kind != plan.ActivitySlot:
			return bad("kind")
		case timed && g.Length <= 0 || !timed && g.Length != 0:
			return bad("length")
		case g.Reps < 0 || g.Tempo < 0 || g.Reps > 0 && (g.Tempo == 0 || g.Reps > int(g.Length/g.Tempo)):
			return bad("reps")
		case utf8.RuneCountInString(g.Note) > routines.MostLine:
			return bad("note")
		}
		phase = g.Phase
	}
	return nil
}

// retile works out from the lengths where every segment and phase starts, and the length of the plan.
func retile(p *plan.Plan) {
	p.Length = 0
	for i := range p.Phases {
		p.Phases[i].Length = 0
	}
	last := -1
	for i := range p.Segments {
		g := &p.Segments[i]
		g.Start = p.Length
		for last < g.Phase {
			last++
			p.Phases[last].Start = g.Start
		}
		p.Phases[g.Phase].Length += g.Length
		p.Length += g.Length
	}
	for last++; last < len(p.Phases); last++ {
		p.Phases[last].Start = p.Length
	}
}
