package main

import (
	"fmt"
	"maps"
	"strings"
	"unicode/utf8"

	"quoth/annotate/doc"
	"quoth/annotate/sentence"
	"quoth/annotate/token"
	"quoth/annotate/train/corpus"
	"quoth/model"
)

// measureTokens prints how well tokens and sentence ends are found in the running
// text of the treebanks, paragraphs given, and of the ends those that the text
// marks by a stop or the end of a paragraph. The treebanks keep no lines: of the
// ends in EWT, unedited mail and messages, one in ten is that of a line (a
// header, a signature, an item) which nothing in the running text shows.
func measureTokens(j *job) error {
	for _, part := range []string{ewtDev, gumDev, "gum/GUM_news_*.conllu"} {
		docs, err := corpus.Glob(j.corpora, part, corpus.Conllu)
		if err != nil {
			return err
		}
		var tokens, ends, marked score
		for _, d := range docs {
			want := d.Doc()
			got := &doc.Doc{Text: want.Text}
			token.Split(got, nil)
			sentence.Split(got)
			count(&tokens, tokenSpans(want), tokenSpans(got))
			wanted, given := sentenceEnds(want), sentenceEnds(got)
			count(&ends, wanted, given)
			maps.DeleteFunc(given, func(end int, _ bool) bool { return wanted[end] && !marksEnd(want, end) })
			maps.DeleteFunc(wanted, func(end int, _ bool) bool { return !marksEnd(want, end) })
			count(&marked, wanted, given)
		}
		fmt.Printf("%-8s %-22s tokens %s, sentence ends %s, those marked %s\n", "token", part, tokens, ends, marked)
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

// marksEnd reports whether a stop or the end of a paragraph stands at byte end.
func marksEnd(d *doc.Doc, end int) bool {
	if strings.HasPrefix(d.Text[end:], "\n\n") || end == len(d.Text) {
		return true
	}
	stop, _ := utf8.DecodeLastRuneInString(strings.TrimRight(d.Text[:end], `"')]”’»`))
	return strings.ContainsRune(".!?…", stop)
}
