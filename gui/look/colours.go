package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Role is what a colour is for.
type Role int

// The roles. Ink, Quiet and AccentInk reach 4.5:1 on Window, Card, Float, Well and every stage tint; OnAccent does so on
// Accent, Danger and every kind's Deep form.
const (
	Window     Role = iota // behind everything
	Card                   // a surface that holds something
	Float                  // a menu, which may lie over a card
	Well                   // the rail, tracks and quiet surfaces
	Ink                    // what is read first
	Quiet                  // what is read second
	Line                   // hair lines and outlines of controls
	Focus                  // the ring round what the keyboard acts on; 3:1 on Window and Card
	Accent                 // one filled control on a screen
	AccentInk              // the accent as text or outline
	AccentWash             // behind a chosen chip
	OnAccent               // text on Accent, Danger or a kind's Deep
	Danger                 // filled: what cannot be undone
	DangerInk              // what went wrong, in words
	Hover                  // laid over a control under the pointer
	Pressed                // laid over a control being pressed
	Disabled               // text of what cannot be used now
	Shadow                 // under what floats
	roles
)

type palette [roles]color.NRGBA

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func alpha(c color.NRGBA, a uint8) color.NRGBA { c.A = a; return c }

var light = palette{
	Window: rgb(0xfbf8f2), Card: rgb(0xffffff), Float: rgb(0xffffff), Well: rgb(0xf3ede2),
	Ink: rgb(0x2c2a28), Quiet: rgb(0x6f675d), Line: rgb(0xece4d6),
	Focus:  rgb(0x2f6f9f),
	Accent: rgb(0xa9592a), AccentInk: rgb(0x9a4f23), AccentWash: rgb(0xfcefe4), OnAccent: rgb(0xffffff),
	Danger: rgb(0xa83a32), DangerInk: rgb(0xa83a32),
	Hover: alpha(rgb(0x2c2a28), 0x0d), Pressed: alpha(rgb(0x2c2a28), 0x1a),
	Disabled: rgb(0xa89f92), Shadow: alpha(rgb(0x5a4a34), 0x26),
}

var dim = palette{
	Window: rgb(0x1f1c19), Card: rgb(0x2a2622), Float: rgb(0x342f2a), Well: rgb(0x25211d),
	Ink: rgb(0xefe8dd), Quiet: rgb(0xa79d90), Line: rgb(0x3a352f),
	Focus:  rgb(0x8fbde0),
	Accent: rgb(0xa9592a), AccentInk: rgb(0xe6a478), AccentWash: rgb(0x3a2a20), OnAccent: rgb(0xffffff),
	Danger: rgb(0xa83a32), DangerInk: rgb(0xf09a90),
	Hover: alpha(rgb(0xefe8dd), 0x12), Pressed: alpha(rgb(0xefe8dd), 0x22),
	Disabled: rgb(0x6f675d), Shadow: alpha(rgb(0x000000), 0x66),
}

// roleNamed lets a themed icon take any role's colour: Fyne asks the theme by name.
var roleNamed = func() map[fyne.ThemeColorName]Role {
	m := make(map[fyne.ThemeColorName]Role, roles)
	for r := Role(0); r < roles; r++ {
		m[r.name()] = r
	}
	return m
}()

func (r Role) name() fyne.ThemeColorName {
	return fyne.ThemeColorName("catcow" + string(rune('a'+int(r))))
}

var fyneRoles = map[fyne.ThemeColorName]Role{
	theme.ColorNameBackground:          Window,
	theme.ColorNameOverlayBackground:   Card,
	theme.ColorNameMenuBackground:      Float,
	theme.ColorNameButton:              Well,
	theme.ColorNameInputBackground:     Card,
	theme.ColorNameInputBorder:         Line,
	theme.ColorNameHeaderBackground:    Well,
	theme.ColorNameForeground:          Ink,
	theme.ColorNamePlaceHolder:         Quiet,
	theme.ColorNameDisabled:            Disabled,
	theme.ColorNameSeparator:           Line,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameHyperlink:           AccentInk,
	theme.ColorNameError:               DangerInk,
	theme.ColorNameHover:               Hover,
	theme.ColorNamePressed:             Pressed,
	theme.ColorNameFocus:               Pressed,
	theme.ColorNameSelection:           AccentWash,
	theme.ColorNameShadow:              Shadow,
}

// Color is a role's colour in the theme in force.
func Color(r Role) color.Color { return current()[r] }

func current() *palette {
	if Dark() {
		return &dim
	}
	return &light
}

// mix lays t of b over a: 0 is a, 1 is b.
func mix(a, b color.NRGBA, t float32) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(float32(x) + (float32(y)-float32(x))*t + 0.5) }
	return color.NRGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 0xff}
}
