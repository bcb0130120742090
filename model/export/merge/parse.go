package merge

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// The ends of a mark.
const (
	opening = "<!-- quoth:"
	closing = " -->"
)

// stretch is a part of a file in bytes, half-open.
type stretch struct{ start, end int }

// found is an item in a file.
type found struct {
	id, hash string
	all      stretch // from its first mark to behind the line of its last
	head     stretch // the line of its first mark
	body     stretch
}

// parsed is a file with its marks.
type parsed struct {
	file   []byte
	eol    string  // how its lines end
	matter stretch // the lines between those of "---"
	begin  stretch // the line of the mark
	hashes string
	end    stretch // the line of the mark
	ever   []string
	items  []found // the first of each id, in the order of the file
}

// validID is what the name of an item may be.
var validID = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

// parse finds the marks of a file. Its errors are *DamageError.
func parse(file []byte) (*parsed, error) {
	p := &parsed{file: file, eol: "\n"}
	if i := bytes.IndexByte(file, '\n'); i > 0 && file[i-1] == '\r' {
		p.eol = "\r\n"
	}
	p.matter = matterOf(file)
	s := scanner{parsed: p, seen: map[string]bool{}}
	at := 0
	for line := range bytes.Lines(file) {
		s.line++
		from := stretch{at, at + len(line)}
		at = from.end
		words := strings.TrimSpace(string(line))
		if from.start < p.matter.end || !strings.HasPrefix(words, opening) {
			continue
		}
		mark, ok := strings.CutSuffix(strings.TrimPrefix(words, opening), strings.TrimSpace(closing))
		if !ok {
			return nil, s.fail("a mark of quoth without its end -->")
		}
		if err := s.mark(strings.Fields(mark), from); err != nil {
			return nil, err
		}
	}
	switch {
	case s.open != nil:
		return nil, s.failAt(s.opened, "this item has no <!-- quoth:/item -->")
	case p.begin.end == 0:
		return nil, s.fail("there is no <!-- quoth:begin … -->")
	case p.end.end == 0:
		return nil, s.fail("there is no <!-- quoth:end … -->")
	}
	return p, nil
}

// scanner is the state between two marks.
type scanner struct {
	*parsed
	line   int
	open   *found
	opened int // the line on which the open item begins
	seen   map[string]bool
}

func (s *scanner) fail(what string) error { return s.failAt(max(s.line, 1), what) }

func (s *scanner) failAt(line int, what string) error { return &DamageError{Line: line, What: what} }

// mark takes one mark: its words and its line.
func (s *scanner) mark(words []string, line stretch) error {
	name := ""
	if len(words) > 0 {
		name = words[0]
	}
	if s.open != nil && name != "/item" {
		return s.failAt(s.opened, "this item has no <!-- quoth:/item --> before the next mark")
	}
	switch {
	case name == "begin" && s.begin.end == 0 && s.end.end == 0 && len(words) <= 2:
		s.begin = line
		s.hashes = strings.Join(words[1:], "")
	case name == "end" && s.begin.end != 0 && s.end.end == 0:
		s.end = line
		s.ever = words[1:]
	case name == "item" && len(words) == 3 && validID.MatchString(words[1]):
		s.open = &found{id: words[1], hash: words[2], head: line, body: stretch{start: line.end}}
		s.opened = s.line
	case name == "/item" && s.open != nil && len(words) == 1:
		s.open.body.end = line.start
		s.open.all = stretch{s.open.head.start, line.end}
		if !s.seen[s.open.id] { // another one is the reader's copy
			s.items = append(s.items, *s.open)
		}
		s.seen[s.open.id] = true
		s.open = nil
	default:
		return s.fail(fmt.Sprintf("this mark is not where or what it should be: %s", strings.Join(words, " ")))
	}
	return nil
}

// item finds an item of the file.
func (p *parsed) item(id string) (found, bool) {
	for _, it := range p.items {
		if it.id == id {
			return it, true
		}
	}
	return found{}, false
}

func (p *parsed) text(s stretch) string { return string(p.file[s.start:s.end]) }

// unix gives words of the file with plain line ends.
func unix(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// matterOf gives the lines of the front matter, empty where there is none. A byte
// order mark may stand before it.
func matterOf(file []byte) stretch {
	start := 0
	if bytes.HasPrefix(file, []byte("\ufeff")) {
		start = len("\ufeff")
	}
	at, n, from := start, 0, 0
	for line := range bytes.Lines(file[start:]) {
		words := strings.TrimRight(string(line), " \t\r\n")
		n++
		switch {
		case n == 1 && words != "---":
			return stretch{}
		case n == 1:
			from = at + len(line)
		case words == "---" || words == "...":
			return stretch{from, at}
		}
		at += len(line)
	}
	return stretch{}
}
