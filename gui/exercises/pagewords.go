package exercises

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// words is what stands beside the stage: what it is, how much of it, and how it is done.
func (p *page) words() []fyne.CanvasObject {
	e := p.exercise
	top := parts.NewColumn(look.S2,
		parts.NewFlow(look.S2, parts.NewTag(e.Kind, look.Kind(e.Kind).Name)),
		parts.NewParagraph(e.Name, look.ScreenTitle, look.Ink).SetBold(true))
	if len(e.Aliases) > 0 {
		top.Add(parts.NewParagraph(look.T("exercises.also", "Also called {{.Names}}", map[string]any{"Names": joined(e.Aliases)}), look.Small, look.Quiet))
	}
	much := parts.NewColumn(2, parts.NewParagraph(look.Dose(e, e.Dose), look.CardTitle, look.Ink).SetBold(true))
	if s := look.Position(e.Position); s != "" {
		much.Add(parts.NewParagraph(s, look.Body, look.Quiet))
	}
	if s := bounds(e); s != "" {
		much.Add(parts.NewParagraph(s, look.Small, look.Quiet))
	}
	how := parts.NewColumn(look.S2)
	for i, cue := range e.Cues {
		how.Add(numbered(i+1, cue))
	}
	out := []fyne.CanvasObject{top, much, how}
	var last []fyne.CanvasObject
	if e.Breath != "" {
		last = append(last, told(look.IconBreath, look.T("exercises.breath", "Breath"), e.Breath))
	}
	if e.Mistake != "" {
		last = append(last, told(look.IconInfo, look.T("exercises.mistake", "The usual mistake"), e.Mistake))
	}
	if len(last) > 0 {
		out = append(out, parts.NewColumn(look.S3, last...))
	}
	return out
}

// numbered is a cue with its number.
func numbered(n int, text string) fyne.CanvasObject {
	return parts.NewPlaced(hanging, parts.NewLabel(strconv.Itoa(n), look.Body, look.Quiet, true), parts.NewParagraph(text, look.Body, look.Ink))
}

// hanging sets a number or an icon at the left, at the height of the first line of what stands beside it.
func hanging(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	m := objects[0].MinSize()
	room := max(look.Size(22), m.Width+look.S2)
	h := parts.HeightFor(objects[1], width-room)
	if at != nil {
		at(objects[0], fyne.Position{}, m)
		at(objects[1], fyne.NewPos(room, 0), fyne.NewSize(width-room, h))
	}
	return max(h, m.Height)
}

// told is one thing worth knowing: an icon, what it is about, and it.
func told(icon look.IconName, about, text string) fyne.CanvasObject {
	return parts.NewPlaced(hanging, iconOf(icon), parts.NewColumn(2,
		parts.NewLabel(about, look.Small, look.Quiet, true), parts.NewParagraph(text, look.Body, look.Ink)))
}

func iconOf(name look.IconName) *canvas.Image {
	icon := canvas.NewImageFromResource(look.IconIn(name, look.Quiet))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(look.Size(18)))
	return icon
}

// cards is what stands below: where it is felt, other ways, what it takes, who should take care, and where it is used.
func (p *page) cards() []fyne.CanvasObject {
	out := []fyne.CanvasObject{p.felt(), p.ways(), p.takes()}
	if list := look.Cautions(p.exercise); len(list) > 0 {
		out = append(out, p.careful(list))
	}
	out = append(out, p.used())
	if p.exercise.Source == exercise.Own {
		out = append(out, p.file())
	}
	return out
}

// group is a card with a heading.
func group(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.NewCard(parts.NewColumn(look.S3, append([]fyne.CanvasObject{heading(title)}, rows...)...))
}

// felt shows where it is felt on the drawn body, and says it.
func (p *page) felt() fyne.CanvasObject {
	areas := p.exercise.Areas()
	b := newBody(func(a exercise.Area) bool {
		for _, x := range areas {
			if x == a {
				return true
			}
		}
		return false
	}, nil)
	b.set(p.s.in.Tones, nil, "")
	return group(look.T("exercises.felt", "Where you feel it"),
		parts.NewParagraph(sentence(p.exercise.Targets)+".", look.Body, look.Ink), b)
}

// ways is how to do it easier and harder, and what to do instead.
func (p *page) ways() fyne.CanvasObject {
	e, all := p.exercise, p.s.in.Library.Catalogue
	var rows []fyne.CanvasObject
	way := func(title string, a exercise.Alternative) {
		if a.Text != "" || all.Get(a.Exercise) != nil {
			rows = append(rows, parts.NewColumn(look.S1+2, parts.NewLabel(title, look.Small, look.Quiet, true), p.way(a)))
		}
	}
	way(look.T("exercises.easier", "Easier"), e.Easier)
	way(look.T("exercises.harder", "Harder"), e.Harder)
	swaps := parts.NewColumn(look.S2, parts.NewLabel(look.T("exercises.instead", "Or instead"), look.Small, look.Quiet, true))
	for _, id := range e.Swap {
		if o := all.Get(id); o != nil && id != e.Easier.Exercise && id != e.Harder.Exercise {
			swaps.Add(p.link(o, ""))
		}
	}
	if len(swaps.Objects) > 1 {
		rows = append(rows, swaps)
	}
	if len(rows) == 0 {
		rows = append(rows, parts.NewParagraph(look.T("exercises.one-way", "Just as it is."), look.Body, look.Quiet))
	}
	return group(look.T("exercises.ways", "Other ways"), rows...)
}

// way is an easier or harder way: words, or a card that leads to the exercise it is.
func (p *page) way(a exercise.Alternative) fyne.CanvasObject {
	if o := p.s.in.Library.Catalogue.Get(a.Exercise); o != nil {
		return p.link(o, a.Text)
	}
	return parts.NewParagraph(a.Text, look.Body, look.Ink)
}

// link is a small card that leads to another exercise.
func (p *page) link(e *exercise.Exercise, text string) fyne.CanvasObject {
	if text == "" {
		text = look.KindLine(e)
	}
	card := parts.NewTapCard(parts.NewRow(look.S3, 1,
		parts.NewThumb(e, parts.FaceSide(e), p.s.in.Tones, fyne.NewSize(look.Size(70), look.Size(52))),
		parts.NewColumn(2, parts.NewParagraph(e.Name, look.Body, look.Ink).SetBold(true), parts.NewParagraph(text, look.Small, look.Quiet)),
	), func() { p.s.Open(e.ID) })
	card.SetRole(look.Window).SetPadding(look.S2)
	return card
}

// takes is what has to be at hand and what it is good for.
func (p *page) takes() fyne.CanvasObject {
	rows := []fyne.CanvasObject{parts.NewParagraph(needs(p.exercise), look.Body, look.Ink)}
	if s := purposes(p.exercise); s != "" {
		rows = append(rows, parts.NewParagraph(s, look.Body, look.Quiet))
	}
	return group(look.T("exercises.takes", "What it takes"), rows...)
}

// careful says who should leave it out.
func (p *page) careful(list []string) fyne.CanvasObject {
	rows := []fyne.CanvasObject{}
	for _, s := range list {
		rows = append(rows, parts.NewPlaced(hanging, parts.NewLabel("–", look.Body, look.Quiet, false), parts.NewParagraph(s, look.Body, look.Ink)))
	}
	return group(look.T("exercises.careful", "Go easy, or leave it out, if"), parts.NewColumn(look.S2, rows...))
}

// used lists the routines that play it.
func (p *page) used() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, r := range p.s.in.Library.Routines {
		if plays(r, p.exercise.ID) {
			natural := look.Span(plan.Natural(r, "").Round(time.Minute))
			rows = append(rows, parts.NewButton(r.Name, look.IconRoutines, func() { p.s.deps.ShowRoutine(r.ID) }).SetHint(natural).SetCompact(true))
		}
	}
	if len(rows) == 0 {
		return group(look.T("exercises.used", "In these routines"),
			parts.NewParagraph(look.T("exercises.unused", "In none yet. A routine of your own can be the first."), look.Body, look.Quiet))
	}
	return group(look.T("exercises.used", "In these routines"), parts.NewFlow(look.S2, rows...))
}

// plays reports whether an exercise is one of a routine's steps, or joins it when there is more time.
func plays(r *routines.Routine, id string) bool {
	for _, ph := range r.Phases {
		for _, s := range ph.Steps {
			if s.Exercise.ID == id {
				return true
			}
		}
	}
	return slices.Contains(r.Extras, id)
}

// file says where an exercise of the person's own lies.
func (p *page) file() fyne.CanvasObject {
	e := p.exercise
	about := look.T("exercises.yours", "This one is yours.")
	if e.Overrides {
		about = look.T("exercises.yours-over", "This one is yours and stands in place of the one Catcow brings.")
	}
	return group(look.T("exercises.file", "Your file"),
		parts.NewParagraph(about, look.Body, look.Ink),
		parts.NewParagraph(strings.TrimSpace(e.Path), look.Small, look.Quiet),
		parts.NewFlow(look.S2, parts.NewButton(look.T("exercises.open-folder", "Open folder"), look.IconFolder, p.s.deps.OpenFolder).SetCompact(true)))
}
