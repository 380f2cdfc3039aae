package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"catcow/assets"
)

// IconName is the name of a file in assets/icons, without .svg.
type IconName string

// The icons.
const (
	IconAgain        IconName = "again"
	IconBack         IconName = "back"
	IconBreath       IconName = "breath"
	IconBuild        IconName = "build"
	IconChair        IconName = "chair"
	IconCheck        IconName = "check"
	IconChevronDown  IconName = "chevron-down"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconChevronUp    IconName = "chevron-up"
	IconClock        IconName = "clock"
	IconClose        IconName = "close"
	IconCopy         IconName = "copy"
	IconEase         IconName = "ease"
	IconEdit         IconName = "edit"
	IconFigure       IconName = "figure"
	IconFolder       IconName = "folder"
	IconGrip         IconName = "grip"
	IconInfo         IconName = "info"
	IconLeave        IconName = "leave"
	IconLength       IconName = "length"
	IconMat          IconName = "mat"
	IconMinus        IconName = "minus"
	IconMirror       IconName = "mirror"
	IconMoon         IconName = "moon"
	IconMore         IconName = "more"
	IconMute         IconName = "mute"
	IconNext         IconName = "next"
	IconPalette      IconName = "palette"
	IconPause        IconName = "pause"
	IconPlay         IconName = "play"
	IconPlus         IconName = "plus"
	IconPrint        IconName = "print"
	IconQuestion     IconName = "question"
	IconRedo         IconName = "redo"
	IconRemove       IconName = "remove"
	IconRoutines     IconName = "routines"
	IconSave         IconName = "save"
	IconSearch       IconName = "search"
	IconSettings     IconName = "settings"
	IconShare        IconName = "share"
	IconSides        IconName = "sides"
	IconSound        IconName = "sound"
	IconToday        IconName = "today"
	IconUndo         IconName = "undo"
	IconVoice        IconName = "voice"
	IconWarning      IconName = "warning"
	IconWindow       IconName = "window"

	IconDynamic  IconName = "dynamic"
	IconStatic   IconName = "static"
	IconActivity IconName = "activity"
	IconStrength IconName = "strength"
	IconRelease  IconName = "release"
)

// Icon is an icon in the colour of Ink; it follows the theme.
func Icon(n IconName) fyne.Resource { return IconIn(n, Ink) }

// IconIn is an icon in a role's colour; it follows the theme. An unknown name is a programming mistake and gives nil.
func IconIn(n IconName, r Role) fyne.Resource {
	data, err := assets.Icons.ReadFile("icons/" + string(n) + ".svg")
	if err != nil {
		fyne.LogError("icon "+string(n), err)
		return nil
	}
	return theme.NewColoredResource(fyne.NewStaticResource(string(n)+".svg", data), r.name())
}
