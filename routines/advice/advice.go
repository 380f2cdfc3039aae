// Package advice is the check of a routine beyond its mistakes: what is worth changing, why, and who found it out.
//
// In goes a routine being written; out comes what is in order, and advice in plain words, the most important first, each
// with its reason, its source and, where one exists, a mend that can be applied with one click. Advice never blocks: a
// routine with advice is played like any other, and what the plan puts right by itself is said. Pure and deterministic.
package advice

import (
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Advice is one thing worth changing.
type Advice struct {
	Rule    string          // stable id of the rule, such as "cold-hold"
	Keys    []draft.Key     // the steps or phases it is about, in their order; none when it is about the head of the file
	Field   string          // the key in the head of the file it is about, such as "longest", or ""
	Message message.Message // one or two short sentences
	Reason  message.Message // why, for whoever asks
	Source  string          // who found it out, such as "Behm 2016"; "" where it is our own practice, which Reason then says
	Mend    *Mend           // nil where none exists
}

// Mend is a change that makes an advice go away.
type Mend struct {
	Label message.Message // what it does, in the imperative
	// Apply makes the change. It finds its steps by their keys, so it does no harm to a routine that was changed since.
	Apply func(*draft.Content)
}

// Of is what is in order, in few words, and what is worth changing, the most important first. Of a routine with mistakes
// nothing is said to be in order, and advice only where it does not depend on them.
func Of(d draft.Draft, cat *exercise.Catalogue) (good []message.Message, advice []Advice) {
	v := look(d.Content, d.Routine, cat)
	for _, rule := range rules {
		advice = append(advice, rule(v)...)
	}
	if d.Routine != nil {
		good = v.good(advice)
	}
	return good, advice
}

// rules are all rules, the most important first: what wastes a side or skips the warm-up, then what the evidence speaks
// against, then what makes a routine pleasant, then what only shows when it is made shorter or longer.
var rules = []func(*view) []Advice{
	oneSided,
	coldHold,
	holdsBeforeEffort,
	rollerOnSpine,
	sidesByHand,
	overTarget,
	veryLong,
	coldStrength,
	floorTrips,
	oneDirection,
	shortStretches,
	longStrengthHolds,
	longRolling,
	noBreath,
	promisedLengths,
	nothingDroppable,
	warmUpDroppable,
	idleExtras,
}
