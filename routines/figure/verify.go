package figure

// Verify says what the drawn body could not do.
func (f *Figure) Verify() []Problem { return nil }
