package pose

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// clash shows two versions of an exercise side by side: the one that is open and the one that something else has put into
// its file, each with its figure and the lines that only it has. It asks which to keep; nothing is lost either way.
type clash struct {
	widget.BaseWidget
	s    *Screen
	disk []byte
	gone bool

	title, about *parts.Label
	thumbs       [2]*parts.Thumb
	lines        [2]*parts.Label
	buttons      *parts.Flow
	take         *parts.Button
	keepOne      *parts.Button
	scroll       *parts.Scroll
}

func newClash(s *Screen) *clash {
	c := &clash{s: s}
	c.title = parts.NewParagraph("", look.ScreenTitle, look.Ink).SetBold(true)
	c.about = parts.NewParagraph("", look.Body, look.Quiet)
	var sides [2]fyne.CanvasObject
	for i, name := range []string{look.T("pose.clash.mine", "Yours, open here"), look.T("pose.clash.disk", "In the file now")} {
		c.thumbs[i] = parts.NewThumb(nil, plan.SideBoth, s.tones, fyne.NewSize(200, 160))
		c.lines[i] = parts.NewParagraph("", look.Small, look.Ink)
		sides[i] = parts.NewCard(parts.NewColumn(look.S2, parts.NewLabel(name, look.Body, look.Ink, true), c.thumbs[i], c.lines[i])).SetPadding(look.S4)
	}
	c.keepOne = parts.NewButton(look.T("pose.clash.keep", "Keep mine"), look.IconSave, c.keepMine).SetRank(parts.Primary)
	c.take = parts.NewButton(look.T("pose.clash.take", "Take the file's"), look.IconCheck, c.takeTheirs)
	c.buttons = parts.NewFlow(look.S2, c.keepOne, c.take,
		parts.NewButton(look.T("pose.clash.apart", "Save mine under another name"), look.IconCopy, c.apart),
		parts.NewButton(look.T("pose.clash.later", "Decide later"), "", c.close).SetRank(parts.Bare))
	both := parts.NewPlaced(func(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
		w := (width - look.S4) / 2
		h := max(parts.HeightFor(o[0], w), parts.HeightFor(o[1], w))
		if at != nil {
			at(o[0], fyne.Position{}, fyne.NewSize(w, h))
			at(o[1], fyne.NewPos(w+look.S4, 0), fyne.NewSize(w, h))
		}
		return h
	}, sides[0], sides[1])
	c.scroll = parts.NewScroll(parts.NewInset(look.S5, edge, look.S5, parts.NewColumn(look.S4, c.title, c.about, c.buttons, both)))
	c.ExtendBaseWidget(c)
	return c
}

// clashWith shows both versions.
func (s *Screen) clashWith(d *draft.Conflict) {
	s.frame.halt()
	c, w := s.frame.clash, s.work
	c.disk, c.gone = d.Disk, d.Gone
	name := map[string]any{"File": w.id + ".toml"}
	if d.Gone {
		c.title.SetText(look.T("pose.clash.gone", "{{.File}} is no longer there", name))
		c.about.SetText(look.T("pose.clash.gone.about", "Something else moved or deleted it. What is open here is whole; keep it, and the file is back."))
	} else {
		c.title.SetText(look.T("pose.clash.title", "{{.File}} has two versions", name))
		c.about.SetText(look.T("pose.clash.about", "Something else has written into this file while you were changing the exercise here. Nothing is lost: an undo brings the other version back."))
	}
	enable(c.take, !d.Gone)
	text, _ := w.text()
	theirs, _ := exercise.ReadFile("", d.Disk)
	for i, f := range []exercise.File{w.now.file, theirs} {
		c.thumbs[i].SetTones(s.tones)
		c.thumbs[i].Set(&exercise.Exercise{Kind: exercise.Kind(f.Kind), Figure: f.Figure, Picture: s.picturePath(f.Picture)}, plan.SideBoth)
	}
	c.lines[0].SetText(only(text, d.Disk))
	c.lines[1].SetText(only(d.Disk, text))
	parts.Show(c, true)
	c.Refresh()
	c.scroll.Relayout()
	s.focus(c.keepOne)
}

// only is the lines of a text that another has not.
func only(text, other []byte) string {
	has := map[string]bool{}
	for line := range strings.SplitSeq(string(other), "\n") {
		has[strings.TrimSpace(line)] = true
	}
	var out []string
	for line := range strings.SplitSeq(string(text), "\n") {
		if line = strings.TrimSpace(line); line != "" && !has[line] {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// active reports whether the versions are shown.
func (c *clash) active() bool { return c.Visible() }

func (c *clash) close() { parts.Show(c, false) }

// keepMine writes what is open over the file's version, which can be had back by an undo.
func (c *clash) keepMine() {
	s, w := c.s, c.s.work
	c.close()
	w.base = c.disk
	if c.gone {
		w.base = nil
	} else if f, problems := exercise.ReadFile("", c.disk); problems == nil {
		mine := w.now
		theirs := mine
		theirs.file = f
		w.do(didWords, "", theirs.withFigure(f.Figure), s.deps.Now())
		w.do(didWords, "", mine, s.deps.Now())
		w.saved = f
	}
	w.fresh = w.fresh || c.gone
	w.front = w.front || c.gone // it has its name already
	s.save()
	s.frame.show()
}

func (c *clash) takeTheirs() {
	c.close()
	c.s.take(c.disk)
}

// apart saves what is open as an exercise of its own.
func (c *clash) apart() {
	s, w := c.s, c.s.work
	c.close()
	s.keep.drop(w.id)
	w.base, w.fresh, w.front = nil, true, false
	now := w.now
	now.file.Name = s.freeName(now.file.Name)
	w.do(didWords, "", now, s.deps.Now())
	w.id = s.ownID()
	s.save()
	s.frame.show()
}

// CreateRenderer draws it over everything else.
func (c *clash) CreateRenderer() fyne.WidgetRenderer {
	face := canvas.NewRectangle(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, c.scroll}}
	r.Place = func(s fyne.Size) {
		parts.Put(face, 0, 0, s.Width, s.Height)
		w := min(s.Width, 900)
		parts.Put(c.scroll, (s.Width-w)/2, 0, w, s.Height)
	}
	r.Renew = func() {
		face.FillColor = look.Color(look.Window)
		r.Place(c.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Renew()
	return r
}
