package library

import (
	"strings"

	"catcow/routines"
)

// matching lists the routines that hold every word of a search in their name, words or exercises; those with all of
// it in their name come first. An empty search finds all.
func matching(all []*routines.Routine, search string) []*routines.Routine {
	words := strings.Fields(strings.ToLower(search))
	var named, other []*routines.Routine
	for _, r := range all {
		name := strings.ToLower(r.Name)
		switch {
		case hasAll(name, words):
			named = append(named, r)
		case hasAll(text(r), words):
			other = append(other, r)
		}
	}
	return append(named, other...)
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// text is everything a routine can be found by, in small letters.
func text(r *routines.Routine) string {
	all := []string{r.ID, r.Name, r.For, r.When, r.About}
	for _, ph := range r.Phases {
		all = append(all, ph.Name)
		for _, s := range ph.Steps {
			all = append(all, s.Exercise.Name)
			all = append(all, s.Exercise.Aliases...)
			all = append(all, s.Exercise.Targets...)
		}
	}
	return strings.ToLower(strings.Join(all, "\n"))
}
