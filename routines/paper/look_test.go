package paper

import (
	"image/png"
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
				h, err := os.Create(filepath.Join(dir, name+".html"))
				if err != nil {
					t.Fatal(err)
				}
				if err := HTML(h, []Sheet{s}, Options{Paper: p, Grey: grey}); err != nil {
					t.Fatal(err)
				}
				h.Close()
				d, err := Lay([]Sheet{s}, Options{Paper: p, Grey: grey, Fonts: f})
				if err != nil {
					t.Fatal(err)
				}
				began := time.Now()
				img, err := d.Paint(0, 800)
				if err != nil {
					t.Fatal(err)
				}
				t.Log("painted in", time.Since(began))
				o, _ := os.Create(filepath.Join(dir, name+"-paint.png"))
				png.Encode(o, img)
				o.Close()
				info, _ := w.Stat()
				t.Log(name, time.Since(start), info.Size())
				w.Close()
			}
		}
	}
}
