//go:build !unix

package tomlfile

// openNoWait is nothing where a folder cannot hold a pipe.
const openNoWait = 0
