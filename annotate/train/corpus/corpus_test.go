package corpus_test

import (
	"testing"
	"testing/fstest"

	"quoth/annotate/train/corpus"
)

const treebank = `# newdoc id = one
# newpar
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
2.1	so	so	ADV	RB	_	_	_	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

1	Yes	yes	INTJ	UH	_	0	root	_	_

# newpar
1	End	end	NOUN	NN	_	0	root	_	_

`

func TestConllu(t *testing.T) {
	docs, err := corpus.Conllu("x.conllu", treebank)
	if err != nil {
		t.Fatal(err)
	}
	text, spans := docs[0].Text()
	if want := "Don't go. Yes\n\nEnd"; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	if at := spans[0][1]; text[at[0]:at[1]] != "n't" {
		t.Errorf("second word %q", text[at[0]:at[1]])
	}
	w := docs[0].Sentences[0].Words[0]
	if w.XPOS != "VB" || w.Head != 2 || w.Rel != "aux" || !w.Glued {
		t.Errorf("first word %+v", w)
	}
	if _, err := corpus.Conllu("x.conllu", "1\tDo\n"); err == nil {
		t.Error("a line with two columns: no error")
	}
}

func TestBIO(t *testing.T) {
	docs, err := corpus.BIO("x.tsv", "#doc a b\nIda\tB-PER\nMoreau\tI-PER\n\n#so\tO\n#not so\n\n#doc c\nGo\tO\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].ID != "a b" || len(docs[0].Sentences) != 2 || docs[0].Sentences[1].Words[0].Form != "#so" {
		t.Errorf("documents %+v", docs)
	}
	if _, err := corpus.BIO("x.tsv", "Ida\n"); err == nil {
		t.Error("a word without a tag: no error")
	}
}

func TestGlob(t *testing.T) {
	fsys := fstest.MapFS{
		"c/b.tsv": {Data: []byte("#doc b\nB\tO\n")},
		"c/a.tsv": {Data: []byte("#doc a\nA\tO\n")},
	}
	docs, err := corpus.Glob(fsys, "c/*.tsv", corpus.BIO)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].ID != "a" {
		t.Errorf("documents %+v, want a before b", docs)
	}
	if _, err := corpus.Glob(fsys, "d/*.tsv", corpus.BIO); err == nil {
		t.Error("no file matches: no error")
	}
}
