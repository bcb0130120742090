package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
	"quoth/model/library"
	"quoth/model/source"
)

// The sample article that was read with a pencil, and what was exported of it.
const (
	markedSample = "../../sample/lost-lake.md"
	exportSample = "../../sample/export/lost-lake.md"
)

// TestSampleExport: the export that README shows is what the program writes, byte
// for byte. With -update it is written anew.
func TestSampleExport(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "library.db")
	markSample(t, file)
	out, err := exec.Command("quoth", "--library", file, "export", "--out", filepath.Join(dir, "notes")).Output()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "notes", filepath.Base(strings.TrimSpace(string(out)))))
	if err != nil {
		t.Fatal(err)
	}
	if update() {
		if err := os.WriteFile(exportSample, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(exportSample)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the program writes; -update writes it anew (-want +got):\n%s", exportSample, cmp.Diff(string(want), string(got)))
	}
}

// markSample makes a library in which a reader marked the sample: notes on two
// quotations, on other words and on the whole, a confirmation, a speaker and a
// place put right.
func markSample(t *testing.T, file string) {
	t.Helper()
	now := time.Date(2025, 7, 18, 9, 30, 0, 0, time.UTC)
	data, err := os.ReadFile(markedSample)
	if err != nil {
		t.Fatal(err)
	}
	x, err := (&source.Opener{Warn: func(err error) { t.Error(err) }}).Extract("lost-lake.md", data)
	if err != nil {
		t.Fatal(err)
	}
	l, err := library.Open(t.Context(), file, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	kept, err := l.Keep(t.Context(), *x)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := annotate.New()
	if err != nil {
		t.Fatal(err)
	}
	ann := engine.Annotate(&x.Article)
	quote := func(words string) *model.Quote {
		for i := range ann.Quotes {
			if strings.Contains(cover(&ann.Quotes[i]).In(x.Text), words) {
				return &ann.Quotes[i]
			}
		}
		t.Fatalf("nobody says %q", words)
		return nil
	}
	var act model.Action
	note := func(s model.Span, kind model.NoteKind, text string, tags ...string) {
		n := model.Note{Article: kept.ID, Kind: kind, Text: text, Tags: tags, Created: now, Changed: now}
		if !s.Empty() {
			n.Passage = anchor.New(x.Text, s)
		}
		if n.ID, err = l.NoteID(t.Context(), x.Source, n.Passage); err != nil {
			t.Fatal(err)
		}
		act.Notes = append(act.Notes, model.Edit[model.Note]{After: &n})
	}
	correction := func(c model.Correction) {
		act.Corrections = append(act.Corrections, correct.Make(model.Marks{}, c, now).Corrections...)
	}
	tank, portion, batsman := quote("The tank is shown in blue"), quote("On the dry portion"), quote("But a batsman should know")
	const next = "The matter will be taken up next on July 31 at 10.30 a.m."
	hearing := strings.Index(x.Text, next)
	note(model.Span{}, "", "How many other tanks turned green in 1998? Ask the survey office.", "hemagiri")
	note(cover(tank), model.NoteCheck, "Get all three maps: 1904, 1961, 1998.\n\nWho signed the entry of 1998?", "hemagiri", "maps")
	note(model.Span{Start: hearing, End: hearing + len(next)}, "", "In the calendar.", "dates")
	note(cover(batsman), model.NoteImportant, "")
	place := correct.OfQuote(model.SetWhere, kept.ID, x.Text, tank)
	place.Where = []model.SaidWhere{{Kind: model.WhereVenue, Name: "Court Hall No. 6"}}
	correction(place)
	speaker := correct.OfQuote(model.SetSpeaker, kept.ID, x.Text, portion)
	speaker.Speaker, speaker.SpeakerKind = "P.V. Anantharaman", model.SpeakerPerson
	correction(speaker)
	correction(correct.OfQuote(model.Confirm, kept.ID, x.Text, batsman))
	if err := l.Act(t.Context(), act); err != nil {
		t.Fatal(err)
	}
}

// cover is the stretch from the first word of a quotation to its last.
func cover(q *model.Quote) model.Span {
	return model.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}
