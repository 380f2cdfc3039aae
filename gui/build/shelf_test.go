package build

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
)

// shelfBench is a shelf on a canvas, with what it told.
type shelfBench struct {
	*shelf
	w    fyne.Window
	lib  *routines.Library
	now  time.Time
	said []string
}

func (b *shelfBench) say(what string, e *exercise.Exercise, at ...fyne.Position) {
	id := "nothing"
	if e != nil {
		id = e.ID
	}
	if len(at) > 0 {
		id += fmt.Sprintf(" %v,%v", at[0].X, at[0].Y)
	}
	b.said = append(b.said, what+" "+id)
}

// heard answers what was told since it was last asked.
func (b *shelfBench) heard() string {
	out := strings.Join(b.said, "; ")
	b.said = nil
	return out
}

func newShelfBench(t testing.TB, lib *routines.Library, still bool) *shelfBench {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, 100, still))
	b := &shelfBench{lib: lib, now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	b.shelf = newShelf(shelfDeps{
		Now:     func() time.Time { return b.now },
		Add:     func(e *exercise.Exercise) { b.say("add", e) },
		Choose:  func(e *exercise.Exercise) { b.say("choose", e) },
		Drag:    func(e *exercise.Exercise, at fyne.Position) { b.say("drag", e, at) },
		Dropped: func(e *exercise.Exercise, at fyne.Position) { b.say("drop", e, at) },
		Pose:    func(id string) { b.said = append(b.said, "pose "+id) },
	})
	b.Set(lib, parts.Tones{})
	b.w = test.NewTempWindow(t, nil)
	b.w.SetPadded(false)
	b.w.SetContent(container.NewStack(container.NewWithoutLayout(b.shelf), b.Ghost()))
	b.w.Resize(fyne.NewSize(700, 700))
	b.shelf.Move(fyne.NewPos(10, 20))
	b.shelf.Resize(fyne.NewSize(shelfWidthInTests, 660))
	return b
}

const shelfWidthInTests = 266

func (b *shelfBench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// row is the middle of the text of an entry, on the list and absolute.
func (b *shelfBench) row(i int) (on, at fyne.Position) {
	on = fyne.NewPos(180, (float32(i)+0.5)*entryHeight())
	return on, fyne.CurrentApp().Driver().AbsolutePositionForObject(b.list).Add(on)
}

func (b *shelfBench) tap(i int) {
	on, at := b.row(i)
	b.list.Tapped(&fyne.PointEvent{Position: on, AbsolutePosition: at})
}

// pass lets pictures move on for a while.
func (b *shelfBench) pass(t time.Duration) {
	for end := b.now.Add(t); b.now.Before(end); {
		b.now = b.now.Add(20 * time.Millisecond)
		b.list.mover.Tick(b.now)
	}
}

func (b *shelfBench) ids() string {
	var out []string
	for _, e := range b.found {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestTheShelfNarrowsDown(t *testing.T) {
	b := newShelfBench(t, guitest.Library(t), true)
	if len(b.found) != len(b.all) || b.search.PlaceHolder != "Search 64 exercises" {
		t.Fatalf("%d of %d are there, %q", len(b.found), len(b.all), b.search.PlaceHolder)
	}
	b.search.SetText("cat")
	if got := b.ids(); !strings.HasPrefix(got, "cat-cow") {
		t.Errorf("“cat” finds %s", got)
	}
	b.search.SetText("")
	noFloor := exercise.Choice{Facet: exercise.ByPlace, Value: exercise.NoFloor}
	neck := exercise.Choice{Facet: exercise.ByArea, Value: string(exercise.AreaNeck)}
	test.Tap(b.chips.chips[noFloor][0])
	b.setMore(true)
	if !b.chips.groups.Visible() {
		t.Error("More does not show all chips")
	}
	test.Tap(b.chips.chips[neck][0])
	want := exercise.Filter{Choices: []exercise.Choice{noFloor, neck}}.Of(b.all)
	if len(b.found) != len(want) || len(want) == 0 {
		t.Errorf("no floor and neck leave %s", b.ids())
	}
	for _, chips := range [][]*parts.Chip{b.chips.chips[noFloor], b.chips.chips[neck]} {
		for _, c := range chips {
			if !c.On() {
				t.Error("a chip does not say that it is on")
			}
		}
	}
	b.setMore(false)
	if !b.chips.others[neck].Visible() {
		t.Error("what is chosen behind More cannot be seen without it")
	}
	test.Tap(b.chips.others[neck])
	if len(b.filter.Choices) != 1 {
		t.Error("and cannot be taken back")
	}
	b.search.SetText("trampoline")
	if len(b.found) != 0 || !b.none.Visible() {
		t.Error("nothing is found and nothing says so")
	}
	if !b.Key(fyne.KeyEscape) || len(b.found) != len(b.all) || b.none.Visible() || b.search.Text != "" {
		t.Error("Esc does not bring all back")
	}
	if b.Key(fyne.KeyEscape) {
		t.Error("a shelf that shows all keeps Esc")
	}
}

func TestTheShelfByKeyboard(t *testing.T) {
	b := newShelfBench(t, guitest.Library(t), true)
	b.FocusSearch()
	b.search.SetText("bridge")
	b.press(fyne.KeyReturn)
	if got := b.heard(); got != "choose glute-bridge; add glute-bridge" {
		t.Errorf("Enter in the search: %s", got)
	}
	b.search.SetText("")
	b.press(fyne.KeyDown)
	if b.w.Canvas().Focused() != fyne.Focusable(b.list) {
		t.Fatal("↓ does not lead from the search to the list")
	}
	b.press(fyne.KeyHome)
	b.heard()
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	first, second, third := b.found[0].ID, b.found[1].ID, b.found[2].ID
	if got, want := b.heard(), "choose "+second+"; choose "+third+"; choose "+second+"; add "+second; got != want {
		t.Errorf("arrows and Enter: %s, want %s", got, want)
	}
	b.press(fyne.KeyEnd)
	if last := b.found[len(b.found)-1].ID; b.heard() != "choose "+last {
		t.Error("End does not go to the last")
	}
	if f := b.list.faces[len(b.found)-1]; f == nil || !f.ring.Visible() || !f.plus.Visible() {
		t.Error("the last is not in view, or nothing shows that the keyboard is on it")
	}
	b.press(fyne.KeyDown)
	if got := b.heard(); got != "" {
		t.Errorf("↓ behind the last: %s", got)
	}
	b.press(fyne.KeyPageUp, fyne.KeyHome, fyne.KeyUp)
	if b.w.Canvas().Focused() != fyne.Focusable(b.search) || !strings.HasSuffix(b.heard(), "choose "+first) {
		t.Error("↑ on the first does not lead back to the search")
	}
	if label := b.list.AccessibilityLabel(); !strings.Contains(label, b.found[0].Name) || !strings.Contains(label, "1 of 64") {
		t.Errorf("a screen reader hears %q", label)
	}
}

func TestASearchTakesThePlaceOfTheOneBefore(t *testing.T) {
	b := openBench(t)
	search := b.frame.shelf.search
	look := func(text, want string) {
		t.Helper()
		b.write(text)
		if search.Text != want {
			t.Errorf("%s is written and looked for is %q", text, search.Text)
		}
	}
	b.FocusSearch()
	look("child", "child")
	b.press(fyne.KeyReturn)
	look("supine fig", "supine fig")
	b.press(fyne.KeyReturn)
	b.wants("dynamic: cat-cow roll-down | activity: walk | static: hip-flexor-lunge childs-pose childs-pose figure-four")
	b.press(fyne.KeyEscape)
	look("child", "child")
	b.w.Canvas().Focus(b.frame.column)
	b.write("/cobra")
	look("", "cobra")
	b.w.Canvas().FocusPrevious()
	b.w.Canvas().FocusNext()
	if b.w.Canvas().Focused() != fyne.Focusable(search) {
		t.Fatal("Tab does not lead to the search")
	}
	look("bridge", "bridge")
	// A click puts the cursor where it is.
	b.w.Canvas().Focus(b.frame.column)
	search.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 10)}, Button: desktop.MouseButtonPrimary})
	look("s", "bridges")
}

func TestTheShelfByPointer(t *testing.T) {
	b := newShelfBench(t, guitest.Library(t), true)
	id := b.found[2].ID
	b.tap(2)
	b.now = b.now.Add(time.Second)
	b.tap(2)
	if got := b.heard(); got != "choose "+id {
		t.Errorf("two slow clicks: %s", got)
	}
	b.now = b.now.Add(100 * time.Millisecond)
	b.tap(2)
	if got := b.heard(); got != "add "+id {
		t.Errorf("a quick second click: %s", got)
	}
	b.tap(2)
	if got := b.heard(); got != "" {
		t.Errorf("a third click adds again: %s", got)
	}
	b.tap(3)
	if got := b.heard(); got != "choose "+b.found[3].ID {
		t.Errorf("a quick click elsewhere: %s", got)
	}
	f := b.list.faces[4]
	on, at := b.row(4)
	b.list.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on, AbsolutePosition: at}})
	if !f.plus.Visible() {
		t.Error("there is no + under the pointer")
	}
	plus := f.plusAt().AddXY(plusDisc/2, plusDisc/2+4*entryHeight())
	b.list.Tapped(&fyne.PointEvent{Position: plus})
	if got, want := b.heard(), "choose "+b.found[4].ID+"; add "+b.found[4].ID; got != want {
		t.Errorf("the +: %s, want %s", got, want)
	}
	b.list.MouseOut()
	b.FocusSearch()
	if f.plus.Visible() {
		t.Error("the + stays where nobody points")
	}
}

func TestDraggedFromTheShelf(t *testing.T) {
	b := newShelfBench(t, guitest.Library(t), true)
	on, at := b.row(1)
	id := b.found[1].ID
	drag := func(dx, dy float32) {
		e := &fyne.DragEvent{Dragged: fyne.NewDelta(dx, dy)}
		e.Position, e.AbsolutePosition = on.AddXY(dx, dy), at.AddXY(dx, dy)
		b.list.Dragged(e)
	}
	down := func() {
		b.list.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on, AbsolutePosition: at}})
	}
	down()
	drag(2, 1)
	b.list.DragEnd()
	if got := b.heard(); got != "choose "+id {
		t.Errorf("a click with an unsteady hand: %s", got)
	}
	b.now = b.now.Add(time.Minute)
	down()
	drag(2, 1)
	drag(200, 30)
	if !b.ghost.card.Visible() {
		t.Error("no card follows the pointer")
	}
	if p, want := b.ghost.card.Position(), ghostAt(at.AddXY(200, 30), b.ghost.card.Size(), b.ghost.Size()); p != want {
		t.Errorf("the card is at %v, the pointer at %v", p, at.AddXY(200, 30))
	}
	b.list.DragEnd()
	to := at.AddXY(200, 30)
	if got, want := b.heard(), fmt.Sprintf("drag %s %v,%v; drop %s %v,%v", id, to.X, to.Y, id, to.X, to.Y); got != want {
		t.Errorf("dragged: %s, want %s", got, want)
	}
	if b.ghost.card.Visible() {
		t.Error("the card stays")
	}
	b.w.Canvas().Focus(b.list)
	down()
	drag(200, 30)
	b.heard()
	b.press(fyne.KeyEscape)
	b.list.DragEnd()
	if got := b.heard(); !strings.HasPrefix(got, "drag nothing") || strings.Contains(got, "drop") || b.ghost.card.Visible() {
		t.Errorf("Esc while dragging: %s", got)
	}
}

// A picture moves under the pointer and where the keyboard is, comes to rest by itself, and never moves for someone who
// wants no motion.
func TestPicturesMoveOnTheShelf(t *testing.T) {
	b := newShelfBench(t, routines.Load(""), false)
	point := func(i int) {
		on, at := b.row(i)
		b.list.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on, AbsolutePosition: at}})
	}
	moving := func() (out []int) {
		for i, f := range b.list.faces {
			if f.thumb.Moving() {
				out = append(out, i)
			}
		}
		return out
	}
	point(3)
	if b.pass(100 * time.Millisecond); len(moving()) != 0 {
		t.Error("something moves where the pointer only passes")
	}
	if b.pass(time.Second); len(moving()) != 1 || moving()[0] != 3 {
		t.Errorf("under the pointer is 3, %v move", moving())
	}
	point(4)
	if b.pass(time.Second); len(moving()) != 1 || moving()[0] != 4 {
		t.Errorf("under the pointer is 4, %v move", moving())
	}
	b.list.MouseOut()
	if len(moving()) != 0 || b.list.mover.Ticking() {
		t.Error("it moves on where nobody points")
	}
	b.w.Canvas().Focus(b.list)
	b.press(fyne.KeyHome, fyne.KeyDown)
	if b.pass(time.Second); len(moving()) != 1 || moving()[0] != 1 {
		t.Errorf("the keyboard is on 1, %v move", moving())
	}
	if b.pass(2 * parts.UntilRest); b.list.mover.Ticking() || len(moving()) != 0 {
		t.Error("it moves on with nobody there")
	}
	b.press(fyne.KeyDown)
	b.pass(time.Second)
	b.shelf.Hide()
	if b.list.mover.Ticking() {
		t.Error("it moves where nobody sees it")
	}

	still := newShelfBench(t, routines.Load(""), true)
	still.w.Canvas().Focus(still.list)
	if still.pass(time.Second); still.list.mover.Ticking() {
		t.Error("it moves for someone who wants no motion")
	}
}

// What is one's own is marked, and a library that was read again keeps what is chosen.
func TestTheShelfKeepsItsPlace(t *testing.T) {
	lib := guitest.Library(t)
	lib.Catalogue.Get("cat-cow").Source = exercise.Own
	b := newShelfBench(t, lib, true)
	b.search.SetText("cat-cow")
	if e := b.entry(0); e.icon != look.IconEdit {
		t.Error("an exercise of one's own is not marked")
	}
	b.tap(0)
	b.heard()
	b.Set(guitest.Library(t), parts.Tones{})
	if b.chosen == nil || b.chosen.ID != "cat-cow" || b.list.at != 0 || b.search.Text != "cat-cow" {
		t.Error("reading the library again loses what is chosen, or what was typed")
	}
	b.own.Contents()[0].(*parts.Button).OnTapped()
	if got := b.heard(); got != "pose cat-cow" {
		t.Errorf("drawing one of one's own: %s", got)
	}
}
