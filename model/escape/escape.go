// Package escape takes the escape sequences of terminals out of words that come
// from outside. It leaves other control characters, which those who show the
// words leave out one by one, and it puts nothing into words.
package escape

import (
	"regexp"
	"strings"
)

// sequence is an escape sequence in its 7-bit form (ECMA-48, ECMA-35): a command
// with its parameters (CSI), a string with its end (DCS, SOS, OSC, PM, APC; xterm
// also ends them with BEL), the choice of a character set, a single command, or
// an ESC by itself. No part of one holds an ESC but its beginning and end, which
// keeps the search linear. Of a string that does not end in its paragraph
// only the beginning is taken, for else much of an article could be lost. The 8-bit forms are left:
// in text of the web these characters are misread quotation marks.
var sequence = regexp.MustCompile(
	`\x1b\[[0-?]*[ -/]*[@-~]` +
		`|\x1b[PX\]^_](?:\n?[^\x07\x1b\n])*\n?(?:\x07|\x1b\\)` +
		`|\x1b[#$%(-/]+[0-~]` +
		`|\x1b[0-~]?`)

// Strip gives s without escape sequences; s itself where there is none.
func Strip(s string) string {
	if strings.IndexByte(s, '\x1b') < 0 {
		return s
	}
	return sequence.ReplaceAllLiteralString(s, "")
}
