package exercise

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"catcow/routines/figure"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// pictureTypes are the pictures that can be shown.
var pictureTypes = []string{".png", ".jpg", ".jpeg", ".svg"}

// drawing checks that there is something to see, and the figure itself.
func (r *reader) drawing() {
	d, e := r.doc, r.e
	switch {
	case e.Figure != nil && e.Picture != "":
		d.AddKey("picture", message.New("exercise.picture-and-figure", "an exercise shows a [figure] or a picture, not both; take one out"))
	case e.Figure == nil && e.Picture == "" && !r.activity():
		d.Missing("figure", `draws the exercise; or write picture = "file.png" to show a picture that lies beside this file`)
	}
	if e.Picture != "" {
		r.picture()
	}
	if e.Figure != nil && !d.Damaged() {
		for _, p := range e.Figure.Check() {
			r.figureProblem(p)
		}
	}
}

// picture checks the name of a picture. It must lie beside the file, so that a file sent by someone else cannot point
// at anything else on this computer.
func (r *reader) picture() {
	d, name := r.doc, r.e.Picture
	d.Text("picture", name, MostPicture)
	if strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, ".") {
		d.Add("picture", message.New("exercise.picture-place", `picture is the name of a file in the same folder, without a path; found "{{.Found}}"`,
			"Found", name))
		return
	}
	if !slices.Contains(pictureTypes, strings.ToLower(path.Ext(name))) {
		d.Add("picture", message.New("exercise.picture-type", `picture must be a PNG, JPEG or SVG file; found "{{.Found}}"`, "Found", name))
	}
}

// fewChoices is how many choices a message lists when none is near.
const fewChoices = 12

// figureProblem puts what the figure says about itself at its place in the file.
func (r *reader) figureProblem(p figure.Problem) {
	at := r.doc.ElementWith(p.Key, p.Found)
	found := p.Found
	if _, err := strconv.ParseFloat(found, 64); err != nil && !strings.HasPrefix(found, "[") {
		found = tomlfile.Quote(found)
	}
	key := tomlfile.LastKey(p.Key)
	near := tomlfile.Nearest(p.Found, p.Choices)
	switch {
	case p.Found == "":
		r.doc.Add(at, message.New("figure.problem", "{{.Key}} {{.Text}}", "Key", key, "Text", p.Text))
	case near != "":
		r.doc.Add(at, message.New("figure.problem-near", `{{.Key}} {{.Text}}; found {{.Found}}, did you mean "{{.Nearest}}"?`,
			"Key", key, "Text", p.Text, "Found", found, "Nearest", near))
	case len(p.Choices) > 0 && len(p.Choices) <= fewChoices:
		r.doc.Add(at, message.New("figure.problem-choices", "{{.Key}} {{.Text}}; found {{.Found}}, it can be {{.Choices}}",
			"Key", key, "Text", p.Text, "Found", found, "Choices", strings.Join(p.Choices, ", ")))
	default:
		r.doc.Add(at, message.New("figure.problem-found", "{{.Key}} {{.Text}}; found {{.Found}}", "Key", key, "Text", p.Text, "Found", found))
	}
}
