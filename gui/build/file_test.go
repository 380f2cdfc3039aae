package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
)

// drafts are the drafts on the disk.
func (b *bench) drafts() []draft.Kept {
	b.t.Helper()
	b.keeper.Flush()
	list, bad := b.deps.Store.Drafts()
	if len(bad) > 0 {
		b.t.Fatal(bad)
	}
	return list
}

func (b *bench) lastSaid() string {
	if len(b.said) == 0 {
		return ""
	}
	return b.said[len(b.said)-1]
}

// changeOutside writes a file as another program would, and lets the screen hear of it.
func (b *bench) changeOutside(id, text string) {
	b.file(id, text)
	b.Set(b.in)
}

func TestSavingKeepsWhatAPersonWrote(t *testing.T) {
	b := openBench(t)
	if got := b.frame.header.state(); got != "my-lunch-reset.toml · saved" {
		t.Errorf("at first it is %q", got)
	}
	b.press(fyne.KeyRight, fyne.KeyUp)
	if got := b.frame.header.state(); got != "my-lunch-reset.toml · changed" {
		t.Errorf("changed it is %q", got)
	}
	b.ctrl(fyne.KeyS)
	if got := b.frame.header.state(); got != "my-lunch-reset.toml · saved" {
		t.Errorf("saved it is %q", got)
	}
	if got, want := b.read("my-lunch-reset"), strings.Replace(lunch, "reps = 8", "reps = 9", 1); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	if n := len(b.drafts()); n != 0 {
		t.Errorf("%d drafts are left", n)
	}
}

func TestDraftsAreKeptWithinASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		test.NewTempApp(t)
		guitest.Wear(look.Espresso, 100)
		b := newBench(t, guitest.Library(t), usual)
		b.file("my-lunch-reset", lunch)
		b.Open("my-lunch-reset")
		turn := func(d time.Duration) {
			time.Sleep(d)
			synctest.Wait()
			b.settle()
			synctest.Wait()
		}
		b.press(fyne.KeyRight, fyne.KeyUp)
		turn(500 * time.Millisecond)
		b.press(fyne.KeyUp) // writing on does not put it off
		turn(400 * time.Millisecond)
		kept := b.drafts()
		if len(kept) != 1 || kept[0].ID != "my-lunch-reset" || string(kept[0].Base) != lunch || !strings.Contains(string(kept[0].Text), "reps = 10") {
			t.Fatalf("after 0.9 s it keeps %+v", kept)
		}
		if got := b.frame.header.state(); got != "my-lunch-reset.toml · kept as a draft" {
			t.Errorf("it is %q", got)
		}
		b.Shortcut(&fyne.ShortcutUndo{})
		turn(time.Second)
		if n := len(b.drafts()); n != 0 {
			t.Errorf("taken back, %d drafts are left", n)
		}
	})
}

func TestALeftRoutineGoesOnWhereItWas(t *testing.T) {
	b := openBench(t)
	b.press(fyne.KeyRight, fyne.KeyUp)
	if !b.Back() || !strings.Contains(b.lastSaid(), "kept as a draft") {
		t.Errorf("leaving says %q", b.lastSaid())
	}
	if len(b.kepts) != 1 || len(b.frame.begin.in.Kept) != 1 {
		t.Fatalf("the page to begin from has %d drafts", len(b.kepts))
	}
	b.Open("my-lunch-reset")
	if b.step("cat-cow").Reps != 9 || !b.work.ed.Dirty() {
		t.Error("opened again it is not what was left")
	}
	b.ctrl(fyne.KeyS)
	b.Back()
	if len(b.kepts) != 0 {
		t.Error("saved, it is still unsaved work")
	}
	// What was only looked at leaves nothing behind.
	b.From("first-steps")
	b.Back()
	if len(b.kepts) != 0 {
		t.Errorf("a look leaves %+v", b.kepts)
	}
}

func TestALeftDraftCanStillBeTakenBack(t *testing.T) {
	b := openBench(t)
	resume := func() {
		t.Helper()
		b.Back()
		if len(b.kepts) != 1 {
			t.Fatalf("the page to begin from has %d drafts", len(b.kepts))
		}
		b.resume(b.kepts[0])
	}
	b.OpenEmpty()
	b.write("Six quiet minutes")
	b.press(fyne.KeyReturn)
	for _, id := range []string{"cat-cow", "hip-circles", "childs-pose"} {
		b.addFromShelf(b.in.Library.Catalogue.Get(id))
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	resume()
	b.wants("dynamic: cat-cow hip-circles")
	b.Shortcut(&fyne.ShortcutUndo{})
	b.wants("dynamic: cat-cow")
	resume()
	b.Shortcut(&fyne.ShortcutRedo{})
	b.Shortcut(&fyne.ShortcutRedo{})
	b.wants("dynamic: cat-cow hip-circles | static: childs-pose")

	// What the draft says is what counts.
	b.Back()
	other := b.kepts[0]
	other.Text = []byte(strings.Replace(string(other.Text), "hip-circles", "roll-down", 1))
	b.resume(other)
	b.wants("dynamic: cat-cow roll-down | static: childs-pose")
	if _, ok := b.work.ed.CanUndo(); ok {
		t.Error("what was left is taken back in another text")
	}
	b.Back()
	b.frame.begin.deps.Drop(0)
	if len(b.keeper.left) > 0 {
		t.Error("a draft thrown away is still there")
	}

	// So it goes on with a file of one's own.
	b.Open("my-lunch-reset")
	b.press(fyne.KeyRight, fyne.KeyUp)
	b.Back()
	b.Open("my-lunch-reset")
	b.Shortcut(&fyne.ShortcutUndo{})
	b.wants(atFirst)
	if b.work.ed.Dirty() || b.step("cat-cow").Reps != 8 {
		t.Error("taken back, it is not as it was saved")
	}
}

func TestMakingAShippedRoutineOnesOwn(t *testing.T) {
	b := openBench(t)
	b.Open("first-steps")
	r, _ := b.in.Library.Get("first-steps")
	if got := b.work.ed.Now().Content.Name; got != "My "+r.Name || b.frame.header.state() != "not saved yet" {
		t.Fatalf("it is %q, %s", got, b.frame.header.state())
	}
	b.ctrl(fyne.KeyS)
	text := b.read(tomlfile.NearestID("My " + r.Name))
	shipped, _ := routines.ShippedText("first-steps")
	shipped = b.deps.Store.ForEditors(shipped)
	if strings.Replace(string(shipped), r.Name, "My "+r.Name, 1) != text {
		t.Errorf("the file is\n%s", text)
	}
}

func TestANewRoutineByKeyAlone(t *testing.T) {
	b := openBench(t)
	b.OpenEmpty()
	b.write("Six quiet minutes")
	b.press(fyne.KeyReturn)
	if got := b.work.ed.Now().Content.Name; got != "Six quiet minutes" {
		t.Fatalf("it is called %q", got)
	}
	if b.w.Canvas().Focused() != fyne.Focusable(b.frame.shelf.search) {
		t.Error("Enter on the name of an empty routine does not lead to the search")
	}
	for _, id := range []string{"cat-cow", "hip-circles", "childs-pose"} {
		b.addFromShelf(b.in.Library.Catalogue.Get(id))
	}
	b.wants("dynamic: cat-cow hip-circles | static: childs-pose")
	b.ctrl(fyne.KeyS)
	if d := draft.Read("six-quiet-minutes", []byte(b.read("six-quiet-minutes")), b.in.Library.Catalogue); d.Routine == nil {
		t.Errorf("what was saved is no routine: %v", d.Problems)
	}
	if got := b.frame.header.state(); got != "six-quiet-minutes.toml · saved" {
		t.Errorf("it is %q", got)
	}
}

func TestANewRoutineBeginsWithTheWholeShelf(t *testing.T) {
	b := openBench(t)
	b.frame.shelf.search.SetText("bridge")
	b.OpenEmpty()
	if got := b.frame.shelf.search.Text; got != "" {
		t.Errorf("the search of another routine is still there: %q", got)
	}
}

func TestANameThatIsTakenIsAskedFor(t *testing.T) {
	b := openBench(t)
	b.suggested(draft.Content{Phases: []draft.Phase{{Name: "Hold", Kind: exercise.Static, Steps: []draft.Step{{Exercise: "childs-pose"}}}}}, "First Steps")
	b.ctrl(fyne.KeyS)
	if b.frame.popup == nil || !b.frame.popup.Visible() {
		t.Fatal("nothing is asked")
	}
	entry, ok := b.w.Canvas().Focused().(*line)
	if !ok || entry.Text != "First Steps 2" {
		t.Fatalf("the keyboard is in %T", b.w.Canvas().Focused())
	}
	b.press(fyne.KeyReturn)
	if got := b.read("first-steps-2"); !strings.Contains(got, `"First Steps 2"`) {
		t.Errorf("the file is\n%s", got)
	}
	if b.frame.popup != nil {
		t.Error("the question is still there")
	}
}

// A click beside the question leaves nothing with the focus.
func TestTheQuestionKeepsTheKeys(t *testing.T) {
	b := openBench(t)
	key := func(k fyne.KeyName) { b.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }
	b.From("first-steps")
	b.setName("First Steps")
	steps := len(b.frame.column.steps())
	b.ctrl(fyne.KeyS)
	b.w.Canvas().Unfocus()
	key(fyne.KeyDelete)
	if n := len(b.frame.column.steps()); n != steps || b.frame.popup == nil {
		t.Errorf("below the question there are %d steps of %d left", n, steps)
	}
	key(fyne.KeyEscape)
	if b.frame.popup != nil || b.w.Canvas().Focused() != fyne.Focusable(b.frame.column) {
		t.Error("Esc does not take the question back")
	}
	b.w.Canvas().Unfocus()
	key(fyne.KeyDelete)
	if n := len(b.frame.column.steps()); n != steps-1 {
		t.Error("the keys are not given back")
	}
	b.ctrl(fyne.KeyS)
	b.w.Canvas().Unfocus()
	key(fyne.KeyReturn)
	if b.frame.popup != nil || b.work.id() != "first-steps-2" {
		t.Errorf("Enter saves it as %q", b.work.id())
	}
}

// A new routine that was never saved has no claim on the file of its name, and is not lost to it either.
func TestDraftsOfOneNameDoNotOverwriteEachOther(t *testing.T) {
	b := openBench(t)
	twist := draft.Content{Phases: []draft.Phase{{Name: "Hold", Kind: exercise.Static, Steps: []draft.Step{{Exercise: "supine-twist"}}}}}
	b.suggested(twist, "Quiet")
	b.Back()
	b.OpenEmpty()
	b.write("Quiet")
	b.press(fyne.KeyReturn)
	b.addFromShelf(b.in.Library.Catalogue.Get("cobra"))
	b.ctrl(fyne.KeyS)
	if b.frame.popup == nil {
		t.Fatal("the name of a draft is taken without a word")
	}
	b.press(fyne.KeyReturn)
	b.file("quiet", lunch)
	b.Open("quiet")
	b.press(fyne.KeyRight, fyne.KeyUp)
	b.Back()
	found := 0
	for _, k := range b.drafts() {
		if k.Base == nil && strings.Contains(string(k.Text), "supine-twist") || k.ID == "quiet" && strings.Contains(string(k.Text), "reps = 9") {
			found++
		}
	}
	if found != 2 {
		t.Errorf("the drafts are %+v", b.drafts())
	}
}

func TestAFolderThatCannotBeWrittenLosesNothing(t *testing.T) {
	b := openBench(t)
	b.press(fyne.KeyRight, fyne.KeyUp)
	folder := filepath.Join(b.dir, "routines")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b.ctrl(fyne.KeyS)
	if !strings.Contains(b.lastSaid(), "was not saved") {
		t.Errorf("it says %q", b.lastSaid())
	}
	if kept := b.drafts(); len(kept) != 1 || !strings.Contains(string(kept[0].Text), "reps = 9") {
		t.Errorf("it keeps %+v", kept)
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	b.ctrl(fyne.KeyS)
	if !strings.Contains(b.read("my-lunch-reset"), "reps = 9") {
		t.Error("a folder that vanished is not made again")
	}
}

// Where neither the file nor a draft can be written, Save answers about the file.
func TestSaveAnswersAboutTheFileWhenNothingCanBeWritten(t *testing.T) {
	b := openBench(t)
	b.press(fyne.KeyRight, fyne.KeyUp)
	for _, folder := range []string{"routines", "drafts"} {
		folder = filepath.Join(b.dir, folder)
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(folder, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b.ctrl(fyne.KeyS)
	b.keeper.Flush()
	b.settle()
	if got := b.lastSaid(); !strings.Contains(got, "was not saved") || strings.Contains(got, "draft") {
		t.Errorf("it says %q", got)
	}
	b.press(fyne.KeyUp)
	b.keepNow()
	b.keeper.Flush()
	b.settle()
	if got := b.lastSaid(); !strings.Contains(got, "draft could not be kept") {
		t.Errorf("after another change it says %q", got)
	}
}

func TestACleanRoutineTakesWhatAnEditorSaved(t *testing.T) {
	b := openBench(t)
	b.click("childs-pose")
	b.changeOutside("my-lunch-reset", strings.Replace(lunch, `"childs-pose"`, "\"childs-pose\"\n  hold = \"1m\" # longer", 1))
	if got := b.step("childs-pose").Hold; got != time.Minute || b.work.ed.Dirty() || b.frame.clash.active() {
		t.Errorf("hold %v, dirty %v", got, b.work.ed.Dirty())
	}
	if got := b.chosenIDs(); len(got) != 1 || got[0] != "childs-pose" {
		t.Errorf("%v is chosen", got)
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	if b.step("childs-pose").Hold != 0 {
		t.Error("it cannot be taken back")
	}
}

// theirs is what an editor makes of the file.
var theirs = strings.Replace(lunch, "# For the hour after lunch.", "# For the hour after lunch.\n# Mind the knees.", 1)

// torn is a bench whose file has been changed on both sides.
func torn(t *testing.T) *bench {
	b := openBench(t)
	b.press(fyne.KeyRight, fyne.KeyUp)
	b.press(fyne.KeyEscape)
	b.changeOutside("my-lunch-reset", theirs)
	if !b.frame.clash.active() {
		t.Fatal("two versions are not shown")
	}
	return b
}

var mine = strings.Replace(lunch, "reps = 8", "reps = 9", 1)

func TestTwoVersionsKeepMine(t *testing.T) {
	b := torn(t)
	if b.w.Canvas().Focused() != fyne.Focusable(b.frame.clash.buttons[0]) {
		t.Error("the keyboard is not on the question")
	}
	b.press(fyne.KeyReturn)
	if got := b.read("my-lunch-reset"); got != mine {
		t.Errorf("the file is\n%s", got)
	}
	if b.work.ed.Dirty() || b.frame.clash.active() {
		t.Error("it is not over")
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	if got := string(b.work.ed.Now().Text); got != theirs {
		t.Errorf("an undo brings back\n%s", got)
	}
}

func TestTwoVersionsTakeTheirs(t *testing.T) {
	b := torn(t)
	b.frame.clash.buttons[1].Tapped(nil)
	if got := string(b.work.ed.Now().Text); got != theirs || b.work.ed.Dirty() {
		t.Errorf("it is\n%s", got)
	}
	if n := len(b.drafts()); n != 0 {
		t.Errorf("%d drafts are left", n)
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	if got := string(b.work.ed.Now().Text); got != mine || !b.work.ed.Dirty() {
		t.Errorf("an undo brings back\n%s", got)
	}
}

func TestTwoVersionsSaveMineApart(t *testing.T) {
	b := torn(t)
	b.frame.clash.buttons[2].Tapped(nil)
	if got := b.read("my-lunch-reset"); got != theirs {
		t.Errorf("their file is\n%s", got)
	}
	if got := b.read("my-lunch-reset-2"); got != strings.Replace(mine, "My lunch reset", "My lunch reset 2", 1) {
		t.Errorf("mine is\n%s", got)
	}
	if got := b.frame.header.state(); got != "my-lunch-reset-2.toml · saved" {
		t.Errorf("it is %q", got)
	}
}

func TestTwoVersionsLater(t *testing.T) {
	b := torn(t)
	b.press(fyne.KeyEscape) // a button has no use for it
	if b.frame.clash.active() {
		t.Fatal("Esc does not put it off")
	}
	b.Set(b.in)
	if b.frame.clash.active() {
		t.Error("it is asked again without being saved")
	}
	b.ctrl(fyne.KeyS)
	if !b.frame.clash.active() || b.read("my-lunch-reset") != theirs {
		t.Error("saving does not ask again")
	}
}

func TestAFileThatIsGoneIsPutBack(t *testing.T) {
	b := openBench(t)
	if err := os.Remove(filepath.Join(b.dir, "routines", "my-lunch-reset.toml")); err != nil {
		t.Fatal(err)
	}
	b.Set(b.in)
	if !strings.Contains(b.lastSaid(), "no longer there") {
		t.Errorf("it says %q", b.lastSaid())
	}
	b.Flush()
	if n := len(b.drafts()); n != 1 {
		t.Errorf("%d drafts", n)
	}
	b.ctrl(fyne.KeyS)
	if b.read("my-lunch-reset") != lunch {
		t.Error("it is not put back")
	}
}

func TestFilesWithMistakesOpen(t *testing.T) {
	b := openBench(t)
	b.file("hurt", strings.NewReplacer(`"roll-down"`, `"rol-down"`, "reps = 8", "reps = 80").Replace(lunch)+"  colour = \"red\"\n")
	b.Open("hurt")
	col := b.frame.column
	if v := col.view(b.key("rol-down")); v.exercise != nil || !strings.Contains(v.problems, "roll-down") {
		t.Errorf("an exercise that is not known says %q", v.problems)
	}
	if v := col.view(b.key("cat-cow")); !strings.Contains(v.problems, "80") {
		t.Errorf("a dose out of bounds says %q", v.problems)
	}
	b.tryAll()
	if len(b.played) != 0 || !strings.Contains(b.lastSaid(), "put right") {
		t.Errorf("trying says %q", b.lastSaid())
	}
	b.click("cat-cow")
	b.press(fyne.KeyRight, fyne.KeyDown)
	if v := col.view(b.key("cat-cow")); v.problems != "" {
		t.Errorf("a step down leaves %q", v.problems)
	}
	b.ctrl(fyne.KeyS)
	if !strings.Contains(b.read("hurt"), `colour = "red"`) {
		t.Error("a key that is not known is lost")
	}

	b.file("torn", "name = \"Torn\nkind = ")
	b.Open("torn")
	if !b.work.ed.Now().Damaged || !b.frame.broken.Visible() || b.frame.scroll.Visible() {
		t.Error("a file that is not TOML is not shown as such")
	}
	b.ctrl(fyne.KeyD)
	b.changeOutside("torn", lunch)
	if b.frame.broken.Visible() || !b.frame.scroll.Visible() {
		t.Error("mended in an editor it is not shown")
	}
}
