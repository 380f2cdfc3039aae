package figure

// The postures a figure can start from. They are ordinary poses, written like those of a file.

// Bases lists the names [Figure.Base] may have.
func Bases() []string {
	return []string{"stand", "sit", "long_sit", "kneel", "all_fours", "supine", "prone", "side"}
}

// base is the posture of that name with what it rests on, and whether there is one.
func base(name string) (p Pose, contacts []string, ok bool) {
	n := func(v float64) *float64 { return &v }
	dir := func(v ...float64) []float64 { return v }
	spine := func(lumbar, chest, neck, head float64) *Spine {
		return &Spine{Lumbar: n(lumbar), Chest: n(chest), Neck: n(neck), Head: n(head)}
	}
	up := func(v float64) *Pelvis { return &Pelvis{Up: n(v)} }

	switch name {
	case "stand", "":
		return Pose{
			Pelvis: up(0.526), Spine: spine(-2, 2, 6, 0),
			Arms: &Arm{Upper: dir(183, 9), Fore: dir(170, 6), Hand: dir(172, 3)},
			Legs: &Leg{Pin: dir(-0.022, 0.066), Foot: dir(90, 12)},
		}, []string{"feet"}, true
	case "sit":
		return Pose{
			Pelvis: up(seatHeight + pelvisRadius), Spine: spine(-2, 3, 8, 0),
			Arms: &Arm{On: "thigh", Shape: "flat"},
			Legs: &Leg{Pin: dir(0.232, 0.072), Foot: dir(90, 6)},
		}, []string{"seat", "feet"}, true
	case "long_sit":
		return Pose{
			Pelvis: up(pelvisRadius), Spine: spine(-3, 4, 8, 2),
			Arms: &Arm{On: "thigh", Shape: "flat"},
			Legs: &Leg{Thigh: dir(91, 2), Shank: dir(91, 0), Foot: dir(12, 4)},
		}, []string{"seat", "heels"}, true
	case "kneel":
		return Pose{
			Pelvis: up(0.29), Spine: spine(-2, 2, 6, 0),
			Arms: &Arm{Upper: dir(183, 9), Fore: dir(170, 6), Hand: dir(172, 3)},
			Legs: &Leg{Thigh: dir(180, 3), Shank: dir(-94, 0), Foot: dir(-92, 0)},
		}, []string{"knees"}, true
	case "all_fours":
		return Pose{
			Pelvis: up(0.29), Spine: spine(76, 74, 80, 84),
			Arms: &Arm{Pin: dir(0.285, 0.115), Hand: dir(90, 0)},
			Legs: &Leg{Thigh: dir(181, 2), Shank: dir(-94, 0), Foot: dir(-92, 0)},
		}, []string{"knees", "hands"}, true
	case "supine":
		return Pose{
			Pelvis: up(pelvisRadius), Spine: spine(-90, -90, -93, -93),
			Arms: &Arm{Upper: dir(98, 16), Fore: dir(94, 8), Hand: dir(90, 4), Palm: "down", Shape: "flat"},
			Legs: &Leg{Pin: dir(0.285, 0.07), Foot: dir(90, 4)},
		}, []string{"seat", "back", "head", "feet"}, true
	case "prone":
		return Pose{
			Pelvis: up(pelvisRadius), Spine: spine(91, 91, 84, 90),
			Arms: &Arm{Pin: dir(0.28, 0.165), Hand: dir(90, 0)},
			Legs: &Leg{Thigh: dir(-92, 3), Shank: dir(-92, 0), Foot: dir(-94, 0)},
		}, []string{"belly"}, true
	case "side":
		return Pose{
			Body:   &Turn{Roll: n(-90)},
			Pelvis: up(0.1), Spine: spine(-90, -90, -88, -86),
			Arms: &Arm{Upper: dir(0, 0), Fore: dir(0, 0), Hand: dir(0, 0), Palm: "in", Shape: "flat"},
			Legs: &Leg{Thigh: dir(10, 0), Shank: dir(100, 0), Foot: dir(90, 0)},
		}, []string{"right_hip"}, true
	}
	return Pose{}, nil, false
}
