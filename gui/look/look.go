// Package look is what the window looks and sounds like in words: the theme, its colours by role and by kind of
// exercise, type sizes, spacing, icons and the translation of every text a person reads.
//
// In go a theme's name, a text size and whether motion is wanted; out come a fyne.Theme and small functions that
// answer for the theme in force, so that no other package names a colour, a font size or an icon file itself.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The themes a person can choose. System follows the desktop's light or dark setting.
const (
	Espresso = "espresso" // light
	Tea      = "tea"      // dim
	System   = "system"
)

// Text sizes a person can choose, per cent.
const (
	SmallestText = 80
	NormalText   = 100
	LargestText  = 200
)

// Theme is the look in force. It implements fyne.Theme, so Fyne's own widgets wear it too.
type Theme struct {
	name    string
	percent int
	still   bool
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme. An unknown name is taken as System; textPercent is kept within SmallestText and LargestText.
// With reducedMotion nothing moves that is not the exercise itself.
func New(name string, textPercent int, reducedMotion bool) fyne.Theme {
	if name != Espresso && name != Tea {
		name = System
	}
	return &Theme{name: name, percent: min(max(textPercent, SmallestText), LargestText), still: reducedMotion}
}

// Dark reports whether the dim theme is in force.
func Dark() bool {
	s := fyne.CurrentApp().Settings()
	return inForce().dark(s.ThemeVariant())
}

// ReducedMotion reports whether the person, or the desktop, asked for no motion but the exercise itself.
func ReducedMotion() bool {
	return inForce().still || !fyne.CurrentApp().Settings().ShowAnimations()
}

func inForce() *Theme {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t
	}
	return &Theme{name: System, percent: NormalText}
}

func (t *Theme) dark(v fyne.ThemeVariant) bool {
	switch t.name {
	case Espresso:
		return false
	case Tea:
		return true
	}
	return v == theme.VariantDark
}

// Font is Fyne's bundled one: its figures are all of one width, so a clock does not jitter.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(s) }

// Icon is Fyne's own; our icons come from Icon.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Color answers Fyne's names and our own roles.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := light
	if t.dark(v) {
		p = dim
	}
	if r, ok := roleNamed[n]; ok {
		return p[r]
	}
	if r, ok := fyneRoles[n]; ok {
		return p[r]
	}
	if t.dark(v) {
		v = theme.VariantDark
	} else {
		v = theme.VariantLight
	}
	return theme.DefaultTheme().Color(n, v)
}

// Size scales text with the person's choice; spacing stays on its grid so that large text gains the room.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	scale := float32(t.percent) / 100
	switch n {
	case theme.SizeNameText:
		return Body * scale
	case theme.SizeNameCaptionText:
		return Small * scale
	case theme.SizeNameHeadingText:
		return ScreenTitle * scale
	case theme.SizeNameSubHeadingText:
		return CardTitle * scale
	case theme.SizeNameInlineIcon:
		return 20 * scale
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius:
		return ControlRadius
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNamePopupRadius:
		return CardRadius
	case theme.SizeNameMenuRadius:
		return ControlRadius
	}
	return theme.DefaultTheme().Size(n)
}
