package parts

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// Timeline shows every step of a plan in proportion, grouped by phase with names and times, and where the session
// stands. A tap jumps there; the keys for the same are the player's own, so it takes no focus.
type Timeline struct {
	widget.BaseWidget
	// OnJump is told the place in the plan that was tapped; an activity, which takes no time of the plan, by the index
	// of its segment, else -1.
	OnJump func(pos time.Duration, activity int)

	plan    *plan.Plan
	groups  []group
	segment int
	phase   int
	pos     time.Duration
	left    string // the time left in the current phase
	waiting bool
	hover   float32 // where the pointer is, -1 elsewhere
}

// group is a phase and its blocks.
type group struct {
	plan.Phase
	blocks []block
}

// block is a step: its exercise and the time from the end of the step before it to its own end.
type block struct {
	name     string
	from, to time.Duration
	first    int // its first segment
}

var (
	_ fyne.Tappable     = (*Timeline)(nil)
	_ desktop.Hoverable = (*Timeline)(nil)
)

// NewTimeline makes an empty timeline.
func NewTimeline(jump func(pos time.Duration, activity int)) *Timeline {
	t := &Timeline{OnJump: jump, hover: -1}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows where a session stands. Nothing is repainted when the playhead moved by less than half a unit and no word
// changed.
func (t *Timeline) Set(v session.View) {
	phase := len(v.Plan.Phases)
	if v.Segment < len(v.Plan.Segments) {
		phase = v.Plan.Segments[v.Segment].Phase
	}
	left := look.Clock(v.PhaseLeft)
	waiting := v.State == session.Waiting
	if v.Plan == t.plan && phase == t.phase && left == t.left && waiting == t.waiting &&
		abs(t.along(v.Position, phase)-t.along(t.pos, t.phase)) < 0.5 {
		return
	}
	if v.Plan != t.plan {
		t.plan, t.groups = v.Plan, groupsOf(v.Plan)
	}
	t.segment, t.phase, t.pos, t.left, t.waiting = v.Segment, phase, v.Position, left, waiting
	t.Refresh()
}

func groupsOf(p *plan.Plan) []group {
	out := make([]group, len(p.Phases))
	for i, ph := range p.Phases {
		out[i].Phase = ph
	}
	for i := 0; i < len(p.Segments); {
		s := p.Segments[i]
		b := block{from: s.Start, first: i}
		j := i
		for ; j < len(p.Segments) && p.Segments[j].Phase == s.Phase && p.Segments[j].Step == s.Step; j++ {
			b.to = p.Segments[j].End()
			if e := p.Segments[j].Exercise; e != nil {
				b.name = e.Name
			}
		}
		out[s.Phase].blocks = append(out[s.Phase].blocks, b)
		i = j
	}
	return out
}

const (
	phaseGap  = 10
	stepGap   = 3
	stepBar   = 16
	playhead  = 4
	headRise  = 5 // how far the playhead stands out of the bar, above and below
	leastStep = 5
)

// phaseSpans are the left edge and width of each phase at a width.
func (t *Timeline) phaseSpans(width float32) (xs, ws []float32) {
	shares := make([]Share, len(t.groups))
	for i, g := range t.groups {
		shares[i] = Share{g.Name, g.Kind, g.Length}
	}
	ws = spans(shares, width, phaseGap, min(look.Size(120), width*0.13))
	xs = make([]float32, len(ws))
	x := float32(0)
	for i, w := range ws {
		xs[i] = x
		x += w + phaseGap
	}
	return xs, ws
}

// blockSpans are the edges of a phase's blocks within it.
func (g group) blockSpans(width float32) (xs, ws []float32) {
	n := len(g.blocks)
	xs, ws = make([]float32, n), make([]float32, n)
	gap := float32(stepGap)
	if n > 0 && width/float32(n) < leastStep+stepGap {
		gap = 1
	}
	room := width - gap*float32(max(n-1, 0))
	x := float32(0)
	for i, b := range g.blocks {
		xs[i], ws[i] = x, room
		if g.Length > 0 {
			ws[i] = room * float32(b.to-b.from) / float32(g.Length)
		}
		x += ws[i] + gap
	}
	return xs, ws
}

// along is where a place in the plan lies, in the timeline's own units.
func (t *Timeline) along(pos time.Duration, phase int) float32 {
	width := t.Size().Width
	if phase >= len(t.groups) {
		return width
	}
	xs, ws := t.phaseSpans(width)
	g := t.groups[phase]
	bx, bw := g.blockSpans(ws[phase])
	for i, b := range g.blocks {
		if pos > b.to && i < len(g.blocks)-1 {
			continue
		}
		f := float32(0)
		if b.to > b.from {
			f = min(max(float32(pos-b.from)/float32(b.to-b.from), 0), 1)
		}
		return xs[phase] + bx[i] + f*bw[i]
	}
	return xs[phase]
}

// at is the place in the plan under a point, with the name of its exercise.
func (t *Timeline) at(x float32) (pos time.Duration, phase int, name string) {
	xs, ws := t.phaseSpans(t.Size().Width)
	for i, g := range t.groups {
		if x > xs[i]+ws[i]+phaseGap/2 && i < len(t.groups)-1 {
			continue
		}
		bx, bw := g.blockSpans(ws[i])
		for j, b := range g.blocks {
			if x-xs[i] > bx[j]+bw[j]+stepGap/2 && j < len(g.blocks)-1 {
				continue
			}
			f := float32(0)
			if bw[j] > 0 {
				f = min(max((x-xs[i]-bx[j])/bw[j], 0), 1)
			}
			return b.from + time.Duration(float64(f)*float64(b.to-b.from)), i, b.name
		}
		return g.Start, i, g.Name
	}
	return 0, 0, ""
}

// Tapped jumps.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	if t.OnJump == nil || len(t.groups) == 0 {
		return
	}
	pos, phase, _ := t.at(e.Position.X)
	activity := -1
	if g := t.groups[phase]; g.Length == 0 && len(g.blocks) > 0 {
		activity = g.blocks[0].first
	}
	t.OnJump(pos, activity)
}

// MouseIn names what is under the pointer.
func (t *Timeline) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved names what is under the pointer.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) {
	t.hover = e.Position.X
	t.Refresh()
}

// MouseOut shows the phases' names again.
func (t *Timeline) MouseOut() {
	t.hover = -1
	t.Refresh()
}

// CreateRenderer draws the timeline.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	p := &pieces{}
	head, mark := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	head.CornerRadius = playhead / 2
	// All blocks are one picture, painted anew when the playhead moved: as rectangles of their own they would cost a
	// tenth of every frame the figure moves.
	blocks := newRaster()
	var paint blockPainter
	blocks.Generator = func(w, h int) image.Image { return paint.paint(w, h, t) }
	var (
		built *plan.Plan
		names []*canvas.Text
		times []*canvas.Text
		ticks []*canvas.Image
	)
	build := func() {
		built = t.plan
		names, times, ticks = nil, nil, nil
		p.objects = []fyne.CanvasObject{blocks}
		for range t.groups {
			name, clock, tick := canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewImageFromResource(nil)
			tick.FillMode = canvas.ImageFillContain
			names, times, ticks = append(names, name), append(times, clock), append(ticks, tick)
			p.objects = append(p.objects, name, clock, tick)
		}
		p.objects = append(p.objects, mark, head)
	}
	p.restyle = func() {
		if t.plan != built {
			build()
		}
		head.FillColor, mark.FillColor = look.Color(look.Ink), look.Color(look.Quiet)
		Show(mark, t.hover >= 0)
		if s := t.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	p.layout = func(s fyne.Size) {
		xs, ws := t.phaseSpans(s.Width)
		top := fyne.MeasureText("Ág", look.Size(look.Small), fyne.TextStyle{}).Height + look.S1 + headRise
		blocks.Move(fyne.NewPos(0, top))
		blocks.Resize(fyne.NewSize(s.Width, stepBar))
		hoverPhase, hoverName := -1, ""
		if t.hover >= 0 {
			_, hoverPhase, hoverName = t.at(t.hover)
			mark.Move(fyne.NewPos(t.hover-1, top-2))
			mark.Resize(fyne.NewSize(2, stepBar+4))
		}
		for i := range t.groups {
			t.title(i, hoverPhase, hoverName, names[i], times[i], ticks[i], xs[i], ws[i])
		}
		playAt := t.along(t.pos, t.phase)
		head.Move(fyne.NewPos(min(max(playAt-playhead/2, 0), s.Width-playhead), top-headRise))
		head.Resize(fyne.NewSize(playhead, stepBar+2*headRise))
	}
	p.min = func() fyne.Size {
		h := fyne.MeasureText("Ág", look.Size(look.Small), fyne.TextStyle{}).Height
		return fyne.NewSize(240, h+look.S1+stepBar+2*headRise)
	}
	p.restyle()
	return p
}

// title writes a phase's name to the left over its blocks and its time to the right; what has no room is left out.
func (t *Timeline) title(i, hoverPhase int, hoverName string, name, clock *canvas.Text, tick *canvas.Image, x, w float32) {
	g := t.groups[i]
	size := look.Size(look.Small)
	done, current := i < t.phase, i == t.phase
	name.TextSize, clock.TextSize = size, size
	name.TextStyle = fyne.TextStyle{Bold: current || i == hoverPhase}
	name.Color, clock.Color = look.Color(look.Quiet), look.Color(look.Quiet)
	if current {
		name.Color, clock.Color = look.Color(look.Ink), look.Color(look.Ink)
	}
	clock.Text = ""
	if g.Length > 0 {
		clock.Text = look.Clock(g.Length)
		if current && !t.waiting {
			clock.Text = look.T("play.phase-left", "{{.Time}} left", map[string]any{"Time": t.left})
		}
	}
	full := g.Name
	if i == hoverPhase && hoverName != "" {
		full = hoverName
	}
	edge := float32(0)
	tick.Hide()
	if done {
		edge = look.Size(13) + look.S1
		tick.Resource = look.IconIn(look.IconCheck, look.Quiet)
	}
	wc := fyne.MeasureText(clock.Text, size, clock.TextStyle).Width
	wn := fyne.MeasureText(full, size, name.TextStyle).Width
	right := wc + edge
	if right > 0 && wn+look.S2+right > w {
		// The name says more than the time, unless the phase is the one being played.
		if !current || w < wc+look.Size(40) {
			clock.Text, wc, edge, right = "", 0, 0, 0
		}
	}
	name.Text = Shorten(full, size, name.TextStyle, max(w-right-look.S1, 0))
	if w < look.Size(18) {
		name.Text = ""
	}
	h := name.MinSize().Height
	name.Move(fyne.NewPos(x, 0))
	name.Resize(fyne.NewSize(w-right, h))
	clock.Move(fyne.NewPos(x+w-wc-edge, 0))
	clock.Resize(fyne.NewSize(wc, h))
	if edge > 0 {
		size := edge - look.S1
		tick.Move(fyne.NewPos(x+w-size, (h-size)/2))
		tick.Resize(fyne.NewSquareSize(size))
		tick.Show()
	}
}

// KindAt is the kind of the phase under a place in the plan; it lets a screen tint what follows the playhead.
func KindAt(v session.View) exercise.Kind {
	if v.Segment < len(v.Plan.Segments) {
		return v.Plan.Phases[v.Plan.Segments[v.Segment].Phase].Kind
	}
	if n := len(v.Plan.Phases); n > 0 {
		return v.Plan.Phases[n-1].Kind
	}
	return exercise.Static
}
