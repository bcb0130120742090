package cli

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
	"quoth/model/library"
	"quoth/model/query"
)

// texts are articles in which code points, UTF-16 units and bytes differ, words
// stand more than once, and blanks are of many kinds.
var texts = []string{
	"Bridge closed until spring\n\nBy Ida Moreau\n\nThe bridge is shut 😀, said Mara Lindqvist. “The bridge is shut,” she said.\n\nThe bridge is shut.\n",
	"👩‍👩‍👧 e\u0301tude\n\n首相は「橋を閉鎖する」と述べた。橋は、橋は、橋は。\n\nLe pont est ferme\u0301,\u00a0dit-elle : «\u202foui\u202f».\n",
	"One line\nand another one\nof a third kind, \"quoted, with commas\"; said Jo Lee.\n\n  indented\ttabs  \n\nlast words",
}

// shelfOf makes a library of the texts, and gives the ids of its articles.
func shelfOf(t testing.TB, file string) (*library.Library, []string) {
	t.Helper()
	l, err := library.Open(t.Context(), file, func() time.Time { return time.Date(2026, 11, 18, 9, 0, 0, 0, time.UTC) })
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i, text := range texts {
		x := model.Extract{
			Article: model.Article{Title: fmt.Sprintf("Title, %d “x”", i), Authors: []string{"Ida Moreau", "Jo"}[:i%3], Source: []string{"https://example.org/a", "/home/reader/b.txt", ""}[i], Text: text},
			Words:   model.Text{Format: model.FormatText, Origin: model.FromFile, Plain: text, Body: text},
		}
		kept, err := l.Keep(t.Context(), x)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, kept.ID)
	}
	return l, ids
}

// drawNotes makes notes of every kind on the texts.
func drawNotes(t *rapid.T, ids []string) []model.Note {
	words := rapid.SampledFrom([]string{"", "why?", "two\n\nparagraphs\n> cited", ".dot first", "— said by me", "é 😀 \"x\", y", "#tag; .tag", "=cmd()"})
	tags := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"bridge", "two words", "é", "a,b", "x.y"}), 0, 3, rapid.ID[string])
	kind := rapid.SampledFrom([]model.NoteKind{"", model.NoteImportant, model.NoteDoubt, "idea"})
	var out []model.Note
	seen := map[string]bool{} // not every format can tell notes apart that say the same
	for i := range rapid.IntRange(1, 8).Draw(t, "notes") {
		at := rapid.IntRange(0, len(ids)-1).Draw(t, "article")
		created := time.Date(2026, 11, 18, 9, i, 0, 0, time.UTC)
		n := model.Note{
			ID: fmt.Sprintf("%08x", 0xabc0000+i), Article: ids[at], Kind: kind.Draw(t, "kind"), Text: words.Draw(t, "text"), Tags: model.CleanTags(tags.Draw(t, "tags")),
			Created: created, Changed: created.Add(time.Duration(rapid.IntRange(0, 5000).Draw(t, "later")) * time.Millisecond),
		}
		if rapid.IntRange(0, 5).Draw(t, "whole") > 0 {
			n.Passage = drawPassage(t, texts[at])
		} else if n.Text == "" {
			n.Text = "all of it" // a note says something or is on something
		}
		if key := n.Article + "\n" + n.Passage.Exact + "\n" + n.Text; seen[key] {
			n.Text += fmt.Sprint(" ", i)
		} else {
			seen[key] = true
		}
		out = append(out, n)
	}
	return out
}

// drawCorrections makes corrections of every kind: of what the engine finds in the
// texts, of passages that it does not take for quotations, and of names.
func drawCorrections(t *rapid.T, ids []string, said []model.Annotations) []model.Correction {
	people := rapid.SampledFrom([]string{"", "Mara Lindqvist", "a new name", "é 😀 \"x\", y"})
	names := rapid.SampledFrom([]string{"Mara Lindqvist", "Jo Lee"})
	kinds := rapid.SampledFrom([]model.CorrectionKind{
		model.Confirm, model.SetSpeaker, model.SetKind, model.SetWhere, model.SetWhen, model.Dismiss, model.AddQuote,
		model.OneName, model.PartName, model.SetType,
	})
	seen := map[string]bool{}
	var out []model.Correction
	for i := range rapid.IntRange(0, 8).Draw(t, "corrections") {
		at := rapid.IntRange(0, len(ids)-1).Draw(t, "article")
		var c model.Correction
		switch kind := kinds.Draw(t, "kind"); kind {
		case model.AddQuote:
			c = correct.Found(ids[at], texts[at], drawSpan(t, texts[at]))
			c.Speaker = people.Draw(t, "speaker")
		case model.OneName, model.PartName, model.SetType:
			c = model.Correction{Kind: kind, Article: ids[at], Name: names.Draw(t, "name")}
			if rapid.Bool().Draw(t, "everywhere") {
				c.Article = ""
			}
			if c.Type = model.Org; kind != model.SetType {
				c.Type, c.Other = "", people.Filter(func(s string) bool { return s != "" }).Draw(t, "other")
			}
		default:
			q := model.Quote{Content: []model.Span{drawSpan(t, texts[at])}}
			if all := said[at].Quotes; len(all) > 0 {
				q = rapid.SampledFrom(all).Draw(t, "quotation")
			}
			c = correct.OfQuote(kind, ids[at], texts[at], &q)
			say(t, &c, people.Draw(t, "speaker"))
		}
		c.ID = correct.ID(c)
		c.Created = time.Date(2026, 11, 19, 9, i, 0, rapid.IntRange(0, 999).Draw(t, "ms")*1e6, time.UTC)
		if !seen[c.ID] {
			out = append(out, c)
		}
		seen[c.ID] = true
	}
	return out
}

// say fills in what a correction of a quotation says.
func say(t *rapid.T, c *model.Correction, speaker string) {
	words := rapid.SampledFrom([]model.Anchor{{}, c.Content[0]})
	switch c.Kind {
	case model.SetSpeaker:
		c.Speaker, c.SpeakerKind = speaker, model.SpeakerPerson
	case model.SetKind:
		c.QuoteKind = model.Mixed
	case model.SetWhere:
		c.Where = []model.SaidWhere{{Kind: model.WhereVenue, Name: "a rally, “out”", Words: words.Draw(t, "where")}}
	case model.SetWhen:
		if rapid.Bool().Draw(t, "stated") {
			c.When = &model.SaidWhen{Value: "2026-11-17TEV", Words: words.Draw(t, "when")}
		}
	default:
	}
}

// drawPassage anchors a passage in a text, or words that are in it no more.
func drawPassage(t *rapid.T, text string) model.Anchor {
	if rapid.IntRange(0, 6).Draw(t, "gone") == 0 {
		return model.Anchor{Span: model.Span{Start: 3, End: 20}, Hash: "0ld", Exact: "words of an older, quite different text", Prefix: "zebra ", Suffix: " quartz", Twins: 1}
	}
	a := anchor.New(text, drawSpan(t, text))
	if rapid.IntRange(0, 4).Draw(t, "older") == 0 { // made in another version of the text
		a.Hash, a.Start, a.End = "0ld", a.Start+7, a.End+7
	}
	return a
}

// drawSpan draws whole characters of a text.
func drawSpan(t *rapid.T, text string) model.Span {
	start := rapid.IntRange(0, len(text)-2).Draw(t, "start")
	for !utf8.RuneStart(text[start]) {
		start--
	}
	end := min(len(text), start+rapid.IntRange(1, 60).Draw(t, "length"))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return model.Span{Start: start, End: end}
}

// exported gives what a library exports, and imported takes it in.
func exported(t testing.TB, engine func() (*annotate.Engine, error), file, format string) string {
	var out bytes.Buffer
	on(t, engine, file, strings.NewReader(""), &out, func(p *program) error {
		return (&exportCommand{Format: format, Out: "-"}).Run(p)
	})
	return out.String()
}

func imported(t testing.TB, engine func() (*annotate.Engine, error), file, data string) {
	on(t, engine, file, strings.NewReader(data), io.Discard, importCommand{File: "-"}.Run)
}

// on carries out a command on a library, with an engine that is loaded once.
func on(t testing.TB, engine func() (*annotate.Engine, error), file string, in io.Reader, out io.Writer, do func(*program) error) {
	var told bytes.Buffer
	p := newProgram(t.Context(), in, out, &told)
	p.engine = engine
	p.library = sync.OnceValues(func() (*library.Library, error) { return p.openLibrary(file) })
	if err := errors.Join(do(p), p.close()); err != nil || p.status != statusDone {
		t.Fatalf("status %d, %v: %s", p.status, err, &told)
	}
}

// TestNotesSurviveExportAndImport takes notes and corrections out of a library in
// each format that Quoth reads and writes, and into another one: what comes out of
// that one is the same, and nothing is taken in twice. Readwise's CSV has no place
// for corrections.
func TestNotesSurviveExportAndImport(t *testing.T) {
	engine := sync.OnceValues(annotate.New)
	e, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	var said []model.Annotations
	for _, text := range texts {
		said = append(said, e.Annotate(&model.Article{Text: text}))
	}
	for seed := range 20 {
		dir := t.TempDir()
		from, shelved := filepath.Join(dir, "from.db"), filepath.Join(dir, "shelved.db")
		l, ids := shelfOf(t, from)
		notes := rapid.Custom(func(t *rapid.T) []model.Note { return drawNotes(t, ids) }).Example(seed)
		var act model.Action
		for i := range notes {
			act.Notes = append(act.Notes, model.Edit[model.Note]{After: &notes[i]})
		}
		corrections := rapid.Custom(func(t *rapid.T) []model.Correction { return drawCorrections(t, ids, said) }).Example(seed)
		for i := range corrections {
			act.Corrections = append(act.Corrections, model.Edit[model.Correction]{After: &corrections[i]})
		}
		if err := errors.Join(l.Act(t.Context(), act), l.Close()); err != nil {
			t.Fatal(err)
		}
		same := func(format, to string, as func(string) string) {
			before := exported(t, engine, from, format)
			imported(t, engine, to, before)
			if after := exported(t, engine, to, format); as(after) != as(before) {
				t.Fatalf("seed %d: %s is not the same:\n%s", seed, format, cmp.Diff(as(before), as(after)))
			}
			imported(t, engine, to, before)
			if got := len(notesIn(t, to)); got != len(notes) {
				t.Fatalf("seed %d: %s: %d notes after the second import, want %d", seed, format, got, len(notes))
			}
			if format == "readwise" {
				return
			}
			if diff := cmp.Diff(correctionsIn(t, from, ids), correctionsIn(t, to, ids)); diff != "" {
				t.Fatalf("seed %d: %s: the corrections themselves: %s", seed, format, diff)
			}
		}
		empty := filepath.Join(dir, "empty.db")
		same("jsonl", empty, onlyMarked)
		if diff := cmp.Diff(notesIn(t, from), notesIn(t, empty)); diff != "" {
			t.Fatalf("seed %d: the notes themselves: %s", seed, diff)
		}
		same("jsonld", filepath.Join(dir, "jsonld.db"), withoutPlaces)
		same("readwise", filepath.Join(dir, "readwise.db"), withoutLocation)
		if l, _ = shelfOf(t, shelved); l.Close() != nil { // the articles are there, the notes are not
			t.Fatal("not closed")
		}
		same("jsonld", shelved, strings.TrimSpace)
		if diff := cmp.Diff(found(notesIn(t, from), ids), found(notesIn(t, shelved), ids)); diff != "" {
			t.Fatalf("seed %d: where the notes are found, and how surely: %s", seed, diff)
		}
	}
}

// found tells where notes stand in the texts, and how they are found there.
func found(notes []model.Note, ids []string) []string {
	var out []string
	for _, n := range notes {
		s, fit := anchor.In(texts[slices.Index(ids, n.Article)]).Find(n.Passage)
		out = append(out, fmt.Sprint(n.ID, s, fit))
	}
	return out
}

// correctionsIn gives the corrections of a library: of each of the articles, with
// those of all.
func correctionsIn(t testing.TB, file string, ids []string) map[string][]model.Correction {
	l, err := library.Open(t.Context(), file, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	out := map[string][]model.Correction{}
	for _, id := range ids {
		m, err := l.Marks(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		out[id] = m.Corrections
	}
	return out
}

// notesIn gives the notes of a library.
func notesIn(t testing.TB, file string) []model.Note {
	l, err := library.Open(t.Context(), file, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	hits, err := l.Notes(t.Context(), query.And{}, library.Window{})
	if err != nil {
		t.Fatal(err)
	}
	var out []model.Note
	for _, h := range hits {
		out = append(out, h.Note)
	}
	slices.SortFunc(out, func(x, y model.Note) int { return strings.Compare(x.ID, y.ID) })
	return out
}

// onlyMarked leaves the lines of articles with notes: of the others there is
// nothing to take in.
func onlyMarked(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.Trim(line, ",\n[]"); strings.Contains(line, `"fit":`) {
			out = append(out, line)
		}
	}
	slices.Sort(out) // articles come in the order in which they were kept
	return strings.Join(out, "\n")
}

// withoutPlaces leaves out what an article that is not there cannot have: the
// places of passages in it, who speaks there, and the day on which it was kept.
// Quotations that the reader did not mark are not the same there.
func withoutPlaces(s string) string {
	s = regexp.MustCompile(`(?s)\n    \{\n      "id": "urn:quoth:q-\w+",\n      "type": "Annotation",\n      "motivation": \[\s*"identifying"\s*\].*?\n    \},?`).ReplaceAllString(s, "")
	for _, part := range []string{
		`(?s),\s*\{\s*"type": "TextPositionSelector".*?\}`, `(?s),?\s*"state": \{.*?\}`,
		`(?s),?\s*\{\s*"type": "TextualBody",\s*"purpose": "identifying".*?\}"\s*\}`, `"identifying",?\s*`, `"created": "[^"]*",?`,
	} {
		s = regexp.MustCompile(part).ReplaceAllString(s, "")
	}
	items := strings.Split(strings.Join(strings.Fields(s), " "), `{ "id": `)
	for i := range items {
		items[i] = strings.TrimRight(items[i], " ,]}")
	}
	slices.Sort(items)
	return strings.Join(items, "\n")
}

// withoutLocation leaves the columns of Readwise's CSV that say the same of the
// passages alone, and the quotations that the reader did not mark, which have no
// date.
func withoutLocation(s string) string {
	records, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, r := range records {
		if r[6] == "" {
			continue
		}
		note := regexp.MustCompile(`\n?— said by [^\n]*$`).ReplaceAllString(r[4], "")
		out = append(out, strings.Join([]string{r[0], r[1], r[2], r[3], note, r[6]}, "|"))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}
