package settings

import (
	"strings"

	"catcow/routines/breaks"
)

const fileHead = `# Settings of Catcow. The window writes this file and reads it again when you change it by hand.
# Your comments, order and spacing stay.

`

// abouts are the comments of a new file, by the name of the key or table.
var abouts = map[string]string{
	"length":         "session length, 1m to 45m",
	"pace":           "time to change between exercises: " + strings.Join(Paces, ", "),
	"hold_floor":     "shortest hold: 20s, or 30s for 60 and over or lasting flexibility",
	"warm":           "true: already warm, no warm-up is put before holds",
	"breath_pacer":   "a breath to follow in holds",
	"volume":         "0 to 100",
	"voice":          "cues spoken by the system",
	"theme":          strings.Join(Themes, ", "),
	"figure":         "who shows the way: " + strings.Join(Figures, ", "),
	"skin":           "of the figure: " + strings.Join(Skins, ", "),
	"hair":           "of the figure: " + strings.Join(Hairs, ", "),
	"text_size":      "percent: 100, 110, 125, 150, 175, 200",
	"reduced_motion": strings.Join(Motions, ", "),
	"start_screen":   strings.Join(StartScreens, ", "),

	"breaks":                "reminders to move",
	"breaks.by":             "activity: after so much active time; clock: at fixed minutes of the hour",
	"breaks.every":          "by activity: 30m, 45m, 50m, 1h, 1h30m",
	"breaks.minutes":        "by clock: minutes of the hour, going up",
	"breaks.routine":        "what a break is: rotate, or the id of a routine",
	"breaks.position":       "of a break by rotation: " + strings.Join(breaks.Positions, ", "),
	"breaks.long_every":     "every nth break is a long one: 2 to 10, 0 for never",
	"breaks.daily":          "time of the daily reset, or off",
	"breaks.days_off":       `days such as "2026-12-24" and "2026-12-24/2027-01-02"`,
	"breaks.snooze":         "how long a break is put off, 1m to 30m",
	"breaks.snooze_limit":   "how often one break can be put off, 0 to 10",
	"breaks.heads_up":       "say so a minute before",
	"breaks.sound":          "when a break is due",
	"breaks.hours":          `working hours such as ["09:00-12:30", "13:15-17:00"]; without any, all day and every day`,
	"breaks.not_now":        "what a break waits for",
	"breaks.not_now.typing": "until the keys rest for a moment",

	"lengths": "by routine: the length last chosen for it",
}
