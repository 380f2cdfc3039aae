package advice

import (
	"slices"
	"time"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// The totals of holding for one muscle and side.
const (
	beforeEffort   = time.Minute     // from here on strength is likely to drop (Kay 2012, Behm 2016)
	beforeStrength = time.Minute     // up to here, in a routine that warms up, the drop is trivial (Chaabene 2019)
	inAll          = 4 * time.Minute // past here a session gains no more (Ingram 2025)
)

// movedSince is the movement after holds that made up for them (Wong 2011).
const movedSince = 90 * time.Second

// stretched is how long each target is held on one side, and by which steps, in the order of the routine.
type stretched struct {
	target string
	held   time.Duration
	steps  []step
}

func totals(steps []step) []stretched {
	var out []stretched
	for _, s := range steps {
		if !s.stretch() {
			continue
		}
		for _, t := range s.e.Targets {
			i := slices.IndexFunc(out, func(o stretched) bool { return o.target == t })
			if i < 0 {
				i = len(out)
				out = append(out, stretched{target: t})
			}
			out[i].held += s.perSide()
			out[i].steps = append(out[i].steps, s)
		}
	}
	return out
}

// hasSides reports whether any of it is held on each side in turn.
func (t stretched) hasSides() bool {
	return slices.ContainsFunc(t.steps, func(s step) bool { return s.sides() > 1 })
}

// over is what is held for more than a limit: the targets, and the steps, each once.
func over(all []stretched, tooLong func(time.Duration) bool) (targets []string, steps []step, most time.Duration) {
	seen := map[draft.Key]bool{}
	for _, t := range all {
		if !tooLong(t.held) {
			continue
		}
		targets = append(targets, t.target)
		most = max(most, t.held)
		for _, s := range t.steps {
			if !seen[s.key] {
				seen[s.key] = true
				steps = append(steps, s)
			}
		}
	}
	return targets, steps, most
}

// playedOver reports whether the plan holds a target for too long in the phases that count.
func (v *view) playedOver(counts func(segment plan.Segment) bool, tooLong func(time.Duration) bool) bool {
	p := v.natural()
	if p == nil {
		return true
	}
	held := map[string]time.Duration{}
	for _, s := range p.Segments {
		if s.Kind == plan.Work && s.Exercise.Kind == exercise.Static && s.Side != plan.SideRight && counts(s) {
			for _, t := range s.Exercise.Targets {
				if held[t] += s.Length; tooLong(held[t]) {
					return true
				}
			}
		}
	}
	return false
}

// holdsBeforeEffort is about a minute or more of holding one muscle before an open activity, and about more than a minute
// before strength that needs the same muscle.
func holdsBeforeEffort(v *view) []Advice {
	last := -1 // the last open activity
	for i := range v.content.Phases {
		if v.openActivity(i) {
			last = i
		}
	}
	return append(v.holdsBeforeActivity(last), v.holdsBeforeStrength(last)...)
}

// holdsBeforeActivity is about holds before the last open activity.
func (v *view) holdsBeforeActivity(last int) []Advice {
	tooLong := func(d time.Duration) bool { return d >= beforeEffort }
	targets, steps, most := over(totals(v.where(func(s step) bool { return s.phase < last })), tooLong)
	if len(targets) == 0 {
		return nil
	}
	activity := v.content.Phases[last]
	a := Advice{
		Rule: "holds-before-effort", Keys: keys(steps),
		Message: message.New("advice.holds-before-effort", "{{.Held}} min of holds before {{.Activity}} ({{.Targets}}). Long holds are better after it.",
			"Held", clock(most), "Targets", listed(targets), "Activity", activity.Name),
		Reason: message.New("advice.holds-before-effort.why", "A minute or more of holding one muscle costs a few percent of its strength for a while; under a minute costs hardly anything. "+
			"A minute and a half of movement after the holds made up for it. For an easy walk it does not matter."),
		Source: "Kay & Blazevich 2012; Behm 2016; Wong 2011",
		Mend:   v.holdsBehind(steps, last),
	}
	if !v.playedOver(v.beforeActivity(), tooLong) {
		a.Message = message.New("advice.holds-before-effort.cut",
			"{{.Held}} min of holds before {{.Activity}} ({{.Targets}}). When you play it, they are cut to under a minute.",
			"Held", clock(most), "Targets", listed(targets), "Activity", activity.Name)
	}
	return []Advice{a}
}

// holdsBeforeStrength is about holds before strength for the same muscle, with too little movement between. Where an open
// activity follows, holdsBeforeActivity speaks of them.
func (v *view) holdsBeforeStrength(activity int) []Advice {
	type fresh struct { // what one muscle was held for, and the movement since
		held, moved time.Duration
		steps       []step
	}
	var (
		now     = map[string]fresh{}
		targets []string
		held    = map[draft.Key]bool{}
		most    time.Duration
		first   = -1 // the phase of the first strength they come before
	)
	for _, s := range v.where(func(s step) bool { return s.phase > activity }) {
		for _, t := range s.e.Targets {
			f := now[t]
			switch {
			case s.stretch() && lengthens(s.e, t):
				now[t] = fresh{held: f.held + s.perSide(), steps: append(f.steps, s)}
			case s.e.Kind == exercise.Strength && f.held > beforeStrength:
				if first < 0 {
					first = s.phase
				}
				if !slices.Contains(targets, t) {
					targets = append(targets, t)
				}
				for _, h := range f.steps {
					held[h.key] = true
				}
				most = max(most, f.held)
			}
		}
		for t, f := range now {
			if f.moved += s.movement() + s.dose.Time; f.moved >= movedSince {
				delete(now, t)
				continue
			}
			now[t] = f
		}
	}
	if len(targets) == 0 {
		return nil
	}
	steps := v.where(func(s step) bool { return held[s.key] })
	return []Advice{{
		Rule: "holds-before-effort", Keys: keys(steps),
		Message: message.New("advice.holds-before-effort", "{{.Held}} min of holds before {{.Activity}} ({{.Targets}}). Long holds are better after it.",
			"Held", clock(most), "Targets", listed(targets), "Activity", v.content.Phases[first].Name),
		Reason: message.New("advice.holds-before-strength.why", "More than a minute of holding one muscle costs a few percent of its strength for a while; up to a minute, once warm, costs hardly anything. "+
			"A minute and a half of movement after the holds made up for it."),
		Source: "Chaabene 2019; Behm 2016; Wong 2011",
		Mend:   v.holdsBehind(steps, first),
	}}
}

// lengthens reports whether a hold lengthens a muscle it works on. Leaning back lets those of the lower back go slack.
func lengthens(e *exercise.Exercise, target string) bool {
	if !slices.Equal(Directions(e), []Direction{Leaning}) {
		return true
	}
	only := exercise.Exercise{Targets: []string{target}}
	return !slices.Contains(only.Areas(), exercise.AreaLowerBack)
}

// beforeActivity tells which segments come before the last open activity.
func (v *view) beforeActivity() func(plan.Segment) bool {
	last := -1
	if p := v.natural(); p != nil {
		for i, s := range p.Segments {
			if s.Kind == plan.ActivitySlot && v.openNow(s.Exercise) {
				last = p.Segments[i].Phase
			}
		}
	}
	return func(s plan.Segment) bool { return s.Phase < last }
}

// openNow reports whether an activity is open somewhere in the routine.
func (v *view) openNow(e *exercise.Exercise) bool {
	return slices.ContainsFunc(v.steps, func(s step) bool { return s.e == e && s.dose.Time == 0 })
}

// holdsBehind moves holds behind an effort, and behind all strength after it that needs the same muscles: into the first
// phase there that takes them, or into one of their own.
func (v *view) holdsBehind(steps []step, effort int) *Mend {
	for _, s := range v.steps {
		if s.e.Kind == exercise.Strength && slices.ContainsFunc(steps, func(h step) bool {
			return slices.ContainsFunc(h.e.Targets, func(t string) bool { return slices.Contains(s.e.Targets, t) })
		}) {
			effort = max(effort, s.phase)
		}
	}
	at, list := v.content.Phases[effort].Key, keys(steps)
	name := v.content.Phases[steps[0].phase].Name
	return &Mend{
		Label: message.New("advice.holds-before-effort.mend", "Put the holds after {{.Activity}}", "Activity", v.content.Phases[effort].Name),
		Apply: func(c *draft.Content) {
			i, _, ok := c.Find(at)
			if !ok {
				return
			}
			to := slices.IndexFunc(c.Phases[i+1:], func(p draft.Phase) bool { return p.Kind == exercise.Static })
			if end := slices.IndexFunc(c.Phases[i+1:], func(p draft.Phase) bool { return p.Kind == exercise.Activity }); end >= 0 && to > end {
				to = -1
			}
			if to < 0 {
				c.AddPhase(exercise.Static, name, i+1)
				to = 0
			}
			to += i + 1
			var from []draft.Key // the phases they leave
			for _, k := range list {
				if p, _, ok := c.Find(k); ok && p <= i {
					from = append(from, c.Phases[p].Key)
				}
			}
			if c.Move(list, draft.Spot{Phase: to, Step: len(c.Phases[to].Steps)}) {
				c.Phases = slices.DeleteFunc(c.Phases, func(p draft.Phase) bool { return len(p.Steps) == 0 && slices.Contains(from, p.Key) })
			}
		},
	}
}

// overTarget is about more than four minutes a side for one target.
func overTarget(v *view) []Advice {
	tooLong := func(d time.Duration) bool { return d > inAll }
	all := totals(v.steps)
	targets, steps, most := over(all, tooLong)
	if len(targets) == 0 {
		return nil
	}
	a := Advice{
		Rule: "over-four-minutes", Keys: keys(steps),
		Message: message.New("advice.over-four-minutes", "{{.Held}} min a side for {{.Targets}}. Past four minutes a session gains little.", "Held", clock(most), "Targets", listed(targets)),
		Reason: message.New("advice.over-four-minutes.why", "In 189 studies, what one session gained was greatest at about four minutes for each muscle. "+
			"More does no harm, but the time is better spent elsewhere."),
		Source: "Ingram 2025",
		Mend:   shorten(steps),
	}
	cut := !v.playedOver(func(plan.Segment) bool { return true }, tooLong)
	sides := !slices.ContainsFunc(all, func(t stretched) bool { return tooLong(t.held) && !t.hasSides() })
	switch {
	case sides && cut:
		a.Message = message.New("advice.over-four-minutes.cut", "{{.Held}} min a side for {{.Targets}}. When you play it, that is cut to four minutes.",
			"Held", clock(most), "Targets", listed(targets))
	case cut:
		a.Message = message.New("advice.over-four-minutes.both.cut", "{{.Held}} min for {{.Targets}}. When you play it, that is cut to four minutes.",
			"Held", clock(most), "Targets", listed(targets))
	case !sides:
		a.Message = message.New("advice.over-four-minutes.both", "{{.Held}} min for {{.Targets}}. Past four minutes a session gains little.",
			"Held", clock(most), "Targets", listed(targets))
	}
	return []Advice{a}
}

// shorten is the mend of too long a total: fewer rounds, from the least important and last, then shorter holds, down
// to 30 s. Where that is not enough there are too many, and which ones to take out is for a person to say; nil where
// nothing can be shortened.
func shorten(steps []step) *Mend {
	dose := make([]exercise.Dose, len(steps))
	order := make([]int, len(steps)) // the least important and last first
	for i, s := range steps {
		dose[i], order[len(order)-1-i] = s.dose, i
	}
	slices.SortStableFunc(order, func(a, b int) int { return steps[b].priority - steps[a].priority })
	tooLong := func(i int) bool {
		now := slices.Clone(steps)
		for j := range now {
			now[j].dose = dose[j]
		}
		for _, t := range totals(now) {
			if t.held > inAll && slices.Contains(steps[i].e.Targets, t.target) {
				return true
			}
		}
		return false
	}
	changed := false
	cut := func(by func(*exercise.Dose) bool) {
		for again := true; again; {
			again = false
			for _, i := range order {
				if tooLong(i) && by(&dose[i]) {
					changed, again = true, true
				}
			}
		}
	}
	cut(func(d *exercise.Dose) bool {
		if d.Rounds <= 1 {
			return false
		}
		d.Rounds--
		return true
	})
	cut(func(d *exercise.Dose) bool {
		to := max(d.Hold-5*time.Second, goodHold, d.HoldMin)
		if to >= d.Hold {
			return false
		}
		d.Hold = to
		return true
	})
	if !changed {
		return nil
	}
	return &Mend{
		Label: message.New("advice.over-four-minutes.mend", "Shorten the holds to four minutes in all"),
		Apply: func(c *draft.Content) {
			for i, s := range steps {
				to := c.Step(s.key)
				if to == nil {
					continue
				}
				if dose[i].Hold != s.dose.Hold {
					to.Hold = dose[i].Hold
				}
				if dose[i].Rounds != s.dose.Rounds {
					to.Rounds = dose[i].Rounds
				}
			}
		},
	}
}
