package figure

import "math"

// Props lists the things a picture can hold, as [Figure.Props] takes them.
func Props() []string {
	return []string{"mat", "chair", "wall", "doorway", "pillow", "strap", "roller", "ball", "step"}
}

// prop is one thing in the picture, placed.
type prop struct {
	kind                  string
	at                    Vec // middle of its foot
	turn                  float64
	height, length, width float64
	to                    string
}

// setting is what stands round the body in every pose.
type setting struct {
	props []prop
}

// usualPlace is where a prop stands unless the file moves it. Lengths run forward, widths to the side.
func usualPlace(kind string) prop {
	p := prop{kind: kind}
	switch kind {
	case "mat":
		p.width = 0.42
	case "chair":
		p.height, p.length, p.width = seatHeight, 0.27, 0.27
	case "wall":
		p.at.X, p.height, p.length = -0.085, 1.16, 0.9
	case "doorway":
		p.height, p.width = 1.2, 0.62
	case "pillow":
		p.at.X, p.height, p.length, p.width = -0.42, 0.05, 0.17, 0.28
	case "roller":
		p.at.X, p.height, p.length = -0.2, 0.09, 0.36
	case "ball":
		p.height = 0.08
	case "step":
		p.at.X, p.height, p.length, p.width = 0.3, 0.12, 0.24, 0.4
	case "strap":
		p.to = "right_sole"
	}
	return p
}

func (f *Figure) setting() *setting {
	s := &setting{}
	for _, kind := range f.Props {
		p := usualPlace(kind)
		if o, ok := f.Place[kind]; ok {
			set(&p.at.X, o.Forward)
			set(&p.at.Y, o.Up)
			set(&p.at.Z, o.Left)
			set(&p.turn, o.Turn)
			set(&p.height, o.Height)
			set(&p.length, o.Length)
			set(&p.width, o.Width)
			if o.To != "" {
				p.to = o.To
			}
		}
		s.props = append(s.props, p)
	}
	return s
}

// mirrored is the setting with left and right exchanged.
func (s *setting) mirrored() *setting {
	m := &setting{props: make([]prop, len(s.props))}
	for i, p := range s.props {
		p.at.Z, p.turn, p.to = -p.at.Z, -p.turn, otherSide(p.to)
		m.props[i] = p
	}
	return m
}

func (s *setting) find(kind string) *prop {
	for i := range s.props {
		if s.props[i].kind == kind {
			return &s.props[i]
		}
	}
	return nil
}

// axes are the prop's own directions in the room.
func (p *prop) axes() frame {
	return faced(frame{Vec{1, 0, 0}, Vec{0, 1, 0}, Vec{0, 0, 1}}, p.turn)
}

// place is a point of the room measured from the prop's foot along its own axes.
func (p *prop) place(forward, up, left float64) Vec {
	return p.at.add(p.axes().in(Vec{forward, up, left}))
}

// top is how high the prop's upper surface is.
func (p *prop) top() float64 { return p.at.Y + p.height }

// chairBack is how far behind the middle of the seat, and how high over the floor, the back's upper edge is.
func (p *prop) chairBack() (behind, high float64) { return p.length/2 + 0.005, p.height + 0.27 }

// under is the height of what carries a point of the body: the floor, or a prop below it.
func (s *setting) under(at Vec, r float64) float64 {
	best := 0.0
	for i := range s.props {
		p := &s.props[i]
		d := at.sub(p.at)
		ax := p.axes()
		x, z := d.dot(ax.front), d.dot(ax.left)
		h := 0.0
		switch p.kind {
		case "chair":
			// A thigh or shank beside the seat is not on it, so the seat carries only what is near its height.
			if math.Abs(x) <= p.length/2+0.03 && math.Abs(z) <= p.width/2+0.03 && at.Y > p.top() {
				h = p.top()
			}
		case "step", "pillow":
			if math.Abs(x) <= p.length/2+0.02 && math.Abs(z) <= p.width/2+0.02 && at.Y > p.top()-0.02 {
				h = p.top()
			}
		case "roller":
			if rr := p.height / 2; math.Abs(x) < rr+r && math.Abs(z) <= p.length/2 {
				h = p.at.Y + rr + math.Sqrt((rr+r)*(rr+r)-x*x) - r
			}
		case "ball":
			if rr := p.height / 2; x*x+z*z < (rr+r)*(rr+r) {
				h = p.at.Y + rr + math.Sqrt((rr+r)*(rr+r)-x*x-z*z) - r
			}
		}
		best = math.Max(best, h)
	}
	return best
}
