package exercises

import (
	"catcow/gui/look"
	"catcow/routines/exercise"
)

// caution says who should leave an exercise out or go easy, in plain words that follow "if"; "" where nobody has to be
// told.
func caution(tag string) string {
	switch tag {
	case "disc-flexion":
		return look.T("caution.disc-flexion", "bending forward brings on disc trouble or sciatica")
	case "disc-acute":
		return look.T("caution.disc-acute", "a disc has flared up in the last two weeks")
	case "sciatica-tension":
		return look.T("caution.sciatica-tension", "stretching the leg makes it tingle or hurt below the knee; then bend the knee")
	case "extension-pain":
		return look.T("caution.extension-pain", "leaning back hurts, or you have a narrowed spinal canal or a slipped vertebra")
	case "osteoporosis":
		return look.T("caution.osteoporosis", "your bones are thin, or a vertebra was ever broken")
	case "preg-supine":
		return look.T("caution.preg-supine", "you are past the third month of a pregnancy: not flat on the back for long")
	case "preg-prone":
		return look.T("caution.preg-prone", "you are pregnant: not on the front")
	case "preg-late":
		return look.T("caution.preg-late", "you are late in a pregnancy and the belly is in the way, or the head goes down")
	case "preg-twist":
		return look.T("caution.preg-twist", "you are pregnant: no deep twist towards the belly")
	case "preg-knees-together":
		return look.T("caution.preg-knees-together", "you are pregnant: take the knees wide")
	case "diastasis":
		return look.T("caution.diastasis", "you gave birth in the last twelve weeks, or have a gap in the belly muscles that nobody has looked at")
	case "recent-abdominal":
		return look.T("caution.recent-abdominal", "your belly was operated on in the last twelve weeks")
	case "acute-strain":
		return look.T("caution.acute-strain", "you strained your back in the last three days")
	case "shoulder":
		return look.T("caution.shoulder", "a shoulder hurts")
	case "wrist":
		return look.T("caution.wrist", "a wrist hurts when you lean on it")
	case "knee":
		return look.T("caution.knee", "a knee hurts when you kneel on it or bend it far")
	case "neck":
		return look.T("caution.neck", "your neck hurts")
	case "hip-replacement":
		return look.T("caution.hip-replacement", "you have a new hip and were told what it must not do")
	case "rib-injury":
		return look.T("caution.rib-injury", "a rib is bruised or broken")
	case "vertigo":
		return look.T("caution.vertigo", "moving or lowering the head makes you dizzy")
	case "bp-eyes":
		return look.T("caution.bp-eyes", "you have glaucoma, or blood pressure that is not under control")
	case "balance":
		return look.T("caution.balance", "you are unsteady on your feet; then hold on to something")
	}
	return ""
}

// cautions says all of an exercise's, in the order of its file.
func cautions(e *exercise.Exercise) []string {
	var out []string
	for _, tag := range e.AvoidIf {
		if s := caution(tag); s != "" {
			out = append(out, s)
		}
	}
	return out
}

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
