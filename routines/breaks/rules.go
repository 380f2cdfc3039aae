package breaks

import (
	"time"

	"catcow/routines/tomlfile"
)

// Rules are what a person wants of breaks, as [breaks] of settings.toml has them. The zero value is not useful; start
// from DefaultRules.
type Rules struct {
	On bool   `toml:"on"` // off until the person asks
	By string `toml:"by"` // see Ways: ByActivity or ByClock

	Every   tomlfile.Duration `toml:"every"`   // of active time between breaks, see Everies; for ByActivity
	Minutes []int             `toml:"minutes"` // past every hour, 0 to 59, ascending; for ByClock

	Routine     string `toml:"routine"`      // what a break is: a routine's id, or Rotate
	Position    string `toml:"position"`     // how far a break may go when it is chosen by rotation, see Positions
	LongEvery   int    `toml:"long_every"`   // every nth break is a long one, 2 to 10; 0 is never
	LongRoutine string `toml:"long_routine"` // what a long break is: a routine's id, or Rotate

	Daily        string `toml:"daily"`         // time of day of the daily reset, "15:00" as ParseTimeOfDay reads it, or NoDaily
	DailyRoutine string `toml:"daily_routine"` // what it is: a routine's id, or Rotate

	Hours   Hours    `toml:"hours"`    // working hours; without any, all day and every day
	DaysOff []string `toml:"days_off"` // as ParseDays reads them; in any order

	Snooze      tomlfile.Duration `toml:"snooze"`       // how long "later" puts a break off, 1m to 30m
	SnoozeLimit int               `toml:"snooze_limit"` // how often one break can be put off, 0 to 10
	HeadsUp     bool              `toml:"heads_up"`     // say so a minute before
	Sound       bool              `toml:"sound"`        // a sound when a break is due

	NotNow NotNow `toml:"not_now"`
}

// Hours are the ranges of each weekday, as ParseRange reads them, in order and not overlapping.
// A day without ranges is free, unless no day has any.
type Hours struct {
	Monday    []string `toml:"monday"`
	Tuesday   []string `toml:"tuesday"`
	Wednesday []string `toml:"wednesday"`
	Thursday  []string `toml:"thursday"`
	Friday    []string `toml:"friday"`
	Saturday  []string `toml:"saturday"`
	Sunday    []string `toml:"sunday"`
}

// Day is the list of ranges of a weekday, to read or to change.
func (h *Hours) Day(day time.Weekday) *[]string {
	return [...]*[]string{&h.Sunday, &h.Monday, &h.Tuesday, &h.Wednesday, &h.Thursday, &h.Friday, &h.Saturday}[day]
}

// NotNow says what a break waits for. Each can be switched off.
type NotNow struct {
	Microphone   bool `toml:"microphone"`     // something records sound
	Camera       bool `toml:"camera"`         // a camera is open
	Sharing      bool `toml:"sharing"`        // the screen is being shared
	FullScreen   bool `toml:"full_screen"`    // another program fills the screen
	DoNotDisturb bool `toml:"do_not_disturb"` // the desktop was asked to be quiet
	Typing       bool `toml:"typing"`         // until the keys rest for a moment
}

// What the rules can be.
const (
	ByActivity = "activity" // after so much active time
	ByClock    = "clock"    // at fixed minutes of the hour; needs no idle time
	Rotate     = "rotate"   // the area least moved lately comes next
	NoDaily    = "off"

	Seated   = "seated"
	Standing = "standing" // may stand, with a wall, chair or doorway at hand
	Floor    = "floor"    // anything
)

// The choices, in the order they are offered.
var (
	Ways      = []string{ByActivity, ByClock}
	Positions = []string{Seated, Standing, Floor}
	// Everies are the intervals: breaking up sitting helps, but no threshold can be named (Bull et al. 2020).
	Everies = []tomlfile.Duration{minutes(30), minutes(45), minutes(50), minutes(60), minutes(90)}
)

func minutes(n int) tomlfile.Duration { return tomlfile.Duration(time.Duration(n) * time.Minute) }

// DefaultRules are the rules of a new person: off, and sensible once switched on.
func DefaultRules() Rules {
	return Rules{
		By: ByActivity, Every: minutes(50), Minutes: []int{25, 55},
		Routine: Rotate, Position: Standing, LongRoutine: "desk-reset",
		Daily: "15:00", DailyRoutine: "desk-reset",
		Snooze: minutes(5), SnoozeLimit: 3, HeadsUp: true, Sound: true,
		NotNow: NotNow{Microphone: true, Camera: true, Sharing: true, FullScreen: true, DoNotDisturb: true, Typing: true},
	}
}
