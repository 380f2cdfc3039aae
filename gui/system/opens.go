package system

import "fmt"

// OpensRoutines reports whether a double-click on a .catcow file starts this Catcow because the person asked for it, and
// whether that can be asked for on this system. What a package of the system has set up is not the person's to switch off
// here, so it counts as off. The error says why it cannot be told.
func OpensRoutines(dataDir string) (on, can bool, err error) {
	if on, can, err = opensRoutines(Folders{Own: dataDir}.named(loginID)); err != nil {
		return false, can, fmt.Errorf("finding out what opens shared routines: %w", err)
	}
	return on, can, nil
}

// SetOpensRoutines lets the desktop open .catcow files with this Catcow, or no longer. It also puts Catcow into the menu.
// Where OpensRoutines says that it cannot be asked for, that is the error.
func SetOpensRoutines(on bool, dataDir string) error {
	name := Folders{Own: dataDir}.named(loginID)
	if !on {
		if err := forgetRoutines(name); err != nil {
			return fmt.Errorf("no longer opening shared routines: %w", err)
		}
		return nil
	}
	args, err := lastingCommand(dataDir)
	if err == nil {
		err = openRoutines(name, args)
	}
	if err != nil {
		return fmt.Errorf("opening shared routines by double-click: %w", err)
	}
	return nil
}
