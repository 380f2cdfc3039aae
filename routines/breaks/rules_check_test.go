package breaks

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines/tomlfile"
)

// readRules reads rules as the settings do.
func readRules(text string) (Rules, tomlfile.Problems) {
	doc := tomlfile.Parse("f", []byte(text), tomlfile.Standard)
	file := struct {
		Breaks Rules `toml:"breaks"`
	}{DefaultRules()}
	doc.Decode(&file)
	file.Breaks.Check(doc, "breaks")
	file.Breaks.Tidy()
	return file.Breaks, doc.Problems()
}

func TestDefaultRulesAreInOrder(t *testing.T) {
	if r, problems := readRules(""); problems != nil || !reflect.DeepEqual(r, DefaultRules()) {
		t.Errorf("%+v, %v", r, problems)
	}
	if DefaultRules().On {
		t.Error("on before the person asks")
	}
}

// Every bound, from inside.
func TestCheckAccepts(t *testing.T) {
	for _, text := range []string{
		`by = "clock"`, `every = "30m"`, `every = "90m"`, `every = "1h"`, `minutes = [0]`, `minutes = [0, 1, 59]`,
		`routine = "micro-3"`, `routine = "rotate"`, `position = "floor"`, `long_every = 0`, `long_every = 2`, `long_every = 10`,
		`daily = "off"`, `daily = "00:00"`, `snooze = "1m"`, `snooze = "30m"`, `snooze_limit = 0`, `snooze_limit = 10`,
		`hours.monday = ["00:00-09:00", "09:00-12:30", "13:00-24:00"]`, `hours.sunday = []`,
		`days_off = ["2027-05-01", "2026-12-24/2027-01-02", "2026-12-24"]`,
	} {
		if _, problems := readRules("[breaks]\n" + text); problems != nil {
			t.Error(problems)
		}
	}
}

// What cannot be used is told where it stands, with the nearest choice; the default takes its place and the rest stays.
func TestCheckRefuses(t *testing.T) {
	tests := []struct {
		text, at string // on line 2
		says     []string
		used     func(*Rules) // what of the defaults differs
		more     string       // why there is more than one problem
	}{
		{`by = "clok"`, "6", []string{`"clok"`, `"clock"`}, nil, ""},
		{`evry = "45m"`, "1", []string{`"evry"`, `"every"`}, nil, ""},
		{`every = "40m"`, "9", []string{`"40m"`, `nearest is "45m"`}, nil, ""},
		{`every = "24h"`, "9", []string{`nearest is "1h30m"`}, nil, ""},
		{`every = 50`, "9", []string{`"50s"`}, nil, ""},
		{`minutes = []`, "11", []string{"at least one", "[25, 55]"}, nil, ""},
		{`minutes = [60]`, "12", []string{"59", "60"}, nil, ""},
		{`minutes = [-1, 30]`, "12", []string{"nearest is 0"}, func(r *Rules) { r.Minutes = []int{30} }, ""},
		{`minutes = ["x", 30]`, "12", []string{"a whole number"}, func(r *Rules) { r.Minutes = []int{30} }, ""},
		{`minutes = [55, 25, 25]`, "11", []string{"go up", "[25, 55]"}, func(r *Rules) { r.Minutes = []int{25, 55} }, ""},
		{`minutes = 5`, "11", []string{"minutes must be a list"}, nil, ""},
		{`routine = "Desk Reset"`, "11", []string{`"rotate"`, `nearest is "desk-reset"`}, nil, ""},
		{`long_routine = ""`, "16", []string{"long_routine", `nearest is "rotate"`}, nil, ""},
		{`daily_routine = "é/../x"`, "17", []string{`nearest is "e-x"`}, nil, ""},
		{`position = "sitting"`, "12", []string{"seated", "standing", "floor"}, nil, ""},
		{`long_every = 1`, "14", []string{"found 1", "nearest is 2"}, nil, ""},
		{`long_every = 11`, "14", []string{"nearest is 10"}, nil, ""},
		{`long_every = -3`, "14", []string{"nearest is 0"}, nil, ""},
		{`daily = "3 pm"`, "9", []string{`"15:00"`}, nil, ""},
		{`daily = "never"`, "9", []string{`mean "off"`}, nil, ""},
		{`daily = "soon"`, "9", []string{`"15:00"`}, nil, ""},
		{`daily = false`, "9", []string{"text in quotes"}, nil, ""},
		{`hours.monday = ["9-17"]`, "17", []string{`"09:00-17:00"`}, nil, ""},
		{`hours.mondy = ["09:00-17:00"]`, "1", []string{`"monday"`}, nil, ""},
		{`hours.friday = ["13:00-17:00", "9-12", "08:00-09:00"]`, "32", []string{`"09:00-12:00"`},
			func(r *Rules) { r.Hours.Friday = []string{"08:00-09:00", "13:00-17:00"} }, "the others are not in order"},
		{`hours.friday = ["13:00-17:00", "08:00-09:00"]`, "16", []string{`["08:00-09:00", "13:00-17:00"]`},
			func(r *Rules) { r.Hours.Friday = []string{"08:00-09:00", "13:00-17:00"} }, ""},
		{`hours.friday = ["09:00-12:00", "13:00-14:00", "11:00-13:30"]`, "16", []string{"overlap", `["09:00-14:00"]`},
			func(r *Rules) { r.Hours.Friday = []string{"09:00-14:00"} }, ""},
		{`hours.friday = "09:00-12:00"`, "16", []string{"a list of texts"}, nil, ""},
		{`days_off = ["2026-12-24", "2026-02-30"]`, "27", []string{`"2026-02-28"`}, func(r *Rules) { r.DaysOff = []string{"2026-12-24"} }, ""},
		{`days_off = ["xmas"]`, "13", []string{`"2026-12-24"`}, nil, ""},
		{`days_off = [2026-12-24]`, "13", []string{"text in quotes"}, nil, ""},
		{`snooze = "0s"`, "10", []string{`nearest is "1m"`}, nil, ""},
		{`snooze = "31m"`, "10", []string{`nearest is "30m"`}, nil, ""},
		{`snooze_limit = 11`, "16", []string{"snooze_limit", "10"}, nil, ""},
		{`heads_up = "yes"`, "12", []string{"true or false"}, nil, ""},
		{`not_now.typing = 1`, "18", []string{"true or false"}, nil, ""},
		{`not_now.camra = true`, "1", []string{`"camera"`}, nil, ""},
	}
	for _, tt := range tests {
		r, problems := readRules("[breaks]\n" + tt.text + "\n" + `sound = false`)
		want := DefaultRules()
		want.Sound = false
		if tt.used != nil {
			tt.used(&want)
		}
		if !reflect.DeepEqual(r, want) {
			t.Errorf("%s: %+v, want %+v", tt.text, r, want)
		}
		at := slices.IndexFunc(problems, func(p tomlfile.Problem) bool { return strings.HasPrefix(p.String(), "f:2:"+tt.at+": ") })
		if at < 0 || len(problems) > 1 && tt.more == "" {
			t.Errorf("%s: %v, want one at 2:%s", tt.text, problems, tt.at)
			continue
		}
		for _, says := range tt.says {
			if said := problems[at].Message.String(); !strings.Contains(said, says) {
				t.Errorf("%s: %q does not say %s", tt.text, said, says)
			}
		}
	}
}

func TestHoursByDay(t *testing.T) {
	var h Hours
	for day := time.Sunday; day <= time.Saturday; day++ {
		*h.Day(day) = []string{day.String()}
	}
	v := reflect.ValueOf(h)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; v.Field(i).Index(0).String() != name {
			t.Errorf("%s is %v", name, v.Field(i))
		}
	}
}
