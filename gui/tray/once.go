package tray

import (
	"bytes"
	"path/filepath"
	"slices"

	"github.com/BurntSushi/toml"

	"catcow/gui/system/notify"
	"catcow/routines/tomlfile"
)

// file keeps what was said once and for all.
const file = "tray.toml"

// kept is that file.
type kept struct {
	Said []string `toml:"said"`
}

// tell says something by notification, once as long as the resident runs: what a person has to know and would not find.
func (r *resident) tell(id, text string) {
	if r.said[id] {
		return
	}
	r.said[id] = true
	r.show(notify.Note{Slot: slotSaid, Title: "Catcow", Body: text, Expires: sayFor, Default: pressOpen, Quiet: true, Fixed: text})
}

// tellOnce is tell, once and for all.
func (r *resident) tellOnce(id, text string) {
	path := filepath.Join(r.folders.State, file)
	var k kept
	if data, problems := tomlfile.ReadPath(path, tomlfile.Standard); problems == nil {
		_ = tomlfile.Decode(path, data, &k, tomlfile.Standard) // a file that cannot be read is as good as none
	}
	if slices.Contains(k.Said, id) {
		return
	}
	k.Said = append(k.Said, id)
	var b bytes.Buffer
	b.WriteString("# What Catcow has said in the tray, and need not say again.\n")
	if err := toml.NewEncoder(&b).Encode(k); err == nil {
		_ = tomlfile.WriteAtomic(path, b.Bytes()) // else it is said again another time, which is no harm
	}
	r.tell(id, text)
}
