package figure

// Frame is the box of the picture that holds the whole exercise: every pose, both sides of an
// alternating one, props, and the cues asked for. It does not change while the exercise plays.
func (f *Figure) Frame(o Options) Rect {
	var s Scene
	return s.Frame(f, o)
}

// Frame is [Figure.Frame]. The scene then holds the still picture with these options: making f ready is half the work of
// a picture seen for the first time, and this way it is done once.
func (s *Scene) Frame(f *Figure, o Options) Rect {
	g := s.rigOf(f)
	s.Draw(f, Still(), o)
	r := emptyRect()
	for i := range s.Shapes {
		if focused(f.Focus, s.Shapes[i].key) {
			r = r.Union(s.Shapes[i].bounds)
		}
	}
	cam := g.cam
	if f.flipped(o) {
		cam.flip = -1
	}
	// The way between the poses: the body's coarse outline at many moments.
	more := builds[buildOf(o.Build)].more
	steps := 16 * len(g.poses) * max(1, f.Cycles)
	for rep := range 2 {
		if rep == 1 && !o.Alternate {
			break
		}
		for i := range steps {
			m, swapped := g.mixAt(Moving(float64(rep)+float64(i)/float64(steps), 0), o)
			sk := solve(&m, g.setFor(swapped))
			for _, c := range outlineBalls(&cam, &sk) {
				wide := c.r + more
				r = r.with(Pt{c.c.X - wide, c.c.Y - wide}).with(Pt{c.c.X + wide, c.c.Y + wide})
			}
		}
		if rep == 1 {
			s.Draw(f, Moving(1, 0), o) // the other side's ghost, arrow and props
			for i := range s.Shapes {
				if focused(f.Focus, s.Shapes[i].key) {
					r = r.Union(s.Shapes[i].bounds)
				}
			}
		}
	}
	if o.Alternate {
		s.Draw(f, Still(), o)
	}
	switch f.Focus {
	case "upper":
		r.MinY += (r.MaxY - r.MinY) * 0.42
	case "head":
		r.MinY += (r.MaxY - r.MinY) * 0.66
	}
	return r
}

// focused leaves the floor out of a close-up.
func focused(focus string, key float64) bool { return focus == "" || key > keyProp }
