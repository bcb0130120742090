package corpus

import (
	"strings"

	"quoth/annotate/doc"
	"quoth/annotate/token"
	"quoth/model"
)

// Doc gives the document with the corpus's own tokens, sentences, tags and trees,
// and a block a paragraph. A tag that doc does not know is TagXX; a relation that
// it does not know goes without its subtype.
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
			if w.Rel != "" {
				t.Rel = relOf(w.Rel)
				if w.Head >= 0 {
					t.Head = int32(first + w.Head)
				}
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

func relOf(name string) doc.Rel {
	if r := doc.RelOf(name); r != doc.RelNone {
		return r
	}
	base, _, _ := strings.Cut(name, ":")
	if r := doc.RelOf(base); r != doc.RelNone {
		return r
	}
	return doc.RelDep
}

// Docs gives the documents of several.
func Docs(all []Document) []*doc.Doc {
	docs := make([]*doc.Doc, len(all))
	for i := range all {
		docs[i] = all[i].Doc()
	}
	return docs
}
