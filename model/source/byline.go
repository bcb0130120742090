package source

import (
	"strings"

	"quoth/model"
	"quoth/model/source/date"
)

// dateLine reads a line that says when the article was published, and nothing
// else.
func dateLine(line string) (model.Stamp, bool) {
	const most = 40 // bytes of the longest date
	for _, word := range []string{"Last updated", "Published", "Updated", "Posted", "Date"} {
		if rest, found := strings.CutPrefix(line, word); found {
			line = strings.TrimPrefix(strings.TrimLeft(rest, ": "), "on ")
			break
		}
	}
	if len(line) > most || !strings.ContainsAny(line, "0123456789") {
		return model.Stamp{}, false
	}
	stamp, err := date.Parse(line)
	return stamp, err == nil
}

// byline gives the writers that a by-line names, as it names them.
func byline(line string) []string {
	first, names, _ := strings.Cut(line, " ")
	if !strings.EqualFold(first, "by") {
		return nil
	}
	return []string{strings.Join(strings.Fields(names), " ")}
}
