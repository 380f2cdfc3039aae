package draft

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines/exercise"
)

// texts are routines of every style: the shipped ones and some that people might write by hand.
func texts(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{"": nil, "hand": []byte(hand), "styled": []byte(styled)}
	for _, pattern := range []string{"../*.toml", "testdata/*.toml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("there are no texts in %s", pattern)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.Base(name)] = data
		}
	}
	return out
}

// random makes a random edit and says what it was. It notes in want how many steps there are to be.
func random(r *rand.Rand, c *Content) (what string) {
	cat := catalogue()
	all := cat.IDs()
	keys := c.keys()
	some := func() []Key {
		var list []Key
		for range 1 + r.IntN(4) {
			if len(keys) > 0 {
				list = append(list, keys[r.IntN(len(keys))])
			}
		}
		return list
	}
	steps := func() []Key {
		return slices.DeleteFunc(some(), func(k Key) bool { return c.Step(k) == nil })
	}
	spot := Spot{r.IntN(len(c.Phases)+2) - 1, r.IntN(8) - 1}
	switch r.IntN(12) {
	case 0, 1:
		ids := []string{all[r.IntN(len(all))], all[r.IntN(len(all))]}
		c.Add(cat, spot, ids...)
		return fmt.Sprint("add ", spot, ids)
	case 2, 3:
		keys := steps()
		c.Move(keys, spot)
		return fmt.Sprint("move ", keys, spot)
	case 4, 5:
		keys, by := some(), r.IntN(7)-3
		c.Shift(keys, by)
		return fmt.Sprint("shift ", keys, by)
	case 6:
		if len(keys) > 60 {
			return "nothing"
		}
		keys := some()
		c.Duplicate(keys)
		return fmt.Sprint("duplicate ", keys)
	case 7:
		keys := some()[:min(len(keys), 1)]
		c.Delete(keys)
		return fmt.Sprint("delete ", keys)
	case 8:
		kind := exercise.Kinds[r.IntN(len(exercise.Kinds))]
		c.AddPhase(kind, "", spot.Phase)
		return fmt.Sprint("phase ", kind, spot.Phase)
	case 9:
		if len(c.Phases) == 0 {
			return "nothing"
		}
		k, by := c.Phases[r.IntN(len(c.Phases))].Key, r.IntN(5)-2
		c.MovePhase(k, by)
		return fmt.Sprint("move phase ", k, by)
	case 10:
		keys := steps()
		if len(keys) == 0 {
			return "nothing"
		}
		s := c.Step(keys[0])
		b := Bounds(*s, c.exercise(*s))
		by := 2*r.IntN(2) - 1
		if b.Reps.Applies() {
			s.Reps, s.Tempo = b.Reps.Next(by), b.Tempo.Next(by)
		}
		if b.Hold.Applies() {
			s.Hold, s.Rounds = b.Hold.Next(by), b.Rounds.Next(by)
		}
		if b.Time.Applies() {
			s.Time = b.Time.Next(by)
		}
		s.Priority, s.Note = r.IntN(4), []string{"", "slowly", `"quoted" \ über`}[r.IntN(3)]
		return fmt.Sprint("dose ", keys[0])
	default:
		c.Name, c.About = []string{"Mine", "Ours", ""}[r.IntN(3)], []string{"", "# no comment"}[r.IntN(2)]
		c.Extras = all[:r.IntN(4)]
		c.Notes = []string{"One", "Two"}[:r.IntN(3)]
		c.Shortest, c.Fixed = time.Duration(r.IntN(3))*time.Minute, r.IntN(2) == 0
		if len(c.Phases) > 0 {
			c.Phases[0].Name = []string{"A", "B", "Ö [[phase]]"}[r.IntN(3)]
		}
		return "texts"
	}
}

// fitting checks that every known step is in a phase that takes it, and an activity alone in its own, as far as that was
// so before.
func fitting(c Content) error {
	for _, p := range c.Phases {
		if p.Kind == exercise.Activity && len(p.Steps) > 1 {
			return fmt.Errorf("an activity phase has %d steps", len(p.Steps))
		}
		for _, s := range p.Steps {
			if !Takes(p.Kind, c.exercise(s)) {
				return fmt.Errorf("%s is in a phase of kind %s", s.Exercise, p.Kind)
			}
		}
	}
	return nil
}

// held is how often each step is there, whatever its place.
func held(c Content) map[Step]int {
	m := map[Step]int{}
	for _, p := range c.Phases {
		for _, s := range p.Steps {
			m[s]++
		}
	}
	return m
}

// remarks are the comments of a text that has no strings of many lines, and how often each is there.
func remarks(text []byte) map[string]int {
	found := map[string]int{}
	for line := range strings.Lines(string(text)) {
		var quote byte
		for i := 0; i < len(line); i++ {
			switch c := line[i]; {
			case quote == '"' && c == '\\':
				i++
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '#':
				found[strings.TrimSpace(line[i:])]++
				i = len(line)
			}
		}
	}
	return found
}

// TestRandomEdits makes long random edits of many texts. No step is lost or doubled, every phase keeps its kinds, every
// text says exactly what its content does and keeps every comment; and taken back, and made again, every text and key is what it was.
func TestRandomEdits(t *testing.T) {
	length := 50
	if testing.Short() {
		length = 12
	}
	for name, text := range texts(t) {
		rounds := 4
		if _, ok := shipped().Get(strings.TrimSuffix(name, ".toml")); ok || testing.Short() {
			rounds = 1 // the shipped ones are all of one style
		}
		for seed := range rounds {
			r := rand.New(rand.NewPCG(uint64(seed), uint64(len(text))))
			e := NewEditor(Read("mine", text, catalogue()), catalogue())
			fits := fitting(e.Now().Content) == nil
			states := []Draft{e.Now()}
			written := remarks(text)
			log := name
			for range length {
				var before, after Content
				var what string
				err := e.Do(say("x"), func(c *Content) {
					before = c.Clone()
					what = random(r, c)
					after = c.Clone()
				})
				log += "\n" + what
				if err != nil {
					t.Fatalf("%s\n%v\n%s", log, err, e.Now().Text)
				}
				now := e.Now()
				if !Same(now.Content, after) || !slices.Equal(now.Content.keys(), after.keys()) {
					t.Fatalf("%s\nit was to say\n%s\nand says\n%s", log, show(after), show(now.Content))
				}
				checkKeys(t, now.Content)
				left := remarks(now.Text)
				for remark, n := range written {
					if left[remark] < n {
						t.Fatalf("%s\nthe comment %s is gone from\n%s", log, remark, now.Text)
					}
				}
				if again := Read("mine", now.Text, catalogue()); !Same(again.Content, now.Content) {
					t.Fatalf("%s\nread again it says something else", log)
				}
				if err := fitting(now.Content); err != nil && fits {
					t.Fatalf("%s\n%v", log, err)
				}
				was, is := held(before), held(after)
				switch verb, _, _ := bytes.Cut([]byte(what), []byte(" ")); string(verb) {
				case "move", "shift", "phase", "texts":
					if !reflect.DeepEqual(was, is) {
						t.Fatalf("%s\nthe steps were\n%s\nand are\n%s", log, show(before), show(after))
					}
				case "add", "duplicate":
					for s := range was {
						if is[s] != 1 {
							t.Fatalf("%s\n%+v is there %d times", log, s, is[s])
						}
					}
				}
				if last := states[len(states)-1]; !bytes.Equal(now.Text, last.Text) || !slices.Equal(now.Content.keys(), last.Content.keys()) {
					states = append(states, now)
				}
			}
			for i := len(states) - 1; i >= 0; i-- {
				same(t, log, e.Now(), states[i])
				if _, ok := e.Undo(); ok != (i > 0) {
					t.Fatalf("%s\n%d edits back there is more or less than there was", log, i)
				}
			}
			for i := range states {
				same(t, log, e.Now(), states[i])
				if _, ok := e.Redo(); ok != (i < len(states)-1) {
					t.Fatalf("%s\n%d edits forward there is more or less than there was", log, i)
				}
			}
		}
	}
}

// same checks that two drafts are the same, to the byte and the key.
func same(t *testing.T, log string, got, want Draft) {
	t.Helper()
	if !bytes.Equal(got.Text, want.Text) || !Same(got.Content, want.Content) || !slices.Equal(got.Content.keys(), want.Content.keys()) {
		t.Fatalf("%s\nit was\n%s\nand is\n%s", log, want.Text, got.Text)
	}
}
