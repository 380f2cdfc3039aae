package tomlfile

import (
	"strings"
	"testing"
)

func TestNearestID(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"lunch-reset", "lunch-reset"},
		{"Lunch Reset!", "lunch-reset"},
		{"Übung für den Rücken", "ubung-fur-den-rucken"},
		{"U\u0308bung", "ubung"}, // the mark as a letter of its own
		{"Große Pause", "grosse-pause"},
		{"Étirements façon Œuf", "etirements-facon-oeuf"},
		{"Łódź, Ærø, Þór", "lodz-aero-thor"},
		{"İstanbul ışık", "istanbul-isik"},
		{"ﬁt ① ｘ", "fit-1-x"},
		{"Café 猫 😺", "cafe"},
		{"猫", ""},
		{"💪", ""},
		{"--", ""},
		{strings.Repeat("ﷺ", 9), ""},
		{strings.Repeat("ü", 70), strings.Repeat("u", MostID)},
		{strings.Repeat("a", 63) + " b", strings.Repeat("a", 63)},
	} {
		got := NearestID(tt.text)
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
		if NearestID(got) != got {
			t.Errorf("%q is not its own nearest", got)
		}
	}
}
