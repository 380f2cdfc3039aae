package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/parts"
)

func TestADraftIsGoneOnWithFromItsExercise(t *testing.T) {
	b := newBench(t)
	b.show(screenExercises)
	b.exercises.Open("cat-cow")
	b.drawExercise("cat-cow")
	b.pose.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault}) // one more pose
	b.press(fyne.KeyEscape)
	if b.at != screenExercises || !b.notice.Visible() || b.notice.text.Text() != "My Cat-Cow Flow is kept as a draft. It is not saved yet." {
		t.Fatalf("on %s it says %q", b.at, b.notice.text.Text())
	}
	for _, o := range test.LaidOutObjects(b.exercises) {
		if g, ok := o.(*parts.Button); ok && g.Visible() && g.AccessibilityLabel() == "Go on with My Cat-Cow Flow" {
			test.Tap(g)
		}
	}
	if b.at != screenPose || b.notice.text.Text() != "Picked up where you left off." {
		t.Fatalf("on %s it says %q", b.at, b.notice.text.Text())
	}
	b.press(fyne.KeyEscape)
	if b.at != screenExercises {
		t.Errorf("from there Esc leads to %s", b.at)
	}
}
