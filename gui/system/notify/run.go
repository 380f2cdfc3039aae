//go:build windows || darwin

package notify

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// scriptTime is how long a script may take: PowerShell alone needs a second to start, and several on a busy machine.
const scriptTime = 20 * time.Second

// run runs a program to its end; what it complained about is in the error.
func run(c call) error {
	ctx, cancel := context.WithTimeout(context.Background(), scriptTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.program, c.args...)
	cmd.Stdin = strings.NewReader(c.input)
	cmd.WaitDelay = time.Second
	quiet(cmd)
	out, err := cmd.CombinedOutput()
	if err == nil {
		return nil
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	return fmt.Errorf("%s: %w: %s", c.program, err, plain(line, false))
}
