package main

import (
	"fmt"
	"os"
	"slices"

	"quoth/annotate/lexicon"
	"quoth/annotate/quote"
	"quoth/annotate/train/corpus"
	"quoth/annotate/train/groundwork"
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
	stages, err := groundwork.Load()
	if err != nil {
		return nil, err
	}
	out := make([]quote.Lesson, len(articles))
	for i := range articles {
		a := &articles[i]
		out[i].Doc = stages.Document(a)
		for _, u := range a.Utterances {
			out[i].Utterances = append(out[i].Utterances, quote.Taught{Content: u.Content, Cue: u.Cue, Source: u.Source, Speaker: u.Speaker})
		}
	}
	return out, nil
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
