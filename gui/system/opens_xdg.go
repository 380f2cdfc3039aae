//go:build unix && !darwin

package system

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"catcow/assets"
	"catcow/routines/tomlfile"
)

// opensFiles are the files that tell the desktop of Catcow, below the person's data folder ($XDG_DATA_HOME).
type opensFiles struct{ data, entry, mime, icon string }

func opensPlaces(name string) (opensFiles, error) {
	f, err := systemFolders()
	if err != nil {
		return opensFiles{}, err
	}
	data := filepath.Dir(f.Data)
	return opensFiles{
		data:  data,
		entry: filepath.Join(data, "applications", name+".desktop"),
		mime:  filepath.Join(data, "mime", "packages", loginID+".xml"),
		icon:  filepath.Join(data, "icons", "hicolor", "256x256", "apps", loginID+".png"),
	}, nil
}

func opensRoutines(name string) (on, can bool, err error) {
	at, err := opensPlaces(name)
	if err != nil {
		return false, false, err
	}
	entry, err := os.ReadFile(at.entry)
	if errors.Is(err, fs.ErrNotExist) {
		return false, true, nil
	} else if err != nil {
		return false, true, err
	}
	if _, err := os.Stat(at.mime); err != nil {
		return false, true, nil // the desktop does not know the kind of file
	}
	return starts(entry) && strings.Contains(string(entry), "application/x-catcow"), true, nil
}

// execLine is what the entry starts.
var execLine = regexp.MustCompile(`(?m)^Exec=.*$`)

func openRoutines(name string, args []string) error {
	at, err := opensPlaces(name)
	if err != nil {
		return err
	}
	if strings.Contains(args[0], "=") {
		return fmt.Errorf(`no desktop starts a program with a "=" in its path: %s`, args[0])
	}
	quoted := make([]string, len(args))
	for i, arg := range args {
		quoted[i] = execArg(arg)
	}
	line := "Exec=" + entryText(strings.Join(quoted, " ")+" %F") + "\nTryExec=" + entryText(args[0])
	entry := execLine.ReplaceAllLiteralString(assets.DesktopEntry, line)
	for path, text := range map[string][]byte{at.entry: []byte(entry), at.mime: []byte(assets.MimeType), at.icon: assets.AppIcon} {
		if err := tomlfile.WriteAtomic(path, text); err != nil {
			return err
		}
	}
	at.tell()
	return nil
}

func forgetRoutines(name string) error {
	at, err := opensPlaces(name)
	if err != nil {
		return err
	}
	var all []error
	gone := func(path string) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = append(all, err)
		}
	}
	gone(at.entry)
	// Another data folder may still want the kind of file.
	others, _ := filepath.Glob(filepath.Join(at.data, "applications", loginID+"*.desktop")) // the pattern is well formed
	if len(others) == 0 {
		gone(at.mime)
		gone(at.icon)
	}
	at.tell()
	return errors.Join(all...)
}

// tellTime is how long a tool of the desktop may take.
const tellTime = 20 * time.Second

// tell lets the desktop read these files now. Where its tools are missing, it reads them at the next login or not at all;
// there is nothing else to be done about it.
func (at opensFiles) tell() {
	ctx, cancel := context.WithTimeout(context.Background(), tellTime)
	defer cancel()
	for tool, dir := range map[string]string{"update-mime-database": "mime", "update-desktop-database": "applications"} {
		if path, err := exec.LookPath(tool); err == nil {
			_ = exec.CommandContext(ctx, path, filepath.Join(at.data, dir)).Run()
		}
	}
}
