package today

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// offer is the big card: figures on a tinted stage, the routine in words, its phases, how long, and Start. Where a
// length is not possible it says why, with the nearest one that is as a button.
type offer struct {
	widget.BaseWidget
	thumbs []*parts.Thumb
	kinds  []exercise.Kind // of the thumbs: the tint of each one's part of the stage

	name, facts *parts.Label
	about       *parts.Label
	bar         *parts.PhaseBar
	slider      *parts.LengthSlider
	refusal     *parts.Label
	nearest     *parts.Button
	status      *parts.Label // what the length changes
	end         *parts.Label // when it ends; beside Start, or the last of status where there is no room
	both        *parts.Label // status and end as one text
	start       *parts.Button
	another     *parts.Button

	askLength   func(time.Duration)
	showRoutine func(id string)
	ready       bool // there is a plan to start
	pinned      bool // Start and what it says stand on the screen's own bar
}

func newOffer(begin func(), ask func(time.Duration), another func(), showRoutine func(string)) *offer {
	o := &offer{
		askLength: ask, showRoutine: showRoutine,
		name:    parts.NewLabel("", 22, look.Ink, true),
		facts:   parts.NewLabel("", look.Body-1, look.Quiet, false),
		about:   parts.NewParagraph("", look.Body, look.Quiet),
		bar:     parts.NewPhaseBar(nil),
		slider:  parts.NewLengthSlider(nil, 0, ask),
		refusal: parts.NewParagraph("", look.Body, look.DangerInk),
		nearest: parts.NewButton("", "", nil).SetRank(parts.Warm),
		status:  parts.NewParagraph("", look.Body, look.Quiet),
		end:     parts.NewLabel("", look.Body, look.Quiet, false),
		both:    parts.NewParagraph("", look.Body, look.Quiet),
		start:   parts.NewButton(look.T("today.start", "Start"), look.IconPlay, begin).SetRank(parts.Primary).SetHint(look.T("today.start.key", "Enter")),
		another: parts.NewButton(look.T("today.another", "Show another"), look.IconAgain, another).SetRank(parts.Bare),
	}
	o.ExtendBaseWidget(o)
	return o
}

// set shows a choice.
func (o *offer) set(c choice, tones parts.Tones, end string) {
	shown := c.routine != nil
	o.ready = c.plan != nil
	setShown(shown, o.name, o.facts, o.about, o.slider, o.another)
	setShown(shown && !o.pinned, o.start)
	setShown(o.ready, o.bar)
	setShown(shown && c.refusal != nil, o.refusal, o.nearest)
	o.thumbs, o.kinds = nil, nil
	if !shown {
		o.say("", "")
		o.Refresh()
		return
	}
	said := ""
	o.name.SetText(c.routine.Name)
	o.about.SetText(c.routine.About)
	setShown(c.routine.About != "", o.about)
	o.slider.SetOffers(c.offers, c.length)
	setShown(len(c.offers) > 1, o.slider)
	if c.plan != nil {
		o.facts.SetText(facts(c.plan))
		o.bar.Set(parts.Shares(c.plan))
		said = changes(c.plan)
		o.start.Enable()
	} else {
		o.facts.SetText("")
		o.start.Disable()
		o.refuse(c.refusal)
	}
	if c.example != nil {
		for _, e := range portraits(c.example) {
			o.thumbs = append(o.thumbs, parts.NewThumb(e, parts.FaceSide(e), tones, fyne.NewSize(96, 96)).SetBare(true))
			o.kinds = append(o.kinds, e.Kind)
		}
	}
	o.say(said, end)
	o.Refresh()
}

// refuse says why a length cannot be and offers what can.
func (o *offer) refuse(r *plan.Refusal) {
	o.refusal.SetText(look.Say(r.Message))
	switch {
	case r.Nearest > 0:
		near := r.Nearest
		o.nearest.SetFace(look.T("today.take", "Take {{.Length}}", map[string]any{"Length": length(near)}), look.IconLength)
		o.nearest.OnTapped = func() { o.askLength(near) }
	case r.Other != "":
		other := r.Other
		o.nearest.SetFace(look.T("today.show-other", "Show one that fits"), look.IconNext)
		o.nearest.OnTapped = func() { o.showRoutine(other) }
	default:
		o.nearest.Hide()
	}
}

// say says what the length changes and when a session started now would end.
func (o *offer) say(changes, end string) {
	o.status.SetText(changes)
	o.setEnd(end)
}

// setEnd says when a session started now would end.
func (o *offer) setEnd(end string) {
	o.end.SetText(end)
	if changes := o.status.Text(); changes != "" && end != "" {
		end = changes + between + end
	}
	o.both.SetText(end)
}

// setPinned leaves Start and what it says out of the card.
func (o *offer) setPinned(on bool) {
	if o.pinned != on {
		o.pinned = on
		setShown(!on && o.name.Visible(), o.start)
		o.Refresh()
	}
}

// Contents lists what the card holds, in the order Tab walks it: Start comes before the way to another routine.
func (o *offer) Contents() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		o.name, o.facts, o.about, o.bar, o.slider, o.refusal, o.nearest, o.status, o.both, o.start, o.end, o.another,
	}
}

func setShown(on bool, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
