package corpus

import (
	"fmt"
	"strings"
)

// BIO reads a corpus of names: a word and its tag a line, parted by a tab, a blank
// line after a sentence, "#doc ID" before a document. Other lines that begin with
// "#" and hold no tab are comments.
func BIO(name, text string) ([]Document, error) {
	var docs []Document
	var s Sentence
	flush := func() {
		if len(s.Words) == 0 {
			return
		}
		if len(docs) == 0 {
			docs = append(docs, Document{ID: name})
		}
		d := &docs[len(docs)-1]
		d.Sentences = append(d.Sentences, s)
		s = Sentence{}
	}
	for n, line := range strings.Split(text, "\n") {
		switch id, isDoc := strings.CutPrefix(line, "#doc "); {
		case line == "":
			flush()
		case isDoc && !strings.Contains(line, "\t"):
			flush()
			docs = append(docs, Document{ID: id})
		case line[0] == '#' && !strings.Contains(line, "\t"):
		default:
			form, tag, ok := strings.Cut(line, "\t")
			if !ok || tag == "" {
				return nil, fmt.Errorf("%s:%d: want a word, a tab and a tag", name, n+1)
			}
			s.Words = append(s.Words, Word{Form: form, Name: tag})
		}
	}
	flush()
	return docs, nil
}
