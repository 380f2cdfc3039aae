package shell

import (
	"fyne.io/fyne/v2"

	"catcow/gui/build"
	"catcow/gui/exercises"
	"catcow/gui/pose"
	"catcow/routines/exercise"
)

// screenPose has no place on the rail: it is reached from an exercise, and leads back to where it was reached from.
const screenPose = "pose"

// newPose makes the screen on which an exercise of one's own is drawn.
func (s *Shell) newPose() *pose.Screen {
	return pose.New(pose.Deps{
		Now: s.opts.Now, Folder: s.opts.Folders.Data, Post: s.post,
		Say:  func(text string) { s.notice.say(text) },
		Done: s.posed,
	})
}

// newExercises makes the screen of all exercises.
func (s *Shell) newExercises() *exercises.Screen {
	return exercises.New(exercises.Deps{
		Now: s.opts.Now, ShowRoutine: s.showRoutine, Pose: s.drawExercise,
		Begun: func(from *exercise.Exercise) (string, bool) { return s.pose.Begun(from) },
		GoOn: func(from *exercise.Exercise) {
			s.posedFrom = s.at
			s.show(screenPose)
			s.pose.GoOn(from)
		},
		SeeBroken:  func() { s.show(screenRoutines) },
		OpenFolder: func() { s.openFolder(s.exercisesFolder()) },
		Folder:     s.exercisesFolder(),
	})
}

// drawExercise changes an exercise of one's own, makes one like a shipped one, or begins a new one for "".
func (s *Shell) drawExercise(id string) {
	s.posedFrom = s.at
	s.show(screenPose)
	if e := s.lib.Catalogue.Get(id); e != nil && e.Source == exercise.Own {
		s.pose.Edit(id)
	} else {
		s.pose.Start(id)
	}
}

// posed goes back from drawing.
func (s *Shell) posed(id string) {
	s.show(s.posedFrom)
	if id != "" && s.at == screenExercises {
		s.exercises.Open(id)
	}
}

// work are the screens on which something is made: they have shortcuts of their own.
type work interface {
	TypedKey(*fyne.KeyEvent) bool
	Shortcut(fyne.Shortcut) bool
}

// working is the one of them that is seen, or nil.
func (s *Shell) working() work {
	switch {
	case s.playing != nil:
	case s.at == screenBuild:
		return s.build
	case s.at == screenPose:
		return s.pose
	}
	return nil
}

// workKeys sets the shortcuts of both: the same keys mean the like on either.
func (s *Shell) workKeys() {
	for _, sc := range append(build.Shortcuts(), pose.Shortcuts()...) {
		s.win.Canvas().AddShortcut(sc, s.shortcut)
	}
}

// shortcut hands a shortcut to the screen it is for, unless a sheet lies over that.
func (s *Shell) shortcut(sc fyne.Shortcut) {
	if w := s.working(); w != nil && s.win.Canvas().Overlays().Top() == nil {
		w.Shortcut(sc)
	}
}
