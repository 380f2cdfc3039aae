package exercises

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// desk is the screen in a window, with a clock that is moved by hand.
type desk struct {
	*Screen
	t       *testing.T
	w       fyne.Window
	now     time.Time
	shown   []string // routines asked for
	broken  int
	folders int
	begun   map[string]string // names of what was made like an exercise, by its id
	resumed []string          // the exercises whose like was gone on with
}

func newDesk(t *testing.T, lib *routines.Library, size fyne.Size, still bool) *desk {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, 100, still))
	d := &desk{t: t, now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	d.Screen = New(Deps{
		Now: func() time.Time { return d.now }, Folder: "/home/ada/exercises",
		ShowRoutine: func(id string) { d.shown = append(d.shown, id) },
		Begun:       func(from *exercise.Exercise) (string, bool) { return d.begun[from.ID], d.begun[from.ID] != "" },
		GoOn:        func(from *exercise.Exercise) { d.resumed = append(d.resumed, from.ID) },
		OpenFolder:  func() { d.folders++ }, SeeBroken: func() { d.broken++ },
	})
	d.Set(Input{Library: lib})
	d.w = guitest.Window(t, d.Screen, size)
	d.w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.TypedKey(e) }) // as the window does
	d.w.Canvas().SetOnTypedRune(d.TypedRune)
	return d
}

func (d *desk) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := d.w.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			d.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// on is the id of the card the keyboard is on, or "".
func (d *desk) on() string {
	if c, ok := d.w.Canvas().Focused().(*card); ok {
		return c.exercise.ID
	}
	return ""
}

func (d *desk) ids() (out []string) {
	for _, c := range d.browse.shelf.Cards() {
		out = append(out, c.exercise.ID)
	}
	return out
}

var usual = fyne.NewSize(1096, 760)

func TestSearchAndOpenByKeyboard(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	d.TypedRune('/')
	if d.w.Canvas().Focused() != fyne.Focusable(d.browse.search) {
		t.Fatal("/ does not lead to the search")
	}
	test.Type(d.browse.search, "twist")
	if got := d.ids(); len(got) != 4 || slices.Contains(got, "cat-cow") {
		t.Fatalf("twist finds %v", got)
	}
	d.press(fyne.KeyDown)
	if d.on() != d.ids()[0] {
		t.Errorf("down leads to %q", d.on())
	}
	d.press(fyne.KeyRight, fyne.KeyReturn)
	if !d.onPage() || d.page.id() != d.ids()[1] {
		t.Fatalf("Enter on the second card opens %q", d.page.id())
	}
	d.press(fyne.KeyEscape)
	if d.onPage() || d.on() != d.ids()[1] || d.browse.search.Text != "twist" {
		t.Errorf("back: page %v, on %q, search %q", d.onPage(), d.on(), d.browse.search.Text)
	}
	d.press(fyne.KeyEscape)
	if !d.browse.filter.Empty() || d.browse.search.Text != "" {
		t.Error("Esc does not take the filter away")
	}
	if d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Esc with nothing to take away is kept from the window")
	}
}

func TestArrowsReachEveryCard(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	ids := d.ids()
	d.press(fyne.KeyDown)
	if d.on() != ids[0] {
		t.Fatalf("an arrow with the keyboard nowhere leads to %q", d.on())
	}
	n := 0 // cards side by side
	for _, c := range d.browse.shelf.Cards() {
		if c.Position().Y == 0 {
			n++
		}
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyLeft, ids[0]}, {fyne.KeyUp, ids[0]}, {fyne.KeyRight, ids[1]}, {fyne.KeyDown, ids[1+n]}, {fyne.KeyUp, ids[1]},
		{fyne.KeyEnd, ids[len(ids)-1]}, {fyne.KeyRight, ids[len(ids)-1]}, {fyne.KeyHome, ids[0]},
	} {
		if d.press(c.key); d.on() != c.want {
			t.Errorf("%s leads to %q, want %q", c.key, d.on(), c.want)
		}
	}
	seen := []string{d.on()}
	for range len(ids) {
		d.press(fyne.KeyRight)
		seen = append(seen, d.on())
		c := d.w.Canvas().Focused().(*card)
		if top, bottom := d.browse.seen(); !c.awake || c.Position().Y < top || c.Position().Y+c.Size().Height > bottom {
			t.Fatalf("%s has the focus out of sight", d.on())
		}
	}
	if !slices.Equal(seen[:len(ids)], ids) {
		t.Errorf("→ reaches %v", seen)
	}
	d.press(fyne.KeyHome)
	for range ids {
		d.press(fyne.KeyDown)
	}
	if d.on() != ids[len(ids)-1] {
		t.Errorf("↓ ends at %q", d.on())
	}
	d.press(fyne.KeyPageUp)
	if slices.Index(ids, d.on()) > len(ids)-n {
		t.Errorf("page up leads to %q", d.on())
	}
}

// What is far from what is seen must cost nothing, however many there are.
func TestOnlyCardsInSightAreAwake(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	awake := func() (n int) {
		for _, c := range d.browse.shelf.Cards() {
			if c.awake {
				n++
			}
			if got := len(test.WidgetRenderer(c).Objects()) > 0; got != c.awake {
				t.Errorf("%s: awake %v, but shows something: %v", c.exercise.ID, c.awake, got)
			}
		}
		return n
	}
	all := len(d.browse.shelf.Cards())
	if n := awake(); n < 9 || n > 20 {
		t.Errorf("%d of %d cards are awake at the top", n, all)
	}
	made := 0
	for range 40 {
		d.browse.scroll.ScrollTo(d.browse.scroll.Offset() + 250)
	}
	if n := awake(); n < 3 || n > 20 {
		t.Errorf("%d of %d cards are awake at the end", n, all)
	}
	for _, c := range d.browse.shelf.Cards() {
		if c.face != nil {
			made++
		}
	}
	if !d.browse.shelf.Cards()[all-1].awake || d.browse.shelf.Cards()[0].awake {
		t.Error("at the end the first card is awake, or the last is not")
	}
	if made != all {
		t.Errorf("%d of %d cards were shown on the way", made, all)
	}
}

func TestBackIsWhereOneWas(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	test.Tap(d.browse.filters.chips[exercise.Choice{Facet: exercise.ByKind, Value: "static"}])
	d.browse.scroll.ScrollTo(300)
	d.look()
	c := d.browse.shelf.Cards()[5]
	test.Tap(c)
	if !d.onPage() {
		t.Fatal("a tap opens nothing")
	}
	easier := d.in.Library.Catalogue.Get("hamstring-release")
	d.Open(easier.ID)
	d.Open("childs-pose")
	d.page.scroll.ScrollTo(90)
	d.Open("sphinx")
	if got := d.page.back.Label(); got != "Child's Pose" {
		t.Errorf("the way back says %q", got)
	}
	d.press(fyne.KeyEscape)
	if d.page.id() != "childs-pose" || d.page.scroll.Offset() != 90 {
		t.Errorf("back is at %v of %s", d.page.scroll.Offset(), d.page.id())
	}
	d.press(fyne.KeyEscape, fyne.KeyEscape)
	if d.page.id() != c.exercise.ID || d.page.back.Label() != "Exercises" {
		t.Errorf("the first page is %s, its way back %q", d.page.id(), d.page.back.Label())
	}
	d.press(fyne.KeyEscape)
	if d.onPage() || d.browse.scroll.Offset() != 300 || d.on() != c.exercise.ID || len(d.ids()) != 22 {
		t.Errorf("back at %v, on %q, with %d cards", d.browse.scroll.Offset(), d.on(), len(d.ids()))
	}
	if d.Back() {
		t.Error("there is more to go back from")
	}
}

func (d *desk) look() { d.browse.look() }

func TestFiltersSayWhatTheyLeave(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	chip := func(f exercise.Facet, v string) *parts.Chip {
		return d.browse.filters.chips[exercise.Choice{Facet: f, Value: v}]
	}
	for c, chip := range d.browse.filters.chips {
		want := exercise.Filter{}.Only(c).Count(d.browse.all)
		if got := chip.AccessibilityLabel(); !strings.HasSuffix(got, ", "+strconv.Itoa(want)) {
			t.Errorf("the chip of %v says %q, want %d", c, got, want)
		}
	}
	test.Tap(chip(exercise.ByPosition, "kneeling"))
	test.Tap(chip(exercise.ByKind, "release"))
	if len(d.ids()) != 0 || !d.browse.none.Visible() || !d.browse.chosen.Visible() {
		t.Fatalf("kneeling releases: %v", d.ids())
	}
	drops := d.browse.drops()
	if len(drops) != 2 || drops[0].left < drops[1].left || drops[0].label != "Without Kneeling: 5" {
		t.Errorf("it is said to leave out %+v", drops)
	}
	drops[0].do()
	if len(d.ids()) != 5 || d.browse.none.Visible() || chip(exercise.ByPosition, "kneeling").On() {
		t.Errorf("without kneeling: %v", d.ids())
	}
	test.Type(d.browse.search, "wall")
	d.browse.clear()
	if len(d.ids()) != len(d.browse.all) || d.browse.search.Text != "" || d.browse.chosen.Visible() {
		t.Errorf("clearing leaves %d of %d and %q", len(d.ids()), len(d.browse.all), d.browse.search.Text)
	}
}

func TestNarrowWindowsHideTheFilters(t *testing.T) {
	d := newDesk(t, guitest.Library(t), fyne.NewSize(600, 700), true)
	if d.browse.wide || d.browse.above.Visible() || !d.browse.toggler.Visible() {
		t.Fatal("in a narrow window the filters take the room of the cards")
	}
	test.Tap(d.browse.toggler)
	if !d.browse.above.Visible() || len(d.browse.above.Objects) != 1 {
		t.Fatal("the filters do not open")
	}
	test.Tap(d.browse.filters.chips[exercise.Choice{Facet: exercise.ByPlace, Value: exercise.NoFloor}])
	if d.browse.toggler.Label() != "Filters: 1" {
		t.Errorf("the button says %q", d.browse.toggler.Label())
	}
	d.w.Resize(usual)
	if !d.browse.wide || d.browse.toggler.Visible() || len(d.browse.aside.Objects) != 1 || len(d.browse.above.Objects) != 0 {
		t.Error("in a wider window the filters do not stand beside the cards")
	}
}

func TestANewLibraryChangesWhatIsShown(t *testing.T) {
	lib := guitest.Library(t)
	d := newDesk(t, lib, usual, true)
	d.Open("cat-cow")
	changed := func(drop string, rename string) *routines.Library {
		var all []*exercise.Exercise
		for _, e := range lib.Catalogue.All() {
			if e.ID == drop {
				continue
			}
			own := *e
			if e.ID == "cat-cow" {
				own.Name, own.Source, own.Path = rename, exercise.Own, "/home/ada/exercises/cat-cow.toml"
			}
			all = append(all, &own)
		}
		return &routines.Library{Catalogue: exercise.NewCatalogue(all), Routines: lib.Routines}
	}
	d.Set(Input{Library: changed("sphinx", "My own cat")})
	if !d.onPage() || !strings.Contains(texts(d.page), "My own cat") || !strings.Contains(texts(d.page), "/home/ada/exercises/cat-cow.toml") {
		t.Errorf("the page does not follow its file:\n%s", texts(d.page))
	}
	if got := look.KindLine(d.in.Library.Catalogue.Get("cat-cow")); got != "Yours · Dynamic · All fours" {
		t.Errorf("its card says %q", got)
	}
	d.Set(Input{Library: changed("cat-cow", "")})
	if d.onPage() {
		t.Error("the page of an exercise that is gone is still shown")
	}
	if slices.Contains(d.ids(), "cat-cow") || len(d.ids()) != len(lib.Catalogue.All())-1 {
		t.Error("a card that is gone is still shown")
	}
	d.Open("no-such-exercise")
	if d.onPage() {
		t.Error("there is a page of nothing")
	}
}

func TestBrokenFilesAreSaid(t *testing.T) {
	lib := guitest.Library(t)
	lib.Broken = []routines.Broken{
		{ID: "my-ex", Path: "/home/ada/exercises/my-ex.toml", Problems: tomlfile.Problems{{Line: 1, Message: message.New("", "no")}}},
		{ID: "my-routine", Path: "/home/ada/routines/my-routine.toml"},
	}
	d := newDesk(t, lib, usual, true)
	if got := texts(d.browse.broken); !strings.Contains(got, "1 exercise file cannot") {
		t.Errorf("it says %q", got)
	}
	lib.Broken = lib.Broken[1:]
	d.Set(Input{Library: lib})
	if d.browse.broken.Visible() {
		t.Error("a routine's mistake is said to be an exercise's")
	}
}

// texts is what the labels, buttons and chips in an object say.
func texts(o fyne.CanvasObject) string {
	var out []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			out = append(out, o.Text)
		case *parts.Label:
			out = append(out, o.Text())
		case *parts.Button:
			out = append(out, o.Label())
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return strings.Join(out, "\n")
}
