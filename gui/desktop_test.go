//go:build desktop

// These tests drive the real program in a real desktop: run them as `.ci/desktop go test -tags desktop ./gui`, with the
// program's path in CATCOW_BINARY. They look at it only from the outside: keys in, pictures and files out.

package gui_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"catcow/routines/session"
)

// patience is how long anything may take that a person would wait for; a busy machine gets plenty.
const patience = 20 * time.Second

// app is the program in the desktop, with a data folder of its own.
type app struct {
	t    *testing.T
	data string
	cmd  *exec.Cmd
	out  bytes.Buffer
	done chan error
}

// open starts the program and waits for its window.
func open(t *testing.T, data string, args ...string) *app {
	t.Helper()
	binary := os.Getenv("CATCOW_BINARY")
	if binary == "" || os.Getenv("CATCOW_DESKTOP") == "" {
		t.Fatal("run this inside .ci/desktop, with the program's path in CATCOW_BINARY")
	}
	a := &app{t: t, data: data, done: make(chan error, 1)}
	a.cmd = exec.Command(binary, append([]string{"--data", data}, args...)...)
	a.cmd.Stdout, a.cmd.Stderr = &a.out, &a.out
	if err := a.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { a.done <- a.cmd.Wait() }()
	t.Cleanup(func() {
		a.cmd.Process.Kill()
		if t.Failed() {
			t.Logf("the program said:\n%s", a.out.String())
		}
	})
	a.until("the window is open", func() bool { return a.window() != "" })
	return a
}

// until waits for what must come true.
func (a *app) until(what string, ok func() bool) {
	a.t.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			a.shot("failed")
			a.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// window is the X window's number, or "".
func (a *app) window() string {
	out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Catcow").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(strings.Split(string(out), "\n")[0])
}

// press presses keys as a person does: the window has the keyboard, one key after the other.
func (a *app) press(keys ...string) {
	a.t.Helper()
	if out, err := exec.Command("xdotool", "windowfocus", a.window()).CombinedOutput(); err != nil {
		a.t.Fatalf("giving the window the keyboard: %v: %s", err, out)
	}
	for _, k := range keys {
		if out, err := exec.Command("xdotool", "key", k).CombinedOutput(); err != nil {
			a.t.Fatalf("pressing %s: %v: %s", k, err, out)
		}
	}
}

// shot is a picture of the window. CATCOW_SHOTS keeps a copy by name.
func (a *app) shot(name string) image.Image {
	a.t.Helper()
	window := a.window()
	if window == "" { // import would wait for a click, and hold the whole desktop while it does
		return image.NewNRGBA(image.Rectangle{})
	}
	out, err := exec.Command("import", "-window", window, "png:-").Output()
	if err != nil {
		a.t.Logf("taking a picture: %v", err)
		return image.NewNRGBA(image.Rectangle{})
	}
	if dir := os.Getenv("CATCOW_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".png"), out, 0o644); err != nil {
			a.t.Error(err)
		}
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		a.t.Fatal(err)
	}
	return img
}

var stateLine = regexp.MustCompile(`(?m)^state = "(\w+)"`)

// state is what the kept session says of itself; "" when there is none.
func (a *app) state() string {
	var found string
	err := filepath.WalkDir(a.data, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.Name() != session.File {
			return err
		}
		text, err := os.ReadFile(path)
		if m := stateLine.FindSubmatch(text); m != nil {
			found = string(m[1])
		}
		return err
	})
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		a.t.Log(err) // replaced while it was read: the next look sees it
	}
	return found
}

func (a *app) untilState(want session.State) {
	a.t.Helper()
	a.until("the kept session says "+string(want), func() bool { return a.state() == string(want) })
}

// quit closes the window by its key and checks that the program ends well.
func (a *app) quit() {
	a.t.Helper()
	a.press("ctrl+q")
	select {
	case err := <-a.done:
		if err != nil {
			a.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		a.t.Error("Ctrl+Q did not end the program")
	}
}

// shirt counts the pixels of the figure's shirt, in any of its tones.
func shirt(img image.Image) int {
	n := 0
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if c.R < 70 && c.G > 110 && c.G < 180 && c.B > 105 && c.B < 170 {
				n++
			}
		}
	}
	return n
}

// moved counts the pixels that differ between two pictures, in the left two thirds where the stage is.
func moved(a, b image.Image) int {
	n := 0
	r := a.Bounds().Intersect(b.Bounds())
	for y := r.Min.Y; y < r.Min.Y+r.Dy()*3/4; y++ {
		for x := r.Min.X; x < r.Min.X+r.Dx()*2/3; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// TestDesktopSession plays the combo by keys alone, from the first screen to the last.
func TestDesktopSession(t *testing.T) {
	a := open(t, t.TempDir())
	a.until("Today shows figures", func() bool { return shirt(a.shot("today")) > 1500 })

	a.press("Return") // Start
	a.untilState(session.Playing)
	a.press("Right") // past getting ready
	var first image.Image
	a.until("the figure moves", func() bool {
		first = a.shot("playing")
		return shirt(first) > 1500 && moved(first, a.shot("playing-later")) > 300
	})

	a.press("space")
	a.untilState(session.Paused)
	a.until("the figure stands still while paused", func() bool { return moved(a.shot("paused"), a.shot("paused-later")) == 0 })
	a.press("space")
	a.untilState(session.Playing)

	a.press("f")
	a.until("the mat view fills the window", func() bool { return moved(first, a.shot("mat")) > 20000 })
	a.press("f")

	for range 20 {
		if a.state() == string(session.Waiting) {
			break
		}
		a.press("Right")
		time.Sleep(150 * time.Millisecond) // the file follows the key
	}
	a.untilState(session.Waiting)
	a.shot("activity")
	a.press("space") // the activity is over
	a.untilState(session.Playing)
	a.press("Right", "Right")
	a.shot("hold")
	for range 40 {
		if a.state() == "" {
			break
		}
		a.press("Right")
		time.Sleep(150 * time.Millisecond)
	}
	a.until("the session is over and forgotten", func() bool { return a.state() == "" })
	a.shot("end")
	a.quit()
}

// TestDesktopSurvives kills the program in the middle of a session: the next start offers to go on.
func TestDesktopSurvives(t *testing.T) {
	data := t.TempDir()
	a := open(t, data)
	a.until("Today shows figures", func() bool { return shirt(a.shot("before")) > 1500 })
	a.press("Return")
	a.untilState(session.Playing)
	if err := a.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-a.done
	a.until("its window is gone", func() bool { return a.window() == "" })

	b := open(t, data)
	if b.state() == "" {
		t.Error("the session did not survive")
	}
	b.until("Today shows figures", func() bool { return shirt(b.shot("offered")) > 1500 })
	b.quit()
}

// TestDesktopOneWindow starts the program twice: the second hands over to the first and ends well.
func TestDesktopOneWindow(t *testing.T) {
	data := t.TempDir()
	a := open(t, data)
	second := exec.Command(os.Getenv("CATCOW_BINARY"), "--data", data)
	if out, err := second.CombinedOutput(); err != nil {
		t.Errorf("the second start ended with %v: %s", err, out)
	}
	a.quit()
}

// TestDesktopFollowsFiles puts a routine beside the shipped ones while the window is open.
func TestDesktopFollowsFiles(t *testing.T) {
	data := t.TempDir()
	a := open(t, data)
	a.until("Today shows figures", func() bool { return shirt(a.shot("files")) > 1500 })
	a.press("ctrl+2")
	before := a.shot("routines")
	routine := "name = \"AAA My Own\"\n[[phase]]\nname = \"Move\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"cat-cow\"\n"
	if err := os.WriteFile(filepath.Join(data, "routines", "aaa-my-own.toml"), []byte(routine), 0o644); err != nil {
		t.Fatal(err)
	}
	a.until("the new routine is on the screen", func() bool { return moved(before, a.shot("routines-own")) > 500 })
	a.quit()
}
