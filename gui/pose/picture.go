package pose

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/tomlfile"
)

// choosePicture asks for a picture to show instead of a figure.
func (s *Screen) choosePicture() { s.asker.open() }

// Dropped takes a picture that was dropped on the window, and reports whether it was one.
func (s *Screen) Dropped(path string) bool {
	if s.frame == nil || !slices.Contains(picture.Types, strings.ToLower(filepath.Ext(path))) {
		return false
	}
	if why := s.readPicture(path); why != "" {
		s.deps.Say(why)
	}
	return true
}

// readPicture shows the picture that lies at a path, or says why it cannot.
func (s *Screen) readPicture(path string) (why string) {
	bad := func(reason string) string {
		return look.T("pose.picture.bad", "That picture cannot be shown: {{.Why}}.", map[string]any{"Why": reason})
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return bad(reason(err))
	case !info.Mode().IsRegular():
		return bad(look.T("pose.picture.no-file", "it is not a file"))
	}
	f, err := os.Open(path)
	if err != nil {
		return bad(reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, picture.MostBytes+1))
	if err != nil {
		return bad(reason(err))
	}
	name := filepath.Base(path)
	if why, ok := picture.Check(name, data); !ok {
		return bad(look.Say(why))
	}
	s.asker.close()
	s.usePicture(name, data)
	return ""
}

// usePicture shows a picture instead of the figure. Until the exercise is saved it lies beside the drafts.
func (s *Screen) usePicture(name string, data []byte) {
	if s.work == nil {
		s.open(s.blank(nil, exercise.Standing))
	}
	own := s.pictureName(name)
	if err := tomlfile.WriteAtomic(filepath.Join(s.pictureDrafts(), own), data); err != nil {
		s.sayError(message.New("pose.picture.not-kept", "The picture could not be copied: {{.Reason}}.", "Reason", reason(err)))
		return
	}
	s.frame.halt()
	now := s.work.now
	now.file.Picture, now.file.Figure = own, nil
	s.do(didImage, "", now)
}

// poseInstead takes the picture out and begins a figure in the exercise's position.
func (s *Screen) poseInstead() {
	if s.work == nil || s.work.figure() != nil {
		return
	}
	now := s.work.now
	now.file.Picture = ""
	s.do(didFigure, "", now.withFigure(figure.Based(baseOf(exercise.Position(now.file.Position)))))
	s.frame.easel.show(true)
}

// baseOf is the posture of a position.
func baseOf(p exercise.Position) string {
	for _, b := range figure.Bases() {
		if basePosition(b) == p {
			return b
		}
	}
	return "stand"
}

// pictureName is a name for a picture that no other exercise's has: the exercise's own.
func (s *Screen) pictureName(name string) string {
	ext := strings.ToLower(filepath.Ext(name))
	for n := 1; ; n++ {
		own := s.work.id + ext
		if n > 1 {
			own = fmt.Sprintf("%s-%d%s", s.work.id, n, ext)
		}
		_, a := os.Lstat(filepath.Join(s.deps.Folder, "exercises", own))
		_, b := os.Lstat(filepath.Join(s.pictureDrafts(), own))
		if errors.Is(a, fs.ErrNotExist) && errors.Is(b, fs.ErrNotExist) {
			return own
		}
	}
}

func (s *Screen) pictureDrafts() string { return filepath.Join(s.deps.Folder, "drafts", "exercises") }

// picturePath is where the picture of that name lies: beside the drafts until it is saved.
func (s *Screen) picturePath(name string) string {
	if name == "" {
		return ""
	}
	path := filepath.Join(s.pictureDrafts(), base(name))
	if _, err := os.Lstat(path); err == nil {
		return path
	}
	return filepath.Join(s.deps.Folder, "exercises", base(name))
}

// takePicture copies the picture beside the exercise's file.
func (s *Screen) takePicture() error {
	name := s.work.now.file.Picture
	if name == "" || name != base(name) {
		return nil
	}
	from := filepath.Join(s.pictureDrafts(), name)
	data, err := os.ReadFile(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it lies there already
	}
	if err == nil {
		err = tomlfile.WriteAtomic(filepath.Join(s.deps.Folder, "exercises", name), data)
	}
	if err != nil {
		return message.New("pose.picture.not-saved", "The picture was not saved: {{.Reason}}. The exercise is kept as a draft.", "Reason", reason(err))
	}
	_ = os.Remove(from) // the copy beside the exercise is the one that counts
	return nil
}

// reason is what the system said, without the path.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}
