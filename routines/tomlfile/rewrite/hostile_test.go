package rewrite

import (
	"strings"
	"testing"
	"time"
)

// A file of the largest size that is nothing but one thing again and again takes no longer than a person waits.
func TestHugeFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads much")
	}
	const size = 256 << 10
	for name, part := range map[string]string{"elements": "[[a]]\n", "comments": "#\n", "deep keys": "[[a]]\n[[a.b]]\nc.d.e=1#\n", "values": "1,", "blank": "\n"} {
		text := strings.Repeat(part, size/len(part))
		if name == "values" {
			text = "a = [" + text + "]"
		}
		start := time.Now()
		tree, err := Read([]byte(text))
		if err != nil {
			t.Fatal(name, err)
		}
		if l := tree.List("a"); len(l) > 2 {
			tree.Set("a", append(List{l[len(l)-1], {Table: Table{{"x", Int(1)}}}}, l[1:len(l)-1]...))
		} else if v, ok := tree.Get("a").(Literal); ok {
			tree.Set("a", Literal("[2, "+string(v[1:len(v)-4])+"]"))
		} else {
			tree.Set("a", Int(1))
		}
		got, plainly, err := rewrite([]byte(text), tree)
		if err != nil || plainly {
			t.Fatal(name, plainly, err)
		}
		if again, err := Read(got); err != nil || len(again) == 0 {
			t.Error(name, err)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		} else {
			t.Logf("%s took %v", name, took)
		}
	}
}
