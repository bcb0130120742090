package export

import (
	"slices"
	"strings"
	"testing"
	"time"

	"quoth/model"
	"quoth/model/anchor"
)

// ids gives the name of each quotation of a document by its words.
func ids(d Document) map[string]string {
	out := map[string]string{}
	for _, it := range d.Items {
		out[it.Words] = it.ID
	}
	return out
}

// TestQuotationsKeepTheirNames: when a new engine draws borders otherwise, when
// the text changes, when a note is made.
func TestQuotationsKeepTheirNames(t *testing.T) {
	const text = "“No,” said Jo.\n\n“No,” said Ida. “We found cracks in three of the eleven piers,” she said, and left.\n"
	entry := model.Entry{ID: "a", Source: "https://example.org/a"}
	at := func(text, words string, nth int) model.Span {
		s := model.Span{}
		for range nth + 1 {
			s.Start = s.End + strings.Index(text[s.End:], words)
			s.End = s.Start + len(words)
		}
		return s
	}
	quotes := func(spans ...model.Span) model.Annotations {
		var ann model.Annotations
		for _, s := range spans {
			ann.Quotes = append(ann.Quotes, model.Quote{Content: []model.Span{s}, Kind: model.Direct})
		}
		return ann
	}
	first := New(entry, text, quotes(at(text, "“No,”", 0), at(text, "“No,”", 1), at(text, "“We found cracks in three of the eleven piers,”", 0)), model.Marks{}, Options{All: true})
	if len(first.Minted) != 3 || len(first.Items) != 3 || first.Items[0].ID == first.Items[1].ID {
		t.Fatalf("minted %+v", first.Minted)
	}
	again := New(entry, text, first.Annotations, model.Marks{}, Options{All: true, Names: first.Minted})
	if len(again.Minted) != 0 || !slices.EqualFunc(first.Items, again.Items, func(x, y Item) bool { return x.ID == y.ID }) {
		t.Errorf("again: minted %+v", again.Minted)
	}

	other := "Update: new.\n\n" + text
	wider := at(other, "“We found cracks in three of the eleven piers,” she said", 0)
	later := New(entry, other, quotes(at(other, "“No,”", 0), at(other, "“No,”", 1), wider), model.Marks{}, Options{All: true, Names: first.Minted})
	for i := range later.Items {
		if later.Items[i].ID != first.Items[i].ID {
			t.Errorf("%q was %s and is %s", later.Items[i].Words, first.Items[i].ID, later.Items[i].ID)
		}
	}

	note := model.Note{ID: "00000001", Article: "a", Passage: anchor.New(text, at(text, "“No,”", 0)), Created: time.Unix(1, 0)}
	noted := New(entry, text, first.Annotations, model.Marks{Notes: []model.Note{note}}, Options{All: true, Names: first.Minted})
	if noted.Items[0].ID != "q-00000001" || noted.Items[1].ID != first.Items[1].ID || noted.Items[2].ID != first.Items[2].ID {
		t.Errorf("with a note: %v, want %v", ids(noted), ids(first))
	}
}

func TestNameOf(t *testing.T) {
	const text = "zero one two three four five six seven eight nine ten"
	name := func(id string, start, end int) model.QuoteName {
		return model.QuoteName{ID: id, Passage: anchor.New(text, model.Span{Start: start, End: end})}
	}
	names := Names(anchor.In(text), []model.QuoteName{name("a", 0, 8), name("b", 5, 18), name("c", 30, 40)})
	free := func(string) bool { return false }
	for _, c := range []struct {
		s    model.Span
		want string
	}{
		{model.Span{Start: 0, End: 8}, "a"},
		{model.Span{Start: 0, End: 18}, "b"},
		{model.Span{Start: 5, End: 13}, "b"},
		{model.Span{Start: 20, End: 32}, ""},
		{model.Span{Start: 0, End: 53}, ""},
	} {
		if got, _ := names.Of(c.s, free); got != c.want {
			t.Errorf("%q is called %q, want %q", c.s.In(text), got, c.want)
		}
	}
	if got, ok := names.Of(model.Span{Start: 0, End: 8}, func(id string) bool { return id == "a" }); ok {
		t.Errorf("a taken name is given again: %q", got)
	}
}
