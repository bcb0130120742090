package corpus_test

import (
	"testing"

	"quoth/annotate/train/corpus"
	"quoth/model"
)

const marked = `title: Ferry talks stall
published: 2026-02-03
style: wire
---
<PLACE n="Ankara">ANKARA</PLACE> — <src q="1"><NORP>Turkish</NORP> envoy <PERSON>Kemal Arslan</PERSON></src> <cue q="1 2">told</cue> <where q="1" kind="medium"><to q="1"><ORG>CNN</ORG></to></where> <when q="1" v="2026-02-01">on <DATE v="2026-02-01">Sunday</DATE></when> <c q="1" sp="Kemal Arslan" k="person">that 3 < 4</c>.

<c q="2" sp="Kemal Arslan" k="person" iwhere="medium:CNN;place:Ankara" iwhen="2026-02-01">"We are close,"</c> he <c q="2">"Very."</c>
`

func TestReadArticle(t *testing.T) {
	a, err := corpus.ReadArticle(marked)
	if err != nil {
		t.Fatal(err)
	}
	want := "ANKARA — Turkish envoy Kemal Arslan told CNN on Sunday that 3 < 4.\n\n\"We are close,\" he \"Very.\"\n"
	if a.Text != want {
		t.Fatalf("text %q, want %q", a.Text, want)
	}
	if a.Title != "Ferry talks stall" || a.Published.String() != "2026-02-03" || a.Style != "wire" {
		t.Errorf("header %q %q %q", a.Title, a.Published, a.Style)
	}
	var names []string
	for _, m := range a.Mentions {
		names = append(names, string(m.Type)+" "+m.In(a.Text)+" "+m.Name+m.Value)
	}
	wantNames := []string{"PLACE ANKARA Ankara", "NORP Turkish Turkish", "PERSON Kemal Arslan Kemal Arslan", "ORG CNN CNN", "DATE Sunday Sunday2026-02-01"}
	for i, w := range wantNames {
		if i >= len(names) || names[i] != w {
			t.Fatalf("mentions %q, want %q", names, wantNames)
		}
	}
	if len(a.Utterances) != 2 {
		t.Fatalf("%d utterances, want 2", len(a.Utterances))
	}
	first, second := a.Utterances[0], a.Utterances[1]
	if got := first.Content[0].In(a.Text); got != "that 3 < 4" {
		t.Errorf("content %q", got)
	}
	if first.When.Value != "2026-02-01" || first.When.In(a.Text) != "on Sunday" || first.When.Inherited {
		t.Errorf("when %+v", first.When)
	}
	if len(first.Where) != 1 || first.Where[0].Kind != model.WhereMedium || first.Where[0].Name != "CNN" {
		t.Errorf("where %+v", first.Where)
	}
	if len(second.Content) != 2 || len(second.Cue) != 1 || len(second.Where) != 2 || !second.When.Inherited {
		t.Errorf("second utterance %+v", second)
	}
	if second.Speaker != "Kemal Arslan" || second.SpeakerKind != model.SpeakerPerson {
		t.Errorf("speaker %q, %q", second.Speaker, second.SpeakerKind)
	}
}

func TestReadArticleErrors(t *testing.T) {
	for name, body := range map[string]string{
		"no header":    "just text",
		"not closed":   "title: x\n---\n<ORG>Acme",
		"crossed":      "title: x\n---\n<ORG><PLACE>Acme</ORG></PLACE>",
		"no number":    "title: x\n---\n<cue>said</cue>",
		"no content":   "title: x\n---\n<cue q=\"1\">said</cue>",
		"empty":        "title: x\n---\n<ORG> </ORG>",
		"broken date":  "title: x\npublished: May\n---\ntext",
		"not a number": "title: x\n---\n<cue q=\"one\">said</cue>",
	} {
		if _, err := corpus.ReadArticle(body); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
