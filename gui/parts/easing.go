package parts

import (
	"time"

	"catcow/routines/figure"
)

// easeFor is how long the stage takes from one exercise to the next: slow enough to be calm, well within the shortest
// change-over of 5 s.
const easeFor = 900 * time.Millisecond

// change begins the way from what is shown to another subject.
func (s *Stage) change(shot Shot, now time.Time, calm bool) {
	s.endEasing()
	if !shot.drawn() || !s.shot.drawn() {
		s.shot = shot
		s.Refresh()
		return
	}
	if calm {
		return
	}
	s.from, s.easing, s.fraction = s.shot, now, 0
	s.fading = !s.next.Between(s.figureShot(s.from), s.figureShot(shot), 0.5)
	if s.fading {
		// What is shown stays on the back easel and fades; the front one starts with a scene of its own.
		s.front, s.back = s.back, s.front
		s.front.seen = s.front.seen[:0]
		if s.back.raster != nil {
			s.back.raster.Show()
		}
		s.shot = shot
		s.Refresh()
	}
}

func (s *Stage) figureShot(shot Shot) figure.Shot {
	return figure.Shot{Figure: shot.Exercise.Figure, Moment: shot.Moment, Options: s.options(shot)}
}

// ease shows the picture between two subjects.
func (s *Stage) ease(now time.Time) {
	k := float64(now.Sub(s.easing)) / float64(easeFor)
	if k >= 1 || k < 0 {
		s.endEasing()
		s.front.seen = s.front.seen[:0]
		s.next.Draw(s.shot.Exercise.Figure, s.shot.Moment, s.options(s.shot))
		s.put(s.frame(s.shot))
		return
	}
	s.fraction = k
	if s.fading {
		s.next.Draw(s.shot.Exercise.Figure, s.shot.Moment, s.options(s.shot))
		s.front.seen = s.front.seen[:0] // the fade moves even where the figure does not
		s.setFade(k)
		s.put(s.frame(s.shot))
		return
	}
	s.next.Between(s.figureShot(s.from), s.figureShot(s.shot), k)
	smooth := k * k * (3 - 2*k)
	s.put(s.frame(s.from).Lerp(s.frame(s.shot), smooth))
}

func (s *Stage) setFade(k float64) {
	if s.front.raster != nil {
		s.front.raster.Translucency = min(max(1-1.6*k, 0), 1)
	}
	if s.back.raster != nil {
		s.back.raster.Translucency = min(max(1.6*k-0.6, 0), 1)
	}
}

func (s *Stage) endEasing() {
	if s.easing.IsZero() {
		return
	}
	s.easing = time.Time{}
	if s.front.raster != nil {
		s.front.raster.Translucency = 0
	}
	if s.back.raster != nil {
		s.back.raster.Hide()
	}
	s.cut()
}
