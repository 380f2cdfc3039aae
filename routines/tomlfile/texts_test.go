package tomlfile

import (
	"strings"
	"testing"
)

func TestSetTexts(t *testing.T) {
	const text = `# who "wrote" this
name = "Old" # the name
"quoted key" = 'Old'
list = [
  "Old", # one
  'kept', """Old""",
]
inline = { a = "Old", b = 3 }

[[phase]]
  [[phase.step]]
  exercise = 'Old'   # spaces stay
  note = "Old and more"
`
	var paths []string
	got, err := SetTexts([]byte(text), Standard, func(path, was string) string {
		if was != "Old" {
			return was
		}
		paths = append(paths, path)
		return `a "new" \ one`
	})
	if err != nil {
		t.Fatal(err)
	}
	quoted := `"a \"new\" \\ one"`
	want := strings.NewReplacer(`"""Old"""`, quoted, `"Old"`, quoted, `'Old'`, quoted).Replace(text)
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if at := strings.Join(paths, " "); at != `name "quoted key" list[0] list[2] inline.a phase[0].step[0].exercise` {
		t.Errorf("asked about %s", at)
	}
	if _, err := SetTexts([]byte("name = "), Standard, func(_, was string) string { return was }); err == nil {
		t.Error("text that is not TOML is taken")
	}
}

func TestQuoteTextReadsBack(t *testing.T) {
	for _, text := range []string{"", "plain", `"`, `\`, "a\nb\tc", "\x01\x7f", "Rücken 🐄", `C:\new`} {
		var got struct {
			V string `toml:"v"`
		}
		if p := Decode("x", []byte("v = "+QuoteText(text)), &got, Standard); p != nil || got.V != text {
			t.Errorf("%q reads back as %q (%v)", text, got.V, p)
		}
	}
}
