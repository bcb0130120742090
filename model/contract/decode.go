package contract

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"quoth/model"
)

// DecodeArticle reads an article from one line of JSON: "id", "title" and
// "published" may be missing or null, "text" must stand, and what else stands
// there is passed over. The text is taken as it is.
func DecodeArticle(line []byte) (*model.Article, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not UTF-8")
	}
	// A map and not a struct: encoding/json would take "TEXT" for "text".
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return nil, describe(line, err)
	}
	if fields == nil {
		return nil, errors.New("no JSON object: null")
	}
	if raw := fields["text"]; raw == nil || string(raw) == "null" {
		return nil, errors.New(`no "text"`)
	}
	var a model.Article
	var published string
	for _, f := range []struct {
		name string
		to   *string
	}{{"id", &a.ID}, {"title", &a.Title}, {"published", &published}, {"text", &a.Text}} {
		raw := fields[f.name]
		if raw == nil {
			continue
		}
		if err := json.Unmarshal(raw, f.to); err != nil {
			return nil, fmt.Errorf("%q: no string", f.name)
		}
		if half := halfCharacter(raw); half != "" {
			return nil, fmt.Errorf("%q: %s is half of a character", f.name, half)
		}
	}
	var err error
	if a.Published, err = model.ParseStamp(published); err != nil {
		return nil, fmt.Errorf("\"published\": %w", err)
	}
	return &a, nil
}

// describe makes the messages of encoding/json fit for a line of input, which
// has no Go types.
func describe(line []byte, err error) error {
	if line = bytes.TrimSpace(line); len(line) == 0 {
		return errors.New("empty")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("no JSON, at byte %d: %w", syntax.Offset, err)
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("no JSON object: %s", kind.Value)
	}
	return err
}

// halfCharacter gives the first escape of a UTF-16 surrogate without its other
// half, or "". Go decodes it to U+FFFD, which would change the text.
func halfCharacter(raw []byte) string {
	for at := 0; at < len(raw); {
		next := bytes.IndexByte(raw[at:], '\\')
		if next < 0 {
			return ""
		}
		at += next
		switch unit := surrogate(raw[at:]); {
		case unit == 0:
			at += 2 // \n, \\, or \u and four figures, which hold no backslash
		case unit < 0xDC00 && surrogate(raw[at+6:]) >= 0xDC00:
			at += 12
		default:
			return string(raw[at : at+6])
		}
	}
	return ""
}

// surrogate gives the UTF-16 surrogate whose escape raw begins with, or 0.
func surrogate(raw []byte) rune {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0
	}
	var unit rune
	for _, c := range raw[2:6] {
		unit = unit<<4 | rune(c&0xF)
		if c >= 'A' {
			unit += 9
		}
	}
	if unit < 0xD800 || unit > 0xDFFF {
		return 0
	}
	return unit
}

// Decode reads an annotated article, the form that Encode gives. Offsets that
// lie outside the text are an error.
func Decode(line []byte) (*model.Article, model.Annotations, error) {
	var ann model.Annotations
	a, err := DecodeArticle(line)
	if err != nil {
		return nil, ann, err
	}
	var doc document
	if err := json.Unmarshal(line, &doc); err != nil {
		return nil, ann, err
	}
	points := NewPoints(a.Text)
	for _, e := range doc.Entities {
		spans := reader{points: points}
		ann.Entities = append(ann.Entities, model.Entity{
			ID: e.ID, Type: model.EntityType(e.Type), Name: e.Name, Value: e.Value, Mentions: spans.all(e.Mentions),
		})
		if spans.err != nil {
			return nil, ann, fmt.Errorf("entity %s: %w", e.ID, spans.err)
		}
	}
	for i := range doc.Quotes {
		q, err := decodeQuote(&doc.Quotes[i], points)
		if err != nil {
			return nil, ann, fmt.Errorf("quote %s: %w", doc.Quotes[i].ID, err)
		}
		ann.Quotes = append(ann.Quotes, q)
	}
	return a, ann, nil
}

func decodeQuote(q *quote, points *Points) (model.Quote, error) {
	spans := reader{points: points}
	out := model.Quote{
		ID:          q.ID,
		Kind:        model.QuoteKind(q.Kind),
		Content:     spans.all(q.Content),
		Cue:         spans.all(q.Cue),
		Source:      spans.all(q.Source),
		Speaker:     text(q.Speaker),
		SpeakerName: text(q.SpeakerName),
		SpeakerKind: model.SpeakerKind(q.SpeakerKind),
		Confidence:  q.Confidence,
		Status:      model.Status(q.Status),
	}
	if q.Addressee != nil {
		out.Addressee = &model.Ref{Span: spans.one(q.Addressee.Span), Name: q.Addressee.Name}
	}
	for _, w := range q.Where {
		out.Where = append(out.Where, model.Where{
			Kind: model.WhereKind(w.Kind), Span: spans.one(w.Span), Name: w.Name, Inherited: w.Inherited,
		})
	}
	if q.When != nil {
		out.When = &model.When{Span: spans.one(q.When.Span), Value: q.When.Value, Inherited: q.When.Inherited}
	}
	for _, e := range q.Evidence {
		out.Evidence = append(out.Evidence, model.Evidence{Rule: e.Rule, Span: spans.one(e.Span)})
	}
	return out, spans.err
}

// reader turns code points into bytes and keeps the first error.
type reader struct {
	points *Points
	err    error
}

func (r *reader) one(s span) model.Span {
	d, err := r.points.decode(s)
	if r.err == nil {
		r.err = err
	}
	return d
}

func (r *reader) all(spans []span) []model.Span {
	var out []model.Span
	for _, s := range spans {
		out = append(out, r.one(s))
	}
	return out
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
