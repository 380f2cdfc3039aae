package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"catcow/gui/parts"
	"catcow/gui/printing"
	"catcow/routines"
	"catcow/routines/paper"
	"catcow/routines/tomlfile"
)

var printCommand = command{
	name: "print", words: "ROUTINE... [--length 10m] [--paper a4] [--days 7] [-o sheet.pdf] [--force]",
	about: "Print routines on paper, as PDF or HTML",
	more: "Each routine is fitted to the length and begins a page of its own: figures, doses, sides, what to mind, and boxes\n" +
		"to tick. Without -o the file is ROUTINE.pdf in this folder, or routines.pdf for several; a name that ends in .html\n" +
		"makes a web page, and -o - writes the PDF to standard output. What is not given here is as in your settings.",
	use: func() usage {
		o := sheets{days: 7, times: 1}
		size := string(printing.UsualPaper())
		return usage{
			options: []option{
				{name: "--length", value: "10m", about: "how long it may take", set: length(&o.length)},
				{name: "--paper", value: "PAPER", about: "a4 or letter; what is usual where you are unless given", set: oneOf(&size, []string{string(paper.A4), string(paper.Letter)})},
				{name: "--days", value: "7", about: "days to tick, 0 to 28", set: number(&o.days, 0, paper.MostDays)},
				{name: "--times", value: "1", about: "times a day, 1 to 3", set: number(&o.times, 1, paper.MostTimes)},
				{name: "--grey", about: "black and white", set: yes(&o.grey)},
				{name: "-o", value: "FILE", about: "FILE.pdf, FILE.html, or - for standard output", set: sheetFile(&o.file)},
				{name: "--force", about: "write over a file that is there", set: yes(&o.force)},
			},
			ready: func(words []string) (func(Env) int, error) {
				for i, w := range words {
					if !slices.Contains(words[:i], w) {
						o.routines = append(o.routines, w)
					}
				}
				if len(o.routines) == 0 {
					return nil, errors.New("say which routine")
				}
				return func(e Env) int { o.size = paper.Paper(size); return o.print(e) }, nil
			},
		}
	},
}

// sheets is what is to be printed, and how.
type sheets struct {
	routines    []string
	length      time.Duration // 0: as written
	size        paper.Paper
	days, times int
	grey, force bool
	file        string // "" for one named after the routine, "-" for standard output
}

// sheetFile reads the name of a file for a sheet.
func sheetFile(to *string) func(string) error {
	return func(s string) error {
		ext := strings.ToLower(filepath.Ext(s))
		if s != "-" && (ext != ".pdf" && ext != ".html" || len(filepath.Base(s)) == len(ext)) {
			return errors.New("name a file that ends in .pdf or .html, or - for standard output")
		}
		*to = s
		return nil
	}
}

// name is the file to write: after the routine, or after what they are where there are several.
func (o sheets) name() string {
	switch {
	case o.file != "":
		return o.file
	case len(o.routines) == 1:
		return o.routines[0] + ".pdf"
	}
	return "routines.pdf"
}

// print writes the document, and answers the exit code.
func (o sheets) print(e Env) int {
	pages, ok := o.fit(e, e.library())
	if !ok {
		return Failed
	}
	s := e.settings()
	how := printing.Options(o.size, o.grey, parts.Tones{Skin: s.Skin, Hair: s.Hair, Figure: s.Figure})
	for _, err := range paper.Unshown(pages, how) {
		e.warn("%v; its place stays empty", err)
	}
	var lacking []string
	write := func(w io.Writer) error {
		d, err := paper.Lay(pages, how)
		if err != nil {
			return err
		}
		lacking = d.Lacking
		return d.PDF(w)
	}
	if strings.EqualFold(filepath.Ext(o.name()), ".html") {
		write = func(w io.Writer) error { return paper.HTML(w, pages, how) }
	}
	keep := o.keep
	if o.file == "-" {
		keep = func(write func(io.Writer) error) error { return write(e.Out) }
	}
	if err := keep(write); err != nil {
		e.warn("%v", err)
		return Failed
	}
	for _, title := range lacking {
		e.warn("%s has letters that the PDF cannot show, each with a mark in its place; a web page shows them: -o FILE.html", title)
	}
	if o.file != "-" {
		e.say("Printed: %s", o.name())
	}
	return Fine
}

// fit makes the sheets. It says of every routine that cannot be printed why not.
func (o sheets) fit(e Env, lib *routines.Library) (list []paper.Sheet, ok bool) {
	ok = true
	for _, id := range o.routines {
		p, fits := e.fit(lib, wish{routine: id, length: o.length})
		if !fits {
			ok = false
			continue
		}
		list = append(list, printing.Sheet(p, lib.Catalogue, o.days, o.times))
	}
	return list, ok
}

// keep writes the file, never over another unless that was asked for.
func (o sheets) keep(write func(io.Writer) error) error {
	name := o.name()
	free := func() error { return unless(o.force, name) }
	if err := free(); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	if err := tomlfile.WriteAtomicIf(name, b.Bytes(), free); err != nil {
		return unwritten(name, err)
	}
	return nil
}

// unless is an error when a file is there already, unless it is to be written over, or when there can be none.
func unless(force bool, path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil || info.IsDir():
		return unwritten(path, err)
	case force:
		return nil
	}
	return fmt.Errorf("%s is there already; --force writes over it, -o FILE names another", path)
}

// unwritten says what kept a file from being written.
func unwritten(path string, err error) error {
	return fmt.Errorf("%s was not written: %w", path, printing.Unwritten(path, err))
}
