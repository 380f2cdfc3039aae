package figure

// Views lists where the camera can stand, as [Figure.View] takes it.
func Views() []string { return []string{"side", "three_quarter", "front", "above"} }

// camera is an orthographic view: turned about the upright axis by yaw, lifted by elevation.
// At yaw 0 it looks at the figure's right side, at 90 at its front.
type camera struct {
	yaw, elevation float64
	sy, cy, se, ce float64
	flip           float64 // -1 mirrors the picture
}

func (f *Figure) camera() camera {
	yaw, elevation := 0.0, 8.0
	switch f.View {
	case "three_quarter":
		yaw, elevation = 35, 10
	case "front":
		yaw, elevation = 90, 6
	case "above":
		yaw, elevation = 0, 66
	}
	set(&yaw, f.Yaw)
	set(&elevation, f.Elevation)
	return cameraAt(yaw, elevation, false)
}

func cameraAt(yaw, elevation float64, flip bool) camera {
	c := camera{yaw: yaw, elevation: elevation, flip: 1}
	if flip {
		c.flip = -1
	}
	c.sy, c.cy = sincos(yaw)
	c.se, c.ce = sincos(elevation)
	return c
}

// project is where v is seen, and how far away along the line of sight.
func (c *camera) project(v Vec) (p Pt, depth float64) {
	away := v.Z*c.cy - v.X*c.sy
	return Pt{c.flip * (v.X*c.cy + v.Z*c.sy), v.Y*c.ce + away*c.se}, away*c.ce - v.Y*c.se
}

func (c *camera) flat(v Vec) Pt { p, _ := c.project(v); return p }

// depth of a point or direction along the line of sight; less is nearer.
func (c *camera) depth(v Vec) float64 { _, d := c.project(v); return d }
