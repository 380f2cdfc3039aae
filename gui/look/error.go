package look

import (
	"errors"

	"catcow/routines/message"
	"catcow/routines/plan"
)

// SayError is an error in the person's language, where it has words in it: a message of the domain, or why a plan cannot
// be made.
func SayError(err error) string {
	if m, ok := errors.AsType[message.Message](err); ok {
		return Say(m)
	}
	if r, ok := errors.AsType[*plan.Refusal](err); ok {
		return Say(r.Message)
	}
	return err.Error()
}
