package printing

import (
	"io"
	"os"
	"testing"

	"catcow/routines/paper"
)

func write(t *testing.T, name string, s []paper.Sheet, o paper.Options, how func(io.Writer, []paper.Sheet, paper.Options) error) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := how(f, s, o); err != nil {
		t.Fatal(err)
	}
}
