// Package annotate is the engine: article in, annotations out. It runs the
// stages over a doc.Doc in their order and turns the result into the values of
// package model. It knows no terminal, no network, no file and no clock: the
// same article gives the same annotations on every machine.
package annotate

import (
	"quoth/annotate/doc"
	"quoth/annotate/entity"
	"quoth/annotate/lexicon"
	"quoth/annotate/mark"
	"quoth/annotate/parse"
	"quoth/annotate/quote"
	"quoth/annotate/sentence"
	"quoth/annotate/setting"
	"quoth/annotate/tag"
	"quoth/annotate/timex"
	"quoth/annotate/token"
	"quoth/model"
)

// Version names the engine's output. It changes when the same article may get
// other annotations, so that kept ones are made anew.
const Version = "3"

// Engine annotates articles. It is safe for use by several goroutines at once.
type Engine struct {
	tagger     *tag.Tagger
	times      *timex.Grammar
	parser     *parse.Parser
	names      *entity.Tagger
	attributor *quote.Attributor
	settings   *setting.Finder
}

// New makes an engine from the embedded weights.
func New() (*Engine, error) {
	tagger, err := tag.Load()
	if err != nil {
		return nil, err
	}
	names, err := entity.Load()
	if err != nil {
		return nil, err
	}
	words, err := lexicon.New()
	if err != nil {
		return nil, err
	}
	attributor, err := quote.Load(words)
	if err != nil {
		return nil, err
	}
	parser, err := parse.Load()
	if err != nil {
		return nil, err
	}
	times := timex.New()
	settings, err := setting.Load(times)
	if err != nil {
		return nil, err
	}
	return &Engine{tagger: tagger, names: names, times: times, parser: parser, attributor: attributor, settings: settings}, nil
}

// Annotate finds who said what, where and when in a.
func (e *Engine) Annotate(a *model.Article) model.Annotations {
	d := &doc.Doc{Text: a.Text, Title: a.Title, Published: a.Published}
	token.Split(d, a.Blocks)
	sentence.Split(d)
	mark.Fill(d)
	e.tagger.Annotate(d)
	e.times.Find(d)
	e.parser.Annotate(d, nil)
	e.names.Annotate(d)
	timex.DropDays(d)
	timex.DropNamed(d)
	e.attributor.Fill(d)
	e.settings.Fill(d)
	return result(d)
}
