package figure

// Figure is the [figure] table of an exercise file: how the exercise is drawn and moved.
// The guide to every key is the package comment. Plain data: [Figure.Check] says what is
// wrong in it, [Figure.Verify] what the drawn body says against it.
type Figure struct {
	// Base is the posture the first pose starts from: see [Bases]. Default "stand".
	Base string `toml:"base"`
	// View is where the camera stands: see [Views]. Default "side".
	View string `toml:"view"`
	// Yaw turns the camera in degrees: 0 looks at the figure's right side, 90 at its front.
	Yaw *float64 `toml:"yaw"`
	// Elevation lifts the camera in degrees: 0 level, 90 straight above.
	Elevation *float64 `toml:"elevation"`
	// Focus crops the picture: "" the whole figure, "upper" from the seat up, "head" from the chest up.
	Focus string `toml:"focus"`
	// Side is the side the poses are written for: "right" (default) or "left".
	Side string `toml:"side"`
	// Motion is how repetitions run through the poses: see [Motions]. Default "swing".
	Motion string `toml:"motion"`
	// Cycles is how often one repetition runs through the poses. Default 1.
	Cycles int `toml:"cycles"`
	// Still names the pose a picture without motion shows. Default the last.
	Still string `toml:"still"`
	// Ghost names the pose drawn as the ghost; "none" for no ghost. Default the first.
	Ghost string `toml:"ghost"`
	// Props are the things in the picture: see [Props].
	Props []string `toml:"props"`
	// Place moves a prop from its usual place, by the prop's name.
	Place map[string]Place `toml:"place"`
	// Contacts are what rests on the floor or a prop in every pose: see [Contacts].
	Contacts []string `toml:"contacts"`
	// Feel are the places the stretch is felt: see [Points].
	Feel []string `toml:"feel"`
	// Arrow changes the movement arrow. Unset: it follows what moves most.
	Arrow *Arrow `toml:"arrow"`
	// Poses are the key poses in playing order, 1 to 8.
	Poses []Pose `toml:"pose"`
}

// Pose is one key pose. Every pose starts as a copy of the one before it (the first as a
// copy of the figure's base), so it says only what changes.
type Pose struct {
	// Name is for reading, and for Still, Ghost and From.
	Name string `toml:"name"`
	// From starts this pose from another earlier pose, by name.
	From string `toml:"from"`
	// Mirror swaps left and right of what this pose starts from.
	Mirror bool `toml:"mirror"`
	// Body turns the whole figure.
	Body *Turn `toml:"body"`
	// Pelvis places the pelvis.
	Pelvis *Pelvis `toml:"pelvis"`
	// Spine bends the trunk, neck and head.
	Spine *Spine `toml:"spine"`
	// Arms sets both arms alike; LeftArm and RightArm are applied after it.
	Arms *Arm `toml:"arms"`
	// LeftArm sets the left arm.
	LeftArm *Arm `toml:"left_arm"`
	// RightArm sets the right arm.
	RightArm *Arm `toml:"right_arm"`
	// Legs sets both legs alike; LeftLeg and RightLeg are applied after it.
	Legs *Leg `toml:"legs"`
	// LeftLeg sets the left leg.
	LeftLeg *Leg `toml:"left_leg"`
	// RightLeg sets the right leg.
	RightLeg *Leg `toml:"right_leg"`
	// Contacts replaces the figure's contacts from this pose on.
	Contacts []string `toml:"contacts"`
}

// Turn turns the whole figure, in degrees: Roll about its forward axis (a lying figure rolls
// on to its left side with 90), Turn about the upright axis (to its left).
type Turn struct {
	Roll *float64 `toml:"roll"`
	Turn *float64 `toml:"turn"`
}

// Pelvis places the pelvis in statures from the middle of the picture, and turns it against
// the room in degrees to its left while the feet stay.
type Pelvis struct {
	Forward *float64 `toml:"forward"`
	Up      *float64 `toml:"up"`
	Left    *float64 `toml:"left"`
	Turn    *float64 `toml:"turn"`
}

// Spine gives the pitch of each part of the trunk in degrees (0 up, 90 forward, 180 down,
// -90 back), and how the whole bends and turns to the figure's left.
type Spine struct {
	Lumbar   *float64 `toml:"lumbar"`
	Chest    *float64 `toml:"chest"`
	Neck     *float64 `toml:"neck"`
	Head     *float64 `toml:"head"`
	Bend     *float64 `toml:"bend"`
	Turn     *float64 `toml:"turn"`
	HeadTurn *float64 `toml:"head_turn"`
	HeadTilt *float64 `toml:"head_tilt"`
}

// Arm is one arm, or both: directions as [pitch, out] in degrees, or a pin for the hand.
type Arm struct {
	Upper []float64 `toml:"upper"`
	Fore  []float64 `toml:"fore"`
	Hand  []float64 `toml:"hand"`
	// With is what the directions are measured in: "room" (default) or "chest".
	With string `toml:"with"`
	// Pin is [forward, out] on the floor or [forward, up, out]; with On an offset from there.
	Pin []float64 `toml:"pin"`
	// On is a point of the body or a prop the palm lies on: see [Points].
	On string `toml:"on"`
	// Elbow is the direction the elbow points when the hand is pinned.
	Elbow []float64 `toml:"elbow"`
	// Shape is what the hand does: see [HandShapes].
	Shape string `toml:"shape"`
	// Palm is where the palm faces: see [Palms].
	Palm string `toml:"palm"`
	// Shrug lifts the shoulder, Reach brings it forward, in degrees.
	Shrug *float64 `toml:"shrug"`
	Reach *float64 `toml:"reach"`
	// Layer draws the arm nearer (1) or farther (-1) than its place says.
	Layer *int `toml:"layer"`
}

// Leg is one leg, or both: directions as [pitch, out] in degrees, or a pin for the ankle.
type Leg struct {
	Thigh []float64 `toml:"thigh"`
	Shank []float64 `toml:"shank"`
	Foot  []float64 `toml:"foot"`
	// Toes bends the toes up in degrees: 0 straight, 60 tucked under.
	Toes *float64 `toml:"toes"`
	// Pin is [forward, out] for a foot flat on the floor or [forward, up, out] for the ankle; with On an offset from there.
	Pin []float64 `toml:"pin"`
	// On is a point of the body or a prop the ankle lies on: see [Points].
	On string `toml:"on"`
	// Knee is the direction the knee points when the foot is pinned.
	Knee []float64 `toml:"knee"`
	// Layer draws the leg nearer (1) or farther (-1) than its place says.
	Layer *int `toml:"layer"`
}

// Place moves, turns and sizes a prop: statures and degrees.
type Place struct {
	Forward *float64 `toml:"forward"`
	Up      *float64 `toml:"up"`
	Left    *float64 `toml:"left"`
	Turn    *float64 `toml:"turn"`
	// Height, Length and Width are the size, where the prop has them.
	Height *float64 `toml:"height"`
	Length *float64 `toml:"length"`
	Width  *float64 `toml:"width"`
	// To is the point a strap runs to from the hands.
	To string `toml:"to"`
}

// Arrow overrides the movement arrow.
type Arrow struct {
	// None leaves the arrow out.
	None bool `toml:"none"`
	// Of is the joint whose path the arrow shows: see [Joints].
	Of string `toml:"of"`
	// Turn draws a turning arrow about the body at Of instead, by this many degrees to the left.
	Turn *float64 `toml:"turn"`
	// Shift moves the arrow on the picture, [right, up] in statures.
	Shift []float64 `toml:"shift"`
}
