package assets

import _ "embed"

// What tells a desktop (freedesktop.org) of Catcow: the entry of its menu, and the kind of file that routines are shared as.
var (
	//go:embed desktop/io.github.catcow.Catcow.desktop
	DesktopEntry string
	//go:embed desktop/io.github.catcow.Catcow.xml
	MimeType string
)
