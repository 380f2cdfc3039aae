package paper

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/plan"
)

// The words of sheets, as they stand on their pages.
func TestTextsStayAsTheyAre(t *testing.T) {
	for _, c := range []struct {
		id     string
		length time.Duration
	}{{"combo-10", 0}, {"combo-10", 20 * time.Minute}, {"sitting-all-day", 0}, {"disc-gentle", 0}, {"pilates-core", 0}} {
		d, err := Lay([]Sheet{sheetOf(t, c.id, c.length)}, Options{Fonts: fonts})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for i, page := range d.pages {
			fmt.Fprintf(&b, "--- page %d\n%s\n", i+1, strings.Join(texts(page), "\n"))
		}
		name := c.id
		if c.length > 0 {
			name += "-" + strconv.Itoa(int(c.length.Minutes()))
		}
		golden(t, name+".txt", b.String())
	}
}

// Every routine at every length it takes is laid out whole on both papers: nothing leaves the page, every exercise has its
// name, dose and boxes on one page, type is large enough and all pages say what they are.
func TestEveryRoutine(t *testing.T) {
	lib := routines.Load("")
	for _, r := range lib.Routines {
		in := plan.Input{Routine: r, Catalogue: lib.Catalogue}
		offers := plan.Offers(in)
		for i, length := range append(offers, 0) {
			if i%5 != 0 && length != 0 || testing.Short() && length != 0 {
				continue
			}
			sheet := Of(planOf(t, lib, r.ID, length), lib.Catalogue, 7, 1, speech)
			for _, size := range Papers {
				d, err := Lay([]Sheet{sheet}, Options{Paper: size, Fonts: fonts})
				if err != nil {
					t.Fatal(err)
				}
				name := fmt.Sprintf("%s, %v on %s", r.ID, length, size)
				complete(t, name, sheet, d)
			}
		}
	}
}

func complete(t *testing.T, name string, sheet Sheet, d *Document) {
	t.Helper()
	var steps []Step
	for _, ph := range sheet.Phases {
		steps = append(steps, ph.Steps...)
	}
	counted := 0
	for i, page := range d.pages {
		lines := texts(page)
		if foot := lines[len(lines)-1]; !strings.Contains(foot, fmt.Sprintf("page %d of %d", i+1, len(d.pages))) && !slices.ContainsFunc(lines, func(s string) bool {
			return strings.Contains(s, fmt.Sprintf("page %d of %d", i+1, len(d.pages))) && strings.Contains(s, sheet.Title)
		}) {
			t.Errorf("%s: page %d does not say which it is: %q", name, i+1, foot)
		}
		drawings, boxes := 0, 0
		for _, m := range page {
			switch m := m.(type) {
			case text:
				right := m.x + d.print.letters(m.bold).width(m.s, m.size)
				if m.x < 0 || m.y < m.size*0.7 || right > d.Width-20 || m.y > d.Height-20 {
					t.Errorf("%s: %q leaves page %d", name, m.s, i+1)
				}
				if _, err := strconv.Atoi(m.s); m.size < 11 && m.y < d.Height-footMargin && err != nil {
					t.Errorf("%s: %q is only %v points high", name, m.s, m.size)
				}
				if m.size == 9 {
					boxes++
				}
			case drawing:
				drawings++
				if m.box.x < 0 || m.box.y < 0 || m.box.x+m.box.w > d.Width || m.box.y+m.box.h > d.Height-footMargin {
					t.Errorf("%s: a figure leaves page %d", name, i+1)
				}
				if m.box.w < 113 { // 4 cm
					t.Errorf("%s: a figure has only %.0f points", name, m.box.w)
				}
			}
		}
		here := 0
		for _, st := range steps[counted:] {
			if !slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, st.Name) }) {
				break
			}
			if !slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, st.Dose) }) {
				t.Errorf("%s: %s has its dose on another page", name, st.Name)
			}
			counted++
			if st.Number > 0 {
				here++
			}
		}
		if drawings < here || boxes != 7*here {
			t.Errorf("%s: page %d has %d exercises, %d figures and %d boxes", name, i+1, here, drawings, boxes)
		}
	}
	if counted != len(steps) {
		t.Errorf("%s: %d of %d exercises are printed", name, counted, len(steps))
	}
}

// What files may hold at most is laid out too.
func TestLongTexts(t *testing.T) {
	long := func(n int) string { return strings.Repeat("wonderful ", n/10+1)[:n] }
	sheet := sheetOf(t, "combo-10", 0)
	sheet.Title, sheet.About, sheet.Days, sheet.Times = strings.Repeat("W", 60), long(120), MostDays, MostTimes
	for i := range sheet.Phases {
		sheet.Phases[i].Name = strings.Repeat("W", 40)
		for k := range sheet.Phases[i].Steps {
			st := &sheet.Phases[i].Steps[k]
			st.Name, st.Note, st.Breath, st.Mistake, st.Easier = strings.Repeat("M", 60), long(120), long(90), long(90), long(90)
			st.Cues = []string{long(90), strings.Repeat("m", 90), long(90)}
		}
	}
	sheet.Notes = []string{long(300), strings.Repeat("m", 300)}
	for _, size := range Papers {
		d, err := Lay([]Sheet{sheet}, Options{Paper: size, Fonts: fonts})
		if err != nil {
			t.Fatal(err)
		}
		for i, page := range d.pages {
			for _, m := range page {
				if m, ok := m.(text); ok && (m.x+d.print.letters(m.bold).width(m.s, m.size) > d.Width-20 || m.y > d.Height-20) {
					t.Errorf("%s: %q leaves page %d", size, m.s, i+1)
				}
			}
		}
	}
}

// Three to six exercises stand on two pages at most.
func TestFewPages(t *testing.T) {
	for _, id := range []string{"combo-10", "disc-gentle", "evening-tea", "desk-reset", "micro-1", "micro-3", "rest-day"} {
		for _, size := range Papers {
			d, err := Lay([]Sheet{sheetOf(t, id, 0)}, Options{Paper: size, Fonts: fonts})
			if err != nil || d.Pages() > 2 {
				t.Errorf("%s on %s: %d pages, %v", id, size, d.Pages(), err)
			}
		}
	}
}

// Sheets stand one after the other, each from a page of its own.
func TestSeveralSheets(t *testing.T) {
	a, b := sheetOf(t, "micro-1", 0), sheetOf(t, "disc-gentle", 0)
	d, err := Lay([]Sheet{a, b}, Options{Fonts: fonts})
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != a.Title || texts(d.pages[0])[0] != a.Title || texts(d.pages[1])[0] != b.Title {
		t.Errorf("%s: %q, %q", d.Title, texts(d.pages[0])[0], texts(d.pages[1])[0])
	}
}

// Blocks keep their order, stay together where they must, fit their pages and take no more pages than one after the other.
func TestPages(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n := 1 + rng.IntN(30)
		blocks := make([]block, n)
		for i := range blocks {
			blocks[i] = block{height: 10 + 80*rng.Float64(), gap: 10 * rng.Float64(), with: rng.IntN(5) == 0 && i < n-1}
		}
		const room = 300
		starts := pagesOf(blocks, room, room)
		if starts[0] != 0 || !slices.IsSorted(starts) {
			t.Fatal(starts)
		}
		greedy, filled := 1, 0.0
		for i := 0; i < n; {
			end := i + 1
			for blocks[end-1].with {
				end++
			}
			h := used(blocks[i:end])
			gap := blocks[i].gap
			if filled > 0 && filled+gap+h > room {
				greedy, filled = greedy+1, 0
			}
			if filled > 0 {
				filled += gap
			}
			filled += h
			i = end
		}
		if len(starts) > greedy {
			t.Fatalf("%d pages where %d do", len(starts), greedy)
		}
		for i, from := range starts {
			to := n
			if i+1 < len(starts) {
				to = starts[i+1]
			}
			if h := used(blocks[from:to]); h > room && !whole(blocks[from:to]) {
				t.Fatalf("a page of %.0f in a room of %d", h, room)
			}
			if from > 0 && blocks[from-1].with {
				t.Fatal("parted from what belongs to it")
			}
		}
	}
}

// A document knows which of its sheets has letters the fonts have not.
func TestLacking(t *testing.T) {
	plain, odd, cue := sheetOf(t, "micro-1", 0), sheetOf(t, "micro-1", 0), sheetOf(t, "micro-1", 0)
	odd.Title = "朝のストレッチ"
	cue.Phases[0].Steps[0].Note = "🐈 slowly"
	cue.Title = "A cat"
	d, err := Lay([]Sheet{plain, odd, cue, plain}, Options{Fonts: fonts})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(d.Lacking, []string{odd.Title, cue.Title}) {
		t.Errorf("%q", d.Lacking)
	}
}
