package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"quoth/model"
)

// gold is an article annotated by hand. Its file holds strings copied from the
// article; they are found again in its text.
type gold struct {
	Published string                `json:"published"`
	Quotes    []goldQuote           `json:"quotes"`
	Entities  map[string]goldEntity `json:"entities"`

	text     string
	entities map[model.Span]goldEntity
}

type goldQuote struct {
	Content []string       `json:"content"`
	Source  string         `json:"source"`
	Speaker *string        `json:"speaker"`
	Where   list[goldTime] `json:"where"`
	When    list[goldTime] `json:"when"`

	content, source []model.Span
}

// goldTime is a where or when: its words and what they stand for.
type goldTime struct {
	Text  string `json:"text"`
	Value string `json:"value"`
}

type goldEntity struct {
	Type       model.EntityType `json:"type"`
	Occurrence int              `json:"occurrence"`
}

// list reads null, one value or several.
type list[T any] []T

func (l *list[T]) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte("[")) {
		return json.Unmarshal(b, (*[]T)(l))
	}
	if string(b) == "null" {
		return nil
	}
	var one T
	err := json.Unmarshal(b, &one)
	*l = list[T]{one}
	return err
}

// readGold reads a file of gold annotations and finds its strings in text.
func readGold(file []byte, text string) (*gold, error) {
	g := &gold{text: text, entities: map[model.Span]goldEntity{}}
	if err := json.Unmarshal(file, g); err != nil {
		return nil, err
	}
	at := 0
	for i := range g.Quotes {
		q := &g.Quotes[i]
		from := at
		for k, c := range q.Content {
			s, err := find(text, c, from)
			if err != nil {
				return nil, fmt.Errorf("utterance %d: %w", i+1, err)
			}
			q.content = append(q.content, s)
			from = s.End
			if k == 0 {
				at = s.Start
				if i+1 < len(g.Quotes) && len(g.Quotes[i+1].Content) > 0 && g.Quotes[i+1].Content[0] == c {
					at = s.End // the same words come again: they are another occurrence
				}
			}
		}
		if s, ok := nearest(text, q.Source, q.content[0].Start); ok {
			q.source = []model.Span{s}
		}
	}
	g.mark()
	return g, nil
}

// find gives the first place of s at or after byte from, else the first at all.
func find(text, s string, from int) (model.Span, error) {
	i := strings.Index(text[from:], s)
	if i < 0 {
		from = 0
		if i = strings.Index(text, s); i < 0 || s == "" {
			return model.Span{}, fmt.Errorf("%q is not in the article", s)
		}
	}
	return model.Span{Start: from + i, End: from + i + len(s)}, nil
}

// nearest gives the place of s that is nearest to byte at.
func nearest(text, s string, at int) (best model.Span, ok bool) {
	for i := 0; s != "" && i < len(text); {
		k := strings.Index(text[i:], s)
		if k < 0 {
			break
		}
		p := model.Span{Start: i + k, End: i + k + len(s)}
		if !ok || distance(p.Start, at) < distance(best.Start, at) {
			best, ok = p, true
		}
		i += k + 1
	}
	return best, ok
}

func distance(a, b int) int { return max(a-b, b-a) }

// mark marks every occurrence of every surface form of a name as a whole word,
// the longest first. "form#2" is another reading of one occurrence.
func (g *gold) mark() {
	forms := make([]string, 0, len(g.Entities))
	for f := range g.Entities {
		forms = append(forms, f)
	}
	sort.Slice(forms, func(i, j int) bool {
		if len(forms[i]) != len(forms[j]) {
			return len(forms[i]) > len(forms[j])
		}
		return forms[i] < forms[j]
	})
	var taken []model.Span
	for _, f := range forms {
		if other, _, ok := strings.Cut(f, "#"); ok && g.Entities[other].Type != "" {
			continue
		}
		n := 0
		for _, s := range occurrences(g.text, f) {
			if overlaps(taken, s) {
				continue
			}
			n++
			e := g.Entities[f]
			for k := 2; ; k++ {
				o, ok := g.Entities[f+"#"+strconv.Itoa(k)]
				if !ok {
					break
				}
				if o.Occurrence == n {
					e = o
				}
			}
			g.entities[s] = e
			taken = append(taken, s)
		}
	}
}

func overlaps(taken []model.Span, s model.Span) bool {
	for _, t := range taken {
		if t.Overlaps(s) {
			return true
		}
	}
	return false
}

// occurrences gives the places of s in text that are whole words.
func occurrences(text, s string) []model.Span {
	var out []model.Span
	for i := 0; i < len(text); {
		k := strings.Index(text[i:], s)
		if k < 0 {
			break
		}
		p := model.Span{Start: i + k, End: i + k + len(s)}
		if !wordBefore(text, p.Start) && !wordAfter(text, p.End) {
			out = append(out, p)
		}
		i = p.Start + 1
	}
	return out
}
