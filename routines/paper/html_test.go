package paper

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
)

func page(t *testing.T, sheets []Sheet, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, sheets, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A page needs nothing but itself, runs nothing, and its figures do not take one another's parts.
func TestPageStandsAlone(t *testing.T) {
	text := page(t, []Sheet{sheetOf(t, "combo-10", 0), sheetOf(t, "disc-gentle", 0)}, Options{Language: "en"})
	for _, never := range []string{"<script", "<link", "@import", "url(http", `src="http`, `href="http`, "javascript:"} {
		if strings.Contains(text, never) {
			t.Errorf("the page has %s", never)
		}
	}
	if n := strings.Count(text, `role="img"`); n != 12 {
		t.Errorf("%d figures", n)
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if ids[m[1]] {
			t.Errorf("two things are called %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?:href="#|url\(#)([^")]*)`).FindAllStringSubmatch(text, -1) {
		if !ids[m[1]] {
			t.Fatalf("nothing is called %s", m[1])
		}
	}
	if len(ids) < 100 {
		t.Errorf("only %d names", len(ids))
	}
	if text != page(t, []Sheet{sheetOf(t, "combo-10", 0), sheetOf(t, "disc-gentle", 0)}, Options{Language: "en"}) {
		t.Error("not the same twice")
	}
}

// What people write is text, not part of the page, and every element is closed.
func TestPageIsWellFormed(t *testing.T) {
	sheet := sheetOf(t, "disc-gentle", 0)
	sheet.Title = `<b onclick="x()">Tom & "Jerry"</b>`
	sheet.Days, sheet.Times = 10, 2
	sheet.Phases[0].Steps[0].Name = `</style><img src=x>` + "\xff"
	text := page(t, []Sheet{sheet}, Options{Paper: Letter, Grey: true, Language: `"><i>`})
	if strings.Contains(text, "<img") || strings.Contains(text, "<i>") || !strings.Contains(text, "&lt;b onclick=") {
		t.Error("a text became a part of the page")
	}
	if n := strings.Count(text, `<span`); n < 20 {
		t.Errorf("%d boxes", n)
	}
	_, body, _ := strings.Cut(text, "</style>\n</head>\n")
	d := xml.NewDecoder(strings.NewReader(strings.TrimSuffix(strings.TrimSpace(body), "</html>")))
	for {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Without days there is nothing to tick.
func TestPageWithoutDays(t *testing.T) {
	sheet := sheetOf(t, "combo-10", 0)
	sheet.Days = 0
	if text := page(t, []Sheet{sheet}, Options{}); strings.Contains(text, `class="ticks"`) || strings.Contains(text, sheet.Words.Tick) {
		t.Error("boxes where none are wanted")
	}
}
