// Package linear writes an article as plain text in reading order, with a mark
// where each quotation begins and a list of them at the end: for a pipe, a file
// and a screen reader. It draws no boxes and no colours, and it takes no part
// in the screen.
package linear

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/model/escape"
	"quoth/ui/statement"
)

// Article writes an article and what is said in it. Lines are broken at width
// cells; 0 leaves each paragraph on one line.
func Article(w io.Writer, a *model.Article, ann *model.Annotations, width int) error {
	said := statement.Of(a, ann)
	out := writer{width: width, article: a, marks: insertions(a, ann, said)}
	lead := headline(a)
	if lead == 0 {
		out.line("", a.Title)
	}
	out.blocks(0, lead)
	out.about(a)
	out.blocks(lead, len(a.Blocks))
	out.links(a)
	out.list(ann, said)
	_, err := io.WriteString(w, out.text.String())
	return err
}

// Statements writes only the list of quotations and of names.
func Statements(w io.Writer, a *model.Article, ann *model.Annotations, width int) error {
	out := writer{width: width}
	out.line("", a.Title)
	if a.Published.Known() {
		out.line("", "Published "+published(a.Published))
	}
	out.list(ann, statement.Of(a, ann))
	out.names(ann)
	_, err := io.WriteString(w, out.text.String())
	return err
}

// writer gathers the text.
type writer struct {
	text    strings.Builder
	width   int
	article *model.Article
	marks   []insertion // those that are not yet set
}

// line writes s broken at the width. The first line begins with prefix, the
// others with its bars and with blanks in place of the rest.
func (w *writer) line(prefix, s string) {
	s = Clean(s)
	if s == "" && prefix == "" {
		return
	}
	room := 0
	if w.width > 0 {
		room = max(w.width-ansi.StringWidth(prefix), 1)
	}
	for part := range wrap(s, room) {
		w.text.WriteString(strings.TrimRightFunc(prefix+part, unicode.IsSpace) + "\n")
		prefix = bars(prefix)
	}
}

// bars gives a prefix for the lines that follow: what is no bar becomes blank.
func bars(prefix string) string {
	return strings.Map(func(r rune) rune {
		if r == '>' {
			return r
		}
		return ' '
	}, prefix)
}

func (w *writer) gap() {
	if w.text.Len() > 0 {
		w.text.WriteString("\n")
	}
}

// headline gives the number of blocks up to the headline where the text begins
// with it, else 0.
func headline(a *model.Article) int {
	for i, b := range a.Blocks {
		switch {
		case b.Kind == model.BlockLabel, b.Kind == model.BlockByline:
			continue
		case b.Kind == model.BlockTitle, b.Kind == model.BlockHeading && oneLine(b.Span.In(a.Text)) == oneLine(a.Title):
			return i + 1
		}
		break
	}
	return 0
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// about writes what is known of the article.
func (w *writer) about(a *model.Article) {
	if len(a.Authors) > 0 && !signed(a) {
		w.line("", "By "+strings.Join(a.Authors, ", "))
	}
	w.line("", a.Site)
	if a.Published.Known() {
		w.line("", "Published "+published(a.Published))
	}
	if isAddress(a.Source) {
		w.line("", a.Source)
	}
}

// signed reports whether a by-line in the text names the authors.
func signed(a *model.Article) bool {
	for _, b := range a.Blocks {
		words := oneLine(b.Span.In(a.Text))
		unnamed := func(author string) bool { return !strings.Contains(words, oneLine(author)) }
		if b.Kind == model.BlockByline && !slices.ContainsFunc(a.Authors, unnamed) {
			return true
		}
	}
	return false
}

func isAddress(s string) bool { return strings.Contains(s, "://") || strings.HasPrefix(s, "mailto:") }

func published(s model.Stamp) string {
	if s.HasClock {
		return s.Time.Format("Mon 2 Jan 2006, 15:04 -07:00")
	}
	return s.Time.Format("Mon 2 Jan 2006")
}

// links writes the addresses that the marks of links number, each whole.
func (w *writer) links(a *model.Article) {
	targets, _ := addresses(a)
	for i, target := range targets {
		if i == 0 {
			w.gap()
			w.line("", "Links")
			w.gap()
		}
		fmt.Fprintf(&w.text, "%d. %s\n", i+1, Clean(target))
	}
}

// Clean leaves out of s what could command a terminal or turn the order of
// reading around: escape sequences, control characters and directional overrides.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, escape.Strip(s))
}
