package export

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"text/template"

	"quoth/model"
	"quoth/model/anchor"
)

// Look is how Markdown looks: the templates "head", "item" and "foot". The
// standing ones are in look.tmpl, where each is explained.
type Look struct{ t *template.Template }

//go:embed look.tmpl
var standing string

// NewLook gives the standing look, changed by a template of the reader's own:
// one that defines "head", "item" or "foot", or that is an item by itself.
func NewLook(own string) (*Look, error) {
	t, err := template.New("look").Funcs(functions()).Parse(standing)
	if err != nil {
		return nil, err
	}
	if own == "" {
		return &Look{t}, nil
	}
	mine, err := template.New("item").Funcs(functions()).Parse(own)
	if err != nil {
		return nil, fmt.Errorf("template: %w", err)
	}
	found := false
	for _, name := range []string{"head", "item", "foot"} {
		part := mine.Lookup(name)
		if part == nil || part.Tree == nil || strings.TrimSpace(part.Root.String()) == "" {
			continue
		}
		found = true
		if _, err := t.AddParseTree(name, part.Tree); err != nil {
			return nil, fmt.Errorf("template: %w", err)
		}
	}
	if !found {
		return nil, errors.New("template: it defines none of head, item and foot")
	}
	for _, part := range mine.Templates() { // what these call
		if t.Lookup(part.Name()) == nil {
			if _, err := t.AddParseTree(part.Name(), part.Tree); err != nil {
				return nil, fmt.Errorf("template: %w", err)
			}
		}
	}
	return &Look{t}, nil
}

func functions() template.FuncMap {
	return template.FuncMap{
		"md":    escape,
		"line":  oneLine,
		"lines": quoteLines,
		"words": quoteWords,
		"said":  said,
		"tags":  hashTags,
		"title": heading,
		"join":  strings.Join,
	}
}

func (l *Look) write(name string, value any) (string, error) {
	var b bounded
	err := l.t.ExecuteTemplate(&b, name, value)
	switch {
	case errors.Is(err, errEndless):
		return "", fmt.Errorf("template %s: %w", name, errEndless)
	case err != nil:
		return "", fmt.Errorf("template %s", withoutValue(err))
	}
	return b.out.String(), nil
}

// withoutValue gives what is wrong with a template: its name, line and column, and
// without the whole of the value that range was given, which is an item with all
// that belongs to it.
func withoutValue(err error) string {
	said := strings.TrimPrefix(err.Error(), "template: ")
	if before, _, ok := strings.Cut(said, "range can't iterate over "); ok {
		return before + "range wants a list"
	}
	return said
}

// mostWritten is how much a template may make of one item, in bytes.
const mostWritten = 16 << 20

var errEndless = fmt.Errorf("it writes more than %d MiB for one item", mostWritten>>20)

// bounded keeps what a template writes, and stops one that does not end.
type bounded struct{ out strings.Builder }

func (b *bounded) Write(p []byte) (int, error) {
	if b.out.Len()+len(p) > mostWritten {
		return 0, errEndless
	}
	return b.out.Write(p)
}

// quoteWords writes a passage inside a block quote.
func quoteWords(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := range lines {
		lines[i] = escape(oneLine(lines[i]))
	}
	return quoteLines(strings.Join(lines, "\n"))
}

// said gives the words of an item; direct ones without quotation marks get some.
func said(it Item) string {
	words := strings.TrimSpace(it.Words)
	if it.Kind != string(model.Direct) || strings.ContainsAny(words, "\"“”„«»") {
		return words
	}
	return "“" + words + "”"
}

// hashTags writes tags as note programs do: "#bridge #safety".
func hashTags(tags []string) string {
	out := plainTags(tags)
	for i := range out {
		out[i] = "#" + out[i]
	}
	return strings.Join(out, " ")
}

// heading is what stands at the top of an item: who speaks, or how it is marked.
func heading(it Item) string {
	switch {
	case it.Quote != nil && it.Role != "":
		return it.Speaker + " — " + it.Role
	case it.Quote != nil:
		return it.Speaker
	case it.Words == "":
		return "On the article"
	case it.Fit == anchor.Lost:
		return "No longer in the article"
	case it.Highlight != "":
		return "Marked: " + oneLine(it.Highlight)
	}
	return "Marked"
}
