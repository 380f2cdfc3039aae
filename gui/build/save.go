package build

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// save writes the routine into its file. A new one gets a file of its name; where that is taken, or there is no name, it
// asks.
func (s *Screen) save() {
	w := s.work
	if w == nil {
		return
	}
	if w.id() != "" {
		s.saveAs(w.id())
		return
	}
	id := tomlfile.NearestID(w.ed.Now().Content.Name)
	if id == "" || s.used(id) {
		s.askName(id != "")
		return
	}
	s.saveAs(id)
}

// saveAs writes the routine into a file, and reports whether that worked. What kept it from being written is said, and
// nothing is lost.
func (s *Screen) saveAs(id string) bool {
	w := s.work
	d := w.ed.Now()
	var conflict *draft.Conflict
	err := s.deps.Store.Save(id, d.Text, w.ed.Saved())
	switch {
	case errors.As(err, &conflict) && w.id() == "":
		s.askName(true)
		return false
	case errors.As(err, &conflict) && conflict.Gone:
		w.ed.SetSaved(nil) // it is to be put back
		return s.saveAs(id)
	case errors.As(err, &conflict):
		s.clashWith(conflict.Disk)
		return false
	case err != nil:
		w.worth, w.unsaid = true, true
		s.keepNow()
		s.sayError(err)
		return false
	}
	w.unsaid = false
	s.saved(id)
	return true
}

// saved notes that the present text is in the file of an id.
func (s *Screen) saved(id string) {
	w := s.work
	if w.id() != id {
		w.ed.SetID(id)
	}
	w.ed.MarkSaved()
	s.keeper.drop(w.as)
	w.as, w.isKept, w.worth, w.putOff = id, false, false, nil
	if n := len(w.ed.Now().Problems); n > 0 {
		s.deps.Say(look.T("build.saved-broken", "Saved. It can be played once what is marked here is put right.", map[string]any{"Count": n}))
	}
	s.show()
}

// askName asks for the name a new routine is saved under.
func (s *Screen) askName(taken bool) {
	w := s.work
	why := look.T("build.ask.name", "What is it called?")
	if taken {
		why = look.T("build.ask.taken", "There is a routine of this name already. Call this one something else.")
	}
	file := parts.NewParagraph("", look.Small, look.Quiet)
	name := w.ed.Now().Content.Name
	if taken {
		name = s.freeName(name)
	}
	show := func(text string) {
		id := tomlfile.NearestID(text)
		switch {
		case id == "":
			file.SetText(look.T("build.ask.letters", "The name needs a letter or a digit, for the file."))
		case s.used(id):
			file.SetText(look.T("build.ask.file-taken", "{{.File}} is taken.", map[string]any{"File": id + ".toml"}))
		default:
			file.SetText(look.T("build.ask.file", "It will be kept in {{.File}}.", map[string]any{"File": id + ".toml"}))
		}
	}
	entry := newLine(look.T("build.routine-name", "Name of the routine"), name, routines.MostName, nil)
	entry.keep = true
	entry.done = func(string, bool) {}
	entry.OnChanged = show
	show(name)
	take := func() {
		if id := tomlfile.NearestID(entry.Text); id != "" && !s.used(id) {
			s.frame.closePopup()
			s.setName(entry.Text)
			if s.saveAs(id) {
				s.focus(s.frame.column)
			}
		}
	}
	entry.OnSubmitted = func(string) { take() }
	away := func() {
		s.frame.closePopup()
		s.focus(s.frame.column)
	}
	entry.done = func(_ string, ok bool) {
		if !ok {
			away()
		}
	}
	card := parts.NewColumn(look.S3,
		parts.NewParagraph(look.T("build.ask.title", "Save the routine"), look.CardTitle+2, look.Ink).SetBold(true),
		parts.NewParagraph(why, look.Body, look.Quiet), entry, file,
		parts.NewFlow(look.S2,
			parts.NewButton(look.T("build.save", "Save"), look.IconSave, take).SetRank(parts.Primary),
			parts.NewButton(look.T("build.cancel", "Cancel"), "", away)))
	s.popup(card, entry, take, away)
}

// popup shows a question over everything else; first gets the keyboard. Enter and Esc answer it from wherever the
// keyboard is.
func (s *Screen) popup(content fyne.CanvasObject, first fyne.Focusable, enter, esc func()) {
	c := s.canvas()
	if c == nil {
		return
	}
	s.frame.closePopup()
	w := min(look.Size(420), c.Size().Width-2*look.S6)
	box := container.New(&broad{w}, parts.NewInset(look.S3, look.S3, look.S3, content))
	s.frame.popup = widget.NewModalPopUp(box, c)
	s.frame.popup.Show()
	s.frame.keys.Take(c, func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			enter()
		case fyne.KeyEscape:
			esc()
		}
	})
	c.Focus(first)
}

// broad is a layout of one thing of a width.
type broad struct{ width float32 }

func (w *broad) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(w.width, parts.HeightFor(o[0], w.width))
}

func (w *broad) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

// freeName is a name near another whose file is not there yet.
func (s *Screen) freeName(name string) string {
	id := s.deps.Store.FreeID(name, s.used)
	base := tomlfile.NearestID(name)
	if len(id) > len(base)+1 && base != "" && id[:len(base)+1] == base+"-" {
		return name + " " + id[len(base)+1:]
	}
	return name
}

// clashWith shows both versions of a file that something else has changed.
func (s *Screen) clashWith(disk []byte) {
	s.commitTyping()
	s.unfocus()
	s.frame.clash.open(s.work.id(), s.work.ed.Now().Text, disk)
	s.frame.Refresh()
	s.focus(s.frame.clash.first())
}

// keepMine writes over what something else has written, which can be had back by an undo.
func (s *Screen) keepMine() {
	w, disk := s.work, s.frame.clash.disk
	mine := w.ed.Now().Text
	if err := s.deps.Store.Save(w.id(), mine, disk); err != nil {
		var conflict *draft.Conflict
		if errors.As(err, &conflict) && !conflict.Gone {
			s.clashWith(conflict.Disk) // it has changed once more
			return
		}
		s.sayError(err)
		return
	}
	s.replace(message.New("build.did.theirs", "The version of the file"), disk)
	s.replace(message.New("build.did.mine", "Your version kept"), mine)
	s.endClash()
	s.saved(w.id())
}

// takeTheirs shows what the file holds now; an undo brings back what was written here.
func (s *Screen) takeTheirs() {
	w, disk := s.work, s.frame.clash.disk
	s.replace(message.New("build.did.theirs", "The version of the file"), disk)
	s.endClash()
	w.ed.SetSaved(disk)
	s.keepNow()
	s.show()
}

// saveMineApart saves what was written here in a file of its own and leaves the other alone.
func (s *Screen) saveMineApart() {
	w := s.work
	s.endClash()
	s.keeper.drop(w.as)
	name := s.freeName(w.ed.Now().Content.Name)
	w.ed.SetID("")
	w.ed.SetSaved(nil)
	w.as, w.worth = s.freeID(name), true
	s.setName(name)
	s.save()
	s.show()
}

// putClashOff goes on writing; what to do about the file is asked again when it is saved.
func (s *Screen) putClashOff() {
	s.work.putOff = s.frame.clash.disk
	s.endClash()
}

func (s *Screen) endClash() {
	s.frame.clash.close()
	s.frame.Refresh()
	s.focus(s.frame.column)
}
