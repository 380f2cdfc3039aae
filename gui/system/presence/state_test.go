package presence

import (
	"slices"
	"testing"
	"time"
)

func at(minute int) time.Time { return time.Date(2026, 11, 23, 10, minute, 0, 0, time.UTC) }

func TestTogether(t *testing.T) {
	type word struct {
		from   sense
		away   bool
		minute int
	}
	away := func(minute int, why Why) Event { return Event{Kind: Away, Since: at(minute), Why: why, Source: X11} }
	back := func(minute int, why Why) Event { return Event{Kind: Back, Since: at(minute), Why: why, Source: X11} }
	for _, c := range []struct {
		name  string
		words []word
		want  []Event
	}{
		{"idle", []word{{input, true, 1}, {input, false, 9}}, []Event{away(1, Idle), back(9, Idle)}},
		{"nothing new", []word{{hint, false, 1}, {input, true, 2}, {input, true, 3}, {saver, false, 4}}, []Event{away(2, Idle)}},
		{"locks itself while nobody is there", []word{{input, true, 1}, {hint, true, 6}, {input, false, 9}, {hint, false, 10}},
			[]Event{away(1, Idle), back(10, Idle)}},
		{"locked, and the saver says so too", []word{{hint, true, 1}, {saver, true, 1}, {input, true, 6}, {saver, false, 7}, {input, false, 8}, {hint, false, 8}},
			[]Event{away(1, Locked), back(8, Locked)}},
		{"sleeps, and wakes to somebody", []word{{sleep, true, 1}, {sleep, false, 30}}, []Event{away(1, Asleep), back(30, Asleep)}},
		{"sleeps, and wakes locked", []word{{sleep, true, 1}, {hint, true, 1}, {sleep, false, 30}, {hint, false, 31}},
			[]Event{away(1, Asleep), back(31, Asleep)}},
		{"twice", []word{{input, true, 1}, {input, false, 2}, {saver, true, 3}, {saver, false, 4}},
			[]Event{away(1, Idle), back(2, Idle), away(3, Locked), back(4, Locked)}},
	} {
		s := state{source: X11}
		var got []Event
		for _, w := range c.words {
			if e, ok := s.tell(w.from, w.away, at(w.minute)); ok {
				got = append(got, e)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %v\nwant %v", c.name, got, c.want)
		}
	}
}

func TestSourceLost(t *testing.T) {
	s := state{source: Unknown}
	if got := s.live(Unknown, at(0)); got != nil {
		t.Errorf("nothing changed, and %v", got)
	}
	if got, want := s.live(GNOME, at(1)), []Event{{Kind: Changed, Since: at(1), Source: GNOME}}; !slices.Equal(got, want) {
		t.Errorf("found: %v, want %v", got, want)
	}
	s.tell(input, true, at(2))
	want := []Event{{Kind: Changed, Since: at(3), Source: Unknown}, {Kind: Back, Since: at(3), Why: Idle, Source: Unknown}}
	if got := s.live(Unknown, at(3)); !slices.Equal(got, want) {
		t.Errorf("lost while away: %v, want %v", got, want)
	}
	s.tell(hint, true, at(4))
	if got := s.live(X11, at(5)); len(got) != 1 {
		t.Errorf("found while locked: %v, want the change alone", got)
	}
}
