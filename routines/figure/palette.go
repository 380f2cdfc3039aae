package figure

import (
	"image/color"
	"math"
)

// Palette gives every role its colour. Make one with [Light] or [Dark].
type Palette struct {
	role [roleCount]color.NRGBA
	far  [roleCount]color.NRGBA
}

// Tone is a colour a person can choose for the figure.
type Tone struct {
	// Name is what settings store.
	Name string
	// Color is the tone in the light palette.
	Color color.NRGBA
}

// SkinTones lists the skins to choose from; the third is the usual one.
func SkinTones() []Tone {
	return []Tone{
		{"porcelain", hex(0xf3c9ab)}, {"sand", hex(0xebb48c)}, {"amber", hex(0xe0a077)},
		{"bronze", hex(0xbd7a4f)}, {"umber", hex(0x8d5636)}, {"ebony", hex(0x613a27)},
	}
}

// HairTones lists the hair to choose from; the second is the usual one.
func HairTones() []Tone {
	return []Tone{
		{"black", hex(0x2a2326)}, {"brown", hex(0x4a2c25)}, {"chestnut", hex(0x7a4428)},
		{"copper", hex(0xa9522a)}, {"blond", hex(0xd0a35c)}, {"grey", hex(0xb3b1ae)},
	}
}

func hex(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

func toneOf(name string, tones []Tone, usual int) color.NRGBA {
	for _, t := range tones {
		if t.Name == name {
			return t.Color
		}
	}
	return tones[usual].Color
}

// Light is the palette for the bright theme. Unknown or empty tone names give the usual tone.
func Light(skin, hair string) Palette {
	p := Palette{}
	p.role = [roleCount]color.NRGBA{
		RoleMat:      hex(0xbcd8cd),
		RoleMatEdge:  hex(0x9fc3b6),
		RoleGround:   {0x5d, 0x7d, 0x74, 0x1c},
		RoleShadow:   {0x1f, 0x45, 0x48, 0xff},
		RoleProp:     hex(0xc79e6b),
		RolePropDark: hex(0xa67f50),
		RolePropSoft: hex(0xe6dccb),
		RoleStrap:    hex(0xb4587c),
		RoleGhost:    {0x56, 0x66, 0x78, 0x3c},
		RoleSkin:     toneOf(skin, SkinTones(), 2),
		RoleTop:      hex(0x278f8a),
		RoleTopCool:  hex(0x5488bd),
		RoleBottom:   hex(0x33436b),
		RoleHair:     toneOf(hair, HairTones(), 1),
		RoleShade:    {0x2a, 0x14, 0x34, 0xff},
		RoleLight:    hex(0xffffff),
		RoleGlow:     hex(0xff7a4d),
		RoleArrow:    hex(0xe8643c),
	}
	p.tones()
	return p
}

// Dark is the palette for the dim theme. Unknown or empty tone names give the usual tone.
func Dark(skin, hair string) Palette {
	p := Light(skin, hair)
	p.role[RoleMat] = hex(0x35524b)
	p.role[RoleMatEdge] = hex(0x2a433d)
	p.role[RoleGround] = color.NRGBA{0xb6, 0xd2, 0xc8, 0x16}
	p.role[RoleShadow] = color.NRGBA{0x05, 0x0c, 0x0e, 0xff}
	p.role[RoleProp] = hex(0x9c774c)
	p.role[RolePropDark] = hex(0x7a5b38)
	p.role[RolePropSoft] = hex(0x5a5147)
	p.role[RoleStrap] = hex(0xc8708f)
	p.role[RoleGhost] = color.NRGBA{0xc9, 0xd4, 0xde, 0x36}
	p.role[RoleTop] = hex(0x35a29b)
	p.role[RoleTopCool] = hex(0x6798c9)
	p.role[RoleBottom] = hex(0x5166a0)
	p.role[RoleArrow] = hex(0xf07a50)
	p.role[RoleGlow] = hex(0xff8657)
	p.role[RoleHair] = lift(p.role[RoleHair], 0.10)
	p.tones()
	return p
}

// tones derives what lies behind the body: the same colour, deeper and a little cooler, never grey.
func (p *Palette) tones() {
	for i, c := range p.role {
		p.far[i] = deepen(c)
	}
}

func deepen(c color.NRGBA) color.NRGBA {
	h, s, l := hsl(c)
	return fromHSL(math.Mod(h+5.94, 6), s*0.84, l*0.89, c.A)
}

// lift makes a colour lighter so that it stands out of a dark ground.
func lift(c color.NRGBA, by float64) color.NRGBA {
	h, s, l := hsl(c)
	return fromHSL(h, s*0.8, math.Min(0.9, l+by), c.A)
}

// Color is the colour of a shape, before its alpha.
func (p *Palette) Color(sh *Shape) color.NRGBA {
	a, b := p.role[sh.Role], p.far[sh.Role]
	if sh.Far <= 0 {
		return a
	}
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*sh.Far)) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}

func hsl(c color.NRGBA) (h, s, l float64) {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	hi, lo := math.Max(r, math.Max(g, b)), math.Min(r, math.Min(g, b))
	l = (hi + lo) / 2
	d := hi - lo
	if d == 0 {
		return 0, 0, l
	}
	s = d / (1 - math.Abs(2*l-1))
	switch hi {
	case r:
		h = math.Mod((g-b)/d+6, 6)
	case g:
		h = (b-r)/d + 2
	default:
		h = (r-g)/d + 4
	}
	return h, s, l
}

func fromHSL(h, s, l float64, a uint8) color.NRGBA {
	c := (1 - math.Abs(2*l-1)) * s
	x := c * (1 - math.Abs(math.Mod(h, 2)-1))
	m := l - c/2
	var r, g, b float64
	switch int(h) % 6 {
	case 0:
		r, g = c, x
	case 1:
		r, g = x, c
	case 2:
		g, b = c, x
	case 3:
		g, b = x, c
	case 4:
		r, b = x, c
	default:
		r, b = c, x
	}
	u := func(v float64) uint8 { return uint8(math.Round(clamp(v+m, 0, 1) * 255)) }
	return color.NRGBA{u(r), u(g), u(b), a}
}
