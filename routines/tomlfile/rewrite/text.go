package rewrite

import (
	"bytes"
	"fmt"
)

// Text changes old so that it says want, and nothing else: comments, order and spacing stay as they are. Comments of what is
// taken out stay as lines of their own. No old text at all is written anew, as New does. The error says that old is not TOML
// or that want cannot be said: a key twice, a literal that is none.
func Text(old []byte, want Table) ([]byte, error) {
	text, _, err := rewrite(old, want)
	return text, err
}

// rewrite is Text; plainly tells that it could only be done by writing all but the comments anew.
func rewrite(old []byte, want Table) (text []byte, plainly bool, err error) {
	d, err := parse(old)
	if err != nil {
		return nil, false, fmt.Errorf("reading TOML: %w", err)
	}
	if d.empty() {
		text = append(old[:len(old):len(old)], New(want)...)
		if err := verify(text, want); err != nil {
			return nil, false, fmt.Errorf("writing TOML: %w", err)
		}
		return text, false, nil
	}
	if err := d.edit(want); err != nil {
		return nil, false, fmt.Errorf("writing TOML: %w", err)
	}
	text = d.print()
	if verify(text, want) == nil {
		return text, false, nil
	}
	// What must never be: it is written anew rather than wrongly. A tree that cannot be said at all ends here, too.
	if _, err := decodeAll(old); err != nil {
		return nil, true, fmt.Errorf("reading TOML: %w", err)
	}
	if d, err = parse(old); err != nil {
		return nil, true, fmt.Errorf("reading TOML: %w", err)
	}
	text = d.anew(want)
	if err := verify(text, want); err != nil {
		return nil, true, fmt.Errorf("writing TOML: %w", err)
	}
	return text, true, nil
}

// empty reports whether there is nothing in a file that an old style could be told from.
func (d *doc) empty() bool {
	for _, b := range d.blocks {
		if b.head != nil || len(b.body) > 0 || len(b.gap) > 0 {
			return false
		}
	}
	return true
}

// anew is a new text below all comments of the old one.
func (d *doc) anew(want Table) []byte {
	var b bytes.Buffer
	for _, c := range d.comments() {
		b.WriteString(c + "\n")
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.Write(New(want))
	return b.Bytes()
}
