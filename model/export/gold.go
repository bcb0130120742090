package export

import (
	"io"

	"quoth/model"
	"quoth/model/contract"
)

// A line of gold: an article as annotators mark it, to measure and teach the
// engine with. Each quotation lists every accepted answer; what the reader did
// not look at is optional, neither missed where an engine lacks it nor wrong
// where it has it. Offsets are code points.
type (
	goldLine struct {
		ID        string       `json:"id"`
		Title     string       `json:"title"`
		Published string       `json:"published"`
		Text      string       `json:"text"`
		Quotes    []goldQuote  `json:"quotes"`
		Entities  []goldEntity `json:"entities"`
	}
	goldQuote struct {
		Content     [][2]int      `json:"content"`
		Cue         [][2]int      `json:"cue"`
		Source      [][2]int      `json:"source"`
		Speaker     []*string     `json:"speaker"`
		SpeakerKind string        `json:"speaker_kind"`
		Where       [][]goldWhere `json:"where"`
		When        [][]goldWhen  `json:"when"`
		Optional    bool          `json:"optional,omitempty"`
	}
	goldWhere struct {
		Kind      string `json:"kind"`
		Text      string `json:"text"`
		Value     string `json:"value"`
		Inherited bool   `json:"inherited"`
	}
	goldWhen struct {
		Text      string `json:"text"`
		Value     string `json:"value"`
		Inherited bool   `json:"inherited"`
	}
	goldEntity struct {
		Type     []string `json:"type"`
		Name     string   `json:"name"` // of a date or time its TIMEX3 value
		Span     [2]int   `json:"span"`
		Optional bool     `json:"optional,omitempty"`
	}
)

// writeGold writes a line for each article of which the reader put something
// right.
func writeGold(w io.Writer, all Documents) error {
	for d := range all {
		if !d.Checked() {
			continue
		}
		line, err := marshal(gold(d))
		if err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// Checked reports whether the reader put something of this article right.
func (d Document) Checked() bool {
	for _, c := range d.Corrections {
		if c.Article == d.Article.ID {
			return true
		}
	}
	return false
}

func gold(d Document) goldLine {
	points := contract.NewPoints(d.Text)
	span := func(s model.Span) [2]int { return [2]int{points.FromByte(s.Start), points.FromByte(s.End)} }
	spans := func(all []model.Span) [][2]int {
		out := make([][2]int, len(all))
		for i, s := range all {
			out[i] = span(s)
		}
		return out
	}
	g := goldLine{ID: d.Article.ID, Title: d.Article.Title, Published: d.Article.Published.String(), Text: d.Text, Quotes: []goldQuote{}, Entities: []goldEntity{}}
	for i := range d.Annotations.Quotes {
		q := &d.Annotations.Quotes[i]
		out := goldQuote{
			Content: spans(q.Content), Cue: spans(q.Cue), Source: spans(q.Source), Speaker: []*string{nil},
			SpeakerKind: string(q.SpeakerKind), Where: [][]goldWhere{{}}, When: [][]goldWhen{{}}, Optional: q.Status == model.ByEngine,
		}
		if q.SpeakerName != "" {
			out.Speaker[0] = &q.SpeakerName
		}
		for _, w := range q.Where {
			out.Where[0] = append(out.Where[0], goldWhere{string(w.Kind), w.Span.In(d.Text), w.Name, w.Inherited})
		}
		if q.When != nil {
			out.When[0] = append(out.When[0], goldWhen{q.When.Span.In(d.Text), q.When.Value, q.When.Inherited})
		}
		g.Quotes = append(g.Quotes, out)
	}
	checked := map[string]bool{}
	for _, c := range d.Corrections {
		checked[c.Name], checked[c.Other] = true, true
	}
	for _, e := range d.Annotations.Entities {
		name := e.Name
		if e.Value != "" {
			name = e.Value
		}
		for _, m := range e.Mentions {
			g.Entities = append(g.Entities, goldEntity{[]string{string(e.Type)}, name, span(m), !checked[e.Name]})
		}
	}
	return g
}
