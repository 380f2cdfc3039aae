package printing

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/paper"
	"catcow/routines/plan"
)

// TestLook prints routines to look at, each on both papers, in colour and in grey, and draws their pages where poppler is
// installed:
//
//	PAPER_OUT=/tmp/out go test ./gui/printing -run TestLook -v
func TestLook(t *testing.T) {
	dir := os.Getenv("PAPER_OUT")
	if dir == "" {
		t.Skip("PAPER_OUT=DIR prints sheets to look at")
	}
	lib := routines.Load(os.Getenv("PAPER_DATA"))
	for _, r := range lib.Routines {
		p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
		if err != nil {
			t.Fatal(err)
		}
		s := []paper.Sheet{Sheet(p, lib.Catalogue, 7, 1)}
		for _, size := range paper.Papers {
			for _, grey := range []bool{false, true} {
				name := filepath.Join(dir, r.ID+"-"+string(size))
				if grey {
					name += "-grey"
				}
				o := Options(size, grey, parts.Tones{})
				began := time.Now()
				write(t, name+".pdf", s, o, paper.PDF)
				took := time.Since(began)
				write(t, name+".html", s, o, paper.HTML)
				d, err := paper.Lay(s, o)
				if err != nil {
					t.Fatal(err)
				}
				t.Logf("%s: %s, %d pages, %v", name, s[0].Facts[1], d.Pages(), took)
				if _, err := exec.LookPath("pdftoppm"); err == nil {
					if out, err := exec.Command("pdftoppm", "-r", "80", "-png", name+".pdf", name).CombinedOutput(); err != nil {
						t.Errorf("%v: %s", err, out)
					}
				}
			}
		}
	}
}
