package system

import (
	"sync"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/session"
)

// NoSound is what is said, once, when no sound can be played. Captions show every cue anyway.
var NoSound = message.New("system.no-sound", "No sound on this device. The captions show every cue.")

// device is what plays samples. Its methods are called by one goroutine.
type device interface {
	// play starts the samples at this volume, 0 to 1, and returns at once. An error means it will not play again.
	play(samples []float32, volume float64) error
	// rest says that nothing sounds any more.
	rest()
}

type cue struct {
	event session.EventKind
	kind  exercise.Kind
	n     int
}

// Sound plays the cues of a session. The sound device is opened at the first one that is to be heard, never
// before. Its methods return at once and may be called from anywhere.
type Sound struct {
	open    func() (device, error)
	missing func(message.Message)
	cues    chan cue
	done    chan struct{}

	mu     sync.Mutex
	volume float64
	muted  bool
	closed bool
}

// NewSound makes the sounds ready, at full volume. When there turns out to be no sound device, missing is called
// once with NoSound, from a goroutine of its own.
func NewSound(missing func(message.Message)) *Sound { return newSound(openOto, missing) }

func newSound(open func() (device, error), missing func(message.Message)) *Sound {
	s := &Sound{open: open, missing: missing, volume: 1, cues: make(chan cue, 8), done: make(chan struct{})}
	go s.serve()
	return s
}

// SetVolume sets how loud the next cues are, from 0 to 1; 0 is silence.
func (s *Sound) SetVolume(volume float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.volume = min(max(volume, 0), 1)
}

// SetMuted silences the next cues, or lets them be heard again.
func (s *Sound) SetMuted(muted bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.muted = muted
}

// Play plays the cue of an event in a phase of this kind; n is the event's count. When cues come faster than they
// can be started the surplus is dropped: a late cue is worse than none.
func (s *Sound) Play(event session.EventKind, kind exercise.Kind, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.muted || s.volume == 0 {
		return
	}
	select {
	case s.cues <- cue{event, kind, n}:
	default:
	}
}

// Close ends the sounds and waits until nothing of theirs runs any more.
func (s *Sound) Close() {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		close(s.cues)
	}
	s.mu.Unlock()
	<-s.done
}

// tail is how long after the last sample the device is left on, so that what it has buffered is heard.
const tail = 500 * time.Millisecond

func (s *Sound) serve() {
	defer close(s.done)
	var (
		out      device
		broken   bool
		rendered = map[cue][]float32{}
		quiet    = time.NewTimer(0)
		until    time.Time
	)
	<-quiet.C
	defer quiet.Stop()
	for {
		select {
		case <-quiet.C:
			out.rest()
		case c, ok := <-s.cues:
			if !ok {
				if out != nil {
					out.rest()
				}
				return
			}
			samples, known := rendered[c]
			if !known {
				samples = render(c.event, c.kind, c.n)
				rendered[c] = samples
			}
			if broken || samples == nil {
				continue
			}
			var err error
			if out == nil {
				out, err = s.open()
			}
			if err == nil {
				s.mu.Lock()
				// Loudness is felt about as the square root of the amplitude.
				volume := s.volume * s.volume
				s.mu.Unlock()
				err = out.play(samples, volume)
			}
			if err != nil {
				broken, out = true, nil
				quiet.Stop()
				s.missing(NoSound)
				continue
			}
			ends := time.Now().Add(time.Duration(len(samples))*time.Second/sampleRate + tail)
			if ends.After(until) {
				until = ends
			}
			quiet.Reset(time.Until(until))
		}
	}
}
