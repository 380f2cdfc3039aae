//go:build unix && !darwin

package presence

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// screenSaver is an X server without alarms: the clock of the MIT-SCREEN-SAVER extension is looked at.
type screenSaver struct {
	poll
	conn *xgb.Conn
}

const (
	screenSaverName      = "MIT-SCREEN-SAVER"
	screenSaverQueryInfo = 1
)

func openScreenSaver(conn *xgb.Conn, threshold time.Duration) (source, error) {
	found, err := extension(conn, screenSaverName)
	if err != nil {
		return nil, err
	}
	setup := xproto.Setup(conn)
	if !found.Present || len(setup.Roots) == 0 {
		return nil, fmt.Errorf("the X server has neither %s nor %s: %w", syncName, screenSaverName, errOther)
	}
	root := uint32(setup.Roots[0].Root)
	look := func() (time.Duration, error) {
		cookie := conn.NewCookie(true, true)
		conn.NewRequest(request(found.MajorOpcode, screenSaverQueryInfo, root), cookie)
		reply, err := cookie.Reply()
		if err != nil {
			return 0, fmt.Errorf("asking the X server for idle time: %w", err)
		}
		if len(reply) < 32 {
			return 0, errors.New("the X server's answer is torn")
		}
		return milliseconds(int64(xgb.Get32(reply[16:]))), nil // since the last input of a person
	}
	return &screenSaver{poll{look, threshold}, conn}, nil
}

func (s *screenSaver) run(ctx context.Context, tell func(idle bool, since time.Time)) error {
	defer s.conn.Close()
	return s.poll.run(ctx, tell)
}
