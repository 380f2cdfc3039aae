package pose

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/message"
)

// do makes a change that can be taken back, shows it, and keeps it soon; join names the gesture it belongs to.
func (s *Screen) do(what message.Message, join string, now state) {
	if s.work == nil {
		return
	}
	if s.work.do(what, join, now, s.deps.Now()) {
		s.keep.soon()
	}
	s.frame.show()
}

// change is do for a change of the file's words and numbers.
func (s *Screen) change(what message.Message, join string, f func(*exercise.File)) {
	if s.work == nil {
		return
	}
	now := s.work.now
	f(&now.file)
	s.do(what, join, now)
}

// pose is do for a change of the figure.
func (s *Screen) pose(what message.Message, f func(*figure.Figure, int) *figure.Figure) {
	if s.work == nil || s.work.figure() == nil {
		return
	}
	s.frame.halt()
	now := s.work.now
	s.do(what, "", now.withFigure(f(now.file.Figure, now.pose)))
}

// held is pose for how a hand or foot is held: what keeps it from that is said.
func (s *Screen) held(what message.Message, f func(*figure.Figure, int) (*figure.Figure, figure.Felt)) {
	var felt figure.Felt
	s.pose(what, func(fig *figure.Figure, pose int) *figure.Figure {
		var out *figure.Figure
		out, felt = f(fig, pose)
		return out
	})
	s.frame.felt(felt)
}

func (s *Screen) undo() {
	if s.work == nil || s.frame.easel.grip != nil {
		return
	}
	if what, ok := s.work.undo(); ok {
		s.deps.Say(look.T("pose.undone", "Undone: {{.What}}", map[string]any{"What": look.Say(what)}))
		s.stepped()
	}
}

func (s *Screen) redo() {
	if s.work == nil || s.frame.easel.grip != nil {
		return
	}
	if what, ok := s.work.again(); ok {
		s.deps.Say(look.T("pose.redone", "Done again: {{.What}}", map[string]any{"What": look.Say(what)}))
		s.stepped()
	}
}

func (s *Screen) stepped() {
	s.frame.halt()
	s.frame.felt(figure.Felt{})
	s.keep.soon()
	s.frame.show()
}

// showPose looks at a key pose.
func (s *Screen) showPose(i int) {
	w := s.work
	if w == nil || w.figure() == nil || i < 0 || i >= len(w.figure().Poses) {
		return
	}
	s.frame.halt()
	if w.now.pose != i {
		w.now.pose = i
		s.frame.felt(figure.Felt{})
	}
	s.frame.show()
}

var (
	didAdd    = message.New("pose.did.add", "one more pose")
	didDelete = message.New("pose.did.delete", "a pose taken out")
	didOrder  = message.New("pose.did.order", "the order of the poses")
	didMend   = message.New("pose.did.mend", "moved to where it works")
	didMirror = message.New("pose.did.mirror", "left and right exchanged")
	didLetGo  = message.New("pose.did.let-go", "let go")
	didPlant  = message.New("pose.did.plant", "planted")
	didFix    = message.New("pose.did.fix", "kept at its place")
	didLay    = message.New("pose.did.lay", "laid on")
	didRest   = message.New("pose.did.rest", "what it rests on")
	didFeel   = message.New("pose.did.feel", "where it is felt")
	didProps  = message.New("pose.did.props", "what is at hand in the picture")
	didView   = message.New("pose.did.view", "the view")
	didMotion = message.New("pose.did.motion", "how it moves")
	didStill  = message.New("pose.did.still", "the still picture")
	didName   = message.New("pose.did.name", "the name of a pose")
	didWords  = message.New("pose.did.words", "words")
	didDose   = message.New("pose.did.dose", "the dose")
	didFacts  = message.New("pose.did.facts", "what it is")
	didFigure = message.New("pose.did.figure", "a figure instead of the picture")
	didImage  = message.New("pose.did.picture", "a picture instead of the figure")
)

// moved says which handle was moved.
func moved(h figure.Handle) message.Message {
	return message.New("pose.did.move", "{{.Part}} moved", "Part", strings.ToLower(h.Name().String()))
}

func (s *Screen) addPose() {
	s.pose(didAdd, func(f *figure.Figure, i int) *figure.Figure {
		n := f.Duplicated(i)
		if n != f {
			s.work.now.pose = i // the step back shows the one it was made from
		}
		return n
	})
	if w := s.work; w != nil && w.figure() != nil && w.now.pose < len(w.figure().Poses)-1 {
		s.showPose(w.now.pose + 1)
	}
}

func (s *Screen) deletePose() {
	s.pose(didDelete, func(f *figure.Figure, i int) *figure.Figure { return f.Without(i) })
}

func (s *Screen) movePose(from, to int) {
	if to < 0 || from == to || s.work == nil || s.work.figure() == nil || to >= len(s.work.figure().Poses) {
		return
	}
	s.frame.halt()
	now := s.work.now.withFigure(s.work.figure().Moved(from, to))
	now.pose = to
	s.do(didOrder, "", now)
	if c := s.frame.strip.cells; to < len(c) && c[from].focused {
		s.focus(c[to])
	}
}

func (s *Screen) mirrorPose() {
	s.pose(didMirror, func(f *figure.Figure, i int) *figure.Figure { return f.Mirrored(i) })
}

// ends is the hand or foot that was chosen last.
func (s *Screen) ends() (figure.Handle, bool) {
	e := s.frame.easel
	return e.chosen, e.hasChosen && e.chosen.Ends()
}

// each does something to the chosen hand or foot, and to the other side's where both do the same.
func (s *Screen) each(f func(*figure.Figure, int, figure.Handle) (*figure.Figure, figure.Felt)) func(*figure.Figure, int) (*figure.Figure, figure.Felt) {
	return func(fig *figure.Figure, pose int) (*figure.Figure, figure.Felt) {
		h, ok := s.ends()
		if !ok {
			return fig, figure.Felt{}
		}
		out, felt := f(fig, pose, h)
		if !s.frame.easel.both || !felt.Free() {
			return out, felt
		}
		more, second := f(out, pose, h.Other())
		if !second.Free() {
			return out, felt // one side is better than none
		}
		return more, felt
	}
}

func (s *Screen) letGo() {
	s.held(didLetGo, s.each(func(f *figure.Figure, pose int, h figure.Handle) (*figure.Figure, figure.Felt) {
		return f.LetGo(pose, h)
	}))
}

func (s *Screen) plant() {
	s.held(didPlant, s.each(func(f *figure.Figure, pose int, h figure.Handle) (*figure.Figure, figure.Felt) {
		return f.Plant(pose, h)
	}))
}

func (s *Screen) fix() {
	s.held(didFix, s.each(func(f *figure.Figure, pose int, h figure.Handle) (*figure.Figure, figure.Felt) {
		return f.Fix(pose, h)
	}))
}

// plantOrLetGo is the key that does whichever is the other.
func (s *Screen) plantOrLetGo() {
	h, ok := s.ends()
	if !ok || s.work == nil || s.work.figure() == nil {
		return
	}
	for _, k := range s.work.figure().Handles(s.work.now.pose, figure.Options{}) {
		if k.Handle == h && k.Held != figure.HeldFree {
			s.letGo()
			return
		}
	}
	s.plant()
}

// lay lets the person point at what the chosen hand or foot is to lie on.
func (s *Screen) lay() {
	h, ok := s.ends()
	if !ok {
		return
	}
	s.pick(look.T("pose.pick.lay", "Point at what the {{.Part}} lies on. Esc ends that.", map[string]any{"Part": strings.ToLower(look.Say(h.Name()))}), func(point string) {
		s.endPick()
		s.held(didLay, func(f *figure.Figure, pose int) (*figure.Figure, figure.Felt) {
			out, felt := f.Lay(pose, h, point)
			if !s.frame.easel.both || !felt.Free() {
				return out, felt
			}
			if more, second := out.Lay(pose, h.Other(), otherPoint(point)); second.Free() {
				return more, felt
			}
			return out, felt
		})
	})
}

// otherPoint is the same point of the other side.
func otherPoint(point string) string {
	if rest, ok := strings.CutPrefix(point, "left_"); ok {
		return "right_" + rest
	}
	if rest, ok := strings.CutPrefix(point, "right_"); ok {
		return "left_" + rest
	}
	return point
}

// feel lets the person point at where it is felt.
func (s *Screen) feel() {
	if s.frame.easel.picking != nil {
		s.endPick()
		return
	}
	s.pick(look.T("pose.pick.feel", "Point at where it is felt, at most two places. Esc ends that."), s.toggleFeel)
}

func (s *Screen) toggleFeel(point string) {
	s.pose(didFeel, func(f *figure.Figure, _ int) *figure.Figure { return f.Feeling(point) })
}

func (s *Screen) pick(hint string, f func(string)) {
	if s.work == nil || s.work.figure() == nil {
		return
	}
	s.frame.halt()
	s.frame.aside = false
	e := s.frame.easel
	e.picking, e.pointed = f, ""
	s.frame.show()
	s.frame.say(hint, false)
	s.unfocus()
}

func (s *Screen) endPick() {
	e := s.frame.easel
	if e.picking == nil {
		return
	}
	e.picking, e.pointed = nil, ""
	s.frame.say("", false)
	s.frame.show()
	if c := s.canvas(); c != nil && c.Focused() == nil && e.hasChosen {
		s.focus(e.knobAt(e.chosen)) // where the keyboard was when it went to the picking
	}
}

// pickNext names the next or the previous place of the body, for who picks one by keyboard.
func (s *Screen) pickNext(by int) {
	e, w := s.frame.easel, s.work
	all := pointsOf(e.shown, w.now.pose)
	at := slices.Index(all, e.pointed) + by
	if e.pointed == "" && by < 0 {
		at = len(all) - 1
	}
	at = (at + len(all)) % len(all)
	e.pointed = all[at]
	if p, ok := e.shown.PointPlace(w.now.pose, e.pointed, e.options()); ok {
		e.pointedAt = e.at(p)
	}
	e.say()
}

// pointsOf lists the places there are, from head to foot, each of both sides by its own name.
func pointsOf(f *figure.Figure, pose int) []string {
	var out []string
	for _, p := range figure.Points() {
		l, ok := f.PointPlace(pose, "left_"+p, figure.Options{})
		if !ok {
			continue
		}
		if r, _ := f.PointPlace(pose, "right_"+p, figure.Options{}); r == l {
			if a, _ := f.Mirrored(pose).PointPlace(pose, "left_"+p, figure.Options{}); a == l {
				out = append(out, p)
				continue
			}
		}
		out = append(out, "left_"+p, "right_"+p)
	}
	return out
}

// done leaves the screen, and says what is kept of what was not saved.
func (s *Screen) done() {
	s.unfocus()
	s.frame.halt()
	s.Flush()
	id, kept := s.last, s.keptWords()
	if w := s.work; w != nil && !w.fresh {
		id = w.id
	}
	s.toBegin()
	if s.deps.Done != nil {
		s.deps.Done(id)
	}
	if kept != "" {
		s.deps.Say(kept)
	}
}

// keptWords says that the work is kept as a draft, as a routine's is; "" where there is nothing to keep, or it could not
// be, which is said elsewhere.
func (s *Screen) keptWords() string {
	w := s.work
	if w == nil || !w.dirty() {
		return ""
	}
	d, ok := s.kept(w.id)
	text, err := w.text()
	if !ok || err != nil || !bytes.Equal(d.Text, text) {
		return ""
	}
	return look.T("build.kept", "{{.Name}} is kept as a draft. It is not saved yet.", map[string]any{"Name": draftName(d)})
}

// asExercise is what is open as an exercise that can be played, whatever is missing in it.
func (s *Screen) asExercise() *exercise.Exercise {
	f := s.work.now.file
	e := &exercise.Exercise{Name: f.Name, Kind: exercise.Kind(f.Kind), Sides: exercise.Sides(f.Sides), Figure: f.Figure}
	if d := f.Dose; d.Reps != nil {
		e.Dose.Reps, e.Dose.Tempo = max(*d.Reps, 1), exercise.LeastTempo
		if d.Tempo != nil {
			e.Dose.Tempo = max(time.Duration(*d.Tempo), exercise.LeastTempo)
		}
		if d.Mode != nil {
			e.Dose.Mode = exercise.Mode(*d.Mode)
		}
	}
	return e
}

var _ fyne.CanvasObject = (*Screen)(nil)
