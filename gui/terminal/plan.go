package terminal

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

var planCommand = command{
	name: "plan", words: "ROUTINE [--length 7m] [--pace relaxed] [--floor 30s] [--warm] [--json]",
	about: "Show a routine fitted to a length",
	more:  "Without --length it is shown as it was written. What is not given here is as in your settings.",
	use: func() usage {
		var (
			w    wish
			json bool
		)
		return usage{
			options: []option{
				{name: "--length", value: "7m", about: "how long it may take", set: length(&w.length)},
				{name: "--pace", value: "PACE", about: "time between exercises: brisk, relaxed or slow", set: oneOf(&w.pace, routines.Paces)},
				{name: "--floor", value: "20s", about: "the shortest hold, 20s or 30s", set: holdFloor(&w.floor)},
				{name: "--warm", about: "you are warm already", set: yes(&w.warm)},
				{name: "--json", about: "for other programs", set: yes(&json)},
			},
			ready: func(words []string) (run func(Env) int, err error) {
				w.routine, err = one(words, "routine")
				return func(e Env) int { return runPlan(e, w, json) }, err
			},
		}
	},
}

// wish is what a person wants to be planned. What is left empty is as in the settings.
type wish struct {
	routine string
	resume  bool          // go on with the session that waits, instead of a routine
	length  time.Duration // 0: as written
	pace    string
	floor   time.Duration
	warm    bool
}

func holdFloor(to *time.Duration) func(string) error {
	return func(s string) error {
		var d tomlfile.Duration
		if err := d.UnmarshalText([]byte(s)); err != nil {
			return err
		}
		for _, f := range settings.HoldFloors {
			if f == d {
				*to = time.Duration(d)
				return nil
			}
		}
		return fmt.Errorf("%s is not offered; it can be 20s or 30s", d)
	}
}

// fit makes the plan, or says why not.
func (e Env) fit(lib *routines.Library, w wish) (*plan.Plan, bool) {
	r, ok := lib.Get(w.routine)
	if !ok {
		e.unknownRoutine(lib, w.routine)
		return nil, false
	}
	s := e.settings()
	in := plan.Input{
		Routine: r, Catalogue: lib.Catalogue, Length: w.length,
		Pace: s.PlanPace(), Floor: time.Duration(s.HoldFloor), Warm: s.Warm || w.warm,
	}
	if w.pace != "" {
		in.Pace = plan.Pace(w.pace)
	}
	if w.floor != 0 {
		in.Floor = w.floor
	}
	p, err := plan.Fit(in)
	if err == nil {
		return p, true
	}
	e.warn("%v", err)
	if refusal, ok := errors.AsType[*plan.Refusal](err); ok {
		if refusal.Nearest != 0 {
			e.warn("the nearest that works: --length %s", tomlfile.Duration(refusal.Nearest))
		}
		if other, ok := lib.Get(refusal.Other); ok {
			e.warn("or play %s (%s)", other.ID, other.Name)
		}
	}
	return nil, false
}

func (e Env) unknownRoutine(lib *routines.Library, id string) {
	for _, b := range lib.Broken {
		if b.ID == id {
			e.warn("the file of %s has mistakes:\n%v", id, b.Problems)
			return
		}
	}
	if near := lib.Nearest(id); near != "" {
		e.warn("there is no routine %q; did you mean %s?", id, near)
		return
	}
	e.warn("there is no routine %q; `catcow list` shows them all", id)
}

func runPlan(e Env, w wish, asJSON bool) int {
	p, ok := e.fit(e.library(), w)
	if !ok {
		return Failed
	}
	if asJSON {
		data, err := json.MarshalIndent(p, "", "  ")
		if err != nil {
			e.warn("writing the plan: %v", err)
			return Failed
		}
		e.say("%s", data)
		return Fine
	}
	e.say("%s, %s, %s", p.Routine.Name, minutes(p.Length), p.Pace)
	phase := -1
	for _, s := range p.Segments {
		if s.Phase != phase {
			phase = s.Phase
			e.say("\n%s", phaseLine(p.Phases[phase]))
		}
		switch s.Kind {
		case plan.Work:
			e.say("  %5s  %4d s  %s", clock(s.Start), seconds(s.Length), what(s))
		case plan.ActivitySlot:
			e.say("  %5s          as long as the day needs; not counted", clock(s.Start))
		default:
			e.say("  %5s  %4d s    %s", clock(s.Start), seconds(s.Length), between(s))
		}
	}
	e.say("  %5s  the end", clock(p.Length))
	if len(p.Changes) > 0 {
		e.say("\nAt this length")
		for _, c := range p.Changes {
			e.say("  %s", c)
		}
	}
	return Fine
}

func phaseLine(p plan.Phase) string {
	if p.Length == 0 {
		return p.Name
	}
	return fmt.Sprintf("%s, %s", p.Name, minutes(p.Length))
}

// between says what a segment without work is for.
func between(s plan.Segment) string {
	switch s.Kind {
	case plan.LeadIn:
		return "get ready: " + named(s)
	case plan.Switch:
		return "change sides"
	case plan.Rest:
		return "rest"
	}
	return "next: " + named(s)
}
