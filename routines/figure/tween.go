package figure

import "math"

func (m *mix) each(f func(q *full, w float64)) {
	for i := range m.n {
		if m.w[i] != 0 {
			f(m.q[i], m.w[i])
		}
	}
}

func (m *mix) strongest() *full {
	best := 0
	for i := range m.n {
		if m.w[i] > m.w[best] {
			best = i
		}
	}
	return m.q[best]
}

// number mixes one number of the poses.
func (m *mix) number(of func(*full) float64) float64 {
	sum := 0.0
	for i := range m.n {
		sum += m.w[i] * of(m.q[i])
	}
	return sum
}

// angle mixes one angle of the poses the shortest way round, in degrees.
func (m *mix) angle(of func(*full) float64) float64 {
	from := of(m.q[0])
	sum := from
	for i := 1; i < m.n; i++ {
		sum += m.w[i] * shortest(of(m.q[i])-from)
	}
	return sum
}

// shortest is the same turn, by at most half a circle. Exactly half a circle keeps its sense, so a
// file decides which way an arm goes from down (180) to up (0 or 360).
func shortest(d float64) float64 {
	if math.Abs(d) <= 180 {
		return d
	}
	return math.Remainder(d, 360)
}

// blend mixes everything but the limbs.
func (m *mix) blend() full {
	q := *m.strongest()
	q.roll = m.angle(func(p *full) float64 { return p.roll })
	q.face = m.angle(func(p *full) float64 { return p.face })
	q.pelvis = Vec{
		m.number(func(p *full) float64 { return p.pelvis.X }),
		m.number(func(p *full) float64 { return p.pelvis.Y }),
		m.number(func(p *full) float64 { return p.pelvis.Z }),
	}
	q.pelvisTurn = m.angle(func(p *full) float64 { return p.pelvisTurn })
	q.lumbar = m.angle(func(p *full) float64 { return p.lumbar })
	q.chest = m.angle(func(p *full) float64 { return p.chest })
	q.neck = m.angle(func(p *full) float64 { return p.neck })
	q.head = m.angle(func(p *full) float64 { return p.head })
	q.bend = m.angle(func(p *full) float64 { return p.bend })
	q.turn = m.angle(func(p *full) float64 { return p.turn })
	q.headTurn = m.angle(func(p *full) float64 { return p.headTurn })
	q.headTilt = m.angle(func(p *full) float64 { return p.headTilt })
	return q
}

// limb mixes one limb. alike says that every pose holds it the same way, so that the mixed
// numbers are the limb; otherwise each pose's own end point has to be found and mixed.
func (m *mix) limb(of func(*full) *limb) (l limb, alike bool) {
	l, alike = *of(m.strongest()), true
	for i := range m.n {
		o := of(m.q[i])
		if m.w[i] != 0 && (o.hold != l.hold || o.on != l.on || o.withChest != l.withChest ||
			o.hasPole != l.hasPole || o.hasC != l.hasC) {
			alike = false
		}
	}
	if !alike {
		return l, false
	}
	head := func(pick func(*limb) heading) heading {
		return heading{
			pitch: m.angle(func(q *full) float64 { return pick(of(q)).pitch }),
			out:   m.angle(func(q *full) float64 { return pick(of(q)).out }),
		}
	}
	l.a = head(func(l *limb) heading { return l.a })
	l.b = head(func(l *limb) heading { return l.b })
	l.c = head(func(l *limb) heading { return l.c })
	l.pole = head(func(l *limb) heading { return l.pole })
	l.pin = Vec{
		m.number(func(q *full) float64 { return of(q).pin.X }),
		m.number(func(q *full) float64 { return of(q).pin.Y }),
		m.number(func(q *full) float64 { return of(q).pin.Z }),
	}
	return l, true
}
