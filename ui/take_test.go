package ui_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/ui/desk"
)

func TestNotesOfAllArticles(t *testing.T) {
	m := &memory{}
	w := newWorld(t, "seed.txt", "muscat-talks.md")
	o := m.options(w.options(t, 0))
	o.Kept = func(a *model.Article) (string, model.Marks, error) {
		var of model.Marks
		for _, n := range m.marks.Notes {
			if n.Article == a.Source {
				of.Notes = append(of.Notes, n)
			}
		}
		return a.Source, of, nil
	}
	o.Noted = func() ([]desk.Hit, error) {
		var hits []desk.Hit
		for _, n := range m.marks.Notes {
			ref := strings.TrimPrefix(n.Article, "sample/")
			hits = append(hits, desk.Hit{Ref: ref, Title: w.articles[ref].Title, Note: desk.Note{Note: n, Fit: anchor.Same}})
		}
		return hits, nil
	}
	d := start(t, o, 120, 36)
	d.press("9 ) a")
	d.write("alpha")
	d.press("enter J 3 ) a")
	d.write("omega")
	d.press("enter *")
	d.want("ALL NOTES", "alpha", "omega", "Muscat")
	d.press("F")
	d.write("alpha")
	d.press("enter")
	d.wantNot("omega")
	d.press("enter")
	d.wantStatus("alpha")
	d.want("10 of 18", "Abbas Araqchi  told")
	d.press("* j enter")
	d.wantStatus("omega")
	d.press("* enter")
	d.wantStatus("alpha")
}

// TestUnwrittenNote: what was typed is there again when the prompt was closed
// without keeping it.
func TestUnwrittenNote(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.play("9 ) a 'a long thought' esc")
	d.wantStatus("not kept; a brings your words back")
	m.want(t)
	d.play(") a esc ( a")
	d.wantStatus("a long thought")
	d.play("'!' enter")
	m.want(t, "|a long thought!|[]")
	d.play("a esc")
	if strings.Contains(d.status(), "not kept") {
		t.Error("nothing was typed, and something is said to be lost")
	}
	d.play("A 'all' esc")
	d.wantStatus("not kept; A brings your words back")
	d.play("A enter")
	m.want(t, "|a long thought!|[]", "|all|[]")
}

func TestExportAndCite(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	o.Export = func(a *model.Article) (string, error) { return "exported to " + a.Source + ".md", nil }
	o.Cite = func(a *model.Article) string { return "“" + a.Title + "”." }
	d := start(t, o, 120, 36)
	d.press("X")
	d.wantStatus("exported to sample/seed.txt.md")
	d.press("Y")
	if !strings.HasPrefix(d.clip, "“") || !strings.HasSuffix(d.clip, "”.") {
		t.Fatalf("copied %q", d.clip)
	}
	d.want("sent to the clipboard")
}
