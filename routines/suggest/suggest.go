// Package suggest answers a question with a sound routine.
//
// In goes what a person says in four taps: what for, how long, where, and what hurts; out comes the content of a
// routine that is in order: movement first and holds last, both sides, nothing that a caution speaks against, and of
// about that length. Where that cannot be had, it says so plainly and gives the nearest that can. Pure and deterministic:
// the same answers and the same catalogue always give the same routine.
package suggest

import (
	"slices"
	"time"

	"catcow/routines/exercise"
)

// Purpose is what a person wants to move for.
type Purpose string

// The purposes. JustMove is what is meant when nothing is said.
const (
	Mornings     Purpose = "mornings"
	Desk         Purpose = "desk"
	BeforeSport  Purpose = "before-sport"
	AfterSport   Purpose = "after-sport"
	Evening      Purpose = "evening"
	BackStrength Purpose = "back-strength"
	JustMove     Purpose = "just-move"
)

// Purposes lists the purposes in the order to ask for them.
var Purposes = []Purpose{Mornings, Desk, BeforeSport, AfterSport, Evening, BackStrength, JustMove}

// Place is how far down a person can or wants to go.
type Place string

// The places. Floor is what is meant when nothing is said.
const (
	Floor   Place = "floor"    // anything, down to lying on a mat
	NoFloor Place = "no-floor" // standing, or on a chair
	Seated  Place = "seated"   // on a chair throughout
)

// Places lists the places from the freest to the narrowest.
var Places = []Place{Floor, NoFloor, Seated}

// Hurt is what hurts or needs care, in plain words.
type Hurt string

// The choices. Each leaves out every exercise with a caution for it.
const (
	BendingForward Hurt = "bending-forward"
	LeaningBack    Hurt = "leaning-back"
	Knees          Hurt = "knees"
	Wrists         Hurt = "wrists"
	Shoulder       Hurt = "shoulder"
	Neck           Hurt = "neck"
	Pregnant       Hurt = "pregnant"
	Balance        Hurt = "balance"
)

// Hurts lists the choices in the order to ask for them.
var Hurts = []Hurt{BendingForward, LeaningBack, Neck, Shoulder, Wrists, Knees, Balance, Pregnant}

// The lengths that can be asked for; past 45 minutes a second routine is the better answer (exercise-science note 5.5).
const (
	LeastLength = 2 * time.Minute
	MostLength  = 45 * time.Minute
)

// Lengths are those worth offering as buttons.
var Lengths = []time.Duration{3 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 20 * time.Minute, 30 * time.Minute}

// Answers is what a person answered. The zero value asks for ten minutes of moving on a mat, with nothing that hurts.
type Answers struct {
	For    Purpose       // "": JustMove
	Length time.Duration // LeastLength to MostLength, others count as the nearer; 0: ten minutes
	Place  Place         // "": Floor
	Hurts  []Hurt
	// Have is what is at hand beside a mat, a chair, a wall, a doorway and a towel: "foam-roller", "ball".
	Have []string
}

// usualLength is what counts when no length is asked for: 10 to 15 minutes, four or five times a week, is above
// what the trials need (Thomas 2018).
const usualLength = 10 * time.Minute

// inOrder is the answers with what was left out filled in and what is unknown left out.
func (a Answers) inOrder() Answers {
	if !slices.Contains(Purposes, a.For) {
		a.For = JustMove
	}
	if !slices.Contains(Places, a.Place) {
		a.Place = Floor
	}
	if a.Length <= 0 {
		a.Length = usualLength
	}
	a.Length = min(max(a.Length.Truncate(time.Second), LeastLength), MostLength)
	return a
}

// hurtful are the cautions and the loads that what hurts speaks against. Careful practice, not trial results (note 6.9).
var hurtful = map[Hurt]struct{ cautions, loads []string }{
	BendingForward: {[]string{"disc-flexion"}, []string{"flexion-end"}},
	LeaningBack:    {[]string{"extension-pain"}, []string{"extension-end"}},
	Knees:          {[]string{"knee"}, nil},
	Wrists:         {[]string{"wrist"}, nil},
	Shoulder:       {[]string{"shoulder"}, nil},
	Neck:           {[]string{"neck"}, nil},
	Pregnant:       {[]string{"preg-supine", "preg-prone", "preg-late", "preg-twist", "preg-knees-together", "diastasis"}, nil},
	Balance:        {[]string{"balance", "vertigo"}, nil},
}

// Cautions lists the cautions, of exercise.Cautions, of everything that hurts: no exercise with one of them is used.
func (a Answers) Cautions() []string {
	var out []string
	for _, h := range Hurts {
		if slices.Contains(a.Hurts, h) {
			out = append(out, hurtful[h].cautions...)
		}
	}
	return out
}

// atHand is what most rooms have.
var atHand = []string{"mat", "chair", "chair-or-bench", "wall", "wall-or-chair", "doorway", "strap-or-towel"}

// Suits reports whether an exercise may be used: nothing speaks against it, it is not too far down, and what it needs
// is at hand.
func (a Answers) Suits(e *exercise.Exercise) bool {
	a = a.inOrder()
	switch a.Place {
	case Seated:
		if e.Position != exercise.SeatedChair {
			return false
		}
	case NoFloor:
		if e.Position.OnFloor() || slices.Contains(e.Equipment, "mat") {
			return false
		}
	}
	for _, h := range a.Hurts {
		if overlap(e.AvoidIf, hurtful[h].cautions) || overlap(e.Load, hurtful[h].loads) {
			return false
		}
	}
	return !slices.ContainsFunc(e.Equipment, func(q string) bool { return !a.has(q) })
}

// has reports whether something an exercise uses is at hand, or only makes it more comfortable.
func (a Answers) has(q string) bool {
	switch q {
	case "strap-optional", "pillow-optional", "cushion-optional":
		return true
	case "step-or-chair":
		return true
	}
	return slices.Contains(atHand, q) || slices.Contains(a.Have, q)
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
