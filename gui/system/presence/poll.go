package presence

import (
	"context"
	"time"
)

// lookEvery is the shortest time between two looks at a system that cannot push.
const lookEvery = 30 * time.Second

// poll is a source that has to be looked at.
type poll struct {
	look      func() (idle time.Duration, err error)
	threshold time.Duration
}

func (p *poll) run(ctx context.Context, tell func(idle bool, since time.Time)) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for was := false; ; {
		select {
		case <-timer.C:
		case <-ctx.Done():
			return ctx.Err()
		}
		idle, err := p.look()
		if err != nil {
			return err
		}
		now := time.Now()
		switch is := idle >= p.threshold; {
		case is && !was:
			tell(true, now.Add(-idle))
			was = true
		case was && !is:
			tell(false, now)
			was = false
		}
		timer.Reset(max(lookEvery, p.threshold-idle)) // nobody is away any sooner
	}
}

func (p *poll) lull(ctx context.Context, d time.Duration) {
	for {
		idle, err := p.look()
		if err != nil || idle >= d {
			return
		}
		timer := time.NewTimer(d - idle)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return
		}
	}
}
