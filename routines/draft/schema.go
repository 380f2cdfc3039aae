package draft

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"catcow/assets"
	"catcow/routines/tomlfile"
)

// ForEditors is the text of a new file with a first line that leads text editors to the schema in the data folder, so that
// they help while one types. Another such line, as the shipped files have it, makes way.
func (s Store) ForEditors(text []byte) []byte {
	line := "#:schema ../schemas/" + strings.TrimSuffix(cmp.Or(s.Of, "routines"), "s") + ".schema.json"
	first, rest, more := bytes.Cut(text, []byte("\n"))
	end := "\n"
	if bytes.HasSuffix(first, []byte("\r")) {
		end = "\r\n"
	}
	if more && bytes.HasPrefix(first, []byte("#:schema")) {
		return append([]byte(line+end), rest...)
	}
	return append([]byte(line+end+end), text...)
}

// PutSchemas puts the schemas beside the routines and exercises of the data folder, as this version has them.
func (s Store) PutSchemas() error {
	names, err := fs.Glob(assets.Schemas(), "*.json")
	if err != nil {
		return fmt.Errorf("finding the schemas: %w", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(assets.Schemas(), name)
		if err != nil {
			return fmt.Errorf("reading a schema: %w", err)
		}
		path := filepath.Join(s.Dir, "schemas", name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, text) {
			continue
		}
		if err := tomlfile.WriteAtomic(path, text); err != nil {
			return err
		}
	}
	return nil
}
