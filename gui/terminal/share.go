package terminal

import (
	"errors"
	"fmt"
	"os"
	"time"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/share"
	"catcow/routines/tomlfile"
)

var shareCommand = command{
	name: "share", words: "ROUTINE [-o FILE] [--text [--length 7m]]",
	about: "Pack a routine for somebody else",
	more: "The file holds the routine with the exercises of your own it needs and their pictures, as you wrote them; whoever\n" +
		"gets it opens it with Catcow. With --text it is written as a message for a chat.",
	use: func() usage {
		var (
			w    wish
			file string
			text bool
		)
		return usage{
			options: []option{
				{name: "-o", value: "FILE", about: "where to write it; - is here", set: folder(&file)},
				{name: "--text", about: "as plain text instead", set: yes(&text)},
				{name: "--length", value: "7m", about: "how long it may take, with --text", set: length(&w.length)},
			},
			ready: func(words []string) (run func(Env) int, err error) {
				if w.routine, err = one(words, "routine"); err == nil && w.length != 0 && !text {
					err = errors.New("--length goes with --text; a packed routine fits any length")
				}
				return func(e Env) int { return runShare(e, w, file, text) }, err
			},
		}
	},
}

func runShare(e Env, w wish, file string, text bool) int {
	lib := e.library()
	r, ok := lib.Get(w.routine)
	if !ok {
		e.unknownRoutine(lib, w.routine)
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
		if file == "" {
			file = "-"
		}
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
	if file == "" {
		file = r.ID + share.Ext
		if _, err := os.Lstat(file); err == nil {
			e.warn("%s is there already; -o FILE names another one", file)
			return Failed
		}
	}
	if err := tomlfile.WriteAtomic(file, data); err != nil {
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
