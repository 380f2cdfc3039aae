package terminal

import (
	"encoding/json"
	"path/filepath"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

var listCommand = command{
	name: "list", words: "[--json]",
	about: "List the routines and exercises",
	more:  "Your own are marked. A file with mistakes is listed with them and hides nothing else.",
	use: func() usage {
		var asJSON bool
		return usage{
			options: []option{{name: "--json", about: "for other programs", set: yes(&asJSON)}},
			ready: func(words []string) (func(Env) int, error) {
				if asJSON {
					return listJSON, none(words)
				}
				return listText, none(words)
			},
		}
	},
}

type listedRoutine struct {
	ID        string          `json:"id"`
	Name      string          `json:"name"`
	Source    exercise.Source `json:"source"`
	NaturalS  int             `json:"natural_s"`
	ShortestS int             `json:"shortest_s"`
	LongestS  int             `json:"longest_s"`
	Error     string          `json:"error"` // why it cannot be played, or ""
}

type listedExercise struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	Kind     exercise.Kind     `json:"kind"`
	Position exercise.Position `json:"position"`
	Error    string            `json:"error,omitempty"` // only of a file that cannot be used
}

// listed is everything, the broken files behind the rest of their kind.
func listed(e Env, lib *routines.Library) ([]listedRoutine, []listedExercise) {
	rs, es := []listedRoutine{}, []listedExercise{}
	s := e.settings()
	for _, r := range lib.Routines {
		in := plan.Input{
			Routine: r, Catalogue: lib.Catalogue,
			Pace: s.PlanPace(), Floor: time.Duration(s.HoldFloor), Warm: s.Warm,
		}
		l := listedRoutine{ID: r.ID, Name: r.Name, Source: r.Source, NaturalS: seconds(plan.Natural(r, in.Pace))}
		shortest, longest := plan.Range(in)
		l.ShortestS, l.LongestS = seconds(shortest), seconds(longest)
		if longest == 0 {
			if _, err := plan.Fit(in); err != nil {
				l.Error = err.Error()
			}
		}
		rs = append(rs, l)
	}
	for _, x := range lib.Catalogue.All() {
		es = append(es, listedExercise{ID: x.ID, Name: x.Name, Kind: x.Kind, Position: x.Position})
	}
	for _, b := range lib.Broken {
		if filepath.Base(filepath.Dir(b.Path)) == "exercises" || filepath.Base(b.Path) == "exercises" {
			es = append(es, listedExercise{ID: b.ID, Name: b.ID, Error: b.Problems.Error()})
		} else {
			rs = append(rs, listedRoutine{ID: b.ID, Name: b.ID, Source: exercise.Own, Error: b.Problems.Error()})
		}
	}
	return rs, es
}

func seconds(d time.Duration) int { return int(d / time.Second) }

func listJSON(e Env) int {
	rs, es := listed(e, e.library())
	out := json.NewEncoder(e.Out)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	err := out.Encode(struct {
		Routines  []listedRoutine  `json:"routines"`
		Exercises []listedExercise `json:"exercises"`
	}{rs, es})
	if err != nil {
		e.warn("writing the list: %v", err)
		return Failed
	}
	return Fine
}

func listText(e Env) int {
	lib := e.library()
	rs, es := listed(e, lib)
	var t table
	for _, r := range rs {
		if r.Error != "" {
			t.note(r.ID, "cannot be played:"+indented(r.Error))
			continue
		}
		t.row(r.ID, r.Name, lengths(r), own(r.Source))
	}
	e.say("Routines\n%s", t)
	t = nil
	for _, x := range es {
		if x.Error != "" {
			t.note(x.ID, "cannot be used:"+indented(x.Error))
			continue
		}
		t.row(x.ID, x.Name, string(x.Kind), own(lib.Catalogue.Get(x.ID).Source))
	}
	e.say("Exercises\n%s", t)
	for _, note := range lib.Notes {
		e.say("Note: %s", note)
	}
	return Fine
}

func own(s exercise.Source) string {
	if s == exercise.Own {
		return "yours"
	}
	return ""
}

// lengths is the range a routine is offered in.
func lengths(r listedRoutine) string {
	shortest, longest := time.Duration(r.ShortestS)*time.Second, time.Duration(r.LongestS)*time.Second
	if shortest == longest {
		return minutes(longest)
	}
	return minutes(shortest) + " to " + minutes(longest)
}
