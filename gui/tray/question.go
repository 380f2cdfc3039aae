package tray

import (
	"time"

	"catcow/gui/look"
	"catcow/gui/system/notify"
	"catcow/routines/breaks"
)

// The places notifications are shown in. What asks about a break takes the place of what announced it.
const (
	slotBreak = "break"
	slotSaid  = "said"
)

// The buttons.
const (
	pressStart   = "start"
	pressShorter = "shorter"
	pressLater   = "later"
	pressSkip    = "skip"
	pressOpen    = "open"
)

// How long notifications stay. Whoever does not answer is asked again later.
const (
	askFor  = time.Minute
	headFor = 20 * time.Second
	sayFor  = 20 * time.Second
)

// headsUp announces a break, so that a sentence can be finished. Where the break itself would wait it is not announced.
func (r *resident) headsUp() {
	if !r.set.Breaks.HeadsUp {
		return
	}
	life, want, look := r.life, wanted(r.set.Breaks.NotNow), r.port.look
	go func() {
		if len(want) == 0 || len(look(life, want).Busy) == 0 {
			send(life, r.wishes, announce)
		}
	}()
}

// announce is the heads-up itself.
func announce(r *resident) (string, error) {
	s := r.clock.Status(r.now())
	c, ok := r.coming(s.Break)
	if !ok || s.Mode != breaks.Counting {
		return "", nil // something has come between
	}
	r.show(notify.Note{
		Slot: slotBreak, Title: look.T("tray.heads-up", "A break in a minute"), Body: c.Name,
		Actions: r.answers(c, false), Expires: headFor, Quiet: true, Transient: true, Fixed: look.T("tray.heads-up.fixed", "A break in a minute."),
	})
	return "", nil
}

// ask asks about the break that is due.
func (r *resident) ask(due breaks.Event) {
	if r.seeking != nil {
		r.seeking()
		r.seeking, r.typing = nil, false
	}
	r.handle(r.clock.Asked(r.now()))
	c, ok := r.coming(due.Break)
	if !ok {
		return
	}
	body := lines(look.T("tray.due.how", "{{.Length}}, {{.Position}}.", map[string]any{"Length": length(c.Length), "Position": position(c.Position)}))
	if due.Waited.ID != "" {
		body = lines(look.Say(due.Waited), body)
	}
	if c.Note != nil {
		body = lines(body, look.Say(*c.Note))
	}
	loud := r.set.Breaks.Sound && r.set.Sounds
	r.show(notify.Note{
		Slot: slotBreak, Title: look.T("tray.due", "Time to move: {{.Name}}", map[string]any{"Name": c.Name}), Body: body,
		Actions: r.answers(c, true), Default: pressStart, Expires: askFor, Sound: loud,
		Elsewhere: look.T("tray.elsewhere", "Start it from the tray, or type: catcow break"),
		Fixed:     look.T("tray.due.fixed", "Time to move. Start your break from the tray."),
	})
	if loud {
		r.chime()
	}
}

// answers are the buttons under a break. Desktops show three at least, so the fourth is what can be missed.
func (r *resident) answers(c breaks.Choice, due bool) []notify.Action {
	var out []notify.Action
	if due {
		out = append(out, notify.Action{Key: pressStart, Label: look.T("tray.start", "Start")})
	}
	if r.clock.Status(r.now()).SnoozesLeft > 0 {
		out = append(out, notify.Action{Key: pressLater, Label: putOff(time.Duration(r.set.Breaks.Snooze))})
	}
	out = append(out, notify.Action{Key: pressSkip, Label: look.T("tray.skip", "Skip")})
	if s, ok := breaks.Shorter(c.Candidate, r.choice, r.set.Breaks); ok && due {
		out = append(out, notify.Action{Key: pressShorter, Label: look.T("tray.shorter", "Only {{.Length}}", map[string]any{"Length": length(s.Length)})})
	}
	return out
}

// putOff is the label of what puts a break off.
func putOff(d time.Duration) string {
	return look.T("tray.later", "{{.Count}} min later", map[string]any{"Count": int(d / time.Minute)})
}

// chime lets a break be heard, from a process of its own: to keep a sound device open costs more than all the rest.
func (r *resident) chime() {
	wait, err := r.port.play("", "chime")
	if err != nil {
		return // the break itself will say that nothing can be started
	}
	go func() {
		if wait() != nil {
			send(r.life, r.wishes, func(r *resident) (string, error) {
				r.tellOnce("no-sound", look.T("tray.no-sound", "There is no sound here, so breaks come without one."))
				return "", nil
			})
		}
	}()
}

// show shows a notification. That it cannot be shown is said where the person looks, by the status and the menu.
func (r *resident) show(n notify.Note) {
	_ = r.port.notes.Show(n)
}

// answered is what became of a notification.
func (r *resident) answered(c notify.Choice) {
	if c.Slot != slotBreak {
		if c.Action == pressOpen {
			_, _ = open(r)
		}
		return
	}
	switch c.Action {
	case pressStart:
		_, _ = start("", c.Token)(r)
	case pressShorter:
		_, _ = shorter(c.Token)(r)
	case pressLater:
		_, _ = later(0)(r)
	case pressSkip:
		_, _ = skip(r)
	default:
		// Nobody answered, or it was wiped away. Either is "not now": it comes again, as often as it may be put off.
		if r.clock.Status(r.now()).Mode == breaks.Waiting && c.Reason != notify.Closed {
			events, _ := r.clock.Snooze(0, r.now())
			r.handle(events)
		}
	}
}
