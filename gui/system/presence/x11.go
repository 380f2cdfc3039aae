//go:build unix && !darwin

package presence

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// x11 is the X server's counter of idle time, with alarms set on it.
type x11 struct {
	conn       *xgb.Conn
	threshold  time.Duration
	major      byte // opcode of the extension
	firstEvent byte
	counter    uint32
	gone       chan struct{} // closed when the connection is

	mu     sync.Mutex
	alarms map[uint32]func(idle time.Duration)
}

// openX11 connects to the X server. A server that has no alarms is looked at instead.
func openX11(ctx context.Context, threshold time.Duration) (source, error) {
	conn, err := dialX11(ctx)
	if err != nil {
		return nil, fmt.Errorf("connecting to the X server: %w", err)
	}
	src, err := askX11(conn, threshold)
	if err != nil {
		conn.Close()
		return nil, fmt.Errorf("asking the X server for idle time: %w", err)
	}
	return src, nil
}

// dialX11 gives up when ctx ends, which the handshake itself does not.
func dialX11(ctx context.Context) (*xgb.Conn, error) {
	type answer struct {
		conn *xgb.Conn
		err  error
	}
	answers := make(chan answer)
	go func() {
		conn, err := xgb.NewConn()
		select {
		case answers <- answer{conn, err}:
		case <-ctx.Done():
			if conn != nil {
				conn.Close()
			}
		}
	}()
	select {
	case a := <-answers:
		return a.conn, a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func askX11(conn *xgb.Conn, threshold time.Duration) (source, error) {
	// Xwayland counts only what its own windows get.
	if found, err := extension(conn, "XWAYLAND"); err != nil {
		return nil, err
	} else if found.Present {
		return nil, fmt.Errorf("this is Xwayland: %w", errOther)
	}
	found, err := extension(conn, syncName)
	if err != nil {
		return nil, err
	}
	x := &x11{conn: conn, threshold: threshold, gone: make(chan struct{}), alarms: map[uint32]func(time.Duration){}}
	x.major, x.firstEvent = found.MajorOpcode, found.FirstEvent
	if !found.Present {
		return openScreenSaver(conn, threshold)
	}
	if _, err := x.ask(initializeRequest(x.major)); err != nil {
		return nil, err
	}
	list, err := x.ask(request(x.major, syncListCounters))
	if err != nil {
		return nil, err
	}
	if x.counter, err = idleCounter(list); err != nil {
		return openScreenSaver(conn, threshold)
	}
	return x, nil
}

func extension(conn *xgb.Conn, name string) (*xproto.QueryExtensionReply, error) {
	return xproto.QueryExtension(conn, uint16(len(name)), name).Reply()
}

// ask makes a request that has an answer, of 32 bytes or more.
func (x *x11) ask(buf []byte) ([]byte, error) {
	cookie := x.conn.NewCookie(true, true)
	x.conn.NewRequest(buf, cookie)
	return cookie.Reply()
}

// do makes a request that has none and waits until it is done.
func (x *x11) do(buf []byte) error {
	cookie := x.conn.NewCookie(true, false)
	x.conn.NewRequest(buf, cookie)
	return cookie.Check()
}

func (x *x11) run(ctx context.Context, tell func(idle bool, since time.Time)) error {
	go x.listen()
	away := func(idle time.Duration) { tell(true, time.Now().Add(-idle)) }
	back := func(time.Duration) { tell(false, time.Now()) }
	err := func() error {
		if _, err := x.alarm(x.threshold, syncRising, away); err != nil {
			return err
		}
		if _, err := x.alarm(x.threshold-time.Millisecond, syncFalling, back); err != nil {
			return err
		}
		idle, err := x.idle() // the alarms tell of changes alone
		if err == nil && idle >= x.threshold {
			away(idle)
		}
		return err
	}()
	if err != nil {
		x.conn.Close()
	}
	select { // and no word comes from listen after this
	case <-x.gone:
		return errors.Join(err, errors.New("the X server is gone"))
	case <-ctx.Done():
		x.conn.Close()
		return ctx.Err()
	}
}

// listen hands alarms on until the connection closes.
func (x *x11) listen() {
	defer close(x.gone)
	for {
		event, err := x.conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		raw, _ := event.(rawEvent)
		if alarm, value, ok := alarmNotify(x.firstEvent, raw); ok {
			x.mu.Lock()
			ring := x.alarms[alarm]
			x.mu.Unlock()
			if ring != nil {
				ring(milliseconds(value))
			}
		}
	}
}

// alarm calls ring whenever the counter passes a value; the call comes from listen.
func (x *x11) alarm(at time.Duration, direction uint32, ring func(idle time.Duration)) (uint32, error) {
	id, err := x.conn.NewId()
	if err != nil {
		return 0, err
	}
	x.mu.Lock()
	x.alarms[id] = ring
	x.mu.Unlock()
	return id, x.do(alarmRequest(x.major, id, x.counter, at.Milliseconds(), direction))
}

// idle is what the counter shows now.
func (x *x11) idle() (time.Duration, error) {
	reply, err := x.ask(request(x.major, syncQueryCounter, x.counter))
	if err != nil {
		return 0, err
	}
	return milliseconds(int64At(reply[8:])), nil
}

func (x *x11) lull(ctx context.Context, d time.Duration) {
	rung := make(chan struct{})
	ring := sync.OnceFunc(func() { close(rung) })
	id, err := x.alarm(d, syncRising, func(time.Duration) { ring() })
	if err != nil {
		return
	}
	if idle, err := x.idle(); err == nil && idle < d {
		select {
		case <-rung:
		case <-x.gone:
		case <-ctx.Done():
		}
	}
	x.mu.Lock()
	delete(x.alarms, id)
	x.mu.Unlock()
	_ = x.do(request(x.major, syncDestroyAlarm, id))
}

// milliseconds is a counter's value as a duration, whatever a server may answer.
func milliseconds(n int64) time.Duration {
	return time.Duration(min(max(n, 0), math.MaxInt64/int64(time.Millisecond))) * time.Millisecond
}
