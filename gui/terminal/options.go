package terminal

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"catcow/routines/tomlfile"
)

// option is one option of a command.
type option struct {
	name  string // with its dashes
	value string // what follows it, for the help; "" for an option that stands alone
	about string
	set   func(string) error
}

func (o option) bare() string { return strings.TrimLeft(o.name, "-") }

// parseOptions takes the options out of the arguments, wherever they stand, and answers the words between them. After "--"
// everything is a word.
func parseOptions(args []string, options []option) ([]string, error) {
	var words []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return append(words, args[i+1:]...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			words = append(words, arg)
			continue
		}
		name, value, given := strings.Cut(arg, "=")
		o, err := find(name, options)
		switch {
		case err != nil:
			return words, err
		case o.value == "" && given:
			return words, fmt.Errorf("%s stands alone, without =%s", o.name, value)
		case o.value != "" && !given:
			if i+1 == len(args) {
				return words, fmt.Errorf("%s wants %s after it", o.name, o.value)
			}
			i++
			if value = args[i]; strings.HasPrefix(value, "--") {
				return words, fmt.Errorf("%s wants %s after it, not %s", o.name, o.value, value)
			}
		}
		if err := o.set(value); err != nil {
			return words, fmt.Errorf("%s: %w", o.name, err)
		}
	}
	return words, nil
}

// find is the option called name, with one dash or two.
func find(name string, options []option) (option, error) {
	if name == "-h" {
		name = "--help"
	}
	bare := strings.TrimLeft(name, "-")
	var bares []string
	for _, o := range options {
		if o.bare() == bare {
			return o, nil
		}
		bares = append(bares, o.bare())
	}
	if near := tomlfile.Nearest(bare, bares); near != "" {
		return option{}, fmt.Errorf("there is no option %s; did you mean --%s?", name, near)
	}
	return option{}, fmt.Errorf("there is no option %s", name)
}

func yes(to *bool) func(string) error {
	return func(string) error { *to = true; return nil }
}

func folder(to *string) func(string) error {
	return func(s string) error {
		if s == "" {
			return errors.New("name a folder")
		}
		*to = s
		return nil
	}
}

// word reads anything but nothing at all; what says what belongs there.
func word(to *string, what string) func(string) error {
	return func(s string) error {
		if strings.TrimSpace(s) == "" {
			return errors.New("say which " + what)
		}
		*to = s
		return nil
	}
}

// ending reads the name of a file that ends in a certain way.
func ending(to *string, suffix string) func(string) error {
	return func(s string) error {
		if !strings.EqualFold(filepath.Ext(s), suffix) || len(filepath.Base(s)) == len(suffix) {
			return fmt.Errorf("name a file that ends in %s", suffix)
		}
		*to = s
		return nil
	}
}

// length reads a time as files write it: 7m, 1m30s. One that is far too short or too long is still a time, so that
// the plan says what is near it.
func length(to *time.Duration) func(string) error {
	return func(s string) error {
		if n, err := strconv.Atoi(s); err == nil && n > 0 && n <= 60 {
			return fmt.Errorf("%d of what? %dm is minutes, %ds is seconds", n, n, n)
		}
		var d tomlfile.Duration
		if err := d.UnmarshalText([]byte(s)); err != nil {
			if long, none := time.ParseDuration(s); none != nil || long <= tomlfile.MaxDuration {
				return err
			}
			d = tomlfile.Duration(tomlfile.MaxDuration)
		}
		*to = max(time.Duration(d), time.Second)
		return nil
	}
}

// number reads a whole number from least to most.
func number(to *int, least, most int) func(string) error {
	return func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < least || n > most {
			return fmt.Errorf("%q is not a whole number from %d to %d", s, least, most)
		}
		*to = n
		return nil
	}
}

// oneOf reads one of some words.
func oneOf(to *string, choices []string) func(string) error {
	return func(s string) error {
		for _, c := range choices {
			if c == s {
				*to = s
				return nil
			}
		}
		if near := tomlfile.Nearest(s, choices); near != "" {
			return fmt.Errorf("there is no %q; did you mean %s?", s, near)
		}
		return fmt.Errorf("there is no %q; it can be %s", s, strings.Join(choices, ", "))
	}
}
