package pose

import (
	"reflect"
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/message"
)

// work is the exercise that is open: its file, finished or not, and every step back and forward.
type work struct {
	id    string // of its file; what it will be called while it has none
	fresh bool   // it has no file yet
	kept  bool   // it was gone on with from a draft
	from  string // the exercise it was begun from
	front bool   // it is to stand in front of the shipped exercise of that id, on purpose
	style []byte // the text it is written into, so that comments and order stay
	base  []byte // what its file held when last read or written; nil while it has none

	now        state
	back, redo []step
	saved      exercise.File // as the file has it
	join       string        // which gesture the last step belongs to
	joined     time.Time     // and when it last went on
}

// state is what is undone and redone: a file's values are never changed, only replaced.
type state struct {
	file exercise.File
	pose int // the key pose that is seen
}

// step is a state that was left, and what was done then.
type step struct {
	state
	what message.Message
}

// joinFor is how long a gesture that pauses is still the same one.
const joinFor = 1500 * time.Millisecond

func newWork(id string, f exercise.File) *work {
	return &work{id: id, now: state{file: f}, saved: f}
}

// do puts another state in the place of the present one. Steps of one gesture, named alike by join, are taken back
// together. It reports whether anything changed.
func (w *work) do(what message.Message, join string, now state, at time.Time) bool {
	if reflect.DeepEqual(now.file, w.now.file) {
		w.now.pose = now.pose
		return false
	}
	if join == "" || join != w.join || at.Sub(w.joined) > joinFor || len(w.back) == 0 {
		w.back = append(w.back, step{w.now, what})
	}
	w.join, w.joined = join, at
	w.now, w.redo = now, nil
	return true
}

// undo takes the last step back and says which it was.
func (w *work) undo() (message.Message, bool) { return w.shift(&w.back, &w.redo) }

// again makes the step again that was taken back last.
func (w *work) again() (message.Message, bool) { return w.shift(&w.redo, &w.back) }

func (w *work) shift(from, to *[]step) (message.Message, bool) {
	n := len(*from)
	if n == 0 {
		return message.Message{}, false
	}
	last := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, step{w.now, last.what})
	w.now, w.join = last.state, ""
	return last.what, true
}

// dirty reports whether there is anything to save.
func (w *work) dirty() bool { return w.fresh || !reflect.DeepEqual(w.now.file, w.saved) }

// figure is the figure that is posed, nil where a picture is shown.
func (w *work) figure() *figure.Figure { return w.now.file.Figure }

// text is the file as it would be saved now.
func (w *work) text() ([]byte, error) { return w.now.file.Text(w.style) }

// withFigure is the state with another figure; poses that are no longer there are not looked at.
func (n state) withFigure(f *figure.Figure) state {
	n.file.Figure = f
	if f != nil {
		n.pose = min(max(n.pose, 0), len(f.Poses)-1)
	}
	return n
}

// toggled is a list with a word more or less; the order is that of all there are.
func toggled(list []string, word string, all []string) []string {
	out := []string{}
	for _, w := range all {
		if slices.Contains(list, w) != (w == word) {
			out = append(out, w)
		}
	}
	return out
}
