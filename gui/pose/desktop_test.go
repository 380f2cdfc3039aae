//go:build desktop

package pose

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// The tests run the screen in a window of its own, in a process of its own: this one, started again with this set to the
// data folder.
const windowOf = "CATCOW_POSE_WINDOW"

func TestMain(m *testing.M) {
	if dir := os.Getenv(windowOf); dir != "" {
		window(dir)
		return
	}
	os.Exit(m.Run())
}

// window shows the screen and answers on its output where the handles are, whenever a line comes in.
func window(dir string) {
	a := app.New()
	a.Settings().SetTheme(look.New(look.Espresso, 100, false))
	w := a.NewWindow("catcow pose")
	s := New(Deps{Now: time.Now, Folder: dir, Say: func(t string) { fmt.Println("say", t) }, Done: func(string) {}, Post: fyne.Do})
	s.Set(routines.Load(dir), parts.Tones{})
	w.SetPadded(false)
	w.SetContent(container.NewStack(canvas.NewRectangle(look.Color(look.Window)), s))
	for _, sc := range Shortcuts() {
		w.Canvas().AddShortcut(sc, func(sc fyne.Shortcut) { s.Shortcut(sc) })
	}
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { s.TypedKey(e) })
	w.Canvas().SetOnTypedRune(func(r rune) { s.TypedRune(r) })
	w.Resize(fyne.NewSize(1096, 760))
	s.Start("overhead-reach")
	go func() {
		in := bufio.NewScanner(os.Stdin)
		for in.Scan() {
			fyne.Do(func() {
				for _, k := range s.frame.easel.knobs {
					at := fyne.CurrentApp().Driver().AbsolutePositionForObject(k).AddXY(k.disc, k.disc)
					fmt.Println("knob", int(k.handle), int(at.X), int(at.Y))
				}
				fmt.Println("end")
			})
		}
		fyne.Do(a.Quit)
	}()
	w.ShowAndRun()
	s.Flush()
}

// real is the screen in a real window.
type real struct {
	t    *testing.T
	dir  string
	win  string
	in   *bufio.Writer
	out  *bufio.Scanner
	said []string
}

func openReal(t *testing.T) *real {
	t.Helper()
	r := &real{t: t, dir: t.TempDir()}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), windowOf+"="+r.dir)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("the window ended with %v", err)
		}
	})
	r.in, r.out = bufio.NewWriter(in), bufio.NewScanner(out)
	r.win = strings.TrimSpace(r.do("search", "--sync", "--onlyvisible", "--name", "^catcow pose$"))
	r.do("windowactivate", "--sync", r.win)
	return r
}

// do runs xdotool.
func (r *real) do(args ...string) string {
	r.t.Helper()
	out, err := exec.Command("xdotool", args...).Output()
	if err != nil {
		r.t.Fatalf("xdotool %v: %v", args, err)
	}
	return string(out)
}

// knob is where a handle is on the window; asking waits until the window has done what came before.
func (r *real) knob(h figure.Handle) (x, y int) {
	r.t.Helper()
	fmt.Fprintln(r.in, "where")
	r.in.Flush()
	for r.out.Scan() {
		line := r.out.Text()
		f := strings.Fields(line)
		switch {
		case line == "end":
			return x, y
		case len(f) == 4 && f[0] == "knob" && f[1] == strconv.Itoa(int(h)):
			x, _ = strconv.Atoi(f[2])
			y, _ = strconv.Atoi(f[3])
		case strings.HasPrefix(line, "say "):
			r.said = append(r.said, line[4:])
		}
	}
	r.t.Fatal("the window does not answer")
	return 0, 0
}

// drag pulls a handle with the pointer, in steps as a hand does.
func (r *real) drag(h figure.Handle, dx, dy int) {
	r.t.Helper()
	x, y := r.knob(h)
	at := func(x, y int) { r.do("mousemove", "--sync", "--window", r.win, strconv.Itoa(x), strconv.Itoa(y)) }
	at(x, y)
	r.knob(h)
	r.do("mousedown", "1")
	for i := 1; i <= 10; i++ {
		at(x+dx*i/10, y+dy*i/10)
		r.knob(h)
	}
	r.do("mouseup", "1")
	r.knob(h)
}

// shot is a picture of the window.
func (r *real) shot() image.Image {
	r.t.Helper()
	data, err := exec.Command("import", "-window", r.win, "png:-").Output()
	if err != nil {
		r.t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		r.t.Fatal(err)
	}
	return img
}

// until waits for something that the window does in its own time.
func (r *real) until(what string, ok func() bool) {
	r.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); {
		r.knob(figure.HandleHead)
		if ok() {
			return
		}
	}
	r.t.Fatalf("%s: said %q", what, r.said)
}

func TestAHandIsDraggedSavedAndPlayedOnADesktop(t *testing.T) {
	r := openReal(t)
	if dir := os.Getenv("CATCOW_SHOTS"); dir != "" {
		t.Cleanup(func() { keep(t, filepath.Join(dir, "pose.png"), r.shot()) })
	}
	r.drag(figure.HandleRightElbow, -40, -30)
	x, _ := r.knob(figure.HandleChest)
	r.drag(figure.HandleChest, -30, 0)
	if now, _ := r.knob(figure.HandleChest); now > x-25 || now < x-35 {
		t.Errorf("the chest went from %d to %d, and the pointer 30 to the left", x, now)
	}
	r.do("key", "ctrl+s")
	var path string
	var text []byte
	r.until("saved", func() bool {
		files, _ := filepath.Glob(filepath.Join(r.dir, "exercises", "*.toml"))
		if len(files) == 1 {
			path = files[0]
			text, _ = os.ReadFile(path)
		}
		return len(text) > 0
	})
	id := strings.TrimSuffix(filepath.Base(path), ".toml")
	e, problems := exercise.Parse(id, path, text)
	if problems != nil {
		t.Fatal(problems)
	}
	was := routines.Load("").Catalogue.Get("overhead-reach").Figure
	if figure.SamePicture(was, e.Figure, 0) {
		t.Errorf("the file has the pose as it was:\n%s", text)
	}
	if list := e.Figure.Verify(); len(list) > 0 {
		t.Errorf("a body cannot do what was saved: %v", list)
	}
	// Space plays, and plays no longer.
	r.do("key", "Escape")
	still := r.shot()
	r.do("key", "space")
	r.until("it moves", func() bool { return differ(still, r.shot()) > 2000 })
	one := r.shot()
	r.until("it goes on", func() bool { return differ(one, r.shot()) > 1000 })
	r.do("key", "space")
	r.until("it rests", func() bool { a := r.shot(); r.knob(figure.HandleHead); return differ(a, r.shot()) == 0 })
}

// differ is how many pixels of two pictures differ.
func differ(a, b image.Image) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

func keep(t *testing.T, path string, img image.Image) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
