package breaks

import "catcow/routines/message"

// Reason is why a due break does not ask yet.
type Reason string

// The reasons, weightiest first: the first of several is the one that is told. The words are the keys of
// [breaks.not_now] in settings.toml.
const (
	Microphone   Reason = "microphone"
	Camera       Reason = "camera"
	Sharing      Reason = "sharing"
	FullScreen   Reason = "full_screen"
	DoNotDisturb Reason = "do_not_disturb"
	Typing       Reason = "typing" // gives way by itself after TypingLimit
)

// Reasons lists the reasons, weightiest first.
var Reasons = []Reason{Microphone, Camera, Sharing, FullScreen, DoNotDisturb, Typing}

// minds reports whether a break waits for a reason.
func (n NotNow) minds(r Reason) bool {
	switch r {
	case Microphone:
		return n.Microphone
	case Camera:
		return n.Camera
	case Sharing:
		return n.Sharing
	case FullScreen:
		return n.FullScreen
	case DoNotDisturb:
		return n.DoNotDisturb
	case Typing:
		return n.Typing
	}
	return false
}

// waiting says what a break waits for.
func waiting(held []Reason) message.Message {
	switch weightiest(held) {
	case Microphone, Camera:
		return message.New("breaks.waiting-call", "Waiting for your call to end.")
	case Sharing:
		return message.New("breaks.waiting-sharing", "Waiting until you stop sharing your screen.")
	case FullScreen:
		return message.New("breaks.waiting-full-screen", "Waiting until nothing fills the screen.")
	case DoNotDisturb:
		return message.New("breaks.waiting-quiet", "Waiting until the desktop may speak up again.")
	}
	return message.New("breaks.waiting-typing", "Waiting for a pause in your typing.")
}

// waited says what a break waited for. A pause in typing is not worth a word.
func waited(held []Reason) message.Message {
	switch weightiest(held) {
	case Microphone, Camera:
		return message.New("breaks.waited-call", "It waited for your call.")
	case Sharing:
		return message.New("breaks.waited-sharing", "It waited while you shared your screen.")
	case FullScreen:
		return message.New("breaks.waited-full-screen", "It waited while the screen was full.")
	case DoNotDisturb:
		return message.New("breaks.waited-quiet", "It waited while the desktop was asked to be quiet.")
	}
	return message.Message{}
}

func weightiest(held []Reason) Reason {
	for _, r := range Reasons {
		for _, h := range held {
			if h == r {
				return r
			}
		}
	}
	return ""
}
