//go:build windows || darwin

package presence

// watch looks at the system's own count of idle time, where there is one. Sleep and a locked session show as a gap in
// the clock or as no input.
func (w *Watch) watch() {
	if _, err := look(); err == nil {
		w.use(system, &poll{look, w.threshold})
	}
}
