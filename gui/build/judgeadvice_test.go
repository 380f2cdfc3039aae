package build

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/message"
)

// pieces is advice on a routine: how much, all with a reason, the first with a source and a mend.
func pieces(d draft.Draft, n int) []advice.Advice {
	var out []advice.Advice
	for i := range n {
		a := advice.Advice{Rule: fmt.Sprint("rule-", i), Keys: []draft.Key{d.Content.Phases[0].Steps[0].Key}}
		a.Message.Text, a.Reason.Text = fmt.Sprintf("Piece number %d.", i), fmt.Sprintf("Reason number %d.", i)
		if i == 0 {
			a.Source = "Behm 2016"
		}
		a.Mend = &advice.Mend{}
		a.Mend.Label.Text = fmt.Sprint("Mend number ", i)
		out = append(out, a)
	}
	return out
}

func TestAdviceIsShownExplainedTakenAndLeft(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	// What the check says stands there, whatever that is.
	d := b.read(cold, "")
	good, list := advice.Of(d, b.lib.Catalogue)
	if len(list) == 0 || len(good) == 0 {
		t.Fatal("nothing is said about nothing but holds")
	}
	b.mustSay(t, look.Say(list[0].Message), look.Say(good[0]))

	list = pieces(d, 2)
	b.advices.set(d, list)
	b.mustSay(t, "2 things to know", "Piece number 0", "Piece number 1")
	if text, _ := seenIn(b.all); strings.Contains(text, "Reason") {
		t.Error("the reason is said before anyone asks")
	}
	b.press(t, "Why?")
	b.mustSay(t, "Reason number 0", "Source: Behm 2016")
	b.press(t, "Less")
	b.press(t, "Show")
	if got := b.heard(); got != fmt.Sprint("go ", list[0].Keys[0]) {
		t.Errorf("Show: %s", got)
	}
	b.press(t, "Mend number 0")
	if b.heard() != "mend" || b.mend.Label.Text != "Mend number 0" {
		t.Error("the mend is not taken")
	}
	b.press(t, "Leave it")
	b.mustSay(t, "One thing to know", "Piece number 1")
	d = draft.Read(d.ID, []byte(cold+"# a line\n"), b.lib.Catalogue)
	b.advices.set(d, pieces(d, 2))
	if text, _ := seenIn(b.all); strings.Contains(text, "Piece number 0") {
		t.Error("what was left is back after the next change")
	}
}

// After a mend, or once something was left, the keyboard goes on where it was.
func TestTheKeyboardStaysWithTheAdvice(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	d := b.read(cold, "")
	b.advices.set(d, pieces(d, 2))
	b.relayout()
	_, buttons := seenIn(b.all)
	b.w.Canvas().Focus(buttons["Leave it"])
	buttons["Leave it"].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f, ok := b.w.Canvas().Focused().(*parts.Button); !ok || f.Label() != "Mend number 1" {
		t.Errorf("the keyboard is on %v", b.w.Canvas().Focused())
	}
}

// Much advice is folded, with how much there is.
func TestMuchAdviceIsFolded(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	d := b.read(reset, "")
	b.advices.set(d, pieces(d, 5))
	b.mustSay(t, "5 things to know", "number 0", "number 1")
	if text, _ := seenIn(b.all); strings.Contains(text, "number 2") {
		t.Error("all of it is shown")
	}
	b.press(t, "3 more")
	b.mustSay(t, "number 4")
	b.press(t, "Show fewer")
	if text, _ := seenIn(b.all); strings.Contains(text, "number 4") {
		t.Error("it does not fold again")
	}
}

// A length that a file promises and cannot keep is said in the words of the window, not with the file's keys.
func TestAPromisedLengthIsSaidInPlainWords(t *testing.T) {
	for name, c := range map[string]struct {
		m    message.Message
		want string
	}{
		"shortest": {
			message.New("advice.promised-length.shortest", "x", "Found", "3m", "Nearest", "4m"),
			"It is meant to fit into 3 min, but with both sides and a warm-up it takes 4 min.",
		},
		"longest": {
			message.New("advice.promised-length.longest", "x", "Found", "44m", "Nearest", "21m30s"),
			"It is meant to fill 44 min, but there is only enough in it for 21:30 min.",
		},
		"its mend":   {message.New("advice.promised-length.mend", "x", "Key", "shortest", "Length", "4m"), "Make 4 min the shortest"},
		"taking out": {message.New("advice.promised-length.mend-out", "x", "Key", "longest"), "Set no longest length"},
		"any other":  {message.New("test", "as it is"), "As it is"},
	} {
		if got := adviceText(c.m); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
