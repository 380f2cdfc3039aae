package settings

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/message"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// breaksWhen is when a break comes.
func (s *Screen) breaksWhen() fyne.CanvasObject {
	var everies []option[tomlfile.Duration]
	for _, e := range breaks.Everies {
		everies = append(everies, option[tomlfile.Duration]{e, inMinutes(time.Duration(e))})
	}
	every := block(look.T("settings.breaks.every", "How long at a stretch"),
		look.T("settings.breaks.every.about", "Time away from the computer counts as rest: after it the count starts again."),
		choose(s, everies, func(c *settings.Settings) *tomlfile.Duration { return &c.Breaks.Every }))

	name := look.T("settings.breaks.minutes", "Minutes past every hour")
	minutes := newField(name, "25, 55, 00", readMinutes, func(text string) {
		s.rules(func(r *breaks.Rules) { r.Minutes, _ = parseMinutes(text) })
	}, s.relayout)
	clock := block(name, look.T("settings.breaks.minutes.about", "For a rhythm shared with others. 25, 55 is a break at 9:25, 9:55, 10:25 and so on."),
		parts.NewColumn(look.S1, parts.NewFlow(0, minutes), minutes.message))

	s.updates = append(s.updates, func(c settings.Settings) {
		minutes.set(minutesText(c.Breaks.Minutes))
		parts.Show(every, c.Breaks.By == breaks.ByActivity)
		parts.Show(clock, c.Breaks.By == breaks.ByClock)
	})
	return group(look.T("settings.breaks.when", "When"),
		block(look.T("settings.breaks.by", "A break comes"), "",
			choose(s, []option[string]{
				{breaks.ByActivity, look.T("settings.breaks.by.activity", "After time at the computer")},
				{breaks.ByClock, look.T("settings.breaks.by.clock", "By the clock")},
			}, func(c *settings.Settings) *string { return &c.Breaks.By })),
		every, clock, s.dailyReset(),
	)
}

// dailyReset is the one longer break of the day.
func (s *Screen) dailyReset() fyne.CanvasObject {
	last := breaks.DefaultRules().Daily // what comes back when it is switched on again
	title := look.T("settings.breaks.daily", "A longer reset once a day")
	on := newSwitch(title, func(on bool) {
		s.rules(func(r *breaks.Rules) {
			r.Daily = breaks.NoDaily
			if on {
				r.Daily = last
			}
		})
	})
	at := newField(look.T("settings.breaks.daily.at", "Time of the daily reset"), "00:00", readTime, func(text string) {
		s.rules(func(r *breaks.Rules) { r.Daily = text })
	}, s.relayout)
	what := s.routinePick(look.T("settings.breaks.daily.what", "Routine of the daily reset"),
		func(r *breaks.Rules) *string { return &r.DailyRoutine })
	details := parts.NewColumn(look.S1, parts.NewRow(look.S2, 1, at, what), at.message)
	s.updates = append(s.updates, func(c settings.Settings) {
		daily := c.Breaks.Daily != breaks.NoDaily
		on.set(daily)
		if daily {
			last = c.Breaks.Daily
			at.set(last)
		}
		parts.Show(details, daily)
	})
	return parts.NewColumn(look.S2,
		beside(title, look.T("settings.breaks.daily.about", "For the dip of the afternoon, or whenever suits you."), on), details)
}

// rules changes the rules of breaks.
func (s *Screen) rules(f func(*breaks.Rules)) {
	s.change(func(c *settings.Settings) { f(&c.Breaks) })
}

// inMinutes is a length of time in words, in whole minutes.
func inMinutes(d time.Duration) string {
	return look.T("settings.breaks.min", "{{.N}} min", map[string]any{"N": int(d / time.Minute)})
}

func minutesText(list []int) string {
	var texts []string
	for _, m := range list {
		texts = append(texts, strconv.Itoa(m))
	}
	return strings.Join(texts, ", ")
}

// parseMinutes reads minutes of the hour as people list them: "25, 55" or "25 and 55".
func parseMinutes(text string) ([]int, error) {
	var list []int
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;:&+", r) }) {
		n, err := strconv.Atoi(word)
		if err != nil && word == "and" {
			continue
		}
		if err != nil || n < 0 || n > 59 {
			return nil, message.New("settings.minutes-wrong", "{{.Found}} is no minute of an hour; they are 0 to 59, such as 25, 55", "Found", tomlfile.Quote(word))
		}
		list = append(list, n)
	}
	if len(list) == 0 {
		return nil, message.New("settings.minutes-none", "at least one minute is needed, such as 25, 55")
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

func readMinutes(text string) (string, error) {
	list, err := parseMinutes(text)
	return minutesText(list), err
}

// readTime reads a time of day as people write it.
func readTime(text string) (string, error) {
	return lenient(text, func(text string) error {
		_, err := breaks.ParseTimeOfDay(text)
		return err
	})
}

// lenient reads a text of which settings.toml takes one form only, and takes the nearest to it where it is clear what
// was meant: "9-12.30" is "09:00-12:30".
func lenient(text string, parse func(string) error) (string, error) {
	text = strings.TrimSpace(text)
	err := parse(text)
	if err == nil {
		return text, nil
	}
	if m, ok := err.(message.Message); ok {
		if near, ok := m.Data["Nearest"].(string); ok && parse(near) == nil {
			return near, nil
		}
	}
	return "", err
}
