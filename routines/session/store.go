package session

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/BurntSushi/toml"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// File is the name of the kept session in the data folder.
const File = "session.toml"

const fileHead = `# A session that can go on. Catcow writes this file, and takes it away when the session ends.

`

// Save keeps a snapshot in the data folder. It replaces the one before, whole or not at all.
func Save(dir string, n Snapshot) error {
	var b bytes.Buffer
	b.WriteString(fileHead)
	enc := toml.NewEncoder(&b)
	enc.Indent = ""
	if err := enc.Encode(n); err != nil {
		return fmt.Errorf("keeping the session: %w", err)
	}
	if err := tomlfile.WriteAtomic(filepath.Join(dir, File), b.Bytes()); err != nil {
		return fmt.Errorf("keeping the session: %w", err)
	}
	return nil
}

// Load reads the kept session. There is none: nil and no message. What cannot be used (torn, foreign, of another make)
// is set aside as session.toml.broken and named in the message; it is never in the way of anything else.
func Load(dir string) (*Snapshot, *message.Message) {
	path := filepath.Join(dir, File)
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	data, problems := tomlfile.ReadPath(path, tomlfile.Standard)
	if problems == nil {
		var n Snapshot
		if n, problems = read(path, data); problems == nil {
			return &n, nil
		}
	}
	aside := path + ".broken"
	why := problems[0].Message.String()
	if err := os.Rename(path, aside); err != nil {
		m := message.New("session.left", "The interrupted session cannot be read ({{.Reason}}), and the file {{.Path}} could not be moved aside.",
			"Reason", why, "Path", path)
		return nil, &m
	}
	m := message.New("session.aside", "The interrupted session cannot be read ({{.Reason}}). The file is kept as {{.Path}}.",
		"Reason", why, "Path", aside)
	return nil, &m
}

// read makes a snapshot of the text of a file.
func read(path string, data []byte) (n Snapshot, problems tomlfile.Problems) {
	if problems = tomlfile.Decode(path, data, &n, tomlfile.Standard); problems != nil {
		return n, problems
	}
	if wrong := n.check(); wrong != nil && n.State != Done && n.State != Stopped {
		return n, tomlfile.Problems{{File: path, Message: *wrong}}
	}
	return n, nil
}

// Clear takes the kept session away. That there is none is no error.
func Clear(dir string) error {
	if err := os.Remove(filepath.Join(dir, File)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clearing the kept session: %w", err)
	}
	return nil
}
