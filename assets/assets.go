// Package assets is data only: the shipped exercises, the schemas that editors check files with, and what the window
// shows and plays. It knows nothing of what the data means.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed exercises/*.toml schemas/*.json
var files embed.FS

// Exercises is the folder of the shipped exercise files.
func Exercises() fs.FS { return folder("exercises") }

// Schemas is the folder of the JSON schemas: exercise.schema.json and routine.schema.json.
func Schemas() fs.FS { return folder("schemas") }

// folder is a part of the embedded files. The name is one of the above, so it is there.
func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err)
	}
	return sub
}
