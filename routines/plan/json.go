package plan

import (
	"encoding/json"
	"time"
)

type planJSON struct {
	Routine  string        `json:"routine"`
	Name     string        `json:"name"`
	LengthS  int           `json:"length_s"`
	Phases   []phaseJSON   `json:"phases"`
	Segments []segmentJSON `json:"segments"`
	Changes  []string      `json:"changes"`
}

type phaseJSON struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Seconds int    `json:"seconds"`
}

type segmentJSON struct {
	Phase    string `json:"phase"`
	Kind     string `json:"kind"`
	Exercise string `json:"exercise"`
	Side     string `json:"side"`
	Round    int    `json:"round"`
	StartS   int    `json:"start_s"`
	Seconds  int    `json:"seconds"`
	Reps     int    `json:"reps"`
	TempoS   int    `json:"tempo_s"`
}

// MarshalJSON writes the plan for other programs: whole seconds, the phase of a segment by its name, an exercise
// by its id, the changes as sentences. Lists are never null.
func (p *Plan) MarshalJSON() ([]byte, error) {
	out := planJSON{
		Routine:  p.Routine.ID,
		Name:     p.Routine.Name,
		LengthS:  wholeSeconds(p.Length),
		Phases:   make([]phaseJSON, 0, len(p.Phases)),
		Segments: make([]segmentJSON, 0, len(p.Segments)),
		Changes:  make([]string, 0, len(p.Changes)),
	}
	for _, ph := range p.Phases {
		out.Phases = append(out.Phases, phaseJSON{ph.Name, string(ph.Kind), wholeSeconds(ph.Length)})
	}
	for _, s := range p.Segments {
		out.Segments = append(out.Segments, segmentJSON{
			Phase: p.Phases[s.Phase].Name, Kind: string(s.Kind), Exercise: s.Exercise.ID, Side: string(s.Side),
			Round: s.Round, StartS: wholeSeconds(s.Start), Seconds: wholeSeconds(s.Length),
			Reps: s.Reps, TempoS: wholeSeconds(s.Tempo),
		})
	}
	for _, m := range p.Changes {
		out.Changes = append(out.Changes, m.String())
	}
	return json.Marshal(out)
}

func wholeSeconds(d time.Duration) int { return int(d / time.Second) }
