// Package corpus reads the corpora that the weights are trained on: treebanks in
// CoNLL-U, names in tab-separated BIO, and news articles with inline marks. It
// knows their forms and nothing of the models.
package corpus

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
)

// Document is one text of a treebank or of a corpus of names.
type Document struct {
	ID        string
	Sentences []Sentence
}

// Sentence is one sentence with its words as the corpus cut them.
type Sentence struct {
	Words     []Word
	Paragraph bool // the first of a paragraph or heading
}

// Word is a token as the corpus has it. What a corpus does not mark is zero.
type Word struct {
	Form  string
	Glued bool   // no white space between it and the next word
	XPOS  string // tag of the Penn Treebank
	Head  int    // index in the sentence, -1 for the root
	Rel   string // relation of Universal Dependencies, with its subtype
	Misc  string // the tenth column of CoNLL-U
	Name  string // "B-PER", "I-PER", "O", as the corpus writes it
}

// Text gives the sentences' words as running text: a blank line before each
// paragraph, a space before each other sentence. spans holds where each word of
// each sentence begins and ends, in bytes.
func (d *Document) Text() (text string, spans [][][2]int) {
	var b []byte
	spans = make([][][2]int, len(d.Sentences))
	for i, s := range d.Sentences {
		if i > 0 {
			if s.Paragraph {
				b = append(b, "\n\n"...)
			} else {
				b = append(b, ' ')
			}
		}
		spans[i] = make([][2]int, len(s.Words))
		for k, w := range s.Words {
			start := len(b)
			b = append(b, w.Form...)
			spans[i][k] = [2]int{start, len(b)}
			if !w.Glued && k+1 < len(s.Words) {
				b = append(b, ' ')
			}
		}
	}
	return string(b), spans
}

// Glob reads every file of fsys that matches pattern, in the order of names, and
// puts the documents together.
func Glob(fsys fs.FS, pattern string, read func(name string, text string) ([]Document, error)) ([]Document, error) {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return nil, fmt.Errorf("corpus %s: %w", pattern, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("corpus %s: no such file: give the folder of the corpora with -corpora", pattern)
	}
	sort.Strings(names)
	var docs []Document
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("corpus %s: %w", name, err)
		}
		more, err := read(path.Base(name), string(text))
		if err != nil {
			return nil, err
		}
		docs = append(docs, more...)
	}
	return docs, nil
}
