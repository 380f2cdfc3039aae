package figure

import (
	"image"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestCheckNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ text, key string }{
		{"base = 'hover'", "figure.base"},
		{"view = 'below'", "figure.view"},
		{"motion = 'spin'", "figure.motion"},
		{"focus = 'toe'", "figure.focus"},
		{"side = 'both'", "figure.side"},
		{"yaw = 900", "figure.yaw"},
		{"elevation = nan", "figure.elevation"},
		{"cycles = -1", "figure.cycles"},
		{"still = 'ghostly'", "figure.still"},
		{"ghost = 'ghostly'", "figure.ghost"},
		{"props = ['sofa']", "figure.props"},
		{"props = ['mat', 'mat']", "figure.props"},
		{"place.chair = { forward = 1 }", "figure.place.chair"},
		{"contacts = ['ear']", "figure.contacts"},
		{"feel = ['soul']", "figure.feel"},
		{"feel = ['chair_seat']", "figure.feel"},
		{"arrow = { of = 'nose' }", "figure.arrow.of"},
		{"arrow = { shift = [1] }", "figure.arrow.shift"},
		{"[[figure.pose]]\nfrom = 'later'", "figure.pose[0].from"},
		{"[[figure.pose]]\nspine = { bend = 200 }", "figure.pose[0].spine.bend"},
		{"[[figure.pose]]\npelvis = { up = inf }", "figure.pose[0].pelvis.up"},
		{"[[figure.pose]]\narms = { upper = [1, 2, 3] }", "figure.pose[0].arms.upper"},
		{"[[figure.pose]]\narms = { on = 'moon' }", "figure.pose[0].arms.on"},
		{"[[figure.pose]]\narms = { on = 'knee', pin = [1, 1] }", "figure.pose[0].arms.pin"},
		{"[[figure.pose]]\narms = { shape = 'claw' }", "figure.pose[0].arms.shape"},
		{"[[figure.pose]]\nleft_arm = { palm = 'east' }", "figure.pose[0].left_arm.palm"},
		{"[[figure.pose]]\nright_leg = { toes = 400 }", "figure.pose[0].right_leg.toes"},
		{"[[figure.pose]]\nlegs = { pin = [9, 9] }", "figure.pose[0].legs.pin"},
		{"[[figure.pose]]\nlegs = { layer = 40 }", "figure.pose[0].legs.layer"},
		{"[[figure.pose]]\nname = 'a'\n[[figure.pose]]\nname = 'a'", "figure.pose[1].name"},
		{strings.Repeat("[[figure.pose]]\n", 9), "figure.pose"},
	} {
		text := "[figure]\n" + c.text
		if !strings.Contains(text, "[[figure.pose]]") {
			text += "\n[[figure.pose]]\n"
		}
		f := parse(t, text)
		found := false
		for _, p := range f.Check() {
			found = found || p.Key == c.key && p.Text != ""
		}
		if !found {
			t.Errorf("%q: no problem at %s, only %v", c.text, c.key, f.Check())
		}
	}
	if p := (&Figure{}).Check(); len(p) == 0 {
		t.Error("a figure without poses passes")
	}
}

func TestBasesAreSound(t *testing.T) {
	for _, base := range Bases() {
		f := &Figure{Base: base, Poses: []Pose{{}}}
		if base == "sit" {
			f.Props = []string{"chair"}
		}
		for _, p := range f.Check() {
			t.Errorf("%s: %s", base, p)
		}
		for _, p := range f.Verify() {
			t.Errorf("%s: %s", base, p)
		}
	}
}

// FuzzFigure: whatever a file says, checking and drawing it neither crash nor hang.
func FuzzFigure(f *testing.F) {
	for _, text := range []string{
		"[figure]\n[[figure.pose]]\n",
		"[figure]\nbase='sit'\nprops=['chair']\nfeel=['ribs']\n[[figure.pose]]\nright_arm={on='chair_back'}",
		"[figure]\nmotion='circle'\n[[figure.pose]]\npelvis={left=0.1}\n[[figure.pose]]\npelvis={left=-0.1}",
		"[figure]\nprops=['strap','roller','ball','step','wall','doorway','pillow','mat']\n[[figure.pose]]\nlegs={thigh=[90,0],shank=[90]}",
	} {
		f.Add(text)
	}
	pal := Light("", "")
	f.Fuzz(func(t *testing.T, text string) {
		var file struct {
			Figure Figure `toml:"figure"`
		}
		if _, err := toml.Decode(text, &file); err != nil {
			return
		}
		fig := &file.Figure
		if len(fig.Check()) > 0 {
			return
		}
		fig.Verify()
		var p Painter
		img := image.NewRGBA(image.Rect(0, 0, 64, 48))
		p.Paint(img, fig.Scene(Moving(0.4, 0), All()), &pal, fig.Frame(All()))
	})
}
