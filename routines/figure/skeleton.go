package figure

// The rig: segment lengths in statures, after Drillis & Contini 1966 as reprinted in Winter,
// Biomechanics and Motor Control of Human Movement, fig. 4.1. Hand and half shoulder and hip
// width are the drawn ones: the printed ones reach to the fingertips and the skin.
const (
	lumbarLength   = 0.130 // 45 % of hip to shoulder
	chestLength    = 0.158
	neckLength     = 0.052
	headLength     = 0.130
	upperArmLength = 0.186
	forearmLength  = 0.146
	handLength     = 0.075
	thighLength    = 0.245
	shankLength    = 0.246
	footLength     = 0.152
	hipWidth       = 0.052 // middle to joint
	clavicleLength = 0.094 // middle to joint
)

// How far the middle of a part is from what it rests on.
const (
	footHeight   = 0.039 // ankle over the sole
	handHeight   = 0.026 // wrist over the palm
	pelvisRadius = 0.076
	chestRadius  = 0.074
	headRadius   = 0.066
	kneeRadius   = 0.043
	elbowRadius  = 0.028
	heelRadius   = 0.019
	ballRadius   = 0.015
	toeRadius    = 0.011
	seatHeight   = 0.230 // of the usual chair
)

// Joint is one of the 23 joints of the rig.
type Joint uint8

// The joints; those of a side stand in the order left, right.
const (
	JointPelvis Joint = iota
	JointWaist
	JointC7
	JointSkull
	JointHead
	JointHip
	_
	JointKnee
	_
	JointAnkle
	_
	JointHeel
	_
	JointToe
	_
	JointShoulder
	_
	JointElbow
	_
	JointWrist
	_
	JointHand
	_
	jointCount
)

// Joints lists the names of the joints, as [Arrow.Of] takes them.
func Joints() []string { return jointNames[:] }

var jointNames = [jointCount]string{
	"pelvis", "waist", "c7", "skull", "head",
	"left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
	"left_heel", "right_heel", "left_toe", "right_toe",
	"left_shoulder", "right_shoulder", "left_elbow", "right_elbow",
	"left_wrist", "right_wrist", "left_hand", "right_hand",
}

// skeleton is a solved pose: where every joint is, and how the parts are turned.
type skeleton struct {
	j      [jointCount]Vec
	pelvis frame
	chest  frame
	skull  frame
	foot   [2]frame // front to the toes, up away from the sole
	hand   [2]frame // front to the fingertips, up out of the back of the hand
	knee   [2]Vec   // the way the knee points
	ball   [2]Vec   // ball of the foot
	over   [4]float64
	shape  [2]string
	layer  [4]int // left arm, right arm, left leg, right leg
	toes   [2]float64
	on     [2]string // the point each hand lies on
	set    *setting
}

func (s *skeleton) at(j Joint, side int) Vec     { return s.j[int(j)+side] }
func (s *skeleton) put(j Joint, side int, v Vec) { s.j[int(j)+side] = v }
func (s *skeleton) thigh(side int) Vec           { return s.at(JointKnee, side).sub(s.at(JointHip, side)).unit() }
func (s *skeleton) shank(side int) Vec {
	return s.at(JointAnkle, side).sub(s.at(JointKnee, side)).unit()
}
func (s *skeleton) upperArm(side int) Vec {
	return s.at(JointElbow, side).sub(s.at(JointShoulder, side)).unit()
}
func (s *skeleton) forearm(side int) Vec {
	return s.at(JointWrist, side).sub(s.at(JointElbow, side)).unit()
}
