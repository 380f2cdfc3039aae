//go:build unix && !darwin

package system

import (
	"encoding/binary"
	"os"
	"path/filepath"
)

// cookie is the one scheme of X keys in use.
const cookie = "MIT-MAGIC-COOKIE-1"

// x11Key is the scheme and the key for a display from the person's X key file (Xauthority(7)), or two empty ones:
// then the display decides by who asks.
func x11Key(number string) (scheme, key []byte) {
	path := os.Getenv("XAUTHORITY")
	if path == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return nil, nil
		}
		path = filepath.Join(home, ".Xauthority")
	}
	if stat, err := os.Stat(path); err != nil || !stat.Mode().IsRegular() || stat.Size() > 1<<20 {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil
	}
	host, _ := os.Hostname()
	return findKey(data, host, number)
}

// findKey looks a display of this machine up in a key file. Entries are a family and four fields, each field with
// its length before it.
func findKey(data []byte, host, number string) (scheme, key []byte) {
	const local, wild = 256, 65535
	for len(data) >= 2 {
		family := binary.BigEndian.Uint16(data)
		data = data[2:]
		var field [4][]byte // address, display, scheme, key
		for i := range field {
			if len(data) < 2 {
				return nil, nil
			}
			n := int(binary.BigEndian.Uint16(data))
			if len(data) < 2+n {
				return nil, nil
			}
			field[i], data = data[2:2+n], data[2+n:]
		}
		here := family == wild || family == local && string(field[0]) == host
		if here && (len(field[1]) == 0 || string(field[1]) == number) && string(field[2]) == cookie && len(field[3]) < 256 {
			return field[2], field[3]
		}
	}
	return nil, nil
}
