package assets

import "embed"

// Icons holds the window's icons: icons/NAME.svg, 24×24, drawn by fills alone so that they can be recoloured.
//
//go:embed icons/*.svg
var Icons embed.FS

// Translations holds what the window says: translations/LANGUAGE.json, one key for each text.
//
//go:embed translations/*.json
var Translations embed.FS

// AppIcon is Catcow's own icon, 256×256, as PNG: what window managers, panels and docks show.
//
//go:embed desktop/io.github.catcow.Catcow.png
var AppIcon []byte
