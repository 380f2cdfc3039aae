package terminal

import (
	"fmt"
	"slices"
	"strings"

	"catcow/routines/tomlfile"
)

// command is one thing the terminal can do.
type command struct {
	name  string
	words string // what its usage line has after the name
	about string
	more  string // what its own help adds
	use   func() usage
}

// usage is a command being used: its options, bound to fresh values, and what makes something to run of them.
type usage struct {
	options []option
	ready   func(words []string) (run func(Env) int, err error)
}

// commands are all of them, in the order of the help.
func commands() []command {
	return []command{
		playCommand, listCommand, planCommand, checkCommand, renderCommand,
		newCommand, fmtCommand,
		printCommand,
		shareCommand, addCommand,
		breakCommand, statusCommand, snoozeCommand, skipCommand, pauseCommand, resumeCommand, trayCommand, chimeCommand, quitCommand,
	}
}

// choose finds the command in the arguments, which may stand behind options, and answers the arguments without it.
// No word at all means no command.
func choose(args []string, common []option) (*command, []string, error) {
	at := -1
	all := everyOption(common)
	for i := 0; i < len(args) && at < 0 && args[i] != "--"; i++ {
		if !strings.HasPrefix(args[i], "-") {
			at = i
			continue
		}
		name, _, given := strings.Cut(args[i], "=")
		o, err := find(name, all)
		if err != nil {
			return nil, nil, err
		}
		if o.value != "" && !given {
			i++
		}
	}
	if at < 0 {
		return nil, args, nil
	}
	word := args[at]
	var names []string
	for _, c := range commands() {
		if c.name == word {
			return &c, append(append([]string{}, args[:at]...), args[at+1:]...), nil
		}
		names = append(names, c.name)
	}
	if namesFile(word) {
		return nil, args, nil
	}
	if word == "help" {
		return choose(append(append([]string{"--help"}, args[:at]...), args[at+1:]...), common)
	}
	if near := tomlfile.Nearest(word, names); near != "" {
		return nil, nil, fmt.Errorf("there is no command %q; did you mean `catcow %s`?", word, near)
	}
	return nil, nil, fmt.Errorf("there is no command %q; it can be %s", word, strings.Join(names, ", "))
}

// everyOption is what may stand before a command: the options of any.
func everyOption(common []option) []option {
	all := slices.Clone(common)
	for _, c := range commands() {
		all = append(all, c.use().options...)
	}
	return all
}

// one is the single word a command wants.
func one(words []string, what string) (string, error) {
	switch len(words) {
	case 0:
		return "", fmt.Errorf("say which %s", what)
	case 1:
		return words[0], nil
	}
	return "", fmt.Errorf("one %s at a time: %s", what, strings.Join(words, ", "))
}

// none refuses words where none belong.
func none(words []string) error {
	if len(words) > 0 {
		return fmt.Errorf("%q makes no sense here", words[0])
	}
	return nil
}

// help is the command's own.
func (c command) help(e Env, options []option) int {
	e.say("catcow %s %s", c.name, c.words)
	e.say("\n%s.", c.about)
	if c.more != "" {
		e.say("\n%s", c.more)
	}
	e.say("")
	listOptions(e, options)
	return Fine
}

func listOptions(e Env, options []option) {
	for _, o := range options {
		if o.about != "" {
			e.say("  %-18s %s", strings.TrimSpace(o.name+" "+o.value), o.about)
		}
	}
}

// overview is the help of it all.
func overview(e Env) int {
	e.say("Catcow plays drawn stretching routines that fit the time you have.\n")
	e.say("  %-42s %s", "catcow", "Open the window")
	e.say("  %-42s %s", "catcow FILE.catcow|FILE.toml", "Look in the window at a routine somebody sent")
	for _, c := range commands() {
		e.say("  %-42s %s", "catcow "+c.name+" "+short(c.words), c.about)
	}
	e.say("\n  %-42s %s", "--data DIR", "Keep everything in this folder, settings too")
	e.say("  %-42s %s", "--resume", "Go on in the window with the session that waits")
	e.say("  %-42s %s", "--version", "Say which version this is")
	e.say("  %-42s %s", "catcow COMMAND --help", "Say more about a command")
	if e.folders.Data != "" {
		e.say("\nYour own routines and exercises: %s", e.folders.Data)
		e.say("Your settings: %s", e.folders.Settings())
	}
	return Fine
}

// short is a usage line without its options.
func short(words string) string {
	before, _, _ := strings.Cut(words, " [")
	return strings.TrimPrefix(before, "[--json]")
}
