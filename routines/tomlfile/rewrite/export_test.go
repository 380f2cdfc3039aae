package rewrite

import "testing"

// Styled is a file in a hand made up at random.
func Styled(t testing.TB, seed uint64) string { return styled(t, seed) }

// Plain makes lists of tables plain lists.
func Plain(v any) any { return plain(v) }
