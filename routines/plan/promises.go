package plan

import (
	"time"

	"catcow/routines/message"
)

// Promises compares what the routine's file says about its shortest and longest length with what can be made of it,
// and says where it promises too much. Input.Length is not used.
func Promises(in Input) []message.Message {
	shortest, longest := Range(in)
	r := in.Routine
	var out []message.Message
	say := func(id, text string, promised, found time.Duration) {
		out = append(out, message.New(id, text, "Promised", minutesText(secs(promised)), "Found", minutesText(secs(found))))
	}
	if r.Shortest > 0 && r.Shortest < shortest {
		say("plan.promise.shortest", "It promises {{.Promised}} min, but its shortest honest version is {{.Found}} min.",
			r.Shortest, shortest)
	}
	if r.Longest > longest {
		say("plan.promise.longest", "It promises {{.Promised}} min, but it is worth at most {{.Found}} min.",
			r.Longest, longest)
	}
	return out
}
