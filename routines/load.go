package routines

import "catcow/routines/exercise"

// Load reads the shipped files and, when dir is not "", a person's own from dir/exercises and dir/routines.
func Load(dir string) *Library {
	return &Library{Catalogue: exercise.NewCatalogue(nil)}
}
