package figure

import (
	"reflect"
	"slices"
	"strings"
)

// MostPoses is how many key poses a figure may have.
const MostPoses = maxPoses

// Duplicated is the figure with a key pose twice. It is f itself where there is no room for one more.
func (f *Figure) Duplicated(pose int) *Figure {
	if len(f.Poses) >= MostPoses || pose < 0 || pose >= len(f.Poses) {
		return f
	}
	n, now := *f, f.resolve()
	n.Poses = slices.Insert(slices.Clone(f.Poses), pose+1, Pose{})
	return n.rewrite(slices.Insert(slices.Clone(now), pose+1, now[pose]))
}

// Without is the figure without a key pose. It is f itself where that is the only one.
func (f *Figure) Without(pose int) *Figure {
	if len(f.Poses) <= 1 || pose < 0 || pose >= len(f.Poses) {
		return f
	}
	n, now := *f, f.resolve()
	name := f.Poses[pose].Name
	n.Poses = slices.Delete(slices.Clone(f.Poses), pose, pose+1)
	if name != "" && n.Still == name {
		n.Still = ""
	}
	if name != "" && n.Ghost == name {
		n.Ghost = ""
	}
	n.startAnew()
	return n.rewrite(slices.Delete(slices.Clone(now), pose, pose+1))
}

// Moved is the figure with a key pose at another place in the order.
func (f *Figure) Moved(pose, to int) *Figure {
	if pose < 0 || pose >= len(f.Poses) || to < 0 || to >= len(f.Poses) || pose == to {
		return f
	}
	n, now := *f, f.resolve()
	n.Poses = slices.Insert(slices.Delete(slices.Clone(f.Poses), pose, pose+1), to, f.Poses[pose])
	n.startAnew()
	return n.rewrite(slices.Insert(slices.Delete(slices.Clone(now), pose, pose+1), to, now[pose]))
}

// Mirrored is the figure with left and right of one key pose exchanged.
func (f *Figure) Mirrored(pose int) *Figure {
	all := f.resolve()
	if pose < 0 || pose >= len(f.Poses) {
		return f
	}
	return f.put(all, pose, all[pose].mirrored())
}

// Renamed is the figure with another name for a key pose, and wherever it is named. It is f itself where another pose
// has that name.
func (f *Figure) Renamed(pose int, name string) *Figure {
	if pose < 0 || pose >= len(f.Poses) || f.Poses[pose].Name == name || name == "none" ||
		name != "" && slices.ContainsFunc(f.Poses, func(p Pose) bool { return p.Name == name }) {
		return f
	}
	n, was := *f, f.Poses[pose].Name
	n.Poses = slices.Clone(f.Poses)
	n.Poses[pose].Name = name
	if was == "" {
		return &n
	}
	for _, at := range []*string{&n.Still, &n.Ghost} {
		if *at == was {
			*at = name
		}
	}
	if name != "" {
		for i := range n.Poses {
			if n.Poses[i].From == was {
				n.Poses[i].From = name
			}
		}
		return &n
	}
	n.startAnew()
	return n.rewrite(f.resolve())
}

// startAnew lets poses that start from one that is no longer before them start from the one that is.
func (n *Figure) startAnew() {
	for i := range n.Poses {
		from := n.Poses[i].From
		if from != "" && !slices.ContainsFunc(n.Poses[:i], func(p Pose) bool { return p.Name == from }) {
			n.Poses[i].From, n.Poses[i].Mirror = "", false
		}
	}
}

// rewrite writes every pose anew where it says something else now; n is a figure of its own already.
func (n *Figure) rewrite(now []full) *Figure {
	set := n.setting()
	for i := range n.Poses {
		from := n.startOf(now, i)
		now[i].sayable(&from, set)
		n.Poses[i] = poseFrom(&from, &now[i], n.Poses[i])
	}
	return n
}

// Based is a figure of one pose, a posture and nothing else: see [Bases].
func Based(base string) *Figure {
	f := &Figure{Base: base, View: "side", Poses: []Pose{{}}}
	if base == "stand" {
		f.Base = ""
	}
	switch base {
	case "sit":
		f.Props = []string{"chair"}
	case "kneel", "all_fours", "long_sit", "supine", "prone", "side":
		f.Props = []string{"mat"}
	}
	return f
}

// WithProp is the figure with or without a thing in the picture. What lies on a thing that goes is let go of.
func (f *Figure) WithProp(name string, on bool) *Figure {
	if slices.Contains(f.Props, name) == on || !slices.Contains(Props(), name) {
		return f
	}
	n := *f
	if on {
		n.Props = append(slices.Clone(f.Props), name)
		return &n
	}
	n.Props = slices.DeleteFunc(slices.Clone(f.Props), func(p string) bool { return p == name })
	n.Place = map[string]Place{}
	for key, p := range f.Place {
		if key != name {
			n.Place[key] = p
		}
	}
	if len(n.Place) == 0 {
		n.Place = nil
	}
	n.Feel = slices.DeleteFunc(slices.Clone(f.Feel), func(p string) bool { return ofProp(p, name) })
	all := f.resolve()
	set := f.setting()
	for i := range all {
		m := only(&all[i])
		s := solve(&m, set)
		for h := HandleLeftHand; h <= HandleRightFoot; h++ {
			if h.Ends() && all[i].end(h).hold == onto && ofProp(all[i].end(h).on, name) {
				all[i].free(h, &s)
			}
		}
	}
	return n.rewrite(all)
}

// ofProp reports whether a point is one of a prop.
func ofProp(point, prop string) bool {
	_, place := sideOf(point, left)
	kind, _, _ := strings.Cut(place, "_")
	return kind == prop
}

// Showing is the figure as a picture of one key pose with another as its ghost, -1 for none; it has no arrow. It is for
// drawing: its names may be ones no file has.
func (f *Figure) Showing(pose, ghost int) *Figure {
	n := *f
	n.Poses = slices.Clone(f.Poses)
	name := func(i int) string {
		if n.Poses[i].Name == "" {
			n.Poses[i].Name = "pose " + string(rune('1'+i)) + " "
		}
		return n.Poses[i].Name
	}
	n.Arrow = &Arrow{None: true}
	n.Ghost = "none"
	if pose >= 0 && pose < len(n.Poses) {
		n.Still = name(pose)
	}
	if ghost >= 0 && ghost < len(n.Poses) && ghost != pose {
		n.Ghost = name(ghost)
	}
	return &n
}

// SamePicture reports whether two figures show the same in a key pose, seen from the same side.
func SamePicture(a, b *Figure, pose int) bool {
	x, y := a.resolve(), b.resolve()
	if pose >= len(x) || pose >= len(y) || !x[pose].same(&y[pose]) {
		return false
	}
	f, g := *a, *b
	for _, n := range []*Figure{&f, &g} {
		n.Base, n.Contacts, n.Poses, n.Still, n.Ghost, n.Arrow, n.Motion, n.Cycles = "", nil, nil, "", "", nil, "", 0
	}
	return reflect.DeepEqual(f, g)
}
