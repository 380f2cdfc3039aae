package paper

import "math"

// block is a piece of a sheet that is never split over two pages.
type block struct {
	height float64
	gap    float64 // above it, where it does not begin a page
	grows  bool    // the gap may be larger, so that a page is filled
	with   bool    // the next block stands on the same page
	draw   func(y float64) []mark
}

// most is how much a gap may grow so that a page is filled.
const mostGrowth = 20.0

// pagesOf shares out blocks over pages, in order: as few pages as can be, filled as evenly as can be. It answers the
// index of each page's first block. first is the room on the first page, room on the others. A block that is higher
// than a page has one of its own.
func pagesOf(blocks []block, first, room float64) []int {
	n := len(blocks)
	type best struct {
		pages, from int
		waste       float64
	}
	at := make([]best, n+1) // the best way to lay out blocks[:i]
	for i := 1; i <= n; i++ {
		at[i] = best{pages: math.MaxInt32}
		if i < n && blocks[i-1].with {
			continue
		}
		used := 0.0
		for k := i - 1; k >= 0; k-- {
			if k < i-1 {
				used += blocks[k+1].gap
			}
			used += blocks[k].height
			have := room
			if k == 0 {
				have = first
			}
			if used > have && !whole(blocks[k:i]) {
				break
			}
			if at[k].pages == math.MaxInt32 {
				continue
			}
			left := math.Max(have-used, 0) / room
			if i == n {
				left *= 0.6 // the end of the last page may stay free, for notes
			}
			try := best{at[k].pages + 1, k, at[k].waste + left*left}
			if try.pages < at[i].pages || try.pages == at[i].pages && try.waste < at[i].waste {
				at[i] = try
			}
		}
	}
	var starts []int
	for i := n; i > 0; i = at[i].from {
		starts = append([]int{at[i].from}, starts...)
	}
	return starts
}

// whole says whether blocks may not be parted, however high they are.
func whole(blocks []block) bool {
	for _, b := range blocks[:len(blocks)-1] {
		if !b.with {
			return false
		}
	}
	return true
}

// used is the room some blocks take, one under the other.
func used(blocks []block) float64 {
	h := 0.0
	for i, b := range blocks {
		h += b.height
		if i > 0 {
			h += b.gap
		}
	}
	return h
}
