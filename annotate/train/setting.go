package main

import (
	"fmt"
	"slices"
	"sort"

	"quoth/annotate/doc"
	"quoth/annotate/setting"
	"quoth/annotate/train/corpus"
	"quoth/annotate/train/groundwork"
	"quoth/model"
)

// settingLessons prepares articles for the search of places and times: what the
// stages before it find, and names and quotes as they are marked.
func settingLessons(articles []corpus.Article) ([]setting.Lesson, error) {
	stages, err := groundwork.Load()
	if err != nil {
		return nil, err
	}
	out := make([]setting.Lesson, len(articles))
	for i := range articles {
		a := &articles[i]
		d := stages.Document(a)
		out[i].Doc = d
		for _, u := range a.Utterances {
			q, gold := markedQuote(a, &u)
			d.Quotes = append(d.Quotes, q)
			out[i].Gold = append(out[i].Gold, gold)
		}
	}
	return out, nil
}

// markedQuote turns a marked utterance into a quote without place and time, and
// one with them.
func markedQuote(a *corpus.Article, u *corpus.Utterance) (doc.Quote, model.Quote) {
	q := model.Quote{Kind: kindOf(a.Text, u), Content: u.Content, Cue: u.Cue, Source: u.Source, SpeakerName: u.Speaker, SpeakerKind: u.SpeakerKind}
	if len(u.Addressee) > 0 {
		q.Addressee = &model.Ref{Span: u.Addressee[0], Name: u.Addressee[0].In(a.Text)}
	}
	gold := q
	for _, w := range u.Where {
		gold.Where = append(gold.Where, model.Where{Kind: w.Kind, Span: w.Span, Name: w.Name, Inherited: w.Inherited})
	}
	sort.SliceStable(gold.Where, func(i, k int) bool { return gold.Where[i].Span.Start < gold.Where[k].Span.Start })
	if u.When != nil {
		gold.When = &model.When{Span: u.When.Span, Value: u.When.Value, Inherited: u.When.Inherited}
	}
	return doc.Quote{Quote: q, CueHead: -1, SourceHead: -1, Entity: -1}, gold
}

// kindOf tells whether all, some or none of the words stand in quotation marks.
func kindOf(text string, u *corpus.Utterance) model.QuoteKind {
	quoted := 0
	for _, c := range u.Content {
		if s := []rune(c.In(text)); len(s) > 1 && isMark(s[0]) && isMark(s[len(s)-1]) {
			quoted++
		}
	}
	switch {
	case quoted == len(u.Content):
		return model.Direct
	case quoted > 0:
		return model.Mixed
	}
	return model.Indirect
}

func isMark(r rune) bool {
	switch r {
	case '"', '“', '”', '‘', '’', '\'', '«', '»':
		return true
	}
	return false
}

// mostOfFolder is from how many articles of one folder settings are learnt, so
// that no hand's habits outweigh those of the others: with all of them where and
// when fell by two points and more on articles of another hand.
const mostOfFolder = 24

// evenly gives at most mostOfFolder articles of each folder, the first ones.
func evenly(articles []corpus.Article) []corpus.Article {
	count := map[string]int{}
	return slices.DeleteFunc(articles, func(a corpus.Article) bool {
		count[a.Folder]++
		return count[a.Folder] > mostOfFolder
	})
}

func learnSettings(j *job) error {
	articles, err := j.articles()
	if err != nil {
		return err
	}
	articles = evenly(articles)
	lessons, err := settingLessons(articles)
	if err != nil {
		return err
	}
	weights, err := setting.Learn(lessons)
	if err != nil {
		return err
	}
	fmt.Printf("%-8s learnt from %d articles\n", "setting", len(articles))
	return j.write("annotate/setting/setting.model", weights)
}
