package paper

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("PAPER_OUT")
	if dir == "" {
		t.Skip("PAPER_OUT=DIR draws sheets to look at")
	}
	f := fonts(t)
	for id, l := range map[string]time.Duration{"combo-10": 0, "sitting-all-day": 0, "disc-gentle": 0} {
		s := sheetOf(t, id, l)
		for _, p := range Papers {
			for _, grey := range []bool{false, true} {
				name := id + "-" + string(p)
				if grey {
					name += "-grey"
				}
				w, err := os.Create(filepath.Join(dir, name+".pdf"))
				if err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				if err := PDF(w, []Sheet{s}, Options{Paper: p, Grey: grey, Fonts: f}); err != nil {
					t.Fatal(err)
				}
				info, _ := w.Stat()
				t.Log(name, time.Since(start), info.Size())
				w.Close()
			}
		}
	}
}
