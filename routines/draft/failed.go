package draft

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"catcow/routines/message"
)

// Failure is a file that could not be read or written. Nothing on the disk has changed.
type Failure struct {
	message.Message       // what happened and what still works, in plain words
	Err             error // what the system said
}

// Unwrap is what the system said.
func (f *Failure) Unwrap() error { return f.Err }

// failed says why opening or saving a routine did not work.
func (s Store) failed(doing, id string, err error) error {
	if errors.Is(err, fs.ErrNotExist) && doing == "open" {
		return err
	}
	kept := message.New("draft.kept-open", "What you wrote is still open here.")
	if path := s.draftPath(id); regular(path) {
		kept = message.New("draft.kept-at", "What you wrote is kept as a draft at {{.Path}}.", "Path", path)
	}
	if doing == "open" {
		kept = message.New("draft.kept-rest", "All other routines can be used.")
	}
	return &Failure{why(s.path(id), err, kept), err}
}

// regular reports whether there is an ordinary file.
func regular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

// why says what kept a file from being read or written, and what still works.
func why(path string, err error, works message.Message) message.Message {
	name, folder := filepath.Base(path), filepath.Dir(path)
	switch {
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return message.New("draft.fail-folder", "{{.File}} was not saved: a file is in the way where the folder {{.Folder}} should be. {{.Works}}",
			"File", name, "Folder", folder, "Works", works.String())
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return message.New("draft.fail-allowed", "{{.File}} was not saved: nothing may be written in {{.Folder}}. {{.Works}}",
			"File", name, "Folder", folder, "Works", works.String())
	case full(err):
		return message.New("draft.fail-full", "{{.File}} was not saved: there is no room left on the disk. {{.Works}}",
			"File", name, "Works", works.String())
	}
	reason := err
	var at *fs.PathError
	if errors.As(err, &at) {
		reason = at.Err
	}
	return message.New("draft.fail", "{{.File}} was not saved: {{.Reason}}. {{.Works}}", "File", name, "Reason", reason.Error(), "Works", works.String())
}
