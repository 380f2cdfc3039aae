package settings

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
	"catcow/routines/settings"
)

// looks is the window's colours and letters.
func (s *Screen) looks() fyne.CanvasObject {
	return group(look.T("settings.colours", "Colours and text"),
		block(look.T("settings.theme", "Theme"), "",
			choose(s, []option[string]{
				{"system", look.T("settings.theme.system", "As the desktop is")},
				{"espresso", look.T("settings.theme.espresso", "Espresso, light")},
				{"tea", look.T("settings.theme.tea", "Tea, dim")},
			}, func(c *settings.Settings) *string { return &c.Theme })),
		block(look.T("settings.text", "Text size"), "", s.textSizes()),
	)
}

// figure is who shows the way.
func (s *Screen) figure() fyne.CanvasObject {
	return group(look.T("settings.figure", "The figure"),
		parts.NewColumn(look.S3,
			parts.NewParagraph(look.T("settings.figure.about", "Who shows you the way."), look.Small, look.Quiet),
			s.persons(),
			s.tones(look.T("settings.skin", "Skin"), figure.SkinTones(), func(c *settings.Settings) *string { return &c.Skin }),
			s.tones(look.T("settings.hair", "Hair"), figure.HairTones(), func(c *settings.Settings) *string { return &c.Hair })),
	)
}

// window is how the window behaves.
func (s *Screen) window() fyne.CanvasObject {
	return group(look.T("settings.window", "Window"),
		block(look.T("settings.start", "Opens with"), "",
			choose(s, []option[string]{
				{"today", look.T("settings.start.today", "Today")},
				{"routines", look.T("settings.start.routines", "Routines")},
				{"exercises", look.T("settings.start.exercises", "Exercises")},
			}, func(c *settings.Settings) *string { return &c.StartScreen })),
		block(look.T("settings.motion", "Less motion"),
			look.T("settings.motion.about", "The figure stands still, with a shadow of where it starts and an arrow for where it goes."),
			choose(s, []option[string]{
				{"system", look.T("settings.motion.system", "As the desktop is")},
				{"on", look.T("settings.motion.on", "On")},
				{"off", look.T("settings.motion.off", "Off")},
			}, func(c *settings.Settings) *string { return &c.ReducedMotion })),
	)
}

func (s *Screen) textSizes() fyne.CanvasObject {
	var offers []option[int]
	for _, n := range settings.TextSizes {
		offers = append(offers, option[int]{n, look.T("settings.percent", "{{.N}} %", map[string]any{"N": n})})
	}
	return choose(s, offers, func(c *settings.Settings) *int { return &c.TextSize })
}

// tones is a row of colours to choose from, the chosen one named.
func (s *Screen) tones(label string, tones []figure.Tone, field func(*settings.Settings) *string) fyne.CanvasObject {
	name := parts.NewLabel(label, look.Body, look.Ink, false)
	var all []*swatch
	var objects []fyne.CanvasObject
	for _, t := range tones {
		w := newSwatch(t.Color, toneName(t.Name), func() {
			s.change(func(c *settings.Settings) { *field(c) = t.Name })
		})
		all, objects = append(all, w), append(objects, w)
	}
	s.updates = append(s.updates, func(c settings.Settings) {
		for i, t := range tones {
			on := *field(&c) == t.Name
			all[i].setOn(on)
			if on {
				name.SetText(look.T("settings.tone", "{{.What}}: {{.Tone}}", map[string]any{"What": label, "Tone": all[i].name}))
			}
		}
	})
	return parts.NewColumn(look.S1, name, parts.NewFlow(look.S1, objects...))
}

// toneName is a tone in words.
func toneName(id string) string {
	switch id {
	case "porcelain":
		return look.T("settings.tone.porcelain", "porcelain")
	case "sand":
		return look.T("settings.tone.sand", "sand")
	case "amber":
		return look.T("settings.tone.amber", "amber")
	case "bronze":
		return look.T("settings.tone.bronze", "bronze")
	case "umber":
		return look.T("settings.tone.umber", "umber")
	case "ebony":
		return look.T("settings.tone.ebony", "ebony")
	case "black":
		return look.T("settings.tone.black", "black")
	case "brown":
		return look.T("settings.tone.brown", "brown")
	case "chestnut":
		return look.T("settings.tone.chestnut", "chestnut")
	case "copper":
		return look.T("settings.tone.copper", "copper")
	case "blond":
		return look.T("settings.tone.blond", "blond")
	case "grey":
		return look.T("settings.tone.grey", "grey")
	}
	return id
}
