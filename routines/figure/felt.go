package figure

import (
	"fmt"
	"math"
	"strings"

	"catcow/routines/message"
)

// why is what keeps a handle from a place where nothing would be wrong with the body.
type why string

const (
	straight  why = "straight" // the limb is stretched out
	planted   why = "planted"  // it stays on the floor
	resting   why = "resting"  // its height follows from what rests
	onBody    why = "on-body"  // it lies on a point of the body or a prop
	cannotArc why = "arc"      // the part only goes round the one below it
	cannotTip why = "tip"      // as far as a neck or a trunk is turned or bent
	unbent    why = "unbent"   // a straight limb does not swing
)

// sayWhy puts it into words.
func (g *Grip) sayWhy(w why) message.Message {
	part := strings.ToLower(g.handle.Name().String())
	limb := "leg"
	if g.handle.arm() {
		limb = "arm"
	}
	switch w {
	case straight:
		return message.New("figure.felt.straight", "The {{.Limb}} is stretched out.", "Limb", limb)
	case planted:
		return message.New("figure.felt.planted", "The {{.Part}} is planted on the floor. Let go to lift it.", "Part", part)
	case resting:
		return message.New("figure.felt.resting", "How high the {{.Part}} is follows from what rests on the floor.", "Part", part)
	case onBody:
		return message.New("figure.felt.on-body", "The {{.Part}} lies on something. Let go to move it away.", "Part", part)
	case cannotTip:
		return message.New("figure.felt.most", "That is as far as this goes.")
	case unbent:
		return message.New("figure.felt.unbent", "The {{.Limb}} is straight, so there is nothing to swing. Bring hand or foot nearer first.", "Limb", limb)
	}
	return message.New("figure.felt.arc", "The {{.Part}} only moves round what it is joined to.", "Part", part)
}

// sayLimit puts what would be wrong into words that need no numbers.
func sayLimit(w finding) message.Message {
	part := w.part()
	switch w.wrong {
	case tooFar:
		return message.New("figure.felt.too-far", "The {{.Part}} cannot reach {{.To}} any more.", "Part", part, "To", w.to)
	case tooClose:
		return message.New("figure.felt.too-close", "The {{.Part}} cannot come nearer to the {{.To}}.", "Part", part, "To", w.to)
	case offContact:
		return message.New("figure.felt.off", "The {{.Part}} would leave {{.To}}.", "Part", part, "To", w.to)
	case inContact:
		return message.New("figure.felt.in", "The {{.Part}} would sink into {{.To}}.", "Part", part, "To", w.to)
	case underFloor:
		return message.New("figure.felt.floor", "The {{.Part}} is on the floor.", "Part", part)
	case kneeBack:
		return message.New("figure.felt.knee-back", "The {{.Part}} would bend backwards.", "Part", part)
	case overBent:
		return message.New("figure.felt.bent", "The {{.Part}} bends no farther than {{.Most}} degrees.", "Part", part, "Most", fmt.Sprintf("%.0f", w.most))
	case legBack:
		return message.New("figure.felt.leg-back", "The {{.Part}} goes no farther behind the hip than {{.Most}} degrees.", "Part", part, "Most", fmt.Sprintf("%.0f", w.most))
	case armBack:
		return message.New("figure.felt.arm-back", "A shoulder turns no farther back.")
	case throughTrunk:
		return message.New("figure.felt.through", "The {{.Part}} would go through the trunk.", "Part", part)
	}
	return message.New("figure.felt.falling", "The figure would fall over: its weight would lie {{.To}} what it stands on.", "To", w.to)
}

// letsGo reports whether what would be wrong is that the moved limb leaves what it is held by.
func (g *Grip) letsGo(w finding) bool {
	h := g.handle
	if h < HandleLeftElbow {
		return false
	}
	switch w.wrong {
	case tooFar, tooClose:
		return h.Ends() && g.q.end(h).hold != free
	case offContact, inContact:
		return ofLimb(w.one, h) && (w.whose == h.side() || w.whose == bothSides)
	}
	return false
}

// The steps that what is moved is written in: whole degrees, and 0.005 statures.
func wholeDegree(deg float64) float64 { return math.Round(deg) + 0 }
func fineStep(v float64) float64      { return math.Round(v*200)/200 + 0 }
func fineSteps(v Vec) Vec             { return Vec{fineStep(v.X), fineStep(v.Y), fineStep(v.Z)} }
func most(v, limit float64) float64   { return clamp(v, -limit, limit) }
