package draft

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// rewrite is the text with what differs between two contents changed.
func rewrite(_ []byte, _, c Content) ([]byte, error) {
	var b bytes.Buffer
	line := func(indent, key string, v any) {
		switch x := v.(type) {
		case time.Duration:
			if x == 0 {
				return
			}
			v = tomlfile.Duration(x).String()
		case int:
			if x == 0 {
				return
			}
		case string:
			if x == "" {
				return
			}
		case bool:
			if !x {
				return
			}
		case []string:
			if x == nil {
				return
			}
		}
		var one bytes.Buffer
		if err := toml.NewEncoder(&one).Encode(map[string]any{"v": v}); err != nil {
			return
		}
		fmt.Fprintf(&b, "%s%s = %s\n", indent, key, strings.TrimSpace(strings.TrimPrefix(one.String(), "v = ")))
	}
	for _, d := range []time.Duration{c.Shortest, c.Longest} {
		if d%time.Second != 0 {
			return nil, message.New("draft.seconds", "Times are whole seconds.")
		}
	}
	line("", "name", c.Name)
	line("", "about", c.About)
	line("", "for", c.For)
	line("", "when", c.When)
	line("", "extras", some(c.Extras))
	line("", "fixed", c.Fixed)
	line("", "shortest", c.Shortest)
	line("", "longest", c.Longest)
	line("", "pace", c.Pace)
	line("", "notes", some(c.Notes))
	for _, p := range c.Phases {
		b.WriteString("\n[[phase]]\n")
		line("", "name", p.Name)
		line("", "kind", string(p.Kind))
		for _, s := range p.Steps {
			b.WriteString("\n  [[phase.step]]\n")
			line("  ", "exercise", s.Exercise)
			line("  ", "reps", s.Reps)
			line("  ", "tempo", s.Tempo)
			line("  ", "hold", s.Hold)
			line("  ", "rounds", s.Rounds)
			line("  ", "time", s.Time)
			line("  ", "priority", s.Priority)
			line("  ", "note", s.Note)
		}
	}
	return b.Bytes(), nil
}
