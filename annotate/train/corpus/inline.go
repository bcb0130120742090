package corpus

import (
	"fmt"
	"strings"

	"quoth/model"
)

// inlineReader takes the marks out of an article's body.
type inlineReader struct {
	text       strings.Builder
	open       []mark
	mentions   []Mention
	utterances map[int]*Utterance
}

// mark is an opened mark.
type mark struct {
	name  string
	attrs map[string]string
	start int
}

func (r *inlineReader) read(body string) error {
	for body != "" {
		plain, rest, found := strings.Cut(body, "<")
		r.text.WriteString(plain)
		if !found {
			break
		}
		inside, after, closed := strings.Cut(rest, ">")
		name, attrs, _ := strings.Cut(strings.TrimPrefix(inside, "/"), " ")
		if !closed || !isMark(name) || strings.Contains(inside, "<") {
			r.text.WriteByte('<')
			body = rest
			continue
		}
		body = after
		if strings.HasPrefix(inside, "/") {
			if err := r.close(name); err != nil {
				return err
			}
			continue
		}
		r.open = append(r.open, mark{name: name, attrs: attributes(attrs), start: r.text.Len()})
	}
	if n := len(r.open); n > 0 {
		return fmt.Errorf("<%s> is never closed", r.open[n-1].name)
	}
	return nil
}

func isMark(name string) bool {
	switch name {
	case "c", "cue", "src", "to", "where", "when", "PERSON", "ORG", "PLACE", "NORP", "EVENT", "WORK", "DATE", "TIME":
		return true
	}
	return false
}

// attributes reads key="value" pairs.
func attributes(s string) map[string]string {
	attrs := map[string]string{}
	for {
		key, rest, ok := strings.Cut(s, `="`)
		if !ok {
			return attrs
		}
		var value string
		value, s, _ = strings.Cut(rest, `"`)
		attrs[strings.TrimSpace(key)] = value
	}
}

func (r *inlineReader) close(name string) error {
	n := len(r.open) - 1
	if n < 0 || r.open[n].name != name {
		return fmt.Errorf("</%s> at byte %d closes another mark", name, r.text.Len())
	}
	m := r.open[n]
	r.open = r.open[:n]
	span := model.Span{Start: m.start, End: r.text.Len()}
	said := r.text.String()[m.start:]
	if strings.TrimSpace(said) == "" {
		return fmt.Errorf("<%s> at byte %d is empty", name, m.start)
	}
	if strings.ToUpper(name) == name {
		r.mention(m, span, said)
		return nil
	}
	list, err := numbers(m.attrs["q"])
	if err != nil {
		return fmt.Errorf("<%s> at byte %d: %w", name, m.start, err)
	}
	for _, q := range list {
		u := r.utterances[q]
		if u == nil {
			u = &Utterance{Number: q}
			r.utterances[q] = u
		}
		u.take(m, span, said)
	}
	return nil
}

func (r *inlineReader) mention(m mark, span model.Span, said string) {
	name := m.attrs["n"]
	if name == "" {
		name = said
	}
	r.mentions = append(r.mentions, Mention{Span: span, Type: model.EntityType(m.name), Name: name, Value: m.attrs["v"]})
}

// take adds a closed mark to the utterance.
func (u *Utterance) take(m mark, span model.Span, said string) {
	name := m.attrs["n"]
	if name == "" {
		name = said
	}
	switch m.name {
	case "c":
		u.Content = append(u.Content, span)
		u.attributes(m.attrs)
	case "cue":
		u.Cue = append(u.Cue, span)
	case "src":
		u.Source = append(u.Source, span)
	case "to":
		u.Addressee = append(u.Addressee, span)
	case "where":
		u.Where = append(u.Where, Where{Span: span, Kind: model.WhereKind(m.attrs["kind"]), Name: name})
	case "when":
		u.When = &When{Span: span, Value: m.attrs["v"]}
	}
}

// attributes takes what a content mark says of the whole utterance: speaker, and
// where and when that hold from another sentence.
func (u *Utterance) attributes(attrs map[string]string) {
	if s := attrs["sp"]; s != "" && u.Speaker == "" {
		u.Speaker = s
	}
	if k := attrs["k"]; k != "" && u.SpeakerKind == "" {
		u.SpeakerKind = model.SpeakerKind(k)
	}
	for part := range strings.SplitSeq(attrs["iwhere"], ";") {
		if kind, name, ok := strings.Cut(part, ":"); ok {
			u.Where = append(u.Where, Where{Kind: model.WhereKind(kind), Name: name, Inherited: true})
		}
	}
	if v := attrs["iwhen"]; v != "" && u.When == nil {
		u.When = &When{Value: v, Inherited: true}
	}
}
