package look

import (
	"time"

	"catcow/routines/exercise"
)

// KindLine is a card's second line: "Static · Kneeling"; what is a person's own says so first.
func KindLine(e *exercise.Exercise) string {
	out := Kind(e.Kind).Name
	if p := PositionShort(e.Position); p != "" {
		out += " · " + p
	}
	if e.Source == exercise.Own {
		out = T("exercises.own-short", "Yours") + " · " + out
	}
	return out
}

// PositionShort is how the body is placed, short enough for a chip.
func PositionShort(p exercise.Position) string {
	switch p {
	case exercise.Standing:
		return T("exercises.at.standing", "Standing")
	case exercise.SeatedChair:
		return T("exercises.at.chair", "On a chair")
	case exercise.SeatedFloor:
		return T("exercises.at.floor", "Sitting on the floor")
	case exercise.Kneeling:
		return T("exercises.at.kneeling", "Kneeling")
	case exercise.Quadruped:
		return T("exercises.at.quadruped", "All fours")
	case exercise.Supine:
		return T("exercises.at.supine", "On the back")
	case exercise.Prone:
		return T("exercises.at.prone", "On the front")
	case exercise.SideLying:
		return T("exercises.at.side", "On the side")
	}
	return ""
}

// Area is a part of the body in words.
func Area(a exercise.Area) string {
	switch a {
	case exercise.AreaNeck:
		return T("area.neck", "Neck")
	case exercise.AreaShoulders:
		return T("area.shoulders", "Shoulders")
	case exercise.AreaArms:
		return T("area.arms", "Arms")
	case exercise.AreaChest:
		return T("area.chest", "Chest")
	case exercise.AreaUpperBack:
		return T("area.upper-back", "Upper back")
	case exercise.AreaLowerBack:
		return T("area.lower-back", "Lower back")
	case exercise.AreaWaist:
		return T("area.waist", "Waist and sides")
	case exercise.AreaBelly:
		return T("area.belly", "Belly")
	case exercise.AreaHips:
		return T("area.hips", "Hips")
	case exercise.AreaGlutes:
		return T("area.glutes", "Glutes")
	case exercise.AreaThighs:
		return T("area.thighs", "Thighs")
	case exercise.AreaHamstrings:
		return T("area.hamstrings", "Backs of the thighs")
	case exercise.AreaCalves:
		return T("area.calves", "Calves")
	}
	return ""
}

// Thing is what is at hand.
func Thing(t string) string {
	switch t {
	case exercise.Nothing:
		return T("exercises.thing.nothing", "Nothing")
	case "mat":
		return T("exercises.thing.mat", "Mat")
	case "chair":
		return T("exercises.thing.chair", "Chair")
	case "wall":
		return T("exercises.thing.wall", "Wall")
	case "doorway":
		return T("exercises.thing.doorway", "Doorway")
	case "step":
		return T("exercises.thing.step", "Step")
	case "roller":
		return T("exercises.thing.roller", "Foam roller")
	case "ball":
		return T("exercises.thing.ball", "Ball")
	case "strap":
		return T("exercises.thing.strap", "Strap or towel")
	}
	return t
}

// Choice is a choice in words, as its chip says it.
func Choice(c exercise.Choice) string {
	switch c.Facet {
	case exercise.ByArea:
		return Area(exercise.Area(c.Value))
	case exercise.ByKind:
		return Kind(exercise.Kind(c.Value)).Name
	case exercise.ByPosition:
		return PositionShort(exercise.Position(c.Value))
	case exercise.ByThing:
		return Thing(c.Value)
	}
	if c.Value == exercise.NoFloor {
		return T("exercises.no-floor", "No floor")
	}
	return T("exercises.quiet", "Quiet")
}

// Span is a time in words: "30 s", "2 min", "1:30 min".
func Span(d time.Duration) string {
	switch {
	case d < 100*time.Second && d%time.Minute != 0:
		return T("exercises.seconds", "{{.N}} s", map[string]any{"N": int(d / time.Second)})
	case d%time.Minute == 0:
		return T("exercises.minutes", "{{.N}} min", map[string]any{"N": int(d / time.Minute)})
	}
	return T("exercises.clock", "{{.Clock}} min", map[string]any{"Clock": Clock(d)})
}

// Dose is how much of an exercise is done, in words: its own dose, or that of a step.
func Dose(e *exercise.Exercise, d exercise.Dose) string {
	with := map[string]any{"Length": Span(d.Hold), "Rounds": d.Rounds}
	sided := e.Sides == exercise.LeftRight
	switch {
	case d.ByReps():
		count := map[string]any{"Count": d.Reps}
		switch d.Mode {
		case exercise.Alternate:
			return T("exercises.dose.turns", "{{.Count}} repetitions, sides in turn", count)
		case exercise.Block:
			return T("exercises.dose.reps-each", "{{.Count}} repetitions each side", count)
		}
		return T("exercises.dose.reps", "{{.Count}} slow repetitions", count)
	case e.Kind == exercise.Activity && d.Time > 0:
		return T("exercises.dose.time", "{{.Length}}, or as long as you like", map[string]any{"Length": Span(d.Time)})
	case e.Kind == exercise.Activity:
		return T("exercises.dose.open", "As long as the day needs")
	case e.Kind == exercise.Release && sided:
		return T("exercises.dose.release-each", "{{.Length}} each side", with)
	case e.Kind == exercise.Release:
		return T("exercises.dose.release", "{{.Length}}, at ease", with)
	case d.Rounds > 1 && sided:
		return T("exercises.dose.holds-each", "{{.Rounds}} holds of {{.Length}} each side", with)
	case d.Rounds > 1:
		return T("exercises.dose.holds", "{{.Rounds}} holds of {{.Length}}", with)
	case sided:
		return T("exercises.dose.hold-each", "Hold {{.Length}} each side", with)
	}
	return T("exercises.dose.hold", "Hold {{.Length}}", with)
}
