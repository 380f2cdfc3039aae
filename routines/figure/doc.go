// Package figure draws a person doing an exercise. In goes the [figure] table of an exercise file
// and a moment; out comes a list of shapes, far to near, that a [Painter] turns into pixels and
// [SVG] into a document. It knows no screen, no clock and no file.
//
//	pose (what the file says) -> joints (23, bones of constant length) -> shapes -> pixels or SVG
//
// # Posing guide
//
// Everything is measured in statures: the person is 1 tall. Angles are degrees. A whole file:
//
//	[figure]
//	base  = "all_fours"
//	view  = "side"
//	props = ["mat"]
//	feel  = ["lower_back", "upper_back"]
//
//	[[figure.pose]]
//	name  = "cow"
//	spine = { lumbar = 102, chest = 50, neck = 38, head = 8 }
//
//	[[figure.pose]]
//	name  = "cat"
//	spine = { lumbar = 34, chest = 112, neck = 140, head = 165 }
//
// The first pose starts from the base, every later one from the pose before it: write only what
// changes. A movement plays the poses there and back; a hold eases from the first to the last and
// stays; a still picture shows the last with the first as its ghost.
//
// # The figure
//
//	base       stand (default), sit (on a chair), long_sit (on the floor, legs forward), kneel (tall),
//	           all_fours, supine (knees bent, feet flat), prone, side (lying on the right side)
//	view       side: from the figure's right, it faces right on the picture. front: face to face, its
//	           right arm is on the left. three_quarter: between them. above: for lying figures, head
//	           to the left, its left side up
//	yaw        turns the camera: 0 side, 35 three_quarter, 90 front, 180 from the left, -90 from behind
//	elevation  lifts it: 6 to 10 usual, 66 above, 90 straight down
//	focus      "upper" or "head" fills the frame with that part only (neck and shoulder exercises)
//	side       the side that is worked in these poses: "right" (default) or "left". Write the poses for
//	           the right side where you can: it is the near one. The other side is mirrored, picture and all
//	motion     swing (default): A-B-C-B-A. cycle: A-B-C-A, resting a beat in each pose. circle: round
//	           through all poses without a stop (hip circles: four poses, right, front, left, back)
//	cycles     how often one repetition runs through that, default 1 (four marching steps in a rep: poses
//	           up, stand, other up, stand; motion cycle; cycles 2)
//	still      name of the pose that tells most, default the last
//	ghost      name of the pose drawn as the ghost, where the arrow starts, default the first; "none" for
//	           no ghost, the arrow stays
//	props      any of mat, chair, wall, doorway, pillow, strap, roller, ball, step
//	place      moves them: place.chair = { forward = -0.05 }, see Props below
//	contacts   what rests on the floor or a prop, see Contacts below; the base brings its own
//	feel       where it is felt: points of the body, see Points below; one or two
//	arrow      unset, it follows what moves most, pushed outside the body; a twist gets an arc round the
//	           waist, a circle a loop round the joint. { none = true } leaves it out; { of = "right_hand" }
//	           chooses whose way it shows; { of = "waist", turn = 150 } draws an arc of so many degrees to
//	           the left round that joint (head and c7: over the head); shift = [right, up] moves it.
//	           A ghost that would only peek out behind the body is left out by itself
//
// A whole body tilted to the side (a side plank) is posed as supine with pelvis.turn and spine.turn at -90:
// lumbar and chest then pitch the line of the body.
//
// In an alternating movement every second repetition is drawn mirrored, so the poses only say one
// side: centre, then one side. Write a first pose that is its own mirror image, or the picture jumps.
//
// # The pose
//
//	name, from   from = "name" starts from that earlier pose instead of the one before
//	mirror       true: left and right of what it starts from change places
//	body         { roll, turn }: the whole figure. roll 90 lays a lying figure on its left side, -90 on its
//	             right (the camera's) side. turn 90 faces the figure's own left. All directions below are
//	             then measured in the turned room; floor pins are not
//	pelvis       { forward, up, left, turn }: where the pelvis is. up is corrected by the contacts. turn
//	             turns hips against the feet, to the left
//	spine        { lumbar, chest, neck, head }: pitch of each part. { bend, turn }: the trunk bends, mostly
//	             above the waist, or the shoulders turn, to the left. { head_turn, head_tilt }: the head to
//	             the left, counted from the chest
//	arms, left_arm, right_arm, legs, left_leg, right_leg: see below
//	contacts     replaces the contacts from this pose on
//
// Pitch is absolute, seen from the side: 0 points up, 90 forward, 180 down, -90 (or 270) back. A
// standing spine is 0, one on all fours 75, lying on the back -90, on the front 90. "The shank is level"
// stays -90 whatever the thigh does. Bone directions are [pitch, out]: out swings it away from the
// midline, to the left on the left and to the right on the right, and negative across the body.
// An arm out in a T is [180, 90]; up and out in a Y is [0, 40]. Between poses each number moves by itself,
// the shorter way: an arm from [180, 5] to [0, 5] goes up in front; through the side it goes from
// [180, 5] to [180, 170].
//
// # Arms
//
//	upper, fore, hand   directions of upper arm, forearm, hand. Giving upper or fore lets go of a pin
//	with                "room" (default) or "chest": the directions turn and tilt with the chest. With
//	                    "chest", [180, 90] is a T and [90, 0] straight ahead of the breastbone, however
//	                    the trunk bends or twists
//	pin                 where the wrist is: [forward, out] planted on the floor, palm down and fingers
//	                    ahead until hand says otherwise; [forward, up, out] a point in the air. It stays
//	                    there while the trunk moves
//	on                  the palm lies on a point of the body or a prop: "knee" is the same side's,
//	                    "other_knee" the opposite, "left_knee" that one. pin is then an offset of
//	                    three numbers from there and may be left out
//	elbow               where the elbow points while pinned, [pitch, out]; default down, back and out
//	shape               relaxed, flat, grip (round something), fist, point. Unset, a hand on the floor is flat
//	                    and one on a point curves round it as far as that is round
//	palm                faces down, up, in, out, forward, back; default towards the body or the floor
//	shrug, reach        lifts the shoulder (5 to 20) or brings it forward (5 to 20); negative opposite
//	layer               1 draws it in front, -1 behind, where depth decides wrongly
//
// # Legs
//
//	thigh, shank, foot  directions; foot points from heel to toes: 90 flat, 180 pointed when standing,
//	                    0 toes up when lying, -90 tops of the feet on the floor when kneeling
//	pin                 [forward, out]: foot flat on the floor with its ankle there. [forward, up, out]:
//	                    the ankle in the air. Standing bases have both feet pinned, so moving the pelvis
//	                    keeps them planted. Giving thigh or shank lets go
//	on                  the ankle lies on a point: figure four is right_leg = { on = "left_thigh" }
//	knee                where the knee points while pinned; default where the pelvis faces
//	toes                bends them up: 60 for toes tucked under
//	layer               as for arms
//
// A knee bends backwards only: the shank's pitch is the thigh's or more (thigh 90, shank 180 is sitting).
// An elbow bends forwards only: the forearm's pitch is the upper arm's or less (180, 90). Reach of an arm from the
// shoulder to the wrist is 0.33, of a leg from hip to ankle 0.49; a pin farther than that is reported.
//
// # Measures
//
// Hip joints 0.052 from the middle, shoulders 0.094. Hip to shoulder 0.288, half of it lumbar. Neck 0.052,
// head 0.13. Upper arm 0.186, forearm 0.146, hand 0.075. Thigh 0.245, shank 0.246, ankle 0.039 over the
// sole, foot 0.152. Pelvis height: standing 0.526, tall kneeling and all fours 0.29, on the chair
// 0.306, on the floor 0.076.
//
// # Contacts
//
// The pelvis is moved up or down until what is listed rests, so heights need not be guessed. Parts that
// are pinned to the floor stay anyway; list them, they are checked. Names: seat, back, chest, belly, head,
// and feet, heels, balls, toes, knees, ankles, hips, hands, elbows, shoulders for both sides or
// left_foot, right_knee … for one. Rest only on what really carries: in the air is an error, through
// the floor too. What lies over a chair's seat, a step, pillow, roller or ball rests on that. Between
// two poses only what is listed in both holds the height; the rest eases.
//
// # Points
//
// For on and feel. A feel point that faces away from the camera glows at the body's rim, or not at all
// when it is right behind: choose one that is seen. A hand on a point is drawn before what it lies on,
// or behind it when the point faces away. In the middle: head_top head_back forehead chin neck throat chest upper_back belly
// lower_back seat. With a side (left_, right_, other_; none means the own side): head_side neck_side
// collarbone shoulder_blade ribs side (the flank) waist hip hip_front hip_back glute shoulder
// shoulder_front armpit upper_arm elbow forearm wrist hand palm thigh thigh_back thigh_inner thigh_outer
// knee knee_inner knee_outer knee_back shin calf ankle ankle_outer heel foot sole toes. On props: chair_seat
// chair_side chair_back step wall. Hands on hips is arms = { on = "waist" }, hands on the back of the hips
// "hip_back", behind the head "head_back", clasped round a shin both on "right_shin".
//
// # Props
//
// place.NAME = { forward, up, left, turn, height, length, width }; length runs forward, width sideways.
//
//	mat      length and width grow with the poses
//	chair    its seat's middle at 0, seat 0.23 high, back behind; height is that of the seat
//	wall     forward is its face: default -0.085, behind a standing back; positive, in front
//	doorway  two posts, width 0.62 apart, at forward 0
//	pillow   under the head of a lying figure (forward -0.42); 0.05 high
//	strap    from both hands to the point in to, default right_sole
//	roller   lies across, forward -0.2, height is its thickness 0.09
//	ball     on the floor or at up; height is its thickness 0.08
//	step     a block: forward 0.3, height 0.12, length 0.24, width 0.4
//
// # See what you pose
//
//	FIGURE_FILES="a.toml b.toml" FIGURE_OUT=/tmp/out go test ./routines/figure -run TestSheet -v
//
// draws for each file ID.png (still with all cues), ID-strip.png (first row: one repetition at 0, ¼, ½, ¾, 1;
// second row: the way into a hold), ID-other.png (second side), ID-thumb.png (96 pixels) and contact.png
// for all; FIGURE_DARK=1 in the dark palette, FIGURE_BUILD=crop with another person. Unknown keys and
// wrong values fail, and what the body cannot do (pins out of reach, contacts in the air, joints past
// their limits) is printed. If a limb looks wrong: view it with yaw = 90 and elevation = 60 for a moment;
// if it floats, look at the contacts; if it is short of its pin, move the pelvis or bend the spine. When a change is meant, keep its golden pictures:
//
//	go test ./routines/figure -run TestGolden -update
package figure
