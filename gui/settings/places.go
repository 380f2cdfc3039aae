package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/settings"
)

// places says where the person's files lie.
func (s *Screen) places() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		parts.NewParagraph(look.T("settings.files.about", "Everything is a plain text file that belongs to you. A file changed in an editor shows here at once."), look.Small, look.Quiet),
	}
	for _, p := range s.deps.Places {
		folder := p.Folder
		open := parts.NewButton(look.T("settings.open-folder", "Open folder"), look.IconFolder, func() { s.deps.OpenFolder(folder) }).SetCompact(true)
		rows = append(rows, parts.NewColumn(look.S1,
			parts.NewLabel(p.Name, look.Body, look.Ink, true),
			parts.NewParagraph(p.Path, look.Small, look.Quiet),
			container.NewHBox(open)))
	}
	if s.deps.Opens != nil {
		rows = append(rows, s.opens())
	}
	if s.deps.Version != "" {
		rows = append(rows, parts.NewLabel("Catcow "+s.deps.Version, look.Small, look.Quiet, false))
	}
	return group(look.T("settings.files", "Your files"), rows...)
}

// opens is whether a double-click on a shared routine shows it here.
func (s *Screen) opens() fyne.CanvasObject {
	title := look.T("settings.opens", "Open shared routines by double-click")
	trouble := parts.NewParagraph("", look.Small, look.DangerInk)
	var on *onOff
	on = newSwitch(title, func(want bool) {
		s.deps.Opens.Set(want, func(err error) {
			if err != nil {
				on.set(!want)
				trouble.SetText(look.SayError(err))
			}
			parts.Show(trouble, err != nil)
			s.relayout()
		})
	})
	trouble.Hide()
	s.updates = append(s.updates, func(settings.Settings) { on.set(s.deps.Opens.On()) })
	return parts.NewColumn(look.S1,
		beside(title, look.T("settings.opens.about", "Files that end in .catcow. Nothing is added before you have seen it. Catcow joins the menu, too."), on), trouble)
}
