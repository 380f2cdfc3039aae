package figure

import (
	"fmt"
	"slices"
	"strings"
)

// Verify solves the figure all the way through and says what a body could not do: hands and feet
// that do not reach what they hold, rest in the air or go through the floor, joints past their limits,
// limbs through the trunk, a standing figure that would fall, in the poses and on the way between them. The other
// side is the mirror image, and every build has the same bones, so both are as possible as this one.
// Call it on a figure that [Figure.Check] has nothing against.
func (f *Figure) Verify() []Fault {
	var list []Fault
	poses := f.resolve()
	all := make([]findings, len(poses))
	for i := range poses {
		here := inPose(f, &poses[i], 1)
		all[i] = here
		for _, w := range here {
			if f.inherited(i, w, all) {
				continue
			}
			fault := Fault{Key: f.keyOf(i, w), Message: w.say(f.poseName(i)), Pose: i}
			if len(list) < mostRemedies {
				fault.Nearest, fault.mended = f.nearest(i, &poses[i], w, here)
			}
			list = append(list, fault)
		}
	}
	if len(list) > 0 {
		return list // what happens on the way follows from the poses
	}
	return append(f.between(), f.unseen()...)
}

// inherited says whether a pose only has a finding because the pose it starts from has: that one is to be mended.
func (f *Figure) inherited(pose int, w finding, all []findings) bool {
	from := pose - 1
	for j := range pose {
		if name := f.Poses[pose].From; name != "" && f.Poses[j].Name == name {
			from = j
		}
	}
	if from < 0 || f.keyOf(pose, w) != poseKey(pose) {
		return false
	}
	return slices.ContainsFunc(all[from], func(o finding) bool { return o.thing() == w.thing() })
}

// mostRemedies is for how many faults a remedy is looked for; who has more begins with the first.
const mostRemedies = 6

// stands says whether the figure keeps itself from falling.
func (f *Figure) stands() bool { return f.Base == "stand" || f.Base == "" }

// inPose finds what is wrong in one pose, spelt out; for slack see [findings.body].
func inPose(f *Figure, q *full, slack float64) findings {
	var l findings
	m := only(q)
	s := solve(&m, f.setting())
	l.body(&s, &m, f.stands(), slack)
	return l
}

// between finds what goes wrong on the way between poses that are sound themselves: each thing once, where it begins and
// by as much as it comes to.
func (f *Figure) between() []Fault {
	g := newRig(f)
	var (
		found findings
		ends  = map[thing][2]int{} // the poses it begins between
	)
	const steps = 96
	for step := range steps {
		m, _ := g.mixAt(Moving(float64(step)/steps, 0), Options{})
		s := solve(&m, g.set)
		var here findings
		here.body(&s, &m, f.stands(), 1)
		for _, w := range here {
			at := slices.IndexFunc(found, func(o finding) bool { return o.thing() == w.thing() })
			if at < 0 {
				found = append(found, w)
				ends[w.thing()] = g.ends(&m)
				continue
			}
			found[at].size = max(found[at].size, w.size)
			if found[at].whose != w.whose {
				found[at].whose = bothSides
			}
		}
	}
	var list []Fault
	for _, w := range found.causes() {
		at := ends[w.thing()]
		where := f.poseName(at[0])
		if at[0] != at[1] {
			where = fmt.Sprintf("between poses %d and %d", at[0]+1, at[1]+1)
		}
		list = append(list, Fault{Key: f.keyOf(max(at[0], at[1]), w), Message: w.say(where), Pose: max(at[0], at[1])})
	}
	return list
}

// ends are the two poses that say most in a mix, by number.
func (g *rig) ends(m *mix) [2]int {
	number := func(q *full) int {
		for i := range g.poses {
			if q == &g.poses[i] {
				return i
			}
		}
		return 0
	}
	first, second := 0, -1
	for i := 1; i < m.n; i++ {
		if m.w[i] > m.w[first] {
			first = i
		}
	}
	for i := range m.n {
		if i != first && m.w[i] > 0 && (second < 0 || m.w[i] > m.w[second]) {
			second = i
		}
	}
	if second < 0 {
		second = first
	}
	return [2]int{number(m.q[min(first, second)]), number(m.q[max(first, second)])}
}

// unseen finds what is felt where a close-up does not show it.
func (f *Figure) unseen() []Fault {
	if f.Focus == "" {
		return nil
	}
	g := newRig(f)
	m := only(&g.poses[g.still])
	s := solve(&m, g.set)
	frame := f.Frame(Options{})
	var list []Fault
	for _, name := range f.Feel {
		at, _, ok := s.point(name, right)
		if p := g.cam.flat(at); ok && !frame.Contains(Rect{p.X, p.Y, p.X, p.Y}) {
			w := finding{wrong: outOfPicture, one: strings.ReplaceAll(name, "_", " "), whose: noSide, to: f.Focus}
			list = append(list, Fault{Key: "figure.feel", Message: w.say(f.poseName(g.still)), Pose: g.still})
		}
	}
	return list
}

// poseName is what a message calls a pose.
func (f *Figure) poseName(i int) string {
	if name := f.Poses[i].Name; name != "" {
		return fmt.Sprintf("pose %d, %q", i+1, name)
	}
	return fmt.Sprintf("pose %d", i+1)
}
