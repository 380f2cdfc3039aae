package draft

// run is n lines that two texts have in common, from line a of the one and b of the other, counted from 0.
type run struct{ a, b, n int }

// mostEdits bounds the search for the fewest differing lines: two texts that differ more are taken to differ in
// everything between what they begin and end with. It keeps time and memory small whatever the texts are.
const mostEdits = 1000

// runs are the lines two texts have in common, in order, so that as few as can be are left over; the last run stands at
// both ends and may be empty. (Myers 1986, "An O(ND) difference algorithm".)
func runs(a, b []string) []run {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []run
	if head > 0 {
		out = append(out, run{0, 0, head})
	}
	for _, r := range middle(a[head:len(a)-tail], b[head:len(b)-tail]) {
		out = append(out, run{r.a + head, r.b + head, r.n})
	}
	return append(out, run{len(a) - tail, len(b) - tail, tail})
}

// middle is runs without the common lines at both ends.
func middle(a, b []string) []run {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	limit := min(len(a)+len(b), mostEdits)
	far := make([]int, 2*limit+3) // how far down a each diagonal got
	var trace [][]int             // far before each round, its middle part
	for d := 0; d <= limit; d++ {
		trace = append(trace, append([]int(nil), far[limit+1-d:limit+2+d]...))
		for k := -d; k <= d; k += 2 {
			i := far[limit+1+k-1] + 1
			if k == -d || k != d && far[limit+1+k-1] < far[limit+1+k+1] {
				i = far[limit+1+k+1]
			}
			j := i - k
			for i < len(a) && j < len(b) && a[i] == b[j] {
				i, j = i+1, j+1
			}
			far[limit+1+k] = i
			if i >= len(a) && j >= len(b) {
				return back(trace, a, b)
			}
		}
	}
	return nil
}

// back follows the rounds of middle from the end to the beginning.
func back(trace [][]int, a, b []string) []run {
	var out []run
	i, j := len(a), len(b)
	for d := len(trace) - 1; d >= 0; d-- {
		far := func(k int) int { // before round d
			if k < -d || k > d {
				return 0
			}
			return trace[d][k+d]
		}
		k := i - j
		from := k - 1
		if k == -d || k != d && far(k-1) < far(k+1) {
			from = k + 1
		}
		fi := 0
		fj := 0
		if d > 0 {
			fi = far(from)
			fj = fi - from
		}
		n := 0
		for i > fi && j > fj && a[i-1] == b[j-1] {
			i, j, n = i-1, j-1, n+1
		}
		if n > 0 {
			out = append(out, run{i, j, n})
		}
		i, j = fi, fj
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}
