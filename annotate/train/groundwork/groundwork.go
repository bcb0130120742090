// Package groundwork does on a marked article what the engine does before it asks
// for names, and puts the marked names in: what the later stages are taught and
// tested on. It runs no stage that learns from marked articles.
package groundwork

import (
	"quoth/annotate/doc"
	"quoth/annotate/mark"
	"quoth/annotate/parse"
	"quoth/annotate/sentence"
	"quoth/annotate/tag"
	"quoth/annotate/timex"
	"quoth/annotate/token"
	"quoth/annotate/train/corpus"
)

// Stages are the stages that need weights or tables.
type Stages struct {
	tagger *tag.Tagger
	parser *parse.Parser
	times  *timex.Grammar
}

// Load makes the stages from the embedded weights.
func Load() (*Stages, error) {
	tagger, err := tag.Load()
	if err != nil {
		return nil, err
	}
	parser, err := parse.Load()
	if err != nil {
		return nil, err
	}
	return &Stages{tagger: tagger, parser: parser, times: timex.New()}, nil
}

// Document gives the document of an article: tokens, sentences, quotation marks,
// tags, trees, times, and the names that are marked.
func (s *Stages) Document(a *corpus.Article) *doc.Doc {
	d := &doc.Doc{Text: a.Text, Title: a.Title, Published: a.Published}
	token.Split(d, nil)
	sentence.Split(d)
	mark.Fill(d)
	s.tagger.Annotate(d)
	s.times.Find(d)
	s.parser.Annotate(d, nil)
	a.Name(d)
	timex.DropNamed(d)
	return d
}
