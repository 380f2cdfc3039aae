package sharing

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/share"
	"catcow/routines/tomlfile"
)

// sheet is the card over the window.
type sheet struct {
	widget.BaseWidget
	sharing *Sharing
	job     job
	whole   *parts.Chip
	plain   *parts.Chip
	about   *parts.Label
	place   *parts.SavePlace
	first   *parts.Button
	body    *fyne.Container
	scroll  *parts.Scroll

	size fyne.Size
	over parts.Over
}

func newSheet(s *Sharing, j job) *sheet {
	o := &sheet{sharing: s, job: j}
	o.place = parts.NewSavePlace(filepath.Join(s.folder, j.in.Routine.ID+share.Ext), func() { o.save() }, o.face, o.relayout)
	o.whole = parts.NewChip(look.T("sharing.whole", "Packed, for Catcow"), true, func(bool) { o.choose(true) }).SetSmall(true)
	o.plain = parts.NewChip(look.T("sharing.toml", "Plain TOML, for an editor"), false, func(bool) { o.choose(false) }).SetSmall(true)
	o.about = parts.NewParagraph("", look.Small, look.Quiet)
	o.first = parts.NewButton("", look.IconSave, o.save).SetRank(parts.Primary)
	text := parts.NewButton(look.T("sharing.copy", "Copy as text"), look.IconCopy, func() { s.copyText(j) })
	leave := parts.NewButton(look.T("sharing.close", "Close"), "", s.Hide).SetRank(parts.Bare).SetHint(look.T("sharing.close.key", "Esc"))
	o.body = parts.NewColumn(look.S4,
		parts.NewParagraph(look.T("sharing.title", "Share {{.Name}}", map[string]any{"Name": j.in.Routine.Name}), look.ScreenTitle, look.Ink).SetBold(true),
		parts.NewColumn(look.S2, parts.NewLabel(look.T("sharing.file", "As a file"), look.Body, look.Ink, true), parts.NewFlow(look.S2, o.whole, o.plain), o.about, o.place.Content(), o.first),
		parts.NewColumn(look.S2, parts.NewLabel(look.T("sharing.chat", "For a chat"), look.Body, look.Ink, true),
			parts.NewParagraph(look.T("sharing.copy.about", "Its steps with doses and sides, in words."), look.Small, look.Quiet), text),
		leave,
	)
	o.scroll = parts.NewScroll(parts.NewInset(look.S1, look.S3, look.S1, o.body))
	o.choose(true)
	o.face(false)
	o.ExtendBaseWidget(o)
	return o
}

// choose is the kind of file.
func (o *sheet) choose(whole bool) {
	o.whole.SetOn(whole)
	o.plain.SetOn(!whole)
	ext := share.Ext
	o.about.SetText(o.job.along)
	if !whole {
		ext = ".toml"
		o.about.SetText(look.T("sharing.toml.about", "The routine alone, as it is written."))
	}
	o.place.SetEnding(ext, share.Ext, ".toml")
	o.relayout()
}

// face is what the button says: whether it would write over a file.
func (o *sheet) face(over bool) {
	text := look.T("sharing.save", "Save")
	if over {
		text = look.T("sharing.replace", "Write over it")
	}
	o.first.SetFace(text, look.IconSave)
}

// save writes the file where the line says. Over a file that is there it writes only when pressed again.
func (o *sheet) save() {
	path, ok := o.place.Ready()
	if !ok {
		return
	}
	data := o.job.packed
	if o.plain.On() {
		data = o.job.toml
	}
	if err := tomlfile.WriteAtomic(path, data); err != nil {
		o.place.Say(look.T("sharing.failed", "That could not be saved: {{.Reason}}", map[string]any{"Reason": err.Error()}))
		return
	}
	o.sharing.folder = filepath.Dir(path)
	o.sharing.Hide()
	o.sharing.deps.Say(look.T("sharing.saved", "Saved: {{.File}}", map[string]any{"File": path}))
}

// relayout gives everything the room it needs now.
func (o *sheet) relayout() {
	if o.scroll == nil {
		return
	}
	o.body.Refresh()
	o.scroll.Relayout()
	o.Refresh()
}

// typed is what nothing on the sheet had a use for.
func (o *sheet) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		o.sharing.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		o.save()
	}
}

// Tapped takes a press beside the card, so that nothing below is pressed by mistake.
func (o *sheet) Tapped(*fyne.PointEvent) {}

// CreateRenderer lays a veil over the window and the card in the middle.
func (o *sheet) CreateRenderer() fyne.WidgetRenderer {
	veil, card := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{veil, card, o.scroll}}
	r.Place = func(size fyne.Size) {
		veil.Resize(size)
		const pad = look.S5
		edge := min(look.S6, size.Width*0.02)
		w := min(size.Width-2*edge, look.Size(440))
		need := parts.HeightFor(o.body, w-2*pad-2*min(look.S3, (w-2*pad)*0.05)) + 2*look.S1
		h := min(need+2*pad, size.Height-2*edge)
		if o.size = size; h <= 0 {
			return
		}
		x, y := (size.Width-w)/2, (size.Height-h)/2
		parts.Put(card, x, y, w, h)
		parts.Put(o.scroll, x+pad, y+pad, w-2*pad, h-2*pad)
		o.scroll.Relayout()
	}
	r.Renew = func() {
		if !o.size.IsZero() {
			r.Place(o.size) // what is said on the card may have changed its height
		}
		parts.PaintOver(veil, card)
		for _, x := range r.Of {
			x.Refresh()
		}
	}
	r.Renew()
	return r
}
