package notify

// open answers that there is nothing to show notifications with.
func open(func(Choice)) way { return none{} }

type none struct{}

func (none) show(Note) error { return NoServer }
func (none) withdraw(string) {}
func (none) state() State    { return State{Missing: NoServer} }
func (none) close()          {}
