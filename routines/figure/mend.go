package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// change is some values of the tables of a pose.
type change []value

// value is one of them: a number of the pelvis or spine, a list of numbers of a limb.
type value struct {
	table, key string // "left_arm", "pin"
	v          []float64
}

// String is the change as TOML, one table after the other.
func (c change) String() string {
	var b strings.Builder
	for i, v := range c {
		switch {
		case i == 0:
			b.WriteString(v.table + " = { ")
		case c[i-1].table != v.table:
			b.WriteString(" } and " + v.table + " = { ")
		default:
			b.WriteString(", ")
		}
		list := make([]string, len(v.v))
		for i, n := range v.v {
			list[i] = numeral(n)
		}
		text := strings.Join(list, ", ")
		if v.table != "spine" && v.table != "pelvis" {
			text = "[" + text + "]"
		}
		b.WriteString(v.key + " = " + text)
	}
	return b.String() + " }"
}

// numeral writes a number as short as a hundredth allows.
func numeral(v float64) string { return fmt.Sprintf("%g", math.Round(v*100)/100+0) }

// with is the pose with a change made to it, its numbers as String writes them.
func (p Pose) with(c change) Pose {
	for _, v := range c {
		n := math.Round(v.v[0]*100) / 100
		list := make([]float64, len(v.v))
		for i := range v.v {
			list[i] = math.Round(v.v[i]*100) / 100
		}
		switch v.table {
		case "pelvis":
			p.Pelvis = copied(p.Pelvis)
			*map[string]**float64{"forward": &p.Pelvis.Forward, "up": &p.Pelvis.Up, "left": &p.Pelvis.Left}[v.key] = &n
		case "spine":
			p.Spine = copied(p.Spine)
			s := p.Spine
			*map[string]**float64{"lumbar": &s.Lumbar, "chest": &s.Chest, "neck": &s.Neck, "head": &s.Head}[v.key] = &n
		case "arms", "left_arm", "right_arm":
			at := map[string]**Arm{"arms": &p.Arms, "left_arm": &p.LeftArm, "right_arm": &p.RightArm}[v.table]
			*at = copied(*at)
			*map[string]*[]float64{"upper": &(*at).Upper, "fore": &(*at).Fore, "hand": &(*at).Hand, "pin": &(*at).Pin}[v.key] = list
		default:
			at := map[string]**Leg{"legs": &p.Legs, "left_leg": &p.LeftLeg, "right_leg": &p.RightLeg}[v.table]
			*at = copied(*at)
			*map[string]*[]float64{"thigh": &(*at).Thigh, "shank": &(*at).Shank, "foot": &(*at).Foot, "pin": &(*at).Pin}[v.key] = list
		}
	}
	return p
}

func copied[T any](p *T) *T {
	c := new(T)
	if p != nil {
		*c = *p
	}
	return c
}

// way is a direction to change a pose in: k steps of it.
type way func(k float64) change

// mostSteps is how far a pose is changed in search of one that works: steps of 2 degrees or 0.01 H.
const mostSteps = 60

// nearest looks for the least change of a pose that takes a finding away and brings nothing new: one number or
// one direction, moved as little of the body as can be. It answers "" when there is none within reach, else the change as
// TOML and the pose with it.
func (f *Figure) nearest(pose int, q *full, w finding, all findings) (string, *Pose) {
	if w.wrong == offContact && w.size > lifted {
		return f.withoutContact(pose, q, w, all)
	}
	m := only(q)
	was := solve(&m, f.setting())
	best, text, mended := math.Inf(1), "", (*Pose)(nil)
	for _, way := range ways(q, &was, w, f.Poses[pose].keys()) {
		for _, sense := range []float64{1, -1} {
			for k := 1.0; k <= mostSteps; k++ {
				c := way(sense * k)
				g := *f
				g.Poses = slices.Clone(f.Poses)
				g.Poses[pose] = g.Poses[pose].with(c)
				now := g.resolve()[pose]
				m := only(&now)
				s := solve(&m, g.setting())
				moved := 0.0
				for j := range s.j {
					moved += s.j[j].sub(was.j[j]).len()
				}
				if moved >= best {
					break
				}
				if mends(inPose(&g, &now, 0.4), w, all) && len(g.Check()) == 0 {
					best, text, mended = moved, c.String(), &g.Poses[pose]
					break
				}
			}
		}
	}
	return text, mended
}

// Mended is the figure with the nearest change that mends a fault made to it; f itself where none is known.
func (f *Figure) Mended(fault Fault) *Figure {
	if fault.mended == nil || fault.Pose >= len(f.Poses) {
		return f
	}
	n := *f
	n.Poses = slices.Clone(f.Poses)
	n.Poses[fault.Pose] = *fault.mended
	return &n
}

// lifted is how high something that should rest hangs, in statures, where it is probably meant to be in the air.
const lifted = 0.05

// withoutContact is the contacts of a pose without what hangs in the air. The figure may have to find its balance then,
// which is for the next look at it.
func (f *Figure) withoutContact(pose int, q *full, w finding, all findings) (string, *Pose) {
	list := []string{}
	for _, contact := range q.contacts {
		parts := partsOf(contact)
		rest := slices.DeleteFunc(slices.Clone(parts), func(p contactPart) bool {
			return p.one == w.one && (p.whose == w.whose || w.whose == bothSides)
		})
		if len(rest) == len(parts) {
			list = append(list, contact)
			continue
		}
		for _, p := range rest {
			list = append(list, p.contact)
		}
	}
	now := *q
	now.contacts = list
	if !mends(inPose(f, &now, 1), w, append(all, finding{wrong: falling}, finding{wrong: falling, one: "foot"})) {
		return "", nil
	}
	p := f.Poses[pose]
	p.Contacts = list
	return `contacts = ["` + strings.Join(list, `", "`) + `"]`, &p
}

// mends says whether what is still wrong lacks a finding and has nothing that was not wrong before.
func mends(still findings, w finding, before findings) bool {
	for _, s := range still {
		known := false
		for _, b := range before {
			known = known || s.thing() == b.thing()
		}
		if !known || s.thing() == w.thing() {
			return false
		}
	}
	return true
}

// ways are the directions in which a pose can be changed to mend a finding.
func ways(q *full, s *skeleton, w finding, said map[string]bool) []way {
	var list []way
	spine := map[string]float64{"lumbar": q.lumbar, "chest": q.chest, "neck": q.neck, "head": q.head}
	bend := func(k float64, keys ...string) (c change) {
		for _, key := range keys {
			c = append(c, value{"spine", key, []float64{math.Round(spine[key]) + 2*k}})
		}
		return c
	}
	// The pelvis is where it has settled.
	pelvis := s.j[JointPelvis]
	shift := func(forward, up, left float64) (c change) {
		for i, d := range []float64{forward, up, left} {
			if at := [3]float64{pelvis.X, pelvis.Y, pelvis.Z}[i]; d != 0 {
				c = append(c, value{"pelvis", [3]string{"forward", "up", "left"}[i], []float64{at + 0.01*d}})
			}
		}
		return c
	}
	for _, keys := range [][]string{{"lumbar"}, {"chest"}, {"neck"}, {"head"}, {"neck", "head"}, {"lumbar", "chest", "neck", "head"}} {
		list = append(list, func(k float64) change { return bend(k, keys...) })
	}
	list = append(list,
		func(k float64) change { return shift(k, 0, 0) },
		func(k float64) change { return shift(0, k, 0) },
		func(k float64) change { return shift(0, 0, k) })
	if w.wrong == tooFar { // down with knees bent, and hips back as the trunk comes forward
		list = append(list,
			func(k float64) change { return shift(-k/2, -k, 0) },
			func(k float64) change {
				return append(bend(k, "lumbar", "chest", "neck", "head"), shift(-k/3, 0, 0)...)
			},
			func(k float64) change {
				return append(bend(k, "lumbar", "chest", "neck", "head"), shift(-k/3, -k/2, 0)...)
			})
	}
	return append(list, limbWays(q, s, w, said)...)
}

// limbWays are those of the limb the finding is of; said is what the pose gives.
func limbWays(q *full, s *skeleton, w finding, said map[string]bool) []way {
	tables := limbTables(w)
	if len(tables) == 0 {
		return nil
	}
	side, into := w.whose, tables[:1]
	if side == bothSides {
		side = left
		if said[tables[1]] || said[tables[2]] { // which would outdo what both are given
			into = tables[1:]
		}
	}
	l, root, first, second := q.leg[side], JointHip, "thigh", "shank"
	if strings.Contains(tables[0], "arm") {
		l, root, first, second = q.arm[side], JointShoulder, "upper", "fore"
	}
	set := func(values ...value) (c change) {
		for _, table := range into {
			for _, v := range values {
				c = append(c, value{table, v.key, v.v})
			}
		}
		return c
	}
	one := func(key string, v ...float64) change { return set(value{key: key, v: v}) }
	turned := func(h heading, pitch, out float64) []float64 {
		return []float64{math.Round(h.pitch) + pitch, math.Round(h.out) + out}
	}
	var list []way
	switch l.hold {
	case floor, atPoint:
		from := s.at(root, side)
		in := Vec{from.X, from.Y, from.Z * sign(side)}.sub(l.pin)
		for _, d := range []Vec{in.off(Vec{0, 1, 0}).unit(), in.unit(), {1, 0, 0}, {0, 0, 1}, {0, 1, 0}} {
			if l.hold == floor && d.Y != 0 {
				continue
			}
			list = append(list, func(k float64) change {
				p := l.pin.add(d.mul(0.01 * k))
				if l.hold == floor {
					return one("pin", p.X, p.Z)
				}
				return one("pin", p.X, p.Y, p.Z)
			})
		}
	case free:
		list = append(list,
			func(k float64) change { return one(first, turned(l.a, 2*k, 0)...) },
			func(k float64) change { return one(second, turned(l.b, 2*k, 0)...) },
			func(k float64) change {
				return set(value{key: first, v: turned(l.a, 2*k, 0)}, value{key: second, v: turned(l.b, 2*k, 0)})
			})
		if w.wrong == throughTrunk {
			list = append(list,
				func(k float64) change { return one(first, turned(l.a, 0, 2*k)...) },
				func(k float64) change { return one(second, turned(l.b, 0, 2*k)...) })
		}
	}
	if first == "thigh" {
		list = append(list, func(k float64) change { return one("foot", turned(l.c, 2*k, 0)...) })
	} else if w.wrong == underFloor {
		list = append(list, func(k float64) change { return one("hand", turned(l.c, 2*k, 0)...) })
	}
	return list
}
