package pose

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"catcow/routines/exercise"
	"catcow/routines/figure"
)

func TestUnfinishedWorkIsKept(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("kneel")
	d.pull(figure.HandleChest, 30, 10)
	d.save()
	if !strings.Contains(d.lastSaid(), "Not finished") || !strings.Contains(d.lastSaid(), "Cues") {
		t.Errorf("said %q", d.lastSaid())
	}
	if _, err := os.Stat(filepath.Join(d.dir, "exercises", "my-stretch.toml")); err == nil {
		t.Error("something unfinished was saved")
	}
	pose := d.work.figure().Poses[0]
	// The window is gone at once; another takes the work up.
	again := New(Deps{Now: d.deps.Now, Folder: d.dir, Say: func(string) {}, Done: func(string) {}, Post: make(posts, 1000).post, Modifiers: d.deps.Modifiers})
	again.Set(d.lib, d.tones)
	list, bad := again.store.Drafts()
	if len(list) != 1 || len(bad) != 0 {
		t.Fatalf("kept %v, %v", list, bad)
	}
	again.resume(list[0])
	if got := again.work.figure().Poses[0]; *got.Spine.Chest != *pose.Spine.Chest {
		t.Errorf("taken up as %+v", got)
	}
	again.change(didWords, "", func(f *exercise.File) { f.Cues = []string{"Sit down"} })
	again.save()
	if list, _ := again.store.Drafts(); len(list) != 0 {
		t.Errorf("still kept: %v", list)
	}
	if _, problems := exercise.Parse("my-stretch", "", d.file(t, "my-stretch")); problems != nil {
		t.Error(problems)
	}
}

// A change is on the disk within a second, whatever happens then.
func TestWorkIsKeptWithinASecond(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	var due []func()
	d.keep.after = func(wait time.Duration, f func()) func() bool {
		if wait > 700*time.Millisecond {
			t.Errorf("kept after %v", wait)
		}
		due = append(due, f)
		return func() bool { return true }
	}
	d.Start("childs-pose")
	d.pull(figure.HandleHead, 8, -20)
	d.pull(figure.HandleHead, 8, 20)
	if len(due) != 1 {
		t.Fatalf("%d times due", len(due))
	}
	due[0]()
	for len(d.posts) > 0 {
		d.posts.next(t)
	}
	d.keep.busy.Wait()
	if list, bad := d.store.Drafts(); len(list) != 1 || len(bad) != 0 || list[0].ID != "my-child-s-pose" {
		t.Errorf("kept %v, %v", list, bad)
	}
	d.pull(figure.HandleHead, -8, 10)
	if len(due) != 2 {
		t.Error("the next change is not kept")
	}
}

func TestAFileChangedElsewhere(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.Start("cat-cow")
	d.save()
	d.reload()
	d.Edit("my-cat-cow-flow")
	path := filepath.Join(d.dir, "exercises", "my-cat-cow-flow.toml")
	write := func(old, new string) {
		t.Helper()
		text := d.file(t, "my-cat-cow-flow")
		if !bytes.Contains(text, []byte(old)) {
			t.Fatalf("no %q in\n%s", old, text)
		}
		if err := os.WriteFile(path, bytes.Replace(text, []byte(old), []byte(new), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		d.reload()
	}
	// With nothing unsaved it is simply read again.
	write(`name      = "My Cat-Cow Flow"`, `name      = "Cat and cow" # ours`)
	if d.work.now.file.Name != "Cat and cow" || d.frame.clash.active() {
		t.Fatalf("name %q, clash %v", d.work.now.file.Name, d.frame.clash.active())
	}
	// With something unsaved both are shown, and none is lost.
	d.pull(figure.HandleHead, 8, -30)
	mine := d.work.figure()
	write("tempo     = \"7s\"", "tempo     = \"8s\"")
	if !d.frame.clash.active() {
		t.Fatal("the versions are not shown")
	}
	if !strings.Contains(d.frame.clash.lines[1].Text(), `"8s"`) {
		t.Errorf("theirs: %q", d.frame.clash.lines[1].Text())
	}
	d.frame.clash.keepMine()
	text := string(d.file(t, "my-cat-cow-flow"))
	if !strings.Contains(text, "# ours") || strings.Contains(text, `tempo     = "8s"`) || d.work.figure() != mine {
		t.Errorf("kept mine:\n%s", text)
	}
	d.undo()
	if d.work.now.file.Dose.Tempo.String() != "8s" {
		t.Error("an undo does not bring theirs back")
	}
	d.redo()
	// And the other way.
	d.reload()
	d.pull(figure.HandleHead, 8, 30)
	mine = d.work.figure()
	write("tempo     = \"7s\"", "tempo     = \"9s\"")
	d.frame.clash.takeTheirs()
	if d.work.now.file.Dose.Tempo.String() != "9s" || d.work.dirty() {
		t.Errorf("tempo %v, dirty %v", d.work.now.file.Dose.Tempo, d.work.dirty())
	}
	d.undo()
	if d.work.figure() != mine {
		t.Error("an undo does not bring mine back")
	}
	// Apart: both stay.
	d.save()
	d.pull(figure.HandleChest, 8, 20)
	write("tempo     = \"7s\"", "tempo     = \"10s\"")
	d.frame.clash.apart()
	if d.work.id == "my-cat-cow-flow" || len(d.file(t, d.work.id)) == 0 || !strings.Contains(string(d.file(t, "my-cat-cow-flow")), `"10s"`) {
		t.Errorf("saved apart as %s; said %v", d.work.id, d.said)
	}
}

func TestNamesThatCollide(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	for i, want := range []string{"bird-dog-2", "bird-dog-3"} {
		d.Start("bird-dog")
		d.change(didWords, "", func(f *exercise.File) { f.Name = "Bird Dog" })
		d.save()
		if d.work.id != want || len(d.file(t, want)) == 0 {
			t.Errorf("%d: saved as %s, want %s", i, d.work.id, want)
		}
		d.reload()
	}
	if e := d.lib.Catalogue.Get("bird-dog"); e == nil || e.Source != exercise.Shipped {
		t.Error("the shipped one is hidden")
	}
}

// A file of one's own stands in front of a shipped one on purpose alone.
func TestInsteadOfTheShippedOne(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.Start("bird-dog")
	d.standIn(true)
	d.save()
	d.reload()
	if e := d.lib.Catalogue.Get("bird-dog"); e.Source != exercise.Own || !e.Overrides || e.Name != "My Bird Dog" {
		t.Errorf("bird-dog is %+v; said %q", e, d.lastSaid())
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	if os.Getuid() == 0 {
		// Root may write anywhere, so something else stands where the folder should be.
		wear(t)
		d := newDesk(t, size)
		if err := os.WriteFile(filepath.Join(d.dir, "exercises"), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		d.Start("cat-cow")
		d.save()
		if !strings.Contains(d.lastSaid(), "not saved") || !d.work.dirty() {
			t.Errorf("said %q", d.lastSaid())
		}
		return
	}
	wear(t)
	d := newDesk(t, size)
	if err := os.Mkdir(filepath.Join(d.dir, "exercises"), 0o500); err != nil {
		t.Fatal(err)
	}
	d.Start("cat-cow")
	d.save()
	if !strings.Contains(d.lastSaid(), "not saved") || !d.work.dirty() {
		t.Errorf("said %q", d.lastSaid())
	}
}

// What cannot be kept as a draft is not called one.
func TestADraftThatCannotBeKept(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	drafts := filepath.Join(d.dir, "drafts")
	if err := os.WriteFile(drafts, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.fromBase("stand")
	d.pull(figure.HandleRightHand, -60, -40)
	d.Flush()
	for !d.keep.lost {
		d.posts.next(t)
	}
	if s := d.frame.status.Text(); !strings.Contains(s, "not kept") || !strings.Contains(d.lastSaid(), "not saved") {
		t.Errorf("status %q, said %q", s, d.lastSaid())
	}
	if err := os.Remove(drafts); err != nil {
		t.Fatal(err)
	}
	d.Flush() // nothing has changed since, and it is tried again
	for d.keep.lost {
		d.posts.next(t)
	}
	if s := d.frame.status.Text(); !strings.Contains(s, "kept as a draft") {
		t.Errorf("status %q", s)
	}
}

func TestAPictureInstead(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.Start("cat-cow")
	img := filepath.Join(t.TempDir(), "My photo.PNG")
	src, err := os.ReadFile("testdata/photo.png")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(img, src, 0o644); err != nil {
		t.Fatal(err)
	}
	if d.Dropped("/nowhere/at.txt") || !d.Dropped(img) {
		t.Fatal("not taken")
	}
	f := d.work.now.file
	if f.Figure != nil || f.Picture != "my-cat-cow-flow.png" {
		t.Fatalf("picture %q", f.Picture)
	}
	d.save()
	copied, err := os.ReadFile(filepath.Join(d.dir, "exercises", "my-cat-cow-flow.png"))
	if err != nil || !bytes.Equal(copied, src) {
		t.Fatalf("copied: %v; said %q", err, d.lastSaid())
	}
	d.reload()
	if e := d.lib.Catalogue.Get("my-cat-cow-flow"); e == nil || e.Picture == "" {
		t.Errorf("the library has it as %+v, broken %v", e, d.lib.Broken)
	}
	d.undo()
	if d.work.figure() == nil {
		t.Error("an undo does not bring the figure back")
	}
	d.redo()
	d.poseInstead()
	if f := d.work.figure(); f == nil || f.Base != "all_fours" || d.work.now.file.Picture != "" {
		t.Errorf("posed instead: %+v", f)
	}
	if why := d.readPicture("/nowhere/x.png"); !strings.Contains(why, "cannot be shown") {
		t.Errorf("a picture that is not there: %q", why)
	}
}

// Who leaves with something unsaved is told that it is kept, and can go on with it from where it was begun.
func TestLeavingSaysWhatIsKept(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	cat := d.lib.Catalogue.Get("cat-cow")
	leave := func() { d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	d.Start("cat-cow")
	leave()
	if len(d.said) > 0 {
		t.Fatalf("with nothing done it says %q", d.said)
	}
	if name, ok := d.Begun(cat); ok {
		t.Fatalf("with nothing done %s is begun", name)
	}
	const kept = "My Cat-Cow Flow is kept as a draft. It is not saved yet."
	d.Start("cat-cow")
	d.addPose()
	poses := len(d.work.figure().Poses)
	leave()
	if d.lastSaid() != kept || len(d.left) != 2 {
		t.Errorf("said %q, left %v", d.said, d.left)
	}
	if name, ok := d.Begun(cat); !ok || name != "My Cat-Cow Flow" {
		t.Errorf("begun %q, %v", name, ok)
	}
	if name, ok := d.Begun(d.lib.Catalogue.Get("childs-pose")); ok {
		t.Errorf("%s was begun from another exercise", name)
	}
	// Another like it is another draft, and the latest is gone on with.
	d.now = d.now.Add(time.Minute)
	d.Start("cat-cow")
	d.change(didWords, "", func(f *exercise.File) { f.Name = "Waves" })
	leave()
	d.GoOn(cat)
	if d.work.now.file.Name != "Waves" || d.work.from != "cat-cow" {
		t.Errorf("gone on with %q from %q", d.work.now.file.Name, d.work.from)
	}
	d.keep.drop(d.work.id)
	d.toBegin()
	d.GoOn(cat)
	if n := len(d.work.figure().Poses); n != poses {
		t.Errorf("gone on with %d poses, there were %d", n, poses)
	}
	d.said = nil
	d.Hide() // straight to another screen
	d.Hide()
	if len(d.said) != 1 || d.said[0] != kept {
		t.Errorf("leaving without Done says %q", d.said)
	}
	d.Show()
	d.save()
	d.said = nil
	leave()
	if len(d.said) > 0 {
		t.Errorf("with all saved it says %q", d.said)
	}
	if name, ok := d.Begun(cat); ok {
		t.Errorf("%s is saved, and still to be gone on with", name)
	}
}
