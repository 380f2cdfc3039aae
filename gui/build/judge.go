package build

import (
	"bytes"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// judgeDeps is what the judgement tells the frame.
type judgeDeps struct {
	Now     func() time.Time
	Mend    func(advice.Mend)
	Go      func(draft.Key)     // show this step or phase
	Length  func(time.Duration) // the length the routine is looked at was chosen
	TryStep func()              // play only what is seen; nil: not offered
	Post    func(func())        // onto Fyne's goroutine; nil: fyne.Do
}

// judged is what is to be judged.
type judged struct {
	Draft     draft.Draft
	Catalogue *exercise.Catalogue
	Exercise  *exercise.Exercise // the chosen step's, or the shelf's; nil: none is chosen
	Step      *draft.Step        // the chosen step; nil where the exercise is the shelf's
	Length    time.Duration      // the chosen length; 0 is the natural one
	Pace      plan.Pace
	Floor     time.Duration
	Warm      bool
	Tones     parts.Tones
}

// judge shows what is chosen in motion, how long the routine is, and what is known about it. Everything is worked out
// once for a change, never for a frame, and not at all while nobody sees it.
type judge struct {
	widget.BaseWidget
	deps judgeDeps
	in   judged
	seen bool // something was set

	shown   verdict
	working bool    // a long routine is being looked at beside the window's own work
	next    *judged // what is to be looked at then

	stage    *parts.Stage
	mover    *parts.Mover
	name     *parts.Label
	about    *parts.Label
	care     *parts.Label
	try      *parts.Button
	subject  *fyne.Container
	length   *judgeLength
	mistakes *mistakes
	advices  *advices
	good     *goods
	all      *fyne.Container
	scroll   *parts.Scroll
}

const (
	// judgeStill is how long the still is shown before the figure moves.
	judgeStill = 900 * time.Millisecond
	// previewEvery is the time between two pictures of anything that moves here: each repaints the whole window, which has
	// more on it than that of a session.
	previewEvery = 80 * time.Millisecond
	// judgeRim is the scroll's room left and right, for focus rings and at the right also for its bar.
	judgeRim = 4
	judgeGap = 14
)

func newJudge(d judgeDeps) *judge {
	j := &judge{deps: d, stage: parts.NewStage()}
	j.mover = parts.NewMover(d.Now, judgeStill)
	j.mover.Every = previewEvery
	j.mover.Busy = j.stage.Busy
	j.mover.Show = func(m figure.Moment, still bool, now time.Time) {
		j.stage.Set(parts.Shot{Exercise: j.in.Exercise, Side: parts.FaceSide(j.in.Exercise), Moment: m, Preview: still}, now)
	}
	j.name = parts.NewParagraph("", look.CardTitle, look.Ink).SetBold(true)
	j.about = parts.NewParagraph("", look.Small, look.Quiet)
	j.care = parts.NewParagraph("", look.Small, look.AccentInk)
	j.try = parts.NewButton("", look.IconPlay, func() { d.TryStep() }).SetCompact(true).SetName(look.T("build.judge.try", "Try this step"))
	j.subject = parts.NewColumn(look.S2, parts.NewPlaced(stageAt, j.stage, j.try), parts.NewColumn(2, j.name, j.about, j.care))
	j.length = newJudgeLength(j)
	j.mistakes, j.advices, j.good = newMistakes(j), newAdvices(j), newGoods()
	j.all = parts.NewColumn(judgeGap, j.subject, j.mistakes.all, j.length.all, j.advices.all, j.good)
	j.scroll = parts.NewScroll(parts.NewInset(0, judgeRim, look.S6, j.all))
	j.ExtendBaseWidget(j)
	return j
}

// stageAt gives the stage the shape of the drawn screen, and not more of a high one than it needs. What plays it stands in
// its corner, where figures seldom reach.
func stageAt(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	h := min(width*0.72, 240)
	if at != nil {
		m := o[1].MinSize()
		at(o[0], fyne.Position{}, fyne.NewSize(width, h))
		at(o[1], fyne.NewPos(width-m.Width-look.S2-2, look.S2+2), m)
	}
	return h
}

// Set takes what is to be judged. What has not changed is not worked out again.
func (j *judge) Set(in judged) {
	was := j.in
	first := !j.seen
	j.in = in
	if !j.Visible() {
		j.seen = false // all is worked out once it is shown
		return
	}
	j.seen = true
	if first || in.Exercise != was.Exercise || in.Tones != was.Tones {
		j.showSubject()
	}
	j.sayDose()
	text := first || !bytes.Equal(in.Draft.Text, was.Draft.Text) || in.Draft.ID != was.Draft.ID || in.Catalogue != was.Catalogue
	if text || in.Pace != was.Pace || in.Floor != was.Floor || in.Warm != was.Warm {
		j.weigh()
	} else if in.Length != was.Length {
		j.length.fit(in)
	}
	j.relayout()
}

// steps counts the steps of a content.
func steps(c draft.Content) (n int) {
	for _, ph := range c.Phases {
		n += len(ph.Steps)
	}
	return n
}

// showSubject shows the exercise that is chosen.
func (j *judge) showSubject() {
	e := j.in.Exercise
	j.mover.Take(e)
	parts.Show(j.subject, e != nil)
	if e == nil {
		return
	}
	j.stage.SetKind(e.Kind)
	j.stage.SetTones(j.in.Tones)
	j.mover.Show(figure.Still(), true, j.deps.Now())
	j.name.SetText(e.Name)
	j.care.SetText(careFor(e))
	parts.Show(j.care, j.care.Text() != "")
	j.move()
}

// sayDose says what the exercise is, and how much of it the step asks for.
func (j *judge) sayDose() {
	e := j.in.Exercise
	parts.Show(j.try, j.in.Step != nil && j.deps.TryStep != nil)
	if e == nil {
		return
	}
	j.about.SetText(look.KindLine(e) + " · " + look.Dose(e, doseOf(j.in.Step, e)))
}

// move lets the figure move where it is seen.
func (j *judge) move() {
	if j.in.Exercise != nil && j.Visible() && fyne.CurrentApp().Driver().CanvasForObject(j) != nil {
		j.mover.Go()
		j.mover.KeepTicking()
	}
}

// Show lets the figure go on.
func (j *judge) Show() {
	j.BaseWidget.Show()
	if !j.seen && j.in.Catalogue != nil {
		j.Set(j.in)
	}
	j.move()
}

// Hide lets it rest.
func (j *judge) Hide() {
	j.mover.Halt()
	j.BaseWidget.Hide()
}

// relayout gives everything the room it needs now.
func (j *judge) relayout() {
	j.all.Refresh()
	j.scroll.Relayout()
}

// focus gives something the keyboard.
func (j *judge) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(j); c != nil {
		c.Focus(o)
	}
}

// Contents lists what the judgement holds.
func (j *judge) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{j.scroll} }

// CreateRenderer lays the judgement out.
func (j *judge) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{j.scroll}}
	r.Least = func() fyne.Size { return fyne.NewSize(200, 160) }
	r.Place = func(size fyne.Size) {
		parts.Put(j.scroll, -judgeRim, 0, size.Width+2*judgeRim, size.Height)
		j.move()
	}
	r.Renew = func() {
		r.Place(j.Size())
		j.scroll.Refresh()
	}
	return r
}
