package look

import (
	"image/color"

	"fyne.io/fyne/v2"

	"catcow/routines/exercise"
)

// KindColors is how a kind of exercise looks, everywhere the same. Colour never speaks alone: Name or Icon is
// always beside it.
type KindColors struct {
	Base color.NRGBA // bars, rings
	Deep color.NRGBA // where white text lies on it: buttons, chips
	Pale color.NRGBA // the same, done or not yet reached
	Wash color.NRGBA // the tint of the stage; Ink and Quiet are readable on it
	Icon fyne.Resource
	Name string // "Dynamic", in the person's language
}

type kindTones struct {
	base, deep color.NRGBA
	wash, dusk color.NRGBA // the stage's tint in the light and in the dim theme
	icon       IconName
	id, name   string
}

var kinds = map[exercise.Kind]kindTones{
	exercise.Dynamic: {rgb(0xc8703a), rgb(0xa9592a), rgb(0xfaeee0), rgb(0x33291f),
		IconDynamic, "kind.dynamic", "Dynamic"},
	exercise.Static: {rgb(0x3e8e7e), rgb(0x2f7767), rgb(0xe8f2ec), rgb(0x242f2a),
		IconStatic, "kind.static", "Static"},
	exercise.Activity: {rgb(0x8b93a7), rgb(0x5f6880), rgb(0xeff0f4), rgb(0x2b2c31),
		IconActivity, "kind.activity", "Activity"},
	exercise.Strength: {rgb(0x7d5ba6), rgb(0x7d5ba6), rgb(0xf2edf7), rgb(0x2e2935),
		IconStrength, "kind.strength", "Strength"},
	exercise.Release: {rgb(0x4f86b8), rgb(0x3a6c96), rgb(0xe9f1f7), rgb(0x252d34),
		IconRelease, "kind.release", "Release"},
}

// Kind is the look of a kind of exercise in the theme in force. An unknown kind looks like an activity.
func Kind(k exercise.Kind) KindColors {
	t, ok := kinds[k]
	if !ok {
		t = kinds[exercise.Activity]
	}
	p := current()
	c := KindColors{Base: t.base, Deep: t.deep, Icon: Icon(t.icon), Name: T(t.id, t.name)}
	c.Pale, c.Wash = mix(p[Card], t.base, 0.45), t.wash
	if Dark() {
		c.Wash = t.dusk
	}
	return c
}

// KindIcon is a kind's icon in a role's colour.
func KindIcon(k exercise.Kind, r Role) fyne.Resource {
	t, ok := kinds[k]
	if !ok {
		t = kinds[exercise.Activity]
	}
	return IconIn(t.icon, r)
}
