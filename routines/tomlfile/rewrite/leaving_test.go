package rewrite

import "testing"

// What is new in a table is not put beside an element that leaves it for another: it would go along.
func TestNewBesideWhatLeaves(t *testing.T) {
	old := []byte(`# all of it
[[phase]]
name = "a"

  # first
  [[phase.step]]
  exercise = "x"

  # second
  [[phase.step]]
  exercise = "y"

[[phase]]
name = "b"

  # third
  [[phase.step]]
  exercise = "z"
`)
	for name, leave := range map[string][]int{"first": {0}, "last": {1}, "both": {0, 1}} {
		for at := range 3 {
			for _, back := range []bool{false, true} { // into the phase behind, and into the one before
				for _, v := range []Value{Table{{"a", Int(1)}}, Table{}, List{{"", Table{{"a", Int(1)}}}}} {
					tree := reread(t, old)
					phases := tree.List("phase")
					a, b := &phases[0], &phases[1]
					if back {
						phases[0], phases[1] = phases[1], phases[0]
						a, b = &phases[1], &phases[0]
					}
					var stay, gone List
					for i, step := range a.Table.List("step") {
						if i == leave[0] || i == leave[len(leave)-1] {
							gone = append(gone, step)
						} else {
							stay = append(stay, step)
						}
					}
					b.Table.Set("step", append(b.Table.List("step"), gone...))
					a.Table.Set("step", stay)
					a.Table = append(a.Table[:at:at], append(Table{{"new", v}}, a.Table[at:]...)...)
					check(t, name, old, tree)
				}
			}
		}
	}
}
