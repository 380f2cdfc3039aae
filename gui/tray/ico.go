package tray

import "encoding/binary"

// ico wraps one PNG as an icon file of Windows, which takes nothing else for the tray: a folder of one picture, which
// since Vista may be a PNG.
func ico(picture []byte, size int) []byte {
	const head, entry = 6, 16
	out := make([]byte, 0, head+entry+len(picture))
	little := binary.LittleEndian
	out = little.AppendUint16(out, 0) // reserved
	out = little.AppendUint16(out, 1) // an icon
	out = little.AppendUint16(out, 1) // one picture
	side := byte(size)                // 256 is written 0
	out = append(out, side, side, 0, 0)
	out = little.AppendUint16(out, 1)  // planes
	out = little.AppendUint16(out, 32) // bits
	out = little.AppendUint32(out, uint32(len(picture)))
	out = little.AppendUint32(out, head+entry)
	return append(out, picture...)
}
