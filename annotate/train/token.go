package main

import (
	"fmt"

	"quoth/annotate/doc"
	"quoth/annotate/sentence"
	"quoth/annotate/token"
	"quoth/annotate/train/corpus"
	"quoth/model"
)

// measureTokens prints how well tokens and sentence ends are found in the running
// text of the treebanks, paragraphs given.
func measureTokens(j *job) error {
	for _, part := range []string{ewtDev, gumDev, "gum/GUM_news_*.conllu"} {
		docs, err := corpus.Glob(j.corpora, part, corpus.Conllu)
		if err != nil {
			return err
		}
		var tokens, ends score
		for _, d := range docs {
			want := d.Doc()
			got := &doc.Doc{Text: want.Text}
			token.Split(got, nil)
			sentence.Split(got)
			count(&tokens, tokenSpans(want), tokenSpans(got))
			count(&ends, sentenceEnds(want), sentenceEnds(got))
		}
		fmt.Printf("%-8s %-22s tokens %s, sentence ends %s\n", "token", part, tokens, ends)
	}
	return nil
}

func tokenSpans(d *doc.Doc) map[model.Span]bool {
	spans := make(map[model.Span]bool, len(d.Tokens))
	for _, t := range d.Tokens {
		spans[t.Span] = true
	}
	return spans
}

func sentenceEnds(d *doc.Doc) map[int]bool {
	ends := make(map[int]bool, len(d.Sentences))
	for _, s := range d.Sentences {
		ends[d.Tokens[s.End-1].End] = true
	}
	return ends
}
