package printing

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"

	"catcow/gui/look"
	"catcow/routines/message"
	"catcow/routines/paper"
	"catcow/routines/tomlfile"
)

// document is what is chosen, as a file's name and bytes. Pictures that cannot be printed are said.
func (o *over) document() (name string, data []byte, err error) {
	sheets, how := []paper.Sheet{o.sheet}, o.options()
	for _, missing := range paper.Unshown(sheets, how) {
		o.printing.deps.Say(look.SayError(missing))
	}
	write, ext := paper.PDF, o.printing.choices.ending()
	if ext == endingPage {
		write = paper.HTML
	}
	var b bytes.Buffer
	if err := write(&b, sheets, how); err != nil {
		return "", nil, err
	}
	return o.name(ext), b.Bytes(), nil
}

// The endings of files.
const (
	endingPDF  = ".pdf"
	endingPage = ".html"
)

func (c choices) ending() string {
	if c.page {
		return endingPage
	}
	return endingPDF
}

// name is what the file is called unless somebody calls it otherwise.
func (o *over) name(ext string) string {
	if o.in.Routine.ID == "" { // not saved yet
		return "routine" + ext
	}
	return o.in.Routine.ID + ext
}

// save writes the file where the field says. Over a file that is there it writes only when pressed again.
func (o *over) save() {
	path, ok := o.place.Ready()
	if !ok {
		return
	}
	_, data, err := o.document()
	if err == nil {
		if err = tomlfile.WriteAtomic(path, data); err != nil {
			err = Unwritten(path, err)
		}
	}
	if err != nil {
		o.place.Say(look.T("printing.failed", "That could not be saved: {{.Reason}}", map[string]any{"Reason": look.SayError(err)}))
		return
	}
	o.printing.folder = filepath.Dir(path)
	o.printing.deps.Say(look.T("printing.saved", "Saved: {{.Name}}", map[string]any{"Name": path}))
	o.printing.Hide()
}

// Unwritten says in plain words what kept a file from being written. What the system said, err, names files of which the
// person knows nothing; it may be nil for a folder that is where the file should be.
func Unwritten(path string, err error) error {
	whole, absErr := filepath.Abs(path)
	if absErr != nil {
		whole = path
	}
	folder := filepath.Dir(whole)
	here, hereErr := os.Lstat(path)
	around, aroundErr := os.Stat(folder)
	switch {
	case hereErr == nil && here.IsDir():
		return message.New("printing.fail-folder", "it is a folder; name a file in it")
	case errors.Is(err, syscall.ENOTDIR), aroundErr == nil && !around.IsDir():
		return message.New("printing.fail-in-the-way", "something else is where the folder {{.Folder}} should be", "Folder", folder)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return message.New("printing.fail-allowed", "nothing may be written in {{.Folder}}", "Folder", folder)
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err
	}
	return err
}

// show opens the document in the system's viewer, which can print.
func (o *over) show() {
	name, data, err := o.document()
	if err == nil {
		var path string
		if path, err = o.printing.opened.write(name, data); err == nil {
			err = o.printing.deps.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
		}
	}
	if err != nil {
		o.printing.deps.Say(look.T("printing.unopened", "No viewer could be opened. Save the sheet and open it from there: {{.Reason}}",
			map[string]any{"Reason": look.SayError(err)}))
		return
	}
	o.printing.Hide()
}

// folders hold what was written for the viewer, each readable by this person alone.
type folders []string

// write writes a document into a new folder of its own.
func (f *folders) write(name string, data []byte) (string, error) {
	dir, err := os.MkdirTemp("", "catcow-print-") // 0700
	if err != nil {
		return "", fmt.Errorf("making a folder for the sheet: %w", err)
	}
	*f = append(*f, dir)
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return "", fmt.Errorf("writing the sheet: %w", err)
	}
	return path, nil
}

func (f *folders) remove() {
	for _, dir := range *f {
		_ = os.RemoveAll(dir)
	}
	*f = nil
}
