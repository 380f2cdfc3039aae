package terminal

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/share"
	"catcow/routines/tomlfile"
)

var shareCommand = command{
	name: "share", words: "ROUTINE [-o FILE] [--force] [--text [--length 7m]]",
	about: "Pack a routine for somebody else",
	more: "The file holds the routine with the exercises of your own it needs and their pictures, as you wrote them; whoever\n" +
		"gets it opens it with Catcow. Without -o it is ROUTINE.catcow in this folder. With --text it is written as a message\n" +
		"for a chat.",
	use: func() usage {
		var (
			w    wish
			file string
			text bool
			sure bool
		)
		return usage{
			options: []option{
				{name: "-o", value: "FILE", about: "FILE.catcow, or - for standard output; with --text any name", set: word(&file, "file")},
				{name: "--force", about: "write over a file that is there", set: yes(&sure)},
				{name: "--text", about: "as plain text instead", set: yes(&text)},
				{name: "--length", value: "7m", about: "how long it may take, with --text", set: length(&w.length)},
			},
			ready: func(words []string) (run func(Env) int, err error) {
				w.routine, err = one(words, "routine")
				switch {
				case err != nil:
				case w.length != 0 && !text:
					err = errors.New("--length goes with --text; a packed routine fits any length")
				case !text && file != "" && file != "-" && !strings.EqualFold(filepath.Ext(file), share.Ext):
					err = errors.New("-o: name a file that ends in .catcow, or - for standard output")
				}
				return func(e Env) int { return runShare(e, w, file, text, sure) }, err
			},
		}
	},
}

func runShare(e Env, w wish, file string, text, sure bool) int {
	lib := e.library()
	r, ok := lib.Get(w.routine)
	if !ok {
		e.unknownRoutine(lib, w.routine)
		return Failed
	}
	if file == "" && text {
		file = "-"
	} else if file == "" {
		file = r.ID + share.Ext
	}
	free := func() error { return unless(sure || file == "-", file) }
	if err := free(); err != nil {
		e.warn("%v", err)
		return Failed
	}
	var data []byte
	if text {
		p, ok := e.fit(lib, w)
		if !ok {
			return Failed
		}
		said, err := share.AsText(plan.Input{
			Routine: r, Catalogue: lib.Catalogue, Length: p.Length,
			Pace: p.Pace, Floor: time.Duration(e.settings().HoldFloor), Warm: e.settings().Warm,
		}, share.Words{Say: look.Say, Caution: look.Caution})
		if err != nil {
			e.warn("%v", err)
			return Failed
		}
		data = []byte(said)
	} else {
		var err error
		if data, err = share.Pack(r, lib); err != nil {
			e.warn("%v", err)
			return Failed
		}
	}
	if file == "-" {
		fmt.Fprintf(e.Out, "%s", data)
		return Fine
	}
	if err := tomlfile.WriteAtomicIf(file, data, free); err != nil {
		e.warn("%v", err)
		return Failed
	}
	e.say("%s: %s%s", file, r.Name, along(data, lib))
	return Fine
}

// along says what travels with a routine, or "".
func along(data []byte, lib *routines.Library) string {
	p, problems := share.Read("", data, lib, "")
	if problems != nil {
		return ""
	}
	return brings(p)
}

// brings says what comes with a routine, or "".
func brings(p *share.Parcel) string {
	var text string
	if n := len(p.Of(share.Exercise)); n > 0 {
		text = ", with " + countOf(n, "exercise")
	}
	if n := len(p.Of(share.Picture)); n > 0 {
		text += " and " + countOf(n, "picture")
	}
	return text
}

func countOf(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
