package parts

import (
	"testing"

	"catcow/routines"
)

// TestFaces gives every shipped routine a picture, and no two the same one.
func TestFaces(t *testing.T) {
	list := routines.Load("").Routines
	seen := map[string]string{}
	for r, e := range Faces(list) {
		if other, ok := seen[e.ID]; ok {
			t.Errorf("%s and %s both show %s", r.ID, other, e.ID)
		}
		seen[e.ID] = r.ID
	}
	if len(seen) != len(list) {
		t.Errorf("%d of %d routines have a picture", len(seen), len(list))
	}
}
