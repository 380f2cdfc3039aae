package settings

import (
	"strings"

	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// entry is one setting as the file has it.
type entry struct{ table, key, value string }

// name is the key with those around it, as TOML writes it.
func (e entry) name() string {
	key := e.key
	if tomlfile.Join("", key) != key {
		key = string(rewrite.String(key))
	}
	return strings.TrimPrefix(e.table+"."+key, ".")
}

// entries are all settings, in the order of their fields.
func (s Settings) entries() []entry { return entriesOf("", s.tree()) }

func entriesOf(table string, t rewrite.Table) (list []entry) {
	for _, e := range t {
		if inner := t.Table(e.Key); inner != nil {
			list = append(list, entriesOf(tomlfile.Join(table, e.Key), inner)...)
		} else {
			list = append(list, entry{table, e.Key, string(e.Value.(rewrite.Literal))})
		}
	}
	return list
}
