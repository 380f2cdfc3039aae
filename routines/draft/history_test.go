package draft

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPatchGoesBothWays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	text := func() []byte {
		var b strings.Builder
		for range r.IntN(20) {
			b.WriteString([]string{"a", "b\n", "\n", "c = 1\r\n", "ü\n"}[r.IntN(5)])
		}
		return []byte(b.String())
	}
	for range 3000 {
		a, b := text(), text()
		p := between(a, b, nil, nil)
		if got := p.forth(a); string(got) != string(b) {
			t.Fatalf("%q became %q, want %q, by %+v", a, got, b, p.hunks)
		}
		if got := p.back(b); string(got) != string(a) {
			t.Fatalf("%q went back to %q, want %q, by %+v", b, got, a, p.hunks)
		}
	}
}

// large is a routine of 200 steps, the most a file may hold.
func large() []byte {
	var b strings.Builder
	b.WriteString("name = \"Large\"\n")
	for p := range 20 {
		kind, id := "dynamic", "cat-cow"
		if p%2 == 1 {
			kind, id = "static", "childs-pose"
		}
		fmt.Fprintf(&b, "\n[[phase]]\nname = \"Phase %d\"\nkind = %q\n", p, kind)
		for s := range 10 {
			fmt.Fprintf(&b, "\n  [[phase.step]]\n  exercise = %q # step %d\n  note = \"slowly\"\n", id, s)
		}
	}
	return []byte(b.String())
}

// TestHistoryIsSmall holds ten thousand edits of a routine of 200 steps in less than 100 MB.
func TestHistoryIsSmall(t *testing.T) {
	edits := 10_000
	if testing.Short() {
		edits = 500
	}
	d := Read("large", large(), catalogue())
	if d.Routine == nil {
		t.Fatal(d.Problems)
	}
	// The texts are made by hand: the history is what is measured, not the writing.
	e := NewEditor(d, catalogue())
	steps := strings.SplitAfter(string(d.Text), "\n\n")
	before := used()
	r := rand.New(rand.NewPCG(5, 6))
	now, keys := d.Text, d.Content.keys()
	for i := range edits {
		// A step is moved from one end to the other, the farthest a small edit reaches, and a value is changed.
		a, b := 2+r.IntN(len(steps)-3), 2+r.IntN(len(steps)-3)
		steps[a], steps[b] = steps[b], steps[a]
		steps[a] = strings.TrimRight(steps[a], "\n") + fmt.Sprintf(" # %d\n\n", i%10)
		if len(steps[a]) > 200 {
			steps[a] = "\n  [[phase.step]]\n  exercise = \"cat-cow\"\n\n"
		}
		next := []byte(strings.Join(steps, ""))
		moved := slices.Clone(keys)
		moved[a], moved[b] = moved[b], moved[a]
		e.done = append(e.done, entry{say("move Cat-Cow"), "", between(now, next, keys, moved)})
		now, keys = next, moved
	}
	grown := used() - before
	t.Logf("%d edits take %.1f MB", edits, float64(grown)/1e6)
	if most := int64(edits) * 10_000; grown > most {
		t.Errorf("%d edits take %d bytes, more than %d", edits, grown, most)
	}
	for i := len(e.done) - 1; i >= 0; i-- {
		now = e.done[i].back(now)
	}
	if string(now) != string(d.Text) {
		t.Error("all the way back it is another text")
	}
}

func used() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkEdit is an edit in a routine of 200 steps: rewriting, reading, checking and noting how to go back. Aim: 5 ms.
func BenchmarkEdit(b *testing.B) {
	e := NewEditor(Read("large", large(), catalogue()), catalogue())
	if e.Now().Routine == nil {
		b.Fatal(e.Now().Problems)
	}
	k := e.Now().Content.Phases[11].Steps[5].Key
	hold := 30 * time.Second
	for b.Loop() {
		hold = 65*time.Second - hold
		if err := e.Do(say("hold"), func(c *Content) { c.Step(k).Hold = hold }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMove moves a step from the first phase to the last.
func BenchmarkMove(b *testing.B) {
	e := NewEditor(Read("large", large(), catalogue()), catalogue())
	k := e.Now().Content.Phases[0].Steps[5].Key
	to := Spot{18, 5}
	for b.Loop() {
		if err := e.Do(say("move"), func(c *Content) { c.Move([]Key{k}, to) }); err != nil {
			b.Fatal(err)
		}
		to.Phase = 18 - to.Phase
	}
}

// BenchmarkUndo takes an edit of a routine of 200 steps back and makes it again.
func BenchmarkUndo(b *testing.B) {
	e := NewEditor(Read("large", large(), catalogue()), catalogue())
	if err := e.Do(say("name"), func(c *Content) { c.Name = "Other" }); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		e.Undo()
		e.Redo()
	}
}

// BenchmarkRead reads and checks a routine of 200 steps.
func BenchmarkRead(b *testing.B) {
	text := large()
	for b.Loop() {
		if d := Read("large", text, catalogue()); d.Routine == nil {
			b.Fatal(d.Problems)
		}
	}
}
