package pose

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
)

// newPosePane is what there is to say about the pose that is seen, and about the figure.
func newPosePane(s *Screen) *pane {
	held, heldShow := heldSection(s)
	wrong, wrongShow := wrongSection(s)
	this, thisShow := thisSection(s)
	rest, restShow := restSection(s)
	felt, feltShow := feltSection(s)
	all, allShow := figureSection(s)
	image, imageShow := imageSection(s)
	p := newPane(wrong, held, this, felt, rest, all, image)
	p.updates = []func(){heldShow, wrongShow, thisShow, restShow, feltShow, allShow, imageShow}
	// All of it is about a figure.
	p.updates = append(p.updates, func() {
		on := s.work != nil && s.work.figure() != nil
		for _, o := range []fyne.CanvasObject{this, rest, felt, all} {
			parts.Show(o, on)
		}
		if !on {
			parts.Show(held, false)
			parts.Show(wrong, false)
		}
		parts.Show(image, !on)
	})
	return p
}

// heldSection is the handle that was chosen last, and how it is held.
func heldSection(s *Screen) (fyne.CanvasObject, func()) {
	name := parts.NewParagraph("", look.Body, look.Ink).SetBold(true)
	hint := parts.NewParagraph("", look.Small, look.Quiet)
	letGo := parts.NewButton(look.T("pose.let-go", "Let go"), "", s.letGo).SetCompact(true).SetTight(true)
	plant := parts.NewButton(look.T("pose.plant", "Plant"), "", s.plant).SetCompact(true).SetTight(true)
	fix := parts.NewButton(look.T("pose.fix", "Keep it there"), "", s.fix).SetCompact(true).SetTight(true)
	lay := parts.NewButton(look.T("pose.lay", "Lay it on …"), "", s.lay).SetCompact(true).SetTight(true)
	flow := parts.NewFlow(look.S2, letGo, plant, fix, lay)
	card := parts.NewCard(parts.NewColumn(look.S2, name, hint, flow)).SetPadding(look.S4)
	return card, func() {
		e := s.frame.easel
		w := s.work
		on := e.hasChosen && w != nil && w.figure() != nil && e.picking == nil
		parts.Show(card, true)
		if !on {
			name.SetText(look.T("pose.handles", "Drag a handle"))
			hint.SetText(look.T("pose.handles.how", "Or go through them with Tab and move them with the arrows, with Shift farther. With , and . head, chest and hips go round. P plants a hand or foot and lets it go."))
			parts.Show(flow, false)
			return
		}
		for _, k := range w.figure().Handles(w.now.pose, figure.Options{}) {
			if k.Handle != e.chosen {
				continue
			}
			name.SetText(knobSays(k))
			parts.Show(flow, e.chosen.Ends())
			enable(letGo, k.Held != figure.HeldFree || k.Rests)
			enable(plant, k.Held != figure.HeldFloor)
			enable(fix, k.Held != figure.HeldPoint)
			hint.SetText(handleHint(e.chosen))
		}
	}
}

// handleHint is what moving a handle does.
func handleHint(h figure.Handle) string {
	switch h {
	case figure.HandleHead:
		return look.T("pose.hint.head", "Nods and tilts the head. With Turn it looks round.")
	case figure.HandleChest:
		return look.T("pose.hint.chest", "Bends the trunk; the hips keep the balance. With Turn the shoulders go round.")
	case figure.HandleWaist:
		return look.T("pose.hint.waist", "Rounds the back, or hollows it.")
	case figure.HandleHips:
		return look.T("pose.hint.hips", "Moves the hips; what is planted stays. With Turn they go round.")
	case figure.HandleLeftHand, figure.HandleRightHand:
		return look.T("pose.hint.hand", "Planted, it slides over the floor; let go, it goes anywhere the arm reaches.")
	case figure.HandleLeftFoot, figure.HandleRightFoot:
		return look.T("pose.hint.foot", "Planted, it slides over the floor; let go, it goes anywhere the leg reaches.")
	}
	return look.T("pose.hint.middle", "Swings round the line between its ends, or points the limb where that is free.")
}

// wrongSection is what a body cannot do in the poses as they are.
func wrongSection(s *Screen) (fyne.CanvasObject, func()) {
	list := parts.NewColumn(look.S2)
	height := parts.NewParagraph(look.T("pose.wrong.height", "H is the figure's height."), look.Small, look.Quiet)
	card := section(look.T("pose.wrong", "A body cannot do this"), list, height).SetRole(look.AccentWash)
	var shown []figure.Fault
	return card, func() {
		parts.Show(card, len(s.faults) > 0)
		if len(shown) == len(s.faults) && (len(shown) == 0 || &shown[0] == &s.faults[0]) {
			return // the buttons keep the focus
		}
		shown = s.faults
		list.Objects = nil
		measured := false
		for i, f := range s.faults {
			if i == mostFaults {
				break
			}
			_, by := f.Message.Data["By"]
			measured = measured || by
			list.Add(parts.NewParagraph(capital(look.Say(f.Message))+".", look.Small, look.Ink))
			if f.Nearest != "" {
				list.Add(parts.NewFlow(0, parts.NewButton(look.T("pose.mend", "Move it to where it works"), "", func() { s.mend(f) }).SetCompact(true).SetTight(true)))
			}
		}
		parts.Show(height, measured)
	}
}

// mend makes the least change that takes a fault away.
func (s *Screen) mend(fault figure.Fault) {
	if s.work == nil || s.work.figure() != s.faulty {
		return // it was found in what is no longer there; it is being looked for anew
	}
	s.showPose(fault.Pose)
	s.pose(didMend, func(f *figure.Figure, _ int) *figure.Figure { return f.Mended(fault) })
}

// mostFaults is how many faults are said; who has more begins with the first.
const mostFaults = 3

// thisSection is the pose's name and its part in the picture.
func thisSection(s *Screen) (fyne.CanvasObject, func()) {
	name := newField(s, look.T("pose.name-of-pose", "What this pose is called"), 40, false)
	name.changed = func(text string) {
		w := s.work
		if w == nil || w.figure() == nil {
			return
		}
		s.do(didName, "name of a pose", w.now.withFigure(w.figure().Renamed(w.now.pose, text)))
	}
	still := parts.NewChip(look.T("pose.still", "The still picture"), false, nil).SetSmall(true)
	still.OnChanged = func(bool) { s.setStill() }
	motion, motionShow := oneOf([]choice{
		{"swing", look.T("pose.motion.swing", "There and back")},
		{"cycle", look.T("pose.motion.cycle", "Round, with rests")},
		{"circle", look.T("pose.motion.circle", "In a circle")},
	}, func() string {
		if w := s.work; w != nil && w.figure() != nil && w.figure().Motion != "" {
			return w.figure().Motion
		}
		return "swing"
	}, func(v string) {
		s.pose(didMotion, func(f *figure.Figure, _ int) *figure.Figure {
			n := *f
			if n.Motion = v; v == "swing" {
				n.Motion = ""
			}
			return &n
		})
	})
	moves := named(look.T("pose.motion", "The poses are played"), motion)
	card := section(look.T("pose.this", "This pose"), name.block, parts.NewFlow(0, still), moves)
	return card, func() {
		w := s.work
		if w == nil || w.figure() == nil {
			return
		}
		p := w.figure().Poses[w.now.pose]
		name.set(p.Name)
		still.SetOn(stillOf(w.figure()) == w.now.pose)
		parts.Show(still, len(w.figure().Poses) > 1)
		parts.Show(moves, len(w.figure().Poses) > 2)
		motionShow()
	}
}

// stillOf is the pose that a picture without motion shows.
func stillOf(f *figure.Figure) int {
	for i, p := range f.Poses {
		if p.Name != "" && p.Name == f.Still {
			return i
		}
	}
	return len(f.Poses) - 1
}

// setStill lets the pose that is seen be the still picture; it needs a name for that.
func (s *Screen) setStill() {
	s.pose(didStill, func(f *figure.Figure, i int) *figure.Figure {
		if i == len(f.Poses)-1 {
			n := *f
			n.Still = ""
			return &n
		}
		if f.Poses[i].Name == "" {
			f = f.Renamed(i, freeNameOf(f, i))
		}
		n := *f
		n.Still = n.Poses[i].Name
		return &n
	})
}

func freeNameOf(f *figure.Figure, i int) string {
	for n := i + 1; ; n++ {
		name := "pose " + strconv.Itoa(n)
		if !slices.ContainsFunc(f.Poses, func(p figure.Pose) bool { return p.Name == name }) {
			return name
		}
	}
}

// restSection is what carries the body in this pose.
func restSection(s *Screen) (fyne.CanvasObject, func()) {
	var all []choice
	for _, c := range restWords {
		all = append(all, choice{c, plain(c)})
	}
	flow, show := someOf(all, func(c string) bool {
		w := s.work
		return w != nil && w.figure() != nil && slices.Contains(w.figure().ContactsOf(w.now.pose), c)
	}, func(c string) {
		s.held(didRest, func(f *figure.Figure, i int) (*figure.Figure, figure.Felt) {
			now := f.ContactsOf(i)
			if at := slices.Index(now, c); at >= 0 {
				return f.Resting(i, slices.Delete(now, at, at+1))
			}
			return f.Resting(i, append(now, c))
		})
	})
	return section(look.T("pose.rests", "Rests on"), flow), show
}

// restWords are what can carry a body, as most poses need them.
var restWords = []string{
	"feet", "left_foot", "right_foot", "heels", "balls", "knees", "left_knee", "right_knee",
	"seat", "belly", "back", "head", "hands", "left_hand", "right_hand", "elbows", "left_elbow", "right_elbow",
	"left_hip", "right_hip", "left_shoulder", "right_shoulder",
}

// feltSection is where the exercise is felt.
func feltSection(s *Screen) (fyne.CanvasObject, func()) {
	point := parts.NewButton(look.T("pose.feel", "Feel it here …"), "", s.feel).SetCompact(true).SetTight(true)
	flow := parts.NewFlow(look.S1 + 2)
	var was []string
	card := section(look.T("pose.felt", "Where it is felt"), flow)
	return card, func() {
		w := s.work
		if w == nil || w.figure() == nil {
			return
		}
		if s.frame.easel.picking != nil {
			point.SetFace(look.T("pose.feel.end", "That is all"), look.IconCheck)
		} else {
			point.SetFace(look.T("pose.feel", "Feel it here …"), "")
		}
		if slices.Equal(was, w.figure().Feel) && len(flow.Contents()) > 0 {
			return
		}
		was = slices.Clone(w.figure().Feel)
		var objects []fyne.CanvasObject
		for _, p := range was {
			objects = append(objects, parts.NewChip(plain(p), true, func(bool) { s.toggleFeel(p) }).SetSmall(true))
		}
		flow.Set(append(objects, point)...)
	}
}

// figureSection is what else is in the picture.
func figureSection(s *Screen) (fyne.CanvasObject, func()) {
	props, propsShow := someOf(plainChoices(figure.Props()), func(p string) bool {
		w := s.work
		return w != nil && w.figure() != nil && slices.Contains(w.figure().Props, p)
	}, func(p string) {
		s.pose(didProps, func(f *figure.Figure, _ int) *figure.Figure { return f.WithProp(p, !slices.Contains(f.Props, p)) })
	})
	focus, focusShow := oneOf([]choice{
		{"", look.T("pose.focus.all", "All of it")},
		{"upper", look.T("pose.focus.upper", "Upper body")},
		{"head", look.T("pose.focus.head", "Head")},
	}, func() string {
		if w := s.work; w != nil && w.figure() != nil {
			return w.figure().Focus
		}
		return ""
	}, func(v string) {
		s.pose(didView, func(f *figure.Figure, _ int) *figure.Figure {
			n := *f
			n.Focus = v
			return &n
		})
	})
	image := parts.NewButton(look.T("pose.use-picture", "Use a picture instead …"), "", s.choosePicture).SetCompact(true).SetTight(true)
	card := section(look.T("pose.picture", "In the picture"), props, named(look.T("pose.shows", "It shows"), focus), image)
	return card, func() { propsShow(); focusShow() }
}

// imageSection is the picture that is shown instead of a figure.
func imageSection(s *Screen) (fyne.CanvasObject, func()) {
	name := parts.NewParagraph("", look.Body, look.Ink)
	other := parts.NewButton(look.T("pose.image.other", "Another picture …"), "", s.choosePicture).SetCompact(true).SetTight(true)
	draw := parts.NewButton(look.T("pose.image.draw", "Pose a figure instead"), look.IconFigure, s.poseInstead).SetCompact(true).SetTight(true)
	card := section(look.T("pose.image", "A picture of your own"), name,
		parts.NewParagraph(look.T("pose.image.still", "It does not move, and is not mirrored for the other side."), look.Small, look.Quiet),
		parts.NewFlow(look.S2, other, draw))
	return card, func() {
		if s.work != nil {
			name.SetText(s.work.now.file.Picture)
		}
	}
}
