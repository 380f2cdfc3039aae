package look

import "catcow/routines/exercise"

// Position is how the body is placed, in words: "On hands and knees".
func Position(p exercise.Position) string {
	switch p {
	case exercise.Standing:
		return T("position.standing", "Standing")
	case exercise.SeatedChair:
		return T("position.seated-chair", "Sitting on a chair")
	case exercise.SeatedFloor:
		return T("position.seated-floor", "Sitting on the floor")
	case exercise.Kneeling:
		return T("position.kneeling", "Kneeling")
	case exercise.Quadruped:
		return T("position.quadruped", "On hands and knees")
	case exercise.Supine:
		return T("position.supine", "Lying on your back")
	case exercise.Prone:
		return T("position.prone", "Lying on your front")
	case exercise.SideLying:
		return T("position.side-lying", "Lying on your side")
	}
	return ""
}
