//go:build unix && !darwin

package presence

import (
	"errors"
	"slices"
	"testing"
	"time"

	"catcow/gui/system/wayland/waylandtest"
)

type told struct {
	idle  bool
	since time.Time
}

// TestWayland goes away and comes back under each protocol there is.
func TestWayland(t *testing.T) {
	seat := waylandtest.Global{Interface: "wl_seat", Version: 8}
	ext := func(version uint32) waylandtest.Global {
		return waylandtest.Global{Interface: "ext_idle_notifier_v1", Version: version}
	}
	kde := waylandtest.Global{Interface: "org_kde_kwin_idle", Version: 1}
	const notifier, seatObject, ms = 4, 5, 300000
	for _, c := range []struct {
		name    string
		globals []waylandtest.Global
		opcode  uint16
		words   func(id uint32, ms uint32) []uint32
	}{
		{"input alone", []waylandtest.Global{seat, ext(2)}, 2, func(id, ms uint32) []uint32 { return []uint32{id, ms, seatObject} }},
		{"input and films", []waylandtest.Global{seat, kde, ext(1)}, 1, func(id, ms uint32) []uint32 { return []uint32{id, ms, seatObject} }},
		{"before", []waylandtest.Global{kde, seat}, 0, func(id, ms uint32) []uint32 { return []uint32{id, seatObject, ms} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := waylandtest.Listen(t, c.globals...)
			src, err := openWayland(t.Context(), ms*time.Millisecond)
			if err != nil {
				t.Fatal(err)
			}
			server.Next() // bind the notifier
			server.Next() // and the seat
			tells := make(chan told, 1)
			ended := make(chan error)
			go func() {
				ended <- src.run(t.Context(), func(idle bool, since time.Time) { tells <- told{idle, since} })
			}()
			made := server.Next()
			id := made.Words[0]
			if made.Object != notifier || made.Opcode != c.opcode || !slices.Equal(made.Words, c.words(id, ms)) {
				t.Errorf("asked by %+v", made)
			}
			for range 2 {
				before := time.Now()
				server.Send(id, notificationIdled)
				if e := <-tells; !e.idle || e.since.Before(before.Add(-5*time.Minute)) || e.since.After(time.Now().Add(-5*time.Minute)) {
					t.Errorf("idled: %+v", e)
				}
				server.Send(id, notificationResumed)
				if e := <-tells; e.idle || time.Since(e.since) > time.Minute {
					t.Errorf("resumed: %+v", e)
				}
			}

			lull := make(chan struct{})
			go func() { src.lull(t.Context(), 2*time.Second); close(lull) }()
			asked := server.Next()
			if want := c.words(asked.Words[0], 2000); !slices.Equal(asked.Words, want) {
				t.Errorf("a lull is asked for by %v, want %v", asked.Words, want)
			}
			server.Send(asked.Words[0], notificationIdled)
			<-lull
			if r := server.Next(); r.Object != asked.Words[0] || r.Opcode != notificationDestroy {
				t.Errorf("after a lull %+v", r)
			}

			go func() { src.lull(t.Context(), 2*time.Second); close(tells) }()
			server.Next()
			server.Drop()
			if err := <-ended; err == nil {
				t.Error("a lost compositor ends without an error")
			}
			<-tells // the lull ends with it
		})
	}
	for _, globals := range [][]waylandtest.Global{{ext(2)}, {seat}, nil} {
		waylandtest.Listen(t, globals...)
		if _, err := openWayland(t.Context(), time.Minute); !errors.Is(err, errOther) {
			t.Errorf("offered %v: %v", globals, err)
		}
	}
}
