package advice

import (
	"slices"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// floorTrips is about getting down to the floor more than once between two activities, where the same steps in another
// order, each in its own phase, need it less often. Where no order does, nothing is said.
func floorTrips(v *view) []Advice {
	var (
		order       = map[draft.Key][]draft.Key{} // by phase, where it changes
		about       []draft.Key
		trips, best int
	)
	section := -1
	for i := 0; i < len(v.content.Phases); i++ {
		if section++; v.content.Phases[i].Kind == exercise.Activity {
			continue
		}
		end := i
		for end < len(v.content.Phases) && v.content.Phases[end].Kind != exercise.Activity {
			end++
		}
		now, then, changed := v.lessUp(i, end)
		trips, best = trips+now, best+then
		for at, list := range changed {
			order[v.content.Phases[at].Key] = list
		}
		i = end
	}
	if len(order) == 0 {
		return nil
	}
	for _, p := range v.content.Phases {
		about = append(about, order[p.Key]...)
	}
	a := Advice{
		Rule: "floor-trips", Keys: about,
		Message: message.New("advice.floor-trips", "You get down to the floor {{.Now}} times. In another order {{.Then}} will do.", "Now", trips, "Then", best),
		Reason: message.New("advice.floor-trips.why", "Getting down and up takes ten seconds or more each time, and is the hardest part for some. "+
			"Keeping the floor together is our own practice."),
		Mend: &Mend{Label: message.New("advice.floor-trips.mend", "Keep the floor together"), Apply: func(c *draft.Content) {
			for key, list := range order {
				if p := c.Phase(key); p != nil {
					sortBy(p.Steps, list)
				}
			}
		}},
	}
	if best == 1 {
		a.Message = message.New("advice.floor-trips.once", "You get down to the floor {{.Now}} times. In another order once will do.", "Now", trips)
	}
	return []Advice{a}
}

// sortBy puts the steps that a list names into its order. Others stay where they are.
func sortBy(steps []draft.Step, list []draft.Key) {
	var at []int
	var named []draft.Step
	for i, s := range steps {
		if slices.Contains(list, s.Key) {
			at = append(at, i)
			named = append(named, s)
		}
	}
	slices.SortStableFunc(named, func(a, b draft.Step) int {
		return slices.Index(list, a.Key) - slices.Index(list, b.Key)
	})
	for i, n := range at {
		steps[n] = named[i]
	}
}

// way is a way through some phases: how often one gets down, how much had to change, and the order of each phase.
type way struct {
	low     bool // ends on the floor
	trips   int
	changed int
	orders  [][]step // of each phase so far
}

// lessUp is how often one gets down to the floor in the phases from one to before another, how often in the best order,
// and the new order of the phases that change for it. Of the phases that change anything, as few change as can.
func (v *view) lessUp(from, to int) (now, then int, changed map[int][]draft.Key) {
	ways := []way{{}}
	low := false
	for i := from; i < to; i++ {
		steps := v.where(func(s step) bool { return s.phase == i })
		for _, s := range steps {
			if down := s.e.Position.OnFloor(); down != low {
				if low = down; down {
					now++
				}
			}
		}
		var next []way
		for _, w := range ways {
			for n, o := range orders(steps) {
				with := way{low: w.low, trips: w.trips, changed: w.changed, orders: append(slices.Clone(w.orders), o)}
				if n > 0 {
					with.changed++
				}
				for _, s := range o {
					if down := s.e.Position.OnFloor(); down != with.low {
						if with.low = down; down {
							with.trips++
						}
					}
				}
				// Of the ways that end on one level the best is enough.
				if at := slices.IndexFunc(next, func(o way) bool { return o.low == with.low }); at < 0 {
					next = append(next, with)
				} else if with.trips < next[at].trips || with.trips == next[at].trips && with.changed < next[at].changed {
					next[at] = with
				}
			}
		}
		ways = next
	}
	best := slices.MinFunc(ways, func(a, b way) int {
		if a.trips != b.trips {
			return a.trips - b.trips
		}
		return a.changed - b.changed
	})
	if best.trips >= now {
		return now, now, nil
	}
	changed = map[int][]draft.Key{}
	for i, o := range best.orders {
		was := v.where(func(s step) bool { return s.phase == from+i })
		if list := keys(o); !slices.Equal(list, keys(was)) {
			changed[from+i] = list
		}
	}
	return now, best.trips, changed
}

// orders are the orders a phase may have: as it is, then with the floor last, then with the floor first. What is harder
// stays behind what is easier: strength and deep bends behind other movement, rest behind holds.
func orders(steps []step) [][]step {
	out := [][]step{steps}
	for _, first := range []bool{false, true} {
		o := slices.Clone(steps)
		slices.SortStableFunc(o, func(a, b step) int {
			x, y := a.e.Position.OnFloor(), b.e.Position.OnFloor()
			switch {
			case x == y:
				return 0
			case x == first:
				return -1
			}
			return 1
		})
		if !overtakes(steps, o) {
			out = append(out, o)
		}
	}
	return out
}

// overtakes reports whether in another order strength or a deep bend comes before movement, or rest before a hold, that
// it was behind.
func overtakes(steps, o []step) bool {
	late := func(s step) bool {
		return s.e.Kind == exercise.Strength || s.e.Kind == exercise.Release || s.movement() > 0 && slices.Contains(s.e.Load, "flexion-end")
	}
	for i, s := range o {
		if !late(s) {
			continue
		}
		was := slices.IndexFunc(steps, func(x step) bool { return x.key == s.key })
		for _, behind := range o[i+1:] {
			if !late(behind) && slices.ContainsFunc(steps[:was], func(x step) bool { return x.key == behind.key }) {
				return true
			}
		}
	}
	return false
}
