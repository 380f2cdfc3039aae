package figure

import "math"

// full is a pose with nothing left unsaid.
type full struct {
	roll, face         float64
	pelvis             Vec
	pelvisTurn         float64
	lumbar, chest      float64
	neck, head         float64
	bend, turn         float64
	headTurn, headTilt float64
	arm, leg           [2]limb // 0 left, 1 right
	contacts           []string
	arms               [2]armWays
	toes               [2]float64
	own                [4]carriage // left arm, right arm, left leg, right leg; set by newRig
}

// carriage is where a limb is in its own pose, measured along the chest (arms) or the room the
// body is turned in (legs). Limbs that two poses hold differently ease from one to the other.
type carriage struct {
	end, tip heading // from shoulder or hip to wrist or ankle; and the hand or foot
	reach    float64
	pole     Vec // the way elbow or knee points
	palm     Vec
	root     Vec // the shoulder, from the neck
}

// limb is how one arm or leg gets its place: by directions, or by a pin.
type limb struct {
	a, b, c   heading // upper arm or thigh, forearm or shank, hand or foot
	hasC      bool
	withChest bool
	hold      hold
	pin       Vec // forward, up, out
	on        string
	pole      heading
	hasPole   bool
	layer     int
}

type armWays struct {
	shape        string
	palm         string
	shrug, reach float64
}

// heading is a direction as a pose gives it, in degrees.
type heading struct{ pitch, out float64 }

// hold is what keeps the end of a limb where it is.
type hold uint8

const (
	free    hold = iota // directions only
	floor               // planted on the floor
	atPoint             // a point of the room
	onto                // a point of the body or of a prop
)

const (
	left  = 0
	right = 1
)

// sign of the room's left axis on this side.
func sign(side int) float64 {
	if side == left {
		return 1
	}
	return -1
}

// resolve spells out every pose of the figure. It expects a figure without problems and
// makes do with what it can read of others.
func (f *Figure) resolve() []full {
	b, contacts, ok := base(f.Base)
	if !ok {
		b, contacts, _ = base("stand")
	}
	var start full
	start.apply(&b)
	start.contacts = contacts
	if f.Contacts != nil {
		start.contacts = f.Contacts
	}
	if len(f.Poses) == 0 {
		return []full{start}
	}
	out := make([]full, 0, len(f.Poses))
	last := start
	for i := range f.Poses {
		p := &f.Poses[i]
		cur := last
		for j := 0; j < i && p.From != ""; j++ {
			if f.Poses[j].Name == p.From {
				cur = out[j]
			}
		}
		if p.Mirror {
			cur = cur.mirrored()
		}
		cur.apply(p)
		if p.Contacts != nil {
			cur.contacts = p.Contacts
		}
		out = append(out, cur)
		last = cur
	}
	return out
}

func set(to *float64, from *float64) {
	if from != nil {
		*to = *from
	}
}

func (q *full) apply(p *Pose) {
	if t := p.Body; t != nil {
		set(&q.roll, t.Roll)
		set(&q.face, t.Turn)
	}
	if v := p.Pelvis; v != nil {
		set(&q.pelvis.X, v.Forward)
		set(&q.pelvis.Y, v.Up)
		set(&q.pelvis.Z, v.Left)
		set(&q.pelvisTurn, v.Turn)
	}
	if s := p.Spine; s != nil {
		set(&q.lumbar, s.Lumbar)
		set(&q.chest, s.Chest)
		set(&q.neck, s.Neck)
		set(&q.head, s.Head)
		set(&q.bend, s.Bend)
		set(&q.turn, s.Turn)
		set(&q.headTurn, s.HeadTurn)
		set(&q.headTilt, s.HeadTilt)
	}
	for side := range 2 {
		one := [2]*Arm{p.LeftArm, p.RightArm}[side]
		for _, a := range []*Arm{p.Arms, one} {
			if a != nil {
				q.applyArm(side, a)
			}
		}
		leg := [2]*Leg{p.LeftLeg, p.RightLeg}[side]
		for _, l := range []*Leg{p.Legs, leg} {
			if l != nil {
				q.applyLeg(side, l)
			}
		}
	}
}

func (q *full) applyArm(side int, a *Arm) {
	l := &q.arm[side]
	l.headings(a.Upper, a.Fore, a.Hand)
	lands := l.hold != floor
	l.take(a.Pin, a.On, handHeight)
	if lands && l.hold == floor && len(a.Hand) == 0 { // it comes down flat, wherever it pointed before
		l.c, l.hasC = heading{pitch: 90}, true
	}
	switch a.With {
	case "chest":
		l.withChest = true
	case "room":
		l.withChest = false
	}
	if len(a.Elbow) > 0 {
		l.pole, l.hasPole = headingOf(a.Elbow), true
	}
	if a.Layer != nil {
		l.layer = *a.Layer
	}
	w := &q.arms[side]
	if a.Shape != "" {
		w.shape = a.Shape
	}
	if a.Palm != "" {
		w.palm = a.Palm
	}
	set(&w.shrug, a.Shrug)
	set(&w.reach, a.Reach)
}

func (q *full) applyLeg(side int, g *Leg) {
	l := &q.leg[side]
	l.headings(g.Thigh, g.Shank, g.Foot)
	l.take(g.Pin, g.On, footHeight)
	if len(g.Knee) > 0 {
		l.pole, l.hasPole = headingOf(g.Knee), true
	}
	if g.Layer != nil {
		l.layer = *g.Layer
	}
	set(&q.toes[side], g.Toes)
}

// headings takes the directions given; a new direction for the limb itself lets go of a pin.
func (l *limb) headings(a, b, c []float64) {
	if len(a) > 0 {
		l.a = headingOf(a)
	}
	if len(b) > 0 {
		l.b = headingOf(b)
	}
	if len(a) > 0 || len(b) > 0 {
		l.hold, l.on, l.pin, l.hasPole = free, "", Vec{}, false
	}
	if len(c) > 0 {
		l.c, l.hasC = headingOf(c), true
	}
}

// take pins the limb's end; flat is how high the wrist or ankle is when it is planted.
func (l *limb) take(pin []float64, on string, flat float64) {
	if on == "" && len(pin) == 0 {
		return
	}
	l.hasPole = l.hasPole && l.hold != free
	l.on, l.pin = on, Vec{}
	switch {
	case on != "":
		l.hold = onto
	case len(pin) == 2:
		l.hold = floor
	default:
		l.hold = atPoint
	}
	switch len(pin) {
	case 2:
		l.pin = Vec{pin[0], 0, pin[1]}
		if l.hold == floor {
			l.pin.Y = flat
		}
	case 3:
		l.pin = Vec{pin[0], pin[1], pin[2]}
	}
}

func headingOf(v []float64) heading {
	h := heading{pitch: v[0]}
	if len(v) > 1 {
		h.out = v[1]
	}
	return h
}

// vec is the heading as a direction: pitch in the sagittal plane, out to the limb's own side.
func (h heading) vec(side int) Vec {
	sp, cp := sincos(h.pitch)
	so, co := sincos(h.out)
	return Vec{sp * co, cp * co, sign(side) * so}
}

// headingTo is the heading that points along d.
func headingTo(d Vec, side int) heading {
	d = d.unit()
	return heading{
		pitch: degrees(math.Atan2(d.X, d.Y)),
		out:   degrees(math.Asin(clamp(sign(side)*d.Z, -1, 1))),
	}
}
