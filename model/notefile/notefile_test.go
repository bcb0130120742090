package notefile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
	"quoth/model/notefile"
)

// read reads a file and gives each note in one line.
func read(t *testing.T, data string) []string {
	t.Helper()
	notes, err := notefile.Read(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range notes {
		out = append(out, fmt.Sprintf("%s|%s|%s|%s|%v|%s|%s", n.Title, n.Source, n.Passage.Exact, n.Note.Text, n.Tags, n.Kind, n.Created.Format("2006-01-02 15:04")))
	}
	return out
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"W3C": {
			`{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x","type":"Annotation","created":"2026-11-18T09:12:44Z",
			"body":[{"type":"TextualBody","purpose":"commenting","value":"Ask"},{"purpose":"tagging","value":"bridge"},{"purpose":"classifying","value":"check"}],
			"target":{"source":"https://example.org/a","selector":{"type":"TextQuoteSelector","exact":"cracks","prefix":"found "}}}`,
			[]string{"|https://example.org/a|cracks|Ask|[bridge]|check|2026-11-18 09:12"},
		},
		"W3C, a collection with plain bodies": {
			`{"type":"AnnotationCollection","first":{"items":[{"bodyValue":"one","target":"https://example.org/a"},{"body":"two","target":{"source":{"id":"https://example.org/b","title":"B"}}}]}}`,
			[]string{"|https://example.org/a||one|[]||0001-01-01 00:00", "B|https://example.org/b||two|[]||0001-01-01 00:00"},
		},
		"Hypothesis, with replies, a highlight and a note on the page": {
			`{"export_date":"2026-11-18","annotations":[
			{"id":"r2","uri":"https://example.org/a","text":"yes","references":["a1","r1"],"user":"acct:jo@hypothes.is","target":[{"source":"https://example.org/a"}]},
			{"id":"a1","uri":"https://example.org/a","text":"why?","tags":["x"],"document":{"title":["A"]},"target":[{"selector":[{"type":"TextQuoteSelector","exact":"cracks"}]}]},
			{"id":"r1","uri":"https://example.org/a","text":"because","references":["a1"],"user_info":{"display_name":"Mara L"},"target":[{}]},
			{"id":"h1","uri":"https://example.org/a","text":"","target":[{"selector":[{"type":"TextQuoteSelector","exact":"piers"}]}]},
			{"id":"p1","uri":"https://example.org/a","text":"all of it","target":[{"source":"https://example.org/a"}]},
			{"id":"lost","uri":"https://example.org/a","text":"hm","references":["gone"],"target":[{}]}]}`,
			[]string{
				"|https://example.org/a|cracks|↳ jo: yes|[]||0001-01-01 00:00",
				"A|https://example.org/a|cracks|why?|[x]||0001-01-01 00:00",
				"|https://example.org/a|cracks|↳ Mara L: because|[]||0001-01-01 00:00",
				"|https://example.org/a|piers||[]||0001-01-01 00:00",
				"|https://example.org/a||all of it|[]||0001-01-01 00:00",
				"|https://example.org/a||↳ hm|[]||0001-01-01 00:00",
			},
		},
		"W3C, with escape sequences": {
			`{"type":"Annotation","bodyValue":"Ask \u001b[31mher","target":{"source":{"id":"https://example.org/a","title":"A\u001b]0;pwn\u0007"},
			"selector":{"type":"TextQuoteSelector","exact":"the \u001b[1mcracks"}}}`,
			[]string{"A|https://example.org/a|the cracks|Ask her|[]||0001-01-01 00:00"},
		},
		"Readwise, with escape sequences": {
			"Highlight,Title\n\x1b[1mFerries,Sea\x1b[0m\n",
			[]string{"Sea||Ferries||[]||0001-01-01 00:00"},
		},
		"Readwise, as it is put in": {
			"Highlight,Title,Author,URL,Note,Location,Date\nFerries,Sea,Jo Lee,https://example.org/sea,\".sea .big\nwhy?\n— said by Jo Lee — a pilot\",3,2026-11-18 09:12:44\nSea,Sea,,https://example.org/sea,all,,\nGulls,Sea,,,— said by Ida,2,\n",
			[]string{"Sea|https://example.org/sea|Ferries|why?|[sea big]||2026-11-18 09:12", "Sea|https://example.org/sea||all|[]||0001-01-01 00:00"},
		},
		"Readwise, as it comes out": {
			"Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\nFerries,Sea,Jo,,.5 of them,,\"big, old boats\",page,3,2026-11-18 09:12:44+00:00,\n",
			[]string{"Sea||Ferries|.5 of them|[big old boats]||2026-11-18 09:12"},
		},
		"KOReader": {
			`{"documents":[{"title":"Piers","author":"Jo\nIda","entries":[{"text":"The piers","note":"mine","time":1398127554},{"text":"","time":5},{"text":"Cracks"}]}]}`,
			[]string{"Piers||The piers|mine|[]||2014-04-22 00:45", "Piers||Cracks||[]||0001-01-01 00:00"},
		},
		"Kindle: notes before and behind, bookmarks, other languages": {
			"\ufeffBridges (Ida Moreau)\r\n- Your Note on page 3 | Location 1857 | Added on Monday, April 21, 2014 10:09:07 PM\r\n\r\nmine\r\n==========\r\n" +
				"\ufeffBridges (Ida Moreau)\r\n- Your Highlight on page 3 | Location 1856-57 | Added on Monday, 21 April 2014 22:08:07\r\n\r\nA slow bankruptcy\r\n==========\r\n" +
				"Bridges (Ida Moreau)\n- Your Bookmark at location 1900 | Added on Monday, April 21, 2014 10:10:07 PM\n\n\n==========\n" +
				"Brücken (Jo)\n- Ihre Markierung auf Seite 7 | bei Position 20-22 | Hinzugefügt am Montag\n\nRisse\n==========\n" +
				"Brücken (Jo)\n- Ihre Notiz auf Seite 7 | bei Position 22 | Hinzugefügt am Montag\n\nwarum?\n==========\n" +
				"Brücken (Jo)\n- Ihre Notiz auf Seite 9 | bei Position 90 | Hinzugefügt am Montag\n\nfür sich\n==========\n",
			[]string{
				"Bridges||A slow bankruptcy|mine|[]||2014-04-21 22:08",
				"Brücken||Risse|warum?|[]||0001-01-01 00:00", "Brücken|||für sich|[]||0001-01-01 00:00",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := read(t, c.file); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("read as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestReadCorrections: what says too little for its kind is left out, and escape
// sequences are, too.
func TestReadCorrections(t *testing.T) {
	const file = `{"id":"a","text":"We have bread.","notes":[],"corrections":[
		{"kind":"set-speaker","content":[{"exact":"We \u001b[1mhave bread","start":0,"end":13,"hash":"h","twins":2}],"cue":{"exact":"said"},"speaker":"Jo\u001b[31m Lee","speaker_kind":"person","created":"2026-11-18T09:12:44.5Z"},
		{"kind":"set-where","content":[{"exact":"bread"}],"where":[{"kind":"venue","name":"a rally","words":{"exact":"have"}}]},
		{"kind":"set-when","content":[{"exact":"bread"}],"when":{"value":"2026-11-17"}},
		{"kind":"one-name","name":"Jo","other":"Jo Lee","everywhere":true},
		{"kind":"set-type","name":"Jo","type":"ORG"},
		{"kind":"dismiss","content":[{"exact":"bread"}],"everywhere":true},
		{"kind":"dismiss","content":[null]}, {"kind":"dismiss"}, {"kind":"add-quote","content":[{"exact":"bread"}]},
		{"kind":"one-name","name":"Jo"}, {"kind":"set-type","type":"ORG"}, {"kind":"of a later version","name":"Jo"}, {"kind":7}, 7]}`
	notes, err := notefile.Read(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range notes {
		c := n.Correction
		words := ""
		if len(c.Content) > 0 {
			a := c.Content[0]
			words = fmt.Sprintf("%s %v %s %d %s", a.Exact, a.Span, a.Hash, a.Twins, c.Cue.Exact)
		}
		for _, w := range c.Where {
			words += fmt.Sprintf(" %s %s %s", w.Kind, w.Name, w.Words.Exact)
		}
		got = append(got, fmt.Sprintf("%s %s|%s|%s %t|%s|%s|%s %t|%s", n.Article, c.Kind, words, c.Speaker, c.When != nil, c.Name, c.Other, c.Type, c.Everywhere, c.Created.Format(time.RFC3339Nano)))
	}
	want := []string{
		"a set-speaker|We have bread {0 13} h 2 said|Jo Lee false||| false|2026-11-18T09:12:44.5Z",
		"a set-where|bread {0 0}  0  venue a rally have| false||| false|0001-01-01T00:00:00Z",
		"a set-when|bread {0 0}  0 | true||| false|0001-01-01T00:00:00Z",
		"a one-name|| false|Jo|Jo Lee| true|0001-01-01T00:00:00Z",
		"a set-type|| false|Jo||ORG false|0001-01-01T00:00:00Z",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadTellsOfFaults(t *testing.T) {
	for _, file := range []string{"", "Just words.", "Title,Note\na,b\n", "[1, 2]", `{"a": 1}`} {
		if notes, err := notefile.Read(strings.NewReader(file)); !errors.Is(err, notefile.ErrUnknown) || len(notes) > 0 {
			t.Errorf("%q: %d notes, %v", file, len(notes), err)
		}
	}
	notes, err := notefile.Read(strings.NewReader(`{"target":"https://example.org/a","bodyValue":"one"}` + "\n{broken"))
	if err == nil || len(notes) != 1 {
		t.Errorf("%d notes before the fault, %v", len(notes), err)
	}
	notes, err = notefile.Read(strings.NewReader("Highlight,Note\nFerries,one\nGulls,\"two\" words\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3") || len(notes) != 1 {
		t.Errorf("%d notes before the fault, %v", len(notes), err)
	}
}

// endless is a file without an end: of what is too large no more is read than
// tells that it is.
type endless struct{ given int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	e.given += len(p)
	return len(p), nil
}

func TestReadIsBounded(t *testing.T) {
	var file endless
	notes, err := notefile.Read(&file)
	if err == nil || !strings.Contains(err.Error(), "the limit is 32 MiB") || len(notes) > 0 {
		t.Errorf("%d notes, %v", len(notes), err)
	}
	if file.given > 33<<20 {
		t.Errorf("%d bytes were read", file.given)
	}
}

// FuzzRead reads anything, and looks for what it says in any text.
func FuzzRead(f *testing.F) {
	f.Add(`{"rows":[{"target":[{"selector":[{}]}]}]}`, "text")
	f.Add(`{"uri":"u","target":[{"selector":[{"type":"TextPositionSelector","start":1,"end":3},{"type":"TextQuoteSelector","exact":"😀"}]}]}`, "a😀b")
	f.Add(`{"text":"a","notes":[{"exact":"a","anchored":{"hash":"x","start":9,"end":3}}]}`, "a")
	f.Add(`{"text":"a","notes":[],"corrections":[{"kind":"dismiss","content":[{"exact":"a","start":9,"end":3}]},{"kind":"one-name","name":"A","other":"B","everywhere":true}]}`, "a")
	f.Add("Highlight,Note\na,.b c\n", "a")
	f.Add("T (A)\n- Your Note | Added on Monday, x\n\nwords\n==========\n", "words")
	f.Fuzz(func(t *testing.T, data, text string) {
		notes, err := notefile.Read(strings.NewReader(data))
		if errors.Is(err, notefile.ErrUnknown) && strings.TrimSpace(data) == "" && len(notes) > 0 {
			t.Errorf("%d notes of nothing", len(notes))
		}
		in := anchor.In(text)
		for _, n := range notes {
			if s, ok := n.At.In(text); ok && (s.Start < 0 || s.End > len(text) || s.Start >= s.End) {
				t.Errorf("position %v of %d bytes", s, len(text))
			}
			a, fit := n.Place(in)
			if fit == anchor.Same && n.Passage.Hash == "" && a.In(text) != a.Exact {
				t.Errorf("found at %v, where %q stands, not %q", a.Span, a.In(text), a.Exact)
			}
			if n.Passage.Known() && !a.Known() {
				t.Errorf("the words %q went", n.Passage.Exact)
			}
			if n.Correction == nil {
				continue
			}
			for _, q := range correct.Apply(text, model.Annotations{}, []model.Correction{n.Correction.Correction}).Quotes {
				if len(q.Content) == 0 || q.Content[0].Empty() {
					t.Errorf("%+v makes a quotation of no words", n.Correction)
				}
			}
		}
	})
}
