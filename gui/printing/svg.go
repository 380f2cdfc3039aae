package printing

import (
	"bytes"
	"errors"
	"fmt"
	"image"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// drawSVG draws an SVG that package picture has looked at as large as it fits into a width and height in pixels, the way
// Fyne draws it in the window.
func drawSVG(data []byte, width, height int) (img image.Image, err error) {
	// The reader and the rasteriser panic on some files that are no worse than odd.
	defer func() {
		if r := recover(); r != nil {
			img, err = nil, fmt.Errorf("drawing an SVG: %v", r)
		}
	}()
	icon, err := oksvg.ReadReplacingCurrentColor(bytes.NewReader(data), "#000000")
	if err != nil {
		return nil, fmt.Errorf("reading an SVG: %w", err)
	}
	view := icon.ViewBox
	if !(view.W > 0 && view.H > 0) {
		return nil, errors.New("the SVG does not say how large it is")
	}
	k := min(float64(width)/view.W, float64(height)/view.H)
	w, h := max(int(view.W*k), 1), max(int(view.H*k), 1)
	// The target moves by the view's corner before it scales; what that moves too little or too much is put right here.
	fw, fh := float64(w), float64(h)
	icon.SetTarget(view.X-view.X/view.W*fw, view.Y-view.Y/view.H*fh, fw, fh)
	// The library draws every line as wide as the file says, however large the picture becomes.
	for i := range icon.SVGPaths {
		line := &icon.SVGPaths[i].PathStyle
		line.LineWidth *= k
		line.DashOffset *= k
		dash := make([]float64, len(line.Dash)) // several paths may share one
		for d := range dash {
			dash[d] = line.Dash[d] * k
		}
		line.Dash = dash
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	icon.Draw(rasterx.NewDasher(w, h, rasterx.NewScannerGV(w, h, out, out.Bounds())), 1)
	return out, nil
}
