package figure

import "math"

// Vec is a point or direction in statures: X forward, Y up, Z to the figure's left.
type Vec struct{ X, Y, Z float64 }

func (a Vec) add(b Vec) Vec           { return Vec{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }
func (a Vec) sub(b Vec) Vec           { return Vec{a.X - b.X, a.Y - b.Y, a.Z - b.Z} }
func (a Vec) mul(k float64) Vec       { return Vec{a.X * k, a.Y * k, a.Z * k} }
func (a Vec) dot(b Vec) float64       { return a.X*b.X + a.Y*b.Y + a.Z*b.Z }
func (a Vec) len() float64            { return math.Sqrt(a.dot(a)) }
func (a Vec) to(b Vec, k float64) Vec { return a.add(b.sub(a).mul(k)) }

// cross follows the axes as they are (forward × up = left), so it serves every frame here.
func (a Vec) cross(b Vec) Vec {
	return Vec{a.Y*b.Z - a.Z*b.Y, a.Z*b.X - a.X*b.Z, a.X*b.Y - a.Y*b.X}
}

// unit is a at length 1, or zero where a has no direction.
func (a Vec) unit() Vec {
	l := a.len()
	if l < 1e-12 {
		return Vec{}
	}
	return a.mul(1 / l)
}

// off is the part of a that is square to the unit vector n.
func (a Vec) off(n Vec) Vec { return a.sub(n.mul(a.dot(n))) }

// frame is three unit vectors square to each other.
type frame struct{ front, up, left Vec }

// in is v, measured along the frame's axes, as a vector of the room.
func (f frame) in(v Vec) Vec {
	return f.front.mul(v.X).add(f.up.mul(v.Y)).add(f.left.mul(v.Z))
}

// of is the room's vector v, measured along the frame's axes.
func (f frame) of(v Vec) Vec { return Vec{v.dot(f.front), v.dot(f.up), v.dot(f.left)} }

// turned is the frame turned about its own up axis, deg degrees to the left.
func (f frame) turned(deg float64) frame {
	s, c := sincos(deg)
	return frame{
		front: f.front.mul(c).add(f.left.mul(s)),
		up:    f.up,
		left:  f.left.mul(c).sub(f.front.mul(s)),
	}
}

// pitched is a frame whose up axis has this pitch in the sagittal plane and leans to the left by bend.
func pitched(pitch, bend float64) frame {
	sp, cp := sincos(pitch)
	sb, cb := sincos(bend)
	up := Vec{sp, cp, 0}
	z := Vec{0, 0, 1}
	return frame{
		front: Vec{cp, -sp, 0},
		up:    up.mul(cb).add(z.mul(sb)),
		left:  z.mul(cb).sub(up.mul(sb)),
	}
}

func sincos(deg float64) (s, c float64) { return math.Sincos(deg * math.Pi / 180) }

func degrees(rad float64) float64 { return rad * 180 / math.Pi }

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }

// smooth rises from 0 at lo to 1 at hi without a corner.
func smooth(lo, hi, v float64) float64 {
	t := clamp((v-lo)/(hi-lo), 0, 1)
	return t * t * (3 - 2*t)
}

// angleBetween is the angle in degrees between two directions.
func angleBetween(a, b Vec) float64 {
	return degrees(math.Acos(clamp(a.unit().dot(b.unit()), -1, 1)))
}
