package statement_test

import (
	"strings"
	"testing"

	"quoth/model"
	"quoth/ui/statement"
)

const told = "Ali Larijani told CNN on Sunday. Rain fell.\n\nLarijani spoke again. He added, \"No.\""

func at(t *testing.T, words string) model.Span {
	t.Helper()
	i := strings.Index(told, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return model.Span{Start: i, End: i + len(words)}
}

// wantReasons compares the reasons of the first quotation.
func wantReasons(t *testing.T, a *model.Article, ann *model.Annotations, want ...string) {
	t.Helper()
	var got []string
	for _, r := range statement.Why(a, ann, 0) {
		got = append(got, r.What+": "+r.Says)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWhy(t *testing.T) {
	a := &model.Article{Text: told, Blocks: []model.Block{{Span: model.Span{End: 43}}, {Span: model.Span{Start: 45, End: len(told)}}}}
	ann := &model.Annotations{
		Entities: []model.Entity{{ID: "e1", Name: "Ali Larijani", Mentions: []model.Span{at(t, "Ali Larijani"), at(t, "Larijani spoke")}}},
		Quotes: []model.Quote{{
			Kind: model.Direct, Content: []model.Span{at(t, `"No."`)}, Cue: []model.Span{at(t, "added")}, Source: []model.Span{at(t, "He")},
			Speaker: "e1", SpeakerName: "Ali Larijani", SpeakerKind: model.SpeakerPerson, Confidence: 0.72,
			Where:    []model.Where{{Kind: model.WhereMedium, Span: at(t, "CNN"), Name: "CNN", Inherited: true}},
			When:     &model.When{Span: at(t, "Sunday"), Value: "2026-02-01", Inherited: true},
			Evidence: []model.Evidence{{Rule: "cue", Span: at(t, "added")}, {Rule: "words-after-cue", Span: at(t, `"No."`)}, {Rule: "subject", Span: at(t, "He")}},
		}},
	}
	ann.Entities[0].Mentions[1].End = ann.Entities[0].Mentions[1].Start + len("Larijani")
	wantReasons(t, a, ann,
		"speaker: “He” ← Larijani ← Ali Larijani",
		"sure: 72 %, probably",
		"cue: “added”",
		"kind: direct: in quotation marks",
		"medium: CNN ↑",
		"day: Sun 1 Feb 2026 “Sunday” ↑",
		"↑ from: Ali Larijani told CNN on Sunday.",
		"rule: words after cue",
		"rule: subject “He”",
	)
	if n := statement.Paragraph(a, at(t, "added").Start); n != 2 {
		t.Errorf("paragraph %d, want 2", n)
	}

	ann.Quotes[0].Evidence = append(ann.Quotes[0].Evidence, model.Evidence{Rule: "same-as", Span: at(t, "Ali Larijani")})
	if says := statement.Why(a, ann, 0)[0].Says; says != "“He” ← Ali Larijani" {
		t.Errorf("with the engine's word: %s", says)
	}
	ann.Quotes[0].Speaker, ann.Quotes[0].SpeakerName = "", ""
	if says := statement.Why(a, ann, 0)[0].Says; says != "the article does not say" {
		t.Errorf("without a speaker: %s", says)
	}
}

// TestWhereItHoldsOverFromIsAWholeSentence: a title is not its end, and of what is
// too long the dots tell.
func TestWhereItHoldsOverFromIsAWholeSentence(t *testing.T) {
	long := strings.Repeat("very ", 60)
	for text, want := range map[string]string{
		"It rained. The ward of *St. Brigid's* closes, Dr. Abara said. It is old.": "The ward of St. Brigid's closes, Dr. Abara said.",
		"*Rome* was first. It is old.":                                             "Rome was first.",
		"So it was in *Rome*":                                                      "So it was in Rome",
		"在*Łódź*" + strings.Repeat("桥", 60):                                        "在Łódź" + strings.Repeat("桥", 53) + "…",
		"A " + long + "old bridge near *Łódź* fell. Then.":                         "…" + long[:140] + "old bridge near Łódź fell.",
		"Near *Łódź* a " + long + "old bridge fell.":                               "Near Łódź a " + strings.TrimSpace(long[:155]) + "…",
	} {
		start := strings.Index(text, "*")
		end := strings.LastIndex(text, "*") - 1
		text = strings.ReplaceAll(text, "*", "")
		where := model.Where{Kind: model.WherePlace, Span: model.Span{Start: start, End: end}, Name: "there", Inherited: true}
		q := model.Quote{Kind: model.Indirect, Content: []model.Span{{End: 1}}, Where: []model.Where{where}}
		got := ""
		for _, r := range statement.Why(&model.Article{Text: text}, &model.Annotations{Quotes: []model.Quote{q}}, 0) {
			if r.What == "↑ from" {
				got = r.Says
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestWhyByTheReader: what the reader set is told as the reader's own, once.
func TestWhyByTheReader(t *testing.T) {
	a := &model.Article{Text: told}
	words := at(t, `"No."`)
	ann := &model.Annotations{Quotes: []model.Quote{{
		Kind: model.Direct, Content: []model.Span{words}, Status: model.Corrected,
		When: &model.When{Value: "2026-02-03"},
		Evidence: []model.Evidence{
			{Rule: "reader", Span: words},
			{Rule: "where-reader", Span: words},
			{Rule: "when-reader", Span: words},
			{Rule: "reader", Span: words},
		},
	}}}
	wantReasons(t, a, ann,
		"speaker: the article does not say",
		"kind: direct: in quotation marks",
		"day: Tue 3 Feb 2026",
		"by you: the speaker or the kind",
		"by you: that no place is told",
		"by you: the day",
	)
}
