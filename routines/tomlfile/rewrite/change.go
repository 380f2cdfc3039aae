package rewrite

import "fmt"

// Change is Text for a want that change makes of what Read answers. It reads old only once, and takes its word for being
// TOML.
func Change(old []byte, change func(Table) Table) ([]byte, error) {
	d, err := parse(old)
	if err != nil {
		return nil, fmt.Errorf("reading TOML: %w", err)
	}
	want := change(d.root.read())
	if !d.empty() && d.edit(want) == nil {
		if text := d.print(); verify(text, want) == nil {
			return text, nil
		}
	}
	return Text(old, want)
}
