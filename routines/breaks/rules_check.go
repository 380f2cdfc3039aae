package breaks

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// The bounds of numbers in the rules.
const (
	ShortestSnooze = tomlfile.Duration(time.Minute)
	LongestSnooze  = tomlfile.Duration(30 * time.Minute)
	MostSnoozes    = 10 // of one break
	LeastLong      = 2  // every nth break is a long one
	MostLong       = 10
)

// Check replaces what cannot be used by its default, and adds to the file's problems what that was. Of a list only the
// wrong entries go. at is the path of the rules in the file, such as "breaks".
func (r *Rules) Check(doc *tomlfile.Doc, at string) {
	d := DefaultRules()
	for _, c := range []struct {
		key     string
		value   *string
		choices []string
		instead string
	}{
		{"by", &r.By, Ways, d.By},
		{"position", &r.Position, Positions, d.Position},
	} {
		if !doc.Choice(at+"."+c.key, c.key, *c.value, c.choices) {
			*c.value = c.instead
		}
	}
	for _, c := range []struct {
		key     string
		value   *string
		instead string
	}{
		{"routine", &r.Routine, d.Routine},
		{"long_routine", &r.LongRoutine, d.LongRoutine},
		{"daily_routine", &r.DailyRoutine, d.DailyRoutine},
	} {
		if !checkRoutine(doc, at+"."+c.key, *c.value) {
			*c.value = c.instead
		}
	}
	if !checkEvery(doc, at+".every", r.Every) {
		r.Every = d.Every
	}
	if r.Minutes = checkMinutes(doc, at+".minutes", r.Minutes); len(r.Minutes) == 0 {
		r.Minutes = d.Minutes
	}
	if !checkLong(doc, at+".long_every", r.LongEvery) {
		r.LongEvery = d.LongEvery
	}
	if !checkDaily(doc, at+".daily", r.Daily) {
		r.Daily = d.Daily
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		list := r.Hours.Day(day)
		*list = checkRanges(doc, at+".hours."+strings.ToLower(day.String()), *list)
	}
	r.DaysOff = checkDays(doc, at+".days_off", r.DaysOff)
	if !doc.BetweenTimes(at+".snooze", r.Snooze, ShortestSnooze, LongestSnooze) {
		r.Snooze = d.Snooze
	}
	if !doc.Between(at+".snooze_limit", r.SnoozeLimit, 0, MostSnoozes) {
		r.SnoozeLimit = d.SnoozeLimit
	}
}

// Tidy makes lists without entries nil, so that equal rules are equal to reflect.DeepEqual.
func (r *Rules) Tidy() {
	tidy := func(list *[]string) {
		if len(*list) == 0 {
			*list = nil
		}
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		tidy(r.Hours.Day(day))
	}
	tidy(&r.DaysOff)
}

// checkRoutine checks what names a routine. Whether there is one of that name only who has the routines can say.
func checkRoutine(doc *tomlfile.Doc, path, id string) bool {
	if id != "" && tomlfile.NearestID(id) == id {
		return true
	}
	doc.Add(path, message.New("breaks.routine", `{{.Key}} is "rotate" or the id of a routine; found {{.Found}}, the nearest is "{{.Nearest}}"`,
		"Key", tomlfile.LastKey(path), "Found", tomlfile.Quote(id), "Nearest", cmp.Or(tomlfile.NearestID(id), Rotate)))
	return false
}

func checkEvery(doc *tomlfile.Doc, path string, found tomlfile.Duration) bool {
	if slices.Contains(Everies, found) {
		return true
	}
	choices := make([]string, len(Everies))
	for i, e := range Everies {
		choices[i] = e.String()
	}
	nearest := slices.MinFunc(Everies, func(a, b tomlfile.Duration) int {
		return cmp.Compare(time.Duration(a-found).Abs(), time.Duration(b-found).Abs())
	})
	doc.Add(path, message.New("breaks.every", `every can be {{.Choices}}; found "{{.Found}}", the nearest is "{{.Nearest}}"`,
		"Choices", strings.Join(choices, ", "), "Found", found.String(), "Nearest", nearest.String()))
	return false
}

func checkLong(doc *tomlfile.Doc, path string, found int) bool {
	if found == 0 || found >= LeastLong && found <= MostLong {
		return true
	}
	nearest := min(max(found, LeastLong), MostLong)
	if found < 0 {
		nearest = 0
	}
	doc.Add(path, message.New("breaks.long-every", "{{.Key}} is 0, for never, or {{.Least}} to {{.Most}}; found {{.Found}}, the nearest is {{.Nearest}}",
		"Key", tomlfile.LastKey(path), "Least", LeastLong, "Most", MostLong, "Found", found, "Nearest", nearest))
	return false
}

func checkDaily(doc *tomlfile.Doc, path, found string) bool {
	if found == NoDaily {
		return true
	}
	_, err := ParseTimeOfDay(found)
	if err != nil && tomlfile.Nearest(found, []string{NoDaily, "no", "none", "never"}) != "" {
		doc.DidYouMean(path, "time of day", found, NoDaily)
		return false
	}
	return usable(doc, path, err)
}

// usable reports whether a value could be read, and adds to the problems why not.
func usable(doc *tomlfile.Doc, path string, err error) bool {
	if m, ok := err.(message.Message); ok {
		doc.Add(path, m)
	}
	return err == nil
}

func checkMinutes(doc *tomlfile.Doc, path string, found []int) (good []int) {
	if len(found) == 0 {
		doc.Add(path, message.New("breaks.minutes-none", "{{.Key}} names at least one minute of the hour, such as [25, 55]", "Key", tomlfile.LastKey(path)))
	}
	for i, m := range found {
		if at := tomlfile.Element(path, i); !doc.Told(at) && doc.Between(at, m, 0, 59) {
			good = append(good, m)
		}
	}
	return inOrder(doc, path, good, slices.Compact(slices.Sorted(slices.Values(good))))
}

func checkRanges(doc *tomlfile.Doc, path string, found []string) []string {
	var good []string
	var apart []Range // in order; those that overlap joined
	for i, text := range found {
		r, err := ParseRange(text)
		if !usable(doc, tomlfile.Element(path, i), err) {
			continue
		}
		good = append(good, text)
		apart = slices.DeleteFunc(apart, func(o Range) bool {
			if o.overlaps(r) {
				r = Range{min(r.From, o.From), max(r.To, o.To)}
				return true
			}
			return false
		})
		apart = append(apart, r)
	}
	slices.SortFunc(apart, func(a, b Range) int { return cmp.Compare(a.From, b.From) })
	var ordered []string
	for _, r := range apart {
		ordered = append(ordered, r.String())
	}
	return inOrder(doc, path, good, ordered)
}

// inOrder is the list as it should be, and adds to the problems when it is not.
func inOrder[T comparable](doc *tomlfile.Doc, path string, found, ordered []T) []T {
	if !slices.Equal(found, ordered) {
		nearest, _ := json.Marshal(ordered) // numbers and times of day, which TOML writes the same way
		doc.Add(path, message.New("breaks.order", "the parts of {{.Key}} go up and do not overlap; did you mean {{.Nearest}}?",
			"Key", tomlfile.LastKey(path), "Nearest", strings.ReplaceAll(string(nearest), ",", ", ")))
	}
	return ordered
}

func checkDays(doc *tomlfile.Doc, path string, found []string) (good []string) {
	for i, text := range found {
		if _, err := ParseDays(text); usable(doc, tomlfile.Element(path, i), err) {
			good = append(good, text)
		}
	}
	return good
}
