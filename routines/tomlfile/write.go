package tomlfile

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// WriteAtomic writes a file so that a reader, or a machine that stops at any moment, finds either the old contents or
// the new ones whole. The folder is made when missing. A link at path is replaced by the file, never followed: the
// file it leads to may be none of ours. An existing file keeps its permissions.
func WriteAtomic(path string, data []byte) error {
	return WriteAtomicIf(path, data, func() error { return nil })
}

// WriteAtomicIf is WriteAtomic, but asks right before the new contents take the place of the old ones. When the answer is
// an error, that is the error, and nothing has changed.
func WriteAtomicIf(path string, data []byte, still func() error) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the folder of %s: %w", path, err)
	}
	// Readers skip names that begin with a dot, so a leftover after a power cut is never taken for a file of its own.
	temp := filepath.Join(dir, fmt.Sprintf(".%s.%08x.new", filepath.Base(path), rand.Uint32()))
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(temp)
			err = fmt.Errorf("writing %s: %w", path, err)
		}
	}()
	if info, statErr := os.Lstat(path); statErr == nil && info.Mode().IsRegular() {
		if err = f.Chmod(info.Mode().Perm()); err != nil {
			return err
		}
	}
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = still(); err != nil {
		return err
	}
	if err = os.Rename(temp, path); err != nil {
		return err
	}
	// The new name must reach the disk too. Not every system can sync a folder, and the file itself is safe already.
	if d, openErr := os.Open(dir); openErr == nil {
		_ = d.Sync()
		d.Close()
	}
	return nil
}
