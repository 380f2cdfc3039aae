//go:build unix && !darwin

package notify

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
	"golang.org/x/image/draw"

	"catcow/assets"
)

// server is what a notification program says of itself (Desktop Notifications Specification 1.3, "Protocol").
type server struct {
	name         string
	capabilities []string
}

func (s *server) can(what string) bool { return slices.Contains(s.capabilities, what) }

// The urgency hint's values.
const (
	urgencyLow byte = iota
	urgencyNormal
	urgencyCritical
)

// arguments are those of the method Notify: the note in place of the notification with this id, or a new one for 0.
func arguments(n Note, s *server, replaces uint32) []any {
	title, body := plain(n.Title, false), plain(n.Body, true)
	var actions []string
	switch {
	case len(n.Actions) == 0:
	case s.can("actions"):
		actions = buttons(n)
	default:
		body = join(body, plain(n.Elsewhere, true))
	}
	switch {
	case !s.can("body"):
		title, body = plain(join(title, body), false), ""
	case s.can("body-markup"):
		body = escape(body)
	}
	return []any{"Catcow", replaces, AppID, title, body, actions, hints(n), timeout(n.Expires)}
}

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escape writes a text for a notification program that reads markup, so that it shows as it is.
func escape(s string) string { return markup.Replace(s) }

// defaultAction is the key that programs give a click on the notification itself.
const defaultAction = "default"

// buttons are keys and labels in turns.
func buttons(n Note) []string {
	out := make([]string, 0, 2*len(n.Actions)+2)
	for _, a := range n.Actions {
		if a.Key == n.Default {
			out = append(out, defaultAction, plain(a.Label, false))
		}
	}
	for _, a := range n.Actions {
		out = append(out, a.Key, plain(a.Label, false))
	}
	return out
}

func hints(n Note) map[string]dbus.Variant {
	urgency := urgencyNormal
	switch {
	case n.Urgent:
		urgency = urgencyCritical
	case n.Quiet:
		urgency = urgencyLow
	}
	h := map[string]dbus.Variant{
		"urgency":       dbus.MakeVariant(urgency),
		"desktop-entry": dbus.MakeVariant(AppID),
		"category":      dbus.MakeVariant("x-catcow.reminder"),
		"transient":     dbus.MakeVariant(n.Transient),
		"image-data":    dbus.MakeVariant(icon()),
	}
	if n.Sound {
		h["sound-name"] = dbus.MakeVariant("message-new-instant")
	} else {
		h["suppress-sound"] = dbus.MakeVariant(true)
	}
	return h
}

// timeout is in milliseconds; -1 leaves it to the program.
func timeout(d time.Duration) int32 {
	if d <= 0 {
		return -1
	}
	return int32(min(max(d.Milliseconds(), 1), math.MaxInt32))
}

// pixels is the hint image-data: rows of RGBA, alpha not multiplied in.
type pixels struct {
	Width, Height, Stride int32
	Alpha                 bool
	Bits, Channels        int32
	Data                  []byte
}

// iconSize is what programs show beside two or three lines; some show it as large as it is.
const iconSize = 64

// icon is the program's own, made when it is needed and not kept: that is seldom, and it would lie in memory all day. The
// name of an installed icon would be shorter, but the program may run from anywhere.
func icon() pixels {
	big, err := png.Decode(bytes.NewReader(assets.AppIcon))
	if err != nil { // it is part of the program
		panic(err)
	}
	img := image.NewNRGBA(image.Rect(0, 0, iconSize, iconSize))
	draw.CatmullRom.Scale(img, img.Rect, big, big.Bounds(), draw.Src, nil)
	return pixels{iconSize, iconSize, int32(img.Stride), true, 8, 4, img.Pix}
}
