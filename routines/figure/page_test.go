package figure

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// The page for people who pose names every key, word and message there is.
func TestPosingPage(t *testing.T) {
	data, err := os.ReadFile("../../assets/docs/posing.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	said := map[string]bool{}
	for _, span := range regexp.MustCompile("`[^`\n]+`").FindAllString(page, -1) {
		for _, word := range regexp.MustCompile(`\w+`).FindAllString(span, -1) {
			said[word] = true
		}
	}
	var words []string
	for _, typ := range []reflect.Type{
		reflect.TypeFor[Figure](), reflect.TypeFor[Pose](), reflect.TypeFor[Turn](), reflect.TypeFor[Pelvis](), reflect.TypeFor[Spine](),
		reflect.TypeFor[Arm](), reflect.TypeFor[Leg](), reflect.TypeFor[Place](), reflect.TypeFor[Arrow](),
	} {
		for i := range typ.NumField() {
			words = append(words, typ.Field(i).Tag.Get("toml"))
		}
	}
	for _, list := range [][]string{Bases(), Views(), Motions(), Props(), Contacts(), Points(), Joints(), HandShapes(), Palms()} {
		words = append(words, list...)
	}
	for _, word := range words {
		if !said[word] {
			t.Errorf("%s is not on the page", word)
		}
	}
	for w := range outOfPicture + 1 {
		text := strings.TrimPrefix((finding{wrong: w}).say("").Text, "{{.Where}}: ")
		if text = regexp.MustCompile(`\{\{[^}]*\}\}`).ReplaceAllString(text, "…"); !strings.Contains(page, "| "+text+" |") {
			t.Errorf("the page does not explain: %s", text)
		}
	}
}
