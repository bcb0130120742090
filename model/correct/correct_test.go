package correct_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quoth/model"
	"quoth/model/correct"
)

const text = `Bridge closed

The bridge will stay closed until spring, the council said on Tuesday.

"We found cracks in three of the eleven piers," said Mara Lindqvist, the city's chief engineer.

The engineer added that repairs would cost about €14 million. Lindqvist wept. Quay Street is "a slow bankruptcy" for Tomás Adeyemi.`

// of gives the span of the first occurrence of words.
func of(words string) model.Span {
	i := strings.Index(text, words)
	if i < 0 {
		panic(words)
	}
	return model.Span{Start: i, End: i + len(words)}
}

// head gives the first n bytes of where words stand.
func head(words string, n int) model.Span {
	s := of(words)
	s.End = s.Start + n
	return s
}

func engine() model.Annotations {
	return model.Annotations{
		Entities: []model.Entity{
			{ID: "e1", Type: model.Org, Name: "council", Mentions: []model.Span{of("council")}},
			{ID: "e2", Type: model.Date, Name: "Tuesday", Value: "2026-11-17", Mentions: []model.Span{of("Tuesday")}},
			{ID: "e3", Type: model.Person, Name: "Mara Lindqvist", Mentions: []model.Span{of("Mara Lindqvist"), head("Lindqvist wept", 9)}},
			{ID: "e4", Type: model.Person, Name: "Quay Street", Mentions: []model.Span{of("Quay Street")}},
		},
		Quotes: []model.Quote{
			{
				ID: "q1", Kind: model.Indirect, Content: []model.Span{of("The bridge will stay closed until spring")}, Cue: []model.Span{head("said on", 4)},
				Source: []model.Span{of("the council")}, Speaker: "e1", SpeakerName: "council", SpeakerKind: model.SpeakerOrganisation,
				When: &model.When{Span: of("Tuesday"), Value: "2026-11-17"}, Confidence: 0.8,
			},
			{
				ID: "q2", Kind: model.Direct, Content: []model.Span{of(`"We found cracks in three of the eleven piers,"`)}, Cue: []model.Span{head("said Mara", 4)},
				Source: []model.Span{of("Mara Lindqvist")}, Speaker: "e3", SpeakerName: "Mara Lindqvist", SpeakerKind: model.SpeakerPerson,
				Confidence: 0.97, Evidence: []model.Evidence{{Rule: "cue", Span: head("said Mara", 4)}},
			},
			{
				ID: "q3", Kind: model.Indirect, Content: []model.Span{of("that repairs would cost about €14 million")}, Cue: []model.Span{of("added")},
				Source: []model.Span{of("The engineer")}, SpeakerName: "The engineer", SpeakerKind: model.SpeakerUnnamed, Confidence: 0.5,
			},
		},
	}
}

// about begins a correction of the quotation with that index.
func about(kind model.CorrectionKind, i int) model.Correction {
	ann := engine()
	return correct.OfQuote(kind, "a1", text, &ann.Quotes[i])
}

// told writes annotations in short: speaker, kind, whose word, where, when and
// words of each quotation, then the entities with their mentions.
func told(text string, ann model.Annotations) string {
	var b strings.Builder
	for _, q := range ann.Quotes {
		fmt.Fprintf(&b, "%s %s %s=%q(%s) %s", q.ID, q.Kind, q.Speaker, q.SpeakerName, q.SpeakerKind, q.Status)
		for _, w := range q.Where {
			fmt.Fprintf(&b, " %s:%s", w.Kind, w.Name)
		}
		if q.When != nil {
			fmt.Fprintf(&b, " when:%s", q.When.Value)
		}
		for _, s := range q.Content {
			fmt.Fprintf(&b, " [%s]", s.In(text))
		}
		b.WriteString("\n")
	}
	for _, e := range ann.Entities {
		fmt.Fprintf(&b, "%s %s %s", e.ID, e.Type, e.Name)
		for _, s := range e.Mentions {
			fmt.Fprintf(&b, " [%s]", s.In(text))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// changed gives the lines in which b differs from a.
func changed(a, b string) string {
	old := map[string]bool{}
	for line := range strings.Lines(a) {
		old[line] = true
	}
	var out strings.Builder
	for line := range strings.Lines(b) {
		if !old[line] {
			out.WriteString(line)
		}
	}
	return strings.TrimSpace(out.String())
}

func TestApply(t *testing.T) {
	for name, c := range map[string]struct {
		make func() model.Correction
		want string // the lines that are new
	}{
		"speaker of the article": {func() model.Correction {
			c := about(model.SetSpeaker, 2)
			c.Speaker, c.SpeakerKind = "Mara Lindqvist", model.SpeakerPerson
			return c
		}, `q3 indirect e3="Mara Lindqvist"(person) corrected [that repairs would cost about €14 million]`},
		"speaker that is no entity yet": {func() model.Correction {
			c := about(model.SetSpeaker, 2)
			c.Speaker, c.SpeakerKind = "Tomás Adeyemi", model.SpeakerPerson
			return c
		}, "q3 indirect e5=\"Tomás Adeyemi\"(person) corrected [that repairs would cost about €14 million]\ne5 PERSON Tomás Adeyemi [Tomás Adeyemi]"},
		"speaker the article does not name": {func() model.Correction {
			c := about(model.SetSpeaker, 2)
			c.Speaker, c.SpeakerKind = "Jo Lee", model.SpeakerPerson
			return c
		}, `q3 indirect ="Jo Lee"(person) corrected [that repairs would cost about €14 million]`},
		"speaker not known": {func() model.Correction {
			c := about(model.SetSpeaker, 1)
			c.SpeakerKind = model.SpeakerUnknown
			return c
		}, `q2 direct =""(unknown) corrected ["We found cracks in three of the eleven piers,"]`},
		"kind": {func() model.Correction {
			c := about(model.SetKind, 2)
			c.QuoteKind = model.Mixed
			return c
		}, `q3 mixed ="The engineer"(unnamed) corrected [that repairs would cost about €14 million]`},
		"where": {func() model.Correction {
			c := about(model.SetWhere, 1)
			c.Where = []model.SaidWhere{{Kind: model.WherePlace, Name: "Quay Street"}}
			return c
		}, `q2 direct e3="Mara Lindqvist"(person) corrected place:Quay Street ["We found cracks in three of the eleven piers,"]`},
		"when": {func() model.Correction {
			c := about(model.SetWhen, 1)
			c.When = &model.SaidWhen{Value: "2026-11-16"}
			return c
		}, `q2 direct e3="Mara Lindqvist"(person) corrected when:2026-11-16 ["We found cracks in three of the eleven piers,"]`},
		"when: not said": {
			func() model.Correction { return about(model.SetWhen, 0) },
			`q1 indirect e1="council"(organisation) corrected [The bridge will stay closed until spring]`,
		},
		"confirmed": {
			func() model.Correction { return about(model.Confirm, 0) },
			`q1 indirect e1="council"(organisation) confirmed when:2026-11-17 [The bridge will stay closed until spring]`,
		},
		"dismissed: the others move up": {
			func() model.Correction { return about(model.Dismiss, 0) },
			"q1 direct e3=\"Mara Lindqvist\"(person)  [\"We found cracks in three of the eleven piers,\"]\n" +
				"q2 indirect =\"The engineer\"(unnamed)  [that repairs would cost about €14 million]",
		},
		"missed": {func() model.Correction {
			c := correct.Found("a1", text, of(`"a slow bankruptcy"`))
			c.Speaker, c.SpeakerKind = "Tomás Adeyemi", model.SpeakerPerson
			return c
		}, "q4 direct e5=\"Tomás Adeyemi\"(person) corrected [\"a slow bankruptcy\"]\ne5 PERSON Tomás Adeyemi [Tomás Adeyemi]"},
		"one name, a description": {func() model.Correction {
			return model.Correction{Kind: model.OneName, Name: "the engineer", Other: "Mara Lindqvist"}
		}, `q3 indirect e3="Mara Lindqvist"(person)  [that repairs would cost about €14 million]`},
		"one name, two entities": {func() model.Correction {
			return model.Correction{Kind: model.OneName, Name: "Quay Street", Other: "Mara Lindqvist"}
		}, "e3 PERSON Mara Lindqvist [Mara Lindqvist] [Lindqvist] [Quay Street]"},
		"one name, spelled better": {func() model.Correction {
			return model.Correction{Kind: model.OneName, Name: "Mara Lindqvist", Other: "Mara Lindquist"}
		}, "q2 direct e3=\"Mara Lindquist\"(person)  [\"We found cracks in three of the eleven piers,\"]\ne3 PERSON Mara Lindquist [Mara Lindqvist] [Lindqvist]"},
		"two names": {func() model.Correction {
			return model.Correction{Kind: model.PartName, Name: "Mara Lindqvist", Other: "Lindqvist"}
		}, "e3 PERSON Mara Lindqvist [Mara Lindqvist]\ne4 PERSON Lindqvist [Lindqvist]\ne5 PERSON Quay Street [Quay Street]"},
		"type": {func() model.Correction {
			return model.Correction{Kind: model.SetType, Name: "Quay Street", Type: model.Place}
		}, "e4 PLACE Quay Street [Quay Street]"},
		"a name that is not there": {func() model.Correction {
			return model.Correction{Kind: model.SetType, Name: "Nobody", Type: model.Place}
		}, ""},
	} {
		ann := engine()
		got := correct.Apply(text, ann, []model.Correction{c.make()})
		if diff := cmp.Diff(c.want, changed(told(text, engine()), told(text, got.Annotations))); diff != "" || len(got.Lost) > 0 {
			t.Errorf("%s: %s; lost %v", name, diff, got.Lost)
		}
		if diff := cmp.Diff(engine(), ann); diff != "" {
			t.Errorf("%s: the engine's annotations were changed: %s", name, diff)
		}
	}
}

// TestEvidenceOfWhatTheReaderSet: the reader's word takes the place of the
// engine's evidence for what it replaces, and of no other.
func TestEvidenceOfWhatTheReaderSet(t *testing.T) {
	place := about(model.SetWhere, 1)
	place.Where = []model.SaidWhere{{Kind: model.WherePlace, Name: "Quay Street"}}
	day := about(model.SetWhen, 1)
	day.When = &model.SaidWhen{Value: "2026-11-16"}
	later := day
	later.When = &model.SaidWhen{Value: "2026-11-17"}
	speaker := about(model.SetSpeaker, 1)
	speaker.Speaker, speaker.SpeakerKind = "Jo Lee", model.SpeakerPerson
	for name, c := range map[string]struct {
		made []model.Correction
		want string
	}{
		"place":        {[]model.Correction{place}, "cue when-inherited where-reader"},
		"day":          {[]model.Correction{day}, "cue where-place where-inherited when-reader"},
		"day, twice":   {[]model.Correction{day, later}, "cue where-place where-inherited when-reader"},
		"no day":       {[]model.Correction{about(model.SetWhen, 1)}, "cue where-place where-inherited when-reader"},
		"speaker":      {[]model.Correction{speaker}, "where-place where-inherited when-inherited reader"},
		"one by one":   {[]model.Correction{place, day, speaker}, "where-reader when-reader reader"},
		"speaker, day": {[]model.Correction{speaker, day}, "where-place where-inherited reader when-reader"},
	} {
		ann := engine()
		for _, rule := range []string{"where-place", "where-inherited", "when-inherited"} {
			ann.Quotes[1].Evidence = append(ann.Quotes[1].Evidence, model.Evidence{Rule: rule, Span: of("Tuesday")})
		}
		got := []string{}
		for _, e := range correct.Apply(text, ann, c.made).Quotes[1].Evidence {
			got = append(got, e.Rule)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

func TestCorrectionsOutliveTheEngine(t *testing.T) {
	speaker := about(model.SetSpeaker, 2)
	speaker.Speaker, speaker.SpeakerKind = "Mara Lindqvist", model.SpeakerPerson
	for name, change := range map[string]func(*model.Annotations){
		"it cuts the words elsewhere": func(a *model.Annotations) { a.Quotes[2].Content[0].Start += len("that ") },
		"it misses the quotation":     func(a *model.Annotations) { a.Quotes = a.Quotes[:2] },
		"it finds another speaker":    func(a *model.Annotations) { a.Quotes[2].SpeakerName = "million" },
	} {
		ann := engine()
		change(&ann)
		got := correct.Apply(text, ann, []model.Correction{speaker})
		if q := got.Quotes[len(got.Quotes)-1]; len(got.Quotes) != 3 || q.SpeakerName != "Mara Lindqvist" || q.Status != model.Corrected {
			t.Errorf("%s: %s", name, told(text, got.Annotations))
		}
	}
}

func TestCorrectionsOutliveTheText(t *testing.T) {
	speaker := about(model.SetSpeaker, 1)
	speaker.Speaker, speaker.SpeakerKind = "Jo Lee", model.SpeakerPerson
	moved := "New headline\n\n" + strings.Replace(text, "Bridge closed", "Bridge shut", 1)
	ann := engine()
	for i := range ann.Quotes {
		for k := range ann.Quotes[i].Content {
			s := &ann.Quotes[i].Content[k]
			at := strings.Index(moved, s.In(text))
			*s = model.Span{Start: at, End: at + s.Len()}
		}
	}
	got := correct.Apply(moved, ann, []model.Correction{speaker, about(model.Dismiss, 2)})
	if len(got.Quotes) != 2 || got.Quotes[1].SpeakerName != "Jo Lee" || len(got.Lost) != 0 {
		t.Errorf("%s lost %v", told(moved, got.Annotations), got.Lost)
	}
	gone := strings.Replace(text, text[strings.Index(text, `"We`):strings.Index(text, "The engineer")], "", 1)
	got = correct.Apply(gone, model.Annotations{}, []model.Correction{speaker})
	if len(got.Lost) != 1 || len(got.Quotes) != 0 {
		t.Errorf("a correction whose words are gone: %+v", got)
	}
}

func TestKindOf(t *testing.T) {
	for words, want := range map[string]model.QuoteKind{
		`"We found cracks,"`: model.Direct, `“So,” ...`: model.Mixed, "that it would": model.Indirect, `it was "shut"`: model.Mixed, `"Yes".`: model.Direct, "": model.Indirect,
	} {
		if got := correct.KindOf(words, []model.Span{{End: len(words)}}); got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
}
