package settings

import (
	"time"

	"catcow/gui/look"
)

// dayWords is a calendar day in words.
func dayWords(t time.Time) string {
	return look.T("day.words", "{{.Day}} {{.Month}} {{.Year}}", map[string]any{"Day": t.Day(), "Month": monthName(t.Month()), "Year": t.Year()})
}

func monthWords(t time.Time) string {
	return look.T("month.words", "{{.Month}} {{.Year}}", map[string]any{"Month": monthName(t.Month()), "Year": t.Year()})
}

// dayName is a day of the week in words.
func dayName(d time.Weekday) string {
	return [...]string{
		look.T("day.sunday", "Sunday"), look.T("day.monday", "Monday"), look.T("day.tuesday", "Tuesday"), look.T("day.wednesday", "Wednesday"),
		look.T("day.thursday", "Thursday"), look.T("day.friday", "Friday"), look.T("day.saturday", "Saturday"),
	}[d]
}

// dayInitials heads a column of a calendar.
func dayInitials(d time.Weekday) string {
	return [...]string{
		look.T("day.su", "Su"), look.T("day.mo", "Mo"), look.T("day.tu", "Tu"), look.T("day.we", "We"),
		look.T("day.th", "Th"), look.T("day.fr", "Fr"), look.T("day.sa", "Sa"),
	}[d]
}

func monthName(m time.Month) string {
	return [...]string{
		look.T("month.january", "January"), look.T("month.february", "February"), look.T("month.march", "March"),
		look.T("month.april", "April"), look.T("month.may", "May"), look.T("month.june", "June"),
		look.T("month.july", "July"), look.T("month.august", "August"), look.T("month.september", "September"),
		look.T("month.october", "October"), look.T("month.november", "November"), look.T("month.december", "December"),
	}[m-1]
}

// date is the calendar day of a moment, as breaks.Days has it: midnight UTC.
func date(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
