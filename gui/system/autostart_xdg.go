//go:build unix && !darwin

package system

import (
	"fmt"
	"path/filepath"
	"strings"
)

// autostartFile is where the desktop looks for what it starts at login (Desktop Application Autostart Specification).
func autostartFile(name string) (string, error) {
	f, err := systemFolders()
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Dir(f.Config), "autostart", name+".desktop"), nil
}

// autostartText is the desktop entry that runs a command (Desktop Entry Specification 1.5).
func autostartText(_ string, args []string) (string, error) {
	if strings.Contains(args[0], "=") {
		return "", fmt.Errorf(`no desktop starts a program with a "=" in its path: %s`, args[0])
	}
	var quoted []string
	if strings.Contains(args[0], "%") {
		quoted = append(quoted, "env") // desktops look for the program before they make one % of two
	}
	for _, arg := range args {
		quoted = append(quoted, execArg(arg))
	}
	return `[Desktop Entry]
Type=Application
Name=Catcow
Comment=Reminds you to move
Exec=` + entryText(strings.Join(quoted, " ")) + `
TryExec=` + entryText(args[0]) + `
Icon=` + loginID + `
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`, nil
}

// execArg quotes an argument of Exec. A % begins a field code there, quoted or not.
func execArg(arg string) string {
	arg = strings.ReplaceAll(arg, "%", "%%")
	if arg != "" && !strings.ContainsAny(arg, " \t\n\"'\\><~|&;$*?#()`") {
		return arg
	}
	return `"` + strings.NewReplacer(`"`, `\"`, "`", "\\`", `$`, `\$`, `\`, `\\`).Replace(arg) + `"`
}

// entryText escapes a value. This comes on top of what execArg does.
func entryText(value string) string {
	value = strings.ReplaceAll(value, `\`, `\\`)
	if strings.HasPrefix(value, " ") {
		value = `\s` + value[1:]
	}
	if strings.HasSuffix(value, " ") {
		value = value[:len(value)-1] + `\s`
	}
	return value
}

// entryUnescape undoes entryText.
var entryUnescape = strings.NewReplacer(`\\`, `\`, `\s`, " ", `\n`, "\n", `\t`, "\t", `\r`, "\r")

// starts reports whether a desktop entry starts something. Desktops switch an entry off with one of several keys
// instead of removing it.
func starts(data []byte) bool {
	keys := map[string]string{}
	group := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			group = line
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok && group == "[Desktop Entry]" && !strings.HasPrefix(line, "#") {
			keys[strings.TrimSpace(key)] = entryUnescape.Replace(strings.TrimSpace(value))
		}
	}
	for key, off := range map[string]string{"Hidden": "true", "X-GNOME-Autostart-enabled": "false", "X-MATE-Autostart-enabled": "false"} {
		if strings.EqualFold(keys[key], off) {
			return false
		}
	}
	try, tries := keys["TryExec"]
	return keys["Type"] == "Application" && keys["Exec"] != "" && (!tries || startable(try))
}
