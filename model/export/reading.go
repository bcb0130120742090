package export

import (
	"regexp"
	"strings"
)

// Part is a part of a document as a viewer of Markdown shows it.
type Part struct {
	Markdown string
	Boxed    bool // it stands in a box, or with a bar at its side
}

// Reading gives what a document's file shows to a reader: its parts without front
// matter, marks and names of blocks. A callout, which is written as a block quote
// with a sign in its first line, is a box under a title in bold.
func (l *Look) Reading(d Document) ([]Part, error) {
	p, err := l.Page(d)
	if err != nil {
		return nil, err
	}
	parts := []Part{{Markdown: p.Head}}
	for _, it := range p.Items {
		parts = append(parts, partOf(it.Body))
	}
	return parts, nil
}

var (
	blockName = regexp.MustCompile(`(?m)^\^[A-Za-z0-9-]+\n`)
	callout   = regexp.MustCompile(`^> \[!\w+\] ?(.*)\n`)
	quoteMark = regexp.MustCompile(`(?m)^> ?`)
)

func partOf(body string) Part {
	body = strings.TrimSpace(blockName.ReplaceAllString(body, "")) + "\n"
	if !callout.MatchString(body) {
		return Part{Markdown: body}
	}
	body = callout.ReplaceAllString(body, "> **$1**\n")
	return Part{Markdown: quoteMark.ReplaceAllString(body, ""), Boxed: true}
}
