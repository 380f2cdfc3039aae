package shell

// OpenFiles shows files a person wants to look at, such as a routine somebody sent; no paths, nothing is shown.
func (s *Shell) OpenFiles(paths []string) {}
