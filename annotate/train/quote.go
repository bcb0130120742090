package main

import (
	"fmt"
	"os"
	"slices"

	"quoth/annotate/doc"
	"quoth/annotate/lexicon"
	"quoth/annotate/mark"
	"quoth/annotate/parse"
	"quoth/annotate/quote"
	"quoth/annotate/sentence"
	"quoth/annotate/tag"
	"quoth/annotate/token"
	"quoth/annotate/train/corpus"
	"quoth/model"
)

// ownNews is the folder, below the one that holds go.mod, of the marked articles
// that live in the repository.
const ownNews = "annotate/train"

// articles reads the marked news of the corpora and of the repository.
func (j *job) articles() ([]corpus.Article, error) {
	all, err := corpus.Articles(j.corpora, "newswire")
	if err != nil {
		return nil, err
	}
	own, err := corpus.Articles(os.DirFS(j.out+"/"+ownNews), "newswire")
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(append(all, own...), func(a corpus.Article) bool { return slices.Contains(j.without, a.Folder) }), nil
}

// lessons prepares articles for the attribution: what the stages before it find,
// and the names as they are marked.
func lessons(articles []corpus.Article) ([]quote.Lesson, error) {
	tagger, err := tag.Load()
	if err != nil {
		return nil, err
	}
	parser, err := parse.Load()
	if err != nil {
		return nil, err
	}
	out := make([]quote.Lesson, len(articles))
	for i := range articles {
		a := &articles[i]
		d := &doc.Doc{Text: a.Text, Title: a.Title, Published: a.Published}
		token.Split(d, nil)
		sentence.Split(d)
		mark.Fill(d)
		tagger.Annotate(d)
		parser.Annotate(d, nil)
		markedNames(d, a)
		out[i].Doc = d
		for _, u := range a.Utterances {
			out[i].Utterances = append(out[i].Utterances, quote.Taught{Content: u.Content, Cue: u.Cue, Source: u.Source, Speaker: u.Speaker})
		}
	}
	return out, nil
}

// markedNames fills d.Names with the marked mentions, the outer one of nested ones.
func markedNames(d *doc.Doc, a *corpus.Article) {
	end := 0
	for _, m := range a.Mentions {
		if m.Type == model.Date || m.Type == model.Time || m.Start < end {
			continue
		}
		n := doc.Name{First: -1, Type: m.Type, Entity: -1}
		for i := range d.Tokens {
			if t := d.Tokens[i].Span; m.Covers(t) {
				if n.First < 0 {
					n.First = i
				}
				n.End = i + 1
			}
		}
		if n.First >= 0 {
			d.Names = append(d.Names, n)
			end = m.End
		}
	}
}

func learnQuotes(j *job) error {
	articles, err := j.articles()
	if err != nil {
		return err
	}
	taught, err := lessons(articles)
	if err != nil {
		return err
	}
	words, err := lexicon.New()
	if err != nil {
		return err
	}
	m := quote.Learn(words, taught)
	fmt.Printf("%-8s learnt from %d articles\n", "quote", len(articles))
	return j.write("annotate/quote/quote.model", m.Append(nil))
}
