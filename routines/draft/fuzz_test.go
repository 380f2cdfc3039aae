package draft

import (
	"bytes"
	"testing"
)

// FuzzWith: any text is read without harm; saying the same again leaves it as it is to the byte, and a change of it says
// exactly what was asked for or leaves it alone.
func FuzzWith(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	f.Add([]byte(styled))
	f.Add([]byte("phase = [1, {}]"))
	f.Add([]byte("phase.name = 3"))
	f.Add([]byte("[[phase]]\n[phase.step]\nexercise = \"cobra\"\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		d := Read("mine", text, catalogue())
		for _, p := range d.Problems {
			if k, ok := d.About(p); ok {
				if _, _, there := d.Content.Find(k); !there {
					t.Fatalf("%v is about %d, which is not there", p, k)
				}
			}
		}
		same, err := d.With(d.Content, catalogue())
		if (err != nil) != d.Damaged || !bytes.Equal(same.Text, text) {
			t.Fatalf("saying the same again: %v\n%q", err, same.Text)
		}
		c := d.Content.Clone()
		c.Name += "!"
		k := c.Add(catalogue(), Spot{}, "cobra")
		c.Duplicate(k)
		c.Shift(k, -1)
		got, err := d.With(c, catalogue())
		if err != nil {
			if !bytes.Equal(got.Text, text) {
				t.Fatalf("refused (%v), and yet changed to\n%q", err, got.Text)
			}
			return
		}
		if !Same(got.Content, c) {
			t.Fatalf("it was to say %+v\nand says %+v", c, got.Content)
		}
		// And the way back is exact.
		e := NewEditor(d, catalogue())
		if err := e.Do(say("x"), func(to *Content) { *to = c }); err != nil {
			t.Fatal(err)
		}
		e.Undo()
		if !bytes.Equal(e.Now().Text, text) {
			t.Fatalf("taken back it is\n%q", e.Now().Text)
		}
	})
}

// FuzzKept: the reader of kept drafts stands any file, and what it read is kept and read again as it was.
func FuzzKept(f *testing.F) {
	for _, text := range hard {
		f.Add(Kept{ID: text, Text: []byte(text), Base: []byte(text), Time: evening}.encode())
	}
	f.Add([]byte("id = \"x\"\ntime = \"2026-11-22T21:30:00Z\"\ntext_base64 = \"/w==\"\n"))
	f.Add([]byte("time = 2026-11-22T21:30:00Z\ntext = 3"))
	f.Fuzz(func(t *testing.T, data []byte) {
		k, problems := decode("x.toml", data)
		if problems != nil {
			return
		}
		again, problems := decode("x.toml", k.encode())
		if problems != nil {
			t.Fatalf("%q was read and cannot be read again: %v", data, problems)
		}
		if again.ID != k.ID || !bytes.Equal(again.Text, k.Text) || !bytes.Equal(again.Base, k.Base) || (again.Base == nil) != (k.Base == nil) || !again.Time.Equal(k.Time) {
			t.Fatalf("%+q became %+q", k, again)
		}
	})
}

// FuzzDifferences: the rows of any two texts hold each of them whole.
func FuzzDifferences(f *testing.F) {
	f.Add([]byte(hand), []byte(styled))
	f.Add([]byte("a\n\r\nb"), []byte("\n\n"))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		var left, right []string
		for _, l := range Differences(a, b) {
			if l.Where != OnlyInB {
				if left = append(left, l.Text); l.A != len(left) {
					t.Fatalf("line %d of the first is called %d", len(left), l.A)
				}
			}
			if l.Where != OnlyInA {
				if right = append(right, l.Text); l.B != len(right) {
					t.Fatalf("line %d of the second is called %d", len(right), l.B)
				}
			}
		}
		if !equal(left, split(a)) || !equal(right, split(b)) {
			t.Fatalf("%q and %q became %q and %q", a, b, left, right)
		}
		p := between(a, b, nil, nil)
		if !bytes.Equal(p.forth(a), b) || !bytes.Equal(p.back(b), a) {
			t.Fatalf("%q and %q do not become each other", a, b)
		}
	})
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
