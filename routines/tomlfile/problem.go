// Package tomlfile reads and writes the TOML files people own: exercises, routines and settings.
//
// In goes a file of unknown make and a Go struct that says what belongs in it; out comes the filled struct, or every
// problem of the file in one go, each with line, column, what was found and the nearest valid choice. Nothing a file
// can contain makes it panic, hang or read outside its own folder. What a value means is for the caller to check;
// Doc turns what it finds into a problem at the right place.
package tomlfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"catcow/routines/message"
)

// Problem is one thing wrong with a file.
type Problem struct {
	File         string // as shown to the person, usually the path
	Line, Column int    // from 1; the column counts characters. 0 when the file as a whole is meant
	Message      message.Message
}

// String is the problem on one line: "cat-cow.toml:3:13: what is wrong, what was found, nearest valid choice".
func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems are all problems of a file, in the order of the file.
type Problems []Problem

// Error is every problem on its own line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Err is the problems as an error, or nil when there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// sorted puts problems in the order of the file and drops those said twice.
func (ps Problems) sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(ps, func(a, b Problem) bool {
		return a.Line == b.Line && a.Column == b.Column && a.Message.String() == b.Message.String()
	})
}

// fileProblem is a problem of the file as a whole.
func fileProblem(file string, m message.Message) Problems {
	return Problems{{File: file, Message: m}}
}
