package tomlfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"catcow/routines/message"
)

// Read reads the file called name in the folder root. Only a regular file within the limit is read, and a link only
// when it stays in the folder: a pipe never blocks, a device is never opened, an over-large file is not read.
func Read(root *os.Root, name string, limits Limits) ([]byte, Problems) {
	path := filepath.Join(root.Name(), name)
	refuse := func(m message.Message) ([]byte, Problems) { return nil, fileProblem(path, m) }

	if m, ok := Regular(root, name, limits.Size); !ok {
		return refuse(m)
	}
	// What was a file just now may be a pipe by the time it is opened, so opening must not wait either.
	f, err := root.OpenFile(inside(root, name), os.O_RDONLY|openNoWait, 0)
	if err != nil {
		return refuse(whyNot(root, name, err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return refuse(whyNot(root, name, err))
	}
	if m, ok := notAFile(info, limits.Size); !ok {
		return refuse(m)
	}
	data, err := io.ReadAll(io.LimitReader(f, limits.Size+1))
	if err != nil {
		return refuse(whyNot(root, name, err))
	}
	if int64(len(data)) > limits.Size {
		return refuse(tooLarge(int64(len(data)), limits.Size))
	}
	return data, nil
}

// ReadPath is Read for a single file, in whatever folder it lies.
func ReadPath(path string, limits Limits) ([]byte, Problems) {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, fileProblem(path, cannotRead(err))
	}
	defer root.Close()
	return Read(root, filepath.Base(path), limits)
}

// Regular reports whether name is a regular file in the folder root, or a link to one that stays in it, of at most size
// bytes; if not, it says why. Nothing is opened.
func Regular(root *os.Root, name string, size int64) (why message.Message, ok bool) {
	info, err := root.Stat(inside(root, name))
	if err != nil {
		return whyNot(root, name, err), false
	}
	return notAFile(info, size)
}

// inside is the name by which the folder root gives a file. It takes no link with an absolute target, not even to a file
// of its own, so such a link is followed here; whatever it leads to is still opened through the folder, which lets nothing
// out. Every other name is its own.
func inside(root *os.Root, name string) string {
	if info, err := root.Lstat(name); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return name
	}
	if _, err := root.Stat(name); err == nil {
		return name
	}
	folder, err := filepath.Abs(root.Name())
	if err != nil {
		return name
	}
	target, err := filepath.EvalSymlinks(filepath.Join(folder, name))
	if err != nil {
		return name
	}
	if folder, err = filepath.EvalSymlinks(folder); err != nil {
		return name
	}
	if within, err := filepath.Rel(folder, target); err == nil && filepath.IsLocal(within) {
		return within
	}
	return name
}

// Failed is a file or folder that could not be opened, as problems.
func Failed(path string, err error) Problems { return fileProblem(path, cannotRead(err)) }

// NotAFolder is something else where a folder should be, as problems.
func NotAFolder(path string) Problems {
	return fileProblem(path, message.New("file.not-folder", "this should be a folder, but is something else"))
}

// notAFile says what something is that is no readable file.
func notAFile(info fs.FileInfo, size int64) (m message.Message, ok bool) {
	switch {
	case info.IsDir():
		return message.New("file.folder", "this is a folder, not a file"), false
	case !info.Mode().IsRegular():
		return message.New("file.special", "this is not an ordinary file but {{.Found}}; it is left alone", "Found", special(info.Mode())), false
	case info.Size() > size:
		return tooLarge(info.Size(), size), false
	}
	return message.Message{}, true
}

func special(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}

func tooLarge(size, limit int64) message.Message {
	return message.New("file.large", "this file is {{.Found}} large; the limit is {{.Limit}}",
		"Found", bytesText(size), "Limit", bytesText(limit))
}

func bytesText(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// whyNot says why a name in a folder could not be opened.
func whyNot(root *os.Root, name string, err error) message.Message {
	// The folder says of a link with an absolute target only that it leads out, even where it leads nowhere.
	if _, plain := os.Stat(filepath.Join(root.Name(), name)); plain != nil {
		err = plain
	}
	if errors.Is(err, fs.ErrNotExist) {
		if info, lerr := root.Lstat(name); lerr == nil && info.Mode()&fs.ModeSymlink != 0 {
			return message.New("file.link-dead", "this link leads to a file that is not there")
		}
	}
	if errors.Is(err, syscall.ELOOP) {
		return message.New("file.link-loop", "this link leads in a circle, back to itself")
	}
	if info, lerr := root.Lstat(name); lerr == nil && info.Mode()&fs.ModeSymlink != 0 && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return message.New("file.link-out", "this link leads out of its folder; put a copy of the file here instead")
	}
	return cannotRead(err)
}

// cannotRead says why a path could not be opened.
func cannotRead(err error) message.Message {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return message.New("file.not-there", "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return message.New("file.not-allowed", "this file may not be read; check its permissions")
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return message.New("file.not-read", "this file cannot be read: {{.Reason}}", "Reason", err.Error())
}
