package exercises

import (
	"catcow/gui/look"
	"catcow/routines/exercise"
)

// need is a piece of equipment in words; some only makes an exercise more comfortable.
func need(equipment string) string {
	switch equipment {
	case "mat":
		return look.T("need.mat", "a mat")
	case "chair":
		return look.T("need.chair", "a firm chair")
	case "chair-or-bench":
		return look.T("need.chair-or-bench", "a chair or a bench")
	case "step-or-chair":
		return look.T("need.step-or-chair", "a step or a chair")
	case "wall":
		return look.T("need.wall", "a wall")
	case "wall-or-chair":
		return look.T("need.wall-or-chair", "a wall or a chair")
	case "doorway":
		return look.T("need.doorway", "a doorway")
	case "foam-roller":
		return look.T("need.roller", "a foam roller")
	case "ball":
		return look.T("need.ball", "a tennis ball")
	case "strap-or-towel":
		return look.T("need.strap", "a strap or a towel")
	case "strap-optional":
		return look.T("need.strap-optional", "if you like, a strap or a towel")
	case "pillow-optional":
		return look.T("need.pillow-optional", "if you like, a pillow")
	case "cushion-optional":
		return look.T("need.cushion-optional", "if you like, a cushion")
	}
	return equipment
}

// needs is everything an exercise asks for, in one line.
func needs(e *exercise.Exercise) string {
	var out []string
	for _, q := range e.Equipment {
		out = append(out, need(q))
	}
	if len(out) == 0 {
		return look.T("need.nothing", "Nothing at all.")
	}
	return sentence(out) + "."
}

// purpose is what an exercise is good for, in words.
func purpose(tag string) string {
	switch tag {
	case "warm-up":
		return look.T("purpose.warm-up", "warming up")
	case "cool-down":
		return look.T("purpose.cool-down", "cooling down")
	case "activity":
		return look.T("purpose.activity", "the middle of a session")
	case "strength":
		return look.T("purpose.strength", "getting stronger")
	case "morning":
		return look.T("purpose.morning", "the morning")
	case "evening":
		return look.T("purpose.evening", "the evening")
	case "desk":
		return look.T("purpose.desk", "the desk")
	case "micro-break":
		return look.T("purpose.micro-break", "a minute between two things")
	case "on-the-go":
		return look.T("purpose.on-the-go", "on the way")
	case "post-run":
		return look.T("purpose.post-run", "after a run")
	case "rest-day":
		return look.T("purpose.rest-day", "days of rest")
	case "rehab":
		return look.T("purpose.rehab", "getting back to moving")
	}
	return ""
}

// purposes is all of an exercise's in one line, or "".
func purposes(e *exercise.Exercise) string {
	var out []string
	for _, tag := range e.GoodFor {
		if s := purpose(tag); s != "" {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return look.T("exercises.good-for", "Good for {{.What}}.", map[string]any{"What": joined(out)})
}
