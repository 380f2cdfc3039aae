package routines

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSubjectOf(t *testing.T) {
	for text, want := range map[string]Subject{
		"":                                NoSubject,
		"name = \"x\"\n":                  NoSubject,
		"# [[phase]]\n":                   NoSubject,
		"name = \n [[ phase ]]":           ARoutine,
		"sides = \"both\"\n[[phase.":      ARoutine,
		"[dose]\n":                        AnExercise,
		"position = = \n":                 AnExercise,
		"\tequipment=[]\n":                AnExercise,
		"theme='tea'\n":                   TheSettings,
		"[breaks]\nposition = \"desk\"":   TheSettings,
		"length = \"10m\"\n[ lengths ]\n": TheSettings,
	} {
		if got := SubjectOf([]byte(text)); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}

// TestSubjectsOfShippedFiles knows every file of ours.
func TestSubjectsOfShippedFiles(t *testing.T) {
	for folder, want := range map[string]Subject{".": ARoutine, "../assets/exercises": AnExercise} {
		files, err := filepath.Glob(folder + "/*.toml")
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", folder, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := SubjectOf(text); got != want {
				t.Errorf("%s is %d, want %d", file, got, want)
			}
		}
	}
}
