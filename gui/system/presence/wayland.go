//go:build unix && !darwin

package presence

import (
	"context"
	"fmt"
	"time"

	"catcow/gui/system/wayland"
)

// The protocols that tell, best first. In each a notifier makes a notification for a time and a seat, which says idle
// when there was no input for so long, and resumed when it comes.
var notifiers = []struct {
	iface   string
	version uint32 // from which on it has the request
	create  uint16
	seat    bool // the seat comes before the time
}{
	{"ext_idle_notifier_v1", 2, 2, false}, // get_input_idle_notification: input alone, like everywhere else
	{"ext_idle_notifier_v1", 1, 1, false}, // get_idle_notification: a film that keeps the screen lit counts as input
	{"org_kde_kwin_idle", 1, 0, true},     // get_idle_timeout: before there was the other, in sway 1.7 for one
}

const (
	notificationDestroy = 0
	notificationIdled   = 0
	notificationResumed = 1
)

// compositor is a Wayland compositor that tells when its seat is idle.
type compositor struct {
	conn      *wayland.Conn
	threshold time.Duration
	notifier  wayland.Object
	seat      wayland.Object
	create    uint16
	seatFirst bool
	gone      chan struct{} // closed when the connection is
}

func openWayland(ctx context.Context, threshold time.Duration) (source, error) {
	conn, err := wayland.Dial(ctx)
	if err != nil {
		return nil, err
	}
	c := &compositor{conn: conn, threshold: threshold, gone: make(chan struct{})}
	if err := c.bind(); err != nil {
		conn.Close()
		return nil, err
	}
	return c, nil
}

func (c *compositor) bind() error {
	seat, ok := c.conn.Find("wl_seat")
	if !ok {
		return fmt.Errorf("the compositor has no seat: %w", errOther)
	}
	for _, n := range notifiers {
		global, ok := c.conn.Find(n.iface)
		if !ok || global.Version < n.version {
			continue
		}
		var err error
		c.create, c.seatFirst = n.create, n.seat
		if c.notifier, err = c.conn.Bind(global, n.version, nil); err != nil {
			return err
		}
		c.seat, err = c.conn.Bind(seat, 1, nil)
		return err
	}
	return fmt.Errorf("the compositor has no idle notification: %w", errOther)
}

// notify asks to be told of d without input. Counting begins now, so the first word comes after d at the soonest.
func (c *compositor) notify(d time.Duration, tell func(idle bool)) (wayland.Object, error) {
	ms := uint32(d.Milliseconds())
	args := []any{wayland.NewID{}, ms, c.seat}
	if c.seatFirst {
		args = []any{wayland.NewID{}, c.seat, ms}
	}
	return c.conn.Create(c.notifier, c.create, func(opcode uint16, _ *wayland.Args) {
		switch opcode {
		case notificationIdled:
			tell(true)
		case notificationResumed:
			tell(false)
		}
	}, args...)
}

func (c *compositor) run(_ context.Context, tell func(idle bool, since time.Time)) error {
	defer close(c.gone)
	defer c.conn.Close()
	_, err := c.notify(c.threshold, func(idle bool) {
		since := time.Now()
		if idle {
			since = since.Add(-c.threshold)
		}
		tell(idle, since)
	})
	if err != nil {
		return err
	}
	return c.conn.Run() // the context given to openWayland closes the connection
}

func (c *compositor) lull(ctx context.Context, d time.Duration) {
	idled := make(chan struct{}, 1)
	id, err := c.notify(d, func(idle bool) {
		if idle {
			select {
			case idled <- struct{}{}:
			default: // once is enough
			}
		}
	})
	if err != nil {
		return
	}
	select {
	case <-idled:
	case <-c.gone:
	case <-ctx.Done():
	}
	_ = c.conn.Destroy(id, notificationDestroy)
}
