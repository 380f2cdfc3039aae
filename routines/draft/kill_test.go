package draft

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// childEnv tells the test binary to be the program that is killed.
const childEnv = "CATCOW_TEST_KEEP_DRAFTS_IN"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		keepForEver(dir)
	}
	os.Exit(m.Run())
}

// keepForEver keeps one draft after another until it is killed, and says which it is about to keep and which are kept.
func keepForEver(dir string) {
	s := Store{Dir: dir}
	for n := 1; ; n++ {
		fmt.Println("keeping", n)
		if err := s.KeepDraft(Kept{ID: "mine", Text: numbered(n), Base: []byte(hand), Time: evening.Add(time.Duration(n) * time.Second)}); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
		fmt.Println("kept", n)
	}
}

// numbered is a large text that says its number from end to end.
func numbered(n int) []byte {
	return []byte(strings.Repeat(fmt.Sprintf("# this is draft %d\n", n), 2000+n%7))
}

// TestKilled kills a program that keeps drafts, at random moments. What is on the disk afterwards is always a whole draft:
// the last that was kept or the one that was being kept.
func TestKilled(t *testing.T) {
	kills := 60
	if testing.Short() {
		kills = 8
	}
	dir := t.TempDir()
	s := Store{Dir: dir}
	r := rand.New(rand.NewPCG(7, 8))
	half := 0
	for range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childEnv+"="+dir)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		kept, keeping := 0, 0
		read := func(line string) {
			word, number, _ := strings.Cut(strings.TrimSpace(line), " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("the program says %q", line)
			}
			if word == "kept" {
				kept = n
			} else {
				keeping = n
			}
		}
		lines := bufio.NewReader(out)
		// It is killed wherever it is some moments after it began with a draft.
		for stop := 2 + r.IntN(12); keeping < stop; {
			line, err := lines.ReadString('\n')
			must(t, err)
			read(line)
		}
		for range r.IntN(1_000_000) { // about as long as a draft takes
			r.Uint64()
		}
		must(t, cmd.Process.Kill())
		rest, err := io.ReadAll(lines)
		must(t, err)
		for line := range strings.Lines(string(rest)) {
			if strings.HasSuffix(line, "\n") {
				read(line)
			}
		}
		_ = cmd.Wait() // it was killed, and says so

		entries, err := os.ReadDir(s.drafts())
		must(t, err)
		if len(entries) > 1 {
			half++
		}
		list, bad := s.Drafts()
		if len(list) != 1 || bad != nil {
			t.Fatalf("after a kill there are %d drafts, %v", len(list), bad)
		}
		got := list[0]
		n := int(got.Time.Sub(evening) / time.Second)
		if !bytes.Equal(got.Text, numbered(n)) || string(got.Base) != hand {
			t.Fatalf("draft %d is not whole", n)
		}
		if n < kept || n > keeping {
			t.Fatalf("%d drafts were kept, the last begun is %d, and %d is on the disk", kept, keeping, n)
		}
	}
	t.Logf("%d of %d kills came while a draft was half written", half, kills)
}
