package quote

import (
	"math"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/phrase"
)

// trust gives the calibrated probability that what was said and who said it are
// both right. Its weights are fitted on articles that the choosers did not learn
// from.
func (r *reader) trust(u *utterance) float32 {
	if u.how == byLabel {
		return u.chanceSpeaker
	}
	x := r.trustFeatures(u)
	s := 0.0
	for i, w := range r.models.Trust {
		if i < len(x) {
			s += float64(w) * x[i]
		}
	}
	if among(r.quoted, u.runs) == 0 {
		s -= unmarked
	}
	return float32(1 / (1 + math.Exp(-s)))
}

// unmarked is how much less sure, in log-odds, an utterance without marks is than
// the marked news says, whose writers left out few: of those with 0.93 to 0.95 by
// its weights alone, 90 of 100 were right on articles of other hands (PolNeAR's
// training part).
const unmarked = 0.6

// logit turns a probability into log-odds, kept within bounds.
func logit(p float32) float64 {
	q := math.Min(math.Max(float64(p), 1e-4), 1-1e-4)
	return math.Log(q / (1 - q))
}

// trustFeatures gives what the confidence is reckoned from.
func (r *reader) trustFeatures(u *utterance) []float64 {
	words, quoted := among(r.words, u.runs), among(r.quoted, u.runs)
	is := func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	}
	kind := phrase.Other
	if u.source >= 0 {
		kind = r.phrases[u.source].Kind
	}
	share := shareOf(quoted, words)
	least := min(u.chanceCue, u.chanceContent, u.chanceSource, u.chanceSpeaker)
	product := u.chanceCue * u.chanceContent * u.chanceSource * u.chanceSpeaker
	return []float64{
		1, logit(u.chanceCue), logit(u.chanceContent), logit(u.chanceSource), logit(u.chanceSpeaker),
		is(share == 2), is(share == 1), is(u.how != byCue), is(u.source < 0), is(kind == phrase.Pronoun), is(kind.Named()),
		is(u.speaker < 0), is(words < 4), float64(least), float64(product),
		is(u.how == byLast), is(share == 2) * logit(product), is(u.witness != noRule), is(r.reportsInside(u)),
	}
}

// reportsInside reports whether somebody else reports quoted words within what u
// tells: "that Osei had told her, “…”". The words in marks are not u's speaker's
// then.
func (r *reader) reportsInside(u *utterance) bool {
	for _, g := range u.runs {
		for i := g.First; i < g.End && count(r.quoted, i, g.End) > 0; i++ {
			w := &r.Words[i]
			if w.Quote < 0 && w.Tag.Verb() && w.Entry.Class == lexicon.Say && r.Kid(i, doc.RelNsubj) >= g.First {
				return true
			}
		}
	}
	return false
}
