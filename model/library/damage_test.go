package library

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"quoth/model"
)

// damage carries out statements that no program of the library's would.
func damage(t *testing.T, l *Library, statements ...string) {
	t.Helper()
	err := l.change(t.Context(), "damage", func(tx *txn) error {
		for _, s := range statements {
			if _, err := tx.Exec(s); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestADamagedRowCostsNoOther: what is damaged in one row is missing there, is
// named by Check, and nothing else is lost or out of reach.
func TestADamagedRowCostsNoOther(t *testing.T) {
	l, _ := newLibrary(t)
	var ids []string
	for _, title := range []string{"A", "B", "C"} {
		x := article("https://example.org/"+title, title, "words of "+title)
		x.Published, x.Authors, x.Tags = day(5), []string{"Jo"}, []string{"port"}
		ids = append(ids, keep(t, l, x))
	}
	said := &model.Annotations{Quotes: []model.Quote{{ID: "q1", Content: []model.Span{{End: 5}}, SpeakerName: "Jo"}}}
	for i, id := range ids {
		text, err := l.Text(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.KeepAnnotations(t.Context(), Dated{text.Hash, model.Stamp{Time: day(5).Time}}, "1", said); err != nil {
			t.Fatal(err)
		}
		n := model.Note{ID: string("abc"[i]) + "0000000", Article: id, Text: "note on " + id, Tags: []string{"check"}}
		c := model.Correction{ID: id, Article: id, Kind: model.Confirm}
		do(t, l, model.Action{Notes: []model.Edit[model.Note]{{After: &n}}, Corrections: []model.Edit[model.Correction]{{After: &c}}})
	}
	damage(t, l,
		"UPDATE entry SET published = 'garbage' WHERE id = 1", "UPDATE entry SET authors = '{bad' WHERE id = 2", "UPDATE note SET tags = '[' WHERE id = 1",
		"UPDATE correction SET data = '{' WHERE id = 2", "UPDATE annotation SET data = x'00' WHERE hash = (SELECT hash FROM text WHERE id = 3)")

	entries, err := l.List(t.Context(), parse(t, l, ""), Window{})
	if err != nil || len(entries) != 3 {
		t.Fatalf("%d articles are listed, %v", len(entries), err)
	}
	for _, e := range entries {
		if (e.Title == "C") != (e.Warning == "") {
			t.Errorf("of article %s it is said: %q", e.Title, e.Warning)
		}
	}
	if hits, err := l.Notes(t.Context(), parse(t, l, ""), Window{}); err != nil || len(hits) != 3 {
		t.Errorf("%d notes are listed, %v", len(hits), err)
	}
	if hits, err := l.Quotes(t.Context(), parse(t, l, ""), Window{}); err != nil || len(hits) != 2 {
		t.Errorf("%d quotations are listed, want those of two articles, %v", len(hits), err)
	}
	faults, err := l.Check(t.Context())
	if err != nil || len(faults) != 5 {
		t.Errorf("check says %q, %v", faults, err)
	}
	for i, want := range []string{"authors are damaged", "tags are damaged", "correction " + ids[1], "its date is damaged: \"garbage\"", "the engine said"} {
		if i < len(faults) && !strings.Contains(faults[i], want) {
			t.Errorf("fault %q, want %q", faults[i], want)
		}
	}
	var out bytes.Buffer
	done, err := l.Export(t.Context(), &out)
	if err != nil || done.Articles != 3 || len(done.Faults) != 2 {
		t.Fatalf("exported %+v, %v", done, err)
	}
	to, _ := newLibrary(t)
	in, err := to.Import(t.Context(), &out)
	if err != nil || in.New != 3 || len(in.Faults) > 0 {
		t.Fatalf("imported %+v, %v", in, err)
	}
	if got := titles(t, to, "tag:port"); got != "A C B" { // the first has no date any more
		t.Errorf("in the other library there are %q", got)
	}

	// The date can be set anew.
	m := marks(t, l, ids[0])
	do(t, l, model.Action{Datings: []model.Edit[model.Dating]{{Before: &m.Dating, After: &model.Dating{Article: ids[0], Published: day(7), ByHand: true}}}})
	if got := titles(t, l, "after:2026-01-06"); got != "A" {
		t.Errorf("dated anew, %q is found", got)
	}
}

// TestADamagedPageCostsNoOther: of a file with a page of rubbish in it, export
// saves what can be read.
func TestADamagedPageCostsNoOther(t *testing.T) {
	file := t.TempDir() + "/library.db"
	l := openAt(t, file, newClock())
	const articles = 60
	for i := range articles {
		keep(t, l, article("", string(rune('A'+i)), strings.Repeat(string(rune('A'+i))+" words ", 400)))
	}
	if _, _, err := l.Vacuum(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.LastIndex(data, []byte("H words H words H words"))
	at -= at % 4096
	for i := range 4096 {
		data[at+i] = 0xA5
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, file, newClock())
	var out bytes.Buffer
	done, err := l.Export(t.Context(), &out)
	if err != nil || done.Articles < articles-10 {
		t.Errorf("exported %+v, %v", done, err)
	}
	to, _ := newLibrary(t)
	if in, err := to.Import(t.Context(), &out); err != nil || in.New != done.Articles {
		t.Errorf("imported %+v, %v", in, err)
	}
	faults, err := l.Check(t.Context())
	if len(faults) == 0 && !errors.Is(err, ErrCorrupt) {
		t.Errorf("check says %q, %v", faults, err)
	}
}
