package correct

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/anchor"
)

// OfQuote begins a correction of a quotation: which it is. Its fields are still
// to be filled.
func OfQuote(kind model.CorrectionKind, article, text string, q *model.Quote) model.Correction {
	c := model.Correction{Kind: kind, Article: article}
	for _, s := range q.Content {
		c.Content = append(c.Content, anchor.New(text, s))
	}
	if len(q.Cue) > 0 {
		c.Cue = anchor.New(text, q.Cue[0])
	}
	return c
}

// Found begins the correction that adds a quotation which the engine missed.
func Found(article, text string, content model.Span) model.Correction {
	c := OfQuote(model.AddQuote, article, text, &model.Quote{Content: []model.Span{content}})
	c.QuoteKind = KindOf(text, []model.Span{content})
	c.SpeakerKind = model.SpeakerUnknown
	return c
}

// Make gives the action that makes a correction at a moment. One of the same
// kind on the same quotation or name takes the place of the one before.
func Make(m model.Marks, c model.Correction, now time.Time) model.Action {
	c.ID = ID(c)
	c.Created = now.UTC().Truncate(time.Millisecond)
	edit := model.Edit[model.Correction]{After: &c}
	for i := range m.Corrections {
		if m.Corrections[i].ID == c.ID {
			before := m.Corrections[i]
			edit.Before = &before
		}
	}
	return model.Action{Corrections: []model.Edit[model.Correction]{edit}}
}

// ID names what a correction is about: the same for all of one kind on the same
// quotation or name of an article.
func ID(c model.Correction) string {
	parts := []string{c.Article, string(c.Kind), strings.ToLower(c.Name)}
	if c.Kind == model.PartName {
		parts = append(parts, strings.ToLower(c.Other))
	}
	for _, a := range c.Content {
		parts = append(parts, a.Prefix, a.Exact)
	}
	sum := sha256.Sum256([]byte(strings.Join(append(parts, c.Cue.Prefix, c.Cue.Exact), "\n")))
	return hex.EncodeToString(sum[:8])
}
