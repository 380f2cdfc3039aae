package settings

import (
	"image"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/settings"
)

// breaksToday is the breaks of today, drawn and in words. Whatever rule is changed, it shows at once what that means.
func (s *Screen) breaksToday() fyne.CanvasObject {
	line := newDayLine()
	words := parts.NewParagraph("", look.Body, look.Ink)
	why := parts.NewParagraph(look.T("settings.breaks.if-active", "These are the times if you stay at the computer; a pause of yours moves the rest along."), look.Small, look.Quiet)
	signs := parts.NewFlow(look.S4)
	var before []sign
	refresh := func(c settings.Settings) {
		now := s.now()
		t := today{now: now}
		t.hours, t.marks = breaks.Day(c.Breaks, s.in.BreakState, now, now)
		says := t.words(c.Breaks, s.in.BreakState)
		words.SetText(says)
		line.set(t, says)
		parts.Show(why, c.Breaks.By == breaks.ByActivity && t.next() >= 0)
		if used := t.signs(); !slices.Equal(used, before) {
			before = used
			signs.Set(explain(used)...)
		}
	}
	s.updates = append(s.updates, refresh)
	s.tick = refresh
	return parts.NewColumn(look.S3, parts.NewLabel(look.T("settings.breaks.today", "Today"), look.Body, look.Ink, true),
		line, signs, parts.NewColumn(2, words, why))
}

// sign is a mark on the line: a kind of break, or that it is over.
type sign struct {
	kind breaks.Kind
	over bool
	text string
}

// signs lists the marks of the day that need a word, each once.
func (t today) signs() []sign {
	var out []sign
	for _, k := range append(slices.Clone(breaks.Kinds), "") {
		if slices.ContainsFunc(t.marks, func(m breaks.Mark) bool { return m.Kind == k }) {
			out = append(out, sign{k, k == "", kindWords(k)})
		}
	}
	if slices.ContainsFunc(t.marks, func(m breaks.Mark) bool { return m.Past && m.Kind != "" }) {
		out = append(out, sign{breaks.Short, true, look.T("settings.breaks.over", "over")})
	}
	return out
}

// words says the day as the line shows it.
func (t today) words(r breaks.Rules, state breaks.State) string {
	var says []string
	if p := state.Pause; p != nil && (p.Until.IsZero() || p.Until.After(t.now)) {
		says = append(says, t.pauseWords(p.Until.Time))
	}
	var coming []breaks.Mark
	taken := 0
	for _, m := range t.marks {
		switch {
		case !m.Past:
			coming = append(coming, m)
		case m.Kind != "":
			taken++
		}
	}
	switch {
	case len(coming) > 0:
		says = append(says, comingWords(coming))
	case len(t.hours) == 0 && t.dayOff(r):
		says = append(says, look.T("settings.breaks.day-off", "Today is a day off."))
	case len(t.hours) == 0:
		says = append(says, look.T("settings.breaks.free-day", "Today has no working hours."))
	default:
		says = append(says, look.T("settings.breaks.no-more", "No more breaks today."))
	}
	if taken > 0 {
		says = append(says, look.T("settings.breaks.taken", "Taken so far: {{.N}}.", map[string]any{"N": taken}))
	}
	return strings.Join(says, " ")
}

func (t today) dayOff(r breaks.Rules) bool {
	for _, text := range r.DaysOff {
		if d, err := breaks.ParseDays(text); err == nil && d.Contain(t.now) {
			return true
		}
	}
	return false
}

func (t today) pauseWords(until time.Time) string {
	switch {
	case until.IsZero():
		return look.T("settings.breaks.paused", "Paused until you go on.")
	case date(until).Equal(date(t.now)):
		return look.T("settings.breaks.paused.time", "Paused until {{.Time}}.", map[string]any{"Time": clockWords(until)})
	}
	return look.T("settings.breaks.paused.day", "Paused until {{.Day}}, {{.Time}}.", map[string]any{"Day": dayName(until.Weekday()), "Time": clockWords(until)})
}

// mostSaid is how many breaks are named one by one.
const mostSaid = 6

// comingWords says what is to come, one after the other; after the sixth only how many and until when.
func comingWords(coming []breaks.Mark) string {
	first := markWords(coming[0])
	rest := coming[1:min(len(coming), mostSaid)]
	if len(rest) == 0 {
		return look.T("settings.breaks.next", "Next: {{.First}}.", map[string]any{"First": first})
	}
	var then []string
	for _, m := range rest {
		then = append(then, markWords(m))
	}
	data := map[string]any{"First": first, "Then": strings.Join(then, ", ")}
	if more := len(coming) - mostSaid; more > 0 {
		data["Count"], data["Last"] = more, markWords(coming[len(coming)-1])
		return look.T("settings.breaks.next-more", "Next: {{.First}}, then {{.Then}} and {{.Count}} more, the last at {{.Last}}.", data)
	}
	return look.T("settings.breaks.next-then", "Next: {{.First}}, then {{.Then}}.", data)
}

// markWords is the time of a break, and its kind where it is not an ordinary one.
func markWords(m breaks.Mark) string {
	if m.Kind == breaks.Short || m.Kind == "" {
		return clockWords(m.At)
	}
	return look.T("settings.breaks.mark", "{{.Time}} ({{.Kind}})", map[string]any{"Time": clockWords(m.At), "Kind": kindWords(m.Kind)})
}

// kindWords is a kind of break in words.
func kindWords(k breaks.Kind) string {
	switch k {
	case breaks.Short:
		return look.T("settings.breaks.kind.short", "short break")
	case breaks.Long:
		return look.T("settings.breaks.kind.long", "long break")
	case breaks.Daily:
		return look.T("settings.breaks.kind.daily", "daily reset")
	}
	return look.T("settings.breaks.kind.own", "a session of your own")
}

// explain shows what each sign on the line means.
func explain(signs []sign) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, g := range signs {
		var paint linePainter
		picture := &canvas.Raster{ScaleMode: canvas.ImageScalePixels}
		picture.Generator = func(w, h int) image.Image {
			paint.begin(w, h)
			x, y, r := float32(w)/2, float32(h)/2, float32(h)*0.3
			paint.sign(g.kind, x, y, r, markColour())
			if g.over {
				paint.sign(g.kind, x, y, r*0.7, look.Color(look.Card))
			}
			return paint.img
		}
		picture.SetMinSize(fyne.NewSize(look.Size(26), look.Size(20)))
		out = append(out, parts.NewRow(look.S1, -1, picture, parts.NewLabel(g.text, look.Small, look.Quiet, false)))
	}
	return out
}
