package main

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/entity"
	"quoth/annotate/token"
	"quoth/annotate/train/corpus"
	"quoth/model"
)

// wordlists is the folder of the lists made from WordNet and ISO tables.
const wordlists = "annotate/train/wordlists"

// nameCorpora are the corpora of names, with the types that they do not mark. re3d
// is left out: it marks whole noun phrases ("U.S. defense officials").
var nameCorpora = []struct {
	file   string
	hidden []model.EntityType
}{
	{"ner/wikigold.tsv", nil},
	{"ner/crossner.tsv", nil},
	{"ner/sec.tsv", finer},
	{"ner/wnut17.tsv", finer},
	{"ner/btc.tsv", finer},
	{"ner/uner_ewt_train.tsv", finer},
	{"ner/uner_ewt_dev.tsv", finer},
}

// finer are the types that other corpora put together as MISC or leave out.
var finer = []model.EntityType{model.NORP, model.Event, model.Work}

// entityOptions are what gave the best figures on folders kept aside.
func entityOptions() entity.Options {
	return entity.Options{Runs: 3, Epochs: 4, MinCount: 3, MinChanges: 2, Least: 0.05}
}

func learnEntities(j *job) error {
	gazetteer, err := j.gazetteer()
	if err != nil {
		return err
	}
	if err := j.write("annotate/entity/gazetteer.model", gazetteer); err != nil {
		return err
	}
	articles, err := j.articles()
	if err != nil {
		return err
	}
	known, err := readLists()
	if err != nil {
		return err
	}
	examples, err := j.names(known, articles)
	if err != nil {
		return err
	}
	weights, err := entity.Learn(examples, gazetteer, entityOptions())
	if err != nil {
		return err
	}
	return j.write("annotate/entity/entity.model", weights)
}

// gazetteer packs the lists of names and words.
func (j *job) gazetteer() ([]byte, error) {
	var entries []entity.Entry
	for _, list := range []struct{ file, kind string }{
		{"names/given_us.txt", "given"},
		{"names/surnames_us.txt", "surname"},
		{"names/cities15000.txt", "city"},
		{"names/admin1.txt", "region"},
	} {
		lines, err := readLines(j.corpora, list.file)
		if err != nil {
			return nil, err
		}
		for _, name := range lines {
			entries = append(entries, entity.Entry{Kind: list.kind, Name: name})
		}
	}
	for _, file := range []string{"names.txt", "words.txt"} {
		lines, err := readLines(os.DirFS(wordlists), file)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			kind, name, _ := strings.Cut(line, "\t")
			entries = append(entries, entity.Entry{Kind: kind, Name: name})
		}
	}
	common, err := j.commonWords()
	if err != nil {
		return nil, err
	}
	return entity.PackGazetteer(append(entries, common...))
}

// oftenSmall is how often a word stands in small letters in the corpora to count
// as a common one.
const oftenSmall = 3

// commonWords gives the words that the treebanks and the marked articles write in
// small letters, so that a capital at the beginning of a sentence or in a headline
// says little.
func (j *job) commonWords() ([]entity.Entry, error) {
	docs, err := j.treebanks(ewtTrain, gumTrain)
	if err != nil {
		return nil, err
	}
	articles, err := j.articles()
	if err != nil {
		return nil, err
	}
	for _, a := range articles {
		d := &doc.Doc{Text: a.Text}
		token.Split(d, nil)
		docs = append(docs, d)
	}
	counts := map[string]int{}
	for _, d := range docs {
		for i := range d.Tokens {
			if d.FormOf(i).Case == doc.CaseLower {
				counts[d.Word(i)]++
			}
		}
	}
	var entries []entity.Entry
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		if counts[w] >= oftenSmall {
			entries = append(entries, entity.Entry{Kind: "common", Name: w})
		}
	}
	return entries, nil
}

func readLines(fsys fs.FS, name string) ([]string, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("word list %s: %w", name, err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n"), nil
}

// ownWeight is how often the marked articles, which alone mark all our types, are
// learnt from.
const ownWeight = 2

// names gives the corpora of names and the marked articles as examples.
func (j *job) names(known *lists, articles []corpus.Article) ([]entity.Example, error) {
	random := rand.New(rand.NewPCG(5, 6))
	var examples []entity.Example
	for _, c := range nameCorpora {
		docs, err := corpus.Glob(j.corpora, c.file, corpus.BIO)
		if err != nil {
			return nil, err
		}
		for _, d := range documents(docs) {
			examples = append(examples, known.example(shout(d, random), c.hidden))
		}
	}
	for range ownWeight {
		for _, a := range articles {
			examples = append(examples, known.example(shout(articleDocument(a), random), nil))
		}
	}
	return examples, nil
}

// readLists reads the names of countries and peoples from the word lists.
func readLists() (*lists, error) {
	lines, err := readLines(os.DirFS(wordlists), "names.txt")
	if err != nil {
		return nil, err
	}
	known := &lists{countries: map[string]bool{}, peoples: map[string]bool{}}
	for _, line := range lines {
		switch kind, name, _ := strings.Cut(line, "\t"); {
		case kind == "country":
			known.countries[name] = true
		case kind == "people" && !strings.Contains(name, " "):
			known.peoples[name] = true
		}
	}
	return known, nil
}
