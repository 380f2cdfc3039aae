package pose

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// frame is the exercise that is open: what it is called, the stage with the key poses under it, and beside it everything
// else there is to say. Where there is no room beside the stage, the two take turns.
type frame struct {
	widget.BaseWidget
	s *Screen

	back, undo, redo, save, swap *parts.Button
	title, status                *parts.Label

	easel   *easel
	picture *parts.Stage // in the place of the easel where a picture is shown
	felts   *felts
	tools   *tools
	strip   *strip

	tabs   *parts.Flow
	names  []*parts.Chip
	tab    int
	panes  []*pane
	clash  *clash
	mover  *parts.Mover
	narrow bool // the panel takes turns with the stage
	aside  bool // and it is the panel's
}

func newFrame(s *Screen) *frame {
	f := &frame{s: s, easel: newEasel(s), picture: parts.NewStage()}
	f.back = parts.NewButton(look.T("pose.done", "Done"), look.IconChevronLeft, s.done).SetCompact(true).SetRank(parts.Bare).SetHint(look.T("pose.done.key", "Esc"))
	f.undo = parts.NewButton("", look.IconUndo, s.undo).SetCompact(true).SetTight(true).SetName(look.T("pose.undo", "Undo"))
	f.redo = parts.NewButton("", look.IconRedo, s.redo).SetCompact(true).SetTight(true).SetName(look.T("pose.redo", "Redo"))
	f.save = parts.NewButton(look.T("pose.save", "Save"), look.IconSave, s.save).SetCompact(true).SetRank(parts.Primary)
	f.swap = parts.NewButton("", "", func() {
		f.aside = !f.aside
		f.Refresh()
	}).SetCompact(true)
	f.title = parts.NewLabel("", look.ScreenTitle, look.Ink, true)
	f.status = parts.NewLabel("", look.Small, look.Quiet, false)
	f.felts = newFelts(s.letGo)
	f.tools, f.strip = newTools(s, f), newStrip(s)
	f.panes = []*pane{newPosePane(s), newWordsPane(s), newDosePane(s)}
	var tabs []fyne.CanvasObject
	for i, name := range []string{look.T("pose.tab.pose", "Pose"), look.T("pose.tab.words", "Words"), look.T("pose.tab.dose", "Dose")} {
		c := parts.NewChip(name, i == 0, func(bool) { f.choose(i) })
		f.names, tabs = append(f.names, c), append(tabs, c)
	}
	f.tabs = parts.NewFlow(look.S2, tabs...)
	f.clash = newClash(s)
	f.clash.Hide()
	f.mover = parts.NewMover(s.deps.Now, 0)
	f.mover.Show = func(m figure.Moment, _ bool, _ time.Time) {
		f.easel.moment = m
		f.easel.draw()
	}
	f.mover.Changed = f.playing
	f.ExtendBaseWidget(f)
	return f
}

// opened shows an exercise that has just been opened.
func (f *frame) opened() {
	f.halt()
	f.easel.view, f.easel.both, f.easel.turn, f.easel.hasChosen = "", false, false, false
	f.easel.picking, f.easel.frame = nil, figure.Rect{}
	if fig := f.s.work.figure(); fig != nil {
		f.easel.both = symmetric(fig)
	}
	f.clash.close()
	f.aside = false
	f.felt(figure.Felt{})
	f.choose(0)
	f.strip.anew()
	f.easel.show(true)
	f.show()
	f.s.unfocus()
}

// symmetric reports whether a figure is its own mirror image in its first pose, so that both sides are usually meant.
func symmetric(fig *figure.Figure) bool {
	a, b := fig.Handles(0, figure.Options{}), fig.Mirrored(0).Handles(0, figure.Options{})
	for i := range a {
		if dx, dy := a[i].At.X-b[i].At.X, a[i].At.Y-b[i].At.Y; dx*dx+dy*dy > 1e-4 {
			return false
		}
	}
	return true
}

// choose shows a tab of the panel.
func (f *frame) choose(tab int) {
	f.tab = tab
	for i, c := range f.names {
		c.SetOn(i == tab)
		parts.Show(f.panes[i], i == tab)
	}
	if f.s.work != nil {
		f.panes[tab].show()
	}
	f.Refresh()
}

// show brings everything up to date with what the exercise says now.
func (f *frame) show() {
	w := f.s.work
	if w == nil {
		return
	}
	name := w.now.file.Name
	if name == "" {
		name = look.T("pose.unnamed", "No name yet")
	}
	f.title.SetText(name)
	f.status.SetText(f.s.status())
	enable(f.undo, len(w.back) > 0)
	enable(f.redo, len(w.redo) > 0)
	enable(f.save, w.dirty())
	drawn := w.figure() != nil
	parts.Show(f.easel, drawn)
	parts.Show(f.picture, !drawn)
	parts.Show(f.strip, drawn)
	parts.Show(f.tools, drawn)
	if drawn {
		f.easel.show(false)
		f.strip.show()
		f.tools.show()
	} else {
		f.picture.SetKind(exercise.Kind(w.now.file.Kind))
		f.picture.Set(parts.Shot{Exercise: &exercise.Exercise{
			Kind: exercise.Kind(w.now.file.Kind), Picture: f.s.picturePath(w.now.file.Picture),
		}}, f.s.deps.Now())
	}
	f.panes[f.tab].show()
	f.s.verifySoon()
	f.Refresh()
}

// about shows what is about the handle that was chosen.
func (f *frame) about() { f.panes[0].show() }

// felt says what stopped a handle.
func (f *frame) felt(t figure.Felt) {
	text := ""
	if !t.Free() {
		text = look.Say(t.Limit)
	}
	f.say(text, t.LetGo)
}

// say says something at the foot of the stage.
func (f *frame) say(text string, letGo bool) {
	f.felts.say(text, letGo)
	f.placeFelts()
}

func (f *frame) placeFelts() {
	at, size := f.easel.Position(), f.easel.Size()
	f.felts.put(at.X, at.Y, size.Width, size.Height)
}

// playing shows what the play button does.
func (f *frame) playing() {
	f.easel.playing = f.mover.Playing()
	if !f.easel.playing {
		f.easel.show(true)
	}
	f.tools.show()
}

// play lets the figure move at the exercise's tempo.
func (f *frame) play() {
	w := f.s.work
	if w == nil || w.figure() == nil {
		return
	}
	if f.mover.Playing() {
		f.mover.Halt()
		return
	}
	e := f.s.asExercise()
	f.mover.Take(e)
	if !f.mover.Can() {
		return
	}
	f.easel.playing, f.easel.shown = true, e.Figure
	f.easel.frame = e.Figure.Frame(figure.Options{Ghost: true, Feel: true, Alternate: e.Dose.Mode == exercise.Alternate, Build: f.s.tones.Figure})
	f.mover.Go()
}

// halt lets it rest.
func (f *frame) halt() {
	if f.mover.Playing() {
		f.mover.Halt()
	}
}

func enable(b *parts.Button, on bool) {
	if on == b.Disabled() {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// Contents lists what can be reached.
func (f *frame) Contents() []fyne.CanvasObject {
	out := []fyne.CanvasObject{f.back, f.title, f.status, f.swap, f.undo, f.redo, f.save, f.easel, f.picture, f.tools.over, f.felts, f.tools, f.strip, f.tabs}
	for _, p := range f.panes {
		out = append(out, p)
	}
	return append(out, f.clash)
}

// The room around and between, and the panel, unscaled.
const (
	edge  = 24
	gap   = 18
	panel = 300
	least = 400 // of the stage, before the panel takes turns with it

	lowest = 360 // of stage, tools and key poses together, before the tools are icons alone; it grows with the text
)

// CreateRenderer lays the exercise out.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: f.Contents()}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Place = f.place
	r.Renew = func() {
		if s := f.Size(); !s.IsZero() {
			f.place(s)
		}
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}

// place puts everything where there is room for it.
func (f *frame) place(size fyne.Size) {
	side := min(edge, size.Width*0.03)
	wide := min(look.Size(panel), size.Width*0.5)
	f.narrow = size.Width-2*side-wide-gap < least
	y := f.header(size, side)
	h := size.Height - y - look.S3
	left, right := size.Width-2*side-wide-gap, wide
	x := side + left + gap
	if f.narrow {
		left, right, x = size.Width-2*side, size.Width-2*side, side
	}
	stage, words := !f.narrow || !f.aside, !f.narrow || f.aside
	w := f.s.work
	drawn := w != nil && w.figure() != nil
	parts.Show(f.easel, stage && drawn)
	parts.Show(f.picture, stage && !drawn && w != nil)
	parts.Show(f.tools, stage && drawn)
	parts.Show(f.strip, stage && drawn)
	parts.Show(f.tools.over, stage && drawn)
	parts.Show(f.felts, stage && drawn && f.felts.text.Text() != "")
	parts.Show(f.tabs, words)
	for i, p := range f.panes {
		parts.Show(p, words && i == f.tab)
	}
	if stage {
		low := float32(0)
		if drawn {
			f.tools.setBare(h < look.Size(lowest))
			strip := f.strip.MinSize().Height
			if h < 420 || f.tools.bare {
				strip = min(strip, look.Size(64))
			}
			if f.tools.bare {
				// Beside the key poses: large text leaves little for the figure.
				w := min(f.tools.width()+1, left/2)
				tools := f.tools.HeightFor(w)
				strip = max(strip, tools)
				low = strip + look.S2
				parts.Put(f.strip, side, y+h-strip, left-w-look.S3, strip)
				parts.Put(f.tools, side+left-w, y+h-strip+(strip-tools)/2, w, tools)
			} else {
				tools := f.tools.HeightFor(left)
				low = tools + look.S2 + strip + look.S2
				parts.Put(f.strip, side, y+h-strip, left, strip)
				parts.Put(f.tools, side, y+h-strip-look.S2-tools, left, tools)
			}
		}
		over := parts.HeightFor(f.tools.over, left-2*look.S4)
		f.easel.top = over + look.S3
		parts.Put(f.easel, side, y, float32(int(left)), float32(int(h-low)))
		parts.Put(f.tools.over, side+look.S4, y+look.S3, left-2*look.S4, over)
		f.placeFelts()
		parts.Put(f.picture, side, y, float32(int(left)), float32(int(h)))
	}
	if words {
		t := parts.HeightFor(f.tabs, right)
		parts.Put(f.tabs, x, y, right, t)
		for _, p := range f.panes {
			// The bar of the scroll stands beside the cards.
			parts.Put(p, x, y+t+look.S2, right+paneGap, h-t-look.S2)
		}
	}
	parts.Put(f.clash, 0, 0, size.Width, size.Height)
}

// header places the name and the buttons, and answers where the rest begins.
func (f *frame) header(size fyne.Size, side float32) float32 {
	row := f.save.MinSize().Height
	top := look.S3
	x := size.Width - side
	right := []fyne.CanvasObject{f.save, f.redo, f.undo}
	parts.Show(f.swap, f.narrow)
	f.back.SetHint(look.T("pose.done.key", "Esc"))
	if f.narrow {
		name, icon := look.T("pose.to-words", "Words and dose"), look.IconEdit
		if f.aside {
			name, icon = look.T("pose.to-figure", "Figure"), look.IconFigure
		}
		right = append(right, f.swap)
		f.swap.SetName(name).SetFace(name, icon)
		fits := func() bool {
			w := f.back.MinSize().Width
			for _, o := range right {
				w += o.MinSize().Width + look.S2
			}
			return w <= size.Width-side
		}
		if !fits() {
			f.back.SetHint("")
		}
		if !fits() {
			f.swap.SetFace("", icon)
		}
	}
	for _, o := range right {
		m := o.MinSize()
		x -= m.Width
		parts.Put(o, x, top, m.Width, row)
		x -= look.S2
	}
	m := f.back.MinSize()
	at := max(side-look.S4, 0)
	parts.Put(f.back, at, top, m.Width, row)
	at += m.Width + look.S2
	room := max(x-at, 0)
	if title := f.title.OneLine(); room >= title+120 {
		parts.Put(f.title, at, top, title, row)
		parts.Show(f.status, true)
		parts.Put(f.status, at+title+look.S3, top+2, room-title-look.S3, row)
		return top + row + look.S3
	}
	if room > 160 {
		parts.Put(f.title, at, top, room, row)
		parts.Show(f.status, false)
		return top + row + look.S3
	}
	// Large text: the name has a line of its own.
	high := f.title.MinSize().Height
	parts.Put(f.title, side, top+row+look.S1, size.Width-2*side, high)
	parts.Show(f.status, false)
	return top + row + look.S1 + high + look.S2
}
