package paper

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// words are the sheet's own.
func (s Speech) words() Words {
	return Words{
		Name: s.say(message.New("paper.name", "Name")), Date: s.say(message.New("paper.date", "Date")),
		Honest: s.say(message.New("paper.honest", "Go slowly and only as far as is comfortable. Stop when it hurts sharply, tingles or goes numb. "+
			"This sheet does not replace advice from someone who knows you.")),
		Care:  s.say(message.New("paper.care", "Leave out the exercises in brackets, or take the easier form, if")),
		Notes: s.say(message.New("paper.notes", "Worth knowing")), Own: s.say(message.New("paper.own", "Room for notes")),
		Breath: s.say(message.New("paper.breath", "Breath:")), Mistake: s.say(message.New("paper.mistake", "Avoid:")),
		Easier: s.say(message.New("paper.easier", "Easier:")), Note: s.say(message.New("paper.note", "Note:")),
		Feel: s.say(message.New("paper.feel", "where you feel it")), Tick: s.say(message.New("paper.tick", "a box to tick each day")),
		Made: s.say(message.New("paper.made", "Made with Catcow")),
		Page: func(n, of int) string {
			return s.say(message.New("paper.page", "page {{.Page}} of {{.Pages}}", "Page", n, "Pages", of))
		},
	}
}

// dose is how much is done, in words; what it says holds for each side.
func (w *writer) dose(work []plan.Segment) string {
	s, first := w.speech, work[0]
	rounds := max(first.Rounds, 1)
	if first.Reps > 0 {
		reps, tempo := first.Reps, s.time(first.Tempo)
		if rounds > 1 {
			return s.say(message.New("paper.dose.sets", "{{.Rounds}} × {{.Reps}} slow repetitions of {{.Tempo}}", "Rounds", rounds, "Reps", reps, "Tempo", tempo))
		}
		return s.say(message.New("paper.dose.reps", "{{.Reps}} slow repetitions of {{.Tempo}}", "Reps", reps, "Tempo", tempo))
	}
	long := longest(work)
	switch {
	case first.Exercise.Kind == exercise.Release && rounds == 1:
		return s.say(message.New("paper.dose.release", "{{.Length}}, at ease", "Length", s.time(long)))
	case rounds > 1:
		return s.say(message.New("paper.dose.holds", "Hold {{.Rounds}} × {{.Length}}", "Rounds", rounds, "Length", s.time(long)))
	}
	return s.say(message.New("paper.dose.hold", "Hold {{.Length}}", "Length", s.time(long)))
}

// longest is the longest of some segments; a plan makes those of one step equal.
func longest(work []plan.Segment) time.Duration {
	most := time.Duration(0)
	for _, s := range work {
		most = max(most, s.Length)
	}
	return most
}

// sides says how the sides take turns, and which the figure shows: the first.
func (w *writer) sides(e *exercise.Exercise, work []plan.Segment) (string, figure.Side) {
	s := w.speech
	if e.Sides != exercise.LeftRight {
		return "", figure.Both
	}
	if e.Dose.Mode == exercise.Alternate {
		return s.say(message.New("paper.sides.turns", "left and right in turn")), figure.Left
	}
	if work[0].Side == plan.SideRight {
		return s.say(message.New("paper.sides.right", "each side: right, then left")), figure.Right
	}
	return s.say(message.New("paper.sides.left", "each side: left, then right")), figure.Left
}

// thing is what an exercise cannot be done without, as exercise.Equipments names it, or "".
func (s Speech) thing(equipment string) string {
	switch equipment {
	case "mat":
		return s.say(message.New("need.mat", "a mat"))
	case "chair":
		return s.say(message.New("need.chair", "a firm chair"))
	case "chair-or-bench":
		return s.say(message.New("need.chair-or-bench", "a chair or a bench"))
	case "step-or-chair":
		return s.say(message.New("need.step-or-chair", "a step or a chair"))
	case "wall":
		return s.say(message.New("need.wall", "a wall"))
	case "wall-or-chair":
		return s.say(message.New("need.wall-or-chair", "a wall or a chair"))
	case "doorway":
		return s.say(message.New("need.doorway", "a doorway"))
	case "foam-roller":
		return s.say(message.New("need.roller", "a foam roller"))
	case "ball":
		return s.say(message.New("need.ball", "a tennis ball"))
	case "strap-or-towel":
		return s.say(message.New("need.strap", "a strap or a towel"))
	}
	return ""
}

// lowerFirst makes the first letter small, except where the whole first word is in capitals.
func lowerFirst(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[n:])
	if n == 0 || unicode.IsUpper(second) {
		return text
	}
	return strings.ToLower(string(first)) + text[n:]
}
