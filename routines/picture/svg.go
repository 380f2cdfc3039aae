package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strings"

	"catcow/routines/message"
)

// What drawing an SVG may cost. A path is drawn line of pixels by line of pixels, and a dashed one dash by dash, so
// numbers out of all proportion would keep the window busy for hours.
const (
	mostElements = 20_000
	mostDepth    = 64
	mostLines    = 4e8     // lines of pixels, at a height of thousand
	mostDashes   = 1e6     // dashes, all together
	leastEdge    = 0.1     // of the picture, in its own units
	mostEdge     = 1e6     // and at most
	mostAspect   = 20      // of the long edge to the short one
	atPixels     = 1000    // how large a picture is drawn at most, roughly
	mostMiter    = 100     // a corner reaches so many line widths out
	mostScale    = 1e6     // of all transformations of a shape together
	steepest     = 80      // degrees of a skew
	mostNumber   = 1 << 20 // in the file's units; fixed-point arithmetic of 26 bits overflows beyond
)

// refused are elements that are no drawing, lead elsewhere, or draw other parts again and again.
var refused = []string{"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "image", "use", "handler", "listener"}

var (
	errNotSVG   = errors.New("no SVG")
	damagedSVG  = message.New("picture.svg-damaged", "it is not an SVG drawing, or a damaged one")
	costlySVG   = message.New("picture.svg-costly", "it is drawn with numbers out of all proportion; save it as PNG instead")
	scriptedSVG = message.New("picture.svg-script", "it holds more than a drawing: a script, another picture, or a link; save it as plain SVG or as PNG")
	entitySVG   = message.New("picture.svg-entity", "it defines abbreviations of its own (entities); save it as plain SVG or as PNG")
)

// checkSVG reads an SVG file as XML and estimates what drawing it would cost.
func checkSVG(data []byte) (message.Message, bool) {
	if len(data) > MostSVG {
		return tooLarge(len(data), MostSVG), false
	}
	s := svg{stack: []state{{scale: 1}}}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errNotSVG }
	for {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && s.drawn && len(s.stack) == 1:
			return message.Message{}, true
		case err != nil:
			return damagedSVG, false
		}
		if m, ok := s.token(t); !ok {
			return m, false
		}
	}
}

// svg is a drawing being read.
type svg struct {
	drawn         bool // the svg element was there
	edge          float64
	elements      int
	lines, dashes float64
	stack         []state
	names         []string
	css           bool // within <style>
	defs          int  // <defs> around
}

// state is what a shape inherits.
type state struct {
	scale float64 // how much larger it is drawn than it says
	dash  float64 // length of a dash pattern, 0 for none
}

func (s *svg) token(t xml.Token) (message.Message, bool) {
	switch t := t.(type) {
	case xml.Directive:
		up := bytes.ToUpper(t)
		if bytes.Contains(up, []byte("ENTITY")) || bytes.ContainsAny(up, "[") {
			return entitySVG, false
		}
	case xml.ProcInst:
		if t.Target != "xml" {
			return scriptedSVG, false
		}
	case xml.CharData:
		if s.css {
			return s.sheet(string(t))
		}
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		if len(s.names) == 0 || s.names[len(s.names)-1] != t.Name.Local {
			return damagedSVG, false
		}
		s.css = false
		if t.Name.Local == "defs" {
			s.defs--
		}
		s.stack, s.names = s.stack[:len(s.stack)-1], s.names[:len(s.names)-1]
	}
	return message.Message{}, true
}

func (s *svg) start(t xml.StartElement) (message.Message, bool) {
	name := strings.ToLower(t.Name.Local)
	s.elements++
	switch {
	case !s.drawn && name != "svg", s.drawn && name == "svg":
		return damagedSVG, false // a drawing within a drawing would have a scale of its own
	case s.elements > mostElements || len(s.stack) > mostDepth:
		return costlySVG, false
	case slices.Contains(refused, name):
		return scriptedSVG, false
	}
	at := s.stack[len(s.stack)-1]
	sh := shape{state: &at}
	for _, a := range t.Attr {
		if m, ok := sh.attribute(strings.ToLower(a.Name.Local), a.Value); !ok {
			return m, false
		}
	}
	if name == "svg" {
		s.drawn = true
		if s.edge = sh.size(); s.edge == 0 {
			return damagedSVG, false
		}
	} else if sh.count > 0 {
		reach := sh.most * at.scale / s.edge
		s.lines += float64(sh.count) * 2 * reach * atPixels
		if at.dash > 0 {
			s.dashes += float64(sh.count) * 2 * sh.most / at.dash
		}
	}
	if !(s.lines <= mostLines) || !(s.dashes <= mostDashes) || !(at.scale <= mostScale) || !(sh.most <= mostNumber) {
		return costlySVG, false
	}
	if name == "defs" {
		s.defs++
	}
	s.css = name == "style"
	s.stack, s.names = append(s.stack, at), append(s.names, t.Name.Local)
	return message.Message{}, true
}

// sheet is the text of a <style>: it may colour, but neither lead elsewhere nor dash.
func (s *svg) sheet(text string) (message.Message, bool) {
	low := strings.ToLower(text)
	if strings.Contains(low, "@import") || leadsOut(low) {
		return scriptedSVG, false
	}
	if strings.Contains(low, "dasharray") || strings.Contains(low, "transform") || strings.Contains(low, "stroke-miterlimit") {
		return costlySVG, false
	}
	return message.Message{}, true
}

// leadsOut reports whether a text refers to anything but a part of its own file.
func leadsOut(low string) bool {
	for {
		_, after, found := strings.Cut(low, "url(")
		if !found {
			return false
		}
		if !strings.HasPrefix(strings.TrimLeft(after, ` '"`), "#") {
			return true
		}
		low = after
	}
}

// shape is an element's attributes, as far as they say what it costs.
type shape struct {
	*state
	count         int     // numbers
	most          float64 // the largest
	width, height float64
	viewBox       []float64
}

// attribute takes one in; its name is in small letters.
func (sh *shape) attribute(name, value string) (message.Message, bool) {
	low := strings.ToLower(strings.TrimSpace(value))
	switch {
	case strings.HasPrefix(name, "on"), strings.HasPrefix(low, "javascript:"), leadsOut(low):
		return scriptedSVG, false
	case (name == "href" || name == "src" || name == "data") && !strings.HasPrefix(low, "#"):
		return scriptedSVG, false
	}
	switch name {
	case "style":
		for pair := range strings.SplitSeq(value, ";") {
			if k, v, ok := strings.Cut(pair, ":"); ok {
				k = strings.ToLower(strings.TrimSpace(k))
				if k == "style" {
					continue
				}
				if m, ok := sh.attribute(k, v); !ok {
					return m, false
				}
			}
		}
	case "viewbox":
		sh.viewBox = numbers(value)
	case "transform":
		return sh.transform(low)
	case "stroke-dasharray":
		sh.dash = 0
		for _, n := range numbers(value) {
			sh.dash += max(n, 0)
		}
		if ns := numbers(value); len(ns) > 0 && sh.dash < 1e-2 {
			return costlySVG, false
		}
	case "stroke-miterlimit":
		for _, n := range numbers(value) {
			if n > mostMiter {
				return costlySVG, false
			}
		}
	case "d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "stroke-width", "stroke-dashoffset":
		for _, n := range numbers(value) {
			sh.count++
			if sh.most = max(sh.most, math.Abs(n)); math.IsNaN(n) {
				return damagedSVG, false
			}
			switch name {
			case "width":
				sh.width = n
			case "height":
				sh.height = n
			}
		}
	}
	return message.Message{}, true
}

// transform takes in how much larger a shape becomes.
func (sh *shape) transform(value string) (message.Message, bool) {
	for part := range strings.SplitSeq(value, ")") {
		name, args, _ := strings.Cut(part, "(")
		ns := numbers(args)
		switch strings.Trim(name, " ,\t\r\n") {
		case "matrix":
			if len(ns) != 6 {
				return damagedSVG, false
			}
			sh.scale *= max(math.Abs(ns[0])+math.Abs(ns[2]), math.Abs(ns[1])+math.Abs(ns[3]))
			sh.far(ns[4:])
		case "scale":
			k := 0.0
			for _, n := range ns {
				k = max(k, math.Abs(n))
			}
			sh.scale *= k
		case "translate":
			sh.far(ns)
		case "skewx", "skewy":
			for _, n := range ns {
				if math.Abs(n) > steepest {
					return costlySVG, false
				}
			}
			sh.scale *= 1 / math.Cos(steepest*math.Pi/180)
		case "rotate":
			if len(ns) > 1 {
				sh.far(ns[1:])
			}
		}
	}
	return message.Message{}, true
}

// far takes in how far a shape is moved: no line becomes longer by that, but numbers may overflow.
func (sh *shape) far(ns []float64) {
	for _, n := range ns {
		sh.most = max(sh.most, math.Abs(n))
	}
}

// size is the long edge of the drawing in its own units, or 0 when it says none that makes sense.
func (sh *shape) size() float64 {
	w, h := sh.width, sh.height
	if len(sh.viewBox) == 4 {
		w, h = sh.viewBox[2], sh.viewBox[3]
	}
	long, short := max(w, h), min(w, h)
	if !(short >= leastEdge && long <= mostEdge && long <= short*mostAspect) {
		return 0
	}
	return long
}
