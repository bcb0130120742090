package scene_test

import (
	"testing"

	"quoth/annotate/doc"
	"quoth/annotate/mark"
	"quoth/annotate/scene"
	"quoth/annotate/sentence"
	"quoth/annotate/tag"
	"quoth/annotate/token"
	"quoth/model"
)

// look lays one utterance, whose content, cue and source are given by their
// bytes, over a text.
func look(t *testing.T, text string, q model.Quote) *scene.Scene {
	t.Helper()
	nouns, err := scene.LoadNouns()
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := tag.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Doc{Text: text}
	token.Split(d, nil)
	sentence.Split(d)
	mark.Fill(d)
	tagger.Annotate(d)
	if len(q.Content) > 0 {
		d.Quotes = []doc.Quote{{Quote: q, CueHead: -1, SourceHead: -1, Entity: -1}}
	}
	return scene.New(d, nouns)
}

func TestPhraseAt(t *testing.T) {
	for _, c := range []struct{ text, core string }{
		{"a packed news conference in Suva", "news conference"},
		{"the “Dawn Chorus” programme", "Dawn Chorus"},
		{"Court Hall No. 6, where", "Court Hall"},
		{"his car park on the hill", "car park"},
		{"a two-day summit in Suva", "summit"},
		{"a town-hall meeting", "town-hall meeting"},
		{"an e-mail to staff", "e-mail"},
		{"of the thing", ""},
	} {
		s := look(t, c.text, model.Quote{})
		p, got := s.PhraseAt(0), ""
		if p.End > p.First {
			got = s.SpanOf(s.Core(p)).In(c.text)
		}
		if got != c.core {
			t.Errorf("%q: got %q, want %q", c.text, got, c.core)
		}
	}
}

func TestClause(t *testing.T) {
	text := "On Monday Ada said that it rains in Rome. It rained."
	at := func(start, end int) []model.Span { return []model.Span{{Start: start, End: end}} }
	s := look(t, text, model.Quote{Content: at(19, 40), Cue: at(14, 18), Source: at(10, 13)})
	got := ""
	for _, i := range s.Clause(0) {
		got += s.Low(i) + " "
	}
	if want := "on monday ada said . "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if p := s.Position(0, 0, 2); !p.Before || !p.First || p.OwnSource {
		t.Errorf("position of the opening words: %+v", p)
	}
}
