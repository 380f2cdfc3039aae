package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/tomlfile"
)

// broken stands in the place of the routine where its file is not TOML: what is wrong with it, and how to get at it.
type broken struct {
	widget.BaseWidget
	s      *Screen
	list   *fyne.Container
	scroll *parts.Scroll
}

func newBroken(s *Screen) *broken {
	b := &broken{s: s, list: parts.NewColumn(look.S3)}
	b.scroll = parts.NewScroll(parts.NewPlaced(readable, b.list))
	b.ExtendBaseWidget(b)
	return b
}

// set shows what is wrong.
func (b *broken) set(d draft.Draft) {
	b.list.Objects = nil
	rows := []fyne.CanvasObject{
		parts.NewParagraph(look.T("build.broken.title", "This file cannot be read as TOML yet"), look.CardTitle+2, look.Ink).SetBold(true),
		parts.NewParagraph(look.T("build.broken.about", "Put it right in a text editor; it shows here as soon as it is saved. Nothing in it has been changed."), look.Body, look.Quiet),
	}
	for _, p := range d.Problems {
		rows = append(rows, parts.NewRow(look.S2, 1, parts.NewLabel(look.T("build.line", "Line {{.N}}", map[string]any{"N": p.Line}), look.Body, look.Ink, true),
			parts.NewParagraph(problemText(p), look.Body, look.DangerInk)))
	}
	var buttons []fyne.CanvasObject
	if open := b.s.deps.OpenFile; open != nil && d.ID != "" {
		path := b.s.deps.Store.Path(d.ID)
		buttons = append(buttons, parts.NewButton(look.T("build.open-file", "Open in your editor"), look.IconEdit, func() { open(path) }).SetRank(parts.Primary))
	}
	if open := b.s.deps.OpenFolder; open != nil {
		buttons = append(buttons, parts.NewButton(look.T("build.open-folder", "Show the folder"), look.IconFolder, open))
	}
	if len(buttons) > 0 {
		rows = append(rows, parts.NewFlow(look.S2, buttons...))
	}
	b.list.Add(parts.NewCard(parts.NewColumn(look.S3, rows...)))
	b.list.Refresh()
	b.scroll.Relayout()
}

// readable puts something in the middle, no wider than reads well.
func readable(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	w := min(width-rim-bar, look.Size(640))
	h := parts.HeightFor(o[0], w)
	if at != nil {
		at(o[0], fyne.NewPos((width-w)/2, 0), fyne.NewSize(w, h))
	}
	return h + look.S6
}

// problemText is a problem in the person's language, as a sentence. What is only a matter of the file's keys is said in
// words that fit what is seen.
func problemText(p tomlfile.Problem) string {
	if p.Message.ID == "file.missing" && p.Message.Data["Key"] == "step" {
		return look.T("build.nothing-in-it", "Nothing in it yet. Drop an exercise here, or delete the phase.")
	}
	return capital(look.Say(p.Message))
}

// Contents is what is shown.
func (b *broken) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{b.scroll} }

// CreateRenderer lays it out.
func (b *broken) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.scroll) }
