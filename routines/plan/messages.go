package plan

import (
	"fmt"
	"slices"
	"strings"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// mostNames is how many exercises a change names before it only counts them.
const mostNames = 3

// changes says what differs from the routine as written, in few and short words, the most noticeable first.
func (w *workshop) changes(fits []*fitting) []message.Message {
	var out []message.Message
	say := func(id, text string, pairs ...any) { out = append(out, message.New("plan.change."+id, text, pairs...)) }

	c := w.compare(fits)
	if c.warmUp {
		say("warm-up", "One minute to warm up first")
	}
	for _, it := range c.swapped {
		say("swapped", "{{.New}} instead of {{.Old}}", "New", it.ex.Name, "Old", it.replaces.Name)
	}
	if n := len(c.out); n > 0 {
		stretches := !slices.ContainsFunc(c.out, func(it item) bool { return it.ex.Kind != exercise.Static })
		switch {
		case n == 1:
			say("left-out-one", "Left out: {{.Names}}", "Names", names(c.out))
		case stretches && n <= mostNames:
			say("stretches-left-out", "{{.Number}} stretches left out: {{.Names}}", "Number", numberWord(n), "Names", names(c.out))
		case n <= mostNames:
			say("left-out", "{{.Number}} exercises left out: {{.Names}}", "Number", numberWord(n), "Names", names(c.out))
		default:
			say("left-out-many", "{{.Number}} exercises left out", "Number", numberWord(n))
		}
	}
	if n := len(c.in); n > mostNames {
		say("added-many", "{{.Number}} exercises added", "Number", numberWord(n))
	} else if n > 0 {
		say("added", "Added {{.Names}}", "Names", names(c.in))
	}
	if len(c.once) == 1 {
		say("one-round-of", "One round of {{.Names}}", "Names", names(c.once))
	} else if len(c.once) > 1 {
		say("one-round", "One round each")
	}
	type more struct {
		id, text string
		items    []item
	}
	rounds := more{"second-round", "Second round of", c.twice}
	if len(c.often) > 0 {
		rounds = more{"more-rounds", "More rounds of", slices.Concat(c.twice, c.often)}
	}
	for _, more := range []more{rounds, {"second-set", "Second set of", c.sets}} {
		if n := len(more.items); n > mostNames {
			say(more.id+"-many", more.text+" {{.Count}} exercises", "Count", n)
		} else if n > 0 {
			say(more.id, more.text+" {{.Names}}", "Names", names(more.items))
		}
	}
	if c.holds.changed {
		say("holds", "Holds {{.From}} → {{.To}} s", "From", c.holds.from.String(), "To", c.holds.to.String())
	}
	for _, it := range c.rests {
		say("hold", "{{.Name}} {{.From}} → {{.To}} s", "Name", it.ex.Name, "From", it.asWritten.hold, "To", it.now.hold)
	}
	switch {
	case c.reps < 0:
		say("fewer-reps", "Fewer repetitions")
	case c.reps > 0:
		say("more-reps", "More repetitions")
	case c.tempo < 0:
		say("quicker", "Quicker repetitions")
	case c.tempo > 0:
		say("slower", "Slower repetitions")
	}
	for _, limit := range []struct {
		id, text string
		targets  []string
	}{
		{"before-activity", "Under a minute of holds before effort, more costs strength: ", w.capped(true)},
		{"per-target", "At most four minutes a side: ", w.capped(false)},
	} {
		if n := len(limit.targets); n > mostNames {
			say(limit.id+"-many", limit.text+"{{.Count}} areas", "Count", n)
		} else if n > 0 {
			say(limit.id, limit.text+"{{.Targets}}", "Targets", strings.Join(limit.targets, ", "))
		}
	}
	if w.stillBeforeActivity() {
		say("move-after", "Move for 90 s after the holds, before you go")
	}
	if len(out) == 0 && slices.ContainsFunc(fits, func(f *fitting) bool { return f != nil && f.wait != nil }) {
		say("transitions", "A little more time between exercises")
	}
	return out
}

// capped lists the targets whose limit cuts the holds as written, before effort or in the whole session.
func (w *workshop) capped(effort bool) []string {
	var out []string
	for _, p := range w.phases {
		for _, target := range p.capped {
			if p.effort == effort && !slices.Contains(out, target) {
				out = append(out, target)
			}
		}
	}
	return out
}

// comparison is what fitting did to the routine.
type comparison struct {
	warmUp             bool
	swapped, out, in   []item
	once, twice, often []item // one round instead of more; two; three or four
	sets               []item // a second set of repetitions
	holds              struct {
		changed  bool
		from, to span
	}
	rests       []item // holds that are not stretches and changed
	reps, tempo int    // what all repetitions together gained, and their seconds
}

func (w *workshop) compare(fits []*fitting) comparison {
	var c comparison
	for i, p := range w.phases {
		if p.activity != nil {
			continue
		}
		if p.warmUp {
			c.warmUp = true
			continue
		}
		for _, it := range p.written {
			if fits[i].item(it.step) == nil {
				c.out = append(c.out, it)
			}
		}
		for _, it := range fits[i].items {
			switch {
			case it.step < 0:
				c.in = append(c.in, it)
			case it.replaces != nil:
				c.swapped = append(c.swapped, it)
			default:
				c.dose(it)
			}
			c.rounds(it)
		}
	}
	return c
}

func (c *comparison) rounds(it item) {
	was := it.asWritten.rounds
	switch now := it.now.rounds; {
	case now == was:
	case now == 1:
		c.once = append(c.once, it)
	case it.byReps():
		c.sets = append(c.sets, it)
	case now == 2:
		c.twice = append(c.twice, it)
	default:
		c.often = append(c.often, it)
	}
}

func (c *comparison) dose(it item) {
	was, now := it.asWritten, it.now
	switch {
	case it.byReps():
		c.reps += now.reps - was.reps
		c.tempo += now.tempo - was.tempo
	case it.stretch():
		c.holds.changed = c.holds.changed || now.hold != was.hold
		c.holds.from.add(was.hold)
		c.holds.to.add(now.hold)
	case now.hold != was.hold:
		c.rests = append(c.rests, it)
	}
}

// span is a range of seconds.
type span struct{ least, most int }

func (s *span) add(n int) {
	if s.most == 0 {
		s.least = n
	}
	s.least, s.most = min(s.least, n), max(s.most, n)
}

func (s span) String() string {
	if s.least == s.most {
		return fmt.Sprint(s.least)
	}
	return fmt.Sprintf("%d-%d", s.least, s.most)
}

func names(items []item) string {
	var out []string
	for _, it := range items {
		out = append(out, it.ex.Name)
	}
	return strings.Join(out, ", ")
}

func numberWord(n int) string {
	words := []string{"Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"}
	if i := n - 2; i >= 0 && i < len(words) {
		return words[i]
	}
	return fmt.Sprint(n)
}
