// Package jsonmark is the JSON form of anchors and corrections: what the library
// keeps and exports, and what exports of notes take along from one library to
// another. It turns values of package model into values that encoding/json
// writes, and back; it reads and keeps nothing. Annotated articles are the
// matter of package contract.
package jsonmark

import (
	"time"

	"quoth/model"
)

// Anchor is a model.Anchor. Its offsets are bytes of the text with that hash,
// which may be an older one: code points cannot be counted in a text that is not
// there.
type Anchor struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Hash   string `json:"hash,omitempty"`
	Twins  int    `json:"twins,omitempty"`
}

// OfAnchor gives the form of an anchor; nil for one of no passage.
func OfAnchor(a model.Anchor) *Anchor {
	if !a.Known() {
		return nil
	}
	return &Anchor{a.Exact, a.Prefix, a.Suffix, a.Start, a.End, a.Hash, a.Twins}
}

// Model gives the anchor; of nil that of no passage.
func (a *Anchor) Model() model.Anchor {
	if a == nil {
		return model.Anchor{}
	}
	return model.Anchor{
		Span: model.Span{Start: a.Start, End: a.End}, Hash: a.Hash,
		Exact: a.Exact, Prefix: a.Prefix, Suffix: a.Suffix, Twins: a.Twins,
	}
}

// Correction is a model.Correction without its article. Which fields are set
// depends on its kind.
type Correction struct {
	ID          string    `json:"id"`
	Kind        string    `json:"kind"`
	Content     []*Anchor `json:"content,omitempty"`
	Cue         *Anchor   `json:"cue,omitempty"`
	Speaker     string    `json:"speaker,omitempty"`
	SpeakerKind string    `json:"speaker_kind,omitempty"`
	QuoteKind   string    `json:"quote_kind,omitempty"`
	Where       []Where   `json:"where,omitempty"`
	When        *When     `json:"when,omitempty"`
	Name        string    `json:"name,omitempty"`
	Other       string    `json:"other,omitempty"`
	Type        string    `json:"type,omitempty"`
	Created     int64     `json:"created"` // Unix milliseconds
}

// Where is a model.SaidWhere.
type Where struct {
	Kind  string  `json:"kind"`
	Name  string  `json:"name"`
	Words *Anchor `json:"words,omitempty"`
}

// When is a model.SaidWhen.
type When struct {
	Value string  `json:"value"`
	Words *Anchor `json:"words,omitempty"`
}

// OfCorrection gives the form of a correction.
func OfCorrection(c model.Correction) *Correction {
	out := &Correction{
		ID: c.ID, Kind: string(c.Kind), Cue: OfAnchor(c.Cue), Speaker: c.Speaker, SpeakerKind: string(c.SpeakerKind),
		QuoteKind: string(c.QuoteKind), Name: c.Name, Other: c.Other, Type: string(c.Type), Created: c.Created.UnixMilli(),
	}
	for _, a := range c.Content {
		out.Content = append(out.Content, OfAnchor(a))
	}
	for _, w := range c.Where {
		out.Where = append(out.Where, Where{string(w.Kind), w.Name, OfAnchor(w.Words)})
	}
	if c.When != nil {
		out.When = &When{c.When.Value, OfAnchor(c.When.Words)}
	}
	return out
}

// Model gives the correction, as one of an article; "" is all articles.
func (c Correction) Model(article string) model.Correction {
	out := model.Correction{
		ID: c.ID, Article: article, Kind: model.CorrectionKind(c.Kind), Cue: c.Cue.Model(),
		Speaker: c.Speaker, SpeakerKind: model.SpeakerKind(c.SpeakerKind), QuoteKind: model.QuoteKind(c.QuoteKind),
		Name: c.Name, Other: c.Other, Type: model.EntityType(c.Type), Created: time.UnixMilli(c.Created).UTC(),
	}
	for _, a := range c.Content {
		out.Content = append(out.Content, a.Model())
	}
	for _, w := range c.Where {
		out.Where = append(out.Where, model.SaidWhere{Kind: model.WhereKind(w.Kind), Name: w.Name, Words: w.Words.Model()})
	}
	if c.When != nil {
		out.When = &model.SaidWhen{Value: c.When.Value, Words: c.When.Words.Model()}
	}
	return out
}
