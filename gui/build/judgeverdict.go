package build

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/routines/advice"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// verdict is what is known about a routine: how long it is, the lengths it can have, and what the check says.
type verdict struct {
	in      judged
	blank   bool // there is nothing in it yet
	natural time.Duration
	offers  []time.Duration
	good    []message.Message
	advice  []advice.Advice
}

// verdictOf works it out. It knows no screen and may be asked on any goroutine.
func verdictOf(in judged) verdict {
	v := verdict{in: in, blank: steps(in.Draft.Content) == 0 && !in.Draft.Damaged}
	if !v.blank {
		v.good, v.advice = advice.Of(in.Draft, in.Catalogue)
	}
	if in.Draft.Routine != nil {
		v.natural = plan.Natural(in.Draft.Routine, in.Pace)
		v.offers = plan.Offers(in.plan(0))
	}
	return v
}

// atOnce is how many steps a routine may have to be looked at without anyone noticing: 40 take 4 ms, 200 take 80.
const atOnce = 40

// weigh works out anew what is known about the routine: at once, or, of a long one, beside the window's own work, so that
// no stepper has to wait for it.
func (j *judge) weigh() {
	if steps(j.in.Draft.Content) <= atOnce {
		j.next = nil
		j.take(verdictOf(j.in))
		return
	}
	in := j.in
	if j.working {
		j.next = &in
		return
	}
	j.working = true
	post := j.deps.Post
	if post == nil {
		post = fyne.Do
	}
	go func() {
		v := verdictOf(in)
		post(func() {
			j.working = false
			if steps(j.in.Draft.Content) > atOnce {
				j.take(v)
				j.relayout()
			}
			if j.next != nil {
				j.next = nil
				j.weigh()
			}
		})
	}()
}

// take shows a verdict.
func (j *judge) take(v verdict) {
	j.shown = v
	j.length.set(v)
	j.mistakes.set(v.in.Draft, v.blank)
	j.advices.set(v.in.Draft, v.advice)
	j.good.set(v.good)
}
