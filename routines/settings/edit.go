package settings

import (
	"reflect"

	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// edit is the text of a file with these settings in it, and whether something that could not be read is lost by it.
func (s Settings) edit(path string, old []byte) (text []byte, lost bool) {
	had, doc := read(path, old)
	if doc.Damaged() {
		return s.fresh(), true
	}
	if reflect.DeepEqual(had, s) {
		return old, false
	}
	text, err := rewrite.Change(old, func(t rewrite.Table) rewrite.Table {
		t, lost = merge(t, had.tree(), s.tree(), doc, "")
		return t
	})
	if err != nil {
		return s.fresh(), true
	}
	if got, doc := read(path, text); doc.Damaged() || !reflect.DeepEqual(got, s) {
		return s.fresh(), true
	}
	return text, lost
}

// merge lets a table of a file say what now says where that is not what had says, and reports whether what stood there
// could not be read: a value out of range was read as the default. A missing key was read as the default, too, so it is
// added only with another value.
func merge(t, had, now rewrite.Table, doc *tomlfile.Doc, path string) (_ rewrite.Table, lost bool) {
	for _, e := range now {
		at := tomlfile.Join(path, e.Key)
		inner, isTable := e.Value.(rewrite.Table)
		if !isTable {
			if e.Value != had.Get(e.Key) {
				lost = lost || doc.ToldIn(at)
				t.Set(e.Key, e.Value, had.Keys()...)
			}
			continue
		}
		merged, inLost := merge(t.Table(e.Key), had.Table(e.Key), inner, doc, at)
		lost = lost || inLost
		switch t.Get(e.Key).(type) {
		case rewrite.Table:
			t.Set(e.Key, merged)
		case rewrite.Inline:
			t.Set(e.Key, rewrite.Inline(merged))
		default: // none, or no table
			if len(merged) > 0 {
				lost = lost || doc.ToldIn(at)
				t.Set(e.Key, merged, had.Keys()...)
			}
		}
	}
	for _, key := range had.Keys() {
		if now.Get(key) == nil {
			t.Set(key, nil)
		}
	}
	return t, lost
}
