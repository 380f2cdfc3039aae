package tomlfile

import "testing"

// A text is one line, and looks like what it says.
func TestText(t *testing.T) {
	for _, text := range []string{"a\u2028b", "a\u2029b", "gnp\u202excod", "a\u2066b", "a\u009bb", "a\x7fb"} {
		d := Parse("f", []byte("name = 1"), Standard)
		d.Text("name", text, 60)
		if p := d.Problems(); len(p) != 1 || p[0].Message.ID != "file.control" {
			t.Errorf("%q: %v", text, p)
		}
	}
	for _, text := range []string{"", "Übung", "猫と牛", "שלום", "تمرين", "👩\u200d🦽 می\u200cروم"} {
		d := Parse("f", []byte("name = 1"), Standard)
		d.Text("name", text, 60)
		if p := d.Problems(); p != nil {
			t.Errorf("%q: %v", text, p)
		}
	}
}
