package draft

import (
	"testing"
	"time"

	"catcow/routines/exercise"
)

// values goes through a range from a value in one direction until it stays.
func values[T ~int | ~int64](r Range[T], by int) []T {
	var list []T
	for range 200 {
		next := r.Next(by)
		if next == r.Value {
			return list
		}
		list = append(list, next)
		r.Value = next
	}
	return nil
}

func TestBounds(t *testing.T) {
	cat := exercise.NewCatalogue([]*exercise.Exercise{
		{ID: "together", Kind: exercise.Dynamic, Dose: exercise.Dose{Reps: 6, RepsMin: 4, RepsMax: 8, Tempo: 6 * time.Second, TempoMin: 5 * time.Second, TempoMax: 10 * time.Second, Mode: exercise.Together}},
		{ID: "alternate", Kind: exercise.Strength, Dose: exercise.Dose{Reps: 8, RepsMin: 4, RepsMax: 10, Tempo: 8 * time.Second, TempoMin: 8 * time.Second, TempoMax: 8 * time.Second, Mode: exercise.Alternate}},
		{ID: "hold", Kind: exercise.Static, Dose: exercise.Dose{Hold: 32 * time.Second, HoldMin: 23 * time.Second, HoldMax: 41 * time.Second, Rounds: 1, RoundsMax: 3}},
		{ID: "open", Kind: exercise.Activity, Dose: exercise.Dose{TimeMax: 12 * time.Minute}},
		{ID: "timed", Kind: exercise.Activity, Dose: exercise.Dose{Time: 10 * time.Minute, TimeMin: time.Minute, TimeMax: time.Hour}},
	})
	at := func(id string, s Step) Doses { return Bounds(s, cat.Get(id)) }

	expect(t, "reps down", values(at("together", Step{}).Reps, -1), 5, 4)
	expect(t, "reps up", values(at("together", Step{}).Reps, 1), 7, 8)
	expect(t, "reps from too many", values(at("together", Step{Reps: 99}).Reps, -1), 8, 7, 6, 5, 4)
	expect(t, "reps from too few", values(at("together", Step{Reps: -3}).Reps, 1), 4, 5, 6, 7, 8)
	expect(t, "reps in pairs", values(at("alternate", Step{}).Reps, -1), 6, 4)
	expect(t, "reps in pairs from an odd one", values(at("alternate", Step{Reps: 7}).Reps, 1), 8, 10)
	expect(t, "tempo", values(at("together", Step{Tempo: 8 * time.Second}).Tempo, 1), 9*time.Second, 10*time.Second)
	expect(t, "hold down", values(at("hold", Step{}).Hold, -1), 30*time.Second, 25*time.Second, 23*time.Second)
	expect(t, "hold up", values(at("hold", Step{}).Hold, 1), 35*time.Second, 40*time.Second, 41*time.Second)
	expect(t, "rounds", values(at("hold", Step{}).Rounds, 1), 2, 3)
	expect(t, "open time up", values(at("open", Step{}).Time, 1), 5*time.Minute, 10*time.Minute, 12*time.Minute)
	expect(t, "open time down", values(at("open", Step{Time: 12 * time.Minute}).Time, -1), 10*time.Minute, 5*time.Minute, 0)
	expect(t, "set time down", values(at("timed", Step{}).Time, -1), 5*time.Minute, time.Minute)

	b := at("together", Step{Reps: 7})
	if !b.Reps.Own || b.Reps.Value != 7 || b.Tempo.Own || b.Tempo.Value != 6*time.Second {
		t.Errorf("in force are %+v and %+v", b.Reps, b.Tempo)
	}
	if b.Hold.Applies() || b.Rounds.Applies() || b.Time.Applies() || !b.Tempo.Applies() {
		t.Errorf("a movement has %+v", b)
	}
	if !at("alternate", Step{}).Tempo.Fixed() || at("hold", Step{}).Hold.Fixed() || at("open", Step{}).Time.Fixed() {
		t.Error("what is fixed and what is not is mixed up")
	}
	if got := Bounds(Step{Reps: 3}, nil); got != (Doses{}) {
		t.Errorf("an unknown exercise has bounds: %+v", got)
	}
}

func expect[T comparable](t *testing.T, about string, got []T, want ...T) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %v, want %v", about, got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s: %v, want %v", about, got, want)
			return
		}
	}
}

// TestBoundsAreTheOnesOfTheCheck tries every value that a stepper reaches in a routine of its own.
func TestBoundsAreTheOnesOfTheCheck(t *testing.T) {
	for _, e := range catalogue().All() {
		try := func(what string, change func(*Step)) {
			c := Content{Name: "Try"}
			c.Add(catalogue(), Spot{}, "cat-cow", e.ID)
			i := len(c.Phases) - 1
			for j := range c.Phases {
				if n := len(c.Phases[j].Steps); n > 0 && c.Phases[j].Steps[n-1].Exercise == e.ID {
					i = j
				}
			}
			steps := c.Phases[i].Steps
			change(&steps[len(steps)-1])
			d, err := Read("try", nil, catalogue()).With(c, catalogue())
			if err != nil || d.Routine == nil {
				t.Errorf("%s of %s: %v %v", what, e.ID, err, d.Problems)
			}
		}
		b := Bounds(Step{}, e)
		for _, by := range []int{-1, 1} {
			for _, v := range append(values(b.Reps, by), b.Reps.Value) {
				try("reps", func(s *Step) { s.Reps = v })
			}
			for _, v := range append(values(b.Tempo, by), b.Tempo.Value) {
				try("tempo", func(s *Step) { s.Tempo = v })
			}
			for _, v := range append(values(b.Hold, by), b.Hold.Value) {
				try("hold", func(s *Step) { s.Hold = v })
			}
			for _, v := range append(values(b.Rounds, by), b.Rounds.Value) {
				try("rounds", func(s *Step) { s.Rounds = v })
			}
			for _, v := range append(values(b.Time, by), b.Time.Value) {
				try("time", func(s *Step) { s.Time = v })
			}
		}
	}
}
