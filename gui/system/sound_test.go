package system

import (
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/session"
)

// recorder is a device that keeps what it was told.
type recorder struct {
	mu      sync.Mutex
	volumes []float64
	rests   int
	broken  bool
}

func (r *recorder) play(_ []float32, volume float64) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.broken {
		return errors.New("unplugged")
	}
	r.volumes = append(r.volumes, volume)
	return nil
}

func (r *recorder) rest() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rests++
}

// told answers the volumes of the cues played so far and how often the device was put to rest.
func (r *recorder) told() ([]float64, int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.volumes, r.rests
}

func TestDeviceIsOpenedByTheFirstCueHeard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out recorder
		opened := 0
		s := newSound(func() (device, error) { opened++; return &out, nil }, func(m message.Message) { t.Error(m) })
		defer s.Close()

		s.SetMuted(true)
		s.Play(session.Start, exercise.Static, 0)
		s.SetMuted(false)
		s.SetVolume(0)
		s.Play(session.Start, exercise.Static, 0)
		s.SetVolume(0.5)
		s.Play("sneeze", exercise.Static, 0)
		synctest.Wait()
		if opened != 0 {
			t.Fatal("the device was opened for silence")
		}
		s.Play(session.Start, exercise.Static, 0)
		s.Play(session.Rep, exercise.Dynamic, 1)
		synctest.Wait()
		volumes, rests := out.told()
		if opened != 1 || len(volumes) != 2 {
			t.Fatalf("opened %d times, played %d cues; want 1 and 2", opened, len(volumes))
		}
		if volumes[0] != 0.25 {
			t.Errorf("half the loudness played at %.2f of the amplitude, want 0.25", volumes[0])
		}
		if rests != 0 {
			t.Error("the device was put to rest while a cue sounded")
		}
		time.Sleep(10 * time.Second) // the bubble's clock
		synctest.Wait()
		if _, rests := out.told(); rests != 1 {
			t.Errorf("the device was put to rest %d times after the cues, want once", rests)
		}
	})
}

func TestMissingDeviceIsSaidOnce(t *testing.T) {
	for name, open := range map[string]func() (device, error){
		"none":      func() (device, error) { return nil, errors.New("no such device") },
		"unplugged": func() (device, error) { return &recorder{broken: true}, nil },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				said := 0
				s := newSound(open, func(m message.Message) {
					said++
					if m.ID != NoSound.ID {
						t.Errorf("said %q", m)
					}
				})
				for range 3 {
					s.Play(session.Start, exercise.Static, 0)
				}
				time.Sleep(10 * time.Second)
				s.Close()
				s.Close()
				s.Play(session.Start, exercise.Static, 0)
				if said != 1 {
					t.Errorf("the missing device was said %d times, want once", said)
				}
			})
		})
	}
}
