package share

import (
	"fmt"
	"strings"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// Words is how a text is said. What is nil is said in English, and cautions not at all.
type Words struct {
	Say     func(message.Message) string
	Caution func(tag string) string // who should take care, in words that follow "if"
}

func (w Words) say(m message.Message) string {
	if w.Say != nil {
		return w.Say(m)
	}
	return m.String()
}

// AsText writes a routine as plain text, as one would send it in a chat: what it is for, how long it takes, its steps by
// phase with doses and sides in words, its notes, and who should take care. The input says the length and the pace, as for
// any plan; the error is the plan's *plan.Refusal.
func AsText(in plan.Input, w Words) (string, error) {
	p, err := plan.Fit(in)
	if err != nil {
		return "", err
	}
	r := in.Routine
	var b strings.Builder
	line := func(s string) {
		if s != "" {
			b.WriteString(s + "\n")
		}
	}
	line(r.Name)
	line(r.About)
	if r.For != "" {
		line(w.say(message.New("share.text.for", "For: {{.Who}}", "Who", r.For)))
	}
	if r.When != "" {
		line(w.say(message.New("share.text.when", "When: {{.When}}", "When", r.When)))
	}
	line(w.length(p.Length))
	n := 0
	for i, ph := range p.Phases {
		b.WriteString("\n")
		if ph.Kind == exercise.Activity {
			line(w.activity(p, i))
			continue
		}
		line(w.say(message.New("share.text.phase", "{{.Name}} ({{.Length}})", "Name", ph.Name, "Length", clock(ph.Length))))
		for _, st := range steps(p, i) {
			n++
			text := fmt.Sprintf("%d. %s: %s", n, st.exercise.Name, w.dose(st))
			line(text + noted(st.note))
		}
	}
	if len(r.Notes) > 0 {
		b.WriteString("\n")
		for _, note := range r.Notes {
			line(note)
		}
	}
	b.WriteString("\n")
	line(w.care(r.Phases == nil, cautions(Exercises(r))))
	return b.String(), nil
}

// care says who should take care. Whether something suits a person is for them to say, never for a text.
func (w Words) care(nobody bool, tags []string) string {
	ease := w.say(message.New("share.text.ease", "It should never hurt: ease off, or leave out what does."))
	if nobody || len(tags) == 0 || w.Caution == nil {
		return ease
	}
	var who []string
	for _, tag := range tags {
		if s := w.Caution(tag); s != "" {
			who = append(who, s)
		}
	}
	return ease + "\n" + w.say(message.New("share.text.care", "Ask someone who knows you before you start, if: {{.Who}}.", "Who", strings.Join(who, " · ")))
}

// done is a step as it is played.
type done struct {
	exercise *exercise.Exercise
	reps     int
	tempo    time.Duration
	hold     time.Duration // the longest; rounds of one step are alike
	rounds   int
	perSide  bool
	note     string
}

// steps are the steps of a phase of a plan.
func steps(p *plan.Plan, phase int) []done {
	var out []done
	last := -1
	for _, s := range p.Segments {
		if s.Phase != phase || s.Kind != plan.Work {
			continue
		}
		if s.Step != last {
			last = s.Step
			out = append(out, done{exercise: s.Exercise, rounds: max(s.Rounds, 1), note: s.Note})
		}
		d := &out[len(out)-1]
		d.reps, d.tempo = s.Reps, s.Tempo
		if s.Reps == 0 {
			d.hold = max(d.hold, s.Length)
		}
		d.perSide = d.perSide || s.Side == plan.SideLeft || s.Side == plan.SideRight
	}
	return out
}

// noted is a note behind what it is about, or "".
func noted(note string) string {
	if note == "" {
		return ""
	}
	return " (" + note + ")"
}

// activity is an activity phase: how long it is to be, or that this is for the day to say.
func (w Words) activity(p *plan.Plan, phase int) string {
	name := p.Phases[phase].Name
	for _, s := range p.Segments {
		if s.Phase != phase {
			continue
		}
		if s.Asked > 0 {
			return w.say(message.New("share.text.timed", "{{.Name}}: {{.Length}} min", "Name", name, "Length", minutes(s.Asked))) + noted(s.Note)
		}
		return w.say(message.New("share.text.activity", "{{.Name}}: as long as the day needs", "Name", name)) + noted(s.Note)
	}
	return name
}

// dose is how much of a step is done: "8 times, 6 s each, on each side".
func (w Words) dose(d done) string {
	var text string
	switch {
	case d.reps > 0 && d.exercise.Dose.Mode == exercise.Alternate:
		text = w.say(message.New("share.text.alternate", "{{.Count}} times, {{.Tempo}} s each, changing sides", "Count", d.reps, "Tempo", seconds(d.tempo)))
	case d.reps > 0:
		text = w.say(message.New("share.text.reps", "{{.Count}} times, {{.Tempo}} s each", "Count", d.reps, "Tempo", seconds(d.tempo)))
	default:
		text = w.say(message.New("share.text.hold", "hold {{.Time}} s", "Time", seconds(d.hold)))
	}
	if d.perSide {
		text = w.say(message.New("share.text.sides", "{{.Dose}}, on each side", "Dose", text))
	}
	if d.rounds > 1 {
		text = w.say(message.New("share.text.rounds", "{{.Dose}}, {{.Rounds}} rounds", "Dose", text, "Rounds", d.rounds))
	}
	return text
}

// length is how long it takes, in minutes, or to the second where it is no whole number of them.
func (w Words) length(d time.Duration) string {
	if d%time.Minute == 0 {
		return w.say(message.New("share.text.minutes", "Takes {{.Minutes}} min", "Minutes", int(d/time.Minute)))
	}
	return w.say(message.New("share.text.clock", "Takes {{.Clock}} min", "Clock", clock(d)))
}

func seconds(d time.Duration) int { return int(d / time.Second) }

// minutes is a length in minutes: "5", or "2:30" where it is no whole number of them.
func minutes(d time.Duration) string {
	if d%time.Minute == 0 {
		return fmt.Sprint(int(d / time.Minute))
	}
	return clock(d)
}

func clock(d time.Duration) string { return fmt.Sprintf("%d:%02d", seconds(d)/60, seconds(d)%60) }
