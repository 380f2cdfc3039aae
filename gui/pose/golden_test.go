package pose

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/figure"
)

// posts runs what the screen posts when it is asked to, as a window would between two frames.
type posts chan func()

func (p posts) post(f func()) { p <- f }

// next waits for something to be posted, and does it.
func (p posts) next(t *testing.T) {
	t.Helper()
	select {
	case f := <-p:
		f()
	case <-t.Context().Done():
		t.Fatal("nothing is posted")
	}
}

// desk is a screen in a window with a data folder of its own.
type desk struct {
	*Screen
	win  fyne.Window
	dir  string
	said []string
	left []string
	held fyne.KeyModifier
	now  time.Time
	posts
}

func newDesk(t testing.TB, size fyne.Size) *desk {
	t.Helper()
	d := &desk{dir: t.TempDir(), posts: make(posts, 1000), now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	d.Screen = New(Deps{
		Now: func() time.Time { return d.now }, Folder: d.dir,
		Say:  func(s string) { d.said = append(d.said, s) },
		Done: func(id string) { d.left = append(d.left, id) }, Post: d.post,
		Modifiers: func() fyne.KeyModifier { return d.held },
	})
	d.Set(routines.Load(d.dir), parts.Tones{})
	d.win = guitest.Window(t, d.Screen, size)
	t.Cleanup(d.Flush)
	return d
}

// reload reads the library again, as the window does when a file has changed.
func (d *desk) reload() { d.Set(routines.Load(d.dir), parts.Tones{}) }

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		do      func(*desk)
	}{
		{"begin", look.Espresso, 100, fyne.NewSize(1096, 760), func(d *desk) { d.Start("") }},
		{"espresso", look.Espresso, 100, fyne.NewSize(1096, 760), func(d *desk) {
			d.Start("cat-cow")
			d.showPose(1)
			d.focus(d.frame.easel.knobAt(figure.HandleChest))
		}},
		{"tea", look.Tea, 100, fyne.NewSize(1282, 768), func(d *desk) {
			d.Start("hip-flexor-lunge")
			d.showPose(1)
			d.focus(d.frame.easel.knobAt(figure.HandleLeftFoot))
			d.frame.easel.grab(figure.HandleLeftFoot)
			d.frame.easel.drag(fyne.NewDelta(20, -90))
			d.frame.easel.letGo()
		}},
		{"words", look.Espresso, 100, fyne.NewSize(1096, 760), func(d *desk) {
			d.Start("supine-twist")
			d.frame.choose(1)
		}},
		{"dose", look.Tea, 100, fyne.NewSize(1096, 760), func(d *desk) {
			d.Start("bird-dog")
			d.frame.choose(2)
		}},
		{"small", look.Espresso, 100, fyne.NewSize(816, 600), func(d *desk) { d.fromBase("stand") }},
		{"clash", look.Espresso, 100, fyne.NewSize(1096, 760), func(d *desk) {
			d.Start("cat-cow")
			d.save()
			text, _ := d.store.Open("my-cat-cow-flow")
			d.pull(figure.HandleChest, -10, 30)
			_ = os.WriteFile(d.store.Path("my-cat-cow-flow"), bytes.Replace(text, []byte(`"7s"`), []byte(`"8s"`), 1), 0o600)
			d.reload()
		}},
		{"wrong", look.Espresso, 100, fyne.NewSize(1096, 760), func(d *desk) {
			d.fromBase("stand")
			d.pose(didRest, func(f *figure.Figure, i int) *figure.Figure {
				n := *f
				n.Poses = slices.Clone(f.Poses)
				n.Poses[i].Contacts = []string{"feet", "left_hand"}
				return &n
			})
			for len(d.faults) == 0 {
				d.posts.next(t)
			}
			d.feel()
			d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		}},
		{"asker", look.Tea, 100, fyne.NewSize(816, 600), func(d *desk) {
			d.Start("cat-cow")
			d.choosePicture()
			d.asker.use()
		}},
		{"picture", look.Espresso, 100, fyne.NewSize(1096, 760), func(d *desk) {
			d.Start("cat-cow")
			d.Dropped("testdata/photo.png")
		}},
		{"large-text", look.Tea, 150, fyne.NewSize(1060, 760), func(d *desk) {
			d.Start("inchworm")
			d.showPose(3)
		}},
		{"large-small", look.Espresso, 150, fyne.NewSize(816, 600), func(d *desk) {
			d.Start("standing-side-bend")
			d.frame.aside = true
			d.frame.Refresh()
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			d := newDesk(t, c.size)
			c.do(d)
			guitest.Golden(t, c.name, d.win.Canvas().Capture())
		})
	}
}
