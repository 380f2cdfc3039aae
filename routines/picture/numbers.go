package picture

import (
	"math"
	"strconv"
)

// numbers are the numbers of a text, such as of a path: they may stand without room between them, "1-2.5.5e3". One that
// is too large to be a number is infinite.
func numbers(text string) []float64 {
	var out []float64
	for i := 0; i < len(text); {
		n := number(text[i:])
		if n == 0 {
			i++
			continue
		}
		v, err := strconv.ParseFloat(text[i:i+n], 64)
		if err != nil {
			v = math.Inf(1)
		}
		out = append(out, v)
		i += n
	}
	return out
}

// number is how many bytes of the beginning of a text are one number.
func number(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	digits := i
	for i < len(s) && digit(s[i]) {
		i++
	}
	whole := i - digits
	part := 0
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && digit(s[i]); i++ {
			part++
		}
	}
	if whole+part == 0 {
		return 0
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if j < len(s) && digit(s[j]) {
			for j < len(s) && digit(s[j]) {
				j++
			}
			i = j
		}
	}
	return i
}

func digit(b byte) bool { return b >= '0' && b <= '9' }
