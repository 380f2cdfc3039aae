package system

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestCrashIsKept(t *testing.T) {
	if path := os.Getenv("CATCOW_TEST_CRASH"); path != "" {
		if _, err := KeepCrashes(path); err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go func() { panic("on purpose") }() // a test's own goroutine would be caught
		<-done
	}
	path := filepath.Join(t.TempDir(), "crash.txt")
	for i := range 2 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestCrashIsKept$")
		cmd.Env = append(os.Environ(), "CATCOW_TEST_CRASH="+path)
		if err := cmd.Run(); err == nil {
			t.Fatal("the crash did not happen")
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(string(text), "on purpose"); got < i+1 {
			t.Errorf("%d crashes left %d in the file", i+1, got)
		}
	}
}

func TestCleanEndLeavesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "crash.txt")
	end, err := KeepCrashes(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	end()
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("an empty crash file stayed: %v", err)
	}

	if err := os.WriteFile(path, []byte("an earlier crash\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if end, err = KeepCrashes(path); err != nil {
		t.Fatal(err)
	}
	end()
	if text, _ := os.ReadFile(path); string(text) != "an earlier crash\n" {
		t.Errorf("the earlier crash became %q", text)
	}

	if err := os.WriteFile(path, make([]byte, crashLimit+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if end, err = KeepCrashes(path); err != nil {
		t.Fatal(err)
	}
	end()
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Error("a file over the limit was not started over")
	}
}
