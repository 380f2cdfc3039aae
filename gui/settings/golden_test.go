package settings

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/message"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	portrait := guitest.Library(t).Catalogue.Get("cat-cow")
	wrong := tomlfile.Problems{{File: "/home/ada/.config/catcow/settings.toml", Line: 4, Column: 8,
		Message: message.New("", `volume is 0 to 100; found 400`)}}
	for _, c := range []struct {
		name     string
		pane     string
		theme    string
		percent  int
		size     fyne.Size
		problems tomlfile.Problems
	}{
		{"practice", PanePractice, look.Espresso, 100, fyne.NewSize(1096, 640), nil},
		{"practice-wrong", PanePractice, look.Tea, 100, fyne.NewSize(1096, 640), wrong},
		{"look", PaneLook, look.Espresso, 100, fyne.NewSize(640, 1100), nil},
		{"look-large-text", PaneLook, look.Tea, 200, fyne.NewSize(1040, 1500), nil},
		{"files", PaneFiles, look.Tea, 100, fyne.NewSize(816, 600), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			s := New(Deps{Version: "1.0", Opens: &Opens{On: func() bool { return true }}, Places: []Place{
				{"Settings", "/home/ada/.config/catcow/settings.toml", ""},
				{"Routines and exercises", "/home/ada/.local/share/catcow", ""},
			}})
			s.Set(Input{Settings: settings.Default(), Problems: c.problems, Portrait: portrait})
			s.Show(c.pane)
			w := guitest.Window(t, s.Content(), c.size)
			guitest.Golden(t, c.name, w.Canvas().Capture())
		})
	}
}
