package settings

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/settings"
)

// breaksWhat is what a break is.
func (s *Screen) breaksWhat() fyne.CanvasObject {
	name := look.T("settings.breaks.routine", "A break is")
	short := s.routinePick(name, func(r *breaks.Rules) *string { return &r.Routine })

	position := block(look.T("settings.breaks.position", "How far it may take you"), "",
		choose(s, []option[string]{
			{breaks.Seated, look.T("settings.breaks.seated", "Stay seated")},
			{breaks.Standing, look.T("settings.breaks.standing", "May stand up")},
			{breaks.Floor, look.T("settings.breaks.floor", "Down to the floor")},
		}, func(c *settings.Settings) *string { return &c.Breaks.Position }))

	title := look.T("settings.breaks.long", "A long break")
	long := newLevel(title, scale{1, breaks.MostLong, 1, longWords}, func(n int) {
		s.rules(func(r *breaks.Rules) {
			r.LongEvery = n
			if n < breaks.LeastLong {
				r.LongEvery = 0
			}
		})
	})
	longRoutine := s.routinePick(look.T("settings.breaks.long.what", "Routine of a long break"),
		func(r *breaks.Rules) *string { return &r.LongRoutine })

	s.updates = append(s.updates, func(c settings.Settings) {
		r := c.Breaks
		long.set(max(r.LongEvery, 1))
		parts.Show(longRoutine, r.LongEvery > 0)
		used := []string{r.Routine}
		if r.LongEvery > 0 {
			used = append(used, r.LongRoutine)
		}
		if r.Daily != breaks.NoDaily {
			used = append(used, r.DailyRoutine)
		}
		parts.Show(position, slices.Contains(used, breaks.Rotate))
	})
	return group(look.T("settings.breaks.what", "What"),
		block(name, "", short),
		position,
		parts.NewColumn(look.S2,
			block(title, look.T("settings.breaks.long.about", "Every so many breaks one that takes its time."), long), longRoutine),
	)
}

// longWords says how often a break is a long one; 1 stands for never.
func longWords(n int) string {
	if n < breaks.LeastLong {
		return look.T("settings.breaks.long.never", "never")
	}
	return look.T("settings.breaks.long.every", "1 in {{.N}}", map[string]any{"N": n})
}

// routinePick chooses a routine, or that it changes from break to break.
func (s *Screen) routinePick(name string, field func(*breaks.Rules) *string) *pick {
	w := newPick(name, func(id string) { s.rules(func(r *breaks.Rules) { *field(r) = id }) })
	s.updates = append(s.updates, func(c settings.Settings) {
		options := []option[string]{{breaks.Rotate, look.T("settings.breaks.rotate", "Takes turns: what moved least lately")}}
		for _, r := range offered(s.in.Candidates) {
			label := r.Name
			if r.Length > 0 {
				label = look.T("settings.breaks.routine.length", "{{.Name}} · {{.Length}}",
					map[string]any{"Name": r.Name, "Length": inMinutes(r.Length.Round(time.Minute))})
			}
			options = append(options, option[string]{r.ID, label})
		}
		w.set(options, *field(&c.Breaks))
	})
	return w
}

// offered are the routines in the order they are offered: what is made for a break first, the shortest before the longer.
func offered(all []breaks.Candidate) []breaks.Candidate {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b breaks.Candidate) int {
		switch {
		case a.Suits && b.Suits:
			return cmp.Compare(a.Length, b.Length)
		case a.Suits:
			return -1
		case b.Suits:
			return 1
		}
		return 0
	})
	return all
}
