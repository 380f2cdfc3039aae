package advice

import (
	"slices"
	"time"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
	"catcow/routines/tomlfile"
)

// promisedLengths is about a shortest or longest in a file that the routine cannot keep.
func promisedLengths(v *view) []Advice {
	r := v.routine
	if r == nil || r.Fixed || r.Shortest == 0 && r.Longest == 0 {
		return nil
	}
	free := *r
	free.Shortest, free.Longest = 0, 0
	shortest, longest := plan.Range(plan.Input{Routine: &free, Catalogue: v.cat})
	var out []Advice
	promise := func(field string, says, is time.Duration, set func(*draft.Content, time.Duration)) Advice {
		to := is
		if is < time.Minute || is%time.Minute != 0 {
			to = 0 // files promise whole minutes, or nothing
		}
		a := Advice{Rule: "promised-length", Field: field, Mend: &Mend{
			Label: message.New("advice.promised-length.mend", "Write {{.Key}} = \"{{.Length}}\"", "Key", field, "Length", tomlfile.Duration(to).String()),
			Apply: func(c *draft.Content) {
				set(c, to)
				if c.Shortest > c.Longest && c.Longest > 0 { // the other promise stood in the way
					c.Shortest, c.Longest = 0, 0
					set(c, to)
				}
			},
		}}
		if to == 0 {
			a.Mend.Label = message.New("advice.promised-length.mend-out", "Take {{.Key}} out", "Key", field)
		}
		a.Reason = message.New("advice.promised-length.why", "The exercises' own doses decide. Nothing is played shorter than both sides and a warm-up need, or filled up with more of the same.")
		a.Message = message.New("advice.promised-length.longest", "longest says {{.Found}}; more than {{.Nearest}} cannot be filled",
			"Found", tomlfile.Duration(says).String(), "Nearest", tomlfile.Duration(is).String())
		if field == "shortest" {
			a.Message = message.New("advice.promised-length.shortest", "shortest says {{.Found}}; with both sides and a warm-up it takes {{.Nearest}}",
				"Found", tomlfile.Duration(says).String(), "Nearest", tomlfile.Duration(is).String())
		}
		return a
	}
	if r.Shortest != 0 && r.Shortest < shortest {
		out = append(out, promise("shortest", r.Shortest, shortest, func(c *draft.Content, to time.Duration) { c.Shortest = to }))
	}
	if r.Longest > longest {
		out = append(out, promise("longest", r.Longest, longest, func(c *draft.Content, to time.Duration) { c.Longest = to }))
	}
	return out
}

// someSteps is how many steps make it worth saying which may go.
const someSteps = 4

// nothingDroppable is about a routine that hardly gets shorter because every step has to stay.
func nothingDroppable(v *view) []Advice {
	if v.routine == nil || v.routine.Fixed {
		return nil
	}
	steps := v.where(func(s step) bool { return s.e.Kind != exercise.Activity })
	if len(steps) < someSteps || slices.ContainsFunc(steps, func(s step) bool { return s.priority > 1 }) {
		return nil
	}
	var go2, go3 []draft.Key
	for i := range v.content.Phases {
		in := keys(slices.DeleteFunc(slices.Clone(steps), func(s step) bool { return s.phase != i }))
		switch n := len(in); {
		case n >= 4:
			go2, go3 = append(go2, in[n-2]), append(go3, in[n-1])
		case n >= 2:
			go2 = append(go2, in[n-1])
		}
	}
	shortest, _ := v.offered()
	if len(go2) == 0 || shortest*2 <= plan.Natural(v.routine, "") {
		return nil
	}
	return []Advice{{
		Rule: "nothing-droppable", Keys: append(slices.Clone(go2), go3...),
		Message: message.New("advice.nothing-droppable", "Every step has to stay, so this is never shorter than {{.Shortest}}. Say which may go when time is short.", "Shortest", clock(shortest)),
		Reason: message.New("advice.nothing-droppable.why", "Two good holds are better than three that are cut too short, so a shorter routine leaves out steps before it shortens them further. "+
			"It needs to know which; what comes last usually matters least."),
		Mend: &Mend{Label: message.New("advice.nothing-droppable.mend", "Let the last of each phase go first"), Apply: func(c *draft.Content) {
			for to, list := range map[int][]draft.Key{2: go2, 3: go3} {
				for _, k := range list {
					if s := c.Step(k); s != nil {
						s.Priority = to
					}
				}
			}
		}},
	}}
}

// warmUpDroppable is about a warm-up all of whose steps may go.
func warmUpDroppable(v *view) []Advice {
	first := slices.IndexFunc(v.steps, step.stretch)
	if first < 0 {
		return nil
	}
	var warm []step
	for _, s := range v.steps[:first] {
		if s.section == v.steps[first].section && s.movement() > 0 {
			warm = append(warm, s)
		}
	}
	if len(warm) == 0 || slices.ContainsFunc(warm, func(s step) bool { return s.priority == 1 }) {
		return nil
	}
	// The plan keeps the first of the most important ones of a phase, so that is the one to name.
	keep := slices.MinFunc(warm, func(a, b step) int { return a.priority - b.priority })
	return []Advice{{
		Rule: "warm-up-droppable", Keys: keys(warm),
		Message: message.New("advice.warm-up-droppable", "All of the warm-up may go when time is short. One stays all the same; say which."),
		Reason: message.New("advice.warm-up-droppable.why", "A minute of movement always comes before a hold, and no phase is left out altogether. "+
			"Both are our own practice."),
		Mend: &Mend{Label: message.New("advice.warm-up-droppable.mend", "Keep {{.Name}}", "Name", keep.e.Name), Apply: func(c *draft.Content) {
			if s := c.Step(keep.key); s != nil {
				s.Priority = 1
			}
		}},
	}}
}

// idleExtras is about exercises in reserve that never join.
func idleExtras(v *view) []Advice {
	var idle, names []string
	var keep []string
	for _, id := range v.content.Extras {
		e := v.cat.Get(id)
		if e == nil {
			keep = append(keep, id)
			continue
		}
		if v.content.Fixed || e.Kind == exercise.Activity ||
			slices.ContainsFunc(v.steps, func(s step) bool { return s.e == e }) {
			idle, names = append(idle, id), append(names, e.Name)
			continue
		}
		keep = append(keep, id)
	}
	if len(idle) == 0 {
		return nil
	}
	return []Advice{{
		Rule: "idle-extras", Field: "extras",
		Message: message.New("advice.idle-extras", "Never joins as an extra: {{.Names}}.", "Names", listed(names)),
		Reason: message.New("advice.idle-extras.why", "An extra joins once, when more time is asked for and it is not in the routine anyway. "+
			"An activity never does, and a routine of fixed length has no room."),
		Mend: &Mend{Label: message.New("advice.idle-extras.mend", "Take it out of the extras"), Apply: func(c *draft.Content) {
			c.Extras = slices.Clone(keep)
		}},
	}}
}
