package figure

import (
	"fmt"
	"math"

	"catcow/routines/message"
)

// Fault is one thing the drawn body cannot do.
type Fault struct {
	// Key is where it is best mended, such as "figure.pose[1].left_arm.pin"; poses count from 0. It
	// names something the file has.
	Key string
	// Message says in which pose, or between which, what is wrong, and by how many statures (H) or degrees.
	Message message.Message
	// Nearest is the least change that would work, as TOML for the pose of Key. Empty where none is known.
	Nearest string
	// Pose is the key pose it is in, from 0; of one between two poses the later.
	Pose int

	mended *Pose // that pose with Nearest made to it
}

func (f Fault) String() string {
	if f.Nearest == "" {
		return f.Key + ": " + f.Message.String()
	}
	return f.Key + ": " + f.Message.String() + "; nearest " + f.Nearest
}

// wrong is what is wrong with a body.
type wrong uint8

const (
	tooFar       wrong = iota // a pin out of reach
	tooClose                  // a pin nearer to shoulder or hip than a limb folds
	offContact                // something that should rest is in the air
	inContact                 // something that should rest is inside what it rests on
	underFloor                // a part under the floor
	kneeBack                  // a knee bent the wrong way
	overBent                  // a joint past its limit
	legBack                   // a hip past its limit, backwards
	armBack                   // a shoulder past its limit, backwards
	throughTrunk              // a limb inside the trunk
	falling                   // the weight not over what stands
	outOfPicture              // what is felt, cut off by a close-up
)

// whose says which sides a finding is about: left, right, or one of these.
const (
	bothSides = 2
	noSide    = -1
)

// finding is a fault that is not yet put into words.
type finding struct {
	wrong wrong
	one   string  // the part without its side: "hand", "foot", "seat"
	whose int     // left, right, bothSides or noSide
	size  float64 // by how much: statures, or degrees of a joint
	most  float64 // a joint's limit in degrees
	to    string  // the other thing in it: "the floor", "in front of"
}

// of says whether two findings are of one thing, by whatever amount.
func (a finding) of(b finding) bool {
	return a.wrong == b.wrong && a.one == b.one && a.whose == b.whose
}

// thing is a finding without its side and amount.
type thing struct {
	wrong wrong
	one   string
}

func (a finding) thing() thing { return thing{a.wrong, a.one} }

// part is what a person calls the part.
func (a finding) part() string {
	if a.whose == noSide {
		return a.one
	}
	if a.whose == bothSides {
		switch a.one {
		case "foot":
			return "feet"
		case "ball":
			return "balls of the feet"
		}
		return a.one + "s"
	}
	side := [2]string{"left", "right"}[a.whose]
	switch a.one {
	case "ball":
		return "ball of the " + side + " foot"
	case "toe":
		return side + " toes"
	}
	return side + " " + a.one
}

// say puts the finding into words; where is the pose it is in.
func (a finding) say(where string) message.Message {
	part := a.part()
	by := fmt.Sprintf("%.2f", math.Max(0.01, a.size))
	found, most := fmt.Sprintf("%.0f", math.Ceil(a.size-0.1)), fmt.Sprintf("%.0f", a.most)
	switch a.wrong {
	case tooFar:
		return message.New("figure.too-far", "{{.Where}}: the {{.Part}} cannot reach {{.To}} from here: {{.By}} H short",
			"Where", where, "Part", part, "To", a.to, "By", by)
	case tooClose:
		return message.New("figure.too-close", "{{.Where}}: the {{.Part}} cannot come so near to the {{.To}}: {{.By}} H too close",
			"Where", where, "Part", part, "To", a.to, "By", by)
	case offContact:
		return message.New("figure.off-contact", "{{.Where}}: the {{.Part}} would leave {{.To}} by {{.By}} H",
			"Where", where, "Part", part, "To", a.to, "By", by)
	case inContact:
		return message.New("figure.in-contact", "{{.Where}}: the {{.Part}} would sink {{.By}} H into {{.To}}",
			"Where", where, "Part", part, "To", a.to, "By", by)
	case underFloor:
		return message.New("figure.under-floor", "{{.Where}}: the {{.Part}} would be {{.By}} H under the floor",
			"Where", where, "Part", part, "By", by)
	case kneeBack:
		return message.New("figure.knee-back", "{{.Where}}: the {{.Part}} would bend backwards", "Where", where, "Part", part)
	case overBent:
		return message.New("figure.over-bent", "{{.Where}}: the {{.Part}} would bend by {{.Found}} degrees; {{.Most}} is the most",
			"Where", where, "Part", part, "Found", found, "Most", most)
	case legBack:
		return message.New("figure.leg-back", "{{.Where}}: the {{.Part}} would go {{.Found}} degrees behind the hip; {{.Most}} is the most",
			"Where", where, "Part", part, "Found", found, "Most", most)
	case armBack:
		return message.New("figure.arm-back", "{{.Where}}: the {{.Part}} would go farther back than a shoulder turns",
			"Where", where, "Part", part)
	case throughTrunk:
		return message.New("figure.through", "{{.Where}}: the {{.Part}} would go through the trunk", "Where", where, "Part", part)
	case falling:
		under := "what it stands on"
		if a.one != "" {
			under = "its " + part
		}
		return message.New("figure.falling", "{{.Where}}: the figure would fall over: its weight lies {{.By}} H {{.To}} {{.Part}}",
			"Where", where, "Part", under, "To", a.to, "By", by)
	}
	return message.New("figure.out-of-picture", `{{.Where}}: the {{.Part}}, where it is felt, lies outside the picture: focus = "{{.To}}" leaves it out`,
		"Where", where, "Part", part, "To", a.to)
}
