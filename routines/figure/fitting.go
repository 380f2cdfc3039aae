package figure

import "math"

// Fitting says how [Painter.Paint] and [SVG] place frame in a picture of a size: a point (X, Y) of the scene is seen at
// x + scale·X and y - scale·Y from the top left corner, in the units of the size.
func Fitting(frame Rect, width, height float64) (scale, x, y float64) {
	margin := 0.04 * math.Min(width, height)
	scale = math.Min((width-2*margin)/frame.Width(), (height-2*margin)/frame.Height())
	return scale, width/2 - scale*(frame.MinX+frame.MaxX)/2, height/2 + scale*(frame.MinY+frame.MaxY)/2
}
