package pose

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
