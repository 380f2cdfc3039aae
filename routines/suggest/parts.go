package suggest

import (
	"slices"
	"time"

	"catcow/routines/advice"
	"catcow/routines/exercise"
)

// part is a phase of a suggested routine: what it is for, how much of the time it gets, and its exercises, those worth
// most first.
type part struct {
	name  string // the end of the id of its name
	kind  exercise.Kind
	share int           // of the time, beside the shares of the others
	from  time.Duration // shorter routines do without
	pool  []string
}

// The lengths from which a routine has a phase. Both sides of a hold and the minute of movement before it take two
// minutes, so that a routine that can be halved has holds from four.
const (
	always   = 0
	forHolds = 4 * time.Minute
	forWork  = 6 * time.Minute
	forRest  = 8 * time.Minute
	forLong  = 15 * time.Minute

	// forSecond is when there is time for a second round of each hold, which makes the 60 s for each muscle that
	// are advised (Garber 2011), and for a second rest.
	forSecond = 20 * time.Minute
)

// parts are the phases for each purpose, in playing order: movement, strength, holds, rest. Nothing bends far in the
// morning (Snook 1998), and nothing is held before sport (Kay 2012, Behm 2016).
var parts = map[Purpose][]part{
	Mornings: {
		{"move", exercise.Dynamic, 7, always, []string{
			"march-in-place", "cat-cow", "torso-rotation", "hip-circles", "side-lunge-twist", "arm-swing-rotation", "hip-opener",
			"standing-side-bend", "open-book", "seated-cat-cow", "wall-angels", "shoulder-rolls", "overhead-reach", "pelvic-tilt",
			"standing-back-extension", "thread-the-needle", "scapular-squeeze"}},
		{"strength", exercise.Strength, 2, forLong, []string{"glute-bridge", "bird-dog", "dead-bug"}},
		{"hold", exercise.Static, 2, forLong, []string{"hip-flexor-lunge", "supine-twist", "sphinx", "doorway-chest", "seated-side-bend", "seated-twist-chair"}},
	},
	Desk: {
		{"move", exercise.Dynamic, 6, always, []string{
			"torso-rotation", "standing-back-extension", "hip-opener", "seated-cat-cow", "scapular-squeeze", "march-in-place",
			"standing-side-bend", "shoulder-rolls", "overhead-reach", "hip-circles", "chin-tucks", "wall-angels",
			"chair-thoracic-extension", "hip-hinge"}},
		{"hold", exercise.Static, 4, forHolds, []string{
			"seated-twist-chair", "seated-figure-four", "doorway-chest", "seated-side-bend", "standing-hamstring", "neck-side-stretch"}},
	},
	BeforeSport: {
		{"move", exercise.Dynamic, 7, always, []string{
			"march-in-place", "arm-swing-rotation", "hip-hinge", "worlds-greatest", "side-lunge-twist", "cat-cow", "leg-swings",
			"hip-opener", "standing-trunk-twist", "torso-circles", "standing-side-bend", "inchworm", "torso-rotation", "seated-cat-cow"}},
		{"strength", exercise.Strength, 3, forWork, []string{"glute-bridge", "bird-dog", "side-plank", "dead-bug", "plank"}},
	},
	AfterSport: {
		{"move", exercise.Dynamic, 2, always, []string{"march-in-place", "cat-cow", "hip-circles", "seated-cat-cow", "torso-rotation", "knee-rocks"}},
		{"hold", exercise.Static, 7, always, []string{
			"hip-flexor-lunge", "hamstring-release", "supine-twist", "figure-four", "childs-pose", "downward-dog", "seated-figure-four",
			"standing-hamstring", "seated-twist-chair", "doorway-chest", "butterfly", "ql-side-sit", "seated-side-bend"}},
		{"rest", exercise.Release, 1, forRest, []string{"foam-roll-glutes", "rest-90-90", "legs-up-wall"}},
	},
	Evening: {
		{"move", exercise.Dynamic, 3, always, []string{"knee-rocks", "cat-cow", "pelvic-tilt", "open-book", "seated-cat-cow", "torso-rotation", "hip-circles"}},
		{"hold", exercise.Static, 6, always, []string{
			"supine-twist", "childs-pose", "hamstring-release", "figure-four", "butterfly", "single-knee-to-chest", "seated-twist-chair",
			"seated-figure-four", "seated-side-bend", "neck-side-stretch", "seated-forward-fold", "knees-to-chest"}},
		{"rest", exercise.Release, 2, forWork, []string{"rest-90-90", "legs-up-wall"}},
	},
	BackStrength: {
		{"move", exercise.Dynamic, 3, always, []string{
			"cat-cow", "hip-hinge", "pelvic-tilt", "torso-rotation", "seated-cat-cow", "march-in-place", "standing-side-bend", "scapular-squeeze"}},
		{"strength", exercise.Strength, 4, always, []string{"bird-dog", "glute-bridge", "dead-bug", "side-plank", "swimming", "plank"}},
		{"hold", exercise.Static, 3, forWork, []string{
			"hip-flexor-lunge", "supine-twist", "childs-pose", "figure-four", "sphinx", "seated-twist-chair", "seated-figure-four"}},
	},
	JustMove: {
		{"move", exercise.Dynamic, 5, always, []string{
			"torso-rotation", "cat-cow", "hip-opener", "seated-cat-cow", "standing-side-bend", "hip-circles", "arm-swing-rotation",
			"march-in-place", "standing-back-extension", "side-lunge-twist", "overhead-reach", "hip-hinge", "scapular-squeeze"}},
		{"strength", exercise.Strength, 2, forLong, []string{"glute-bridge", "bird-dog", "dead-bug"}},
		{"hold", exercise.Static, 5, forHolds, []string{
			"supine-twist", "childs-pose", "hip-flexor-lunge", "hamstring-release", "figure-four", "seated-twist-chair", "seated-figure-four",
			"doorway-chest", "seated-side-bend", "seated-forward-fold"}},
		{"rest", exercise.Release, 1, forLong, []string{"foam-roll-upper-back", "rest-90-90", "legs-up-wall"}},
	},
}

// choice is a part with the exercises that may be used, those worth most first.
type choice struct {
	part
	pool []*exercise.Exercise
}

// goodFor are the words of exercise.Purposes that make any other exercise fit for a purpose.
var goodFor = map[Purpose][]string{
	Mornings:     {"morning", "warm-up", "strength"},
	Desk:         {"desk", "micro-break", "on-the-go"},
	BeforeSport:  {"warm-up", "strength"},
	AfterSport:   {"cool-down", "post-run"},
	Evening:      {"evening", "cool-down", "rest-day"},
	BackStrength: {"strength", "rehab", "warm-up", "cool-down"},
	JustMove:     exercise.Purposes,
}

// choices are the parts for the answers that have anything left. What else the catalogue ships for the purpose follows
// the exercises chosen for it, so that a long routine or one with many cautions has enough; what is only the easier way
// of another comes late.
func (m *maker) choices() []choice {
	var out []choice
	for _, p := range parts[m.a.For] {
		c := choice{part: p}
		var later []*exercise.Exercise
		for _, id := range p.pool {
			e := m.cat.Get(id)
			switch {
			case e == nil || e.Kind != c.kind || !m.mayUse(e):
			case slices.ContainsFunc(c.pool, func(o *exercise.Exercise) bool { return o.Easier.Exercise == id || e.Easier.Exercise == o.ID }):
				later = append(later, e)
			default:
				c.pool = append(c.pool, e)
			}
		}
		c.pool = append(c.pool, later...)
		for _, e := range m.cat.All() {
			if e.Source == exercise.Shipped && e.Kind == c.kind && m.good(e) && !slices.Contains(c.pool, e) && m.mayUse(e) {
				c.pool = append(c.pool, e)
			}
		}
		c.pool = varied(c.pool)
		if c.kind == exercise.Release && m.a.Length < forSecond {
			c.pool = c.pool[:min(len(c.pool), 1)]
		}
		if len(c.pool) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// varied puts the first exercise that moves the back another way behind the first that moves it one way only, so that
// not even a short routine goes in one direction.
func varied(pool []*exercise.Exercise) []*exercise.Exercise {
	one := slices.IndexFunc(pool, func(e *exercise.Exercise) bool { return len(advice.Directions(e)) > 0 })
	if one < 0 {
		return pool
	}
	first := advice.Directions(pool[one])
	second := slices.IndexFunc(pool, func(e *exercise.Exercise) bool {
		d := advice.Directions(e)
		return len(d) > 0 && !slices.Equal(d, first)
	})
	if len(first) > 1 || second < 0 {
		return pool
	}
	other := pool[second]
	return slices.Insert(slices.Delete(slices.Clone(pool), second, second+1), one+1, other)
}

// good reports whether an exercise is fit for the purpose. What is fit for a desk is gentle enough for any, and there is
// little else where the floor is out of reach.
func (m *maker) good(e *exercise.Exercise) bool {
	return overlap(e.GoodFor, goodFor[m.a.For]) || m.a.Place != Floor && overlap(e.GoodFor, goodFor[Desk])
}

// mayUse reports whether an exercise suits the person and the purpose.
func (m *maker) mayUse(e *exercise.Exercise) bool {
	switch {
	case !m.a.Suits(e) || e.Breath == "":
		return false
	case m.a.For == Mornings:
		return !slices.Contains(e.Load, "flexion-end")
	case m.a.For == Desk:
		return !e.Position.OnFloor() && !slices.Contains(e.Equipment, "mat")
	}
	return true
}
