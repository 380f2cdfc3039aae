package share

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"catcow/routines"
	"catcow/routines/plan"
)

func TestPackTakesWhatTheRoutineNeeds(t *testing.T) {
	data := packedOwn(t)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	files := own(t).all()
	for _, f := range z.File {
		names = append(names, f.Name)
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != files[f.Name] {
			t.Errorf("%s is not the file as it was written (%v)", f.Name, err)
		}
	}
	want := "routines/my-evening.toml exercises/my-easy.toml exercises/my-fold.toml exercises/my-hard.toml exercises/my-more.toml " +
		"exercises/my-photo.toml exercises/my-swap.toml exercises/Rücken.svg exercises/knee.png"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("packed are\n%s\nwant\n%s", got, want)
	}
	if again := packedOwn(t); !bytes.Equal(again, data) {
		t.Error("packing twice gives different bytes")
	}
}

func TestShippedRoutinesComeBackTheSame(t *testing.T) {
	f := newFolder(t)
	lib := f.lib()
	for _, r := range lib.Routines {
		data, err := Pack(r, lib)
		if err != nil {
			t.Fatal(err)
		}
		if p := f.read(r.ID+Ext, data); !p.Nothing() || p.Main().ID != r.ID {
			t.Errorf("%s comes back as %s", r.ID, states(p))
		}
	}
}

func TestAddAndComeBack(t *testing.T) {
	data, f := packedOwn(t), newFolder(t)
	p := f.read("anything.bin", data) // the name does not matter
	if got := states(p); strings.Contains(got, "same") || strings.Contains(got, "clash") {
		t.Fatalf("an empty folder has %s already", got)
	}
	if got := p.Cautions(); !slices.Contains(got, "knee") {
		t.Errorf("the cautions are %v", got)
	}
	done, err := p.Add(nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"my-evening"}; !slices.Equal(done.Routines, want) || len(done.Aside) > 0 {
		t.Errorf("adding did %+v", done)
	}
	want := own(t).all()
	delete(want, "exercises/unused.toml")
	delete(want, "exercises/other.png")
	if got := f.all(); !maps.Equal(got, want) {
		t.Errorf("the folder has\n%v", slices.Sorted(maps.Keys(got)))
	}
	f.whole()
	again := f.read("x"+Ext, data)
	if !again.Nothing() {
		t.Errorf("what was added comes again as %s", states(again))
	}
	before := f.all()
	if _, err := again.Add(nil); err != nil || !maps.Equal(before, f.all()) {
		t.Errorf("adding it again changes something (%v)", err)
	}
	if _, err := p.Add(nil); err == nil {
		t.Error("adding a parcel that was read before the files came writes over them")
	}
}

func TestMeaningDecidesWhatIsTheSame(t *testing.T) {
	f := own(t)
	text := strings.ReplaceAll(evening, "# For the evenings.\n", "")
	text = strings.ReplaceAll(text, `"30s"`, `"0m30s"`)
	if p := f.read("my-evening.toml", []byte(text)); p.Items[0].State != Same {
		t.Errorf("another style of the same routine is %s", states(p))
	}
	if p := f.read("my-evening.toml", []byte(strings.ReplaceAll(evening, "30s", "35s"))); p.Items[0].State != Clash || p.Items[0].OverName != "My Evening" {
		t.Errorf("another hold is %s", states(p))
	}
}

// clashing is a folder in which most of what comes is there already and different.
func clashing(t testing.TB) folder {
	return newFolder(t).
		write("routines/my-evening.toml", "# mine\nname = \"Quite Another\"\n[[phase]]\nname = \"Move\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"cat-cow\"\n").
		write("exercises/my-fold.toml", hold("Other Fold", "# mine\n")+posed).
		write("exercises/knee.png", pngOf(9, 9)).
		write("exercises/my-swap.toml", hold("My Swap", "")+posed)
}

func TestNothingIsReplacedUnasked(t *testing.T) {
	f := clashing(t)
	p := f.read("x", packedOwn(t))
	if got := states(p); got != "my-evening:clash my-easy:new my-fold:clash my-hard:new my-more:new my-photo:new my-swap:same Rücken.svg:new knee.png:clash" {
		t.Fatalf("it stands %s", got)
	}
	before := f.all()
	if _, err := p.Add(nil); err == nil || !strings.Contains(err.Error(), "choose") {
		t.Errorf("without a choice: %v", err)
	}
	if _, err := p.Add(Choices{p.Clashes()[0]: {Way: Take}}); err == nil {
		t.Error("with one of two choices it is added")
	}
	if !maps.Equal(before, f.all()) {
		t.Error("something was written")
	}
}

func TestTakeKeepsMineAside(t *testing.T) {
	f := clashing(t)
	mine := f.all()
	p := f.read("x", packedOwn(t))
	done, err := p.Add(p.For(Take))
	if err != nil {
		t.Fatal(err)
	}
	got := f.all()
	for name, text := range map[string]string{
		"routines/my-evening.toml.mine": mine["routines/my-evening.toml"], "routines/my-evening.toml": evening,
		"exercises/my-fold.toml.mine": mine["exercises/my-fold.toml"], "exercises/my-fold.toml": own(t).all()["exercises/my-fold.toml"],
		"exercises/knee.png": mine["exercises/knee.png"], "exercises/knee-2.png": own(t).all()["exercises/knee.png"],
	} {
		if got[name] != text {
			t.Errorf("%s is\n%s", name, got[name])
		}
	}
	if !strings.Contains(got["exercises/my-photo.toml"], `picture = "knee-2.png"`) || !strings.Contains(got["exercises/my-photo.toml"], "# My Photo, as my") {
		t.Errorf("the picture is not followed, or a comment is lost:\n%s", got["exercises/my-photo.toml"])
	}
	if len(done.Aside) != 2 {
		t.Errorf("kept aside are %v", done.Aside)
	}
	if lib := f.whole(); len(lib.Routines) == 0 {
		t.Error("nothing is left")
	}
	f.write("routines/my-evening.toml", mine["routines/my-evening.toml"]) // once more: the file kept first stays
	p = f.read("x", packedOwn(t))
	if _, err := p.Add(p.For(Take)); err != nil || f.all()["routines/my-evening.toml.mine-2"] == "" {
		t.Errorf("the second file is not kept aside (%v)", err)
	}
}

func TestKeepLeavesMine(t *testing.T) {
	f := clashing(t)
	mine := f.all()
	p := f.read("x", packedOwn(t))
	if _, err := p.Add(p.For(Keep)); err != nil {
		t.Fatal(err)
	}
	got := f.all()
	for name, text := range mine {
		if got[name] != text {
			t.Errorf("%s has changed", name)
		}
	}
	if got["exercises/my-photo.toml"] == "" {
		t.Error("what does not clash is not added")
	}
	f.whole()
}

func TestBothFollowsEveryName(t *testing.T) {
	f := clashing(t)
	mine := f.all()
	p := f.read("x", packedOwn(t))
	choices := p.For(Both)
	choices[p.Main()] = Choice{Way: Both, Name: "Anna's Evening"}
	done, err := p.Add(choices)
	if err != nil {
		t.Fatal(err)
	}
	got := f.all()
	for name, text := range mine {
		if got[name] != text {
			t.Errorf("%s has changed", name)
		}
	}
	if !slices.Equal(done.Routines, []string{"anna-s-evening"}) {
		t.Errorf("the routine is called %v", done.Routines)
	}
	want := strings.NewReplacer(`'my-fold'`, `"my-fold-2"`, `"My Evening"`, `"Anna's Evening"`).Replace(evening)
	if got["routines/anna-s-evening.toml"] != want {
		t.Errorf("the routine reads\n%s\nwant\n%s", got["routines/anna-s-evening.toml"], want)
	}
	if !strings.Contains(got["exercises/my-fold-2.toml"], `name     = "My Fold 2"   # the name`) {
		t.Errorf("the exercise reads\n%s", got["exercises/my-fold-2.toml"])
	}
	lib := f.whole()
	if r, ok := lib.Get("anna-s-evening"); !ok || r.Phases[1].Steps[0].Exercise.Name != "My Fold 2" {
		t.Error("the routine does not play its own exercise")
	}
}

func TestTheWayOnlyDecidesNames(t *testing.T) {
	f := newFolder(t)
	p := f.read("my-evening.toml", []byte(strings.NewReplacer("my-fold", "childs-pose", "my-photo", "cobra", "my-more", "walk").Replace(evening)))
	done, err := p.Add(Choices{p.Main(): {Way: Both, Name: "Con"}})
	if err != nil || !slices.Equal(done.Routines, []string{"shared-con"}) {
		t.Errorf("a name Windows keeps becomes %v (%v)", done.Routines, err)
	}
}

// Whatever fails, and wherever, the folder is as before.
func TestAllOrNothing(t *testing.T) {
	data := packedOwn(t)
	full := errors.New("no space left on device")
	for _, way := range []Way{Keep, Take, Both} {
		for n := 0; ; n++ {
			f := clashing(t)
			before := f.all()
			p := f.read("x", data)
			count := 0
			_, err := p.add(p.For(way), func(path string, data []byte) error {
				if count++; count > n {
					return full
				}
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					return err
				}
				return os.WriteFile(path, data, 0o600)
			})
			if err == nil {
				if n < 4 {
					t.Errorf("only %d files are written", n)
				}
				break
			}
			if !errors.Is(err, full) {
				t.Errorf("failing at %d says %v", n, err)
			}
			if !maps.Equal(before, f.all()) {
				t.Errorf("failing at %d leaves %v", n, slices.Sorted(maps.Keys(f.all())))
			}
		}
	}
	f := newFolder(t)
	if _, err := f.read("x", data).add(nil, func(string, []byte) error { return full }); err == nil {
		t.Error("a failure is not told")
	}
	if entries, _ := os.ReadDir(f.dir); len(entries) > 0 {
		t.Errorf("folders stay: %v", entries)
	}
}

func TestAChangeMeanwhileIsNotWrittenOver(t *testing.T) {
	f := clashing(t)
	p := f.read("x", packedOwn(t))
	f.write("exercises/my-fold.toml", hold("Changed since", "")+posed)
	before := f.all()
	if _, err := p.Add(p.For(Take)); err == nil || !strings.Contains(err.Error(), "my-fold.toml has changed") {
		t.Errorf("it says %v", err)
	}
	if !maps.Equal(before, f.all()) {
		t.Error("something was written")
	}
}

func TestWhatIsNoFileIsLeftAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	for name, make := range map[string]func(path string) error{
		"a link out": func(path string) error { return os.Symlink("/etc/hostname", path) },
		"a folder":   func(path string) error { return os.Mkdir(path, 0o700) },
	} {
		f := newFolder(t).write("routines/other.toml", evening)
		if err := make(filepath.Join(f.dir, "routines", "my-evening.toml")); err != nil {
			t.Fatal(err)
		}
		p := f.read("x", packedOwn(t))
		if _, err := p.Add(p.For(Take)); err == nil || !strings.Contains(err.Error(), "in the way") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := p.Add(p.For(Both)); err != nil {
			t.Errorf("%s: beside it: %v", name, err)
		}
	}
	f := newFolder(t).write("routines/My-Evening.toml", evening)
	p := f.read("x", packedOwn(t))
	if p.Main().State != Clash && p.Main().State != Same {
		t.Error("a name that differs in capitals counts as free")
	}
}

// What was in order as it came may not fit what a person keeps.
func TestKeptExercisesMustFit(t *testing.T) {
	f := newFolder(t).write("exercises/my-fold.toml", strings.Replace(hold("Mine", "")+posed, "hold       = \"45s\"", "hold       = \"45s\"\nhold_min   = \"40s\"", 1))
	p := f.read("x", packedOwn(t))
	if _, err := p.Add(p.For(Keep)); err == nil || !strings.Contains(err.Error(), "does not fit the exercises that stay") {
		t.Errorf("a hold of 30 s is added to an exercise that wants 40: %v", err)
	}
	if got := f.all(); len(got) != 1 {
		t.Errorf("it leaves %v", got)
	}
}

func TestPlainFiles(t *testing.T) {
	from := own(t)
	to := newFolder(t)
	var paths []string
	for name := range from.all() {
		if strings.HasSuffix(name, ".toml") {
			paths = append(paths, filepath.Join(from.dir, filepath.FromSlash(name)))
		}
	}
	slices.Sort(paths)
	p, problems := Open(paths, to.lib(), to.dir)
	if problems != nil {
		t.Fatal(problems)
	}
	if _, err := p.Add(nil); err != nil {
		t.Fatal(err)
	}
	want := from.all()
	delete(want, "exercises/other.png")
	if !maps.Equal(to.all(), want) {
		t.Errorf("plain files become %v", slices.Sorted(maps.Keys(to.all())))
	}
	alone := filepath.Join(from.dir, "routines", "my-evening.toml")
	if _, problems := Open([]string{alone}, routines.Load(""), t.TempDir()); problems == nil || !strings.Contains(problems.Error(), "ask for that one") {
		t.Errorf("a routine without its exercises is met with %v", problems)
	}
	download := to.dir + "/My Evening (2).toml"
	if err := os.WriteFile(download, []byte(evening), 0o600); err != nil {
		t.Fatal(err)
	}
	p, problems = Open([]string{download}, to.lib(), to.dir)
	if problems != nil || p.Main().ID != "my-evening" || len(p.Notes) != 1 {
		t.Errorf("a second download is %v %v", p, problems)
	}
}

func TestAsText(t *testing.T) {
	lib := own(t).lib()
	r, _ := lib.Get("my-evening")
	got, err := AsText(plan.Input{Routine: r, Catalogue: lib.Catalogue}, Words{Caution: func(tag string) string { return "your " + tag + " hurts" }})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"My Evening\nFor: Me\nTakes ", "\n1. Cat-Cow Flow: ", "\n2. My Fold: hold 30 s\n", "\n3. My Photo: hold 45 s (my-fold first)\n", "hurt", " · your knee hurts.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
	for _, r := range lib.Routines {
		text, err := AsText(plan.Input{Routine: r, Catalogue: lib.Catalogue}, Words{})
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
		for _, bad := range []string{"heal", "cure", "{{", "<nil>"} {
			if strings.Contains(strings.ToLower(text), bad) {
				t.Errorf("%s has %q in its text", r.ID, bad)
			}
		}
		for _, ph := range r.Phases {
			if !strings.Contains(text, ph.Name) {
				t.Errorf("%s lacks the phase %s", r.ID, ph.Name)
			}
		}
	}
}
