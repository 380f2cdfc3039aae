package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
)

// tools is what stands between the stage and the key poses: what a handle feels, and what can be done with the pose.
type tools struct {
	widget.BaseWidget
	s *Screen
	f *frame

	play, mirror, twice, out *parts.Button
	both, turn               *parts.Chip
	views                    []*parts.Chip
	keep                     *parts.Button
	flow                     *parts.Flow
	bare                     bool        // as icons alone, where the stage needs the room
	over                     *parts.Flow // what lies over the stage: how one looks at it and how handles move
}

// looks are the views one can pose in; "" is the picture's own.
var looks = []string{"side", "three_quarter", "front", "above"}

func newTools(s *Screen, f *frame) *tools {
	t := &tools{s: s, f: f}
	t.play = parts.NewButton("", look.IconPlay, f.play).SetCompact(true).SetTight(true)
	t.mirror = parts.NewButton(look.T("pose.mirror", "Mirror"), look.IconMirror, s.mirrorPose).SetCompact(true).SetTight(true)
	t.twice = parts.NewButton(look.T("pose.duplicate", "Copy"), look.IconCopy, s.addPose).SetCompact(true).SetTight(true)
	t.out = parts.NewButton(look.T("pose.delete", "Delete"), look.IconRemove, s.deletePose).SetCompact(true).SetTight(true)
	t.both = parts.NewChip(look.T("pose.both", "Both sides"), false, func(on bool) { f.easel.both = on }).SetSmall(true)
	t.turn = parts.NewChip(look.T("pose.turn", "Turn"), false, func(on bool) { f.easel.turn = on }).SetSmall(true)
	var over []fyne.CanvasObject
	for _, v := range looks {
		c := parts.NewChip(viewName(v), false, nil).SetSmall(true)
		c.OnChanged = func(bool) { t.lookFrom(v) }
		t.views, over = append(t.views, c), append(over, c)
	}
	t.keep = parts.NewButton(look.T("pose.keep-view", "Show it from here"), look.IconCheck, t.keepView).SetCompact(true).SetTight(true).SetRank(parts.Warm)
	t.over = parts.NewFlow(look.S1+2, append(over, t.both, t.turn)...)
	t.flow = parts.NewFlow(look.S2, t.play, t.mirror, t.twice, t.out, t.keep)
	t.ExtendBaseWidget(t)
	return t
}

func viewName(v string) string {
	switch v {
	case "side":
		return look.T("pose.view.side", "Side")
	case "three_quarter":
		return look.T("pose.view.three-quarter", "Aslant")
	case "front":
		return look.T("pose.view.front", "Front")
	}
	return look.T("pose.view.above", "Above")
}

// lookFrom poses in another view; the picture keeps its own.
func (t *tools) lookFrom(v string) {
	e := t.f.easel
	t.f.halt()
	if e.view == v || e.view == "" && t.own() == v {
		e.view = ""
	} else {
		e.view = v
	}
	e.show(true)
	t.show()
}

// own is the picture's own view, "" where it is turned from all of them.
func (t *tools) own() string {
	w := t.s.work
	if w == nil || w.figure() == nil || w.figure().Yaw != nil {
		return ""
	}
	if w.figure().View == "" {
		return "side"
	}
	return w.figure().View
}

// keepView makes the view one poses in the picture's own.
func (t *tools) keepView() {
	v := t.f.easel.view
	if v == "" {
		return
	}
	t.f.easel.view = ""
	t.s.pose(didView, func(f *figure.Figure, _ int) *figure.Figure {
		n := *f
		n.View, n.Yaw, n.Elevation = v, nil, nil
		return &n
	})
	t.f.easel.show(true)
	t.show()
}

// show brings what can be pressed up to date.
func (t *tools) show() {
	w, e := t.s.work, t.f.easel
	if w == nil || w.figure() == nil {
		return
	}
	t.faces()
	parts.Show(t.play, !look.ReducedMotion())
	enable(t.play, len(w.figure().Poses) > 1)
	enable(t.out, len(w.figure().Poses) > 1)
	enable(t.twice, len(w.figure().Poses) < figure.MostPoses)
	t.both.SetOn(e.both)
	t.turn.SetOn(e.turn)
	for i, v := range looks {
		t.views[i].SetOn(e.view == v || e.view == "" && t.own() == v)
	}
	parts.Show(t.keep, e.view != "" && e.view != t.own())
	t.over.Refresh()
	t.Refresh()
}

// faces writes what the tools are called on them, or leaves that to a screen reader where there is no room.
func (t *tools) faces() {
	face := func(b *parts.Button, name string, icon look.IconName) {
		if b.SetName(name); t.bare {
			name = ""
		}
		b.SetFace(name, icon)
	}
	if t.f.mover.Playing() {
		face(t.play, look.T("pose.pause", "Pause"), look.IconPause)
	} else {
		face(t.play, look.T("pose.play", "Play"), look.IconPlay)
	}
	face(t.mirror, look.T("pose.mirror", "Mirror"), look.IconMirror)
	face(t.twice, look.T("pose.duplicate", "Copy"), look.IconCopy)
	face(t.out, look.T("pose.delete", "Delete"), look.IconRemove)
}

// setBare shows the tools as icons alone, or with their names again.
func (t *tools) setBare(bare bool) {
	if t.bare != bare {
		t.bare = bare
		t.faces()
	}
}

// width is that of the tools in one row.
func (t *tools) width() float32 {
	w := float32(0)
	for _, o := range t.flow.Contents() {
		if o.Visible() {
			w += o.MinSize().Width + look.S2
		}
	}
	return max(w-look.S2, 0)
}

// HeightFor is the height the tools need at a width.
func (t *tools) HeightFor(width float32) float32 { return parts.HeightFor(t.flow, width) }

// Contents lists what can be reached.
func (t *tools) Contents() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.flow}
}

// CreateRenderer lays the tools out.
func (t *tools) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: t.Contents()}
	r.Place = func(s fyne.Size) {
		parts.Put(t.flow, 0, 0, s.Width, s.Height)
	}
	r.Least = func() fyne.Size { return fyne.NewSize(200, t.HeightFor(max(t.Size().Width, 200))) }
	r.Renew = func() {
		r.Place(t.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}
