// Package cli is the command line: commands, flags and wiring. It is the only
// package that knows every part, and it holds no logic of theirs.
package cli

import "io"

// Run carries out a command line and gives its exit status.
func Run(_ []string, _ io.Reader, _, _ io.Writer) int { return 0 }
