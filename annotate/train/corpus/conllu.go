package corpus

import (
	"fmt"
	"strconv"
	"strings"
)

// columns of a line of CoNLL-U, see https://universaldependencies.org/format.html.
const (
	colID, colForm, colXPOS, colHead, colRel, colMisc = 0, 1, 4, 6, 7, 9
	conlluColumns                                     = 10
)

// Conllu reads a treebank. Multiword tokens are given by their words, written
// together; empty nodes are left out.
func Conllu(name, text string) ([]Document, error) {
	r := conlluReader{}
	for n, line := range strings.Split(text, "\n") {
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	r.flush()
	return r.docs, nil
}

type conlluReader struct {
	docs      []Document
	sentence  Sentence
	paragraph bool
	multiword int  // last word of the multiword token being read
	glued     bool // no space after that token
}

func (r *conlluReader) line(line string) error {
	switch {
	case line == "":
		r.flush()
		return nil
	case strings.HasPrefix(line, "# newdoc"):
		_, id, _ := strings.Cut(line, "= ")
		r.docs = append(r.docs, Document{ID: id})
		r.paragraph = true
		return nil
	case strings.HasPrefix(line, "# newpar"):
		r.paragraph = true
		return nil
	case line[0] == '#':
		return nil
	}
	col := strings.Split(line, "\t")
	if len(col) != conlluColumns {
		return fmt.Errorf("%d columns, want %d", len(col), conlluColumns)
	}
	glued := strings.Contains(col[colMisc], "SpaceAfter=No")
	if strings.Contains(col[colID], ".") {
		return nil
	}
	if _, last, ok := strings.Cut(col[colID], "-"); ok {
		var err error
		r.multiword, err = strconv.Atoi(last)
		r.glued = glued
		return err
	}
	return r.word(col, glued)
}

func (r *conlluReader) word(col []string, glued bool) error {
	id, err := strconv.Atoi(col[colID])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(col[colHead])
	if err != nil {
		return err
	}
	switch {
	case id < r.multiword:
		glued = true
	case id == r.multiword:
		glued = r.glued
	}
	r.sentence.Words = append(r.sentence.Words, Word{
		Form: col[colForm], Glued: glued, XPOS: col[colXPOS], Head: head - 1, Rel: col[colRel], Misc: col[colMisc],
	})
	return nil
}

func (r *conlluReader) flush() {
	if len(r.sentence.Words) == 0 {
		return
	}
	if len(r.docs) == 0 {
		r.docs = append(r.docs, Document{})
	}
	d := &r.docs[len(r.docs)-1]
	r.sentence.Paragraph = r.paragraph
	d.Sentences = append(d.Sentences, r.sentence)
	r.sentence, r.paragraph, r.multiword = Sentence{}, false, 0
}
