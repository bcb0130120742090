package library

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
)

const bridge = "The bridge stays closed, the council said on Tuesday. \"We found cracks,\" said Mara Lindqvist."

// bridgeQuotes are what an engine may say of bridge.
func bridgeQuotes() *model.Annotations {
	span := func(words string) model.Span {
		at := strings.Index(bridge, words)
		return model.Span{Start: at, End: at + len(words)}
	}
	return &model.Annotations{
		Entities: []model.Entity{{ID: "e1", Type: model.Person, Name: "Mara Lindqvist", Mentions: []model.Span{span("Mara Lindqvist")}}},
		Quotes: []model.Quote{
			{ID: "q1", Kind: model.Indirect, Content: []model.Span{span("The bridge stays closed")}, SpeakerName: "the council", SpeakerKind: model.SpeakerOrganisation},
			{ID: "q2", Kind: model.Direct, Content: []model.Span{span("\"We found cracks,\"")}, Speaker: "e1", SpeakerName: "Mara Lindqvist", SpeakerKind: model.SpeakerPerson},
		},
	}
}

// bridgeLibrary keeps one article with its annotations.
func bridgeLibrary(t *testing.T) (l *Library, c *clock, id string) {
	t.Helper()
	l, c = newLibrary(t)
	id = keep(t, l, article("https://example.org/bridge", "Harbour news", bridge))
	if err := l.KeepAnnotations(t.Context(), Dated{Hash: TextHash(bridge)}, "1", bridgeQuotes()); err != nil {
		t.Fatal(err)
	}
	return l, c, id
}

// note makes a note on words of bridge, of none on the whole article.
func note(id, article, words, text string, at time.Time, tags ...string) model.Note {
	n := model.Note{ID: id, Article: article, Text: text, Tags: tags, Created: at, Changed: at}
	if i := strings.Index(bridge, words); words != "" && i >= 0 {
		n.Passage = anchor.New(bridge, model.Span{Start: i, End: i + len(words)})
	}
	return n
}

func add(n model.Note) model.Action {
	return model.Action{Notes: []model.Edit[model.Note]{{After: &n}}}
}

func do(t *testing.T, l *Library, a model.Action) {
	t.Helper()
	if err := l.Act(t.Context(), a); err != nil {
		t.Fatal(err)
	}
}

func marks(t *testing.T, l *Library, id string) model.Marks {
	t.Helper()
	m, err := l.Marks(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestNotesAreKept(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	n := note("11111111", id, "We found cracks", "Ask for\nthe report", c.Time, "safety", "water")
	n.Kind = model.NoteCheck
	do(t, l, add(n))
	whole := note("22222222", id, "", "good piece", c.Add(time.Second))
	do(t, l, add(whole))
	if diff := cmp.Diff([]model.Note{n, whole}, marks(t, l, id).Notes); diff != "" {
		t.Error(diff)
	}
	changed := n
	changed.Text, changed.Tags, changed.Changed = "Asked", nil, c.Add(time.Minute)
	edit := model.Action{Notes: []model.Edit[model.Note]{{Before: &n, After: &changed}}}
	do(t, l, edit)
	if err := l.Act(t.Context(), edit); !errors.Is(err, model.ErrChanged) {
		t.Errorf("an edit of a note that is another by now: %v", err)
	}
	both := model.Action{Notes: []model.Edit[model.Note]{{Before: &whole}, {Before: &n}}}
	if err := l.Act(t.Context(), both); !errors.Is(err, model.ErrChanged) || len(marks(t, l, id).Notes) != 2 {
		t.Errorf("half of an action was carried out: %v", err)
	}
	lost := note("33333333", "nowhere", "", "", c.Time)
	if err := l.Act(t.Context(), add(lost)); !errors.Is(err, ErrNotFound) {
		t.Errorf("a note on no article: %v", err)
	}
	sound(t, l)
}

func TestNoteIDs(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	n := note("", id, "We found cracks", "", c.Time)
	first, err := l.NoteID(t.Context(), "https://example.org/bridge", n.Passage)
	if err != nil {
		t.Fatal(err)
	}
	n.ID = first
	do(t, l, add(n))
	if second, err := l.NoteID(t.Context(), "https://example.org/bridge", n.Passage); err != nil || second == first {
		t.Errorf("two notes on one passage: %s and %s, %v", first, second, err)
	}
}

func TestNotesAreFound(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	other := keep(t, l, article("https://example.org/x", "Other news", "The same words"))
	do(t, l, add(note("1", id, "We found cracks", "ask the engineer", c.Time, "safety")))
	do(t, l, add(note("2", id, "Tuesday", "", c.Add(24*time.Hour))))
	do(t, l, add(note("3", other, "", "the engineer again", c.Time)))
	for q, want := range map[string]string{
		"":                    "3 2 1",
		"engineer":            "3 1",
		"engineer -again":     "1",
		"cracks":              "1",
		"tag:safety":          "1",
		"tag:Saf*":            "1",
		"title:harbour":       "2 1",
		"harbour tuesday":     "2",
		"after:2026-02-03":    "2",
		"speaker:lindqvist":   "2 1",
		"bridge":              "", // stands in the article, not in a note
		"engineer OR tuesday": "3 2 1",
	} {
		hits, err := l.Notes(t.Context(), parse(t, l, q), Window{})
		if err != nil {
			t.Errorf("%q: %v", q, err)
			continue
		}
		var got []string
		for _, h := range hits {
			if h.Entry.ID != h.Note.Article {
				t.Errorf("note %s comes with article %s", h.Note.ID, h.Entry.ID)
			}
			got = append(got, h.Note.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q finds %q, want %q", q, got, want)
		}
	}
	if tags, err := l.NoteTags(t.Context()); err != nil || fmt.Sprint(tags) != "[{safety 1}]" {
		t.Errorf("tags %v, %v", tags, err)
	}
	if ids, err := l.Marked(t.Context(), parse(t, l, "bridge")); err != nil || len(ids) != 1 || ids[0] != id {
		t.Errorf("marked articles %v, %v", ids, err)
	}
	for q, want := range map[string]bool{"tag:safety": true, "tag:safe": false, "-tag:safety": false} {
		if ids, err := l.Marked(t.Context(), parse(t, l, q)); err != nil || slices.Contains(ids, id) != want {
			t.Errorf("%s: marked articles %v, %v", q, ids, err)
		}
	}
	x := article("https://example.org/bridge", "Port paper", bridge)
	keep(t, l, x)
	if hits, err := l.Notes(t.Context(), parse(t, l, "title:port cracks"), Window{}); err != nil || len(hits) != 1 {
		t.Errorf("by the article's new title: %d, %v", len(hits), err)
	}
	sound(t, l)
}

func TestNotesOutliveTheirArticle(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	do(t, l, add(note("1", id, "We found cracks", "", c.Time)))
	if _, err := l.Change(t.Context(), model.Change{Flag: model.FlagDeleted, On: []string{id}}); err != nil {
		t.Fatal(err)
	}
	c.pass(2 * keepDeleted)
	if _, _, err := l.Vacuum(t.Context()); err != nil {
		t.Fatal(err)
	}
	if hits, err := l.Notes(t.Context(), parse(t, l, ""), Window{}); err != nil || len(hits) != 1 {
		t.Errorf("%d notes, %v", len(hits), err)
	}
	if text, err := l.Text(t.Context(), id); err != nil || text.Plain != bridge {
		t.Errorf("the text of a noted article is %q, %v", text.Plain, err)
	}
	sound(t, l)
}

func TestCorrectionsAreFound(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	speakers := func() string {
		hits, err := l.Quotes(t.Context(), parse(t, l, "speaker:ida"), Window{})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, h := range hits {
			out = append(out, h.Quote.SpeakerName+": "+h.Words)
		}
		return strings.Join(out, "; ")
	}
	set := correct.OfQuote(model.SetSpeaker, id, bridge, &bridgeQuotes().Quotes[1])
	set.Speaker, set.SpeakerKind = "Ida Moreau", model.SpeakerPerson
	action := correct.Make(marks(t, l, id), set, c.Time)
	do(t, l, action)
	if got := speakers(); got != `Ida Moreau: "We found cracks,"` {
		t.Errorf("corrected: %s", got)
	}
	// A new engine is corrected too.
	if err := l.KeepAnnotations(t.Context(), Dated{Hash: TextHash(bridge)}, "2", bridgeQuotes()); err != nil {
		t.Fatal(err)
	}
	if got := speakers(); got != `Ida Moreau: "We found cracks,"` {
		t.Errorf("corrected anew: %s", got)
	}
	one := correct.Make(marks(t, l, id), model.Correction{Kind: model.OneName, Name: "the council", Other: "Ida Moreau"}, c.Add(time.Second))
	do(t, l, one)
	if got := speakers(); got != `Ida Moreau: The bridge stays closed; Ida Moreau: "We found cracks,"` {
		t.Errorf("one name everywhere: %s", got)
	}
	do(t, l, one.Inverse())
	do(t, l, action.Inverse())
	if got := speakers(); got != "" {
		t.Errorf("undone: %s", got)
	}
	sound(t, l)
}

// TestUndoInTheLibrary does many things and undoes them all: what is kept is at
// every step what it was.
func TestUndoInTheLibrary(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	r := rand.New(rand.NewPCG(5, 6))
	var states []model.Marks
	var h correct.History
	for i := range 60 {
		c.pass(time.Second)
		now := marks(t, l, id)
		states = append(states, now)
		a := add(note(strconv.Itoa(i), id, "Tuesday", fmt.Sprint("text ", i), c.Time))
		switch n := len(now.Notes); {
		case r.IntN(4) == 0:
			a = correct.Make(now, correct.OfQuote(model.Dismiss, id, bridge, &bridgeQuotes().Quotes[r.IntN(2)]), c.Time)
		case n > 0 && r.IntN(2) == 0:
			before := now.Notes[r.IntN(n)]
			after := before
			after.Text += "!"
			a = model.Action{Notes: []model.Edit[model.Note]{{Before: &before, After: &after}}}
		case n > 0 && r.IntN(3) == 0:
			a = model.Action{Notes: []model.Edit[model.Note]{{Before: &now.Notes[r.IntN(n)]}}}
		}
		do(t, l, a)
		h.Did(a)
	}
	for len(states) > 0 {
		a, _ := h.Undo()
		do(t, l, a)
		last := len(states) - 1
		if diff := cmp.Diff(states[last], marks(t, l, id), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		states = states[:last]
	}
	sound(t, l)
}

func TestMarksInExports(t *testing.T) {
	l, c, id := bridgeLibrary(t)
	do(t, l, add(note("1", id, "We found cracks", "look", c.Time, "safety")))
	do(t, l, add(note("2", id, "", "whole", c.Add(time.Second))))
	set := correct.OfQuote(model.SetWhen, id, bridge, &bridgeQuotes().Quotes[1])
	set.When = &model.SaidWhen{Value: "2026-02-03", Words: anchor.New(bridge, model.Span{Start: 46, End: 53})}
	do(t, l, correct.Make(model.Marks{}, set, c.Time))
	where := correct.OfQuote(model.SetWhere, id, bridge, &bridgeQuotes().Quotes[1])
	where.Where = []model.SaidWhere{{Kind: model.WherePlace, Name: "Port"}}
	do(t, l, correct.Make(model.Marks{}, where, c.Time))
	do(t, l, correct.Make(model.Marks{}, model.Correction{Kind: model.OneName, Name: "A", Other: "B"}, c.Time))

	var out bytes.Buffer
	if _, err := l.Export(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	other := openAt(t, filepath.Join(t.TempDir(), "other.db"), c)
	for range 2 { // the second time there is nothing new
		in, err := other.Import(t.Context(), bytes.NewReader(out.Bytes()))
		if err != nil || len(in.Faults) > 0 {
			t.Fatal(err, in.Faults)
		}
		if diff := cmp.Diff(marks(t, l, id), marks(t, other, id)); diff != "" {
			t.Error(diff)
		}
	}
	sound(t, other)
}
