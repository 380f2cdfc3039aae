package notify

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf16"
)

// script shows notes through a program of the system that runs a script of ours. The script is always the same to the
// letter: texts reach it as data. Such notifications have no buttons, nothing is heard of them, and they end by themselves.
type script struct {
	call func(Note) call
	run  func(call) error

	mu     sync.Mutex
	failed error // of the last note
	closed bool
}

// call is a program to run.
type call struct {
	program string
	args    []string
	input   string
}

func (s *script) show(n Note) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrClosed
	}
	s.failed = nil
	if err := s.run(s.call(n)); err != nil {
		s.failed = fmt.Errorf("%w (%w)", refused(err), err)
		return fmt.Errorf("showing a notification: %w", s.failed)
	}
	return nil
}

func (s *script) withdraw(string) {}

func (s *script) state() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil {
		return State{Missing: reason(s.failed)}
	}
	return State{Available: true}
}

func (s *script) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
}

// appleScript shows title, text and sound, its three arguments.
const appleScript = `on run argv
	if item 3 of argv is "" then
		display notification (item 2 of argv) with title (item 1 of argv)
	else
		display notification (item 2 of argv) with title (item 1 of argv) sound name (item 3 of argv)
	end if
end run
`

// appleCall hands the script over by the standard input: "-" says so, and ends the program's own options, so that a
// title may begin with a dash.
func appleCall(n Note) call {
	sound := ""
	if n.Sound {
		sound = "Tink"
	}
	return call{"osascript", []string{"-", plain(n.Title, false), plain(withElsewhere(n), true), sound}, appleScript}
}

// toastScript shows what comes by the standard input: a slot, seconds until it expires (0: when the system likes), whether
// it sounds (1 or 0), and the text, which may have several lines. A toast needs the identity of an installed program;
// PowerShell's own is on every Windows.
const toastScript = `$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = New-Object System.Text.UTF8Encoding $false
$slot = [Console]::In.ReadLine()
$seconds = [int][Console]::In.ReadLine()
$sound = [Console]::In.ReadLine()
$text = [Console]::In.ReadToEnd()
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$lines = $xml.GetElementsByTagName('text')
[void]$lines.Item(0).AppendChild($xml.CreateTextNode('Catcow'))
[void]$lines.Item(1).AppendChild($xml.CreateTextNode($text))
if ($sound -ne '1') {
	$audio = $xml.CreateElement('audio')
	$audio.SetAttribute('silent', 'true')
	[void]$xml.DocumentElement.AppendChild($audio)
}
$toast = New-Object Windows.UI.Notifications.ToastNotification $xml
$toast.Group = 'Catcow'
$toast.Tag = $slot
if ($seconds -gt 0) { $toast.ExpirationTime = [DateTimeOffset]::Now.AddSeconds($seconds) }
$id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show($toast)
`

// toastCall says only the note's fixed text: Title and Body may hold what a file says, and stay away from PowerShell.
func toastCall(n Note) call {
	seconds := int64(0)
	if n.Expires > 0 {
		seconds = max(1, int64(n.Expires/time.Second))
	}
	sound := "0"
	if n.Sound {
		sound = "1"
	}
	n.Body = n.Fixed
	input := strings.Join([]string{plain(n.Slot, false), strconv.FormatInt(seconds, 10), sound, plain(withElsewhere(n), true)}, "\n")
	return call{"powershell.exe", []string{"-NoProfile", "-NonInteractive", "-OutputFormat", "Text", "-EncodedCommand", encoded(toastScript)}, input}
}

// encoded is a script as PowerShell's -EncodedCommand takes it: base64 of UTF-16. No quoting rules apply to that.
func encoded(script string) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(script)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return base64.StdEncoding.EncodeToString(out)
}

// withElsewhere is a note's body where there are no buttons.
func withElsewhere(n Note) string {
	if len(n.Actions) == 0 {
		return n.Body
	}
	return join(n.Body, n.Elsewhere)
}
