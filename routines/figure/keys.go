package figure

import "fmt"

// limbTables are the tables of a pose that say how the limb of a finding is held, the likeliest first; none for the trunk.
func limbTables(w finding) []string {
	kind := "leg"
	switch w.one {
	case "hand", "elbow", "arm":
		kind = "arm"
	case "foot", "heel", "ball", "toe", "ankle", "knee", "leg", "hip":
	default:
		return nil
	}
	switch w.whose {
	case left:
		return []string{"left_" + kind, kind + "s"}
	case right:
		return []string{"right_" + kind, kind + "s"}
	}
	return []string{kind + "s", "left_" + kind, "right_" + kind}
}

func poseKey(pose int) string { return fmt.Sprintf("figure.pose[%d]", pose) }

// keyOf is where a finding is best mended: the value of the pose that says it, else the table, else the pose.
func (f *Figure) keyOf(pose int, w finding) string {
	key := poseKey(pose)
	said := f.Poses[pose].keys()
	tables, values := limbTables(w), []string{"pin", "on"}
	switch {
	case w.one == "neck":
		tables, values = []string{"spine"}, []string{"neck", "chest"}
	case w.one == "trunk":
		tables, values = []string{"spine"}, []string{"chest", "lumbar"}
	case w.wrong == falling:
		tables, values = []string{"pelvis", "spine", "legs", "left_leg", "right_leg"}, nil
	case tables == nil:
		tables, values = []string{"spine", "pelvis", "body"}, nil
	case w.one == "knee":
		values = []string{"shank", "thigh", "pin", "on"}
	case w.one == "elbow":
		values = []string{"fore", "upper", "pin", "on"}
	case w.one == "arm":
		values = []string{"upper", "fore", "pin", "on"}
	case w.one != "hand" && w.wrong != tooFar && w.wrong != tooClose:
		values = []string{"thigh", "shank", "foot", "pin", "on"}
	}
	for _, t := range tables {
		if !said[t] {
			continue
		}
		for _, v := range values {
			if said[t+"."+v] {
				return key + "." + t + "." + v
			}
		}
		return key + "." + t
	}
	return key
}

// keys are the tables and values that a pose gives.
func (p *Pose) keys() map[string]bool {
	said := map[string]bool{"body": p.Body != nil, "pelvis": p.Pelvis != nil, "spine": p.Spine != nil}
	if s := p.Spine; s != nil {
		said["spine.lumbar"], said["spine.chest"], said["spine.neck"] = s.Lumbar != nil, s.Chest != nil, s.Neck != nil
	}
	for name, a := range map[string]*Arm{"arms": p.Arms, "left_arm": p.LeftArm, "right_arm": p.RightArm} {
		if a != nil {
			said[name], said[name+".upper"], said[name+".fore"] = true, a.Upper != nil, a.Fore != nil
			said[name+".pin"], said[name+".on"] = a.Pin != nil, a.On != ""
		}
	}
	for name, l := range map[string]*Leg{"legs": p.Legs, "left_leg": p.LeftLeg, "right_leg": p.RightLeg} {
		if l != nil {
			said[name], said[name+".thigh"], said[name+".shank"], said[name+".foot"] = true, l.Thigh != nil, l.Shank != nil, l.Foot != nil
			said[name+".pin"], said[name+".on"] = l.Pin != nil, l.On != ""
		}
	}
	return said
}
