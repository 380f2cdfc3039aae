package system

import (
	"encoding/xml"
	"strings"
)

// agentText is a launch agent of macOS that runs a command at login, as a property list.
func agentText(label string, args []string) string {
	var b strings.Builder
	text := func(s string) {
		b.WriteString("<string>")
		_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
		b.WriteString("</string>\n")
	}
	b.WriteString(xml.Header + `<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
<key>Label</key>
`)
	text(label)
	b.WriteString("<key>ProgramArguments</key>\n<array>\n")
	for _, arg := range args {
		text(arg)
	}
	b.WriteString("</array>\n<key>RunAtLoad</key>\n<true/>\n<key>ProcessType</key>\n<string>Interactive</string>\n</dict>\n</plist>\n")
	return b.String()
}

// agentRuns is the command a launch agent runs at login; nil when it runs none.
func agentRuns(data []byte) []string {
	// A dict is a flat run of keys and values.
	var list struct {
		Dict struct {
			Items []struct {
				XMLName xml.Name
				Text    string   `xml:",chardata"`
				Strings []string `xml:"string"`
			} `xml:",any"`
		} `xml:"dict"`
	}
	if xml.Unmarshal(data, &list) != nil {
		return nil
	}
	var args []string
	flags := map[string]bool{}
	for i, item := range list.Dict.Items[:max(len(list.Dict.Items)-1, 0)] {
		if item.XMLName.Local != "key" {
			continue
		}
		value := list.Dict.Items[i+1]
		flags[item.Text] = value.XMLName.Local == "true"
		if item.Text == "ProgramArguments" {
			args = value.Strings
		}
	}
	if !flags["RunAtLoad"] || flags["Disabled"] {
		return nil
	}
	return args
}
