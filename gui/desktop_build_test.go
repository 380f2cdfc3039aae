//go:build desktop

package gui_test

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// sixMinutes are the lengths that are said as six minutes.
const sixMinutes, notYetSeven = 330 * time.Second, 390 * time.Second

// kept is the newest draft of the data folder, read; false while there is none. It is read from a copy: who reads drafts
// tidies up what was half written, and that is the program's to do here.
func (a *app) kept() (draft.Draft, bool) {
	a.t.Helper()
	copied := a.t.TempDir()
	files, err := filepath.Glob(filepath.Join(a.data, "drafts", "[^.]*.toml"))
	if err != nil {
		a.t.Fatal(err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			continue // saved meanwhile
		}
		to := filepath.Join(copied, "drafts", filepath.Base(f))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, text, 0o600)); err != nil {
			a.t.Fatal(err)
		}
	}
	list, bad := draft.Store{Dir: copied}.Drafts()
	if len(bad) > 0 {
		a.t.Fatal(bad)
	}
	if len(list) == 0 {
		return draft.Draft{}, false
	}
	return draft.Read(list[0].ID, list[0].Text, routines.Load(a.data).Catalogue), true
}

// ids are the exercises of a routine that is being written, in its order.
func ids(c draft.Content) []string {
	var out []string
	for _, p := range c.Phases {
		for _, s := range p.Steps {
			out = append(out, s.Exercise)
		}
	}
	return out
}

// untilSteps waits until the draft has so many steps, and answers them.
func (a *app) untilSteps(n int) []string {
	a.t.Helper()
	var d draft.Draft
	a.until(strconv.Itoa(n)+" steps are kept", func() bool {
		var ok bool
		d, ok = a.kept()
		if got := len(ids(d.Content)); got > n {
			a.shot("too-many")
			a.t.Fatalf("%d steps are kept, not %d: %v", got, n, ids(d.Content))
		}
		return ok && len(ids(d.Content)) == n
	})
	return ids(d.Content)
}

// untilSaved waits until a routine of eight steps is in its file, and checks that it is one of six minutes.
func (a *app) untilSaved(id string) *routines.Routine {
	a.t.Helper()
	var r *routines.Routine
	a.until(id+" is saved", func() bool {
		if r, _ = routines.Load(a.data).Get(id); r == nil {
			return false
		}
		_, unsaved := a.kept()
		return r.Source == exercise.Own && !unsaved
	})
	if n := a.natural(r); n < sixMinutes || n >= notYetSeven {
		a.t.Errorf("it takes %v, not six minutes", n)
	}
	var kinds []exercise.Kind
	steps := 0
	for _, ph := range r.Phases {
		kinds = append(kinds, ph.Kind)
		steps += len(ph.Steps)
	}
	if steps != 8 || !slices.Equal(kinds, []exercise.Kind{exercise.Dynamic, exercise.Static}) {
		a.t.Errorf("it has %d steps in phases of %v", steps, kinds)
	}
	return r
}

// natural is how long a routine takes as it is written.
func (a *app) natural(r *routines.Routine) time.Duration {
	a.t.Helper()
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: routines.Load(a.data).Catalogue, Warm: true})
	if err != nil {
		a.t.Fatal(err)
	}
	return p.Length
}

// write types letters, as fast as a quick typist.
func (a *app) write(text string) {
	a.t.Helper()
	if out, err := exec.Command("xdotool", "type", "--delay", "30", text).CombinedOutput(); err != nil {
		a.t.Fatalf("typing: %v: %s", err, out)
	}
}

// toBuild shows the builder's first page.
func (a *app) toBuild() {
	a.t.Helper()
	a.until("Today shows figures", func() bool { return shirt(a.shot("today")) > 1500 })
	before := a.shot("build-before")
	a.press("ctrl+3")
	a.until("Build is shown", func() bool { return moved(before, a.shot("build-begin")) > 20000 })
}

// empty begins an empty routine of a name by keys, from the builder's first page.
func (a *app) empty(name string) {
	a.t.Helper()
	begin := a.shot("build-begin")
	a.press("Tab", "Return")
	a.until("an empty routine is shown", func() bool { return moved(begin, a.shot("build-empty")) > 5000 })
	a.write(name)
	a.press("Return")
	a.until("its name is kept", func() bool { d, _ := a.kept(); return d.Content.Name == name })
}

// add adds an exercise by keys, found by a part of its name.
func (a *app) add(part string) {
	a.t.Helper()
	a.press("ctrl+f", "ctrl+a")
	a.write(part)
	a.press("Return")
}

// moves waits until a session moves its figure.
func (a *app) moves(before image.Image, skip bool) {
	a.t.Helper()
	a.until("the session is shown", func() bool { return moved(before, a.shot("tried")) > 20000 })
	if skip {
		a.press("Right") // past getting ready
	}
	a.until("the figure moves", func() bool {
		first := a.shot("tried")
		return shirt(first) > 1500 && moved(first, a.shot("tried-later")) > 300
	})
}

// TestDesktopBuildByKeys builds a routine of six minutes and eight steps without the mouse, tries it and plays it.
func TestDesktopBuildByKeys(t *testing.T) {
	a := open(t, t.TempDir())
	a.toBuild()
	a.empty("Six minutes")
	want := []string{"shoulder-rolls", "march-in-place", "torso-rotation", "standing-side-bend", "cat-cow", "childs-pose", "knees-to-chest", "supine-twist"}
	for i, part := range []string{"shoulder rolls", "march", "torso rot", "standing side", "cat-cow", "child", "knees-to", "supine sp"} {
		a.add(part)
		if got := a.untilSteps(i + 1); !slices.Equal(got, want[:i+1]) {
			t.Fatalf("after %q the steps are %v", part, got)
		}
	}
	a.press("Escape", "Escape", "Home") // out of the search, to the first phase
	for _, less := range []int{2, 6, 2, 2, 2, 0, 3, 3, 3} {
		a.press("Down")
		for range less {
			a.press("minus")
		}
	}
	a.press("ctrl+s")
	r := a.untilSaved("six-minutes")
	if n := r.Phases[0].Steps[1].Dose().Reps; n != 6 {
		t.Errorf("six fewer than twelve are %d", n)
	}

	before := a.shot("built")
	a.press("ctrl+Return")
	a.moves(before, true)
	if s := a.state(); s != "" {
		t.Errorf("what is only tried is kept as a session that is %s", s)
	}
	a.press("Escape", "l") // it is left, and asks first: something was done already
	a.until("the builder is back", func() bool { return moved(before, a.shot("back")) < 5000 })

	a.press("ctrl+2", "ctrl+f")
	a.write("Six minutes")
	a.press("Return")
	a.until("it is the routine of Today", func() bool { return moved(before, a.shot("chosen")) > 20000 })
	a.press("Return")
	a.untilState(session.Playing)
	if kept, err := session.Load(a.data); kept == nil || kept.Routine != "six-minutes" {
		t.Errorf("what is played is %+v (%v)", kept, err)
	}
	a.quit()
}

// mouse does what xdotool is told, with the places in the window.
func (a *app) mouse(do ...any) {
	a.t.Helper()
	w := a.window()
	var args []string
	for _, d := range do {
		switch d := d.(type) {
		case image.Point:
			args = append(args, "mousemove", "--window", w, strconv.Itoa(d.X), strconv.Itoa(d.Y))
		default:
			args = append(args, strings.Fields(fmt.Sprint(d))...)
		}
	}
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		a.t.Fatalf("xdotool %v: %v: %s", args, err, out)
	}
}

// doubleClick adds the exercise that is there, as the n-th step. A machine with no time to spare may take the two clicks for
// single ones; then whoever clicked does it again.
func (a *app) doubleClick(at image.Point, n int) {
	a.t.Helper()
	for range 4 {
		a.mouse(at, "click --repeat 2 --delay 80 1")
		for end := time.Now().Add(patience / 4); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			if d, _ := a.kept(); len(ids(d.Content)) >= n {
				a.untilSteps(n)
				return
			}
		}
	}
	a.untilSteps(n)
}

// drag takes what is at one place to another, as steadily as a hand.
func (a *app) drag(from, to image.Point) {
	a.t.Helper()
	do := []any{from, "mousedown 1"}
	const steps = 15
	for i := range steps {
		do = append(do, from.Add(to.Sub(from).Mul(i+1).Div(steps)), "sleep 0.02")
	}
	a.mouse(append(do, "mouseup 1")...)
}

// The window opens 1180 units wide and 700 high. There the builder's first page has its ways in a row, and the builder
// its shelf at the left, the routine in the middle, and what is done with it above.
var (
	railBuild               = image.Pt(42, 168)
	beginEmpty              = image.Pt(320, 145)
	chipDynamic, chipStatic = image.Pt(166, 158), image.Pt(243, 158)
	buttonSave, buttonTry   = image.Pt(967, 45), image.Pt(1050, 45)
	middleTop, middleEnd    = image.Pt(640, 110), image.Pt(640, 660)
	aside                   = image.Pt(600, 20)
)

// onShelf is the middle of a row of the shelf, and plus the + on its picture.
func onShelf(row int) image.Point { return image.Pt(280, 262+row*145/2) }
func plus(row int) image.Point    { return image.Pt(192, onShelf(row).Y-13) }

// cards are the cards of steps that are wholly seen, between grip and picture, from the top.
func cards(img image.Image) []image.Rectangle {
	const x = 425
	var out []image.Rectangle
	from := -1
	for y := 80; y < 690; y++ {
		if white := alike(img.At(x, y), color.White); white && from < 0 {
			from = y
		} else if !white && from >= 0 {
			if y-from > 40 {
				out = append(out, image.Rect(396, from, 876, y))
			}
			from = -1
		}
	}
	return out
}

// less is the − of a card's first stepper.
func less(img image.Image, card image.Rectangle) image.Point {
	y := (card.Min.Y + card.Max.Y) / 2
	x := 636
	for well := (color.NRGBA{243, 237, 226, 255}); x < card.Max.X && !alike(img.At(x, y), well); x++ {
	}
	return image.Pt(x+10, y)
}

func alike(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return ar>>10 == br>>10 && ag>>10 == bg>>10 && ab>>10 == bb>>10
}

// TestDesktopBuildByMouse builds a routine of six minutes and eight steps without the keyboard, and plays it.
func TestDesktopBuildByMouse(t *testing.T) {
	a := open(t, t.TempDir())
	a.until("Today shows figures", func() bool { return shirt(a.shot("today")) > 1500 })
	today := a.shot("today")
	a.mouse(railBuild, "click 1")
	a.until("Build is shown", func() bool { return moved(today, a.shot("mouse-begin")) > 20000 })
	begin := a.shot("mouse-begin")
	a.mouse(beginEmpty, "click 1")
	a.until("an empty routine is shown", func() bool { return moved(begin, a.shot("mouse-empty")) > 5000 })

	a.mouse(chipDynamic, "click 1")
	a.drag(onShelf(0), middleTop) // into the empty routine
	first := a.untilSteps(1)
	a.doubleClick(onShelf(1), 2)
	a.mouse(plus(2), "click 1")
	got := a.untilSteps(3)
	a.drag(onShelf(3), middleTop) // before the first step
	if got = a.untilSteps(4); got[1] != first[0] {
		t.Errorf("an exercise dragged to the top makes the steps %v", got)
	}
	a.mouse(plus(4), "click 1")
	a.untilSteps(5)
	a.mouse(chipDynamic, "click 1", chipStatic, "click 1")
	a.drag(onShelf(0), middleEnd) // below all that moves: a new phase
	a.untilSteps(6)
	a.doubleClick(onShelf(1), 7)
	a.mouse(plus(2), "click 1")
	got = a.untilSteps(8)

	a.mouse(middleTop, "click --repeat 20 --delay 20 4", aside) // the wheel, to the top
	a.until("the first cards are seen", func() bool { return len(cards(a.shot("mouse-eight"))) >= 4 && a.still() })
	seen := cards(a.shot("mouse-eight"))
	a.drag(image.Pt(414, (seen[2].Min.Y+seen[2].Max.Y)/2), image.Pt(500, seen[0].Min.Y-2))
	want := append([]string{got[2], got[0], got[1]}, got[3:]...)
	a.until("the third step is the first", func() bool { d, _ := a.kept(); return slices.Equal(ids(d.Content), want) })

	long := func() bool {
		d, _ := a.kept()
		return d.Routine == nil || a.natural(d.Routine) >= notYetSeven
	}
	for _, wheel := range []string{"4", "5", "4", "5"} {
		a.mouse(middleTop, "click --repeat 20 --delay 20 "+wheel, aside)
		a.until("the wheel has come to rest", a.still)
		img := a.shot("mouse-doses")
		for _, card := range cards(img) {
			if !long() {
				break
			}
			was, _ := a.kept()
			a.mouse(less(img, card), "click --repeat 4 --delay 60 1", aside)
			a.until("the dose is less", func() bool { d, _ := a.kept(); return string(d.Text) != string(was.Text) })
		}
	}
	a.mouse(buttonSave, "click 1", aside)
	r := a.untilSaved("my-routine")
	var saved []string
	for _, ph := range r.Phases {
		for _, st := range ph.Steps {
			saved = append(saved, st.Exercise.ID)
		}
	}
	if !slices.Equal(saved, want) {
		t.Errorf("saved is %v, not %v", saved, want)
	}
	before := a.shot("mouse-saved")
	a.mouse(buttonTry, "click 1", aside)
	a.moves(before, false)
}

// still reports whether the routine in the middle rests.
func (a *app) still() bool {
	first, second := a.shot("still"), a.shot("still-later")
	for y := 90; y < 690; y += 3 {
		for x := 396; x < 876; x += 3 {
			if first.At(x, y) != second.At(x, y) {
				return false
			}
		}
	}
	return true
}

// TestDesktopBuildSurvives kills the program a second after an edit, which is there when it is started again.
func TestDesktopBuildSurvives(t *testing.T) {
	data := t.TempDir()
	a := open(t, data)
	a.toBuild()
	a.empty("Rescued")
	a.add("cat-cow")
	a.untilSteps(1)
	before := a.shot("rescue-before")
	a.add("child")
	a.until("the edit is seen", func() bool { return moved(before, a.shot("rescue-edited")) > 5000 })
	time.Sleep(time.Second) // what is promised to be lost at most
	if err := a.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-a.done
	a.until("its window is gone", func() bool { return a.window() == "" })
	if d, _ := a.kept(); !slices.Equal(ids(d.Content), []string{"cat-cow", "childs-pose"}) {
		t.Fatalf("what survived is %v", ids(d.Content))
	}

	b := open(t, data)
	b.toBuild()
	begin := b.shot("rescue-offered")
	b.press("Tab", "Return") // Go on
	b.until("the draft is shown", func() bool { return moved(begin, b.shot("rescue-resumed")) > 5000 })
	b.add("supine sp")
	if got := b.untilSteps(3); !slices.Equal(slices.Sorted(slices.Values(got)), []string{"cat-cow", "childs-pose", "supine-twist"}) {
		t.Errorf("gone on with, it is %v", got)
	}
	b.quit()
}

// TestDesktopBuildFollowsFile writes into the file of the open routine with another program: the window shows it, and what
// is saved then has both.
func TestDesktopBuildFollowsFile(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "routines", "mine.toml")
	text := "name = \"Mine\"\n\n[[phase]]\nname = \"Move\" # in the morning\nkind = \"dynamic\"\n\n[[phase.step]]\nexercise = \"cat-cow\"\n"
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
	a := open(t, data)
	a.toBuild()
	begin := a.shot("follow-begin")
	a.press("Tab", "Tab", "Tab", "Tab", "Return") // past the three ways to the list of one's own
	a.until("the routine is open", func() bool { return moved(begin, a.shot("follow-open")) > 5000 })
	before := a.shot("follow-open")
	text += "\n[[phase.step]]\nexercise = \"march-in-place\" # from outside\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	a.until("the change is shown", func() bool { return moved(before, a.shot("follow-changed")) > 1000 })
	a.add("torso rot")
	a.untilSteps(3)
	a.press("ctrl+s")
	a.until("it is saved", func() bool {
		now, err := os.ReadFile(file)
		return err == nil && strings.Contains(string(now), "torso-rotation")
	})
	now, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# in the morning", "march-in-place\" # from outside", "cat-cow"} {
		if !strings.Contains(string(now), want) {
			t.Errorf("the file has lost %q:\n%s", want, now)
		}
	}
	a.quit()
}
