package draft

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"catcow/routines/message"
)

// Failure is a file that could not be written. What was on the disk before is still there.
type Failure struct {
	What  message.Message // what happened, in plain words
	Works message.Message // and what still works
	Err   error           // what the system said
}

// Error is What and Works.
func (f *Failure) Error() string { return f.What.String() + " " + f.Works.String() }

// Unwrap is what the system said.
func (f *Failure) Unwrap() error { return f.Err }

// notSaved says why saving a routine did not work, and where the work is all the same.
func (s Store) notSaved(id string, err error) error {
	works := message.New("draft.still-open", "What you wrote is still open here.")
	if path := s.draftPath(id); regular(path) {
		works = message.New("draft.kept-at", "What you wrote is kept as a draft at {{.Path}}.", "Path", path)
	}
	return &Failure{why(s.path(id), err), works, err}
}

// notKept says why keeping a draft did not work.
func notKept(path string, err error) error {
	return &Failure{why(path, err), message.New("draft.still-open", "What you wrote is still open here."), err}
}

// regular reports whether there is an ordinary file.
func regular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

// why says what kept a file from being written.
func why(path string, err error) message.Message {
	name, folder := filepath.Base(path), filepath.Dir(path)
	info, statErr := os.Stat(folder)
	switch {
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist), statErr == nil && !info.IsDir():
		return message.New("draft.fail-in-the-way", "{{.File}} was not saved: something else is where the folder {{.Folder}} should be.",
			"File", name, "Folder", folder)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return message.New("draft.fail-allowed", "{{.File}} was not saved: nothing may be written in {{.Folder}}.",
			"File", name, "Folder", folder)
	case full(err):
		return message.New("draft.fail-full", "{{.File}} was not saved: there is no room left on the disk.", "File", name)
	}
	reason := err
	var at *fs.PathError
	if errors.As(err, &at) {
		reason = at.Err
	}
	return message.New("draft.fail", "{{.File}} was not saved: {{.Reason}}.", "File", name, "Reason", reason.Error())
}
