package tomlfile

import "testing"

func TestNearest(t *testing.T) {
	kinds := []string{"dynamic", "static", "strength", "release", "activity"}
	ids := []string{"cat-cow", "childs-pose", "supine-twist", "seated-twist-chair", "hip-opener", "walk"}
	keys := []string{"reps", "reps_min", "reps_max", "tempo", "hold", "rounds", "time"}
	tests := []struct {
		word    string
		choices []string
		want    string
	}{
		{"dinamic", kinds, "dynamic"},
		{"Dynamic", kinds, "dynamic"},
		{"staitc", kinds, "static"}, // two letters exchanged
		{"strenght", kinds, "strength"},
		{"yoga", kinds, ""},
		{"", kinds, ""},
		{"cat_cow", ids, "cat-cow"},
		{"cat cow", ids, "cat-cow"},
		{"catcow", ids, "cat-cow"},
		{"child-pose", ids, "childs-pose"},
		{"supine", ids, "supine-twist"},
		{"twist", ids, "supine-twist"},
		{"hip-openers", ids, "hip-opener"},
		{"walking", ids, "walk"},
		{"headstand", ids, ""},
		{"rep", keys, "reps"},
		{"repsmin", keys, "reps_min"},
		{"tmpo", keys, "tempo"},
		{"round", keys, "rounds"},
		{"colour", keys, ""},
		{"static", nil, ""},
	}
	for _, test := range tests {
		if got := Nearest(test.word, test.choices); got != test.want {
			t.Errorf("Nearest(%q) is %q, want %q", test.word, got, test.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "acb", 1},
		{"ca", "abc", 3}, // optimal string alignment: no letter is moved twice
		{"kitten", "sitting", 3}, {"größe", "grösse", 2},
	}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("distance(%q, %q) is %d, want %d", test.a, test.b, got, test.want)
		}
		if got := distance([]rune(test.b), []rune(test.a)); got != test.want {
			t.Errorf("distance(%q, %q) is %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
