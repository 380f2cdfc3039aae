package build

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"catcow/routines/draft"
)

// pick is what is chosen of the routine: the row the keyboard is on, the steps that are chosen together, and the card that
// is open.
type pick struct {
	at     draft.Key // a phase's or a step's; 0 is none
	from   draft.Key // where a range of chosen steps begins
	chosen map[draft.Key]bool
	open   draft.Key
}

func newPick() pick { return pick{chosen: map[draft.Key]bool{}} }

// tap is a press that may become a double one.
type tap struct {
	key draft.Key
	at  time.Time
}

// twice is how soon a second press counts as a double one.
const twice = 400 * time.Millisecond

// keep lets go of what is no longer there.
func (p *pick) keep(c *column) {
	here := map[draft.Key]bool{}
	for _, k := range c.stops() {
		here[k] = true
	}
	for k := range p.chosen {
		if !here[k] {
			delete(p.chosen, k)
		}
	}
	if !here[p.at] {
		p.at = 0
	}
	if !here[p.from] {
		p.from = p.at
	}
	if !here[p.open] {
		p.open = 0
	}
}

// only chooses one row alone. A phase is where the keyboard is, but none of the steps.
func (p *pick) only(c *column, k draft.Key) {
	clear(p.chosen)
	p.at, p.from = k, k
	if c.view(k).kind == cardRow && k != 0 {
		p.chosen[k] = true
	}
	c.picked()
}

// these chooses steps; the keyboard is on the first.
func (p *pick) these(c *column, keys []draft.Key) {
	clear(p.chosen)
	for _, k := range keys {
		if c.view(k).kind == cardRow {
			p.chosen[k] = true
		}
	}
	if len(keys) > 0 {
		p.at, p.from = keys[0], keys[0]
	}
	c.picked()
}

// also chooses one more, or lets it go.
func (p *pick) also(c *column, k draft.Key) {
	if c.view(k).kind != cardRow {
		p.only(c, k)
		return
	}
	if p.chosen[k] {
		delete(p.chosen, k)
	} else {
		p.chosen[k] = true
	}
	p.at, p.from = k, k
	c.picked()
}

// upTo chooses every step from where the range began.
func (p *pick) upTo(c *column, k draft.Key) {
	stops := c.stops()
	a, b := slices.Index(stops, p.from), slices.Index(stops, k)
	if a < 0 || b < 0 {
		p.only(c, k)
		return
	}
	clear(p.chosen)
	for _, s := range stops[min(a, b) : max(a, b)+1] {
		if c.view(s).kind == cardRow {
			p.chosen[s] = true
		}
	}
	p.at = k
	c.picked()
}

// keys are the chosen steps in the order of the routine.
func (p *pick) keys(c *column) []draft.Key {
	var out []draft.Key
	for _, k := range c.steps() {
		if p.chosen[k] {
			out = append(out, k)
		}
	}
	return out
}

// picked shows what is chosen now.
func (c *column) picked() {
	if c.pick.open != 0 && (c.pick.open != c.pick.at || len(c.pick.chosen) > 1) {
		c.close()
	}
	c.Refresh()
	c.s.chosen()
}

// tap is a press on a row, with the keys held down; it reports whether a section is to be renamed.
func (c *column) tap(k draft.Key, opener bool) (again bool) {
	now := c.s.deps.Now()
	again = c.tapped.key == k && now.Sub(c.tapped.at) < twice && now.Sub(c.tapped.at) >= 0
	c.tapped = tap{k, now}
	c.s.focus(c)
	c.keyed = false
	switch held := c.s.deps.Modifiers(); {
	case held&fyne.KeyModifierShift != 0:
		c.pick.upTo(c, k)
		return false
	case held&fyne.KeyModifierShortcutDefault != 0:
		c.pick.also(c, k)
		return false
	}
	wasOpen := c.pick.open == k
	c.pick.only(c, k)
	if again {
		c.tapped = tap{}
	}
	if c.view(k).kind == cardRow && (again || opener) {
		if wasOpen {
			c.close()
			c.Refresh()
		} else {
			c.open(k)
		}
	}
	return again
}

// Tapped beside every row takes the keyboard and lets go of what was chosen.
func (c *column) Tapped(*fyne.PointEvent) {
	c.s.focus(c)
	c.keyed = false
	c.pick.only(c, 0)
}

// open shows the fields of a card.
func (c *column) open(k draft.Key) {
	c.pick.open = k
	c.more = newMore(c, c.view(k))
	c.laid = measure{}
	c.Refresh()
	c.reveal(k)
}

// close hides them.
func (c *column) close() {
	if c.pick.open == 0 {
		return
	}
	inside := false
	if f := c.s.focused(); f != nil && c.more != nil {
		inside = c.more.holds(f)
	}
	c.pick.open, c.laid = 0, measure{}
	more := c.more
	c.more = nil
	if inside {
		c.s.focus(c) // which takes what was written
	}
	_ = more
	c.s.frame.scroll.Relayout()
}
