package exercises

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// kindLine is a card's second line: "Static · Kneeling"; what is a person's own says so first.
func kindLine(e *exercise.Exercise) string {
	out := look.Kind(e.Kind).Name
	if p := positionShort(e.Position); p != "" {
		out += between + p
	}
	if e.Source == exercise.Own {
		out = look.T("exercises.own-short", "Yours") + between + out
	}
	return out
}

const between = " · "

// positionShort is how the body is placed, short enough for a chip.
func positionShort(p exercise.Position) string {
	switch p {
	case exercise.Standing:
		return look.T("exercises.at.standing", "Standing")
	case exercise.SeatedChair:
		return look.T("exercises.at.chair", "On a chair")
	case exercise.SeatedFloor:
		return look.T("exercises.at.floor", "Sitting on the floor")
	case exercise.Kneeling:
		return look.T("exercises.at.kneeling", "Kneeling")
	case exercise.Quadruped:
		return look.T("exercises.at.quadruped", "All fours")
	case exercise.Supine:
		return look.T("exercises.at.supine", "On the back")
	case exercise.Prone:
		return look.T("exercises.at.prone", "On the front")
	case exercise.SideLying:
		return look.T("exercises.at.side", "On the side")
	}
	return ""
}

// areaName is a part of the body in words.
func areaName(a exercise.Area) string {
	switch a {
	case exercise.AreaNeck:
		return look.T("area.neck", "Neck")
	case exercise.AreaShoulders:
		return look.T("area.shoulders", "Shoulders")
	case exercise.AreaArms:
		return look.T("area.arms", "Arms")
	case exercise.AreaChest:
		return look.T("area.chest", "Chest")
	case exercise.AreaUpperBack:
		return look.T("area.upper-back", "Upper back")
	case exercise.AreaLowerBack:
		return look.T("area.lower-back", "Lower back")
	case exercise.AreaWaist:
		return look.T("area.waist", "Waist and sides")
	case exercise.AreaBelly:
		return look.T("area.belly", "Belly")
	case exercise.AreaHips:
		return look.T("area.hips", "Hips")
	case exercise.AreaGlutes:
		return look.T("area.glutes", "Glutes")
	case exercise.AreaThighs:
		return look.T("area.thighs", "Thighs")
	case exercise.AreaHamstrings:
		return look.T("area.hamstrings", "Backs of the thighs")
	case exercise.AreaCalves:
		return look.T("area.calves", "Calves")
	}
	return ""
}

// thingName is what is at hand.
func thingName(t string) string {
	switch t {
	case exercise.Nothing:
		return look.T("exercises.thing.nothing", "Nothing")
	case "mat":
		return look.T("exercises.thing.mat", "Mat")
	case "chair":
		return look.T("exercises.thing.chair", "Chair")
	case "wall":
		return look.T("exercises.thing.wall", "Wall")
	case "doorway":
		return look.T("exercises.thing.doorway", "Doorway")
	case "step":
		return look.T("exercises.thing.step", "Step")
	case "roller":
		return look.T("exercises.thing.roller", "Foam roller")
	case "ball":
		return look.T("exercises.thing.ball", "Ball")
	case "strap":
		return look.T("exercises.thing.strap", "Strap or towel")
	}
	return t
}

// choiceName is a choice in words, as its chip says it.
func choiceName(c exercise.Choice) string {
	switch c.Facet {
	case exercise.ByArea:
		return areaName(exercise.Area(c.Value))
	case exercise.ByKind:
		return look.Kind(exercise.Kind(c.Value)).Name
	case exercise.ByPosition:
		return positionShort(exercise.Position(c.Value))
	case exercise.ByThing:
		return thingName(c.Value)
	}
	if c.Value == exercise.NoFloor {
		return look.T("exercises.no-floor", "No floor")
	}
	return look.T("exercises.quiet", "Quiet")
}

// length is a time in words: "30 s", "2 min", "1:30 min".
func length(d time.Duration) string {
	switch {
	case d < 100*time.Second && d%time.Minute != 0:
		return look.T("exercises.seconds", "{{.N}} s", map[string]any{"N": int(d / time.Second)})
	case d%time.Minute == 0:
		return look.T("exercises.minutes", "{{.N}} min", map[string]any{"N": int(d / time.Minute)})
	}
	return look.T("exercises.clock", "{{.Clock}} min", map[string]any{"Clock": look.Clock(d)})
}

// dose is how much of an exercise is done, in words.
func dose(e *exercise.Exercise) string {
	d := e.Dose
	with := map[string]any{"Length": length(d.Hold), "Rounds": d.Rounds}
	sided := e.Sides == exercise.LeftRight
	switch {
	case d.ByReps():
		count := map[string]any{"Count": d.Reps}
		switch d.Mode {
		case exercise.Alternate:
			return look.T("exercises.dose.turns", "{{.Count}} repetitions, sides in turn", count)
		case exercise.Block:
			return look.T("exercises.dose.reps-each", "{{.Count}} repetitions each side", count)
		}
		return look.T("exercises.dose.reps", "{{.Count}} slow repetitions", count)
	case e.Kind == exercise.Activity && d.Time > 0:
		return look.T("exercises.dose.time", "{{.Length}}, or as long as you like", map[string]any{"Length": length(d.Time)})
	case e.Kind == exercise.Activity:
		return look.T("exercises.dose.open", "As long as the day needs")
	case e.Kind == exercise.Release && sided:
		return look.T("exercises.dose.release-each", "{{.Length}} each side", with)
	case e.Kind == exercise.Release:
		return look.T("exercises.dose.release", "{{.Length}}, at ease", with)
	case d.Rounds > 1 && sided:
		return look.T("exercises.dose.holds-each", "{{.Rounds}} holds of {{.Length}} each side", with)
	case d.Rounds > 1:
		return look.T("exercises.dose.holds", "{{.Rounds}} holds of {{.Length}}", with)
	case sided:
		return look.T("exercises.dose.hold-each", "Hold {{.Length}} each side", with)
	}
	return look.T("exercises.dose.hold", "Hold {{.Length}}", with)
}

// bounds is how far the dose may go down and up, in words, or "".
func bounds(e *exercise.Exercise) string {
	d := e.Dose
	switch {
	case d.ByReps():
		return look.T("exercises.bounds.reps", "{{.From}} to {{.To}} repetitions suit most people, {{.Fast}} to {{.Slow}} each.", map[string]any{
			"From": d.RepsMin, "To": d.RepsMax, "Fast": length(d.TempoMin), "Slow": length(d.TempoMax)})
	case e.Kind == exercise.Activity:
		return ""
	}
	from := map[string]any{"From": length(d.HoldMin), "To": length(d.HoldMax), "Rounds": d.RoundsMax}
	if d.RoundsMax > 1 {
		return look.T("exercises.bounds.holds", "{{.From}} to {{.To}} suit most people, up to {{.Rounds}} times.", from)
	}
	return look.T("exercises.bounds.hold", "{{.From}} to {{.To}} suit most people.", from)
}

// sentence joins words into one line that begins with a capital: "Lower back, glutes".
func sentence(words []string) string {
	s := strings.Join(words, ", ")
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// lowerFirst makes the first letter small.
func lowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// joined lists words in a sentence: "the morning, the desk and the evening".
func joined(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return look.T("exercises.and", "{{.First}} and {{.Last}}", map[string]any{
		"First": strings.Join(words[:n-1], ", "), "Last": words[n-1]})
}
