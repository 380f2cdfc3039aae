package printing

import (
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/paper"
	"catcow/routines/plan"
)

func write(t *testing.T, name string, s []paper.Sheet, o paper.Options, how func(io.Writer, []paper.Sheet, paper.Options) error) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := how(f, s, o); err != nil {
		t.Fatal(err)
	}
}

// started is the sheet over a window of the usual size.
func started(t *testing.T, routine string) (*Printing, fyne.Window, *heard) {
	t.Helper()
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	p, w := shown(t, fyne.NewSize(1180, 760), routine)
	h := &heard{}
	p.deps.Say = func(s string) { h.said = append(h.said, s) }
	p.deps.OpenURL = func(u *url.URL) error { h.opened = append(h.opened, u); return h.refuse }
	if !p.Shown() {
		t.Fatal("the sheet is not shown")
	}
	return p, w, h
}

// heard is what the window and the system were asked for.
type heard struct {
	said   []string
	opened []*url.URL
	refuse error
}

func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		e := &fyne.KeyEvent{Name: k}
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(e)
		} else {
			w.Canvas().OnTypedKey()(e)
		}
	}
}

// Everything can be done without the mouse.
func TestByKeyboard(t *testing.T) {
	p, w, h := started(t, "combo-10")
	press(w, fyne.KeyReturn)
	if p.Shown() || len(h.opened) != 1 {
		t.Fatalf("Enter opened %v; said %v", h.opened, h.said)
	}
	path := h.opened[0].Path
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("%v, %.10q", err, data)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read %v: %v", info, err)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("others may look into %v: %v", info, err)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("something is left over the window")
	}
	p.Close()
	if _, err := os.Stat(path); err == nil {
		t.Error("the file for the viewer is left")
	}
	lib := guitest.Library(t)
	r, _ := lib.Get("combo-10")
	p.Show(plan.Input{Routine: r, Catalogue: lib.Catalogue}, parts.Tones{})
	press(w, fyne.KeyPageDown)
	if p.over.preview.page != 1 {
		t.Error("Page Down does not turn the page")
	}
	press(w, fyne.KeyEscape)
	if p.Shown() {
		t.Error("Esc does not close the sheet")
	}
}

// What is chosen is what is printed, and is kept for the next time.
func TestChoices(t *testing.T) {
	p, _, _ := started(t, "combo-10")
	o := p.over
	p.choices.size, p.choices.days = paper.Letter, 28
	o.in.Length = 20 * time.Minute
	o.changed()
	if o.sheet.Days != 28 || o.sheet.Facts[0] != "20 min" || o.preview.doc.Width != 612 {
		t.Errorf("%d days, %v, %v wide", o.sheet.Days, o.sheet.Facts, o.preview.doc.Width)
	}
	p.choices.page = true
	o.formatted()
	if filepath.Base(o.place.Text) != "combo-10.html" {
		t.Errorf("the web page is called %s", o.place.Text)
	}
	name, data, err := o.document()
	if err != nil || name != "combo-10.html" || !strings.HasPrefix(string(data), "<!DOCTYPE html>") {
		t.Errorf("%s, %v, %.20q", name, err, data)
	}
	p.Show(o.in, parts.Tones{})
	if p.over.sheet.Days != 28 {
		t.Error("the choices are forgotten")
	}
}

// Letters that the PDF cannot show are told at the top of the sheet, as long as it is to be a PDF, which is made all the
// same.
func TestLetters(t *testing.T) {
	p, _, _ := started(t, "combo-10")
	if p.over.lacking.Visible() {
		t.Errorf("without need it says %q", p.over.lacking.Text())
	}
	in := p.over.in
	r := *in.Routine
	r.Name = "朝のストレッチ"
	in.Routine = &r
	p.Show(in, parts.Tones{})
	o := p.over
	if got := o.lacking.Text(); !o.lacking.Visible() || !strings.HasPrefix(got, "朝のストレッチ has letters that the PDF cannot show") || !strings.Contains(got, "web page") {
		t.Errorf("it says %q", got)
	}
	if o.lacking.Size().Height < o.lacking.MinSize().Height {
		t.Errorf("it has %v of room", o.lacking.Size())
	}
	if _, data, err := o.document(); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("%v, %.10q", err, data)
	}
	p.choices.page = true
	o.formatted()
	if o.lacking.Visible() {
		t.Error("it is said of a web page too")
	}
}

// A file that is there is written over only when that was asked for twice.
func TestSave(t *testing.T) {
	p, _, h := started(t, "micro-1")
	path := filepath.Join(t.TempDir(), "mine.pdf")
	if err := os.WriteFile(path, []byte("precious"), 0o644); err != nil {
		t.Fatal(err)
	}
	o := p.over
	o.place.SetText(path)
	o.save()
	if data, _ := os.ReadFile(path); string(data) != "precious" || o.place.Said() == "" || o.saver.Label() != "Write over it" {
		t.Errorf("written over at once, or nothing said: %q", o.saver.Label())
	}
	o.place.SetText(filepath.Dir(path))
	if o.place.Said() != "" || o.saver.Label() != "Save" {
		t.Error("the warning stays for another name")
	}
	o.save()
	if !p.Shown() || o.place.Said() == "" {
		t.Error("a folder was taken for a file")
	}
	o.place.SetText(path)
	o.save()
	o.save()
	if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), "%PDF-") || p.Shown() || len(h.said) != 1 {
		t.Errorf("not saved: %.10q, %v", data, h.said)
	}
}

// What keeps a file from being written is said in plain words, without the names only the system knows.
func TestUnwritten(t *testing.T) {
	dir := t.TempDir()
	path, hidden := filepath.Join(dir, "x.pdf"), filepath.Join(dir, ".x.pdf.a28f01b2.new")
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: hidden, Err: syscall.EACCES}, "nothing may be written in " + dir},
		{&fs.PathError{Op: "open", Path: hidden, Err: syscall.EROFS}, "nothing may be written in " + dir},
		{&fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}, "something else is where the folder " + dir + " should be"},
		{&fs.PathError{Op: "write", Path: hidden, Err: errors.New("no room")}, "no room"},
		{&os.LinkError{Op: "rename", Old: hidden, New: path, Err: errors.New("busy")}, "busy"},
	} {
		if got := Unwritten(path, fmt.Errorf("writing %s: %w", path, c.err)); got.Error() != c.want {
			t.Errorf("%v is said as %q", c.err, got)
		}
	}
	if got := Unwritten(dir, nil); got.Error() != "it is a folder; name a file in it" {
		t.Errorf("a folder is said as %q", got)
	}
	p, _, _ := started(t, "micro-1")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	p.over.place.SetText(filepath.Join(path, "y.pdf"))
	p.over.save()
	if got := p.over.place.Said(); got != "That could not be saved: something else is where the folder "+path+" should be" {
		t.Errorf("said %q", got)
	}
}

// A viewer that cannot be opened is said, and the sheet stays so that the file can be saved.
func TestNoViewer(t *testing.T) {
	p, w, h := started(t, "micro-1")
	h.refuse = errors.New("no viewer")
	press(w, fyne.KeyReturn)
	if !p.Shown() || len(h.said) != 1 || !strings.Contains(h.said[0], "no viewer") {
		t.Errorf("said %v", h.said)
	}
}

// An SVG is drawn into the whole of its place wherever its view begins, and an odd one is an error.
func TestSVG(t *testing.T) {
	for _, view := range []string{"0 0 40 20", "-20 -10 40 20", "100 50 40 20"} {
		var x, y float64
		if _, err := fmt.Sscan(view, &x, &y); err != nil {
			t.Fatal(err)
		}
		svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s"><path fill="#ff0000" d="M%g %gh40v20h-40z"/></svg>`, view, x, y)
		img, err := drawSVG([]byte(svg), 200, 200)
		if err != nil || img.Bounds().Size() != image.Pt(200, 100) {
			t.Fatalf("%s: %v, %v", view, img, err)
		}
		for _, at := range []image.Point{{3, 3}, {196, 96}, {100, 50}} {
			if r, _, _, a := img.At(at.X, at.Y).RGBA(); r>>8 != 255 || a>>8 != 255 {
				t.Errorf("%s: nothing at %v", view, at)
			}
		}
	}
	// Lines grow with the picture.
	img, err := drawSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path stroke="#000000" stroke-width="2" d="M0 5h10"/></svg>`), 100, 100)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := img.At(50, 57).RGBA(); a>>8 != 255 {
		t.Error("a line stays thin")
	}
	for _, bad := range []string{"", "<svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>`} {
		if _, err := drawSVG([]byte(bad), 10, 10); err == nil {
			t.Errorf("%q is drawn", bad)
		}
	}
}
