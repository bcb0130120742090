package contract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"

	"quoth/model"
)

// Encode gives an annotated article as one line of JSON, its newline included.
// The same values give the same bytes.
func Encode(a *model.Article, ann model.Annotations) ([]byte, error) {
	points := NewPoints(a.Text)
	doc := document{
		ID:        known(a.ID),
		Title:     known(a.Title),
		Published: known(a.Published.String()),
		Text:      a.Text,
		Entities:  make([]entity, len(ann.Entities)),
		Quotes:    make([]quote, len(ann.Quotes)),
	}
	for i, e := range ann.Entities {
		doc.Entities[i] = entity{
			ID: e.ID, Type: string(e.Type), Name: e.Name, Value: e.Value,
			Mentions: points.encodeAll(e.Mentions),
		}
	}
	for i := range ann.Quotes {
		doc.Quotes[i] = encodeQuote(&ann.Quotes[i], points)
	}
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(doc); err != nil {
		return nil, fmt.Errorf("article %s: %w", a.ID, err)
	}
	return line.Bytes(), nil
}

func encodeQuote(q *model.Quote, points *Points) quote {
	out := quote{
		ID:          q.ID,
		Kind:        string(q.Kind),
		Content:     points.encodeAll(q.Content),
		Cue:         points.encodeAll(q.Cue),
		Source:      points.encodeAll(q.Source),
		Speaker:     known(q.Speaker),
		SpeakerName: known(q.SpeakerName),
		SpeakerKind: string(q.SpeakerKind),
		Where:       make([]where, len(q.Where)),
		Confidence:  thousandths(q.Confidence),
		Evidence:    make([]evidence, len(q.Evidence)),
		Status:      string(q.Status),
	}
	if to := q.Addressee; to != nil {
		out.Addressee = &addressee{points.encode(to.Span), to.Name}
	}
	for i, w := range q.Where {
		out.Where[i] = where{string(w.Kind), points.encode(w.Span), w.Name, w.Inherited}
	}
	if w := q.When; w != nil {
		out.When = &when{points.encode(w.Span), w.Value, w.Inherited}
	}
	for i, e := range q.Evidence {
		out.Evidence[i] = evidence{e.Rule, points.encode(e.Span)}
	}
	return out
}

// known gives nil for what the article does not say.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// thousandths rounds a probability, so that processors that differ in the last
// bits of a sum of products print the same. What is no probability becomes one.
func thousandths(p float64) float64 {
	if math.IsNaN(p) {
		return 0
	}
	return math.Round(1000*min(max(p, 0), 1)) / 1000
}
