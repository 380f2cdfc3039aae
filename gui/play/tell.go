package play

import (
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// intoHold is how long the figure takes to go into a hold.
const intoHold = 2500 * time.Millisecond

// rollFor is one roll there and back: foam-rolling studies use strokes of 2 to 4 s (Behm, J Strength Cond Res 2020).
const rollFor = 8 * time.Second

// rolls reports whether an exercise moves for as long as it is held: a release over a roller or a ball has two ends to
// roll between, a rest has none.
func rolls(e *exercise.Exercise) bool {
	return e.Kind == exercise.Release && e.Figure != nil && len(e.Figure.Poses) > 1
}

// told is a moment of a session in words, numbers and a shot of the figure: everything the screen shows of it.
type told struct {
	kind  exercise.Kind
	phase string

	title, sub string
	side       string // "Left side", or ""
	sides      int    // how many turns this exercise has, 0 where it has no sides
	turn       int    // which of them it is, from 0

	fraction   float64
	big, small string
	breath     float64 // 0 to 1, below 0 where none is paced

	exercise *exercise.Exercise
	note     string // what the routine says at this step
	shot     parts.Shot
	getReady bool

	next next
}

// next is what comes after.
type next struct {
	exercise *exercise.Exercise // nil at the end
	side     plan.Side
	title    string
	line     string
}

// tell puts a view into words. With paced breath a hold says when to breathe in and out.
func tell(v session.View, paced bool) told {
	g := v.Current()
	t := told{kind: parts.KindAt(v), phase: v.Plan.Phases[g.Phase].Name, exercise: g.Exercise, note: g.Note, breath: -1}
	t.title = g.Exercise.Name
	t.turn, t.sides = turnOf(v.Plan, v.Segment)
	t.side = sideName(g.Side)
	if t.side == "" {
		t.sides = 0
	}
	t.shot = parts.Shot{Exercise: g.Exercise, Side: g.Side, Moment: figure.Still(), Preview: true}
	t.big = seconds(v.Left)
	if g.Length > 0 {
		t.fraction = float64(v.Elapsed) / float64(g.Length)
	}
	switch g.Kind {
	case plan.Work:
		t.work(v, g, paced)
	case plan.Rest:
		t.sub, t.small = join(look.T("play.rest", "Rest"), t.part(v)), look.T("play.rest-short", "rest")
		t.shot.Preview, t.shot.Moment = false, figure.Holding(0, 0)
		t.fraction = 1 - t.fraction
	case plan.Switch:
		t.sub = join(look.T("play.change-sides", "Change sides"), t.side, t.part(v))
		t.small, t.getReady = look.T("play.change-sides-short", "change sides"), true
		t.fraction = 1 - t.fraction
	default:
		t.sub = join(look.T("play.get-ready", "Get ready"), look.Position(g.Exercise.Position), t.side, needs(g.Exercise))
		t.small, t.getReady = look.T("play.get-ready-short", "get ready"), true
		t.fraction = 1 - t.fraction
	}
	t.next = nextOf(v)
	return t
}

// work fills in repetitions or a hold.
func (t *told) work(v session.View, g plan.Segment, paced bool) {
	t.shot.Preview = false
	if g.Reps > 0 {
		how := look.T("play.slow-reps", "{{.Count}} slow repetitions", map[string]any{"Count": g.Reps})
		if g.Exercise.Dose.Mode == exercise.Alternate {
			how = look.T("play.slow-reps-turns", "{{.Count}} slow repetitions, sides in turn", map[string]any{"Count": g.Reps})
		}
		t.sub = join(how, t.side, t.part(v))
		t.big = strconv.Itoa(max(v.Rep, 1))
		t.small = look.T("play.of-reps", "of {{.N}}", map[string]any{"N": g.Reps})
		t.shot.Moment = figure.Moving(float64(max(v.Rep, 1)-1)+v.RepPhase, 0)
		return
	}
	t.sub = join(held(g.Exercise), t.side, t.part(v))
	t.small = look.T("play.seconds", "seconds")
	full, in := breath(v.Elapsed, g.Length)
	if rolls(g.Exercise) {
		t.shot.Moment = figure.Moving(float64(v.Elapsed)/float64(rollFor), 2*full-1)
	} else {
		t.shot.Moment = figure.Holding(float64(v.Elapsed)/float64(intoHold), 2*full-1)
	}
	if !paced {
		return
	}
	t.breath = full
	t.small = look.T("play.breathe-out", "breathe out…")
	if in {
		t.small = look.T("play.breathe-in", "breathe in…")
	}
}

// held is what one does for as long as the seconds count.
func held(e *exercise.Exercise) string {
	switch {
	case rolls(e):
		return look.T("play.roll", "Roll slowly")
	case e.Kind == exercise.Release:
		return look.T("play.let-go", "Rest and let go")
	}
	return look.T("play.hold", "Hold")
}

// part is "1 of 2", counting the turns of a step, or "".
func (t *told) part(v session.View) string {
	turn, turns := turnOf(v.Plan, v.Segment)
	if turns < 2 {
		return ""
	}
	return look.T("play.turn", "{{.N}} of {{.M}}", map[string]any{"N": turn + 1, "M": turns})
}

// turnOf counts the work segments of the step a segment belongs to: which of them this is, or leads to, and how many
// there are.
func turnOf(p *plan.Plan, segment int) (turn, turns int) {
	g := p.Segments[segment]
	for i, o := range p.Segments {
		if o.Kind != plan.Work || o.Phase != g.Phase || o.Step != g.Step {
			continue
		}
		if i < segment {
			turn++
		}
		turns++
	}
	return min(turn, max(turns-1, 0)), turns
}

// nextOf is what comes after: another step, the other side of this one, an activity or the end.
func nextOf(v session.View) next {
	if v.Next < 0 {
		return next{
			title: look.T("play.then-done", "Then you are done"),
			line:  look.T("play.last-one", "This is the last one"),
		}
	}
	g := v.Plan.Segments[v.Next]
	n := next{exercise: g.Exercise, side: g.Side, title: g.Exercise.Name}
	if g.Kind == plan.ActivitySlot {
		n.line = look.T("play.activity-next", "As long as you need")
		return n
	}
	if now := v.Current(); g.Exercise == now.Exercise && g.Phase == now.Phase && g.Step == now.Step {
		n.title = look.T("play.same-right", "Same, right side")
		if g.Side == plan.SideLeft {
			n.title = look.T("play.same-left", "Same, left side")
		}
	}
	if change := v.Next - 1; change >= 0 && change != v.Segment {
		if c := v.Plan.Segments[change]; c.Kind != plan.Work && c.Length > 0 {
			n.line = look.T("play.to-change", "{{.N}} s to change over", map[string]any{"N": int(c.Length / time.Second)})
		}
	}
	return n
}

// seconds is a countdown: whole seconds, or minutes from 100 s on.
func seconds(left time.Duration) string {
	s := int((max(left, 0) + time.Second - 1) / time.Second)
	if s >= 100 {
		return look.Clock(left)
	}
	return strconv.Itoa(s)
}

// join strings the parts that are there together: "Hold · left side · 1 of 2".
func join(parts ...string) string {
	out := ""
	for i, p := range parts {
		if p == "" {
			continue
		}
		if out != "" {
			out += " · "
		}
		if i > 0 {
			p = lowerFirst(p)
		}
		out += p
	}
	return out
}

// lowerFirst makes the first letter small, unless the word is all capitals.
func lowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); n == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
