package plan

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
)

// shelf is the whole catalogue and all nineteen routines of the exercise-science note, with what the note says about
// them. The rules of this package were worked out on these, shipped or not.
type shelf struct {
	catalogue *exercise.Catalogue
	routines  []*routines.Routine
	says      map[string]said
}

// said is what the note gives for a routine.
type said struct {
	natural           time.Duration
	shortest, longest time.Duration
	phases            []time.Duration // 0 for an activity
}

var noteShelf = sync.OnceValue(func() *shelf {
	s := &shelf{says: map[string]said{}}
	s.readExercises("testdata/exercises.txt")
	s.readRoutines("testdata/routines.txt")
	return s
})

func (s *shelf) routine(t testing.TB, id string) *routines.Routine {
	t.Helper()
	for _, r := range s.routines {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no routine %s", id)
	return nil
}

func (s *shelf) input(r *routines.Routine) Input {
	return Input{Routine: r, Catalogue: s.catalogue}
}

func lines(path string) []string {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	var out []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if l := strings.TrimSpace(sc.Text()); l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out
}

func (s *shelf) readExercises(path string) {
	var all []*exercise.Exercise
	for _, l := range lines(path) {
		f := strings.Split(l, "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		all = append(all, &exercise.Exercise{
			ID: f[0], Name: f[1], Kind: exercise.Kind(f[2]), Position: exercise.Position(f[3]), Sides: exercise.Sides(f[4]),
			Dose: readDose(f[5]), Targets: list(f[6]), Equipment: list(f[7]), Swap: list(f[8]), Source: exercise.Shipped,
		})
	}
	s.catalogue = exercise.NewCatalogue(all)
}

func list(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ", ")
}

func readDose(text string) exercise.Dose {
	var mode string
	var a, b, c, d, e, f int
	n, err := fmt.Sscan(text, &mode, &a, &b, &c, &d, &e, &f)
	s := func(n int) time.Duration { return time.Duration(n) * time.Second }
	switch {
	case mode == "time" && n == 4:
		return exercise.Dose{Time: s(a), TimeMin: s(b), TimeMax: s(c)}
	case mode == "hold" && n == 6:
		return exercise.Dose{Hold: s(a), HoldMin: s(b), HoldMax: s(c), Rounds: d, RoundsMax: e}
	case n == 7:
		return exercise.Dose{
			Mode: exercise.Mode(mode), Reps: a, RepsMin: b, RepsMax: c, Tempo: s(d), TempoMin: s(e), TempoMax: s(f),
		}
	}
	panic(fmt.Sprint(text, err))
}

func (s *shelf) readRoutines(path string) {
	var r *routines.Routine
	for _, l := range lines(path) {
		word, rest, _ := strings.Cut(l, " ")
		switch word {
		case "=":
			f := strings.Split(rest, " | ")
			r = &routines.Routine{ID: f[0], Name: f[1], Source: exercise.Shipped}
			s.routines = append(s.routines, r)
			least, most := number(f[3]), number(f[4])
			r.Fixed = least == most
			s.says[r.ID] = said{
				natural: clockTime(f[2]), shortest: time.Duration(least) * time.Minute, longest: time.Duration(most) * time.Minute,
			}
		case "phase":
			f := strings.Split(rest, " | ")
			r.Phases = append(r.Phases, routines.Phase{Name: f[0], Kind: exercise.Kind(f[1])})
			say := s.says[r.ID]
			say.phases = append(say.phases, clockTime(f[2]))
			s.says[r.ID] = say
		case "extras":
			r.Extras = strings.Fields(rest)
		default:
			ph := &r.Phases[len(r.Phases)-1]
			ph.Steps = append(ph.Steps, s.readStep(number(word), strings.Fields(rest)))
		}
	}
}

func (s *shelf) readStep(priority int, f []string) routines.Step {
	st := routines.Step{Exercise: s.catalogue.Get(f[0]), Priority: priority}
	if st.Exercise == nil {
		panic(f[0])
	}
	last, _ := time.ParseDuration(f[len(f)-1])
	switch {
	case len(f) == 4: // N rounds 45s
		st.Rounds, st.Hold = number(f[1]), last
	case strings.Contains(f[1], "x"):
		reps, tempo, _ := strings.Cut(f[1], "x")
		st.Reps = number(reps)
		st.Tempo, _ = time.ParseDuration(tempo)
	case f[1] != "open":
		st.Time = last
	}
	return st
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return n
}

func clockTime(text string) time.Duration {
	m, s, ok := strings.Cut(text, ":")
	if !ok {
		return 0
	}
	return time.Duration(number(m))*time.Minute + time.Duration(number(s))*time.Second
}
