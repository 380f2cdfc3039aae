package receive

import (
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
	"catcow/routines/share"
	"catcow/routines/tomlfile"
)

// fill shows the parcel.
func (s *Screen) fill() {
	main := s.parcel.Main()
	s.face = s.main()
	s.stage.SetTones(s.in.Tones)
	if s.face != nil {
		s.stage.SetKind(s.face.Kind)
		s.stage.Set(parts.Shot{Exercise: s.face, Side: parts.FaceSide(s.face), Moment: figure.Still(), Preview: true}, s.deps.Now())
	}
	s.mover.Take(s.face)
	objects := []fyne.CanvasObject{s.stage}
	show := func(c *fyne.Container, rows []fyne.CanvasObject) {
		c.Objects = rows
		c.Refresh()
		if len(rows) > 0 {
			objects = append(objects, c)
		}
	}
	if main != nil {
		show(s.head, s.title(main.Routine))
		show(s.facts, s.lengths(main.Routine))
		show(s.check, s.checked(main))
	} else {
		show(s.head, s.onlyExercises())
		show(s.facts, nil)
		show(s.check, nil)
	}
	show(s.clashes, s.taken())
	show(s.steps, s.stepsOf(main))
	show(s.brings, s.broughtAlong())
	show(s.care, s.cautions())
	s.page.Set(objects...)
	s.buttons()
	s.scroll.ToTop()
	s.relayout()
	s.mover.Go()
}

// main is the exercise whose figure stands for it all.
func (s *Screen) main() *exercise.Exercise {
	if it := s.parcel.Main(); it != nil {
		return parts.Faces([]*routines.Routine{it.Routine})[it.Routine]
	}
	return s.parcel.Of(share.Exercise)[0].Exercise
}

func (s *Screen) relayout() {
	s.page.Refresh()
	s.bar.Refresh()
	s.scroll.Relayout()
	s.body.Refresh()
}

// buttons says on the buttons what they do now.
func (s *Screen) buttons() {
	main := s.parcel.Main()
	parts.Show(s.add, !s.nothing() && main != nil)
	parts.Show(s.play, true)
	s.add.SetFace(look.T("receive.add", "Add"), look.IconPlus)
	s.no.SetFace(look.T("receive.no", "Not now"), "")
	switch {
	case s.nothing() && main != nil:
		s.play.SetFace(look.T("receive.show", "Show it"), look.IconToday)
	case s.nothing():
		parts.Show(s.play, false)
		s.no.SetFace(look.T("receive.close", "Close"), "")
	case main == nil:
		s.play.SetFace(look.T("receive.add", "Add"), look.IconPlus)
	default:
		s.play.SetFace(look.T("receive.play", "Add and play"), look.IconPlay)
	}
	s.bar.Refresh()
}

// title is what it is.
func (s *Screen) title(r *routines.Routine) []fyne.CanvasObject {
	from := look.T("receive.from", "Somebody shared this with you · {{.File}}", map[string]any{"File": s.parcel.Name})
	if s.parcel.Nothing() {
		from = look.T("receive.there", "You have this already · {{.File}}", map[string]any{"File": s.parcel.Name})
	}
	rows := []fyne.CanvasObject{
		parts.NewParagraph(from, look.Small, look.Quiet),
		parts.NewParagraph(r.Name, look.ScreenTitle, look.Ink).SetBold(true),
	}
	if r.About != "" {
		rows = append(rows, parts.NewParagraph(r.About, look.Body, look.Ink))
	}
	if r.For != "" {
		rows = append(rows, parts.NewParagraph(look.T("receive.for", "For: {{.Who}}", map[string]any{"Who": r.For}), look.Body, look.Quiet))
	}
	if r.When != "" {
		rows = append(rows, parts.NewParagraph(look.T("receive.when", "When: {{.When}}", map[string]any{"When": r.When}), look.Body, look.Quiet))
	}
	if n := len(s.parcel.Of(share.Routine)); n > 1 {
		rows = append(rows, parts.NewParagraph(look.T("receive.more", "And {{.Count}} more routines", map[string]any{"Count": n - 1}), look.Body, look.Quiet))
	}
	return rows
}

// onlyExercises is the head of a parcel without a routine.
func (s *Screen) onlyExercises() []fyne.CanvasObject {
	title := look.T("receive.exercises", "{{.Count}} exercises", map[string]any{"Count": len(s.parcel.Of(share.Exercise))})
	if list := s.parcel.Of(share.Exercise); len(list) == 1 {
		title = list[0].Name
	}
	return []fyne.CanvasObject{
		parts.NewParagraph(look.T("receive.from", "Somebody shared this with you · {{.File}}", map[string]any{"File": s.parcel.Name}), look.Small, look.Quiet),
		parts.NewParagraph(title, look.ScreenTitle, look.Ink).SetBold(true),
	}
}

// lengths is how long it takes, and its phases.
func (s *Screen) lengths(r *routines.Routine) []fyne.CanvasObject {
	in := plan.Input{Routine: r, Catalogue: s.parcel.Catalogue, Pace: s.in.Pace, Floor: s.in.Floor, Warm: s.in.Warm}
	p, err := plan.Fit(in)
	if err != nil {
		return []fyne.CanvasObject{parts.NewParagraph(look.SayError(err), look.Body, look.DangerInk)}
	}
	text := look.T("receive.fixed", "Takes {{.Clock}}, always", map[string]any{"Clock": look.Clock(p.Length)})
	if lo, hi := plan.Range(in); hi > lo {
		text = look.T("receive.range", "{{.Clock}} as written · fits {{.From}} to {{.To}} min",
			map[string]any{"Clock": look.Clock(p.Length), "From": int(lo / time.Minute), "To": int(hi / time.Minute)})
	}
	return []fyne.CanvasObject{parts.NewParagraph(text, look.Body, look.Ink).SetBold(true), parts.NewPhaseBar(parts.Shares(p))}
}

// checked is what the check says.
func (s *Screen) checked(it *share.Item) []fyne.CanvasObject {
	good, worth := advice.Of(draft.Read(it.ID, it.Data, s.parcel.Catalogue), s.parcel.Catalogue)
	var rows []fyne.CanvasObject
	for _, a := range worth[:min(len(worth), mostAdvice)] {
		rows = append(rows, marked(look.IconInfo, look.AccentInk, look.Say(a.Message)))
	}
	if n := len(worth) - mostAdvice; n > 0 {
		rows = append(rows, parts.NewParagraph(look.T("receive.advice-more", "And {{.Count}} smaller things", map[string]any{"Count": n}), look.Small, look.Quiet))
	}
	for _, m := range good[:min(len(good), mostGood)] {
		rows = append(rows, marked(look.IconCheck, look.Ink, look.Say(m)))
	}
	if len(rows) == 0 {
		return nil
	}
	title := look.T("receive.check", "What the check says")
	return []fyne.CanvasObject{titled(title, rows...)}
}

// How much the check may say here; the builder says it all.
const (
	mostAdvice = 3
	mostGood   = 3
)

// cautions is who should take care.
func (s *Screen) cautions() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, tag := range s.parcel.Cautions() {
		if text := look.Caution(tag); text != "" {
			rows = append(rows, parts.NewParagraph("· "+text, look.Small, look.Ink))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{titled(look.T("receive.care", "Leave out what does not suit you, and ask someone who knows you, if"), rows...)}
}

// broughtAlong is what comes with it, and what was left alone.
func (s *Screen) broughtAlong() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	if list := s.parcel.Of(share.Exercise); s.parcel.Main() != nil && len(list) > 0 {
		n, pics := len(list), len(s.parcel.Of(share.Picture))
		text := look.T("receive.brings", "It brings {{.Count}} exercises of its own", map[string]any{"Count": n})
		if pics > 0 {
			text = look.T("receive.brings-pictures", "{{.Exercises}}, and {{.Count}} pictures", map[string]any{"Exercises": text, "Count": pics})
		}
		rows = append(rows, marked(look.IconFigure, look.Ink, text))
	}
	for _, note := range s.parcel.Notes {
		rows = append(rows, marked(look.IconInfo, look.Quiet, look.Say(note)))
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{parts.NewCard(parts.NewColumn(look.S2, rows...)).SetPadding(look.S4)}
}

// titled is a card with a title.
func titled(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	all := append([]fyne.CanvasObject{parts.NewParagraph(title, look.Body, look.Ink).SetBold(true)}, rows...)
	return parts.NewCard(parts.NewColumn(look.S2, all...)).SetPadding(look.S4)
}

// marked is a line of text behind an icon.
func marked(icon look.IconName, role look.Role, text string) fyne.CanvasObject {
	return parts.NewRow(look.S2, 1, sign(icon, role), parts.NewParagraph(text, look.Small, look.Ink))
}

func sign(icon look.IconName, role look.Role) fyne.CanvasObject {
	img := canvas.NewImageFromResource(look.IconIn(icon, role))
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSquareSize(look.Size(16)))
	return img
}

// refused shows why a file is not taken.
func (s *Screen) refused(name string, problems tomlfile.Problems) {
	rows := []fyne.CanvasObject{
		parts.NewRow(look.S3, 1, sign(look.IconWarning, look.DangerInk),
			parts.NewParagraph(look.T("receive.refused", "This was not added"), look.ScreenTitle, look.Ink).SetBold(true)),
		parts.NewParagraph(name, look.Small, look.Quiet),
	}
	for i, p := range problems {
		if i == mostProblems {
			rows = append(rows, parts.NewParagraph(look.T("receive.problems-more", "And {{.Count}} more like these", map[string]any{"Count": len(problems) - i}), look.Small, look.Quiet))
			break
		}
		text := sentence(look.Say(p.Message))
		if p.Line > 0 {
			text = look.T("receive.problem", "{{.File}}, line {{.Line}}: {{.Text}}", map[string]any{"File": short(p.File), "Line": p.Line, "Text": text})
		}
		rows = append(rows, parts.NewParagraph(text, look.Body, look.Ink))
	}
	rows = append(rows, parts.NewParagraph(look.T("receive.untouched", "Nothing on this computer has changed."), look.Small, look.Quiet))
	s.head.Objects = []fyne.CanvasObject{parts.NewCard(parts.NewColumn(look.S3, rows...))}
	s.head.Refresh()
	s.page.Set(s.head)
	parts.Show(s.add, false)
	parts.Show(s.play, false)
	s.no.SetFace(look.T("receive.close", "Close"), "")
	s.scroll.ToTop()
	s.relayout()
}

// sentence begins with a capital: what follows a file's name in a terminal stands alone here.
func sentence(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// mostProblems is how many problems are shown; whoever made the file sees them all in `catcow check`.
const mostProblems = 6
