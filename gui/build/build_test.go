package build

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

var usual = fyne.NewSize(1096, 760)

// open is the bench with the routine of the pictures open.
func openBench(t testing.TB) *bench {
	t.Helper()
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	b := newBench(t, guitest.Library(t), usual)
	b.file("my-lunch-reset", lunch)
	b.Open("my-lunch-reset")
	if b.work == nil {
		t.Fatalf("nothing is open: %v", b.said)
	}
	return b
}

func (b *bench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := b.w.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			b.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// write types letters into what has the keyboard.
func (b *bench) write(text string) {
	for _, r := range text {
		b.w.Canvas().Focused().TypedRune(r)
	}
}

func (b *bench) alt(k fyne.KeyName) {
	b.Shortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt})
}

func (b *bench) ctrl(k fyne.KeyName) {
	b.Shortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
}

// order is the routine in one line: "dynamic: cat-cow roll-down | static: childs-pose".
func (b *bench) order() string {
	var phases []string
	for _, p := range b.work.ed.Now().Content.Phases {
		words := []string{string(p.Kind) + ":"}
		for _, s := range p.Steps {
			words = append(words, s.Exercise)
		}
		phases = append(phases, strings.Join(words, " "))
	}
	return strings.Join(phases, " | ")
}

const atFirst = "dynamic: cat-cow roll-down | activity: walk | static: hip-flexor-lunge childs-pose"

func (b *bench) wants(order string) {
	b.t.Helper()
	if got := b.order(); got != order {
		b.t.Errorf("the routine is\n  %s\nwant\n  %s", got, order)
	}
}

// key is the step with an exercise.
func (b *bench) key(id string) draft.Key {
	b.t.Helper()
	for _, p := range b.work.ed.Now().Content.Phases {
		for _, s := range p.Steps {
			if s.Exercise == id {
				return s.Key
			}
		}
	}
	b.t.Fatalf("no step does %s", id)
	return 0
}

// card is the card of an exercise, brought into view.
func (b *bench) card(id string) *card {
	b.t.Helper()
	k := b.key(id)
	b.frame.column.reveal(k)
	b.frame.column.wake()
	return b.frame.column.cards[k]
}

func (b *bench) step(id string) draft.Step { return *b.work.ed.Now().Content.Step(b.key(id)) }

func (b *bench) click(id string) {
	b.now = b.now.Add(time.Second)
	b.card(id).Tapped(&fyne.PointEvent{Position: fyne.NewPos(150, 20)})
}

// chosen lists the exercises of what is chosen.
func (b *bench) chosenIDs() (out []string) {
	c := b.work.ed.Now().Content
	for _, k := range b.frame.column.pick.keys(b.frame.column) {
		out = append(out, c.Step(k).Exercise)
	}
	return out
}

func TestArrowsGoFromRowToRowAndChoose(t *testing.T) {
	b := openBench(t)
	if got := b.chosenIDs(); !slices.Equal(got, []string{"cat-cow"}) {
		t.Fatalf("at first %v is chosen", got)
	}
	b.press(fyne.KeyDown)
	if got := b.chosenIDs(); !slices.Equal(got, []string{"roll-down"}) {
		t.Errorf("down chooses %v", got)
	}
	b.press(fyne.KeyDown)
	if v := b.frame.column.view(b.frame.column.pick.at); v.kind != sectionRow || v.what != exercise.Activity || b.chosenIDs() != nil {
		t.Errorf("then it is on %+v with %v", v, b.chosenIDs())
	}
	b.press(fyne.KeyEnd)
	if got := b.chosenIDs(); !slices.Equal(got, []string{"childs-pose"}) {
		t.Errorf("End chooses %v", got)
	}
	b.press(fyne.KeyHome)
	if b.frame.column.view(b.frame.column.pick.at).kind != sectionRow {
		t.Error("Home is not on the first phase")
	}
	b.press(fyne.KeyDown)
	b.held = fyne.KeyModifierShift
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if got := b.chosenIDs(); !slices.Equal(got, []string{"cat-cow", "roll-down", "walk"}) {
		t.Errorf("with Shift %v are chosen", got)
	}
	b.held = 0
	b.Shortcut(&fyne.ShortcutSelectAll{})
	if got := b.chosenIDs(); len(got) != 5 {
		t.Errorf("Ctrl+A chooses %v", got)
	}
	b.press(fyne.KeyEscape)
	if got := b.chosenIDs(); len(got) != 1 {
		t.Errorf("Esc leaves %v chosen", got)
	}
}

func TestClicksChoose(t *testing.T) {
	b := openBench(t)
	b.click("roll-down")
	b.held = fyne.KeyModifierShortcutDefault
	b.click("childs-pose")
	if got := b.chosenIDs(); !slices.Equal(got, []string{"roll-down", "childs-pose"}) {
		t.Errorf("with Ctrl %v are chosen", got)
	}
	b.click("childs-pose")
	if got := b.chosenIDs(); !slices.Equal(got, []string{"roll-down"}) {
		t.Errorf("with Ctrl again %v are chosen", got)
	}
	b.held = 0
	b.click("cat-cow")
	b.held = fyne.KeyModifierShift
	b.click("hip-flexor-lunge")
	if got := b.chosenIDs(); !slices.Equal(got, []string{"cat-cow", "roll-down", "walk", "hip-flexor-lunge"}) {
		t.Errorf("with Shift %v are chosen", got)
	}
	b.held = 0
	b.click("walk")
	if got := b.chosenIDs(); !slices.Equal(got, []string{"walk"}) || b.frame.column.pick.open != 0 {
		t.Errorf("a plain click chooses %v", got)
	}
	b.card("walk").Tapped(&fyne.PointEvent{Position: fyne.NewPos(150, 20)})
	if b.frame.column.pick.open != b.key("walk") {
		t.Error("two clicks do not open the card")
	}
}

func TestMovingByKeyKeepsSeveralTogetherAndCrossesPhases(t *testing.T) {
	b := openBench(t)
	b.alt(fyne.KeyDown)
	b.wants("dynamic: roll-down cat-cow | activity: walk | static: hip-flexor-lunge childs-pose")
	b.alt(fyne.KeyUp)
	b.wants(atFirst)
	b.Shortcut(&fyne.ShortcutUndo{})
	b.Shortcut(&fyne.ShortcutUndo{})
	b.wants(atFirst)
	if last := b.said[len(b.said)-1]; !strings.Contains(last, "Cat-Cow Flow moved") {
		t.Errorf("an undo says %q", last)
	}
	// A phase that takes both kinds lies between.
	b.addPhase(exercise.Release, -1, false)
	b.click("hip-flexor-lunge")
	b.held = fyne.KeyModifierShift
	b.press(fyne.KeyDown)
	b.held = 0
	b.alt(fyne.KeyDown)
	b.wants("dynamic: cat-cow roll-down | activity: walk | static: | release: hip-flexor-lunge childs-pose")
	if got := b.chosenIDs(); len(got) != 2 {
		t.Errorf("after the move %v are chosen", got)
	}
}

func TestAStepThatCannotMoveByKeySaysWhy(t *testing.T) {
	b := openBench(t)
	b.deletePhase(b.work.ed.Now().Content.Phases[1].Key) // the walk
	b.click("roll-down")
	b.said = nil
	b.alt(fyne.KeyDown)
	b.wants("dynamic: cat-cow roll-down | static: hip-flexor-lunge childs-pose")
	if got := b.lastSaid(); got != "Standing Roll-Down is dynamic. “Let go” takes static and release." {
		t.Errorf("down it says %q", got)
	}
	b.said = nil
	b.click("hip-flexor-lunge")
	b.alt(fyne.KeyUp)
	if got := b.lastSaid(); !strings.Contains(got, "“Wake the spine” takes dynamic") {
		t.Errorf("up it says %q", got)
	}
	b.said = nil
	b.click("childs-pose")
	b.alt(fyne.KeyDown) // nothing is below
	b.click("cat-cow")
	b.alt(fyne.KeyDown) // it moves
	if len(b.said) > 0 {
		t.Errorf("it says %q", b.said)
	}
}

func TestDeleteDuplicateCutCopyPaste(t *testing.T) {
	b := openBench(t)
	b.click("roll-down")
	b.ctrl(fyne.KeyD)
	b.wants("dynamic: cat-cow roll-down roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
	b.press(fyne.KeyDelete)
	b.wants(atFirst)
	b.click("cat-cow")
	b.Shortcut(&fyne.ShortcutCut{})
	b.wants("dynamic: roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
	if got := b.chosenIDs(); !slices.Equal(got, []string{"roll-down"}) {
		t.Errorf("after the cut %v is chosen", got)
	}
	b.Shortcut(&fyne.ShortcutPaste{})
	b.wants("dynamic: roll-down cat-cow | activity: walk | static: hip-flexor-lunge childs-pose")
	if s := b.step("cat-cow"); s.Reps != 8 {
		t.Errorf("pasted it has %d reps", s.Reps)
	}
	b.Shortcut(&fyne.ShortcutCopy{})
	if text := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(text, `exercise = "cat-cow"`) {
		t.Errorf("the clipboard holds %q", text)
	}
	fyne.CurrentApp().Clipboard().SetContent("[[phase.step]]\nexercise = \"cobra\"\n")
	b.click("childs-pose")
	b.Shortcut(&fyne.ShortcutPaste{})
	if !strings.Contains(b.order(), "cobra") {
		t.Errorf("text of a file is not pasted: %s", b.order())
	}
	for range 6 {
		b.Shortcut(&fyne.ShortcutUndo{})
	}
	b.wants(atFirst)
	if b.work.ed.Dirty() {
		t.Error("all taken back, the text is not what it was")
	}
}

func TestSteppersCountAndTakeDigitsWithinBounds(t *testing.T) {
	b := openBench(t)
	b.press(fyne.KeyRight)
	w, ok := b.w.Canvas().Focused().(*stepper)
	if !ok || w.dose.part != doseReps {
		t.Fatalf("right leads to %T", b.w.Canvas().Focused())
	}
	b.press(fyne.KeyUp)
	if got := b.step("cat-cow").Reps; got != 9 {
		t.Errorf("up: %d reps", got)
	}
	b.write("999")
	b.press(fyne.KeyReturn)
	most := w.card.view.exercise.Dose.RepsMax
	if got := b.step("cat-cow").Reps; got != most {
		t.Errorf("999 typed: %d reps, the most are %d", got, most)
	}
	b.press(fyne.KeyUp)
	if got := b.step("cat-cow").Reps; got != most {
		t.Errorf("past the most: %d reps", got)
	}
	b.press(fyne.KeyRight)
	if w := b.w.Canvas().Focused().(*stepper); w.dose.part != doseTempo {
		t.Fatalf("right again leads to %v", w.dose.part)
	}
	b.write("-")
	if got := b.step("cat-cow").Tempo; got != 6*time.Second {
		t.Errorf("minus: tempo %v", got)
	}
	b.write("9")
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyEscape)
	if b.w.Canvas().Focused() != fyne.Focusable(b.frame.column) || b.step("cat-cow").Tempo != 6*time.Second {
		t.Error("Esc does not give up what was typed and go back to the row")
	}
	b.write("+")
	if got := b.step("cat-cow").Reps; got != most {
		t.Errorf("plus on the row at the most: %d", got)
	}
	b.write("--")
	if got := b.step("cat-cow").Reps; got != most-2 {
		t.Errorf("minus twice on the row: %d", got)
	}
	c := b.card("hip-flexor-lunge")
	hold := c.steppers[0]
	was := hold.dose.value
	hold.Tapped(&fyne.PointEvent{Position: fyne.NewPos(hold.Size().Width-4, 10)})
	if got := b.step("hip-flexor-lunge").Hold; got != time.Duration(was+5)*time.Second {
		t.Errorf("a click on + makes %v of %d s", got, was)
	}
	hold.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, 10)})
	if got := b.step("hip-flexor-lunge").Hold; got != time.Duration(was)*time.Second {
		t.Errorf("a click on − makes %v", got)
	}
	// Counting up is one edit.
	hold.Tapped(&fyne.PointEvent{Position: fyne.NewPos(hold.Size().Width-4, 10)})
	b.press(fyne.KeyEscape)
	b.Shortcut(&fyne.ShortcutUndo{})
	if got := b.step("hip-flexor-lunge").Hold; got != 0 {
		t.Errorf("one undo leaves %v", got)
	}
}

// centre is the middle of something on the canvas.
func centre(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

// drag moves a card over the canvas and lets it go.
func (b *bench) drag(c *card, to ...fyne.Position) {
	for _, at := range to {
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	}
	c.DragEnd()
}

func TestWhatAnUndoBringsBackIsChosen(t *testing.T) {
	b := openBench(t)
	b.held = fyne.KeyModifierShift
	b.press(fyne.KeyDown)
	b.held = 0
	b.press(fyne.KeyDelete)
	b.wants("dynamic: | activity: walk | static: hip-flexor-lunge childs-pose")
	b.Shortcut(&fyne.ShortcutUndo{})
	if got := b.chosenIDs(); !slices.Equal(got, []string{"cat-cow", "roll-down"}) {
		t.Errorf("after an undo %v are chosen", got)
	}
	b.Shortcut(&fyne.ShortcutRedo{})
	b.wants("dynamic: | activity: walk | static: hip-flexor-lunge childs-pose")
	b.Shortcut(&fyne.ShortcutUndo{})
	b.wants(atFirst)
	if got := b.chosenIDs(); !slices.Equal(got, []string{"cat-cow", "roll-down"}) {
		t.Errorf("after another %v are chosen", got)
	}
	b.click("roll-down")
	b.ctrl(fyne.KeyD)
	b.wants("dynamic: cat-cow roll-down roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
	b.Shortcut(&fyne.ShortcutUndo{})
	b.wants(atFirst)
	if got := b.chosenIDs(); !slices.Equal(got, []string{"roll-down"}) {
		t.Errorf("with its double gone %v are chosen", got)
	}
}

func TestDraggingCards(t *testing.T) {
	b := openBench(t)
	low := centre(b.card("roll-down")).AddXY(0, 30)
	b.drag(b.card("cat-cow"), low)
	b.wants("dynamic: roll-down cat-cow | activity: walk | static: hip-flexor-lunge childs-pose")
	b.Shortcut(&fyne.ShortcutUndo{})

	// A static phase does not take what is dynamic, and says why.
	c := b.card("cat-cow")
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: centre(b.card("hip-flexor-lunge"))}})
	if m := b.frame.column.mark; !m.on || !strings.Contains(m.why, "“Let go” takes static and release") {
		t.Errorf("over a phase that does not take it the mark says %q", m.why)
	}
	if !b.frame.ghost.card.Visible() {
		t.Error("nothing follows the pointer")
	}
	c.DragEnd()
	b.wants(atFirst)

	// Esc gives up; what the pointer does until it lets go means nothing.
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: low}})
	b.press(fyne.KeyEscape)
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: low}})
	if b.frame.column.mark.on || b.frame.ghost.card.Visible() {
		t.Error("after Esc the drag still shows")
	}
	c.DragEnd()
	b.wants(atFirst)

	// At the end a new phase takes what the last one does not.
	end := b.frame.column.empties[0]
	b.renamePhase(b.work.ed.Now().Content.Phases[0].Key, "Warm up")
	c = b.card("cat-cow")
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: centre(end)}})
	if !end.hot || end.says != "a new phase: Dynamic · Warm up 2" {
		t.Errorf("the end says %q", end.says)
	}
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: low}})
	if end.says != "" {
		t.Errorf("left again, the end says %q", end.says)
	}
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: centre(end)}})
	c.DragEnd()
	b.wants("dynamic: roll-down | activity: walk | static: hip-flexor-lunge childs-pose | dynamic: cat-cow")
	if got := b.work.ed.Now().Content.Phases[3].Name; got != "Warm up 2" || end.says != "" {
		t.Errorf("the new phase is called %q, and the end says %q", got, end.says)
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	hips := b.in.Library.Catalogue.Get("hip-circles")
	b.dragFromShelf(hips, centre(end))
	if end.says != "a new phase: Dynamic · Warm up 2" {
		t.Errorf("from the shelf the end says %q", end.says)
	}
	b.dropFromShelf(hips, centre(end))
	b.wants("dynamic: cat-cow roll-down | activity: walk | static: hip-flexor-lunge childs-pose | dynamic: hip-circles")
	b.Shortcut(&fyne.ShortcutUndo{})
	hold := b.in.Library.Catalogue.Get("cobra")
	b.dragFromShelf(hold, centre(end))
	if !end.hot || end.says != "" {
		t.Errorf("what the last phase takes makes %q", end.says)
	}
	b.dragFromShelf(nil, centre(end))
	b.Shortcut(&fyne.ShortcutUndo{})

	// Several go together.
	b.click("hip-flexor-lunge")
	b.held = fyne.KeyModifierShift
	b.click("childs-pose")
	b.held = 0
	b.addPhase(exercise.Static, 0, false)
	b.click("hip-flexor-lunge")
	b.held = fyne.KeyModifierShift
	b.click("childs-pose")
	b.held = 0
	b.frame.scroll.ToTop()
	b.drag(b.card("childs-pose"), centre(b.frame.column.empties[b.work.ed.Now().Content.Phases[0].Key]))
	b.wants("static: hip-flexor-lunge childs-pose | dynamic: cat-cow roll-down | activity: walk | static:")
}

func TestDraggingFromTheShelf(t *testing.T) {
	b := openBench(t)
	cobra, hips := b.in.Library.Catalogue.Get("childs-pose"), b.in.Library.Catalogue.Get("hip-circles")
	top := centre(b.card("roll-down")).AddXY(0, -30)
	b.dragFromShelf(hips, top)
	if m := b.frame.column.mark; !m.on || m.why != "" {
		t.Errorf("no line between the cards: %+v", m)
	}
	b.dropFromShelf(hips, top)
	b.wants("dynamic: cat-cow hip-circles roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
	b.dragFromShelf(cobra, top)
	b.dropFromShelf(cobra, top)
	if n := len(b.said); n == 0 || !strings.Contains(b.said[n-1], "takes dynamic and strength") {
		t.Errorf("it says %q", b.said)
	}
	b.dragFromShelf(hips, top)
	b.press(fyne.KeyEscape)
	b.dropFromShelf(hips, top)
	b.dragFromShelf(hips, fyne.NewPos(5, 5))
	b.dropFromShelf(hips, fyne.NewPos(5, 5))
	b.wants("dynamic: cat-cow hip-circles roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
	b.addFromShelf(hips)
	b.wants("dynamic: cat-cow hip-circles hip-circles roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
}

func TestTheRoutineScrollsUnderWhatIsDraggedToItsEdge(t *testing.T) {
	b := openBench(t)
	all := b.in.Library.Catalogue.All()
	b.do(opening, func(c *draft.Content) {
		for _, e := range all {
			if e.Kind == exercise.Dynamic {
				for range 2 {
					c.Add(b.in.Library.Catalogue, draft.Spot{}, e.ID)
				}
			}
		}
	})
	b.frame.scroll.ToTop()
	b.frame.look()
	c := b.frame.column.cards[b.frame.column.steps()[0]]
	s := b.frame.scroll
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s).AddXY(100, s.Size().Height-2)
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	for range 10 {
		b.now = b.now.Add(16 * time.Millisecond)
		b.frame.column.edgeTick(b.now)
	}
	if s.Offset() < 100 {
		t.Errorf("after 160 ms at the edge it has scrolled by %v", s.Offset())
	}
	c.DragEnd()
}

func TestPhasesByTheirMenu(t *testing.T) {
	b := openBench(t)
	first := b.work.ed.Now().Content.Phases[0].Key
	b.press(fyne.KeyHome, fyne.KeyReturn)
	if _, ok := b.w.Canvas().Focused().(*line); !ok {
		t.Fatalf("Enter on a phase leads to %T", b.w.Canvas().Focused())
	}
	b.write("Loosen up")
	b.press(fyne.KeyReturn)
	if got := b.work.ed.Now().Content.Phase(first).Name; got != "Loosen up" {
		t.Errorf("the phase is called %q", got)
	}
	if b.w.Canvas().Focused() != fyne.Focusable(b.frame.column) {
		t.Error("the keyboard is not back")
	}
	pick := func(k draft.Key, path ...string) {
		t.Helper()
		items := b.phaseItems(k)
		for _, name := range path {
			i := slices.IndexFunc(items, func(it *fyne.MenuItem) bool { return strings.HasPrefix(it.Label, name) })
			if i < 0 || items[i].Disabled {
				t.Fatalf("%q cannot be chosen", name)
			}
			if items[i].ChildMenu == nil {
				items[i].Action()
				return
			}
			items = items[i].ChildMenu.Items
		}
	}
	pick(first, "Kind", "Strength")
	b.wants("strength: cat-cow roll-down | activity: walk | static: hip-flexor-lunge childs-pose")
	kinds := b.phaseItems(first)[1].ChildMenu.Items
	for _, it := range kinds {
		if it.Label == "Static" && !it.Disabled {
			t.Error("a phase can be made one that does not take its steps")
		}
	}
	pick(first, "Move down")
	b.wants("activity: walk | strength: cat-cow roll-down | static: hip-flexor-lunge childs-pose")
	pick(first, "New phase before", "Release")
	pick(first, "New phase after", "Activity, as long")
	b.wants("activity: walk | release: | strength: cat-cow roll-down | activity: activity-slot | static: hip-flexor-lunge childs-pose")
	release := b.work.ed.Now().Content.Phases[1].Key
	if v := b.frame.column.view(release); !strings.HasPrefix(v.problems, "Nothing in it yet") {
		t.Errorf("an empty phase says %q", v.problems)
	}
	pick(first, "Duplicate")
	pick(first, "Delete")
	b.wants("activity: walk | release: | strength: cat-cow roll-down | activity: activity-slot | static: hip-flexor-lunge childs-pose")
	b.press(fyne.KeyHome, fyne.KeyDelete)
	b.wants("release: | strength: cat-cow roll-down | activity: activity-slot | static: hip-flexor-lunge childs-pose")
	for range 8 {
		b.Shortcut(&fyne.ShortcutUndo{})
	}
	if b.work.ed.Dirty() {
		t.Error("all taken back, the text is not what it was")
	}
}

func TestTheOpenCard(t *testing.T) {
	b := openBench(t)
	b.press(fyne.KeyReturn)
	m := b.frame.column.more
	if m == nil || b.w.Canvas().Focused() != fyne.Focusable(m.keep[0]) {
		t.Fatalf("Enter leads to %T", b.w.Canvas().Focused())
	}
	m.keep[1].Tapped(nil)
	if got := b.step("cat-cow").Priority; got != 2 {
		t.Errorf("priority %d", got)
	}
	b.w.Canvas().Focus(m.note)
	b.write("Slowly")
	b.press(fyne.KeyReturn)
	if got := b.step("cat-cow").Note; got != "Slowly" {
		t.Errorf("note %q", got)
	}
	b.write(" now")
	b.ctrl(fyne.KeyS)
	if data := b.read("my-lunch-reset"); !strings.Contains(data, `note = "Slowly now"`) {
		t.Errorf("what was being written is not saved:\n%s", data)
	}
	swaps := b.swapItems(b.key("cat-cow"))
	if len(swaps) == 0 {
		t.Fatal("nothing to swap for")
	}
	swaps[0].Action()
	if strings.Contains(b.order(), " cat-cow") {
		t.Errorf("not swapped: %s", b.order())
	}
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyEscape)
	if b.frame.column.more != nil || b.w.Canvas().Focused() != fyne.Focusable(b.frame.column) {
		t.Error("Esc does not close the card")
	}
}

func (b *bench) read(id string) string {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, "routines", id+".toml"))
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

func TestEscLeadsBackToTheRoutine(t *testing.T) {
	b := openBench(t)
	b.TypedRune('/')
	if b.w.Canvas().Focused() == fyne.Focusable(b.frame.column) {
		t.Fatal("/ does not lead to the search")
	}
	b.press(fyne.KeyEscape)
	if b.w.Canvas().Focused() != fyne.Focusable(b.frame.column) {
		t.Errorf("Esc leads to %T", b.w.Canvas().Focused())
	}
	if b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Esc with nothing to take back is kept from the window")
	}
}

func TestTrying(t *testing.T) {
	b := openBench(t)
	b.setLength(4 * time.Minute)
	b.ctrl(fyne.KeyReturn)
	b.click("roll-down")
	b.tryStep()
	b.tryFrom(b.key("hip-flexor-lunge"))
	if len(b.played) != 3 {
		t.Fatalf("%d plans: %v", len(b.played), b.said)
	}
	if p := b.played[0]; p.Length != 4*time.Minute {
		t.Errorf("the whole is %v long", p.Length)
	}
	if p := b.played[1]; len(p.Phases) != 1 || p.Segments[len(p.Segments)-1].Exercise.ID != "roll-down" {
		t.Errorf("one step is %+v", p.Phases)
	}
	if p := b.played[2]; len(p.Phases) != 1 || p.Phases[0].Name != "Let go" {
		t.Errorf("from the lunge on it is %+v", p.Phases)
	}
}

var opening = message.New("test", "many added")
