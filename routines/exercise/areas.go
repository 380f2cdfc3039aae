package exercise

import (
	"slices"
	"strings"
)

// Area is a part of the body large enough to point at. The targets of an exercise are finer, and free words.
type Area string

// The areas.
const (
	AreaNeck       Area = "neck"
	AreaShoulders  Area = "shoulders"
	AreaArms       Area = "arms"
	AreaChest      Area = "chest"
	AreaUpperBack  Area = "upper back"
	AreaLowerBack  Area = "lower back"
	AreaWaist      Area = "waist"
	AreaBelly      Area = "belly"
	AreaHips       Area = "hips"
	AreaGlutes     Area = "glutes"
	AreaThighs     Area = "thighs"
	AreaHamstrings Area = "hamstrings"
	AreaCalves     Area = "calves"
)

// Areas lists the areas from head to foot.
var Areas = []Area{
	AreaNeck, AreaShoulders, AreaArms, AreaChest, AreaUpperBack, AreaWaist, AreaBelly, AreaLowerBack,
	AreaHips, AreaGlutes, AreaThighs, AreaHamstrings, AreaCalves,
}

// areaWords tells where a target lies by what it contains; the first that fits counts, so the finer words come first.
var areaWords = []struct {
	part  string
	areas []Area
}{
	{"shoulder blade", []Area{AreaUpperBack}},
	{"shoulder", []Area{AreaShoulders}},
	{"neck", []Area{AreaNeck}},
	{"arm", []Area{AreaArms}}, {"elbow", []Area{AreaArms}}, {"wrist", []Area{AreaArms}}, {"hands", []Area{AreaArms}},
	{"chest", []Area{AreaChest}},
	{"lower back", []Area{AreaLowerBack}}, {"low back", []Area{AreaLowerBack}},
	{"mid-back", []Area{AreaUpperBack}}, {"upper back", []Area{AreaUpperBack}},
	{"lats", []Area{AreaUpperBack, AreaWaist}}, // the sides of the back
	{"spine", []Area{AreaUpperBack, AreaLowerBack}},
	{"waist", []Area{AreaWaist}}, {"rib", []Area{AreaWaist}}, {"side", []Area{AreaWaist}},
	{"belly", []Area{AreaBelly}}, {"core", []Area{AreaBelly}}, {"abdom", []Area{AreaBelly}},
	{"hip", []Area{AreaHips}}, {"pelvis", []Area{AreaHips}}, {"groin", []Area{AreaHips}},
	{"glute", []Area{AreaGlutes}}, {"buttock", []Area{AreaGlutes}},
	{"hamstring", []Area{AreaHamstrings}}, {"back of thigh", []Area{AreaHamstrings}}, {"backs of thigh", []Area{AreaHamstrings}},
	{"thigh", []Area{AreaThighs}}, {"quad", []Area{AreaThighs}},
	{"calf", []Area{AreaCalves}}, {"calves", []Area{AreaCalves}},
	{"leg", []Area{AreaThighs, AreaHamstrings, AreaCalves}},
	{"back", []Area{AreaUpperBack, AreaLowerBack}},
}

// Areas lists where the exercise works, in the order of its targets. Targets that are nowhere in particular ("whole
// body", "calm") and words that are not known add none.
func (e *Exercise) Areas() []Area {
	var out []Area
	for _, t := range e.Targets {
		for _, a := range areasOf(t) {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

func areasOf(target string) []Area {
	target = strings.ToLower(target)
	for _, w := range areaWords {
		if strings.Contains(target, w.part) {
			return w.areas
		}
	}
	return nil
}
