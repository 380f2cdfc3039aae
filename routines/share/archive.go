package share

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

var (
	mTorn      = message.New("share.torn", "it is not whole, or damaged; ask for it once more")
	mMany      = message.New("share.many", "it holds {{.Found}} files; a packed routine has {{.Limit}} at most")
	mTooMuch   = message.New("share.too-much", "unpacked it would be larger than any routine is; nothing of it was taken")
	mEncrypted = message.New("share.encrypted", "it is locked with a password; unpack it first, or ask for it without")
	mPacking   = message.New("share.packing", "{{.Name}} is packed in a way Catcow does not know; ask for a plain zip")
	mLink      = message.New("share.link", "it holds a link or a device ({{.Name}}) where a file should be; nothing of it was taken")
	mTwice     = message.New("share.twice", "it holds {{.Name}} and {{.Other}}, which many computers take for one name; nothing of it was taken")
	mAlike     = message.New("share.alike", "there are two different files called {{.Name}}; nothing of it was taken")
	mEntry     = message.New("share.entry-large", "{{.Name}} in it is larger than such a file can be; nothing of it was taken")
	mOverlap   = message.New("share.overlap", "its files lie over each other inside the zip; nothing of it was taken")
	mLies      = message.New("share.lies", "{{.Name}} in it is not as large as it says; nothing of it was taken")
	mUnknown   = message.New("share.unknown-file", "{{.Name}} is nothing Catcow uses; it was left alone")
)

// entry is a file that came, alone or in a zip.
type entry struct {
	placed
	shown string // the file it came in and its name there
	data  []byte
}

// unpack reads a zip. Anything in it that cannot be honest refuses it all: whoever built that did not mean a routine.
func (o *opener) unpack(file string, data []byte) {
	refuse := func(m message.Message, pairs ...any) { o.refuse(file, with(m, pairs...)) }
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // insecure paths are named below
		refuse(mTorn)
		return
	}
	if len(z.File) > mostEntries {
		refuse(mMany, "Found", len(z.File), "Limit", mostEntries)
		return
	}
	var wanted []*zip.File
	var places []placed
	names := map[string]string{}
	for _, f := range z.File {
		at, m := place(f.Name)
		if m != nil {
			o.refuse(file, *m)
			return
		}
		key := strings.TrimSuffix(folded(f.Name), "/")
		if other, taken := names[key]; taken {
			refuse(mTwice, "Name", tomlfile.Quote(f.Name), "Other", tomlfile.Quote(other))
			return
		}
		names[key] = f.Name
		if m := unsound(f, at); m != nil {
			o.refuse(file, *m)
			return
		}
		switch {
		case f.Mode().IsDir():
		case at.ignored:
			if base := f.Name; !strings.HasPrefix(base, "__MACOSX/") && !strings.HasSuffix(base, ".DS_Store") {
				o.note(mUnknown, "Name", tomlfile.Quote(f.Name))
			}
		default:
			wanted, places = append(wanted, f), append(places, at)
		}
	}
	if m := overlap(z.File, int64(len(data))); m != nil {
		o.refuse(file, *m)
		return
	}
	total := uint64(0) // each is within its own limit, so this cannot overflow, and what they say is checked below
	for _, f := range wanted {
		total += f.UncompressedSize64
	}
	if total > mostTotal {
		refuse(mTooMuch)
		return
	}
	for i, f := range wanted {
		text, m := content(f, places[i])
		if m != nil {
			o.refuse(file, *m)
			return
		}
		o.add(entry{placed: places[i], shown: file + ", " + f.Name, data: text}, f.Name)
	}
}

// unsound says what is wrong with what a zip says about one of its files, or nil.
func unsound(f *zip.File, at placed) *message.Message {
	refuse := func(m message.Message) *message.Message {
		m = with(m, "Name", tomlfile.Quote(f.Name))
		return &m
	}
	mode := f.Mode()
	switch {
	case f.Flags&0x1 != 0 || f.Flags&0x40 != 0 || f.Flags&0x2000 != 0: // encrypted, strongly so, or its directory is
		return &mEncrypted
	case mode&(fs.ModeSymlink|fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket|fs.ModeIrregular) != 0:
		return refuse(mLink)
	case mode.IsDir() != strings.HasSuffix(f.Name, "/"), mode.IsDir() && f.UncompressedSize64 > 0:
		return refuse(mLies)
	case at.ignored, mode.IsDir():
		return nil // never unpacked
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return refuse(mPacking)
	case f.UncompressedSize64 > uint64(limitOf(at, f.Name)):
		return refuse(mEntry)
	case f.UncompressedSize64 > plentiful && f.UncompressedSize64/mostRatio > f.CompressedSize64:
		return &mTooMuch
	}
	return nil
}

func limitOf(at placed, name string) int64 {
	if at.plain {
		return tomlfile.Standard.Size
	}
	if at.kind == Picture && strings.HasSuffix(strings.ToLower(name), ".svg") {
		return picture.MostSVG
	}
	return mostOf(at.kind)
}

// content unpacks one file, never more than may be there.
func content(f *zip.File, at placed) ([]byte, *message.Message) {
	refuse := func(m message.Message) ([]byte, *message.Message) {
		m = with(m, "Name", tomlfile.Quote(f.Name))
		return nil, &m
	}
	r, err := f.Open()
	if err != nil {
		return nil, &mTorn
	}
	defer r.Close()
	limit := limitOf(at, f.Name)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(data)) > limit:
		return refuse(mEntry)
	case err != nil:
		return nil, &mTorn
	case uint64(len(data)) != f.UncompressedSize64:
		return refuse(mLies)
	}
	return data, nil
}

// overlap finds files that share bytes of the zip, by which a small one can unpack to any size.
func overlap(files []*zip.File, size int64) *message.Message {
	type span struct{ from, to int64 }
	var spans []span
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil {
			return &mTorn
		}
		if f.CompressedSize64 > uint64(size) || from+int64(f.CompressedSize64) > size {
			return &mTorn
		}
		// What stands before the data is the file's own header, at least thirty bytes and its name.
		spans = append(spans, span{from - 30 - int64(len(f.Name)), from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return &mOverlap
		}
	}
	return nil
}
