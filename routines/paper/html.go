package paper

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"image/color"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"catcow/routines/figure"
	own "catcow/routines/picture"
)

// HTML writes sheets as one page that needs nothing else: pictures inside, no script, nothing fetched. A browser prints
// it; each sheet begins a sheet of paper and no exercise is split. Options.Fonts are not used.
func HTML(w io.Writer, sheets []Sheet, o Options) error {
	if len(sheets) == 0 {
		return errors.New("printing: there is nothing to print")
	}
	if o.Paper == "" {
		o.Paper = A4
	}
	p := &print{o: o, palette: figure.Paper(o.Skin, o.Hair, o.Grey), inks: inksFor(o.Grey)}
	h := &htmlWriter{print: p}
	lang := ""
	if o.Language != "" {
		lang = ` lang="` + html.EscapeString(o.Language) + `"`
	}
	h.add("<!DOCTYPE html>\n<html%s>\n<head>\n<meta charset=\"utf-8\">\n", lang)
	h.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Catcow\">\n")
	h.add("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", escape(sheets[0].Title), h.style())
	for i := range sheets {
		h.sheet(&sheets[i])
	}
	h.add("</body>\n</html>\n")
	if h.err != nil {
		return fmt.Errorf("printing: %w", h.err)
	}
	if _, err := w.Write(h.out.Bytes()); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return nil
}

// htmlWriter writes the page; its figures are numbered, because names in a page must differ.
type htmlWriter struct {
	*print
	out     bytes.Buffer
	figures int
	err     error
}

func (h *htmlWriter) add(format string, args ...any) { fmt.Fprintf(&h.out, format, args...) }

func escape(s string) string {
	return html.EscapeString(strings.Join(strings.Fields(strings.ToValidUTF8(s, "□")), " "))
}

func css(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func (h *htmlWriter) style() string {
	size := "A4"
	if h.o.Paper == Letter {
		size = "letter"
	}
	return `@page { size: ` + size + `; margin: 14mm 16mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: #fff; color: ` + css(h.inks.text) + `;
  font: 11.5pt/1.35 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
@media print { body { max-width: none; padding: 0; } article + article { break-before: page; } }
h1 { font-size: 24pt; line-height: 1.2; margin: 0 0 2pt; }
h2 { font-size: 14pt; margin: 16pt 0 8pt; padding-bottom: 3pt; border-bottom: 1.1pt solid; break-after: avoid; }
h2 svg { width: 18pt; height: 18pt; vertical-align: -4pt; margin-right: 6pt; }
h2 small { font-size: 11.5pt; font-weight: normal; color: ` + css(h.quiet) + `; margin-left: 8pt; }
h3 { font-size: 14.5pt; margin: 0; }
h3 small { font-size: 11.5pt; font-weight: normal; color: ` + css(h.quiet) + `; margin-left: 8pt; }
h4 { font-size: 12.5pt; margin: 16pt 0 2pt; break-after: avoid; }
p { margin: 0; }
ul { margin: 2pt 0 3pt; padding-left: 14pt; }
li { break-inside: avoid; }
.quiet { color: ` + css(h.quiet) + `; }
.fields { display: flex; gap: 18pt; margin: 12pt 0; color: ` + css(h.quiet) + `; }
.fields span { flex: 3; border-bottom: 0.6pt solid ` + css(h.inks.text) + `; }
.fields span:last-child { flex: 2; }
.honest { border: 0.8pt solid ` + css(h.rule) + `; border-radius: 6pt; padding: 7pt 9pt; display: flex; gap: 8pt; }
.honest svg { flex: none; width: 18pt; height: 18pt; }
.legend { margin-top: 6pt; color: ` + css(h.quiet) + `; display: flex; gap: 22pt; }
.legend svg { width: 12pt; height: 12pt; vertical-align: -1.5pt; margin-right: 5pt; }
.step { display: flex; gap: 16pt; margin: 0 0 16pt; break-inside: avoid; }
.show { flex: none; width: 52mm; text-align: center; }
.show > svg, .show > img { display: block; width: 100%; max-height: 44mm; margin: 0 auto 5pt; object-fit: contain; }
.words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.dose { font-weight: bold; }
.words b { color: ` + css(h.quiet) + `; }
.ticks { display: grid; grid-template-columns: repeat(7, 1fr); gap: 4pt; }
.ticks span { aspect-ratio: 1; border: 0.7pt solid ` + css(h.quiet) + `; border-radius: 2pt; color: ` + css(h.rule) + `;
  font-size: 9pt; display: grid; place-items: center; }
.made { margin-top: 14pt; font-size: 9.5pt; color: ` + css(h.quiet) + `; }
`
}

func (h *htmlWriter) sheet(s *Sheet) {
	w := s.Words
	h.add("<article>\n<h1>%s</h1>\n", escape(s.Title))
	if s.About != "" {
		h.add("<p>%s</p>\n", escape(s.About))
	}
	h.add("<p class=\"quiet\">%s</p>\n", escape(strings.Join(s.Facts, " · ")))
	h.add("<p class=\"fields\"><span>%s</span><span>%s</span></p>\n", escape(w.Name), escape(w.Date))
	h.add("<div class=\"honest\">%s<p>%s</p></div>\n", h.icon(warning(10, 10, 9, h.warn)), escape(w.Honest))
	h.add("<p class=\"legend\"><span>%s%s</span>", h.icon(h.feelMark(10, 10, 7)), escape(w.Feel))
	if s.Days > 0 {
		edge := path{stroke: h.quiet, width: 1.2}
		h.add("<span>%s%s</span>", h.icon([]mark{*edge.rect(box{2, 2, 16, 16}, 3)}), escape(w.Tick))
	}
	h.add("</p>\n")
	for i := range s.Phases {
		ph := &s.Phases[i]
		ink := h.kind(ph.Kind)
		h.add("<section>\n<h2 style=\"color: %s\">%s%s<small>%s</small></h2>\n", css(ink), h.icon(sign(ph.Kind, 10, 10, 9, ink)), escape(ph.Name), escape(ph.About))
		for k := range ph.Steps {
			h.step(s, &ph.Steps[k])
		}
		h.add("</section>\n")
	}
	var care []string
	for _, c := range s.Care {
		care = append(care, c.If+" ("+numbers(c.Numbers)+")")
	}
	h.list(w.Notes, s.Notes)
	h.list(w.Care, care)
	h.add("<p class=\"made\">%s</p>\n</article>\n", escape(w.Made))
}

func (h *htmlWriter) list(title string, rows []string) {
	if len(rows) == 0 {
		return
	}
	h.add("<h4>%s</h4>\n<ul>\n", escape(title))
	for _, r := range rows {
		h.add("<li>%s</li>\n", escape(r))
	}
	h.add("</ul>\n")
}

func (h *htmlWriter) step(s *Sheet, st *Step) {
	h.add("<div class=\"step\">\n")
	if st.Figure != nil || st.Picture != "" || st.Number > 0 && s.Days > 0 {
		h.add("<div class=\"show\">")
		h.show(st)
		h.ticks(s, st)
		h.add("</div>\n")
	}
	h.add("<div class=\"words\">\n<h3>")
	if st.Number > 0 {
		h.add("%d ", st.Number)
	}
	h.add("%s", escape(st.Name))
	if st.Place != "" {
		h.add("<small>%s</small>", escape(st.Place))
	}
	dose := st.Dose
	if st.Sides != "" {
		dose += " · " + st.Sides
	}
	h.add("</h3>\n<p class=\"dose\">%s</p>\n", escape(dose))
	if len(st.Cues) > 0 {
		h.add("<ul>\n")
		for _, c := range st.Cues {
			h.add("<li>%s</li>\n", escape(c))
		}
		h.add("</ul>\n")
	}
	w := s.Words
	for _, said := range [][2]string{{w.Breath, st.Breath}, {w.Mistake, st.Mistake}, {w.Easier, st.Easier}, {w.Note, st.Note}} {
		if said[1] != "" {
			h.add("<p><b>%s</b> %s</p>\n", escape(said[0]), escape(said[1]))
		}
	}
	h.add("</div>\n</div>\n")
}

func (h *htmlWriter) ticks(s *Sheet, st *Step) {
	if st.Number == 0 || s.Days == 0 {
		return
	}
	h.add("<div class=\"ticks\">")
	for week := 0; week < s.Days; week += 7 {
		for range s.Times {
			for day := week; day < min(week+7, s.Days); day++ {
				at := ""
				if day == week {
					at = ` style="grid-column: 1"`
				}
				h.add("<span%s>%d</span>", at, day+1)
			}
		}
	}
	h.add("</div>")
}

// show puts in the figure, or a person's own picture as it is: as an image, where no script of an SVG is run.
func (h *htmlWriter) show(st *Step) {
	switch {
	case st.Figure != nil:
		h.figure(st)
	case st.Picture != "":
		data, err := readPicture(st.Picture, own.Check)
		if err != nil {
			return
		}
		kind := "image/svg+xml"
		if !isSVG(st.Picture) {
			kind = http.DetectContentType(data)
		}
		grey := ""
		if h.o.Grey {
			grey = ` style="filter: grayscale(1)"`
		}
		h.add(`<img alt="%s" src="data:%s;base64,%s"%s>`, escape(st.Name), kind, base64.StdEncoding.EncodeToString(data), grey)
	}
}

// named are the names in a figure's SVG, and what refers to them.
var named = regexp.MustCompile(`( id="| xlink:href="#|url\(#)`)

func (h *htmlWriter) figure(st *Step) {
	const wide = 600
	o := figure.All()
	o.Side, o.Build = st.Side, h.o.Figure
	scene, frame := stillOf(st, o)
	high := max(int(frame.Height()/frame.Width()*wide+0.5), 1)
	var svg bytes.Buffer
	if err := figure.SVG(&svg, scene, &h.palette, frame, wide, high); err != nil {
		h.err = err
		return
	}
	h.figures++
	text := named.ReplaceAllString(svg.String(), "${1}f"+strconv.Itoa(h.figures))
	text = strings.Replace(text, fmt.Sprintf(` width="%d" height="%d"`, wide, high), ` role="img" aria-label="`+escape(st.Name)+`"`, 1)
	// The same margin as figure.SVG keeps.
	m := 0.04 * float64(min(wide, high))
	at := box{m, m, wide - 2*m, float64(high) - 2*m}
	var below, marks bytes.Buffer
	for _, mk := range h.edges(scene, viewOf(at, frame), 4) {
		writeSVG(&below, mk)
	}
	for _, f := range feltAt(scene, viewOf(at, frame), 30) {
		for _, mk := range h.feelMark(f.x, f.y, f.r) {
			writeSVG(&marks, mk)
		}
	}
	text = strings.Replace(text, "</defs>\n", "</defs>\n"+below.String()+"\n", 1)
	h.out.WriteString(strings.Replace(text, "</svg>", marks.String()+"</svg>", 1))
}

// icon is a small picture 20 units wide and high.
func (h *htmlWriter) icon(marks []mark) string {
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" aria-hidden="true">`)
	for _, m := range marks {
		writeSVG(&b, m)
	}
	b.WriteString("</svg>")
	return b.String()
}

// writeSVG writes a path as an element; other marks are written by the page itself.
func writeSVG(b *bytes.Buffer, m mark) {
	p, ok := m.(path)
	if !ok {
		return
	}
	fill, stroke := "none", ""
	if p.fill.A > 0 {
		fill = css(p.fill)
	}
	if p.stroke.A > 0 && p.width > 0 {
		stroke = fmt.Sprintf(` stroke="%s" stroke-width="%.4g" stroke-linecap="round" stroke-linejoin="round"`, css(p.stroke), p.width)
	}
	fmt.Fprintf(b, `<path fill="%s"%s d="`, fill, stroke)
	for _, s := range p.steps {
		switch s.kind {
		case 'm', 'l':
			fmt.Fprintf(b, "%c%.4g %.4g", s.kind-'a'+'A', s.p.X, s.p.Y)
		case 'c':
			fmt.Fprintf(b, "C%.4g %.4g %.4g %.4g %.4g %.4g", s.a.X, s.a.Y, s.b.X, s.b.Y, s.p.X, s.p.Y)
		case 'h':
			b.WriteByte('Z')
		}
	}
	b.WriteString(`"/>`)
}
