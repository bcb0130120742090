// Package setting finds where and when each utterance was made. It runs the
// search of the clauses (packages where and when) and that of the article
// (package occasion), with weights learnt from marked news.
package setting

import (
	_ "embed"
	"fmt"
	"strings"

	"quoth/annotate/choose"
	"quoth/annotate/doc"
	"quoth/annotate/occasion"
	"quoth/annotate/scene"
	"quoth/annotate/timex"
	"quoth/annotate/when"
	"quoth/annotate/where"
	"quoth/model"
)

//go:embed setting.model
var weights string

// Finder finds settings. It is safe for use by several goroutines at once.
type Finder struct {
	nouns    *scene.Nouns
	times    *timex.Grammar
	where    where.Finder
	when     when.Finder
	occasion occasion.Finder
}

// Load makes a finder from the embedded weights. The grammar is the one that
// found the times of the documents.
func Load(times *timex.Grammar) (*Finder, error) { return Open(times, []byte(weights)) }

// Open makes a finder from the weights that Learn gave.
func Open(times *timex.Grammar, data []byte) (*Finder, error) {
	nouns, err := scene.LoadNouns()
	if err != nil {
		return nil, err
	}
	f := &Finder{nouns: nouns, times: times}
	for i, m := range f.models() {
		if *m, data, err = choose.Read(data); err != nil {
			return nil, fmt.Errorf("setting.model, chooser %d: %w", i+1, err)
		}
	}
	return f, nil
}

// models lists the choosers in the order of the file.
func (f *Finder) models() []**choose.Model {
	return []**choose.Model{&f.where.Model, &f.when.Model, &f.occasion.Enter, &f.occasion.Stay, &f.occasion.Day}
}

// Fill sets Where and When of the quotes of d, which must have its tokens, tags,
// sentences, names, times and quotes. Relative times inside reported words are
// then counted from the day on which they were said.
func (f *Finder) Fill(d *doc.Doc) {
	s := scene.New(d, f.nouns)
	f.where.Fill(s)
	f.when.Fill(s)
	f.occasion.Fill(s)
	f.times.Reanchor(d, anchors(d))
	for q := range d.Quotes {
		d.Quotes[q].Evidence = append(d.Quotes[q].Evidence, evidence(s, q)...)
	}
}

// anchors gives the day of each utterance that was not made on the day of
// publication.
func anchors(d *doc.Doc) []timex.Anchor {
	if !d.Published.Known() {
		return nil
	}
	var out []timex.Anchor
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.When == nil {
			continue
		}
		day, ok := timex.DayOf(q.When.Value)
		if !ok || len(q.When.Value) < len("2006-01-02") || strings.Contains(q.When.Value, "W") || day.Equal(d.Published.Day()) {
			continue
		}
		for _, c := range q.Content {
			out = append(out, timex.Anchor{Span: c, Day: day})
		}
	}
	return out
}

// evidence tells where the place and the time of utterance q were read: by which
// construction, or from which sentence.
func evidence(s *scene.Scene, q int) []model.Evidence {
	var out []model.Evidence
	x := &s.Quotes[q]
	for _, w := range x.Where {
		rule := "where-" + string(w.Kind)
		if w.Inherited {
			rule = "where-inherited"
		}
		out = append(out, model.Evidence{Rule: rule, Span: sentenceOf(s, w.Span)})
	}
	if w := x.When; w != nil {
		rule := "when-clause"
		if w.Inherited {
			rule = "when-inherited"
		}
		out = append(out, model.Evidence{Rule: rule, Span: sentenceOf(s, w.Span)})
	}
	return out
}

// sentenceOf gives the sentence that a span stands in.
func sentenceOf(s *scene.Scene, span model.Span) model.Span {
	i := s.TokenAt(span.Start)
	if i >= len(s.Words) || s.Words[i].Sentence < 0 {
		return span
	}
	x := &s.Sentences[s.Words[i].Sentence]
	return s.SpanOf(x.First, x.End)
}
