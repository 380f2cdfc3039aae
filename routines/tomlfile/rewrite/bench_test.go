package rewrite

import (
	"fmt"
	"testing"
)

// long is a routine of 200 steps, each with a comment.
func long(steps int) []byte {
	var t Table
	t.Set("name", String("Long"))
	var phases List
	for p := range 10 {
		var list List
		for i := range steps / 10 {
			list = append(list, Element{Table: Table{{"exercise", String(fmt.Sprintf("exercise-%d", i))}, {"reps", Int(10)}, {"tempo", String("6s")}, {"priority", Int(2)}}})
		}
		phases = append(phases, Element{Table: Table{{"name", String(fmt.Sprint("Phase ", p))}, {"kind", String("dynamic")}, {"step", list}}})
	}
	t.Set("phase", phases)
	return New(t)
}

// One step of a routine of 200 gets other repetitions; another goes to the next phase.
func BenchmarkText(b *testing.B) {
	old := long(200)
	tree, err := Read(old)
	if err != nil {
		b.Fatal(err)
	}
	phases := tree.List("phase")
	from, to := phases[3].Table.List("step"), phases[4].Table.List("step")
	from[5].Table.Set("reps", Int(12))
	phases[4].Table.Set("step", append(List{from[7]}, to...))
	phases[3].Table.Set("step", append(append(List{}, from[:7]...), from[8:]...))
	b.SetBytes(int64(len(old)))
	for b.Loop() {
		if _, err := Text(old, tree); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	old := long(200)
	b.SetBytes(int64(len(old)))
	for b.Loop() {
		if _, err := Read(old); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	tree, err := Read(long(200))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(tree)
	}
}
