package look

import "catcow/routines/exercise"

// Caution says who should leave an exercise out or go easy, in plain words that follow "if"; "" where nobody has to be
// told.
func Caution(tag string) string {
	switch tag {
	case "disc-flexion":
		return T("caution.disc-flexion", "bending forward brings on disc trouble or sciatica")
	case "disc-acute":
		return T("caution.disc-acute", "a disc has flared up in the last two weeks")
	case "sciatica-tension":
		return T("caution.sciatica-tension", "stretching the leg makes it tingle or hurt below the knee; then bend the knee")
	case "extension-pain":
		return T("caution.extension-pain", "leaning back hurts, or you have a narrowed spinal canal or a slipped vertebra")
	case "osteoporosis":
		return T("caution.osteoporosis", "your bones are thin, or a vertebra was ever broken")
	case "preg-supine":
		return T("caution.preg-supine", "you are past the third month of a pregnancy: not flat on the back for long")
	case "preg-prone":
		return T("caution.preg-prone", "you are pregnant: not on the front")
	case "preg-late":
		return T("caution.preg-late", "you are late in a pregnancy and the belly is in the way, or the head goes down")
	case "preg-twist":
		return T("caution.preg-twist", "you are pregnant: no deep twist towards the belly")
	case "preg-knees-together":
		return T("caution.preg-knees-together", "you are pregnant: take the knees wide")
	case "diastasis":
		return T("caution.diastasis", "you gave birth in the last twelve weeks, or have a gap in the belly muscles that nobody has looked at")
	case "recent-abdominal":
		return T("caution.recent-abdominal", "your belly was operated on in the last twelve weeks")
	case "acute-strain":
		return T("caution.acute-strain", "you strained your back in the last three days")
	case "shoulder":
		return T("caution.shoulder", "a shoulder hurts")
	case "wrist":
		return T("caution.wrist", "a wrist hurts when you lean on it")
	case "knee":
		return T("caution.knee", "a knee hurts when you kneel on it or bend it far")
	case "neck":
		return T("caution.neck", "your neck hurts")
	case "hip-replacement":
		return T("caution.hip-replacement", "you have a new hip and were told what it must not do")
	case "rib-injury":
		return T("caution.rib-injury", "a rib is bruised or broken")
	case "vertigo":
		return T("caution.vertigo", "moving or lowering the head makes you dizzy")
	case "bp-eyes":
		return T("caution.bp-eyes", "you have glaucoma, or blood pressure that is not under control")
	case "balance":
		return T("caution.balance", "you are unsteady on your feet; then hold on to something")
	}
	return ""
}

// Cautions says all of an exercise's, in the order of its file.
func Cautions(e *exercise.Exercise) []string {
	var out []string
	for _, tag := range e.AvoidIf {
		if s := Caution(tag); s != "" {
			out = append(out, s)
		}
	}
	return out
}
