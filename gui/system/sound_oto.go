package system

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/ebitengine/oto/v3"
)

// openTime is how long the sound system may take to answer before it counts as missing.
const openTime = 5 * time.Second

// otoDevice plays through oto: PulseAudio or ALSA on Linux, the system's own elsewhere.
type otoDevice struct {
	context *oto.Context
	resting bool
	players []*oto.Player // kept while they sound; oto closes one that is unreachable
}

func openOto() (device, error) {
	if err := soundSystem(); err != nil {
		return nil, fmt.Errorf("opening the sound device: %w", err)
	}
	context, ready, err := oto.NewContext(&oto.NewContextOptions{
		SampleRate: sampleRate, ChannelCount: 1, Format: oto.FormatFloat32LE, ApplicationName: "Catcow",
	})
	if err != nil {
		return nil, fmt.Errorf("opening the sound device: %w", err)
	}
	select {
	case <-ready:
	case <-time.After(openTime):
		return nil, errors.New("opening the sound device: no answer")
	}
	if err := context.Err(); err != nil {
		return nil, fmt.Errorf("opening the sound device: %w", err)
	}
	return &otoDevice{context: context}, nil
}

func (d *otoDevice) play(samples []float32, volume float64) error {
	if d.resting {
		d.resting = false
		if err := d.context.Resume(); err != nil {
			return fmt.Errorf("waking the sound device: %w", err)
		}
	}
	if err := d.context.Err(); err != nil {
		return fmt.Errorf("playing a sound: %w", err)
	}
	data := make([]byte, 0, 4*len(samples))
	for _, s := range samples {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(s))
	}
	player := d.context.NewPlayer(bytes.NewReader(data))
	player.SetVolume(volume)
	player.Play()
	d.players = slices.DeleteFunc(d.players, func(p *oto.Player) bool { return !p.IsPlaying() })
	d.players = append(d.players, player)
	return nil
}

// rest stops the device's loop, which otherwise feeds it silence for as long as Catcow runs.
func (d *otoDevice) rest() {
	d.players = nil
	d.resting = d.context.Suspend() == nil
}
