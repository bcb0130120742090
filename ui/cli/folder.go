package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"quoth/model/source"
)

// files puts in the place of each folder the articles in it, and tells of those
// that cannot be listed.
func (p *program) files(names []string) []string {
	out := make([]string, 0, len(names))
	for _, name := range names {
		switch {
		case name == "":
			p.report(errors.New("the name of a file is empty"))
			continue
		case !source.IsFolder(name):
			out = append(out, name)
			continue
		}
		inside, faults := source.Folder(name)
		for _, err := range faults {
			p.report(err)
		}
		out = append(out, inside...)
	}
	return out
}

// leftOut says in one line which files could not be read: the screen has room
// for no more, and each is told of in its own line afterwards.
func leftOut(names []string, all int) string {
	const told = 2
	if len(names) == 0 {
		return ""
	}
	var short []string
	for _, name := range names[:min(len(names), told)] {
		short = append(short, filepath.Base(name))
	}
	which := strings.Join(short, ", ")
	if more := len(names) - told; more > 0 {
		which += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Sprintf("%d of %s not read: %s", len(names), count(all, "file"), which)
}
