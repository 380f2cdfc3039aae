package plan

import "time"

// workSegments lays out the rounds of one exercise: left, switch, right, rest, left, … or work, rest, work. model
// carries what all of them share, Rounds among it.
func workSegments(model Segment, sides []Side, reps int, tempo, length time.Duration) []Segment {
	out := make([]Segment, 0, 2*model.Rounds*len(sides)-1)
	for round := 1; round <= model.Rounds; round++ {
		for i, side := range sides {
			s := model
			s.Side, s.Round = side, round
			if len(out) > 0 {
				gap := s
				gap.Kind, gap.Length = Rest, gapTime
				if i > 0 {
					gap.Kind = Switch
				}
				out = append(out, gap)
			}
			s.Kind, s.Reps, s.Tempo, s.Length = Work, reps, tempo, length
			out = append(out, s)
		}
	}
	return out
}
