package figure

import (
	"math"
	"slices"

	"catcow/routines/message"
)

// How says how a handle is moved.
type How struct {
	// Both lets the other side do the same, where both sides are each other's mirror image before.
	Both bool
	// Turn turns what a handle in the middle is of, instead of moving it: the head, the chest against the hips, or the
	// hips against the feet.
	Turn bool
}

// Felt is what a person feels who moves a handle.
type Felt struct {
	// Limit says in words what keeps the handle from going farther. Its ID is "" where nothing does.
	Limit message.Message
	// LetGo reports whether the handle would go on if it were let go of what it is planted on, pinned to or rests on.
	LetGo bool
}

// Free reports whether the handle went all the way.
func (t Felt) Free() bool { return t.Limit.ID == "" }

// Grip is a handle of a pose held. Every place it is moved to counts from where it was taken hold of, so that going
// back there takes everything back.
type Grip struct {
	f      *Figure
	pose   int
	handle Handle
	how    How
	both   bool // the other side does the same
	cam    camera
	set    *setting
	all    []full
	from   full     // what the pose starts from
	q      full     // the pose as it was
	s      skeleton // and its body
	at     Pt       // where the handle was
	was    findings // what was wrong already
}

// Grab takes hold of a handle of a key pose (from 0) on the picture with these options. It is nil for a pose the
// figure does not have. A figure that [Figure.Check] has nothing against is expected; it is not changed.
func (f *Figure) Grab(pose int, h Handle, how How, o Options) *Grip {
	all := f.resolve()
	if pose < 0 || pose >= len(f.Poses) || h >= handleCount {
		return nil
	}
	g := &Grip{f: f, pose: pose, handle: h, how: how, cam: f.cameraFor(o), set: f.setting(), all: all, q: all[pose]}
	g.from = f.startOf(all, pose)
	m := only(&g.q)
	g.s = solve(&m, g.set)
	g.both = how.Both && h >= HandleLeftElbow && g.q.mirrors(h)
	g.at = g.cam.flat(g.s.handle(h))
	g.was = g.wrong(&g.q)
	return g
}

// At is where the handle was taken hold of.
func (g *Grip) At() Pt { return g.at }

// Drag moves a handle of a key pose to a place on the picture, as far as the body goes; see [Figure.Grab] and [Grip.To].
func (f *Figure) Drag(pose int, h Handle, to Pt, how How, o Options) (*Figure, Felt) {
	g := f.Grab(pose, h, how, o)
	if g == nil {
		return f, Felt{}
	}
	return g.To(to)
}

// near is how far from the pointer a handle may stay without anything being felt, in statures: what rounding costs.
const near = 0.012

// To moves the handle to a place on the picture, or as near to it as the body lets it. The other poses stay as they are;
// hands and feet that are planted or pinned stay where they are, bones keep their length, and nothing that [Figure.Verify]
// finds wrong in a pose comes to be wrong, or worse than it was. What changes is in whole degrees and steps of 0.005
// statures. Felt says what kept the handle from the place.
func (g *Grip) To(to Pt) (*Figure, Felt) {
	if to == g.at || math.IsNaN(to.X+to.Y) {
		return g.f, Felt{}
	}
	// Beyond arm's length a direction is all there is.
	to = Pt{clamp(to.X, g.at.X-2, g.at.X+2), clamp(to.Y, g.at.Y-2, g.at.Y+2)}
	q, why, stopped := g.reach(to)
	felt := Felt{}
	m := only(&q)
	s := solve(&m, g.set)
	end := g.cam.flat(s.handle(g.handle))
	switch off := math.Hypot(end.X-to.X, end.Y-to.Y); {
	case g.how.Turn && stopped == nil && why == "":
	case !g.how.Turn && off <= near:
	case stopped != nil:
		felt.Limit, felt.LetGo = sayLimit(*stopped), g.letsGo(*stopped)
	default:
		felt.Limit, felt.LetGo = g.sayWhy(why), why == planted || why == resting || why == onBody
	}
	if q.same(&g.q) {
		return g.f, felt
	}
	return g.f.put(g.all, g.pose, q), felt
}

// reach is the pose with the handle as near to a place as the body lets it, and what stopped it.
func (g *Grip) reach(to Pt) (full, why, *finding) {
	q, note := g.move(to)
	stopped := g.adds(&q)
	if stopped == nil {
		return q, note, nil
	}
	// It may only be that it was rounded the wrong way.
	for _, by := range []Pt{{0, hair}, {0, -hair}, {hair, 0}, {-hair, 0}} {
		if g.handle < HandleHips {
			break
		}
		if q, note := g.move(Pt{to.X + by.X, to.Y + by.Y}); g.adds(&q) == nil {
			return q, note, nil
		}
	}
	if g.handle < HandleHips {
		return g.partly(&q), note, stopped
	}
	// As far as it goes on the straight way, and from there along one axis of the picture and the other: a hand that is
	// stopped by the floor slides along it.
	best, note, at := g.along(g.at, to)
	for _, corner := range []Pt{{to.X, at.Y}, {at.X, to.Y}} {
		if math.Hypot(corner.X-at.X, corner.Y-at.Y) < near {
			continue
		}
		if next, n, there := g.along(at, corner); far(there, to) < far(at, to)-1e-4 {
			best, note, at = next, n, there
		}
	}
	return best, note, stopped
}

// hair is how far beside a place a handle is tried before the body is said to stop it, in statures.
const hair = 0.006

func far(a, b Pt) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// along is the last sound pose on the straight way between two places, the first of which is sound.
func (g *Grip) along(from, to Pt) (full, why, Pt) {
	way := func(k float64) Pt { return Pt{from.X + (to.X-from.X)*k, from.Y + (to.Y-from.Y)*k} }
	best, note := g.move(from)
	lo, hi := 0.0, 1.0
	for range 7 {
		k := (lo + hi) / 2
		q, n := g.move(way(k))
		if g.adds(&q) == nil {
			best, note, lo = q, n, k
		} else {
			hi = k
		}
	}
	return best, note, way(lo)
}

// partly is the last sound pose on the way to one in which the trunk or head is bent too far.
func (g *Grip) partly(end *full) full {
	best, lo, hi := g.q, 0.0, 1.0
	for range 7 {
		k := (lo + hi) / 2
		q := *end
		for _, v := range [][2]*float64{
			{&q.lumbar, &g.q.lumbar}, {&q.chest, &g.q.chest}, {&q.neck, &g.q.neck}, {&q.head, &g.q.head}, {&q.bend, &g.q.bend},
			{&q.turn, &g.q.turn}, {&q.headTilt, &g.q.headTilt}, {&q.headTurn, &g.q.headTurn},
		} {
			if was := *v[1]; *v[0] != was {
				*v[0] = wholeDegree(was + k*shortest(*v[0]-was))
			}
		}
		for _, v := range [][2]*float64{{&q.pelvis.X, &g.q.pelvis.X}, {&q.pelvis.Z, &g.q.pelvis.Z}} {
			if was := *v[1]; *v[0] != was {
				*v[0] = fineStep(was + k*(*v[0]-was))
			}
		}
		if g.adds(&q) == nil {
			best, lo = q, k
		} else {
			hi = k
		}
	}
	return best
}

// strict is the part of the slack of pins and contacts that a drag may use, so that what is planted stays within 0.004.
const strict = 0.4

// wrong is all that is wrong with a posture, side by side and with what follows from something else.
func (g *Grip) wrong(q *full) findings {
	var l findings
	m := only(q)
	s := solve(&m, g.set)
	l.pins(&s, &m, pinSlack*strict)
	l.contacts(&s, &m, contactSlack*strict)
	l.floor(&s)
	l.joints(&s)
	l.trunk(&s)
	if g.f.stands() {
		l.balance(&s, &m)
	}
	return l
}

// adds is the first thing wrong with a posture that was not wrong before, or not as much.
func (g *Grip) adds(q *full) *finding {
	for _, w := range g.wrong(q) {
		at := slices.IndexFunc(g.was, w.of)
		if at >= 0 && w.size <= g.was[at].size+g.worse(w) {
			continue
		}
		return &w
	}
	return nil
}

// worse is by how much something that is wrong already may become worse: what rounding costs, unless it is just
// within what counts as sound.
func (g *Grip) worse(w finding) float64 {
	switch {
	case w.most > 0:
		return 0.5
	case w.wrong == tooFar || w.wrong == tooClose || w.wrong == offContact || w.wrong == inContact:
		if w.size > pinSlack-0.0005 {
			return 1e-6
		}
		return 0.002
	}
	return 1e-3
}

// move is the pose with the handle at a place, however the body likes it.
func (g *Grip) move(to Pt) (full, why) {
	if to == g.at {
		return g.q, ""
	}
	q := g.q
	q.contacts = slices.Clone(g.q.contacts)
	var note why
	switch h := g.handle; {
	case g.how.Turn && h < HandleLeftElbow:
		note = g.turn(&q, to)
	case h == HandleHead:
		note = g.moveHead(&q, to)
	case h == HandleChest:
		note = g.moveChest(&q, to)
	case h == HandleWaist:
		note = g.moveWaist(&q, to)
	case h == HandleHips:
		note = g.moveHips(&q, to)
	case h.Ends():
		note = g.moveEnd(&q, to)
	default:
		note = g.moveMiddle(&q, to)
	}
	if g.both {
		q.alike(g.handle)
		q.sayable(&g.from, g.set)
	}
	return q, note
}

// mirrors reports whether the limb with a handle and the other side's are each other's mirror image.
func (q *full) mirrors(h Handle) bool {
	a, b := q.end(h).plain(), q.end(h.Other()).plain()
	b.on, b.layer = otherSide(b.on), a.layer
	return a == b
}

// alike lets the limb of the other side do what the one with the handle does.
func (q *full) alike(h Handle) {
	side := h.side()
	from, to := &q.leg[side], &q.leg[1-side]
	if h.arm() {
		from, to = &q.arm[side], &q.arm[1-side]
	}
	layer := to.layer
	*to = *from
	to.layer, to.on = layer, otherSide(from.on)
	q.contacts = bothRest(q.contacts, h)
}

// bothRest is contacts in which the other side of a limb rests as this one does.
func bothRest(contacts []string, h Handle) []string {
	var out []string
	mine := map[string]bool{}
	var ones []string
	for _, c := range contacts {
		parts := partsOf(c)
		if parts[0].whose == noSide || !ofLimb(parts[0].one, h) {
			out = append(out, c)
			continue
		}
		for _, p := range parts {
			if p.whose == h.side() && !mine[p.one] {
				mine[p.one] = true
				ones = append(ones, p.one)
			}
		}
	}
	for _, one := range ones {
		out = append(out, pluralOf(one))
	}
	return out
}

// ofLimb reports whether a part of a contact belongs to an arm or to a leg, as the handle does.
func ofLimb(one string, h Handle) bool {
	switch one {
	case "hand", "elbow":
		return h.arm()
	case "shoulder", "hip":
		return false
	}
	return !h.arm()
}

func pluralOf(one string) string {
	if one == "foot" {
		return "feet"
	}
	return one + "s"
}
