package library

import (
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

// shares are the phases at the natural length.
func shares(r *routines.Routine, in plan.Input) []parts.Share {
	if p, err := plan.Fit(in); err == nil {
		return parts.Shares(p)
	}
	var out []parts.Share
	for _, ph := range r.Phases {
		out = append(out, parts.Share{Name: ph.Name, Kind: ph.Kind})
	}
	return out
}

// phaseNames names the phases as the bar above shows them.
func phaseNames(r *routines.Routine) string {
	var names []string
	for _, ph := range r.Phases {
		names = append(names, ph.Name)
	}
	return strings.Join(names, " · ")
}

// lengths says how long a routine is: "10:00 natural · fits 3 to 30 min".
func lengths(r *routines.Routine, in plan.Input) string {
	natural := plan.Natural(r, in.Pace)
	out := []string{look.T("library.natural", "{{.Clock}} natural", map[string]any{"Clock": look.Clock(natural)})}
	if lo, hi := plan.Range(in); hi > lo {
		out = append(out, look.T("library.range", "fits {{.From}} to {{.To}} min",
			map[string]any{"From": int(lo / time.Minute), "To": int(hi / time.Minute)}))
	} else {
		out = append(out, look.T("library.fixed", "always this long"))
	}
	return strings.Join(out, " · ")
}

// whose says that a routine is the person's own, or "".
func whose(r *routines.Routine) string {
	switch {
	case r.Overrides:
		return look.T("library.overrides", "Yours, in place of the one Catcow brings")
	case r.Source == exercise.Own:
		return look.T("library.yours", "Yours")
	}
	return ""
}

// brokenCard is a file that cannot be used: where it lies and everything that is wrong with it.
func brokenCard(b routines.Broken) fyne.CanvasObject {
	icon := canvas.NewImageFromResource(look.IconIn(look.IconWarning, look.DangerInk))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(look.Size(20)))
	count := look.T("library.broken", "{{.ID}} cannot be used yet: {{.Count}} mistakes in its file",
		map[string]any{"ID": b.ID, "Count": len(b.Problems)})
	rows := []fyne.CanvasObject{
		parts.NewRow(look.S2, 1, icon, parts.NewParagraph(count, look.Body, look.Ink).SetBold(true)),
		parts.NewParagraph(b.Path, look.Small, look.Quiet),
	}
	for _, p := range b.Problems {
		rows = append(rows, parts.NewParagraph(problem(p.String(), b.Path), look.Small, look.DangerInk))
	}
	return parts.NewCard(parts.NewColumn(look.S2, rows...)).SetRole(look.AccentWash)
}

// problem shortens "file:line:column: …" to the file's own name: the card shows the whole path above.
func problem(s, path string) string {
	dir := path[:strings.LastIndexAny(path, `/\`)+1]
	return strings.TrimPrefix(s, dir)
}
