package shell

import (
	"os"
	"path/filepath"
	"testing"

	"catcow/routines/session"
)

func TestKeeperWritesTheNewest(t *testing.T) {
	dir := t.TempDir()
	k := newKeeper(dir, func(err error) { t.Error(err) })
	for i := range 50 {
		k.save(session.Snapshot{Routine: "combo-10", State: session.Stopped, Current: i})
	}
	k.Close()
	k.save(session.Snapshot{Routine: "too-late", State: session.Stopped})
	n, said := session.Load(dir)
	if n == nil || said != nil || n.Current != 49 || n.Routine != "combo-10" {
		t.Fatalf("kept %+v, %v", n, said)
	}
	k = newKeeper(dir, func(err error) { t.Error(err) })
	k.save(*n)
	k.clear()
	k.Close()
	if _, err := os.Stat(filepath.Join(dir, session.File)); !os.IsNotExist(err) {
		t.Errorf("after clearing: %v", err)
	}
}

func TestKeeperSaysWhatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "not-a-folder")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var failed []error
	k := newKeeper(file, func(err error) { failed = append(failed, err) })
	k.save(session.Snapshot{})
	k.Close()
	if len(failed) != 1 {
		t.Errorf("said %v", failed)
	}
}
