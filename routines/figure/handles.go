package figure

import (
	"slices"

	"catcow/routines/message"
)

// Handle is a part of the body that can be taken hold of on the picture and moved.
type Handle uint8

// The handles, from head to foot.
const (
	HandleHead Handle = iota
	HandleChest
	HandleWaist
	HandleHips
	HandleLeftElbow
	HandleRightElbow
	HandleLeftHand
	HandleRightHand
	HandleLeftKnee
	HandleRightKnee
	HandleLeftFoot
	HandleRightFoot
	handleCount
)

// Held is what keeps a hand or foot where it is.
type Held uint8

// The ways to be held.
const (
	HeldFree  Held = iota // directions only: it goes where the limb goes
	HeldFloor             // planted on the floor
	HeldPoint             // at a point of the room
	HeldBody              // on a point of the body or of a prop
)

// Knob is a handle at its place on the picture.
type Knob struct {
	Handle Handle
	// Name is what a person calls it: "Left hand".
	Name message.Message
	// At is its place in statures, as [Scene] has them.
	At Pt
	// Depth is how far away it is along the line of sight in statures; of two at one place the lesser is nearer.
	Depth float64
	// Held is what keeps a hand or foot where it is, and On the point it lies on where that is the body or a prop.
	Held Held
	On   string
	// Rests says whether it is among what the pose rests on.
	Rests bool
}

// Side is the side a handle is of, Both for those in the middle.
func (h Handle) Side() Side {
	if h < HandleLeftElbow {
		return Both
	}
	return [2]Side{Left, Right}[h.side()]
}

// Other is the same handle of the other side; those in the middle are their own.
func (h Handle) Other() Handle {
	if h < HandleLeftElbow {
		return h
	}
	return HandleLeftElbow + (h - HandleLeftElbow) ^ 1
}

// Ends reports whether the handle is a hand or a foot, which can be planted and let go.
func (h Handle) Ends() bool { return h.hand() || h.foot() }

func (h Handle) side() int  { return int(h-HandleLeftElbow) % 2 }
func (h Handle) hand() bool { return h == HandleLeftHand || h == HandleRightHand }
func (h Handle) foot() bool { return h == HandleLeftFoot || h == HandleRightFoot }
func (h Handle) arm() bool {
	return h == HandleLeftElbow || h == HandleRightElbow || h.hand()
}

// Name is what a person calls the handle: "Left hand".
func (h Handle) Name() message.Message {
	switch h {
	case HandleHead:
		return message.New("figure.handle.head", "Head")
	case HandleChest:
		return message.New("figure.handle.chest", "Chest")
	case HandleWaist:
		return message.New("figure.handle.waist", "Lower back")
	case HandleHips:
		return message.New("figure.handle.hips", "Hips")
	case HandleLeftElbow:
		return message.New("figure.handle.left-elbow", "Left elbow")
	case HandleRightElbow:
		return message.New("figure.handle.right-elbow", "Right elbow")
	case HandleLeftHand:
		return message.New("figure.handle.left-hand", "Left hand")
	case HandleRightHand:
		return message.New("figure.handle.right-hand", "Right hand")
	case HandleLeftKnee:
		return message.New("figure.handle.left-knee", "Left knee")
	case HandleRightKnee:
		return message.New("figure.handle.right-knee", "Right knee")
	case HandleLeftFoot:
		return message.New("figure.handle.left-foot", "Left foot")
	}
	return message.New("figure.handle.right-foot", "Right foot")
}

// Handles lists the handles of a key pose (from 0) where the picture with these options shows them. A figure without
// problems is expected; a pose it does not have has no handles.
func (f *Figure) Handles(pose int, o Options) []Knob {
	all := f.resolve()
	if pose < 0 || pose >= len(all) {
		return nil
	}
	q := &all[pose]
	m := only(q)
	s := solve(&m, f.setting())
	cam := f.cameraFor(o)
	out := make([]Knob, 0, handleCount)
	for h := range handleCount {
		k := Knob{Handle: h, Name: h.Name()}
		k.At, k.Depth = cam.project(s.handle(h))
		if h.Ends() {
			l := q.end(h)
			k.Held, k.On = Held(l.hold), l.on
		}
		k.Rests = q.restsOn(h)
		out = append(out, k)
	}
	return out
}

// cameraFor is the camera with the picture mirrored where the options ask for that.
func (f *Figure) cameraFor(o Options) camera {
	cam := f.camera()
	if f.flipped(o) {
		cam.flip = -1
	}
	return cam
}

// end is the limb a handle is of.
func (q *full) end(h Handle) *limb {
	if h.arm() {
		return &q.arm[h.side()]
	}
	return &q.leg[h.side()]
}

// handle is where a handle is in the room.
func (s *skeleton) handle(h Handle) Vec {
	switch h {
	case HandleHead:
		return s.j[JointSkull].to(s.j[JointHead], 0.5)
	case HandleChest:
		return s.j[JointC7].to(s.j[JointWaist], 0.3)
	case HandleWaist:
		return s.j[JointWaist]
	case HandleHips:
		return s.j[JointPelvis]
	}
	side := h.side()
	switch {
	case h.hand():
		return s.at(JointWrist, side).add(s.hand[side].front.mul(palmMiddle))
	case h.foot():
		return s.at(JointAnkle, side).to(s.ball[side], 0.5)
	case h.arm():
		return s.at(JointElbow, side)
	}
	return s.at(JointKnee, side)
}

// restsOn reports whether what a handle moves is among the contacts of the pose.
func (q *full) restsOn(h Handle) bool {
	var parts []string
	switch {
	case h == HandleHead:
		parts = []string{"head"}
	case h == HandleChest:
		parts = []string{"back", "chest"}
	case h == HandleWaist:
		parts = []string{"belly"}
	case h == HandleHips:
		parts = []string{"seat", "hip"}
	case h.hand():
		parts = []string{"hand"}
	case h.foot():
		parts = []string{"foot", "heel", "ball", "toe", "ankle"}
	case h.arm():
		parts = []string{"elbow"}
	default:
		parts = []string{"knee"}
	}
	for _, c := range q.contacts {
		for _, p := range partsOf(c) {
			if slices.Contains(parts, p.one) && (p.whose == noSide || h < HandleLeftElbow || p.whose == h.side()) {
				return true
			}
		}
	}
	return false
}
