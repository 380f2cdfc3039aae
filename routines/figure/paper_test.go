package figure

import "testing"

// Grey is grey in every role, near and far and for every tone, and what lies beside one another stays apart by 12 steps
// of 100, which a laser printer's dots still show.
func TestPaperGrey(t *testing.T) {
	for _, skin := range SkinTones() {
		for _, hair := range HairTones() {
			p := Paper(skin.Name, hair.Name, true)
			level := map[Role]int{}
			for r := range roleCount {
				for _, far := range []float64{0, 0.5, 1} {
					c := p.Color(&Shape{Role: r, Far: far})
					if c.R != c.G || c.G != c.B {
						t.Fatalf("role %d of %s, %s is %v", r, skin.Name, hair.Name, c)
					}
					if far == 0 {
						level[r] = int(c.R) * 100 / 255
					}
				}
			}
			for _, pair := range [][2]Role{{RoleSkin, RoleTop}, {RoleSkin, RoleTopCool}, {RoleTop, RoleBottom}, {RoleSkin, RoleBottom},
				{RoleSkin, RoleHair}, {RoleMat, RoleMatEdge}, {RoleMat, RoleSkin}, {RoleArrow, RoleMat}} {
				if d := level[pair[0]] - level[pair[1]]; max(d, -d) < 12 {
					t.Errorf("%s, %s: roles %v are %d and %d of 100", skin.Name, hair.Name, pair, level[pair[0]], level[pair[1]])
				}
			}
		}
	}
}

// Paper in colour takes less ink than the screen: no role is darker but the arrow.
func TestPaperSavesInk(t *testing.T) {
	screen, paper := Light("", ""), Paper("", "", false)
	for r := range roleCount {
		if r == RoleArrow {
			continue
		}
		if a, b := luminance(screen.role[r]), luminance(paper.role[r]); b < a-0.01 && r != RoleMatEdge {
			t.Errorf("role %d: %.2f on the screen, %.2f on paper", r, a, b)
		}
	}
}
