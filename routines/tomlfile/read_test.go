package tomlfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	outside := filepath.Join(t.TempDir(), "secret.toml")
	must(t, os.WriteFile(outside, []byte("secret = 1"), 0o600))
	must(t, os.WriteFile(in("good.toml"), []byte("a = 1"), 0o600))
	must(t, os.WriteFile(in("empty.toml"), nil, 0o600))
	must(t, os.WriteFile(in("limit.toml"), make([]byte, Standard.Size), 0o600))
	must(t, os.WriteFile(in("over.toml"), make([]byte, Standard.Size+1), 0o600))
	must(t, os.WriteFile(in("huge.toml"), nil, 0o600))
	must(t, os.Truncate(in("huge.toml"), 50<<20))
	must(t, os.Mkdir(in("folder.toml"), 0o700))
	must(t, os.Symlink("good.toml", in("link.toml")))
	must(t, os.Symlink("loop-b.toml", in("loop-a.toml")))
	must(t, os.Symlink("loop-a.toml", in("loop-b.toml")))
	must(t, os.Symlink("self.toml", in("self.toml")))
	must(t, os.Symlink("nowhere.toml", in("dead.toml")))
	must(t, os.Symlink(outside, in("out.toml")))
	must(t, os.Symlink("../../../../../../../../etc/passwd", in("up.toml")))
	must(t, os.Symlink("/dev/zero", in("device.toml")))
	must(t, os.Mkdir(in("sub"), 0o700))
	must(t, os.WriteFile(in("sub/deep.toml"), []byte("b = 2"), 0o600))
	must(t, os.Symlink(in("good.toml"), in("whole.toml")))
	must(t, os.Symlink(in("sub/deep.toml"), in("whole-deep.toml")))
	must(t, os.Symlink(in("whole.toml"), in("whole-twice.toml")))
	must(t, os.Symlink(in("out.toml"), in("whole-out.toml")))
	must(t, os.Symlink(in("nowhere.toml"), in("whole-dead.toml")))
	must(t, os.Symlink(in("whole-self.toml"), in("whole-self.toml")))
	must(t, os.WriteFile(in("../x.toml"), []byte("secret = 1"), 0o600))
	must(t, os.Symlink(in("sub")+"/../../x.toml", in("whole-up.toml")))
	must(t, os.Symlink(dir+"-other/x.toml", in("whole-beside.toml")))
	must(t, os.Mkdir(dir+"-other", 0o700))
	defer os.RemoveAll(dir + "-other")
	must(t, os.WriteFile(dir+"-other/x.toml", []byte("secret = 1"), 0o600))
	must(t, os.Symlink(dir, in("whole-folder.toml")))

	tests := []struct{ name, want, bad string }{
		{"good.toml", "a = 1", ""},
		{"empty.toml", "", ""},
		{"link.toml", "a = 1", ""},
		{"limit.toml", string(make([]byte, Standard.Size)), ""},
		{"over.toml", "", "this file is 262145 bytes large; the limit is 256 KiB"},
		{"huge.toml", "", "this file is 50 MiB large; the limit is 256 KiB"},
		{"folder.toml", "", "this is a folder, not a file"},
		{"missing.toml", "", "there is no such file"},
		{"loop-a.toml", "", "this link leads in a circle, back to itself"},
		{"self.toml", "", "this link leads in a circle, back to itself"},
		{"dead.toml", "", "this link leads to a file that is not there"},
		{"out.toml", "", "this link leads out of its folder; put a copy of the file here instead"},
		{"up.toml", "", "this link leads out of its folder; put a copy of the file here instead"},
		{"device.toml", "", "this link leads out of its folder; put a copy of the file here instead"},
		{"whole.toml", "a = 1", ""},
		{"whole-deep.toml", "b = 2", ""},
		{"whole-twice.toml", "a = 1", ""},
		{"whole-out.toml", "", "this link leads out of its folder; put a copy of the file here instead"},
		{"whole-dead.toml", "", "this link leads to a file that is not there"},
		{"whole-self.toml", "", "this link leads in a circle, back to itself"},
		{"whole-up.toml", "", "this link leads out of its folder; put a copy of the file here instead"},
		{"whole-beside.toml", "", "this link leads out of its folder; put a copy of the file here instead"},
		{"whole-folder.toml", "", "this is a folder, not a file"},
	}
	for _, test := range tests {
		data, problems := ReadPath(in(test.name), Standard)
		want := ""
		if test.bad != "" {
			want = in(test.name) + ": " + test.bad
		}
		if got := problems.Error(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if string(data) != test.want {
			t.Errorf("%s: %d bytes, want %d", test.name, len(data), len(test.want))
		}
	}
	if _, problems := ReadPath(filepath.Join(dir, "no-folder", "x.toml"), Standard); !strings.HasSuffix(problems.Error(), "there is no such file") {
		t.Errorf("a file in no folder: %v", problems)
	}
}

func TestReadForbidden(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("everything may be read here")
	}
	path := filepath.Join(t.TempDir(), "x.toml")
	must(t, os.WriteFile(path, []byte("a = 1"), 0o000))
	if _, problems := ReadPath(path, Standard); problems.Error() != path+": this file may not be read; check its permissions" {
		t.Error(problems)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
