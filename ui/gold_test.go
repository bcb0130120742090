package ui_test

import (
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/source"
)

// gold is a sample article's annotations as people made them: words instead of
// offsets. Tests of the screen use them so that they do not change with the
// engine.
type gold struct {
	Quotes []struct {
		Content     []string          `json:"content"`
		Cue         string            `json:"cue"`
		Source      string            `json:"source"`
		Kind        model.QuoteKind   `json:"kind"`
		Speaker     string            `json:"speaker"`
		SpeakerKind model.SpeakerKind `json:"speaker_kind"`
		Addressee   string            `json:"addressee"`
		Where       json.RawMessage   `json:"where"`
		When        *goldPlace        `json:"when"`
	} `json:"quotes"`
	Entities map[string]struct { // by the words that name it
		Type model.EntityType `json:"type"`
		Name string           `json:"name"`
	} `json:"entities"`
}

type goldPlace struct {
	Text      string          `json:"text"`
	Kind      model.WhereKind `json:"kind"`
	Value     string          `json:"value"`
	Inherited bool            `json:"inherited"`
}

// sampleArticle opens a sample and its gold annotations.
func sampleArticle(tb testing.TB, name string) (*model.Article, model.Annotations) {
	tb.Helper()
	path := filepath.Join("..", "sample", name)
	opener := &source.Opener{Warn: func(err error) { tb.Log(err) }}
	a, err := opener.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	a.Source = "sample/" + name
	if name == "seed.txt" {
		if a.Published, err = model.ParseStamp("2026-02-02"); err != nil {
			tb.Fatal(err)
		}
	}
	data, err := os.ReadFile(strings.TrimSuffix(path, filepath.Ext(path)) + ".gold.json")
	if err != nil {
		tb.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(data, &g); err != nil {
		tb.Fatal(err)
	}
	return a, g.annotations(a.Text)
}

// annotations finds the gold words in the text. Words that occur more than once
// are looked for from the quotation before on.
func (g *gold) annotations(text string) model.Annotations {
	var ann model.Annotations
	ids := map[string]string{}
	g.addEntities(&ann, ids, text)
	from := 0
	for i, q := range g.Quotes {
		out := model.Quote{
			ID: "q" + strconv.Itoa(i+1), Kind: q.Kind, SpeakerName: q.Speaker, SpeakerKind: q.SpeakerKind,
			Speaker: ids[q.Speaker], Confidence: 0.95,
		}
		if i%7 == 6 {
			out.Confidence = 0.7
		}
		for _, c := range q.Content {
			if s := find(text, c, from); !s.Empty() {
				out.Content = append(out.Content, s)
			}
		}
		if len(out.Content) == 0 {
			continue
		}
		near := max(out.Content[0].Start-250, 0)
		if s := find(text, q.Cue, near); !s.Empty() {
			out.Cue = []model.Span{s}
		}
		if s := find(text, q.Source, near); !s.Empty() {
			out.Source = []model.Span{s}
		}
		if q.Addressee != "" {
			out.Addressee = &model.Ref{Span: find(text, q.Addressee, near), Name: q.Addressee}
		}
		for _, w := range places(q.Where) {
			out.Where = append(out.Where, model.Where{Kind: w.Kind, Span: find(text, w.Text, 0), Name: w.Value, Inherited: w.Inherited})
		}
		if q.When != nil {
			out.When = &model.When{Span: find(text, q.When.Text, 0), Value: q.When.Value, Inherited: q.When.Inherited}
		}
		ann.Quotes = append(ann.Quotes, out)
		from = out.Content[0].Start
	}
	slices.SortStableFunc(ann.Quotes, func(a, b model.Quote) int { return a.Content[0].Start - b.Content[0].Start })
	return ann
}

// addEntities finds every occurrence of the words that name something, the
// longest words first.
func (g *gold) addEntities(ann *model.Annotations, ids map[string]string, text string) {
	surfaces := slices.Collect(maps.Keys(g.Entities))
	slices.SortFunc(surfaces, func(a, b string) int {
		return cmp.Or(len(b)-len(a), strings.Compare(a, b))
	})
	byName := map[string]*model.Entity{}
	taken := make([]bool, len(text))
	for _, surface := range surfaces {
		g.addMentions(byName, taken, text, surface)
	}
	for _, e := range byName {
		slices.SortFunc(e.Mentions, func(a, b model.Span) int { return a.Start - b.Start })
		if len(e.Mentions) > 0 {
			ann.Entities = append(ann.Entities, *e)
		}
	}
	slices.SortFunc(ann.Entities, func(a, b model.Entity) int { return a.Mentions[0].Start - b.Mentions[0].Start })
	for i := range ann.Entities {
		e := &ann.Entities[i]
		e.ID = "e" + strconv.Itoa(i+1)
		ids[e.Name] = e.ID
	}
}

func (g *gold) addMentions(byName map[string]*model.Entity, taken []bool, text, surface string) {
	of := g.Entities[surface]
	e := byName[of.Name]
	if e == nil {
		e = &model.Entity{Type: of.Type, Name: of.Name}
		byName[of.Name] = e
	}
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' || text[i] >= 0x80)
	}
	for at := 0; ; {
		i := strings.Index(text[at:], surface)
		if i < 0 {
			return
		}
		s := model.Span{Start: at + i, End: at + i + len(surface)}
		at = s.End
		if letter(s.Start-1) || letter(s.End) || taken[s.Start] {
			continue
		}
		e.Mentions = append(e.Mentions, s)
		for j := s.Start; j < s.End; j++ {
			taken[j] = true
		}
	}
}

func places(raw json.RawMessage) []goldPlace {
	var many []goldPlace
	if json.Unmarshal(raw, &many) == nil {
		return many
	}
	var one goldPlace
	if json.Unmarshal(raw, &one) == nil && one.Text != "" {
		return []goldPlace{one}
	}
	return nil
}

func find(text, words string, from int) model.Span {
	if words == "" {
		return model.Span{}
	}
	at := strings.Index(text[from:], words)
	if at < 0 {
		if at = strings.Index(text, words); at < 0 {
			return model.Span{}
		}
		from = 0
	}
	return model.Span{Start: from + at, End: from + at + len(words)}
}
