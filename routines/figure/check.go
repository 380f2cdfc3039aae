package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Problem is one thing wrong with a figure.
type Problem struct {
	// Key is where, such as "figure.pose[1].arms.pin"; poses count from 0.
	Key string
	// Text says what is wrong, in plain words.
	Text string
	// Found is the offending text, empty where something is missing.
	Found string
	// Choices are the values that would be right, where they can be listed.
	Choices []string
}

func (p Problem) String() string {
	s := p.Key + ": " + p.Text
	if p.Found != "" {
		s += ", found " + p.Found
	}
	return s
}

// checker gathers problems.
type checker struct {
	f    *Figure
	list []Problem
}

func (c *checker) say(key, text, found string, choices []string) {
	c.list = append(c.list, Problem{key, text, found, choices})
}

func (c *checker) one(key, value string, choices []string) {
	if value != "" && !slices.Contains(choices, value) {
		c.say(key, "is not one of the choices", value, choices)
	}
}

func (c *checker) number(key string, v *float64, lo, hi float64) {
	if v != nil {
		c.within(key, *v, lo, hi)
	}
}

func (c *checker) within(key string, v, lo, hi float64) {
	if math.IsNaN(v) || v < lo || v > hi {
		c.say(key, fmt.Sprintf("must be between %g and %g", lo, hi), fmt.Sprint(v), nil)
	}
}

func (c *checker) numbers(key string, v []float64, least, most int, lo, hi float64) {
	if v == nil {
		return
	}
	if len(v) < least || len(v) > most {
		c.say(key, fmt.Sprintf("takes %d to %d numbers", least, most), fmt.Sprint(v), nil)
		return
	}
	for _, n := range v {
		c.within(key, n, lo, hi)
	}
}

const maxPoses = 8

// Check says what is wrong with the values of the figure: unknown words, numbers out of range,
// names that lead nowhere. An empty list means that it can be drawn; whether the body it draws
// is possible is for [Figure.Verify].
func (f *Figure) Check() []Problem {
	c := checker{f: f}
	c.one("figure.base", f.Base, Bases())
	c.one("figure.view", f.View, Views())
	c.one("figure.focus", f.Focus, []string{"upper", "head"})
	c.one("figure.side", f.Side, []string{"right", "left"})
	c.one("figure.motion", f.Motion, Motions())
	c.number("figure.yaw", f.Yaw, -180, 180)
	c.number("figure.elevation", f.Elevation, 0, 90)
	if f.Cycles < 0 || f.Cycles > 12 {
		c.say("figure.cycles", "must be between 1 and 12", fmt.Sprint(f.Cycles), nil)
	}
	var names []string
	switch n := len(f.Poses); {
	case n == 0:
		c.say("figure.pose", "needs at least one [[figure.pose]]", "", nil)
	case n > maxPoses:
		c.say("figure.pose", fmt.Sprintf("can be at most %d poses", maxPoses), fmt.Sprint(n), nil)
	}
	for i := range f.Poses {
		key := fmt.Sprintf("figure.pose[%d]", i)
		p := &f.Poses[i]
		if p.Name != "" && slices.Contains(names, p.Name) {
			c.say(key+".name", "is already the name of an earlier pose", p.Name, nil)
		}
		if p.From != "" && !slices.Contains(names, p.From) {
			c.say(key+".from", "must name an earlier pose", p.From, names)
		}
		c.pose(key, p)
		if p.Name != "" {
			names = append(names, p.Name)
		}
	}
	if f.Still != "" && !slices.Contains(names, f.Still) {
		c.say("figure.still", "must name a pose", f.Still, names)
	}
	if f.Ghost != "" && f.Ghost != "none" && !slices.Contains(names, f.Ghost) {
		c.say("figure.ghost", `must name a pose, or be "none"`, f.Ghost, append(slices.Clone(names), "none"))
	}
	c.props()
	c.contacts("figure.contacts", f.Contacts)
	for _, name := range f.Feel {
		c.spot("figure.feel", name)
	}
	if a := f.Arrow; a != nil {
		c.one("figure.arrow.of", a.Of, Joints())
		c.number("figure.arrow.turn", a.Turn, -330, 330)
		c.numbers("figure.arrow.shift", a.Shift, 2, 2, -1, 1)
	}
	return c.list
}

func (c *checker) props() {
	for i, name := range c.f.Props {
		c.one("figure.props", name, Props())
		if slices.Contains(c.f.Props[:i], name) {
			c.say("figure.props", "is there twice", name, nil)
		}
	}
	names := make([]string, 0, len(c.f.Place))
	for name := range c.f.Place {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		key := "figure.place." + name
		if !slices.Contains(c.f.Props, name) {
			c.say(key, "is not among the props of this figure", name, c.f.Props)
		}
		p := c.f.Place[name]
		c.number(key+".forward", p.Forward, -2, 2)
		c.number(key+".up", p.Up, -0.1, 2)
		c.number(key+".left", p.Left, -2, 2)
		c.number(key+".turn", p.Turn, -360, 360)
		c.number(key+".height", p.Height, 0.005, 2)
		c.number(key+".length", p.Length, 0.01, 3)
		c.number(key+".width", p.Width, 0.01, 3)
		if p.To != "" {
			c.spot(key+".to", p.To)
		}
	}
}

func (c *checker) contacts(key string, list []string) {
	for _, name := range list {
		if !slices.Contains(Contacts(), name) {
			c.say(key, "is not something that can rest", name, Contacts())
		}
	}
}

// sideContacts are the contacts of one side, such as left_foot.
func sideContacts() []string {
	var out []string
	for _, name := range contactNames[firstOneSided:] {
		out = append(out, "left_"+name, "right_"+name)
	}
	return out
}

// spot checks the name of a point, with or without its side.
func (c *checker) spot(key, name string) {
	_, place := sideOf(name, right)
	if !slices.Contains(pointNames, place) {
		c.say(key, "is not a point of the body or of a prop", name, pointNames)
		return
	}
	if kind, _, ok := strings.Cut(place, "_"); ok || kind == "step" || kind == "wall" {
		if (kind == "chair" || kind == "step" || kind == "wall") && !slices.Contains(c.f.Props, kind) {
			c.say(key, "needs the "+kind+" among the props", name, nil)
		}
	}
}

func (c *checker) pose(key string, p *Pose) {
	if t := p.Body; t != nil {
		c.number(key+".body.roll", t.Roll, -360, 360)
		c.number(key+".body.turn", t.Turn, -360, 360)
	}
	if v := p.Pelvis; v != nil {
		c.number(key+".pelvis.forward", v.Forward, -2, 2)
		c.number(key+".pelvis.up", v.Up, 0, 1.5)
		c.number(key+".pelvis.left", v.Left, -2, 2)
		c.number(key+".pelvis.turn", v.Turn, -180, 180)
	}
	if s := p.Spine; s != nil {
		for _, e := range []struct {
			name string
			v    *float64
			most float64
		}{
			{"lumbar", s.Lumbar, 360}, {"chest", s.Chest, 360}, {"neck", s.Neck, 360}, {"head", s.Head, 360},
			{"bend", s.Bend, 90}, {"turn", s.Turn, 120}, {"head_turn", s.HeadTurn, 90}, {"head_tilt", s.HeadTilt, 70},
		} {
			c.number(key+".spine."+e.name, e.v, -e.most, e.most)
		}
	}
	c.arm(key+".arms", p.Arms)
	c.arm(key+".left_arm", p.LeftArm)
	c.arm(key+".right_arm", p.RightArm)
	c.leg(key+".legs", p.Legs)
	c.leg(key+".left_leg", p.LeftLeg)
	c.leg(key+".right_leg", p.RightLeg)
	c.contacts(key+".contacts", p.Contacts)
}

func (c *checker) arm(key string, a *Arm) {
	if a == nil {
		return
	}
	c.numbers(key+".upper", a.Upper, 1, 2, -360, 360)
	c.numbers(key+".fore", a.Fore, 1, 2, -360, 360)
	c.numbers(key+".hand", a.Hand, 1, 2, -360, 360)
	c.numbers(key+".elbow", a.Elbow, 1, 2, -360, 360)
	c.pin(key, a.Pin, a.On)
	c.one(key+".with", a.With, []string{"room", "chest"})
	c.one(key+".shape", a.Shape, HandShapes())
	c.one(key+".palm", a.Palm, Palms())
	c.number(key+".shrug", a.Shrug, -25, 40)
	c.number(key+".reach", a.Reach, -40, 40)
	c.layer(key, a.Layer)
}

func (c *checker) leg(key string, l *Leg) {
	if l == nil {
		return
	}
	c.numbers(key+".thigh", l.Thigh, 1, 2, -360, 360)
	c.numbers(key+".shank", l.Shank, 1, 2, -360, 360)
	c.numbers(key+".foot", l.Foot, 1, 2, -360, 360)
	c.numbers(key+".knee", l.Knee, 1, 2, -360, 360)
	c.number(key+".toes", l.Toes, -40, 90)
	c.pin(key, l.Pin, l.On)
	c.layer(key, l.Layer)
}

func (c *checker) pin(key string, pin []float64, on string) {
	c.numbers(key+".pin", pin, 2, 3, -2, 2)
	if on == "" {
		return
	}
	c.spot(key+".on", on)
	if len(pin) == 2 {
		c.say(key+".pin", `with "on" it is an offset of three numbers: forward, up, out`, fmt.Sprint(pin), nil)
	}
}

func (c *checker) layer(key string, v *int) {
	if v != nil && (*v < -3 || *v > 3) {
		c.say(key+".layer", "must be between -3 and 3", fmt.Sprint(*v), nil)
	}
}
