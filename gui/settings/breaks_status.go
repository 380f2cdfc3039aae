package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/system/presence"
	"catcow/routines/settings"
)

// ResidentStatus is what the resident finds on this computer.
type ResidentStatus struct {
	Running       bool            // it is there and answered; nothing below is known otherwise
	IdleSource    presence.Source // where the idle time comes from
	Tray          bool            // a tray shows its icon
	Notifications bool            // notifications are shown
	Buttons       bool            // and they have buttons
	Missing       string          // why there are no notifications, in words; "" is not known
}

// finding is a line of the status: whether it is as it should be, and what that means.
type finding struct {
	good bool
	text string
}

// breaksStatus is what was found on this computer, and what happens without the rest.
func (s *Screen) breaksStatus() fyne.CanvasObject {
	list := parts.NewColumn(look.S3)
	var before []finding
	s.updates = append(s.updates, func(settings.Settings) {
		now := s.in.Resident.findings()
		if slices.Equal(before, now) {
			return
		}
		before = now
		list.RemoveAll()
		for _, f := range now {
			icon := look.IconInfo
			if f.good {
				icon = look.IconCheck
			}
			mark := canvas.NewImageFromResource(look.IconIn(icon, look.Quiet))
			mark.FillMode = canvas.ImageFillContain
			list.Add(parts.NewPlaced(marked, mark, parts.NewParagraph(f.text, look.Body, look.Ink)))
		}
	})
	return group(look.T("settings.breaks.here", "On this computer"), list)
}

// marked sets a mark beside the first line of a text.
func marked(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	edge := look.Size(18)
	x := edge + look.S2
	h := parts.HeightFor(objects[1], width-x)
	if at != nil {
		at(objects[0], fyne.NewPos(0, look.Size(2)), fyne.NewSquareSize(edge))
		at(objects[1], fyne.NewPos(x, 0), fyne.NewSize(width-x, h))
	}
	return max(h, edge)
}

// findings says each thing once, in plain words.
func (r ResidentStatus) findings() []finding {
	if !r.Running {
		return []finding{{false, look.T("settings.breaks.not-running", "Nothing reminds you just now: the part of Catcow that does is not running.")}}
	}
	idle := finding{r.IdleSource != presence.Unknown && r.IdleSource != "", look.Say(presence.Unknown.Message())}
	if idle.good {
		idle.text = look.Say(r.IdleSource.Message())
	}
	tray := finding{true, look.T("settings.breaks.tray", "The icon in the tray shows how long it is to the next break.")}
	if !r.Tray {
		tray = finding{false, look.T("settings.breaks.no-tray", "There is no tray for an icon here. Reminders come all the same; starting Catcow again brings this window back.")}
	}
	asks := finding{true, look.T("settings.breaks.notify", "A notification asks, with buttons for start, later and skip.")}
	switch {
	case !r.Notifications:
		why := r.Missing
		if why == "" {
			why = look.T("settings.breaks.no-notify", "No program shows notifications here.")
		}
		instead := look.T("settings.breaks.no-notify.window", "“catcow status” in a terminal says when a break is due, and “catcow break” starts it.")
		if r.Tray {
			instead = look.T("settings.breaks.no-notify.tray", "The icon in the tray shows that a break is due, and its menu starts it.")
		}
		asks = finding{false, look.T("settings.two-sentences", "{{.First}} {{.Second}}", map[string]any{"First": why, "Second": instead})}
	case !r.Buttons:
		asks = finding{false, look.T("settings.breaks.no-buttons", "Notifications here have no buttons: a break is started, put off or skipped in the tray's menu or with “catcow break”.")}
		if !r.Tray {
			asks.text = look.T("settings.breaks.no-buttons.terminal", "Notifications here have no buttons: “catcow break” starts a break, “catcow snooze” puts it off.")
		}
	}
	return []finding{idle, tray, asks}
}
