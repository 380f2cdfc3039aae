package build

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
	"catcow/routines/tomlfile"
)

// doseOf is a step's dose, or the exercise's own where there is no step.
func doseOf(s *draft.Step, e *exercise.Exercise) exercise.Dose {
	if s == nil {
		return e.Dose
	}
	return routines.Step{Exercise: e, Reps: s.Reps, Tempo: s.Tempo, Hold: s.Hold, Rounds: s.Rounds, Time: s.Time}.Dose()
}

// careWord is what a caution is about, in as few words as can be; several share one.
func careWord(tag string) string {
	switch tag {
	case "disc-flexion", "disc-acute":
		return look.T("build.care.disc", "disc trouble")
	case "sciatica-tension":
		return look.T("build.care.sciatica", "sciatica")
	case "extension-pain":
		return look.T("build.care.extension", "pain on leaning back")
	case "osteoporosis":
		return look.T("build.care.bones", "thin bones")
	case "preg-supine", "preg-prone", "preg-late", "preg-twist", "preg-knees-together":
		return look.T("build.care.pregnancy", "pregnancy")
	case "diastasis":
		return look.T("build.care.birth", "after birth")
	case "recent-abdominal":
		return look.T("build.care.belly", "belly operations")
	case "acute-strain":
		return look.T("build.care.strain", "a fresh strain")
	case "shoulder":
		return look.T("build.care.shoulder", "shoulders")
	case "wrist":
		return look.T("build.care.wrist", "wrists")
	case "knee":
		return look.T("build.care.knee", "knees")
	case "neck":
		return look.T("build.care.neck", "the neck")
	case "hip-replacement":
		return look.T("build.care.hip", "a new hip")
	case "rib-injury":
		return look.T("build.care.rib", "ribs")
	case "vertigo":
		return look.T("build.care.vertigo", "dizziness")
	case "bp-eyes":
		return look.T("build.care.pressure", "glaucoma, blood pressure")
	case "balance":
		return look.T("build.care.balance", "balance")
	}
	return ""
}

// careFor says in one line who should go easy, or "".
func careFor(e *exercise.Exercise) string {
	var words []string
	for _, tag := range e.AvoidIf {
		w := careWord(tag)
		if w != "" && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return look.T("build.care", "With care: {{.What}}", map[string]any{"What": strings.Join(words, ", ")})
}

// naturalWords says how long a routine is as written.
func naturalWords(d time.Duration) string {
	return look.T("library.natural", "{{.Clock}} natural", map[string]any{"Clock": look.Clock(d)})
}

// fitsWords says which lengths a routine can have.
func fitsWords(shortest, longest time.Duration) string {
	if longest <= shortest {
		return look.T("library.fixed", "always this long")
	}
	return look.T("build.judge.fits", "fits any length from {{.From}} to {{.To}} min", map[string]any{
		"From": int(shortest / time.Minute), "To": int(longest / time.Minute)})
}

// changed says what a plan changed, or that it is as written.
func changed(p *plan.Plan) string {
	var out []string
	for _, m := range p.Changes {
		out = append(out, look.Say(m))
	}
	if len(out) == 0 {
		return look.T("build.judge.as-written", "As written, nothing left out")
	}
	return strings.Join(out, " · ")
}

// adviceText is a text of a piece of advice. What names a key of the file is said in words that fit the window.
func adviceText(m message.Message) string {
	data := map[string]any{}
	for _, k := range []string{"Found", "Nearest", "Length"} {
		var d tomlfile.Duration
		if text, ok := m.Data[k].(string); ok && d.UnmarshalText([]byte(text)) == nil {
			data[k] = look.Span(time.Duration(d))
		}
	}
	switch m.ID {
	case "advice.promised-length.shortest":
		return look.T("build.judge.shortest", "It is meant to fit into {{.Found}}, but with both sides and a warm-up it takes {{.Nearest}}.", data)
	case "advice.promised-length.longest":
		return look.T("build.judge.longest", "It is meant to fill {{.Found}}, but there is only enough in it for {{.Nearest}}.", data)
	case "advice.promised-length.mend":
		if m.Data["Key"] == "shortest" {
			return look.T("build.judge.shortest-mend", "Make {{.Length}} the shortest", data)
		}
		return look.T("build.judge.longest-mend", "Make {{.Length}} the longest", data)
	case "advice.promised-length.mend-out":
		if m.Data["Key"] == "shortest" {
			return look.T("build.judge.shortest-out", "Set no shortest length", nil)
		}
		return look.T("build.judge.longest-out", "Set no longest length", nil)
	}
	return capital(look.Say(m))
}

// capital is a sentence that begins with a capital.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}
