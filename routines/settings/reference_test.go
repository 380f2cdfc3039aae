package settings

import (
	"os"
	"slices"
	"strings"
	"testing"

	"catcow/routines/breaks"
	"catcow/routines/tomlfile"
)

// TestNewFileExplains has a comment for every key but those that need none, and none for a key there is not.
func TestNewFileExplains(t *testing.T) {
	s := Default()
	s.Lengths = map[string]tomlfile.Duration{"combo-10": minute}
	plain := []string{"sounds", "breaks.on", "breaks.long_routine", "breaks.daily_routine", "lengths.combo-10"}
	names := map[string]bool{}
	for _, e := range s.entries() {
		names[e.name()], names[e.table] = true, true
		explained := abouts[e.name()] != "" || e.table == "breaks.hours" || e.table == "breaks.not_now"
		if explained == slices.Contains(plain, e.name()) {
			t.Errorf("%s: comment %q", e.name(), abouts[e.name()])
		}
		if e.table != "" && abouts[e.table] == "" {
			t.Errorf("[%s] has no comment", e.table)
		}
	}
	for name := range abouts {
		if !names[name] {
			t.Errorf("a comment for %s, which is no setting", name)
		}
	}
}

// TestReference has every key, word and default in the reference.
func TestReference(t *testing.T) {
	data, err := os.ReadFile("../../assets/docs/files.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(data), "\n## The settings\n")
	text, _, _ = strings.Cut(text, "\n## ")
	for _, e := range Default().entries() {
		if !strings.Contains(text, "`"+e.key+"`") || e.table != "" && !strings.Contains(text, "`["+e.table+"]`") {
			t.Errorf("%s is not in the reference", e.name())
		}
		if value := strings.Trim(e.value, `"`); e.table != "breaks.hours" && value != "[]" &&
			!strings.Contains(text, "`"+e.value+"`") && !strings.Contains(text, "`"+value+"`") && !strings.Contains(text, " "+value) {
			t.Errorf("%s = %s is not in the reference", e.name(), e.value)
		}
	}
	lists := [][]string{Paces, Themes, Figures, Skins, Hairs, Motions, StartScreens, breaks.Ways, breaks.Positions, {breaks.Rotate, breaks.NoDaily}}
	for _, every := range breaks.Everies {
		lists = append(lists, []string{`"` + every.String() + `"`})
	}
	for _, word := range slices.Concat(lists...) {
		if !strings.Contains(text, "`"+word+"`") {
			t.Errorf("%s is not in the reference", word)
		}
	}
}
