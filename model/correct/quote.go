package correct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// sameQuote is how much of their words two quotations must share to be one: the
// measure by which records are paired when the engine is scored.
const sameQuote = 0.5

// correctQuote lays a correction over the quotation that it is about. One that
// the engine does not find, or no longer, is added: the reader has seen it.
func (d *draft) correctQuote(c model.Correction) {
	content := d.find(c.Content)
	if len(content) == 0 {
		d.lost = append(d.lost, c)
		return
	}
	at := d.quote(content, d.place(c.Cue))
	switch {
	case c.Kind == model.Dismiss && at < 0:
		return
	case c.Kind == model.Dismiss:
		d.quotes = slices.Delete(d.quotes, at, at+1)
		return
	case at < 0:
		d.quotes = append(d.quotes, d.newQuote(content, d.place(c.Cue)))
		at = len(d.quotes) - 1
	}
	q := &d.quotes[at]
	rule := Rule
	switch c.Kind {
	case model.Confirm:
		if q.Status == model.ByEngine {
			q.Status = model.Confirmed
		}
		q.Confidence = 1
		return
	case model.AddQuote:
		q.Content, q.Kind = content, c.QuoteKind
		d.setSpeaker(q, c.Speaker, c.SpeakerKind)
	case model.SetSpeaker:
		d.setSpeaker(q, c.Speaker, c.SpeakerKind)
	case model.SetKind:
		q.Kind = c.QuoteKind
	case model.SetWhere:
		q.Where, rule = nil, WhereRule
		for _, w := range c.Where {
			q.Where = append(q.Where, model.Where{Kind: w.Kind, Name: w.Name, Span: d.place(w.Words)})
		}
	case model.SetWhen:
		q.When, rule = nil, WhenRule
		if c.When != nil {
			q.When = &model.When{Value: c.When.Value, Span: d.place(c.When.Words)}
		}
	case model.Dismiss, model.OneName, model.PartName, model.SetType:
	}
	q.Status = model.Corrected
	if rule != Rule {
		q.Evidence = slices.DeleteFunc(slices.Clone(q.Evidence), func(e model.Evidence) bool { return about(e, rule) })
	}
	q.Evidence = append(slices.Clip(q.Evidence), model.Evidence{Rule: rule, Span: q.Content[0]})
}

// about reports whether evidence is about the same as what a rule says: about
// the place or about the day, by the word that the rules begin with.
func about(e model.Evidence, rule string) bool {
	topic, _, _ := strings.Cut(rule, "-")
	return strings.HasPrefix(e.Rule, topic+"-")
}

// quote gives the quotation whose content is most like the given one, or -1. Of
// those alike, it is the one with the cue.
func (d *draft) quote(content []model.Span, cue model.Span) int {
	at, best := -1, 0.0
	for i, q := range d.quotes {
		share := shared(q.Content, content)
		if len(q.Cue) > 0 && q.Cue[0] == cue && !cue.Empty() {
			share += 0.1
		}
		if share >= sameQuote && share > best {
			at, best = i, share
		}
	}
	return at
}

// shared is how much two sets of spans have in common, of all they cover.
func shared(a, b []model.Span) float64 {
	both, all := 0, 0
	for _, s := range a {
		all += s.Len()
		for _, t := range b {
			both += max(0, min(s.End, t.End)-max(s.Start, t.Start))
		}
	}
	for _, t := range b {
		all += t.Len()
	}
	if all == both {
		return 0
	}
	return float64(both) / float64(all-both)
}

// newQuote makes a quotation that a reader found.
func (d *draft) newQuote(content []model.Span, cue model.Span) model.Quote {
	q := model.Quote{Kind: KindOf(d.text, content), Content: content, SpeakerKind: model.SpeakerUnknown, Confidence: 1}
	if !cue.Empty() {
		q.Cue = []model.Span{cue}
	}
	return q
}

// setSpeaker gives a quotation to a speaker. A name that stands in the text but
// is no entity yet becomes one.
func (d *draft) setSpeaker(q *model.Quote, name string, kind model.SpeakerKind) {
	q.Speaker, q.SpeakerName, q.SpeakerKind, q.Confidence = "", name, kind, 1
	q.Evidence = slices.DeleteFunc(slices.Clone(q.Evidence), func(e model.Evidence) bool {
		return e.Rule != Rule && !about(e, WhereRule) && !about(e, WhenRule)
	})
	if name == "" {
		q.SpeakerKind = model.SpeakerUnknown
		return
	}
	e := d.entity(name)
	if e == nil && kind != model.SpeakerUnnamed {
		if at := wholeWords(d.text, name); len(at) > 0 {
			e = d.newEntity(model.Entity{Type: typeOf(kind), Name: name, Mentions: at})
		}
	}
	if e != nil {
		q.Speaker, q.SpeakerName = e.ID, e.Name
	}
}

func typeOf(kind model.SpeakerKind) model.EntityType {
	if kind == model.SpeakerPerson {
		return model.Person
	}
	return model.Org
}

// KindOf says how words are given: all, some or none of them in quotation
// marks.
func KindOf(text string, content []model.Span) model.QuoteKind {
	marked, whole := false, true
	for _, s := range content {
		words := strings.TrimSpace(s.In(text))
		marked = marked || strings.ContainsAny(words, quotationMarks)
		head, _ := utf8.DecodeRuneInString(words)
		tail, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, ".,;:!?"))
		whole = whole && strings.ContainsRune(quotationMarks, head) && strings.ContainsRune(quotationMarks, tail)
	}
	switch {
	case marked && whole:
		return model.Direct
	case marked:
		return model.Mixed
	}
	return model.Indirect
}

const quotationMarks = "\"“”„«»"

// wholeWords gives the places of words in text that no letter or digit adjoins.
func wholeWords(text, words string) []model.Span {
	var out []model.Span
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		s := model.Span{Start: at + i, End: at + i + len(words)}
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		after, _ := utf8.DecodeRuneInString(text[s.End:])
		if !wordly(before) && !wordly(after) {
			out = append(out, s)
		}
		at = s.End
	}
	return out
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
