package draft

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

const hand = `# Mine.
name = "Mine"   # the name

[[phase]]
name = "Move"
kind = "dynamic"

  [[phase.step]]
  exercise = "cat-cow"
  reps = 10 # ten

[[phase]]
name = "Hold"
kind = "static"

  [[phase.step]]
  exercise = "childs-pose"
  hold = "40s"
`

func say(text string) message.Message { return message.New("test", text) }

// editor is an editor of a text, which must say something whole.
func editor(t *testing.T, text string) *Editor {
	t.Helper()
	e := NewEditor(Read("mine", []byte(text), catalogue()), catalogue())
	if e.Now().Damaged {
		t.Fatalf("the text is no TOML: %v", e.Now().Problems)
	}
	return e
}

// do makes an edit that must work.
func do(t *testing.T, e *Editor, what, join string, change func(*Content)) {
	t.Helper()
	if err := e.DoJoined(say(what), join, change); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

func TestEditorGoesBackAndForward(t *testing.T) {
	e := editor(t, hand)
	if _, ok := e.CanUndo(); ok || e.Dirty() {
		t.Fatal("there is something to take back before anything was done")
	}
	keys := e.Now().Content.keys()
	do(t, e, "add Cobra", "", func(c *Content) { c.Add(catalogue(), Spot{1, 1}, "cobra") })
	added := e.Now()
	do(t, e, "remove Cat-Cow", "", func(c *Content) { c.Delete([]Key{keys[1]}) })
	if what, ok := e.CanUndo(); !ok || what.String() != "remove Cat-Cow" || !e.Dirty() {
		t.Errorf("what can be taken back is %q", what)
	}
	if what, ok := e.Undo(); !ok || what.String() != "remove Cat-Cow" {
		t.Errorf("%q was taken back", what)
	}
	if got := e.Now(); !bytes.Equal(got.Text, added.Text) || !Same(got.Content, added.Content) || got.Content.Phases[0].Steps[0].Key != keys[1] {
		t.Errorf("taken back it is\n%s", got.Text)
	}
	if what, ok := e.CanRedo(); !ok || what.String() != "remove Cat-Cow" {
		t.Errorf("what can be made again is %q", what)
	}
	e.Undo()
	if string(e.Now().Text) != hand || e.Dirty() {
		t.Errorf("taken all back it is\n%s", e.Now().Text)
	}
	if _, ok := e.Undo(); ok {
		t.Error("more was taken back than was done")
	}
	e.Redo()
	if !bytes.Equal(e.Now().Text, added.Text) || e.Now().Content.Phases[1].Steps[1].Key != added.Content.Phases[1].Steps[1].Key {
		t.Errorf("made again it is\n%s", e.Now().Text)
	}
	do(t, e, "name it", "", func(c *Content) { c.Name = "Yours" })
	if _, ok := e.Redo(); ok {
		t.Error("what was taken back before another edit can be made again")
	}
}

func TestEditorJoinsWhatIsOneGesture(t *testing.T) {
	e := editor(t, hand)
	k := e.Now().Content.Phases[1].Steps[0].Key
	hold := func(seconds int) {
		t.Helper()
		do(t, e, "hold", "hold", func(c *Content) { c.Step(k).Hold = time.Duration(seconds) * time.Second })
	}
	hold(45)
	hold(50)
	hold(55)
	if len(e.done) != 1 {
		t.Fatalf("a stepper held down makes %d steps back", len(e.done))
	}
	e.Settle()
	hold(60)
	do(t, e, "name", "name", func(c *Content) { c.Name = "M" })
	hold(55)
	do(t, e, "name", "name", func(c *Content) { c.Name = "Mi" })
	if len(e.done) != 5 {
		t.Errorf("five gestures make %d steps back", len(e.done))
	}
	for range 4 {
		e.Undo()
	}
	if got := e.Now().Content.Step(k).Hold; got != 55*time.Second {
		t.Errorf("after the first gesture the hold is %v", got)
	}
	hold(45)
	if len(e.done) != 2 {
		t.Error("an edit joins one made before something was taken back")
	}
	e.Undo()
	e.Undo()
	if string(e.Now().Text) != hand {
		t.Errorf("all taken back it is\n%s", e.Now().Text)
	}
	hold(45)
	hold(40)
	if len(e.done) != 0 || e.Dirty() {
		t.Error("a gesture that ends where it began can be taken back")
	}
}

func TestEditorOfNothing(t *testing.T) {
	e := editor(t, "")
	do(t, e, "nothing", "", func(*Content) {})
	if _, ok := e.CanUndo(); ok {
		t.Error("nothing can be taken back")
	}
	do(t, e, "add", "", func(c *Content) { c.Name = "New"; c.Add(catalogue(), Spot{}, "cat-cow", "cobra") })
	if e.Now().Routine == nil || !e.Dirty() {
		t.Errorf("it is no routine: %v\n%s", e.Now().Problems, e.Now().Text)
	}
	e.Undo()
	if len(e.Now().Text) != 0 || e.Dirty() {
		t.Errorf("taken back it is %q", e.Now().Text)
	}
}

func TestEditorKnowsWhatIsSaved(t *testing.T) {
	e := editor(t, hand)
	rename := func(name string) { do(t, e, "name", "", func(c *Content) { c.Name = name }) }
	rename("A")
	e.MarkSaved()
	if e.Dirty() {
		t.Error("what was just saved is not")
	}
	rename("B")
	e.Undo()
	if e.Dirty() {
		t.Error("back at what was saved, something is not saved")
	}
	e.Undo()
	if !e.Dirty() || string(e.Saved()) == hand {
		t.Error("before what was saved, nothing is to save")
	}
	e.SetSaved([]byte(hand))
	if e.Dirty() {
		t.Error("the file holds this text, and yet it counts as not saved")
	}
	e.SetSaved(nil)
	if !e.Dirty() || e.Saved() != nil {
		t.Error("without a file nothing is saved")
	}
}

func TestEditorTakesAnotherText(t *testing.T) {
	e := editor(t, hand)
	before := e.Now().Content.keys()
	e.Replace(say("reload"), []byte("name = \"Other\"\n"))
	if got := e.Now(); got.Content.Name != "Other" || len(got.Content.Phases) != 0 || got.ID != "mine" {
		t.Errorf("it says %+v", got.Content)
	}
	if what, _ := e.Undo(); what.String() != "reload" || string(e.Now().Text) != hand {
		t.Errorf("taken back (%s) it is\n%s", what, e.Now().Text)
	}
	if after := e.Now().Content.keys(); len(after) != 4 || after[0] != before[0] || after[3] != before[3] {
		t.Errorf("the keys were %v and are %v", before, after)
	}
	e.Replace(say("comment"), []byte("# only this is new\n"+hand))
	if after := e.Now().Content.keys(); after[0] != before[0] {
		t.Error("a text that says the same has other keys")
	}
	e.Replace(say("half"), []byte("name = \"Half"))
	if !e.Now().Damaged {
		t.Fatal("half a text is whole")
	}
	if err := e.Do(say("x"), func(c *Content) { c.Name = "X" }); err == nil || string(e.Now().Text) != "name = \"Half" {
		t.Errorf("a damaged text was changed (%v) to\n%s", err, e.Now().Text)
	}
	e.Undo()
	if e.Now().Damaged || e.Now().Routine == nil {
		t.Error("the damage cannot be taken back")
	}
	// What is the same keeps its key, and what is new has one that was never given out.
	e.Replace(say("more"), []byte(strings.Replace(hand, "  [[phase.step]]", "  [[phase.step]]\n  exercise = \"hip-hinge\"\n\n  [[phase.step]]", 1)))
	after := e.Now().Content.keys()
	if len(after) != 5 || after[0] != before[0] || after[2] != before[1] || after[4] != before[3] || slices.Contains(before, after[1]) {
		t.Errorf("the keys were %v and are %v", before, after)
	}
}

func TestEditorRefusesWhatCannotBeWritten(t *testing.T) {
	e := editor(t, hand)
	err := e.Do(say("half a second"), func(c *Content) { c.Phases[1].Steps[0].Hold = 1500 * time.Millisecond })
	if _, ok := err.(message.Message); !ok || string(e.Now().Text) != hand || e.Now().Content.Phases[1].Steps[0].Hold != 40*time.Second {
		t.Errorf("the answer is %v, and now it is\n%s", err, e.Now().Text)
	}
	if _, ok := e.CanUndo(); ok {
		t.Error("what was refused can be taken back")
	}
	if err := e.Do(say("bytes"), func(c *Content) { c.Name = "a\xffb" }); err == nil {
		t.Error("a name that is no text was written")
	}
}

func TestEditorWithOtherExercises(t *testing.T) {
	e := editor(t, "name = \"N\"\n[[phase]]\nname = \"P\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"sun-salute\"\n")
	keys := e.Now().Content.keys()
	if e.Now().Routine != nil {
		t.Fatal("an exercise that does not exist is known")
	}
	e.SetCatalogue(exercise.NewCatalogue([]*exercise.Exercise{{ID: "sun-salute", Name: "Sun", Kind: exercise.Static, Dose: exercise.Dose{Hold: 30 * time.Second}}}))
	if c := e.Now().Content; e.Now().Problems == nil || c.keys()[1] != keys[1] || c.exercise(c.Phases[0].Steps[0]) == nil {
		t.Errorf("with the exercise there the problems are %v", e.Now().Problems)
	}
	e.SetID("My Own")
	if n := len(e.Now().Problems); n != 2 || e.Now().ID != "My Own" {
		t.Errorf("a file of this name has %d problems: %v", n, e.Now().Problems)
	}
	e.SetWords(func(m message.Message) string { return "Abkühlen" })
	do(t, e, "add", "", func(c *Content) {
		c.Phases = nil
		c.AddStep(Spot{}, Step{Exercise: "sun-salute"})
	})
	if got := e.Now().Content.Phases[0].Name; got != "Abkühlen" {
		t.Errorf("the new phase is called %q", got)
	}
}
