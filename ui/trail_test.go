package ui_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/diff"
	"quoth/ui/catalog"
	"quoth/ui/desk"
)

// changed is an App that reads an article of the library whose text has changed,
// opened from the command line or from the shelf.
func changed(t *testing.T, fromShelf bool, w, h int) *driver {
	t.Helper()
	const older = "“Angus was let down by people he trusted,” said Moira Kerr."
	const newer = "“Angus was failed by people he trusted,” said Moira Kerr."
	m := &memory{}
	reading := 0
	if fromShelf {
		reading = -1
	}
	o := m.options(newWorld(t).options(t, -1))
	l := newFakeLibrary(3)
	l.entries[0].ID, l.entries[0].Ref = "a1", "brief.html"
	l.reader = m
	o.Library, o.Act = l, l.Act
	if !fromShelf {
		o.Articles, o.Reading = []catalog.Entry{{Ref: "brief.html"}}, reading
	}
	opened := 0
	o.Load = func(ref string) (*model.Article, error) {
		if strings.HasPrefix(ref, catalog.ChangesPrefix) {
			return diff.Article("What changed: Minister quits", diff.Texts(older, newer)), nil
		}
		if ref == "brief.html" {
			opened++
		}
		if opened > 1 {
			t.Error("going back, the article is fetched again")
		}
		return &model.Article{ID: "a1", Title: "Minister quits", Text: newer, Blocks: []model.Block{{Span: model.Span{End: len(newer)}}}}, nil
	}
	o.Cite = func(a *model.Article) string { return a.Title }
	o.Annotate = func(a *model.Article) model.Annotations {
		end := strings.Index(a.Text, "said") - 1
		return model.Annotations{Quotes: []model.Quote{{
			ID: "q1", Kind: model.Direct, SpeakerName: "Moira Kerr", SpeakerKind: model.SpeakerPerson, Content: []model.Span{{End: end}},
		}}}
	}
	d := start(t, o, w, h)
	if fromShelf {
		d.press("enter")
	}
	return d
}

// TestNobodySaysWhatChanged: what stands there is of two texts at once.
func TestNobodySaysWhatChanged(t *testing.T) {
	d := changed(t, false, 120, 30)
	d.shows("Moira Kerr", "1 statement")
	d.press("C")
	d.shows("What changed: Minister quits", "let down failed", "gone is struck out, new is bold", "beside the article", "q back to the article")
	d.hides("statement", "Moira Kerr  ")
	d.press(") y")
	if d.clip != "" {
		t.Errorf("copied %q, which nobody said", d.clip)
	}
	d.press("L")
	d.shows("Notes are kept of the article")
	d.press("esc")
	for _, keys := range []string{"a", "A", "w", "c c", "s", "C", "Y"} {
		d.press(keys)
		d.wantStatus("q leads back to the article")
	}
	if d.clip != "" {
		t.Errorf("cited %q, which is no article", d.clip)
	}
}

// TestBackFromWhatChanged: to the article first, wherever that was opened.
func TestBackFromWhatChanged(t *testing.T) {
	for name, keys := range map[string]string{"back": "q", "jump": "ctrl+o", "mark": "' '"} {
		t.Run(name, func(t *testing.T) {
			d := changed(t, false, 80, 24)
			d.press("C " + keys)
			if d.quit {
				t.Fatal("it left the program")
			}
			d.shows("“Angus was failed", "Moira Kerr")
			d.hides("What changed")
			d.press("q")
			if !d.quit {
				t.Error("from the article it does not leave")
			}
		})
	}
	d := changed(t, true, 80, 24)
	d.press("C q")
	d.shows("“Angus was failed")
	d.press("q")
	d.shows("Title 1")
	d.press("enter C J") // another article is no way to this one
	d.press("q")
	d.shows("Title 1")
}

// TestBackFromANoteInAnotherArticle: along the whole way, to where one was.
func TestBackFromANoteInAnotherArticle(t *testing.T) {
	m := &memory{}
	w := newWorld(t, "seed.txt", "muscat-talks.md", "time-lady.md")
	o := m.options(w.options(t, 0))
	o.Articles = o.Articles[:1]
	o.Kept = func(a *model.Article) (string, model.Marks, error) { return a.Source, model.Marks{}, nil }
	o.Noted = func() ([]desk.Hit, error) {
		return []desk.Hit{
			{Ref: "muscat-talks.md", Title: "Muscat", Note: desk.Note{Note: model.Note{ID: "n1", Article: "x", Text: "one"}}},
			{Ref: "time-lady.md", Title: "Odessa", Note: desk.Note{Note: model.Note{ID: "n2", Article: "y", Text: "two"}}},
		}, nil
	}
	d := start(t, o, 80, 24)
	d.press("G g 2 ) } }")
	here := d.first()
	d.press("* enter")
	d.want("Tuna Crews")
	d.press("* j enter")
	d.want("Odessa")
	d.press("/ t h e enter i q") // what is marked is nothing open, the reasons are
	d.want("Odessa")
	d.press("q")
	d.want("Tuna Crews")
	d.press("ctrl+o")
	if d.first() != here {
		t.Fatalf("came back to %q, not to %q", d.first(), here)
	}
	d.press("ctrl+o") // the jumps in it are still there
	if d.first() == here {
		t.Error("the jump before that is forgotten")
	}
	d.press("q")
	if !d.quit {
		t.Error("q did not leave")
	}
}

// TestBackWhileAnotherArticleIsOpened: it is given up, and the one on the screen
// goes on, annotated or not. What it was, comes too late.
func TestBackWhileAnotherArticleIsOpened(t *testing.T) {
	d := begin(t, newWorld(t, "seed.txt", "muscat-talks.md").options(t, 0))
	d.releaseAll(isAnnotated)
	d.press("J q")
	for len(d.pending) > 0 {
		d.release(0)
	}
	if d.quit {
		t.Fatal("it left the program")
	}
	d.want("A senior U.S. official told Axios", "18 statements")
	d.wantNot("Tuna Crews", "opening")
}

// TestAnArticleThatDoesNotComeLeavesTheOtherAlone: it is annotated nevertheless.
func TestAnArticleThatDoesNotComeLeavesTheOtherAlone(t *testing.T) {
	w := newWorld(t, "seed.txt", "muscat-talks.md")
	o := w.options(t, 0)
	delete(w.articles, "muscat-talks.md")
	d := begin(t, o)
	d.releaseAll(isAnnotated)
	d.press("J")
	for len(d.pending) > 0 {
		d.release(0)
	}
	d.wantStatus("no such file")
	d.want("18 statements")
}

// TestWhatCannotBeOpenedIsNotOnTheWay: q then does what it did before.
func TestWhatCannotBeOpenedIsNotOnTheWay(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	o.Noted = func() ([]desk.Hit, error) {
		return []desk.Hit{{Ref: "gone.md", Title: "Gone", Note: desk.Note{Note: model.Note{ID: "n1", Article: "x", Text: "one"}}}}, nil
	}
	d := start(t, o, 80, 24)
	d.press("* enter")
	d.wantStatus("no such file")
	d.press("esc esc q")
	if !d.quit {
		t.Errorf("q did not leave:\n%s", d.screen())
	}
}
