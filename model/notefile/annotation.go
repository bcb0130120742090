package notefile

import (
	"cmp"
	"slices"
	"strings"

	"quoth/model"
)

// readAnnotations reads annotations of the W3C model, or of Hypothesis, which is
// an older form of it. A reply of Hypothesis has no passage: it gets the one of
// the annotation that it answers.
func readAnnotations(all []object) []Note {
	all = slices.DeleteFunc(all, unmade)
	out := make([]Note, 0, len(all))
	at := map[string]int{} // by id
	for _, o := range all {
		n := readAnnotation(o)
		if id := o.str("id"); id != "" {
			at[id] = len(out)
		}
		out = append(out, n)
	}
	for i, o := range all {
		to := o.strings("references") // the thread, from its first annotation on
		if len(to) == 0 {
			continue
		}
		out[i].Note.Text = strings.TrimSpace("↳ " + signed(o) + out[i].Note.Text)
		for _, id := range to {
			if root, ok := at[id]; ok && root != i {
				out[i].Passage, out[i].At = out[root].Passage, out[root].At
				break
			}
		}
	}
	return slices.DeleteFunc(out, func(n Note) bool { return n.Correction == nil && strings.HasPrefix(n.Key, correctionURN) })
}

// unmade reports whether an annotation is a quotation that Quoth exported and
// that the reader made no note of.
func unmade(o object) bool {
	return strings.HasPrefix(o.str("id"), ownURN) && slices.Equal(o.strings("motivation"), []string{"identifying"})
}

// The names that Quoth gives to notes and articles in W3C files.
const (
	ownURN        = "urn:quoth:q-"
	correctionURN = "urn:quoth:c-"
	articleURN    = "urn:quoth:article:"
)

// signed gives who wrote a reply: others do, too.
func signed(o object) string {
	name := o.first("user_info").str("display_name")
	if name == "" {
		name, _, _ = strings.Cut(strings.TrimPrefix(o.str("user"), "acct:"), "@")
	}
	if name == "" {
		return ""
	}
	return name + ": "
}

func readAnnotation(o object) Note {
	n := Note{Source: o.str("uri")}
	n.Key = o.str("id")
	if own, ok := strings.CutPrefix(n.Key, ownURN); ok {
		n.ID, n.Key = own, ""
	}
	n.Note.Text, n.Tags = o.str("text"), o.strings("tags")
	n.Created = parseTime(o.str("created"))
	n.Changed = parseTime(o.str("modified", "updated", "created"))
	if t := o.first("document").strings("title"); len(t) > 0 {
		n.Title = t[0]
	}
	n.readBodies(o)
	n.readTarget(o)
	return n
}

// readBodies reads what an annotation says. A body may be words by themselves.
func (n *Note) readBodies(o object) {
	for _, words := range append(o.strings("body"), o.str("bodyValue")) {
		n.say(words)
	}
	for _, b := range o.list("body") {
		switch value := b.str("value", "chars"); b.str("purpose") {
		case "tagging":
			n.Tags = append(n.Tags, value)
		case "classifying":
			n.Kind = model.NoteKind(value)
		case "identifying":
			n.readAnchored(within(value).first("anchored"))
		case "editing":
			if strings.HasPrefix(o.str("id"), correctionURN) {
				n.Correction = readCorrection(within(value))
			}
		default:
			n.say(value)
		}
	}
}

// say adds a paragraph to a note.
func (n *Note) say(words string) {
	if words != "" {
		n.Note.Text = strings.TrimPrefix(n.Note.Text+"\n\n"+words, "\n\n")
	}
}

// readTarget reads which words of which page an annotation is on. Positions are
// code points in the W3C model; Hypothesis, which is told by its uri, counts
// UTF-16 units.
func (n *Note) readTarget(o object) {
	unit := points
	if o.str("uri") != "" {
		unit = units
	}
	if s := o.strings("target"); len(s) > 0 {
		n.Source = s[0]
	}
	for _, t := range o.list("target") {
		source := t.first("source")
		if s := cmp.Or(t.str("source"), source.str("id", "@id")); s != "" {
			n.Source = s
		}
		n.Title = cmp.Or(n.Title, t.str("dc:title"), source.str("dc:title", "title"))
		for _, s := range t.list("selector") {
			switch s.str("type") {
			case "TextQuoteSelector":
				n.Passage.Exact, n.Passage.Prefix, n.Passage.Suffix = s.str("exact"), s.str("prefix"), s.str("suffix")
			case "TextPositionSelector":
				n.At = position(s["start"], s["end"], unit)
			}
		}
	}
	if id, ok := strings.CutPrefix(n.Source, articleURN); ok {
		n.Article, n.Source = id, ""
	}
}
