package pose

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

func wear(t *testing.T) {
	t.Helper()
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
}

// size is what the screen has beside the rail of the usual window.
var size = fyne.NewSize(1096, 760)

// pull drags a handle on the stage as a pointer would that gets ahead of it: a window takes the keyboard away from what
// the pointer is no longer over.
func (d *desk) pull(h figure.Handle, dx, dy float32) {
	k := d.frame.easel.knobAt(h)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(k).AddXY(k.disc, k.disc)
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.AbsolutePosition = at
	k.MouseDown(down)
	for i := 1; i <= 4; i++ {
		f := float32(i) / 4
		drag := &fyne.DragEvent{}
		drag.AbsolutePosition = at.AddXY(dx*f, dy*f)
		k.Dragged(drag)
	}
	k.MouseUp(down)
	d.win.Canvas().Unfocus()
	k.DragEnd()
}

// file is the text of an own exercise.
func (d *desk) file(t *testing.T, id string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(d.dir, "exercises", id+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func (d *desk) lastSaid() string {
	if len(d.said) == 0 {
		return ""
	}
	return d.said[len(d.said)-1]
}

func TestAHandIsDraggedUndoneAndSaved(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.Start("cat-cow")
	if d.work.id != "my-cat-cow-flow" || d.work.now.file.Name != "My Cat-Cow Flow" {
		t.Fatalf("begun as %s, %q", d.work.id, d.work.now.file.Name)
	}
	d.showPose(1)
	before := d.work.figure()
	k := d.frame.easel.knobAt(figure.HandleHead).middle()
	d.pull(figure.HandleHead, 12, -30)
	after := d.frame.easel.knobAt(figure.HandleHead).middle()
	if d.work.figure() == before || math.Abs(float64(after.Y-k.Y+30)) > 8 {
		t.Fatalf("the head went from %v to %v", k, after)
	}
	if len(d.work.back) != 1 {
		t.Errorf("a drag is %d steps", len(d.work.back))
	}
	d.Shortcut(&fyne.ShortcutUndo{})
	if d.work.figure() != before || !strings.Contains(d.lastSaid(), "head moved") {
		t.Errorf("undo: said %q", d.lastSaid())
	}
	d.Shortcut(&fyne.ShortcutRedo{})
	if d.work.figure() == before {
		t.Error("redo does nothing")
	}
	d.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: ctrl})
	text := d.file(t, "my-cat-cow-flow")
	e, problems := exercise.Parse("my-cat-cow-flow", "", text)
	if problems != nil {
		t.Fatal(problems)
	}
	if e.Name != "My Cat-Cow Flow" || bytes.Contains(text, []byte("#:schema")) || !bytes.Contains(text, []byte(`name  = "cat"`)) {
		t.Errorf("saved:\n%s", text)
	}
	if d.work.dirty() || d.frame.status.Text() != "my-cat-cow-flow.toml · saved" {
		t.Errorf("status %q", d.frame.status.Text())
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(d.left) != 1 || d.left[0] != "my-cat-cow-flow" {
		t.Errorf("left with %v", d.left)
	}
}

func TestTheKeyboardDoesItAll(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("stand")
	c := d.win.Canvas()
	key := func(k fyne.KeyName) {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			d.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { d.TypedKey(e) })
	// Tab comes to every handle.
	seen := map[figure.Handle]bool{}
	for range 60 {
		c.FocusNext()
		if k, ok := c.Focused().(*knob); ok {
			seen[k.handle] = true
		}
	}
	if len(seen) < 8 {
		t.Fatalf("Tab comes to %d handles", len(seen))
	}
	d.frame.easel.both = false
	d.frame.show()
	k := d.frame.easel.knobAt(figure.HandleRightHand)
	d.focus(k)
	was := k.middle()
	for range 5 {
		key(fyne.KeyRight)
		key(fyne.KeyUp)
	}
	now := k.middle()
	scale, _, _ := d.frame.easel.fitting()
	if moved := float64(now.X-was.X) / scale; moved < 0.035 || moved > 0.065 {
		t.Errorf("five presses of → go %.3f", moved)
	}
	if len(d.work.back) != 1 {
		t.Errorf("one go along the arrows is %d steps", len(d.work.back))
	}
	d.held = fyne.KeyModifierShift
	was = k.middle()
	key(fyne.KeyRight)
	if moved := float64(k.middle().X-was.X) / scale; moved < 0.03 {
		t.Errorf("with Shift → goes %.3f", moved)
	}
	d.held = 0
	// A foot is let go, lifted, and planted again.
	d.focus(d.frame.easel.knobAt(figure.HandleRightFoot))
	d.rune('p')
	if rest := d.work.figure().ContactsOf(0); len(rest) != 1 || rest[0] != "left_foot" {
		t.Errorf("it rests on %v; said %q", rest, d.frame.felts.text.Text())
	}
	d.rune('p')
	if rest := d.work.figure().ContactsOf(0); len(rest) != 1 || rest[0] != "feet" {
		t.Errorf("it rests on %v; said %q", rest, d.frame.felts.text.Text())
	}
	// The shoulders turn.
	d.focus(d.frame.easel.knobAt(figure.HandleChest))
	d.rune('.')
	if sp := d.work.figure().Poses[0].Spine; sp == nil || sp.Turn == nil || *sp.Turn <= 0 {
		t.Errorf("turned: %+v", sp)
	}
	// One more pose, there and back, and another order.
	d.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: ctrl})
	if n := len(d.work.figure().Poses); n != 2 || d.work.now.pose != 1 {
		t.Fatalf("%d poses, looking at %d", n, d.work.now.pose)
	}
	key(fyne.KeyLeftBracket)
	if d.work.now.pose != 0 {
		t.Error("[ does not go back")
	}
	key(fyne.KeyRightBracket)
	d.focus(d.frame.easel.knobAt(figure.HandleHead))
	key(fyne.KeyUp)
	key(fyne.KeyLeft)
	head := d.work.figure().Poses[1].Spine
	d.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: alt})
	if d.work.now.pose != 0 || head == nil || d.work.figure().Poses[0].Spine == nil {
		t.Errorf("the pose is not moved: %+v", d.work.figure().Poses)
	}
	d.frame.strip.cells[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(d.work.figure().Poses) != 1 {
		t.Error("Delete leaves the pose")
	}
	for d.frame.undo.Disabled() == false {
		d.undo()
	}
	if len(d.work.figure().Poses) != 1 || d.work.figure().Poses[0].Spine != nil || d.work.figure().Poses[0].RightArm != nil {
		t.Errorf("after taking all back: %+v", d.work.figure().Poses[0])
	}
}

// click clicks on the stage as a window does, beside whatever has the keyboard.
func (d *desk) click(at fyne.Position) {
	d.win.Canvas().Unfocus()
	d.frame.easel.Tapped(&fyne.PointEvent{Position: at})
}

func TestTheKeyboardIsOnWhatWasDragged(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.Start("roll-down")
	c, e := d.win.Canvas(), d.frame.easel
	e.both = false
	hand := e.knobAt(figure.HandleRightHand)
	d.pull(figure.HandleRightHand, -400, -400)
	if c.Focused() != fyne.Focusable(hand) {
		t.Fatalf("after dragging a hand the keyboard is on %T", c.Focused())
	}
	was := d.work.figure()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if d.work.figure() == was {
		t.Error("the arrows do not move it")
	}
	c.Focused().TypedRune(',')
	if text := d.frame.felts.text.Text(); !strings.Contains(text, "go round") {
		t.Errorf("a hand does not go round, and that is told as %q", text)
	}
	d.pull(figure.HandleChest, 10, 0)
	if text := d.frame.felts.text.Text(); text != "" {
		t.Errorf("of the hand it is still said, on the chest: %q", text)
	}
	was = d.work.figure()
	c.Focused().TypedRune('.')
	if d.work.figure() == was {
		t.Error("the chest does not go round")
	}
}

func TestAClickOnTheStageLeavesTheKeyboardThere(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("stand")
	c, e := d.win.Canvas(), d.frame.easel
	head := e.knobAt(figure.HandleHead)
	d.click(head.middle().AddXY(0, -60))
	if c.Focused() != fyne.Focusable(head) {
		t.Fatalf("above the head a click leads to %T", c.Focused())
	}
	d.focus(e.knobAt(figure.HandleHips))
	d.click(head.middle().AddXY(0, -60))
	if c.Focused() != fyne.Focusable(e.knobAt(figure.HandleHips)) {
		t.Errorf("a click does not leave the keyboard on the handle that was chosen")
	}
	// So does laying a hand on a place that is clicked.
	d.focus(e.knobAt(figure.HandleRightHand))
	d.lay()
	at, _ := e.shown.PointPlace(0, "right_hip", e.options())
	d.click(e.at(at))
	if e.picking != nil || c.Focused() != fyne.Focusable(e.knobAt(figure.HandleRightHand)) {
		t.Errorf("after laying a hand the keyboard is on %T", c.Focused())
	}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, 100, false)) // in which figures move
	d.Start("cat-cow")
	d.frame.play()
	d.click(fyne.NewPos(200, 200))
	if !e.playing || c.Focused() != fyne.Focusable(d.frame.tools.play) {
		t.Errorf("while it moves a click leads to %T", c.Focused())
	}
}

func TestAPlaceIsFeltByPointerAndByKey(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("stand")
	d.feel()
	e := d.frame.easel
	at, _ := e.shown.PointPlace(0, "right_knee", e.options())
	e.Tapped(&fyne.PointEvent{Position: e.at(at)})
	if f := d.work.figure().Feel; len(f) != 1 || !strings.HasSuffix(f[0], "knee") && !strings.Contains(f[0], "knee") {
		t.Fatalf("felt %v", f)
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	named := e.pointed
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f := d.work.figure().Feel; len(f) != 2 || f[1] != named || named != "head_top" {
		t.Errorf("felt %v, named %q", f, named)
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.picking != nil || d.frame.felts.Visible() {
		t.Error("Esc does not end it")
	}
}

func TestFaultsAreSaid(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("stand")
	d.addPose()
	// Resting on a hand that is in the air cannot be.
	d.pose(didRest, func(f *figure.Figure, i int) *figure.Figure {
		n := *f
		n.Poses = slices.Clone(f.Poses)
		n.Poses[i].Contacts = []string{"feet", "left_hand"}
		return &n
	})
	for d.verified != d.work.figure() || len(d.faults) == 0 {
		d.posts.next(t)
	}
	list := d.frame.panes[0].Contents()[0].(*fyne.Container).Objects[0]
	if !list.Visible() || !strings.Contains(d.faults[0].Message.String(), "pose 2") {
		t.Errorf("said %v", d.faults)
	}
}

// BenchmarkDragOnStage is a step of a drag: the pose, the picture of it, and the pixels.
func BenchmarkDragOnStage(b *testing.B) {
	test.NewTempApp(b)
	guitest.Wear(look.Espresso, 100)
	d := newDesk(b, size)
	for _, c := range []struct {
		from string
		h    figure.Handle
	}{{"cat-cow", figure.HandleHead}, {"standing-side-bend", figure.HandleRightHand}, {"inchworm", figure.HandleHips}} {
		b.Run(c.from, func(b *testing.B) {
			d.Start(c.from)
			e := d.frame.easel
			e.grab(c.h)
			for i := 0; b.Loop(); i++ {
				a := float64(i) / 10
				e.drag(fyne.NewDelta(float32(40*math.Cos(a)), float32(40*math.Sin(a))))
				e.generate(710, 540)
			}
			e.letGo()
		})
	}
}
