package suggest

import (
	"fmt"
	"time"

	"catcow/routines/message"
)

// Label is the purpose as a choice.
func (p Purpose) Label() message.Message {
	return labels["suggest.for."+string(p)]
}

// Label is the place as a choice.
func (p Place) Label() message.Message {
	return labels["suggest.place."+string(p)]
}

// Label is what hurts as a choice.
func (h Hurt) Label() message.Message {
	return labels["suggest.hurts."+string(h)]
}

var labels = byID(
	message.New("suggest.for.mornings", "Waking up"),
	message.New("suggest.for.desk", "A break at the desk"),
	message.New("suggest.for.before-sport", "Before sport"),
	message.New("suggest.for.after-sport", "After sport"),
	message.New("suggest.for.evening", "Winding down"),
	message.New("suggest.for.back-strength", "A stronger back"),
	message.New("suggest.for.just-move", "Just moving"),
	message.New("suggest.place.floor", "On the floor too"),
	message.New("suggest.place.no-floor", "Standing and sitting"),
	message.New("suggest.place.seated", "On a chair"),
	message.New("suggest.hurts.bending-forward", "Bending forward hurts"),
	message.New("suggest.hurts.leaning-back", "Leaning back hurts"),
	message.New("suggest.hurts.neck", "Neck"),
	message.New("suggest.hurts.shoulder", "Shoulder"),
	message.New("suggest.hurts.wrists", "Wrists"),
	message.New("suggest.hurts.knees", "Knees"),
	message.New("suggest.hurts.balance", "Unsteady or dizzy"),
	message.New("suggest.hurts.pregnant", "Pregnant"),
)

func byID(list ...message.Message) map[string]message.Message {
	out := make(map[string]message.Message, len(list))
	for _, m := range list {
		out[m.ID] = m
	}
	return out
}

// Name is what the routine for these answers is called.
func (a Answers) Name() message.Message {
	a = a.inOrder()
	return a.name(a.Length)
}

// names have the minutes first, so that they sort by length.
var names = map[Purpose]message.Message{
	Mornings:     message.New("suggest.name.mornings", "{{.Minutes}} Minutes to Wake Up"),
	Desk:         message.New("suggest.name.desk", "{{.Minutes}} Minutes at the Desk"),
	BeforeSport:  message.New("suggest.name.before-sport", "{{.Minutes}} Minutes Before Sport"),
	AfterSport:   message.New("suggest.name.after-sport", "{{.Minutes}} Minutes After Sport"),
	Evening:      message.New("suggest.name.evening", "{{.Minutes}} Minutes to Wind Down"),
	BackStrength: message.New("suggest.name.back-strength", "{{.Minutes}} Minutes for a Stronger Back"),
	JustMove:     message.New("suggest.name.just-move", "{{.Minutes}} Minutes of Moving"),
}

func (a Answers) name(length time.Duration) message.Message {
	m := names[a.For]
	return message.New(m.ID, m.Text, "Minutes", minutes(length))
}

// About is one line that says what the routine for these answers does.
func (a Answers) About() message.Message { return abouts[a.inOrder().For] }

var abouts = map[Purpose]message.Message{
	Mornings:     message.New("suggest.about.mornings", "Easy moves to get going, with no deep bending yet."),
	Desk:         message.New("suggest.about.desk", "Up and about, then a few quiet holds before you sit down again."),
	BeforeSport:  message.New("suggest.about.before-sport", "Get warm, loosen up and wake what you are about to use."),
	AfterSport:   message.New("suggest.about.after-sport", "Ease out of it, then give everything its length again."),
	Evening:      message.New("suggest.about.evening", "Soften, hold, and let the day go."),
	BackStrength: message.New("suggest.about.back-strength", "Move, strengthen the back, then ease what has worked."),
	JustMove:     message.New("suggest.about.just-move", "Move first, hold after: a bit of everything for the back."),
}

// phaseNames are what the phases are called.
var phaseNames = byID(
	message.New("suggest.phase.move", "Move"),
	message.New("suggest.phase.strength", "Work"),
	message.New("suggest.phase.hold", "Hold"),
	message.New("suggest.phase.rest", "Rest"),
)

// PhaseName is what a phase of a suggested routine is called, by the English name it has in the content; another name is
// given back as it is.
func PhaseName(english string) message.Message {
	for _, m := range phaseNames {
		if m.Text == english {
			return m
		}
	}
	return message.Message{Text: english}
}

// minutes writes a length in minutes: "7", or "7:30" where it is not a whole number of them.
func minutes(d time.Duration) string {
	if s := int(d / time.Second); s%60 != 0 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprint(int(d / time.Minute))
}
