package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// Label is text in one of the look's sizes and roles. One line that ends in "…" where room is short, or, with Wrap, as
// many lines as its width needs.
type Label struct {
	widget.BaseWidget
	text  string
	size  float32
	role  look.Role
	bold  bool
	wrap  bool
	align fyne.TextAlign
	tint  color.Color // instead of the role's colour

	width float32    // last laid out, so that the height of wrapped text is known
	kept  [2]wrapped // the lines last worked out
}

// wrapped is a text in lines, and what they were worked out for. A window asks every label for its size with every frame,
// and breaking lines anew each time took longer than everything else it asked.
type wrapped struct {
	text        string
	size, width float32
	bold        bool
	lines       []string
}

// lines is the text in lines for a width.
func (l *Label) lines(width float32) []string {
	at := wrapped{text: l.text, size: look.Size(l.size), width: width, bold: l.bold}
	for _, k := range l.kept {
		if k.lines != nil && k.text == at.text && k.size == at.size && k.width == at.width && k.bold == at.bold {
			return k.lines
		}
	}
	at.lines = Wrap(l.text, at.size, l.style(), width)
	l.kept[0], l.kept[1] = at, l.kept[0]
	return at.lines
}

// NewLabel is one line of text; size is one of the look's type sizes, unscaled.
func NewLabel(text string, size float32, role look.Role, bold bool) *Label {
	l := &Label{text: text, size: size, role: role, bold: bold}
	l.ExtendBaseWidget(l)
	return l
}

// NewParagraph is text that wraps at spaces. Put it in a Column, which gives it the height its width needs.
func NewParagraph(text string, size float32, role look.Role) *Label {
	l := NewLabel(text, size, role, false)
	l.wrap = true
	return l
}

// Text is what the label says.
func (l *Label) Text() string { return l.text }

// SetText changes what the label says.
func (l *Label) SetText(s string) {
	if s != l.text {
		l.text = s
		l.Refresh()
	}
}

// SetRole changes the label's colour.
func (l *Label) SetRole(r look.Role) {
	if r != l.role {
		l.role = r
		l.Refresh()
	}
}

// SetAlign puts the text left, in the middle or right; it returns the label.
func (l *Label) SetAlign(a fyne.TextAlign) *Label {
	l.align = a
	l.Refresh()
	return l
}

// SetBold makes the text bold; it returns the label.
func (l *Label) SetBold(b bool) *Label {
	if b != l.bold {
		l.bold = b
		l.Refresh()
	}
	return l
}

// SetSize changes the type size, unscaled; it returns the label.
func (l *Label) SetSize(size float32) *Label {
	if size != l.size {
		l.size = size
		l.Refresh()
	}
	return l
}

// SetTint gives the label a colour of its own instead of a role's, such as white on a kind's Deep; nil takes it back.
func (l *Label) SetTint(c color.Color) *Label {
	l.tint = c
	l.Refresh()
	return l
}

// AccessibilityLabel is what a screen reader says.
func (l *Label) AccessibilityLabel() string { return l.text }

// AccessibilityRole says that this is text.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (l *Label) style() fyne.TextStyle { return fyne.TextStyle{Bold: l.bold} }

// lead is the distance from line to line: a little air for wrapped text.
func (l *Label) lead() float32 {
	h := fyne.MeasureText("Ág", look.Size(l.size), l.style()).Height
	if l.wrap {
		return h * 1.06
	}
	return h
}

// HeightFor is the height the text needs at a width.
func (l *Label) HeightFor(width float32) float32 {
	if !l.wrap {
		return l.lead()
	}
	return float32(len(l.lines(width))) * l.lead()
}

// CreateRenderer draws the label.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	p := &pieces{}
	p.layout = func(s fyne.Size) {
		if l.wrap && s.Width != l.width {
			l.width = s.Width
			p.restyle()
		}
		if !l.wrap {
			l.width = s.Width
			p.restyle()
		}
		lead := l.lead()
		top := float32(0)
		if !l.wrap {
			top = (s.Height - lead) / 2
		}
		for i, o := range p.objects {
			o.Move(fyne.NewPos(0, top+float32(i)*lead))
			o.Resize(fyne.NewSize(s.Width, lead))
		}
	}
	p.min = func() fyne.Size {
		if !l.wrap {
			// One line may shrink to a few letters and an ellipsis; a layout that can will give it all it wants.
			return fyne.NewSize(fyne.MeasureText(l.text, look.Size(l.size), l.style()).Width, l.lead())
		}
		w := l.width
		if w <= 0 {
			w = look.Size(200)
		}
		return fyne.NewSize(look.Size(80), l.HeightFor(w))
	}
	p.restyle = func() {
		size, style := look.Size(l.size), l.style()
		lines := []string{l.text}
		if l.width > 0 {
			if l.wrap {
				lines = l.lines(l.width)
			} else {
				lines[0] = Shorten(l.text, size, style, l.width)
			}
		}
		var c color.Color = look.Color(l.role)
		if l.tint != nil {
			c = l.tint
		}
		for len(p.objects) < len(lines) {
			p.objects = append(p.objects, canvas.NewText("", nil))
		}
		p.objects = p.objects[:len(lines)]
		lead := l.lead()
		for i, s := range lines {
			t := p.objects[i].(*canvas.Text)
			t.Text, t.TextSize, t.TextStyle, t.Color, t.Alignment = s, size, style, c, l.align
			if l.wrap {
				t.Move(fyne.NewPos(0, float32(i)*lead))
				t.Resize(fyne.NewSize(l.width, lead))
			}
		}
	}
	p.restyle()
	return p
}

// OneLine is the width the text would take on one line.
func (l *Label) OneLine() float32 {
	return fyne.MeasureText(l.text, look.Size(l.size), l.style()).Width
}
