package build

import (
	"slices"
	"strings"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// takesAll says why a phase does not take all that is dragged, or "".
func (s *Screen) takesAll(p draft.Phase, d *drag) string {
	if d == nil {
		return ""
	}
	list := []*exercise.Exercise{d.what}
	if d.keys != nil {
		list = list[:0]
		for _, k := range d.keys {
			list = append(list, s.frame.column.exerciseOf(k))
		}
	}
	for _, e := range list {
		if !draft.Takes(p.Kind, e) {
			return look.T("build.not-here", "{{.Name}} is {{.Is}}. {{.Phase}} takes {{.Takes}}.", map[string]any{
				"Name": e.Name, "Is": strings.ToLower(kindName(e.Kind)), "Phase": phaseCalled(p), "Takes": taken(p.Kind),
			})
		}
	}
	if p.Kind == exercise.Activity {
		others := 0
		for _, st := range p.Steps {
			if d.keys == nil || !slices.Contains(d.keys, st.Key) {
				others++
			}
		}
		if others+len(list) > 1 {
			return look.T("build.one-activity", "An activity has a phase of its own, one for each.")
		}
	}
	return ""
}

// phaseCalled is a phase's name, or its kind where it has none.
func phaseCalled(p draft.Phase) string {
	if p.Name != "" {
		return "“" + p.Name + "”"
	}
	return kindName(p.Kind)
}

// taken are the kinds a phase takes, in words.
func taken(kind exercise.Kind) string {
	var names []string
	for _, k := range exercise.Kinds {
		if draft.Takes(kind, &exercise.Exercise{Kind: k}) {
			names = append(names, strings.ToLower(look.Kind(k).Name))
		}
	}
	return strings.Join(names, look.T("build.and", " and "))
}

// move lets steps go where they were dragged.
func (s *Screen) move(keys []draft.Key, to target) {
	ok := true
	s.do(message.New("build.did.move", "{{.Name}} moved", "Name", s.nameOf(keys)), func(c *draft.Content) {
		if to.grow {
			c.AddPhase(to.kind, "", len(c.Phases))
			to.spot = draft.Spot{Phase: len(c.Phases) - 1}
		}
		if ok = c.Move(keys, to.spot); !ok && to.grow {
			c.Phases = c.Phases[:len(c.Phases)-1]
		}
	})
	if !ok {
		s.deps.Say(look.T("build.mixed", "These steps are of kinds that do not go together in one phase."))
		return
	}
	s.frame.column.reveal(keys[0])
}

// shift moves what is chosen, or the phase the keyboard is on, by one place. Steps that no phase on their way takes stay,
// and it is said why.
func (s *Screen) shift(by int) {
	col := s.frame.column
	keys := col.pick.keys(col)
	name := ""
	if len(keys) == 0 {
		v := col.view(col.pick.at)
		if v.key == 0 {
			return
		}
		keys, name = []draft.Key{v.key}, v.name
	} else {
		name = s.nameOf(keys)
	}
	if s.do(message.New("build.did.move", "{{.Name}} moved", "Name", name), func(c *draft.Content) { c.Shift(keys, by) }) {
		at := keys[0]
		if by > 0 {
			at = keys[len(keys)-1]
		}
		col.reveal(at)
	} else if why := s.stuck(keys, by); why != "" {
		s.deps.Say(why)
	}
}

// stuck says why the phase above or below does not take steps, or "" where there is none.
func (s *Screen) stuck(keys []draft.Key, by int) string {
	phases := s.work.ed.Now().Content.Phases
	for i, p := range phases {
		to := i + by
		if to < 0 || to >= len(phases) {
			continue
		}
		var own []draft.Key
		for _, st := range p.Steps {
			if slices.Contains(keys, st.Key) {
				own = append(own, st.Key)
			}
		}
		if len(own) == 0 {
			continue
		}
		if why := s.takesAll(phases[to], &drag{keys: own}); why != "" {
			return why
		}
	}
	return ""
}
