package terminal

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
	"time"

	"catcow/gui/look"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/share"
)

var addCommand = command{
	name: "add", words: "FILE... [--as NAME | --replace] [--yes]",
	about: "Add a routine somebody sent",
	more: "It shows what it is, how long it takes and who should take care, and asks. Nothing of yours is written over:\n" +
		"what has the same name stays, or is kept aside with --replace. Files that belong together are added together.",
	use: func() usage {
		var as string
		var replace, sure bool
		return usage{
			options: []option{
				{name: "--as", value: "NAME", about: "add it under another name", set: word(&as, "name")},
				{name: "--replace", about: "take it in place of yours, which is kept aside", set: yes(&replace)},
				{name: "--yes", about: "do not ask", set: yes(&sure)},
			},
			ready: func(words []string) (func(Env) int, error) {
				if err := someFiles(words); err != nil {
					return nil, err
				}
				if as != "" && replace {
					return nil, errors.New("--as and --replace are two ways; choose one")
				}
				return func(e Env) int { return runAdd(e, words, as, replace, sure) }, nil
			},
		}
	},
}

func runAdd(e Env, files []string, as string, replace, sure bool) int {
	p, problems := share.Open(files, e.library(), e.folders.Data)
	if problems != nil {
		e.warn("it is not added:\n%v", problems)
		return Failed
	}
	if n := len(p.Of(share.Routine)); as != "" && n > 1 {
		e.warn("--as is the name of one routine, and there are %d here; add each by itself", n)
		return Failed
	}
	e.parcel(p)
	choices, ok := e.choices(p, as, replace)
	if !ok {
		return Failed
	}
	if len(choices) == 0 && p.Nothing() {
		e.say("\nAll of it is there already; there is nothing to add.")
		return Fine
	}
	if !sure && !e.ask("\nAdd it?") {
		e.say("Nothing was added.")
		return Failed
	}
	if err := e.folders.Make(); err != nil {
		e.warn("%v", err)
		return Failed
	}
	done, err := p.Add(choices)
	if err != nil {
		e.warn("%v", err)
		return Failed
	}
	for _, path := range done.Aside {
		e.say("Yours is kept in %s.", path)
	}
	for _, id := range done.Routines {
		e.say("Added: %s. `catcow play %s` plays it.", id, id)
	}
	if len(done.Routines) == 0 {
		e.say("Added: %s.", strings.Join(done.Exercises, ", "))
	}
	return Fine
}

// choices turns the options into choices, and says which one is missing.
func (e Env) choices(p *share.Parcel, as string, replace bool) (share.Choices, bool) {
	way := share.None
	switch {
	case replace:
		way = share.Take
	case as != "":
		way = share.Both
	}
	choices := p.For(way)
	if main := p.Main(); as != "" {
		if main == nil {
			e.warn("--as names a routine, and there is none in it")
			return nil, false
		}
		choices[main] = share.Choice{Way: share.Both, Name: as}
	}
	if clashes := p.Clashes(); len(clashes) > 0 && way == share.None {
		for _, it := range clashes {
			e.warn("%s %s already: %s", thing(it), whose(it), it.OverName)
		}
		e.warn("--as NAME adds it beside that, --replace takes its place and keeps a file of yours aside")
		return nil, false
	}
	return choices, true
}

func thing(it *share.Item) string {
	if it.Kind == share.Routine {
		return "a routine " + it.ID
	}
	return "an exercise " + it.ID
}

func whose(it *share.Item) string {
	if it.Whose == exercise.Own {
		return "of yours is there"
	}
	return "comes with Catcow"
}

// parcel shows what came.
func (e Env) parcel(p *share.Parcel) {
	s := e.settings()
	for _, it := range p.Of(share.Routine) {
		r := it.Routine
		in := plan.Input{Routine: r, Catalogue: p.Catalogue, Pace: s.PlanPace(), Floor: time.Duration(s.HoldFloor), Warm: s.Warm}
		shortest, longest := plan.Range(in)
		e.say("%s%s", r.Name, brings(p))
		for _, line := range []string{r.About, labelled("For: ", r.For), labelled("When: ", r.When)} {
			if line != "" {
				e.say("  %s", line)
			}
		}
		e.say("  It can take %s; as written it takes %s.",
			lengths(listedRoutine{ShortestS: seconds(shortest), LongestS: seconds(longest)}), minutes(plan.Natural(r, in.Pace)))
		e.say("")
		for _, ph := range r.Phases {
			var names []string
			for _, st := range ph.Steps {
				names = append(names, st.Exercise.Name)
			}
			e.say("  %s: %s", ph.Name, strings.Join(names, ", "))
		}
		good, worth := advice.Of(draft.Read(it.ID, it.Data, p.Catalogue), p.Catalogue)
		if len(worth) > 0 {
			e.say("\nWorth knowing")
			for _, a := range worth {
				e.say("  %s", look.Say(a.Message))
			}
		} else if len(good) > 0 {
			e.say("\nIn order")
			for _, m := range good {
				e.say("  %s", look.Say(m))
			}
		}
	}
	if p.Main() == nil {
		for _, it := range p.Of(share.Exercise) {
			e.say("%s, an exercise of kind %s", it.Name, it.Exercise.Kind)
		}
	}
	if tags := p.Cautions(); len(tags) > 0 {
		e.say("\nLeave out what does not suit you, and ask someone who knows you, if")
		for _, tag := range tags {
			e.say("  %s", look.Caution(tag))
		}
	}
	for _, note := range p.Notes {
		e.say("\nNote: %s", look.Say(note))
	}
}

func labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

// ask asks a question that is answered with yes or no; no answer is no.
func (e Env) ask(question string) bool {
	fmt.Fprintf(e.Out, "%s [y/N] ", question)
	answer, err := bufio.NewReader(e.In).ReadString('\n')
	if err != nil {
		e.say("")
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return true
	}
	return false
}
