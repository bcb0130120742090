package ui_test

import (
	"errors"
	"strings"
	"testing"

	"quoth/model"
	"quoth/ui"
	"quoth/ui/catalog"
)

// long makes an article of so many words by telling a sample again and again,
// with its annotations.
func long(tb testing.TB, words int) (*model.Article, model.Annotations) {
	tb.Helper()
	one, found := sampleArticle(tb, "seed.txt")
	a := &model.Article{Title: one.Title, Site: one.Site, Source: one.Source, Published: one.Published}
	var ann model.Annotations
	var text strings.Builder
	for n := 0; n < words; n += len(strings.Fields(one.Text)) {
		by := text.Len()
		text.WriteString(one.Text)
		text.WriteString("\n\n")
		for _, b := range one.Blocks {
			b.Span = moved(b.Span, by)
			a.Blocks = append(a.Blocks, b)
		}
		for i, e := range found.Entities {
			if by == 0 {
				ann.Entities = append(ann.Entities, e)
				continue
			}
			for _, s := range e.Mentions {
				ann.Entities[i].Mentions = append(ann.Entities[i].Mentions, moved(s, by))
			}
		}
		for _, q := range found.Quotes {
			ann.Quotes = append(ann.Quotes, movedQuote(q, by))
		}
	}
	a.Text = strings.TrimSuffix(text.String(), "\n\n")
	return a, ann
}

func moved(s model.Span, by int) model.Span { return model.Span{Start: s.Start + by, End: s.End + by} }

func movedQuote(q model.Quote, by int) model.Quote {
	all := func(spans []model.Span) []model.Span {
		out := make([]model.Span, len(spans))
		for i, s := range spans {
			out[i] = moved(s, by)
		}
		return out
	}
	q.Content, q.Cue, q.Source = all(q.Content), all(q.Cue), all(q.Source)
	return q
}

func benchApp(b *testing.B) *driver {
	b.Helper()
	a, ann := long(b, 20000)
	o := ui.Options{
		Keys:     mustPreset(b, "default"),
		Articles: []catalog.Entry{{Ref: "long", Title: a.Title}},
		Load: func(ref string) (*model.Article, error) {
			if ref != "long" {
				return nil, errors.New(ref)
			}
			return a, nil
		},
		Annotate: func(*model.Article) model.Annotations { return ann },
	}
	return start(b, o, 120, 36)
}

// BenchmarkKey measures a key to its frame, Update and View, in an article of
// 20,000 words.
func BenchmarkKey(b *testing.B) {
	for name, keys := range map[string][2]string{
		"line":    {"j", "k"},
		"page":    {"space", "b"},
		"end":     {"G", "g"},
		"quote":   {")", "("},
		"speaker": {"] s", "[ s"},
		"name":    {"] e", "[ e"},
		"match":   {"n", "N"},
		"layout":  {"z", "z"},
		"fold":    {"Z", "Z"},
		"group":   {"S", "S"},
		"wider":   {"+", "-"},
		"why":     {"i", "i"},
		"names":   {"p", "p"},
		"help":    {"?", "?"},
	} {
		b.Run(name, func(b *testing.B) {
			d := benchApp(b)
			d.press("/ T r u m p enter")
			there, back := strings.Fields(keys[0]), strings.Fields(keys[1])
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				for _, key := range there {
					d.app.Update(keyPress(key))
				}
				_ = d.app.View()
				if n++; n%2 == 0 {
					there, back = back, there
				}
			}
		})
	}
}

// BenchmarkTyping measures a letter of a search and of a filter to its frame.
func BenchmarkTyping(b *testing.B) {
	for name, open := range map[string]string{"search": "/", "filter": "F", "names": "p /", "help": "? /"} {
		b.Run(name, func(b *testing.B) {
			d := benchApp(b)
			d.press(open)
			b.ReportAllocs()
			keys := []string{"a", "backspace", "e", "backspace"}
			for n := 0; b.Loop(); n++ {
				d.app.Update(keyPress(keys[n%len(keys)]))
				_ = d.app.View()
			}
		})
	}
}

// BenchmarkResize measures a new width to its frame.
func BenchmarkResize(b *testing.B) {
	d := benchApp(b)
	d.press("G")
	b.ReportAllocs()
	w := 120
	for b.Loop() {
		w = 240 - w - 20
		d.app.Update(windowSize(w, 36))
		_ = d.app.View()
	}
}

// BenchmarkAnnotated measures what it takes to show the engine's findings.
func BenchmarkAnnotated(b *testing.B) {
	a, ann := long(b, 20000)
	w := &world{articles: map[string]*model.Article{"long": a}, found: map[string]model.Annotations{"long": ann}, refs: []string{"long"}}
	o := w.options(b, 0)
	d := &driver{tb: b, hold: true, app: ui.New(o)}
	d.resize(120, 36)
	d.drain(d.app.Init())
	d.releaseAll(isAnnotated)
	msg := d.pending[len(d.pending)-1]()
	b.ReportAllocs()
	for b.Loop() {
		d.app.Update(msg)
		_ = d.app.View()
	}
}
