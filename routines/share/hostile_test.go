package share

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

// file is one file of a zip that is put together by hand.
type file struct {
	name   string
	data   string
	method uint16
	mode   fs.FileMode
	change func(*zip.FileHeader) // lies told about it
	raw    []byte                // what is really there, instead of data packed
}

// zipped is a zip of files, which may lie about themselves.
func zipped(files ...file) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		raw := f.raw
		if raw == nil {
			raw = []byte(f.data)
			if f.method == zip.Deflate {
				var b bytes.Buffer
				w, _ := flate.NewWriter(&b, flate.BestCompression)
				_, _ = w.Write([]byte(f.data))
				_ = w.Close()
				raw = b.Bytes()
			}
		}
		h := &zip.FileHeader{
			Name: f.name, Method: f.method, CRC32: crc32.ChecksumIEEE([]byte(f.data)),
			UncompressedSize64: uint64(len(f.data)), CompressedSize64: uint64(len(raw)),
		}
		if f.mode != 0 {
			h.SetMode(f.mode)
		}
		if f.change != nil {
			f.change(h)
		}
		w, err := z.CreateRaw(h)
		if err == nil && len(raw) > 0 {
			_, err = w.Write(raw)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

const simple = "name = \"Simple\"\n[[phase]]\nname = \"Move\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"cat-cow\"\n"

// good is a file no zip of ours lacks.
var good = file{name: "routines/simple.toml", data: simple}

func beside(name, data string) []byte { return zipped(good, file{name: name, data: data}) }

// shown is a zip of an exercise that shows a picture.
func shown(name, picture string) []byte {
	return zipped(file{name: "exercises/mine.toml", data: hold("Mine", fmt.Sprintf("picture = %q\n", name))}, file{name: "exercises/" + name, data: picture})
}

// hugePNG is a PNG of a few bytes that says it is very large.
func hugePNG(w, h uint32) string {
	data := []byte(pngOf(2, 2))
	binary.BigEndian.PutUint32(data[16:], w)
	binary.BigEndian.PutUint32(data[20:], h)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return string(data)
}

func svg(attributes, inner string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 60" ` + attributes + `>` + inner + `<path d="M0 0L8 8L0 8Z"/></svg>`
}

// patched changes bytes of a zip after it was made.
func patched(data []byte, change func([]byte)) []byte {
	data = slices.Clone(data)
	change(data)
	return data
}

// directory is where the central directory of a zip begins.
func directory(data []byte) int { return bytes.LastIndex(data, []byte("PK\x01\x02")) }

// overlapped is the zip whose second file is the first once more, by another name.
func overlapped() []byte {
	data := zipped(good, file{name: "routines/simplf.toml", data: simple})
	second := directory(data)
	binary.LittleEndian.PutUint32(data[second+42:], 0)
	return data
}

// hostile is what must be refused, by name, with a word of the message that says why.
func hostile() map[string]struct {
	data []byte
	say  string
} {
	c := map[string]struct {
		data []byte
		say  string
	}{}
	add := func(name string, data []byte, say string) {
		c[name] = struct {
			data []byte
			say  string
		}{data, say}
	}
	for name, path := range map[string]string{
		"absolute path": "/routines/x.toml", "absolute picture": "/tmp/x.png", "up": "../routines/x.toml", "up within": "routines/../../x.toml",
		"up at the end": "routines/..", "here": "./routines/x.toml", "backslash": `routines\x.toml`, "backslash up": `..\x.toml`,
		"drive letter": "C:/routines/x.toml", "drive-relative": "C:x.toml", "network path": `\\host\share\x.toml`, "network path by slashes": "//host/share/x.toml",
		"data stream": "routines/x.toml:hidden", "dots and spaces": "routines/.. /x.toml", "three dots": "routines/.../x.toml",
	} {
		add(name, beside(path, simple), "somewhere else")
	}
	for name, path := range map[string]string{
		"zero byte": "routines/x\x00.toml", "line end": "routines/x\n.toml", "no UTF-8": "routines/\xff.toml", "turned text": "exercises/x\u202egnp.png",
		"invisible": "exercises/x\u200b.png", "empty name": "", "question mark": "exercises/a?.png", "space at the end": "exercises/a.png ",
	} {
		if name == "space at the end" {
			continue // its ending is none of ours, so it is left alone
		}
		add(name, beside(path, simple), "not safe to use")
	}
	for name, path := range map[string]string{
		"nested": "routines/deep/x.toml", "wrapped": "my-routine/routines/x.toml", "very deep": strings.Repeat("a/", 2000) + "x.toml",
	} {
		add(name, beside(path, simple), "one folder too deep")
	}
	for name, path := range map[string]string{
		"con": "routines/con.toml", "com port": "exercises/com1.toml", "nul picture": "exercises/NUL.png", "aux with endings": "exercises/aux.x.png",
	} {
		add(name, beside(path, simple), "Windows keeps")
	}
	for name, path := range map[string]string{
		"long id": "routines/" + strings.Repeat("a", 65) + ".toml", "capitals": "routines/Big.toml", "spaces": "routines/my routine.toml",
		"hidden": "routines/.toml", "ending in capitals": "routines/x.TOML",
	} {
		add(name, beside(path, simple), "cannot be used")
	}
	add("long picture name", beside("exercises/"+strings.Repeat("a", 200)+".png", pngOf(2, 2)), "not safe to use")
	add("twice", zipped(good, good), "take for one name")
	add("twice beside the folders", zipped(file{name: "r.toml", data: simple}, file{name: "routines/r.toml", data: simple + "# not the same"}), "two different files called")
	add("twice by case", zipped(file{name: "exercises/knee.png", data: pngOf(2, 2)}, file{name: "exercises/KNEE.png", data: pngOf(2, 2)}), "take for one name")
	add("twice by Unicode form", zipped(file{name: "exercises/R\u00fccken.png", data: pngOf(2, 2)}, file{name: "exercises/Ru\u0308cken.png", data: pngOf(2, 2)}), "take for one name")
	add("folder and file", zipped(good, file{name: "routines/simple.toml/", mode: fs.ModeDir | 0o755}), "take for one name")

	add("link", zipped(good, file{name: "exercises/x.toml", data: "/etc/passwd", mode: fs.ModeSymlink | 0o777}), "a link or a device")
	add("linked folder", zipped(good, file{name: "exercises", data: "/etc", mode: fs.ModeSymlink | 0o777}), "a link or a device")
	add("device", zipped(good, file{name: "exercises/x.png", mode: fs.ModeDevice | 0o666}), "a link or a device")
	add("pipe", zipped(good, file{name: "exercises/x.png", mode: fs.ModeNamedPipe | 0o666}), "a link or a device")
	add("folder that says file", zipped(good, file{name: "exercises/x.toml", mode: fs.ModeDir | 0o755}), "")

	zeros := strings.Repeat("\x00", 200<<10)
	add("bomb", zipped(good, file{name: "exercises/x.toml", data: zeros, method: zip.Deflate}), "larger than any routine")
	add("large bomb", zipped(good, file{name: "exercises/x.png", data: strings.Repeat("\x00", 9<<20), method: zip.Deflate}), "larger than such a file")
	add("bomb that lies", zipped(good, file{name: "exercises/x.toml", data: zeros, method: zip.Deflate,
		change: func(h *zip.FileHeader) { h.UncompressedSize64 = 10 }}), "")
	add("size that lies up", zipped(good, file{name: "exercises/x.toml", data: "x = 1",
		change: func(h *zip.FileHeader) { h.UncompressedSize64 = 100 }}), "")
	add("zip64 lie", zipped(good, file{name: "exercises/x.toml", data: "x = 1", method: zip.Deflate,
		change: func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 50 }}), "larger than such a file")
	add("zip64 lie about what is packed", zipped(file{name: "exercises/x.toml", data: "x = 1", method: zip.Deflate,
		change: func(h *zip.FileHeader) { h.CompressedSize64 = 1 << 50 }}), "not whole")
	add("wrong checksum", zipped(file{name: "routines/x.toml", data: simple, change: func(h *zip.FileHeader) { h.CRC32++ }}), "not whole")
	add("damaged packing", zipped(good, file{name: "exercises/x.toml", data: "x = 1", method: zip.Deflate, raw: []byte("\xff\xff\xff\xff")}), "not whole")
	add("unknown packing", zipped(good, file{name: "exercises/x.toml", data: "x = 1", change: func(h *zip.FileHeader) { h.Method = 93 }}), "packed in a way")
	add("encrypted", zipped(good, file{name: "exercises/x.toml", data: "x = 1", change: func(h *zip.FileHeader) { h.Flags |= 1 }}), "password")
	add("strongly encrypted", zipped(good, file{name: "exercises/x.toml", data: "x = 1", change: func(h *zip.FileHeader) { h.Flags |= 0x41 }}), "password")
	add("overlapping", overlapped(), "over each other")
	many := make([]file, 600)
	for i := range many {
		many[i] = file{name: fmt.Sprintf("exercises/x-%d.toml", i), data: "x"}
	}
	add("many files", zipped(many...), "512 at most")
	var total []file
	noise := strings.Repeat("0123456789abcdef", 7<<16) // 7 MiB
	for i := range 16 {
		total = append(total, file{name: fmt.Sprintf("exercises/x-%d.png", i), data: noise[:7<<20-i]})
	}
	add("too much in all", zipped(total...), "larger than any routine")
	whole := zipped(good)
	add("torn at half", whole[:len(whole)/2], "not whole")
	add("torn at the end", whole[:len(whole)-4], "not whole")
	add("no directory", whole[:directory(whole)], "not whole")
	add("directory elsewhere", patched(whole, func(b []byte) { binary.LittleEndian.PutUint32(b[len(b)-6:], 1<<31) }), "not whole")
	add("header elsewhere", patched(whole, func(b []byte) { binary.LittleEndian.PutUint32(b[directory(b)+42:], 1<<30) }), "not whole")
	add("more entries than there are", patched(whole, func(b []byte) { binary.LittleEndian.PutUint16(b[len(b)-12:], 9) }), "not whole")
	add("empty zip", zipped(), "no routine and no exercise")
	add("only a picture", zipped(file{name: "exercises/x.png", data: pngOf(2, 2)}), "no routine and no exercise")
	add("only strangers", zipped(file{name: "README.txt", data: "hello"}), "no routine and no exercise")

	add("huge picture", shown("x.png", hugePNG(60000, 60000)), "pixels")
	var crowd []file
	for i := range 13 {
		name := fmt.Sprintf("many-%d.png", i)
		crowd = append(crowd, file{name: fmt.Sprintf("exercises/many-%d.toml", i), data: hold(fmt.Sprint("Many ", i), fmt.Sprintf("picture = %q\n", name))},
			file{name: "exercises/" + name, data: hugePNG(4000, 5000)})
	}
	add("too many large pictures", zipped(crowd...), "million pixels")
	add("overflowing picture", shown("x.png", hugePNG(1<<31-1, 1<<31-1)), "damaged")
	add("damaged picture", shown("x.png", pngOf(4, 4)[:20]), "damaged")
	add("program as picture", shown("x.png", "MZ\x90\x00 this program"), "damaged")
	add("empty picture", shown("x.png", ""), "is empty")
	add("large drawing", shown("x.svg", svg("", "<!--"+strings.Repeat("x", 600<<10)+"-->")), "larger than such a file")
	add("missing picture", zipped(file{name: "exercises/mine.toml", data: hold("Mine", "picture = \"x.png\"\n")}), "did not come with it")
	add("picture elsewhere", zipped(file{name: "exercises/mine.toml", data: hold("Mine", "picture = \"../x.png\"\n")}), "without a path")
	for name, text := range map[string]string{
		"script": svg("", "<script>alert(1)</script>"), "script by handler": svg(`onload="alert(1)"`, ""), "script in capitals": svg("", "<SCRIPT/>"),
		"script by link": svg("", `<a href="javascript:alert(1)"><path d="M0 0"/></a>`), "script by data": svg("", `<a xlink:href="data:text/html,x"/>`),
		"reference out": svg("", `<image href="file:///etc/passwd"/>`), "reference to the network": svg("", `<linearGradient xlink:href="https://example.org/x#a"/>`),
		"style out": svg("", `<style>@import url(https://example.org/x.css);</style>`), "fill from elsewhere": svg("", `<path fill="url(file:///etc/passwd)" d="M0 0"/>`),
		"web page within": svg("", `<foreignObject><body/></foreignObject>`), "style sheet": `<?xml-stylesheet href="x.css"?>` + svg("", ""),
		"endless use": svg("", `<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/>`),
	} {
		add("drawing with a "+name, shown("x.svg", text), "more than a drawing")
	}
	for name, text := range map[string]string{
		"entities":           `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>` + svg("", "<title>&b;</title>"),
		"entity from a file": `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + svg("", "<title>&x;</title>"),
	} {
		add("drawing with "+name, shown("x.svg", text), "entities")
	}
	for name, text := range map[string]string{
		"endless dashes": svg("", `<path stroke-dasharray="0.0001" d="M0 0L80 60"/>`), "enormous numbers": svg("", `<path d="M0 0L1e30 1e30"/>`),
		"enormous scale": svg("", `<g transform="scale(1000)"><g transform="scale(1000)"><g transform="scale(1000)"><path d="M0 0L8 8"/></g></g></g>`),
		"infinite scale": svg("", `<g transform="scale(1e999)"><g transform="scale(0)"><path d="M0 0L8 8"/></g></g>`),
		"deep groups":    svg("", strings.Repeat("<g>", 100)+strings.Repeat("</g>", 100)), "many shapes": svg("", strings.Repeat("<g/>", 25000)),
		"long lines": svg("", `<path d="`+strings.Repeat("L9999 -9999", 40000)+`"/>`),
	} {
		add("drawing with "+name, shown("x.svg", text), "out of all proportion")
	}
	for name, text := range map[string]string{
		"no size": `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`, "no height": `<svg viewBox="0 0 80 0"/>`, "a hair's width": `<svg viewBox="0 0 80000 1"/>`,
		"no end": `<svg viewBox="0 0 8 8"><g>`, "a wrong end": `<svg viewBox="0 0 8 8"><g></svg></g>`, "another page": `<html><body/></html>`,
		"no text": "\x00\x01\x02\x03", "another drawing": `<svg viewBox="0 0 8 8"><svg viewBox="0 0 .001 .001"/></svg>`, "UTF-7": `<?xml version="1.0" encoding="UTF-7"?><svg viewBox="0 0 8 8"/>`,
	} {
		add("drawing with "+name, shown("x.svg", text), "not an SVG drawing")
	}

	add("TOML too long", []byte(simple+"# "+strings.Repeat("x", 300<<10)), "limit is 256 KiB")
	add("TOML too deep", []byte("[[phase]]\nx = "+strings.Repeat("[", 5000)+strings.Repeat("]", 5000)), "deep")
	add("TOML with a long key", []byte("[[phase]]\n"+strings.Repeat("k", 100)+" = 1\n"), "a key may have 64")
	add("TOML with unknown keys", []byte(simple+"run = \"rm -rf /\"\n"), "run")
	add("TOML with many steps", []byte("name = \"x\"\n[[phase]]\nname = \"x\"\nkind = \"dynamic\"\n"+strings.Repeat("[[phase.step]]\nexercise = \"cat-cow\"\n", 201)), "200 steps")
	add("TOML in UTF-16", []byte("\xff\xfen\x00a\x00m\x00e\x00"), "UTF-16")
	add("settings", []byte("volume = 100\ntheme = \"tea\"\n"), "settings")
	add("packed TOML too deep", beside("routines/deep.toml", "[[phase]]\nx = "+strings.Repeat("[", 5000)), "deep")
	add("nothing", nil, "neither a routine nor an exercise")
	add("text", []byte("hello"), "")
	add("program", []byte("\x7fELF\x02\x01\x01\x00"), "neither a packed routine")
	add("gzip", []byte("\x1f\x8b\x08\x00"), "not as a zip")
	add("7z", []byte("7z\xbc\xaf\x27\x1c\x00"), "not as a zip")
	add("PDF", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "neither a packed routine")
	return c
}

func TestHostileFilesAreRefused(t *testing.T) {
	corpus := hostile()
	if len(corpus) < 40 {
		t.Fatalf("only %d files", len(corpus))
	}
	f := own(t)
	lib := f.lib()
	before := f.all()
	for _, name := range slices.Sorted(maps.Keys(corpus)) {
		c := corpus[name]
		begun := time.Now()
		p, problems := Read("sent.catcow", c.data, lib, f.dir)
		if took := time.Since(begun); took > 2*time.Second {
			t.Errorf("%s: reading it took %v", name, took)
		}
		if problems == nil {
			t.Errorf("%s: it is taken: %s", name, states(p))
			continue
		}
		if p != nil {
			t.Errorf("%s: it is refused and taken", name)
		}
		if text := problems.Error(); !strings.Contains(text, c.say) || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
			t.Errorf("%s: it says %q, want %q in it", name, text, c.say)
		}
	}
	if !maps.Equal(before, f.all()) {
		t.Error("reading wrote something")
	}
	t.Logf("%d hostile files", len(corpus))
}

// What is odd but harmless is taken all the same, and what is no concern of ours is said to be left alone.
func TestOddFilesAreTaken(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		notes int
	}{
		"folders of their own":    {zipped(file{name: "routines/", mode: fs.ModeDir | 0o755}, good, file{name: "exercises/", mode: fs.ModeDir | 0o755}), 0},
		"a readme":                {beside("README.txt", "hello"), 1},
		"what macOS adds":         {zipped(good, file{name: "__MACOSX/routines/._simple.toml", data: "x"}, file{name: ".DS_Store", data: "x"}), 0},
		"a program beside":        {beside("routines/run.sh", "rm -rf /"), 1},
		"a picture nobody shows":  {beside("exercises/x.png", pngOf(2, 2)), 1},
		"no folders":              {zipped(file{name: "simple.toml", data: simple}), 0},
		"a large stranger":        {zipped(good, file{name: "film.mp4", data: strings.Repeat("\x00", 9<<20), method: zip.Deflate}), 1},
		"a comment":               {append(zipped(good)[:len(zipped(good))-2], "\x05\x00hello"...), 0},
		"a PNG called JPEG":       {shown("x.jpg", pngOf(4, 4)), 0},
		"a drawing":               {shown("x.svg", drawn), 0},
		"a drawing with a style":  {shown("x.svg", svg("", `<style>.a{fill:#456}</style><g class="a"/>`)), 0},
		"a dashed drawing":        {shown("x.svg", svg("", `<path stroke-dasharray="4 2" d="M0 0L80 60"/>`)), 0},
		"a drawing as Inkscape's": {shown("x.svg", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"+svg("", `<defs><linearGradient id="a"/><linearGradient xlink:href="#a" id="b"/></defs><path style="fill:url(#b);stroke-width:2" transform="matrix(1,0,0,1,20,30)" d="m 10,10 c 1,2 3,4 5,6 z"/>`)), 0},
	} {
		f := newFolder(t)
		p, problems := Read("x", c.data, f.lib(), f.dir)
		if problems != nil {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		if len(p.Notes) != c.notes {
			t.Errorf("%s: noted is %v", name, p.Notes)
		}
		if _, err := p.Add(nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for path := range f.all() {
			if path != "routines/simple.toml" && path != "exercises/mine.toml" && path != "exercises/x.svg" && path != "exercises/x.jpg" {
				t.Errorf("%s: it wrote %s", name, path)
			}
		}
		f.whole()
	}
}

// FuzzRead: whatever comes, it is taken whole or refused, and what is taken lies in the two folders and can be used.
func FuzzRead(f *testing.F) {
	for _, c := range hostile() {
		if len(c.data) < 64<<10 {
			f.Add(c.data)
		}
	}
	f.Add(zipped(good))
	f.Add(packedOwn(f))
	f.Add(shown("x.svg", drawn))
	lib := newFolder(f).lib()
	f.Fuzz(func(t *testing.T, data []byte) {
		to := newFolder(t)
		p, problems := Read("x", data, lib, to.dir)
		if (p == nil) == (problems == nil) {
			t.Fatal("neither taken nor refused, or both")
		}
		if p == nil {
			return
		}
		if _, err := p.Add(nil); err != nil && len(to.all()) > 0 {
			t.Fatalf("not added (%v), but there are %v", err, slices.Sorted(maps.Keys(to.all())))
		}
		for path := range to.all() {
			folder, base, ok := strings.Cut(path, "/")
			if !ok || folder != "routines" && folder != "exercises" || strings.Contains(base, "/") {
				t.Fatalf("it wrote %s", path)
			}
		}
		to.whole()
	})
}
