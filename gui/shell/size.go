package shell

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"

	"catcow/routines/tomlfile"
)

// The window at the first start, in Fyne's units. It fits a screen of 1366×768 with a panel and a title bar.
const (
	width  = 1180
	height = 700
)

// What a kept size may be; a file that says otherwise is not worth a word.
const (
	leastSize = 320
	mostSize  = 16000
)

// measures is the window as it was left.
type measures struct {
	Width  int `toml:"width"`
	Height int `toml:"height"`
}

func (s *Shell) sizeFile() string { return filepath.Join(s.opts.Folders.State, "window.toml") }

// keptSize is the size the window was left at.
func (s *Shell) keptSize() fyne.Size {
	var m measures
	path := s.sizeFile()
	data, problems := tomlfile.ReadPath(path, tomlfile.Standard)
	if problems == nil {
		problems = tomlfile.Decode(path, data, &m, tomlfile.Standard)
	}
	if problems != nil || min(m.Width, m.Height) < leastSize || max(m.Width, m.Height) > mostSize {
		return fyne.NewSize(width, height)
	}
	return fyne.NewSize(float32(m.Width), float32(m.Height))
}

// keepSize writes the size down. A window that fills the screen has none of its own.
func (s *Shell) keepSize() error {
	if s.win.FullScreen() {
		return nil
	}
	size := s.win.Canvas().Size()
	text := fmt.Sprintf("# The size of Catcow's window when it was last closed.\nwidth = %.0f\nheight = %.0f\n", size.Width, size.Height)
	return tomlfile.WriteAtomic(s.sizeFile(), []byte(text))
}
