package tomlfile

import (
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"catcow/routines/message"
)

// slips are the mistakes people make most, by what the parser says about them. {{.Found}} is the part in parentheses.
var slips = []struct {
	parser   *regexp.Regexp
	id, text string
}{
	{regexp.MustCompile(`^expected value but found "(?i:(yes|no|on|off|true|false))" instead`), "file.yes-no", "yes and no are written true and false; found {{.Found}}"},
	{regexp.MustCompile(`^expected value but found "(.*)" instead`), "file.no-quotes", `text stands in quotes; found {{.Found}} without`},
	{regexp.MustCompile(`^strings cannot contain newlines`), "file.no-end-quote", "this text has no closing quote on its line"},
	{regexp.MustCompile(`^expected '.' or '=', but got '(.*)' instead`), "file.no-equals", `a key and its value are joined by "="; found {{.Found}}`},
	{regexp.MustCompile(`^expected a top-level item to end .* but got '(.*)' instead`), "file.after-value",
		`something follows the value: {{.Found}}; text and times stand in quotes, and every key has a line of its own`},
	{regexp.MustCompile(`^expected a comma .*, but got '?(.+?)'?(?: instead)?$`), "file.no-comma", `the parts of a list have commas between them and a bracket at the end; found {{.Found}}`},
	{regexp.MustCompile(`^expected end of table array name|^expected '.' or ']' to end table name`), "file.header", `a header looks like [name] or [[name]]; a bracket is missing`},
	{regexp.MustCompile(`^(.*) is out of range for`), "file.huge-number", "the number {{.Found}} is far out of range"},
}

var alreadyDefined = regexp.MustCompile(`has already been defined|was already created|is already defined`)

// syntax says in plain words what the parser said about a statement.
func (d *Doc) syntax(pe toml.ParseError, bad statement) message.Message {
	if alreadyDefined.MatchString(pe.Message) {
		text := strings.TrimSpace(string(d.data[bad.start:bad.end]))
		key, _, _ := strings.Cut(text, "=")
		key = strings.TrimSpace(strings.Trim(strings.TrimSpace(key), "[]"))
		return message.New("file.twice", "{{.Found}} is given twice; keep one", "Found", Quote(key))
	}
	for _, slip := range slips {
		if m := slip.parser.FindStringSubmatch(pe.Message); len(m) == 2 {
			found := Quote(m[1])
			if m[1] == `\n` || m[1] == "end of file" {
				found = "the end of the line"
			}
			return message.New(slip.id, slip.text, "Found", found)
		} else if m != nil {
			return message.New(slip.id, slip.text)
		}
	}
	return message.New("file.syntax", "this is not TOML: {{.Reason}}", "Reason", strings.TrimSuffix(pe.Message, "."))
}
