package draft

import (
	"strings"
	"testing"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

func TestAdd(t *testing.T) {
	tests := []struct {
		about, from string
		at          Spot
		ids, want   string
	}{
		{"at the spot", "d: cat-cow hip-hinge", Spot{0, 1}, "hip-circles", "d: cat-cow hip-circles hip-hinge"},
		{"in order", "d: cat-cow", Spot{0, 0}, "hip-circles hip-hinge", "d: hip-circles hip-hinge cat-cow"},
		{"strength belongs with movement", "d: cat-cow", Spot{0, 1}, "glute-bridge", "d: cat-cow glute-bridge"},
		{"movement belongs with strength", "t: plank", Spot{0, 1}, "cat-cow", "t: plank cat-cow"},
		{"release belongs with stillness", "s: cobra", Spot{0, 0}, "legs-up-wall", "s: legs-up-wall cobra"},
		{"the nearest that takes it", "d: cat-cow | s: cobra | d: hip-hinge | s: butterfly", Spot{0, 1}, "childs-pose", "d: cat-cow | s: cobra childs-pose | d: hip-hinge | s: butterfly"},
		{"of two as near the later", "s: cobra | d: cat-cow | s: butterfly", Spot{1, 0}, "childs-pose", "s: cobra | d: cat-cow | s: butterfly childs-pose"},
		{"its own kind first", "d: cat-cow | s: cobra | r: legs-up-wall", Spot{0, 0}, "rest-90-90", "d: cat-cow | s: cobra | r: legs-up-wall rest-90-90"},
		{"nothing there", "", Spot{}, "cat-cow hip-hinge", "d: cat-cow hip-hinge"},
		{"far beyond", "d: cat-cow", Spot{9, 9}, "hip-hinge", "d: cat-cow hip-hinge"},
		{"far before", "d: cat-cow", Spot{-1, 5}, "hip-hinge", "d: hip-hinge cat-cow"},
		{"a new phase behind", "d: cat-cow", Spot{0, 1}, "childs-pose cobra hip-hinge", "d: cat-cow hip-hinge | s: childs-pose cobra"},
		{"a new phase before, and on where it was", "s: cobra", Spot{0, 0}, "cat-cow childs-pose", "d: cat-cow | s: childs-pose cobra"},
		{"a new phase between", "d: cat-cow | s: cobra", Spot{1, 1}, "walk", "d: cat-cow | a: walk | s: cobra"},
		{"an activity has one step", "d: cat-cow | a: walk | s: cobra", Spot{1, 1}, "activity-slot", "d: cat-cow | a: walk | a: activity-slot | s: cobra"},
		{"an empty activity takes one", "d: cat-cow | a:", Spot{1, 0}, "walk", "d: cat-cow | a: walk"},
		{"unknown stays where it is put", "s: cobra", Spot{0, 0}, "headstand", "s: headstand cobra"},
		{"unknown but not in an activity", "a: walk | s: cobra", Spot{0, 0}, "headstand", "a: walk | s: cobra headstand"},
		{"unknown and nothing there", "", Spot{}, "headstand", "d: headstand"},
		{"a kind that does not exist takes nothing", "?: cobra", Spot{0, 0}, "butterfly", "?: cobra | s: butterfly"},
		{"all kinds from nothing", "", Spot{}, "cobra legs-up-wall walk plank cat-cow", "a: walk | t: plank cat-cow | s: cobra legs-up-wall"},
	}
	for _, test := range tests {
		c := content(test.from)
		keys := c.Add(catalogue(), test.at, strings.Fields(test.ids)...)
		if got := show(c); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.about, got, test.want)
		}
		checkKeys(t, c)
		for i, id := range strings.Fields(test.ids) {
			if s := c.Step(keys[i]); s == nil || s.Exercise != id {
				t.Errorf("%s: the key of %s gives %v", test.about, id, s)
			}
		}
	}
}

func TestAddStepKeepsWhatItSays(t *testing.T) {
	c := content("d: cat-cow")
	k := c.AddStep(Spot{0, 1}, Step{Exercise: "childs-pose", Rounds: 2, Note: "slowly", Key: 1})
	if got := show(c); got != "d: cat-cow | s: childs-pose" {
		t.Errorf("a hold was put among movement: %s", got)
	}
	s := c.Step(k)
	if s == nil || s.Rounds != 2 || s.Note != "slowly" || k == 1 {
		t.Errorf("the step is %+v with key %d", s, k)
	}
	checkKeys(t, c)
}

func TestNewPhasesHavePlainNames(t *testing.T) {
	c := Content{}
	for _, kind := range exercise.Kinds {
		c.AddPhase(kind, "", len(c.Phases))
	}
	c.AddPhase(exercise.Static, "Stretch", 1)
	c.AddPhase(exercise.Dynamic, "", 9)
	c.AddPhase(exercise.Dynamic, "", 9)
	var names []string
	for _, p := range c.Phases {
		names = append(names, p.Name)
	}
	if got := strings.Join(names, ", "); got != "Warm up, Stretch, Activity, Strengthen, Cool down, Release, Warm up 2, Warm up 3" {
		t.Errorf("the phases are called %s", got)
	}
	c = Content{in: &world{cat: catalogue(), say: func(m message.Message) string { return "* " + m.ID }}}
	c.Add(catalogue(), Spot{}, "cobra")
	if got := c.Phases[0].Name; got != "* draft.cool-down" {
		t.Errorf("in another language the phase is called %q", got)
	}
}
