package plan

import (
	"testing"
	"time"

	"catcow/routines/exercise"
)

// The checks that all plans pass do notice what is wrong.
func TestFaultsAreFound(t *testing.T) {
	s := noteShelf()
	in := s.input(s.routine(t, "combo-10"))
	for name, spoil := range map[string]func(p *Plan){
		"gap": func(p *Plan) { p.Segments[3].Start += time.Second },
		"unequal sides": func(p *Plan) {
			p.Segments[at(t, p, Work, "supine-twist", SideRight)].Length -= 5 * time.Second
			p.count()
		},
		"one side":        func(p *Plan) { p.Segments[at(t, p, Work, "supine-twist", SideRight)].Side = SideLeft },
		"odd repetitions": func(p *Plan) { p.Segments[1].Reps, p.Segments[1].Length = 13, 78*time.Second; p.count() },
		"short hold": func(p *Plan) {
			p.Segments[at(t, p, Work, "childs-pose", SideBoth)].Length = 19 * time.Second
			p.count()
		},
		"dropped":           func(p *Plan) { *p = *p.Without(1) },
		"hurried change":    func(p *Plan) { p.Segments[2].Length = 4 * time.Second; p.count() },
		"other exercise":    func(p *Plan) { p.Segments[1].Exercise = s.catalogue.Get("plank") },
		"phase lost":        func(p *Plan) { p.Phases = p.Phases[:2] },
		"phase miscounted":  func(p *Plan) { p.Phases[0].Length++ },
		"cold":              func(p *Plan) { p.Segments[1].Length, p.Segments[3].Length, p.Segments[5].Length = 10, 10, 10 },
		"too much":          func(p *Plan) { lengthen(p) },
		"tempo":             func(p *Plan) { p.Segments[1].Tempo, p.Segments[1].Reps = 4*time.Second, 21 },
		"not as long":       func(p *Plan) { p.Segments = p.Segments[:len(p.Segments)-2]; p.count() },
		"change in between": func(p *Plan) { p.Segments[2].Kind = Work },
	} {
		in.Length = 10 * time.Minute
		p, err := Fit(in)
		if err != nil {
			t.Fatal(err)
		}
		func() {
			defer func() { _ = recover() }() // a check may trip over a plan this broken; that is noticing, too
			spoil(p)
			if len(faults(p, in)) == 0 {
				t.Errorf("%s is not noticed", name)
			}
		}()
	}
}

// lengthen holds everything for longer than a session should.
func lengthen(p *Plan) {
	for i := range p.Segments {
		if p.Segments[i].Exercise.Kind == exercise.Static && p.Segments[i].Kind == Work {
			p.Segments[i].Length = 90 * time.Second
		}
	}
	p.count()
}
