package main

import (
	"fmt"

	"quoth/annotate/doc"
	"quoth/annotate/tag"
	"quoth/annotate/train/corpus"
)

// The treebanks. The parts marked dev are for measuring.
const (
	ewtTrain = "ewt/*-train.conllu"
	ewtDev   = "ewt/*-dev.conllu"
	gumTrain = "gum/GUM_*.conllu"
	gumDev   = "gum/dev-*.conllu"
)

// treebanks reads the documents of several patterns with their own tokens.
func (j *job) treebanks(patterns ...string) ([]*doc.Doc, error) {
	var docs []*doc.Doc
	for _, p := range patterns {
		more, err := corpus.Glob(j.corpora, p, corpus.Conllu)
		if err != nil {
			return nil, err
		}
		docs = append(docs, corpus.Docs(more)...)
	}
	return docs, nil
}

// developed calls each for the documents of the parts that measure.
func (j *job) developed(each func(part string, docs []*doc.Doc)) error {
	for _, part := range []string{ewtDev, gumDev} {
		docs, err := j.treebanks(part)
		if err != nil {
			return err
		}
		each(part, docs)
	}
	return nil
}

// tagOptions are what gave the best figures on the dev parts.
func tagOptions() tag.Options { return tag.Options{Epochs: 8, MinChanges: 3, Least: 0.05} }

func learnTags(j *job) error {
	docs, err := j.treebanks(ewtTrain, gumTrain)
	if err != nil {
		return err
	}
	weights, dictionary, err := tag.Learn(docs, tagOptions())
	if err != nil {
		return err
	}
	if err := j.write("annotate/tag/tag.model", weights); err != nil {
		return err
	}
	return j.write("annotate/tag/tag.dict", dictionary)
}

func measureTags(j *job) error {
	t, err := tag.Load()
	if err != nil {
		return err
	}
	return j.developed(func(part string, docs []*doc.Doc) {
		right, all := 0, 0
		for _, d := range docs {
			want := make([]doc.Tag, len(d.Tokens))
			for i := range want {
				want[i], d.Tokens[i].Tag = d.Tokens[i].Tag, doc.TagNone
			}
			t.Annotate(d)
			for i, w := range want {
				if d.Tokens[i].Tag == w {
					right++
				}
			}
			all += len(want)
		}
		fmt.Printf("%-8s %-20s %.2f %% of %d tokens\n", "tag", part, 100*float64(right)/float64(all), all)
	})
}
