package terminal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"catcow/gui/system"
	"catcow/routines/share"
)

// namesFile reports whether a word is meant as a file rather than a command: desktops hand over the file a person has
// double-clicked as the only word there is.
func namesFile(word string) bool {
	switch strings.ToLower(filepath.Ext(word)) {
	case share.Ext, ".toml":
		return true
	}
	return strings.ContainsRune(word, filepath.Separator)
}

// onlyFiles refuses words where only files belong.
func onlyFiles(words []string) error {
	for _, w := range words {
		if !namesFile(w) {
			return fmt.Errorf("%q makes no sense here", w)
		}
	}
	return nil
}

// runOpen shows files in the window, which asks before it adds anything.
func runOpen(e Env, words []string) int {
	var paths []string
	for _, w := range words {
		path, err := filepath.Abs(w)
		if err == nil {
			_, err = os.Stat(path)
		}
		if err != nil {
			e.warn("%s cannot be opened: %v", w, plainly(err))
			return Failed
		}
		paths = append(paths, path)
	}
	if err := e.Display(); err != nil {
		e.warn("no window can be opened here; `catcow add %s` adds it without one", words[0])
		return Failed
	}
	err := e.Window(Ask{Folders: e.folders, Open: paths})
	switch {
	case errors.Is(err, system.ErrRunning):
		e.say("Catcow is open already; its window shows %s.", strings.Join(words, ", "))
	case err != nil:
		e.warn("%v", err)
		return Failed
	}
	return Fine
}

// plainly is an error without what the system was doing.
func plainly(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
