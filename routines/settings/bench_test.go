package settings

import (
	"fmt"
	"maps"
	"testing"

	"catcow/routines/tomlfile"
)

// BenchmarkEdit saves one more length into a file with all settings and fifty lengths.
func BenchmarkEdit(b *testing.B) {
	s := Default()
	s.Lengths = map[string]tomlfile.Duration{}
	for n := range 50 {
		s.Lengths[fmt.Sprintf("routine-%d", n)] = minute
	}
	old := s.fresh()
	s.Lengths = maps.Clone(s.Lengths)
	s.Lengths["one-more"] = 2 * minute
	for b.Loop() {
		if _, lost := s.edit(File, old); lost {
			b.Fatal("something was lost")
		}
	}
}
