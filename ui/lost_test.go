package ui_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/ui/desk"
)

// gone anchors words that stand in no article.
func gone(words string) model.Anchor {
	return model.Anchor{Exact: words, Prefix: "xylophone zebra", Suffix: "quartz jackdaw"}
}

// TestWhatIsLostIsTold: what the reader made of words that are not in the text
// any more is said when the article is opened, and listed with these words.
func TestWhatIsLostIsTold(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	m.marks.Notes = []model.Note{{ID: "n1", Article: "a1", Text: "why?", Passage: gone("words that nobody ever put into it")}}
	m.marks.Corrections = []model.Correction{
		{ID: "c1", Article: "a1", Kind: model.SetSpeaker, Speaker: "Ali Larijani", Content: []model.Anchor{gone("quite other words that he never said here")}},
		{ID: "c2", Article: "a1", Kind: model.SetWhen, When: &model.SaidWhen{Value: "2026-01-30"}, Content: []model.Anchor{gone("a third thing that is gone without trace")}},
	}
	d := start(t, o, 120, 36)
	d.wantStatus("1 note and 2 corrections lost")
	d.press("L")
	d.want("words that nobody ever", "orphan", "quite other words that he never said", "corrected: speaker: Ali Larijani", "lost: its words", "a third thing", "corrected: day: 2026-01-30")
	d.press("F")
	d.write("larijani")
	d.press("enter")
	d.want("quite other words")
	d.wantNot("a third thing", "words that nobody ever")
	d.press("enter")
	d.wantStatus("lost: its words")
	d.press("D")
	d.wantStatus("taken away")
	if len(m.marks.Corrections) != 1 || len(m.marks.Notes) != 1 {
		t.Fatalf("left are %+v", m.marks)
	}
	d.press("esc U")
	d.want("quite other words")
	if len(m.marks.Corrections) != 2 {
		t.Fatalf("not brought back: %+v", m.marks)
	}
}

// TestAllNotesFromTheShelf: they cover the shelf, can be searched, and lead to
// their articles.
func TestAllNotesFromTheShelf(t *testing.T) {
	m := &memory{}
	w := newWorld(t, "seed.txt", "muscat-talks.md")
	o := m.options(w.options(t, -1))
	text := w.articles["muscat-talks.md"].Text
	words := model.Span{Start: strings.Index(text, "\n\n") + 2}
	words.End = words.Start + 20
	m.marks.Notes = []model.Note{
		{ID: "n1", Article: "a1", Text: "alpha", Passage: anchor.New(text, words)},
		{ID: "n2", Article: "a1", Text: "omega", Passage: gone("words that nobody ever put into it")},
	}
	o.Noted = func() ([]desk.Hit, error) {
		return []desk.Hit{
			{Ref: "muscat-talks.md", Title: "Talks in Muscat, and what came of them", Note: desk.Note{Note: m.marks.Notes[0], Span: words, Fit: anchor.Same}},
			{Ref: "muscat-talks.md", Title: "Talks in Muscat, and what came of them", Note: desk.Note{Note: m.marks.Notes[1], Fit: anchor.Lost}},
		}, nil
	}
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
		d := start(t, o, size[0], size[1])
		d.press("*")
		d.want("ALL NOTES", "Talks in Muscat", "alpha")
		d.press("G")
		d.want("omega", "orphan")
		d.press("/")
		d.write("omega")
		d.press("enter")
		d.wantNot("alpha")
		d.press("s D a") // nothing of the shelf below is meant
		d.press("esc esc")
		d.wantNot("ALL NOTES")
		d.press("* g enter")
		d.wantStatus("alpha")
		d.press("q *")
		d.resize(20, 36) // the title takes more lines, and the same note stays the chosen one
		d.resize(size[0], size[1])
		d.press("enter")
		d.wantStatus("alpha")
		d.press("q")
		d.wantNot("ALL NOTES")
		if len(m.marks.Notes) != 2 {
			t.Fatalf("left are %+v", m.marks.Notes)
		}
	}
}
