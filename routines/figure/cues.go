package figure

import (
	"slices"
	"strings"
)

// Where things that are not the body stand from far to near; the body's own keys are its depths.
const (
	keyFloor  = -100
	keyMat    = -90
	keyShadow = -80
	keyProp   = -70
	keyGhost  = -75
	keyFeel   = 60
	keyBefore = 64 // a prop that stands before the figure
	keyNear   = 65
	keyArrow  = 70
)

// ghostOf draws the start pose as one flat silhouette.
func (b *builder) ghostOf(g *rig, who int, swapped bool, fade float64) {
	way := 0
	q := &g.poses[g.start]
	if swapped {
		way, q = 1, &g.mirrored[g.start]
	}
	b.begin(RoleGhost, Over, 0, fade, keyGhost)
	// The ghost never moves, so its outline is kept and only turned with the picture.
	kept := &g.ghosts[who][way]
	if len(kept.pts) == 0 {
		m := only(q)
		sk := solve(&m, g.setFor(swapped))
		flip := b.cam.flip
		first, from := len(b.scene.contours), len(b.scene.pts)
		b.ghost, b.cam.flip, b.coarse = true, 1, 2
		b.body(&sk, 0)
		b.ghost, b.cam.flip, b.coarse = false, flip, 0
		kept.pts = slices.Clone(b.scene.pts[from:])
		for _, c := range b.scene.contours[first:] {
			kept.contours = append(kept.contours, c-from)
		}
		b.scene.pts, b.scene.contours = b.scene.pts[:from], b.scene.contours[:first]
		b.scene.Shapes[len(b.scene.Shapes)-1].bounds = emptyRect()
	}
	sh := &b.scene.Shapes[len(b.scene.Shapes)-1]
	from := len(b.scene.pts)
	for _, c := range kept.contours {
		b.scene.contours = append(b.scene.contours, c+from)
	}
	for _, p := range kept.pts {
		p.X *= b.cam.flip
		b.scene.pts = append(b.scene.pts, p)
		sh.bounds = sh.bounds.with(p)
	}
	sh.last = len(b.scene.contours)
	sh.kept, sh.keptFlip = kept, b.cam.flip
}

// feel lights the places the stretch is felt, inside the body only.
func (b *builder) feel(g *rig, sk *skeleton, swapped bool) {
	for _, name := range g.f.Feel {
		if swapped {
			name = otherSide(name)
		}
		at, out, ok := sk.point(name, right)
		if !ok {
			continue
		}
		// What faces away is lit at the rim of the body it lies behind, or not at all.
		away := b.cam.depth(out)
		hidden := smooth(0.05, 0.5, away)
		b.begin(RoleGlow, Glow, 0, 1-smooth(0.55, 0.85, away), b.feelKey(sk, name))
		r := 0.050
		if _, place := sideOf(name, right); strings.HasPrefix(place, "neck") || place == "throat" {
			r = 0.034
		}
		b.hull(b.ball(at.sub(out.mul(0.44*r*(1-1.6*hidden))), r))
	}
}

// feelKey places a glow on its own part of the body, so that an arm that passes before it stays clean.
func (b *builder) feelKey(sk *skeleton, name string) float64 {
	const just = 0.0009
	side, place := sideOf(name, right)
	thigh, shank := b.legKeys(sk, side)
	trunk := b.trunkKey(sk)
	part, _, _ := strings.Cut(place, "_")
	switch part {
	case "head", "forehead", "chin":
		return b.headKey(sk) + just
	case "knee":
		return max(thigh, shank) + just
	case "thigh":
		return thigh + just
	case "shin", "calf", "ankle", "heel", "foot", "sole", "toes":
		return shank + just
	case "hip", "glute", "seat", "waist":
		return max(thigh, trunk) + just
	case "upper":
		if place == "upper_back" {
			return trunk + just
		}
		return keyFeel
	case "elbow", "forearm", "wrist", "hand", "palm":
		return keyFeel
	case "shoulder", "armpit":
		sh, elbow := sk.at(JointShoulder, side), sk.at(JointElbow, side)
		return max(trunk, -b.cam.depth(sh.to(elbow, 0.6))) + just
	}
	return trunk + just
}
