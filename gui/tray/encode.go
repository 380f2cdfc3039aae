package tray

import (
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image"
)

// encode writes a picture without half transparent pixels as PNG without compressing it (PNG, third edition; RFC 1950 and 1951, stored blocks). The
// standard encoder takes 850 kB of memory for a picture of two, and the tray asks for one every few minutes all day long.
func encode(img *image.RGBA) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	rows := make([]byte, 0, h*(1+4*w))
	for y := range h {
		rows = append(rows, 0) // no filter
		rows = append(rows, img.Pix[y*img.Stride:][:4*w]...)
	}

	big := binary.BigEndian
	head := big.AppendUint32(nil, uint32(w))
	head = big.AppendUint32(head, uint32(h))
	head = append(head, 8, 6, 0, 0, 0) // 8 bits, RGB and alpha

	const most = 0xffff // in a stored block
	data := []byte{0x78, 0x01}
	for rest := rows; len(rest) > 0; {
		n := min(len(rest), most)
		last := byte(0)
		if n == len(rest) {
			last = 1
		}
		data = append(data, last)
		data = binary.LittleEndian.AppendUint16(data, uint16(n))
		data = binary.LittleEndian.AppendUint16(data, ^uint16(n))
		data = append(data, rest[:n]...)
		rest = rest[n:]
	}
	data = big.AppendUint32(data, adler32.Checksum(rows))

	out := []byte("\x89PNG\r\n\x1a\n")
	out = chunk(out, "IHDR", head)
	out = chunk(out, "IDAT", data)
	return chunk(out, "IEND", nil)
}

func chunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(out, kind...)
	out = append(out, data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
