package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"quoth/model"
)

// voice is a speaker with what was said, in the order of the documents.
type voice struct {
	name, role string
	kind       model.SpeakerKind
	said       []utterance
}

type utterance struct {
	Item
	article string // title, or a link to the page
}

// writeWho writes a briefing in Markdown: who said what, the speakers with a
// name first, then those that are only described, then what nobody is named for.
func writeWho(w io.Writer, all Documents) error {
	var voices []*voice
	articles := 0
	for d := range all {
		articles++
		for _, it := range d.Items {
			if it.Quote != nil {
				voices = add(voices, d, it)
			}
		}
	}
	slices.SortStableFunc(voices, func(x, y *voice) int { return x.rank() - y.rank() })
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# Who said what\n")
	for _, v := range voices {
		fmt.Fprintf(out, "\n## %s\n\n", escape(withRole(v.name, v.role)))
		for _, u := range v.said {
			u.write(out, articles > 1)
		}
	}
	return out.Flush()
}

func withRole(name, role string) string {
	if role == "" {
		return name
	}
	return name + " — " + role
}

func add(voices []*voice, d Document, it Item) []*voice {
	i := slices.IndexFunc(voices, func(v *voice) bool { return strings.EqualFold(v.name, it.Speaker) })
	if i < 0 {
		i = len(voices)
		voices = append(voices, &voice{name: it.Speaker, kind: it.Quote.SpeakerKind})
	}
	v := voices[i]
	if v.role == "" {
		v.role = it.Role
	}
	u := utterance{Item: it, article: escape(d.Title())}
	if it.Link != "" {
		u.article = "[" + u.article + "](" + it.Link + ")"
	}
	v.said = append(v.said, u)
	return voices
}

func (v *voice) rank() int {
	switch {
	case v.name == Unknown:
		return 2
	case v.kind == model.SpeakerUnnamed:
		return 1
	}
	return 0
}

// indented writes a note of several lines below the item of a list.
func indented(note string) string {
	return strings.ReplaceAll(strings.TrimSpace(note), "\n", "\n    ")
}

func (u utterance) write(w io.Writer, withArticle bool) {
	facts := []string{escape(u.Cue), escape(u.When), escape(u.Where)}
	if u.Quote.Status != model.ByEngine || u.Quote.Confidence < 0.9 {
		facts = append(facts, u.Status)
	}
	if withArticle || u.Link != "" {
		facts = append(facts, u.article)
	}
	facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
	fmt.Fprintf(w, "- %s", escape(oneLine(said(u.Item))))
	if len(facts) > 0 {
		fmt.Fprintf(w, " — %s", strings.Join(facts, " · "))
	}
	fmt.Fprintln(w)
	if u.Note != "" {
		fmt.Fprintf(w, "  - %s\n", strings.ReplaceAll(indented(u.Note), "\n    \n", "\n\n"))
	}
}
