package quote

import (
	"sort"

	"quoth/annotate/coref"
	"quoth/annotate/doc"
	"quoth/annotate/phrase"
	"quoth/annotate/view"
	"quoth/model"
)

// result turns the utterances into quotes of the document.
func (r *reader) result(all []*utterance, res *coref.Resolver) []doc.Quote {
	out := make([]doc.Quote, 0, len(all))
	for _, u := range all {
		out = append(out, r.quote(u, res))
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Content[0].Start < out[j].Content[0].Start })
	return out
}

func (r *reader) quote(u *utterance, res *coref.Resolver) doc.Quote {
	q := doc.Quote{CueHead: u.cue, SourceHead: -1, Entity: -1}
	words, quoted := among(r.words, u.runs), among(r.quoted, u.runs)
	for _, g := range u.runs {
		q.Content = r.widen(q.Content, g)
	}
	switch share := shareOf(quoted, words); {
	case u.how == byLabel:
		q.Kind = model.Direct // word for word, if without marks
	case share == 0:
		q.Kind = model.Indirect
	case share == 1:
		q.Kind = model.Mixed
	default:
		q.Kind = model.Direct
	}
	if first, end := r.cueTokens(u.cue); first < end {
		q.Cue = []model.Span{r.span(first, end)}
	}
	if u.source >= 0 {
		p := &r.phrases[u.source]
		q.SourceHead = p.Head
		q.Source = []model.Span{r.span(p.First, p.End)}
		if k := r.relative(u); k >= 0 {
			q.Source = []model.Span{r.span(k, k+1)}
		}
	}
	if u.how == byLabel {
		first := r.Blocks[r.Words[u.cue].Block].First
		q.Source = []model.Span{r.span(first, max(u.cue, first+1))}
	}
	q.SpeakerKind = model.SpeakerUnknown
	if u.speaker >= 0 {
		x := &res.Referents[u.speaker]
		q.Entity, q.SpeakerName, q.SpeakerKind = x.Entity, x.Name, kindOf(x)
	}
	q.Addressee = r.addressee(u)
	q.Confidence = float64(r.trust(u))
	q.Evidence = r.evidence(u, res)
	return q
}

// relative gives the "who" that is the subject of the cue and takes up the
// source, or -1.
func (r *reader) relative(u *utterance) int {
	if u.cue < 0 || u.how != byCue {
		return -1
	}
	for k := range r.Kids(u.cue) {
		if w := &r.Words[k]; w.Rel == doc.RelNsubj && w.Tag == doc.TagWP && k < u.cue && r.phrases[u.source].Head < k {
			return k
		}
	}
	return -1
}

// span gives the bytes of the tokens [first, end).
func (r *reader) span(first, end int) model.Span {
	return model.Span{Start: r.Tokens[first].Start, End: r.Tokens[end-1].Span.End}
}

// widen adds a run of words to spans, with the quotation marks around it and the
// stops inside them. Runs with nothing but marks between them become one span.
func (r *reader) widen(spans []model.Span, g run) []model.Span {
	first, end := g.First, g.End
	for i := first - 1; i >= 0 && !r.Words[i].Wordly && r.Words[i].Quote >= 0 && r.Words[i].Quote == r.Words[g.First].Quote; i-- {
		if r.Words[i].Edge == view.Opening {
			first = i
		}
	}
	last := &r.Words[g.End-1]
	for i := end; i < len(r.Words) && !r.Words[i].Wordly && r.Words[i].Quote >= 0 && r.Words[i].Quote == last.Quote; i++ {
		if r.Words[i].Edge == view.Closing || i+1 == r.Outer[last.Quote].End {
			end = i + 1
		}
	}
	s := r.span(first, end)
	if n := len(spans); n > 0 && s.Start < spans[n-1].End {
		s.Start = spans[n-1].End
	}
	if s.Empty() {
		return spans
	}
	return append(spans, s)
}

// cueTokens gives the tokens of the reporting expression whose head is token c:
// "according to", "pointed out". A colon is none, nor a label.
func (r *reader) cueTokens(c int) (first, end int) {
	switch {
	case c < 0 || !r.Words[c].Wordly || r.inTurn[c]:
		return 0, 0
	case r.Words[c].Form == r.form.according && r.At(c+1).Form == r.form.to:
		return c, c + 2
	case r.At(c+1).Tag == doc.TagRP:
		return c, c + 2
	}
	return c, c + 1
}

// addressee gives whom the speaker of a verb like "told" speaks to.
func (r *reader) addressee(u *utterance) *model.Ref {
	if u.cue < 0 {
		return nil
	}
	k := r.addressed(u)
	if k < 0 {
		return nil
	}
	p := &r.phrases[k]
	s := r.span(p.First, p.End)
	name := s.In(r.Text)
	if n := r.Words[p.Head].Name; n >= 0 && r.Names[n].Entity >= 0 {
		name = r.Entities[r.Names[n].Entity].Name
	}
	return &model.Ref{Span: s, Name: name}
}

// addressed gives the phrase of the addressee, or nobody.
func (r *reader) addressed(u *utterance) int {
	_, entry := r.reporting(u.cue)
	for k := range r.Kids(u.cue) {
		w := &r.Words[k]
		if w.Rel != doc.RelObj && w.Rel != doc.RelIobj && w.Rel != doc.RelObl {
			continue
		}
		n := r.heading(k)
		if n < 0 || n == u.source || r.phrases[n].Kind == phrase.Time || holds(u.runs, k) {
			continue
		}
		to := r.Kid(k, doc.RelCase)
		if entry.Flags != 0 && w.Rel != doc.RelObl && k > u.cue || to >= 0 && r.Words[to].Form == r.form.to {
			return n
		}
	}
	return nobody
}

// evidence gives the reasons for an attribution: the cue and how the words lie
// by it, the reading that gave the source, and the mentions that tie the source
// to the speaker's name.
func (r *reader) evidence(u *utterance, res *coref.Resolver) []model.Evidence {
	var out []model.Evidence
	add := func(rule string, s model.Span) { out = append(out, model.Evidence{Rule: rule, Span: s}) }
	if first, end := r.cueTokens(u.cue); first < end {
		add("cue", r.span(first, end))
		if u.shape != shapeNone {
			add(shapeNames[u.shape], r.span(u.runs[0].First, u.runs[0].End))
		}
	} else if u.cue >= 0 {
		add("label", r.span(u.cue, u.cue+1))
	}
	if u.source >= 0 {
		p := &r.phrases[u.source]
		add(r.reason(u), r.span(p.First, p.End))
		if u.speaker >= 0 {
			for _, m := range res.Chain(u.speaker, p) {
				add("same-as", r.span(m.First, m.End))
			}
		}
	} else if u.speaker >= 0 {
		if m := res.Last(u.speaker, u.first()); m >= 0 {
			add(r.reason(u), r.span(m, m+1))
		}
	}
	if len(out) == 0 { // a quotation of nobody that could be found
		add("quotation", r.span(u.first(), u.end()))
	}
	return out
}

// reason names how the source was come by.
func (r *reader) reason(u *utterance) string {
	switch u.how {
	case byLast:
		return "speaker-goes-on"
	case byNext:
		return "speaker-of-next"
	case byNear:
		return "named-nearby"
	}
	if u.source < 0 {
		return "last-spoken-of"
	}
	if u.witness != noRule {
		return ruleNames[u.witness]
	}
	return "source-by-features"
}
