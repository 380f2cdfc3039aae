package advice

import (
	"slices"
	"time"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// Doses outside an exercise's own bounds are mistakes. These rules are about doses that are allowed, but not what is
// known to be worth most.

const (
	goodHold     = 30 * time.Second // did more than 15 s; 60 s did no more (Bandy 1994)
	someShort    = 4                // so many short stretches are many
	steadyHold   = 30 * time.Second // longest comfortable hold of a strength exercise (note 5.2)
	mostRolling  = 2 * time.Minute  // for one area (Behm 2020)
	mostAtOnce   = 45 * time.Minute // past that a second routine is the better answer (note 5.5)
	breathedHold = 30 * time.Second // a hold so long wants a word about breathing
)

// shortStretches is about many stretches of less than half a minute a side.
func shortStretches(v *view) []Advice {
	all := v.where(step.stretch)
	short := v.where(func(s step) bool {
		return s.stretch() && s.perSide() < goodHold && time.Duration(s.dose.RoundsMax)*s.dose.HoldMax >= goodHold
	})
	if len(short) < someShort || 2*len(short) < len(all) {
		return nil
	}
	return []Advice{{
		Rule: "short-stretches", Keys: keys(short),
		Message: message.New("advice.short-stretches", "{{.Number}} stretches are held for less than 30 s a side. Fewer and longer is worth more.", "Number", len(short)),
		Reason: message.New("advice.short-stretches.why", "Over six weeks, 30 s a day did more for the hamstrings than 15 s, and 60 s did no more than 30 s. "+
			"What lies between 15 and 30 s was not tried."),
		Source: "Bandy & Irion 1994",
		Mend: &Mend{Label: message.New("advice.short-stretches.mend", "Hold each for 30 s"), Apply: func(c *draft.Content) {
			for _, s := range short {
				to := c.Step(s.key)
				if to == nil {
					continue
				}
				to.Hold = min(goodHold, s.e.Dose.HoldMax)
				if to.Hold < goodHold {
					to.Rounds = int((goodHold + to.Hold - 1) / to.Hold)
				}
			}
		}},
	}}
}

// longStrengthHolds is about strength held for more than half a minute at once.
func longStrengthHolds(v *view) []Advice {
	var long []step
	var dose []exercise.Dose
	for _, s := range v.where(func(s step) bool { return s.e.Kind == exercise.Strength && s.held() && s.dose.Hold > steadyHold }) {
		d := s.dose
		all := s.perSide()
		d.Hold = max(steadyHold, d.HoldMin)
		if d.Hold == s.dose.Hold {
			continue // nothing shorter is allowed
		}
		d.Rounds = min(max(int((all+d.Hold/2)/d.Hold), 1), max(d.RoundsMax, 1))
		long, dose = append(long, s), append(dose, d)
	}
	if len(long) == 0 {
		return nil
	}
	return []Advice{{
		Rule: "long-strength-hold", Keys: keys(long),
		Message: message.New("advice.long-strength-hold", "{{.Names}}: more than 30 s at once. Two shorter rounds keep better form.", "Names", named(long)),
		Reason: message.New("advice.long-strength-hold.why", "Short holds, done again, are how physiotherapists train a sore back; form goes before strength does. "+
			"The 30 s are our own practice, no trial names a number."),
		Mend: &Mend{Label: message.New("advice.long-strength-hold.mend", "Hold for 30 s, in more rounds"), Apply: func(c *draft.Content) {
			for i, s := range long {
				if to := c.Step(s.key); to != nil {
					to.Hold, to.Rounds = dose[i].Hold, dose[i].Rounds
				}
			}
		}},
	}}
}

// rolls reports whether an exercise works with a roller or a ball.
func rolls(e *exercise.Exercise) bool {
	return e.Kind == exercise.Release && (slices.Contains(e.Equipment, "foam-roller") || slices.Contains(e.Equipment, "ball"))
}

// longRolling is about rolling one area for more than two minutes.
func longRolling(v *view) []Advice {
	long := v.where(func(s step) bool {
		return rolls(s.e) && s.held() && s.perSide() > mostRolling && s.dose.HoldMin <= mostRolling
	})
	if len(long) == 0 {
		return nil
	}
	return []Advice{{
		Rule: "long-rolling", Keys: keys(long),
		Message: message.New("advice.long-rolling", "{{.Names}}: more than two minutes for one area. What is known reaches to two.", "Names", named(long)),
		Reason:  message.New("advice.long-rolling.why", "Reviewers of the studies advise 30 to 120 s of rolling for each area, in one to three sets."),
		Source:  "Behm 2020",
		Mend: &Mend{Label: message.New("advice.long-rolling.mend", "Roll for two minutes"), Apply: func(c *draft.Content) {
			for _, s := range long {
				if to := c.Step(s.key); to != nil {
					to.Hold, to.Rounds = min(s.dose.Hold, mostRolling), 1
				}
			}
		}},
	}}
}

// rollerOnSpine is about an exercise of a person's own that rolls the lower back or the neck.
func rollerOnSpine(v *view) []Advice {
	on := v.where(func(s step) bool {
		areas := s.e.Areas()
		return rolls(s.e) && slices.Contains(s.e.Equipment, "foam-roller") &&
			(slices.Contains(areas, exercise.AreaLowerBack) || slices.Contains(areas, exercise.AreaNeck))
	})
	if len(on) == 0 {
		return nil
	}
	return []Advice{{
		Rule: "roller-on-spine", Keys: keys(on),
		Message: message.New("advice.roller-on-spine", "{{.Names}} rolls the lower back or the neck. Keep the roller on the upper back and the legs.", "Names", named(on)),
		Reason: message.New("advice.roller-on-spine.why", "There the ribs do not carry the weight, so the spine takes it. Leaving out the lower back and the neck is "+
			"careful practice; it was not tested."),
	}}
}

// breathWords are what a word about breathing has in it, in the languages people here write in.
var breathWords = []string{"breath", "inhale", "exhale", "atm", "respir", "souffl"}

// noBreath is about long holds of exercises that say nothing about breathing, which a person's own may.
func noBreath(v *view) []Advice {
	var silent []step
	for _, s := range v.steps {
		if !s.held() || s.dose.Hold < breathedHold || s.e.Breath != "" || breathes(s.note) || slices.ContainsFunc(s.e.Cues, breathes) {
			continue
		}
		silent = append(silent, s)
	}
	if len(silent) == 0 {
		return nil
	}
	a := Advice{
		Rule: "no-breath", Keys: keys(silent),
		Message: message.New("advice.no-breath", "{{.Names}}: a long hold with no word about breathing. It is easy to hold your breath in it.", "Names", named(silent)),
		Reason: message.New("advice.no-breath.why", "Slow breathing calms and lowers blood pressure a little; that it makes a stretch work better, nobody has shown. "+
			"A line breath = \"…\" in the exercise's file is said every time."),
		Source: "Shao 2024; Laborde 2022",
	}
	free := slices.DeleteFunc(slices.Clone(silent), func(s step) bool { return s.note != "" })
	if len(free) > 0 {
		a.Mend = &Mend{Label: message.New("advice.no-breath.mend", "Add a note: breathe slowly"), Apply: func(c *draft.Content) {
			for _, s := range free {
				if to := c.Step(s.key); to != nil && to.Note == "" {
					to.Note = "Breathe slowly, all the way out"
				}
			}
		}}
	}
	return []Advice{a}
}

func breathes(text string) bool {
	return slices.ContainsFunc(breathWords, func(w string) bool { return containsFold(text, w) })
}

// veryLong is about a routine of more than 45 minutes.
func veryLong(v *view) []Advice {
	if v.routine == nil {
		return nil
	}
	natural := plan.Natural(v.routine, "")
	if natural <= mostAtOnce {
		return nil
	}
	return []Advice{{
		Rule:    "very-long",
		Message: message.New("advice.very-long", "This takes {{.Length}} min. Past 45 minutes, a second routine for another day does more.", "Length", clock(natural)),
		Reason: message.New("advice.very-long.why", "Nearly an hour of unaccustomed stretching made people sore for a day or two, and the time in a week counts, not in a day. "+
			"The 45 minutes are our own practice."),
		Source: "Smith 1993; Thomas 2018",
	}}
}
