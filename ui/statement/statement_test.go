package statement_test

import (
	"testing"

	"quoth/model"
	"quoth/ui/statement"
)

func TestDay(t *testing.T) {
	for value, want := range map[string]string{
		"2026-02-01":       "Sun 1 Feb 2026",
		"2026-01-31TEV":    "Sat 31 Jan 2026, evening",
		"2026-01-31T21:40": "Sat 31 Jan 2026, 21:40",
		"2026-W05":         "week of 26 Jan 2026",
		"2026-W05-WE":      "weekend of 31 Jan 2026",
		"2026-01":          "Jan 2026",
		"2025":             "2025",
		"2025-Q3":          "3rd quarter 2025",
		"2025-SU":          "summer 2025",
		"XXXX-WXX-6":       "",
		"PRESENT_REF":      "",
		"P3D":              "",
		"":                 "",
		"2026-13-45":       "",
		"2026-W99":         "",
	} {
		if got := statement.Day(value); got != want {
			t.Errorf("Day(%q) = %q, want %q", value, got, want)
		}
	}
}

func TestTypographic(t *testing.T) {
	for in, want := range map[string]string{
		`"'A hotel,'" she said`: `“‘A hotel,’” she said`,
		`"'Such water,'"`:       `“‘Such water,’”`,
		`"I see."`:              `“I see.”`,
		`that "swallow" Iran`:   `that “swallow” Iran`,
		`("so") and "so"`:       `(“so”) and “so”`,
		`"He said "no" to me"`:  `“He said “no” to me”`,
		`'It's "fine",' I say`:  `‘It’s “fine”,’ I say`,
	} {
		if got := statement.Typographic(in); got != want {
			t.Errorf("Typographic(%s) = %s, want %s", in, got, want)
		}
	}
}

const text = "Iran's Foreign Minister Abbas Araqchi told CNN on Sunday that \"friendly\ncountries\" are seeking trust.\x1b[31m"

func span(t *testing.T, from, to int) model.Span {
	t.Helper()
	if to > len(text) {
		t.Fatalf("span %d:%d outside the text", from, to)
	}
	return model.Span{Start: from, End: to}
}

func TestOf(t *testing.T) {
	a := &model.Article{Text: text}
	quote := model.Quote{
		Kind: model.Mixed, Content: []model.Span{span(t, 57, 102)}, Cue: []model.Span{span(t, 38, 42)},
		Speaker: "e1", SpeakerName: "Abbas Araqchi", SpeakerKind: model.SpeakerPerson, Confidence: 0.95,
		Addressee: &model.Ref{Span: span(t, 43, 46), Name: "CNN"},
		Where:     []model.Where{{Kind: model.WhereMedium, Span: span(t, 43, 46), Name: "CNN"}},
		When:      &model.When{Span: span(t, 50, 56), Value: "2026-02-01"},
	}
	for name, c := range map[string]struct {
		change func(*model.Quote)
		want   statement.Statement
	}{
		"told a channel on a weekday": {func(*model.Quote) {}, statement.Statement{
			Key: "e1", Speaker: "Abbas Araqchi", Named: true, How: "told", Kind: model.Mixed,
			Words: "“friendly countries” are seeking trust.", Where: "CNN", When: "Sun 1 Feb 2026", Written: "Sunday",
		}},
		"probably, held over": {func(q *model.Quote) {
			q.Confidence, q.When.Inherited, q.Where = 0.7, true, nil
		}, statement.Statement{
			Key: "e1", Speaker: "Abbas Araqchi", Named: true, How: "told CNN", Kind: model.Mixed, Doubt: "probably",
			Words: "“friendly countries” are seeking trust.", When: "Sun 1 Feb 2026", Held: true,
		}},
		"an open date keeps its words; nobody is named": {func(q *model.Quote) {
			q.When.Value, q.Speaker, q.SpeakerName, q.SpeakerKind = "XXXX-WXX-7", "", "", model.SpeakerUnknown
		}, statement.Statement{
			Speaker: "Unknown", How: "told", Kind: model.Mixed,
			Words: "“friendly countries” are seeking trust.", Where: "CNN", When: "Sunday",
		}},
	} {
		q := quote
		when := *quote.When
		q.When = &when
		c.change(&q)
		got := statement.Of(a, &model.Annotations{Quotes: []model.Quote{q}})[0]
		if got != c.want {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, c.want)
		}
	}
}
