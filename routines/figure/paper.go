package figure

import (
	"image/color"
	"math"
)

// Paper is the palette for printing: paler where a screen is deep, so that a page takes little ink, and with an edge to
// the mat. Grey has no colour at all, and tones far enough apart that a laser printer's dots still tell skin, shirt,
// trousers and hair from one another. Unknown or empty tone names give the usual tone.
func Paper(skin, hair string, grey bool) Palette {
	p := Light(skin, hair)
	p.role[RoleMat] = hex(0xf1f6f3)
	p.role[RoleMatEdge] = hex(0x8fb3a6)
	p.role[RolePropSoft] = hex(0xf3eee6)
	p.role[RoleShadow] = hex(0x4f6a66)
	p.role[RoleTop] = hex(0x45a29c)
	p.role[RoleTopCool] = hex(0x6d9bca)
	p.role[RoleBottom] = hex(0x4c5c85)
	p.role[RoleGhost] = color.NRGBA{0x56, 0x66, 0x78, 0x48}
	p.role[RoleArrow] = hex(0xc9481f)
	if grey {
		p.unsaturated(skin, hair)
	}
	p.tones()
	return p
}

func (p *Palette) unsaturated(skin, hair string) {
	set := func(r Role, level uint8) { p.role[r] = color.NRGBA{level, level, level, p.role[r].A} }
	// The person's own tones stay apart from the shirt (0x86) and the trousers (0x4c) between which they lie.
	set(RoleSkin, uint8(math.Round(0xac+(0xd2-0xac)*luminance(toneOf(skin, SkinTones(), 2)))))
	set(RoleHair, uint8(math.Round(0x20+0x60*luminance(toneOf(hair, HairTones(), 1)))))
	p.role[RoleGhost].A = 0x2a
	for r, level := range map[Role]uint8{
		RoleMat: 0xf4, RoleMatEdge: 0x8c, RoleGround: 0x60, RoleShadow: 0x50,
		RoleProp: 0xc4, RolePropDark: 0x98, RolePropSoft: 0xf2, RoleStrap: 0x50,
		RoleGhost: 0x58, RoleTop: 0x86, RoleTopCool: 0x86, RoleBottom: 0x4c,
		RoleShade: 0x18, RoleLight: 0xff, RoleGlow: 0xff, RoleArrow: 0x20,
	} {
		set(r, level)
	}
}

// luminance is how bright a colour is to the eye, 0 to 1 (weights of ITU-R BT.709).
func luminance(c color.NRGBA) float64 {
	return (0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)) / 255
}

// Part tells the pieces of the body apart; 0 is none. A shape that is Atop and of a part is an edge: it is seen on the
// body where another part is uppermost.
func (sh *Shape) Part() uint8 { return sh.part }
