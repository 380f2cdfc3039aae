package routines

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkRead1000 reads and checks a thousand routine files from disk. Budget: 200 ms.
func BenchmarkRead1000(b *testing.B) {
	data, err := shipped.ReadFile("combo-10.toml")
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "routines"), 0o700); err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		if err := os.WriteFile(filepath.Join(dir, "routines", fmt.Sprintf("routine-%d.toml", i)), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	before := len(Load("").Routines)
	for b.Loop() {
		if n := len(Load(dir).Routines); n != before+1000 {
			b.Fatalf("%d routines read, want %d", n, before+1000)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/1000")
}
