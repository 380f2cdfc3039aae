package figure

// build is one of the persons who can be drawn: everything of a body but its bones, which all share,
// so that every pose, pin and contact holds for each of them. Sizes are in statures.
type build struct {
	name  string
	shirt Role
	// hips run from the crotch to under the hem, trunk from the hem to the shoulders.
	hips, trunk []slice
	// shoulder is the radius that rounds a shoulder off, collar the half width and half depth of the
	// neckline, neck the radii from its root to the skull.
	shoulder float64
	collar   [2]float64
	neck     [3]float64
	// The limbs, from the body outwards.
	thigh, shank, ankle, upper, sleeve, fore []girth
	// cheek, chin and jaw are half widths of the face.
	cheek, chin, jaw float64
	hair             haircut
	// more is what the body takes up at its rim beyond the slightest one.
	more float64
}

// haircut is what tells one head of hair from another.
type haircut struct {
	// edge bounds the hair, and cover is how much of the skin it covers, 0 to 1; where that is less than
	// all of it, top bounds the longer hair above.
	edge  hairEdge
	cover float64
	top   hairEdge
	bun   bool // a bun behind; else the hair stands up a little over the forehead
}

// hairEdge is a plane across the sphere that the hair is part of: its pole, behind and above, and how
// far from the middle it lies, in radii.
type hairEdge struct{ back, high, cut float64 }

// builds are the persons to choose from, the usual one first.
var builds = []build{
	{
		name: "bun", shirt: RoleTop,
		hips: refineSlices([]slice{
			{-0.18, 0.050, 0.042, 0.050, 0.022},
			{-0.04, 0.104, 0.056, 0.078, 0.030},
			{0.12, 0.100, 0.060, 0.068, 0.026},
			{0.34, 0.080, 0.058, 0.058, 0.012},
		}),
		trunk: refineSlices([]slice{
			{0.17, 0.0990, 0.065, 0.0715, 0.004},
			{0.33, 0.0885, 0.063, 0.061, 0.016},
			{0.50, 0.0785, 0.060, 0.053, 0.018},
			{0.64, 0.0815, 0.066, 0.055, 0.020},
			{0.77, 0.087, 0.076, 0.058, 0.022},
			{0.88, 0.088, 0.065, 0.059, 0.022},
			{0.96, 0.070, 0.047, 0.048, 0.020},
			{1.02, 0.042, 0.034, 0.037, 0.014},
		}),
		shoulder: 0.036,
		collar:   [2]float64{0.036, 0.031},
		neck:     [3]float64{0.031, 0.0285, 0.029},
		thigh:    refineGirth([]girth{{0, 0.047}, {0.22, 0.0575}, {0.5, 0.0550}, {0.8, 0.0460}, {1, 0.0425}}),
		shank:    refineGirth([]girth{{0, 0.0425}, {0.14, 0.0420}, {0.35, 0.0420}, {0.60, 0.0370}, {0.77, 0.0340}}),
		ankle:    []girth{{0.66, 0.027}, {0.85, 0.0232}, {1, 0.0240}},
		upper:    refineGirth([]girth{{0, 0.0325}, {0.3, 0.0315}, {0.7, 0.0275}, {1, 0.0245}}),
		sleeve:   refineGirth([]girth{{0, 0.0362}, {0.25, 0.0378}, {0.60, 0.0365}}),
		fore:     refineGirth([]girth{{0, 0.0245}, {0.22, 0.0260}, {0.55, 0.0220}, {0.85, 0.0162}, {1, 0.0138}}),
		cheek:    0.045, chin: 0.020, jaw: 0.040,
		hair: haircut{edge: hairEdge{-0.83, 0.56, -0.32}, cover: 1, bun: true},
	},
	{
		name: "crop", shirt: RoleTopCool,
		hips: refineSlices([]slice{
			{-0.18, 0.050, 0.042, 0.050, 0.022},
			{-0.04, 0.099, 0.056, 0.074, 0.030},
			{0.12, 0.096, 0.060, 0.066, 0.026},
			{0.34, 0.084, 0.060, 0.059, 0.012},
		}),
		trunk: refineSlices([]slice{
			{0.17, 0.0965, 0.066, 0.0700, 0.004},
			{0.33, 0.0910, 0.065, 0.063, 0.016},
			{0.50, 0.0875, 0.064, 0.058, 0.018},
			{0.64, 0.0915, 0.069, 0.060, 0.020},
			{0.77, 0.0985, 0.075, 0.064, 0.022},
			{0.88, 0.1000, 0.067, 0.065, 0.022},
			{0.96, 0.082, 0.050, 0.053, 0.020},
			{1.03, 0.050, 0.037, 0.041, 0.015},
		}),
		shoulder: 0.0415,
		collar:   [2]float64{0.040, 0.035},
		neck:     [3]float64{0.036, 0.0345, 0.034},
		thigh:    refineGirth([]girth{{0, 0.048}, {0.22, 0.0585}, {0.5, 0.0570}, {0.8, 0.0490}, {1, 0.0450}}),
		shank:    refineGirth([]girth{{0, 0.0450}, {0.14, 0.0445}, {0.35, 0.0445}, {0.60, 0.0400}, {0.77, 0.0370}}),
		ankle:    []girth{{0.66, 0.029}, {0.85, 0.0252}, {1, 0.0255}},
		upper:    refineGirth([]girth{{0, 0.0370}, {0.3, 0.0360}, {0.7, 0.0320}, {1, 0.0285}}),
		sleeve:   refineGirth([]girth{{0, 0.0415}, {0.25, 0.0432}, {0.60, 0.0415}}),
		fore:     refineGirth([]girth{{0, 0.0285}, {0.22, 0.0300}, {0.55, 0.0255}, {0.85, 0.0185}, {1, 0.0155}}),
		cheek:    0.0465, chin: 0.024, jaw: 0.0435,
		hair: haircut{edge: hairEdge{-0.84, 0.54, -0.25}, cover: 0.72, top: hairEdge{-0.66, 0.75, 0.06}},
		more: 0.008,
	},
}

// Builds lists the persons who can be drawn, as [Options.Build] takes them; the first is the usual one.
// All have the same bones and differ in their outline, their hair and the colour of their shirt.
func Builds() []string {
	names := make([]string, len(builds))
	for i := range builds {
		names[i] = builds[i].name
	}
	return names
}

// buildOf is the number of the build of that name, the usual one where there is none.
func buildOf(name string) int {
	for i := range builds {
		if builds[i].name == name {
			return i
		}
	}
	return 0
}
