package corpus

import (
	"quoth/annotate/doc"
	"quoth/annotate/token"
	"quoth/model"
)

// Doc gives the document with the corpus's own tokens, sentences and tags, and a
// block a paragraph. A tag that doc does not know is TagXX.
func (d *Document) Doc() *doc.Doc {
	text, spans := d.Text()
	out := &doc.Doc{Text: text}
	for i, s := range d.Sentences {
		first := len(out.Tokens)
		for k, w := range s.Words {
			t := doc.Token{Span: model.Span{Start: spans[i][k][0], End: spans[i][k][1]}, Tag: doc.TagOf(w.XPOS), Head: -1}
			if t.Tag == doc.TagNone {
				t.Tag = doc.TagXX
			}
			out.Tokens = append(out.Tokens, t)
		}
		if s.Paragraph || i == 0 {
			out.Blocks = append(out.Blocks, doc.Block{Span: out.Tokens[first].Span, First: first})
		}
		b := &out.Blocks[len(out.Blocks)-1]
		b.End, b.Span.End = len(out.Tokens), out.Tokens[len(out.Tokens)-1].End
		out.Sentences = append(out.Sentences, doc.Sentence{First: first, End: len(out.Tokens), Block: len(out.Blocks) - 1})
	}
	token.Index(out)
	return out
}

// Docs gives the documents of several.
func Docs(all []Document) []*doc.Doc {
	docs := make([]*doc.Doc, len(all))
	for i := range all {
		docs[i] = all[i].Doc()
	}
	return docs
}
