package exercise

import (
	"bytes"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/assets"
	"catcow/routines/figure"
	"catcow/routines/tomlfile"
)

// shippedTexts are the files of the catalogue.
func shippedTexts(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(assets.Exercises(), "*.toml")
	if err != nil || len(names) < 60 {
		t.Fatalf("%d exercises: %v", len(names), err)
	}
	out := map[string][]byte{}
	for _, name := range names {
		text, err := fs.ReadFile(assets.Exercises(), name)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(name, ".toml")] = text
	}
	return out
}

func reread(t *testing.T, id string, text []byte) File {
	t.Helper()
	f, problems := ReadFile(id, text)
	if problems != nil {
		t.Fatalf("%s: %v\n%s", id, problems, text)
	}
	return f
}

func TestUnchangedFilesStayToTheByte(t *testing.T) {
	for id, text := range shippedTexts(t) {
		f := reread(t, id, text)
		got, err := f.Text(text)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if !bytes.Equal(got, text) {
			t.Errorf("%s changed:\n%s", id, got)
		}
		fresh, err := f.Text(nil)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if !reflect.DeepEqual(reread(t, id, fresh), f) {
			t.Errorf("%s, written anew, says something else:\n%s", id, fresh)
		}
		if _, problems := Parse(id, id, fresh); problems != nil {
			t.Errorf("%s, written anew: %v", id, problems)
		}
	}
}

// remarked is a text with a comment behind every line that may have one, and one above every header.
func remarked(text []byte) []byte {
	var out []string
	for i, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		switch n := string(rune('a'+i/26)) + string(rune('a'+i%26)); {
		case strings.HasPrefix(line, "["):
			out = append(out, "# above "+n, line+" # behind "+n)
		case strings.Contains(line, " = ") && !strings.HasSuffix(line, "["):
			out = append(out, line+"   # why "+n)
		default:
			out = append(out, line)
		}
	}
	return []byte(strings.Join(out, "\n") + "\n")
}

// Whatever is changed in a pose or in words: every comment stays, and reading gives exactly what was meant.
func TestEditedFilesReadBackAndKeepTheirComments(t *testing.T) {
	texts := shippedTexts(t)
	rnd := rand.New(rand.NewPCG(3, 7))
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		text := remarked(texts[id])
		for range 4 {
			f := edited(reread(t, id, text), rnd)
			got, err := f.Text(text)
			if err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			if back := reread(t, id, got); !reflect.DeepEqual(back, f) {
				t.Fatalf("%s reads back as\n%+v, not\n%+v\n%s", id, back, f, got)
			}
			for line := range strings.SplitSeq(string(text), "\n") {
				if _, remark, ok := strings.Cut(line, "# "); ok && !bytes.Contains(got, []byte("# "+remark)) {
					t.Errorf("%s lost %q:\n%s", id, remark, got)
				}
			}
			fresh, err := f.Text(nil)
			if err != nil || !reflect.DeepEqual(reread(t, id, fresh), f) {
				t.Fatalf("%s, written anew, says something else: %v\n%s", id, err, fresh)
			}
		}
	}
}

// edited is a file with a pose dragged, one more, one less or moved, and words and numbers changed.
func edited(f File, rnd *rand.Rand) File {
	f.Cues = append(slices.Clone(f.Cues), `Say "hello" \ and # go`)
	f.Aliases = nil
	f.Breath = ""
	if f.Dose.Hold != nil {
		d := *f.Dose.Hold + tomlfile.Duration(time.Second)
		f.Dose.Hold = &d
	}
	if f.Figure == nil {
		return f
	}
	fig := f.Figure
	for range 3 {
		pose := rnd.IntN(len(fig.Poses))
		hs := fig.Handles(pose, figure.Options{})
		k := hs[rnd.IntN(len(hs))]
		a := rnd.Float64() * 2 * math.Pi
		fig, _ = fig.Drag(pose, k.Handle, figure.Pt{X: k.At.X + 0.08*math.Cos(a), Y: k.At.Y + 0.08*math.Sin(a)}, figure.How{}, figure.Options{})
		switch rnd.IntN(6) {
		case 0:
			fig = fig.Duplicated(pose)
		case 1:
			fig = fig.Without(pose)
		case 2:
			fig = fig.Moved(pose, rnd.IntN(len(fig.Poses)))
		case 3:
			fig = fig.Mirrored(pose)
		case 4:
			fig = fig.Feeling("chest")
		case 5:
			fig = fig.Renamed(pose, "a new name")
		}
	}
	f.Figure = fig
	return f
}
