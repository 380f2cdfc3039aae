package figure

import (
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// broken are poses that cannot be: where each is told, and how.
var broken = []struct{ name, text, key, want string }{
	{"a pin in the air out of reach", "[[figure.pose]]\nright_arm = { pin = [0.9, 0.9, 0.1] }",
		"figure.pose[0].right_arm.pin", "pose 1: the right hand cannot reach the pin from here: 0.55 H short"},
	{"hands that do not come down to the floor", "[[figure.pose]]\n[[figure.pose]]\nname = 'fold'\n" +
		"pelvis = { forward = -0.05 }\nspine = { lumbar = 110, chest = 140, neck = 150, head = 160 }\narms = { pin = [0.4, 0.1] }",
		"figure.pose[1].arms.pin", `pose 2, "fold": the hands cannot reach the floor from here: 0.05 H short`},
	{"a hand that does not come down to a foot", "[[figure.pose]]\npelvis = { forward = -0.06 }\n" +
		"spine = { lumbar = 50, chest = 60, neck = 60, head = 60 }\nright_arm = { on = 'foot' }",
		"figure.pose[0].right_arm.on", "pose 1: the right hand cannot reach the right foot from here: 0.24 H short"},
	{"hands that slip off what the base holds", "base = 'sit'\nprops = ['chair']\n[[figure.pose]]\npelvis = { forward = 0.3 }",
		"figure.pose[0]", "pose 1: the hands cannot reach the thigh from here: 0.02 H short"},
	{"a foot planted too far ahead", "[[figure.pose]]\nleft_leg = { pin = [0.5, 0.06] }",
		"figure.pose[0].left_leg.pin", "pose 1: the left foot cannot reach the floor from here: 0.21 H short"},
	{"a hand in its own shoulder", "[[figure.pose]]\nright_arm = { pin = [0.02, 0.8, 0.12] }",
		"figure.pose[0].right_arm.pin", "pose 1: the right hand cannot come so near to the shoulder: 0.03 H too close"},
	{"a back that leaves the floor", "base = 'supine'\n[[figure.pose]]\nspine = { lumbar = -60 }",
		"figure.pose[0].spine", "pose 1: the seat would sink 0.05 H into the floor"},
	{"one knee that leaves the floor", "base = 'kneel'\n[[figure.pose]]\nleft_leg = { thigh = [150, 0] }",
		"figure.pose[0].left_leg.thigh", "pose 1: the left knee would leave the floor by 0.02 H"},
	{"both knees that leave the floor", "base = 'all_fours'\n[[figure.pose]]\npelvis = { up = 0.4 }\nlegs = { pin = [-0.25, 0.06] }",
		"figure.pose[0].legs.pin", "pose 1: the knees would leave the floor by 0.12 H"},
	{"a lifted hand that is still a contact", "base = 'all_fours'\n[[figure.pose]]\nright_arm = { upper = [90, 0], fore = [90, 0] }",
		"figure.pose[0].right_arm", "pose 1: the right hand would leave the floor by 0.23 H"},
	{"a heel through the floor", "[[figure.pose]]\nright_leg = { thigh = [180, 0], shank = [183, 0], foot = [110, 0] }",
		"figure.pose[0].right_leg.thigh", "pose 1: the right foot would sink 0.02 H into the floor"},
	{"a head in its pillow", "base = 'supine'\nprops = ['pillow']\nplace.pillow = { height = 0.06 }\n[[figure.pose]]\nspine = { neck = -88 }",
		"figure.pose[0].spine", "pose 1: the head would sink 0.04 H into the pillow"},
	{"legs under the floor", "base = 'prone'\n[[figure.pose]]\nlegs = { thigh = [-120, 0], shank = [-120, 0] }",
		"figure.pose[0].legs.thigh", "pose 1: the feet would be 0.17 H under the floor"},
	{"a knee bent the wrong way", "[[figure.pose]]\nright_leg = { thigh = [180, 0], shank = [120, 0] }\ncontacts = ['left_foot']",
		"figure.pose[0].right_leg.shank", "pose 1: the right knee would bend backwards"},
	{"a knee bent too far", "[[figure.pose]]\nright_leg = { thigh = [90, 0], shank = [265, 0] }\ncontacts = ['left_foot']",
		"figure.pose[0].right_leg.shank", "pose 1: the right knee would bend by 175 degrees; 163 is the most"},
	{"an elbow bent too far", "[[figure.pose]]\nright_arm = { upper = [180, 0], fore = [5, 0] }",
		"figure.pose[0].right_arm.fore", "pose 1: the right elbow would bend by 175 degrees; 158 is the most"},
	{"a hip bent too far", "base = 'supine'\n[[figure.pose]]\nright_leg = { thigh = [-60, 0], shank = [80, 0] }\ncontacts = ['seat', 'back']",
		"figure.pose[0].right_leg.thigh", "pose 1: the right hip would bend by 150 degrees; 140 is the most"},
	{"a leg too far back", "[[figure.pose]]\nright_leg = { thigh = [225, 0], shank = [250, 0] }\ncontacts = ['left_foot']",
		"figure.pose[0].right_leg.thigh", "pose 1: the right leg would go 47 degrees behind the hip; 35 is the most"},
	{"an arm too far back", "[[figure.pose]]\nright_arm = { upper = [-90, 0], fore = [-90, 0] }",
		"figure.pose[0].right_arm.upper", "pose 1: the right arm would go farther back than a shoulder turns"},
	{"a neck bent too far", "[[figure.pose]]\nspine = { neck = 100 }",
		"figure.pose[0].spine.neck", "pose 1: the neck would bend by 98 degrees; 75 is the most"},
	{"a trunk bent too far", "[[figure.pose]]\nspine = { lumbar = 0, chest = 100, neck = 90, head = 90 }\npelvis = { forward = -0.1 }",
		"figure.pose[0].spine.chest", "pose 1: the trunk would bend by 100 degrees; 88 is the most"},
	{"an arm through the trunk", "[[figure.pose]]\nright_arm = { pin = [0, 0.70, 0] }",
		"figure.pose[0].right_arm.pin", "pose 1: the right arm would go through the trunk"},
	{"a fall forwards", "[[figure.pose]]\nspine = { lumbar = 60, chest = 60, neck = 60, head = 60 }",
		"figure.pose[0].spine", "pose 1: the figure would fall over: its weight lies 0.03 H in front of its feet"},
	{"a fall backwards", "[[figure.pose]]\npelvis = { forward = -0.12 }",
		"figure.pose[0].pelvis", "pose 1: the figure would fall over: its weight lies 0.01 H behind its feet"},
	{"a fall to the side", "[[figure.pose]]\ncontacts = ['left_foot']\nright_leg = { thigh = [90, 0], shank = [180, 0] }",
		"figure.pose[0].right_leg", "pose 1: the figure would fall over: its weight lies 0.02 H to the right of its left foot"},
	{"a fall away from what it holds", "[[figure.pose]]\ncontacts = ['left_foot', 'balls']\npelvis = { left = 0.2 }\nlegs = { pin = [-0.022, 0.066] }",
		"figure.pose[0].pelvis", "pose 1: the figure would fall over: its weight lies 0.06 H to the left of what it stands on"},

	{"on the way: a hand that does not stay", "[[figure.pose]]\nright_arm = { pin = [0.25, 0.78, 0.1] }\n[[figure.pose]]\nright_arm = { pin = [-0.2, 0.78, 0.1] }",
		"figure.pose[1].right_arm.pin", "between poses 1 and 2: the right hand cannot come so near to the shoulder: 0.05 H too close"},
	{"on the way: a hand under the floor", "base = 'all_fours'\ncontacts = ['knees', 'left_hand']\n[[figure.pose]]\n" +
		"right_arm = { upper = [90, 0], fore = [90, 0] }\n[[figure.pose]]\nright_arm = { upper = [250, 0], fore = [250, 0] }",
		"figure.pose[1].right_arm", "between poses 1 and 2: the right hand would be 0.03 H under the floor"},
	{"on the way: a knee bent the wrong way", "base = 'supine'\ncontacts = ['seat', 'back']\n[[figure.pose]]\n" +
		"right_leg = { thigh = [30, 0], shank = [175, 0] }\n[[figure.pose]]\nright_leg = { thigh = [-30, 0], shank = [-20, 0] }",
		"figure.pose[1].right_leg.shank", "between poses 1 and 2: the right knee would bend backwards"},
	{"on the way: an arm through the trunk", "[[figure.pose]]\nright_arm = { pin = [0.2, 0.62, 0] }\n[[figure.pose]]\nright_arm = { pin = [-0.2, 0.62, 0] }",
		"figure.pose[1].right_arm.pin", "between poses 1 and 2: the right arm would go through the trunk"},
	{"on the way: a fall", "[[figure.pose]]\nspine = { lumbar = 100, chest = 100, neck = 90, head = 90 }\npelvis = { forward = -0.06 }\n" +
		"[[figure.pose]]\nspine = { lumbar = 0, chest = 0, neck = 0, head = 0 }\npelvis = { forward = 0.08 }",
		"figure.pose[1].pelvis", "between poses 1 and 2: the figure would fall over: its weight lies 0.03 H in front of its feet"},

	{"felt where nobody sees it", "focus = 'head'\nfeel = ['left_knee']\n[[figure.pose]]\n",
		"figure.feel", `pose 1: the left knee, where it is felt, lies outside the picture: focus = "head" leaves it out`},
}

func TestVerifySaysWhatABodyCannotDo(t *testing.T) {
	said := map[string]bool{}
	for _, c := range broken {
		t.Run(c.name, func(t *testing.T) {
			f := parse(t, "[figure]\n"+c.text)
			if p := f.Check(); len(p) > 0 {
				t.Fatal(p)
			}
			found := false
			for _, p := range f.Verify() {
				said[p.Message.ID] = true
				found = found || p.Key == c.key && p.Message.String() == c.want
			}
			if !found {
				t.Errorf("want %s: %s\nfound %v", c.key, c.want, f.Verify())
			}
		})
	}
	for w := range outOfPicture + 1 {
		if id := (finding{wrong: w}).say("").ID; !said[id] {
			t.Errorf("no broken pose leads to %s", id)
		}
	}
}

// A pose that cannot be is told once, not again in every pose that starts from it; also where a pose in the middle is
// mended, the names of others still lead somewhere.
func TestVerifyTellsOnce(t *testing.T) {
	f := parse(t, "[figure]\nstill = 'up'\n[[figure.pose]]\nname = 'far'\nright_arm = { pin = [0.9, 0.9, 0.1] }\n"+
		"[[figure.pose]]\nspine = { neck = 10 }\n[[figure.pose]]\nfrom = 'far'\nmirror = true\n"+
		"[[figure.pose]]\nname = 'up'\nright_arm = { pin = [0.9, 0.9, 0.1] }")
	list := f.Verify()
	if len(list) != 2 || list[0].Key != "figure.pose[0].right_arm.pin" || list[1].Key != "figure.pose[3].right_arm.pin" {
		t.Errorf("told: %v", list)
	}
	for _, p := range list {
		if p.Nearest == "" {
			t.Errorf("%s: no remedy", p)
		}
	}
}

// What is named as the nearest that works does work: put into the pose, it takes the fault away.
func TestNearestWorks(t *testing.T) {
	tried := 0
	for _, c := range broken {
		f := parse(t, "[figure]\n"+c.text)
		for _, p := range f.Verify() {
			if p.Nearest == "" {
				continue
			}
			tried++
			mended := parse(t, "[figure]\n"+c.text)
			pose := int(p.Key[len("figure.pose[")] - '0')
			if _, err := toml.Decode(strings.ReplaceAll(p.Nearest, " and ", "\n"), &mended.Poses[pose]); err != nil {
				t.Fatalf("%s: %s: %v", c.name, p.Nearest, err)
			}
			if list := mended.Check(); len(list) > 0 {
				t.Errorf("%s: with %s: %v", c.name, p.Nearest, list)
			}
			if by := f.Mended(p); p.Pose != pose || !reflect.DeepEqual(by.Poses, mended.Poses) {
				t.Errorf("%s: mended %+v, and with %s %+v", c.name, by.Poses, p.Nearest, mended.Poses)
			}
			poses := mended.resolve()
			for _, still := range inPose(mended, &poses[pose], 1) {
				if m := still.say(""); m.ID == p.Message.ID && m.Data["Part"] == p.Message.Data["Part"] {
					t.Errorf("%s: with %s still: %s", c.name, p.Nearest, m)
				}
			}
		}
	}
	if tried < len(broken)*2/3 {
		t.Errorf("only %d of the broken poses are told how to mend", tried)
	}
}
