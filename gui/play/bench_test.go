package play

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// BenchmarkTick is one repaint's work of the screen, without the display's: moving and holding.
func BenchmarkTick(b *testing.B) {
	lib := routines.Load("")
	r, ok := lib.Get("combo-10")
	if !ok {
		b.Fatal("combo-10 is not shipped")
	}
	for _, c := range []struct {
		name string
		at   time.Duration
	}{{"moving", 20 * time.Second}, {"holding", 5*time.Minute + 30*time.Second}} {
		b.Run(c.name, func(b *testing.B) {
			test.NewTempApp(b).Settings().SetTheme(look.New(look.Espresso, 100, false))
			p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: 10 * time.Minute})
			if err != nil {
				b.Fatal(err)
			}
			now := time.Date(2026, 11, 22, 15, 30, 0, 0, time.UTC)
			s := session.New(p, lib.Catalogue, now)
			screen := New(Deps{Session: s, Now: func() time.Time { return now }, BreathPacer: true})
			w := test.NewTempWindow(b, screen)
			w.Resize(fyne.NewSize(1180, 760))
			s.Jump(c.at, now)
			screen.draw(now)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%200 == 199 {
					s.Jump(c.at, now)
				}
				now = now.Add(screen.Every())
				screen.Tick(now)
			}
		})
	}
}
