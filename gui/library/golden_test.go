package library

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// withOwn is a library with a person's own routine, one in front of a shipped one, and a broken file.
func withOwn(t *testing.T) *routines.Library {
	lib := guitest.Library(t)
	for _, r := range lib.Routines {
		switch r.ID {
		case "desk-reset":
			r.Source, r.Overrides = exercise.Own, true
		case "workout-minute":
			r.Source = exercise.Own
		}
	}
	const path = "/home/ada/.local/share/catcow/routines/my-lunch-reset.toml"
	lib.Broken = []routines.Broken{{ID: "my-lunch-reset", Path: path, Problems: tomlfile.Problems{
		{File: path, Line: 9, Column: 14, Message: message.New("", `there is no exercise "cat-caw"; did you mean "cat-cow"?`)},
		{File: path, Line: 12, Column: 10, Message: message.New("", `tempo is 5s to 10s; found "2s"`)},
	}}}
	lib.Notes = []message.Message{message.New("", "Your own desk-reset stands in front of the one Catcow brings.")}
	return lib
}

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	lib := withOwn(t)
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		search  string
	}{
		{"espresso", look.Espresso, 100, fyne.NewSize(1096, 1060), ""},
		{"tea", look.Tea, 100, fyne.NewSize(1096, 760), ""},
		{"small", look.Espresso, 100, fyne.NewSize(816, 600), "evening"},
		{"nothing", look.Espresso, 100, fyne.NewSize(816, 600), "trampoline"},
		{"large-text", look.Tea, 200, fyne.NewSize(1040, 900), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			s := New(Deps{Folder: "/home/ada/.local/share/catcow/routines", More: []Action{{Icon: look.IconEdit}}})
			s.Set(Input{Library: lib})
			s.search.SetText(c.search)
			w := guitest.Window(t, s.Content(), c.size)
			guitest.Golden(t, c.name, w.Canvas().Capture())
		})
	}
}
