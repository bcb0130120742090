package linear

import (
	"fmt"
	"strings"

	"quoth/model"
	"quoth/ui/statement"
)

// list writes who said what, where and when.
func (w *writer) list(ann *model.Annotations, said []statement.Statement) {
	w.gap()
	if len(said) == 0 {
		w.line("", "No quotations found.")
		return
	}
	w.line("", "Who said what")
	for i, s := range said {
		w.gap()
		w.line("", "["+ann.Quotes[i].ID+"] "+speaker(s))
		w.field("Cue", s.How)
		w.field("Words", s.Words)
		w.field("Where", s.Where)
		w.field("When", when(s))
		w.field("Kind", string(s.Kind))
	}
}

func (w *writer) field(name, value string) {
	if value != "" {
		w.line(name+": ", value)
	}
}

// speaker names who said it, with the doubt that there is.
func speaker(s statement.Statement) string {
	if s.Doubt == "" {
		return s.Speaker
	}
	return s.Doubt + " " + s.Speaker
}

func when(s statement.Statement) string {
	if s.Written == "" {
		return s.When
	}
	return fmt.Sprintf("%s (%s)", s.When, s.Written)
}

// names writes the people, bodies, places … and dates of an article.
func (w *writer) names(ann *model.Annotations) {
	if len(ann.Entities) == 0 {
		return
	}
	w.gap()
	w.line("", "Names and dates")
	w.gap()
	for _, e := range ann.Entities {
		name := e.Name
		if e.Value != "" && e.Value != e.Name {
			name += " (" + e.Value + ")"
		}
		w.line("", fmt.Sprintf("%s, %s, %s", name, strings.ToLower(string(e.Type)), mentions(len(e.Mentions))))
	}
}

func mentions(n int) string {
	if n == 1 {
		return "1 mention"
	}
	return fmt.Sprintf("%d mentions", n)
}
