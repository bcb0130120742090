package export

import (
	"strings"
	"testing"
	"time"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/correct"
)

const bridge = `Harbour bridge to stay closed until spring

The Harbour bridge will stay closed until spring, the city council said on Tuesday.

"We found cracks in three of the eleven piers," said Mara Lindqvist, the city's chief engineer.

Tomás Adeyemi, a bakery owner on Quay Street, called it "a slow bankruptcy" on his street. #bridge *closed*

She added that repairs would cost about €14 million 😀 and take [long].`

// of gives the span of words in bridge.
func of(t testing.TB, words string) model.Span {
	t.Helper()
	i := strings.Index(bridge, words)
	if i < 0 {
		t.Fatalf("%q is not in the article", words)
	}
	return model.Span{Start: i, End: i + len(words)}
}

// article is a document of two notes, one of them on a quotation, one on the
// whole, one lost, and of corrections.
func article(t testing.TB, o Options) Document {
	t.Helper()
	at := func(words string) []model.Span { return []model.Span{of(t, words)} }
	now := time.Date(2026, 11, 18, 9, 12, 44, 0, time.UTC)
	entry := model.Entry{
		ID: "21da7006aabbccdd", Title: "Harbour bridge to stay closed until spring", Authors: []string{"Ida Moreau"}, Site: "Harbour News",
		Source: "https://news.example.org/2026/11/harbour-bridge", Published: model.Stamp{Time: time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)},
		Added: now, Tags: []string{"local news"},
	}
	ann := model.Annotations{
		Entities: []model.Entity{
			{ID: "e1", Type: model.Person, Name: "Mara Lindqvist", Mentions: at("Mara Lindqvist")},
			{ID: "e2", Type: model.Person, Name: "Tomás Adeyemi", Mentions: at("Tomás Adeyemi")},
		},
		Quotes: []model.Quote{
			{
				ID: "q1", Kind: model.Indirect, Content: at("The Harbour bridge will stay closed until spring"), Cue: at("said"), Source: at("the city council"),
				SpeakerName: "the city council", SpeakerKind: model.SpeakerOrganisation, When: &model.When{Span: of(t, "Tuesday"), Value: "2026-11-17"}, Confidence: 0.93,
			},
			{
				ID: "q2", Kind: model.Direct, Content: at(`"We found cracks in three of the eleven piers,"`), Cue: at("said Mara")[:1], Source: at("Mara Lindqvist, the city's chief engineer"),
				Speaker: "e1", SpeakerName: "Mara Lindqvist", SpeakerKind: model.SpeakerPerson, When: &model.When{Span: of(t, "Tuesday"), Value: "2026-11-17", Inherited: true}, Confidence: 0.97,
			},
			{
				ID: "q3", Kind: model.Mixed, Content: at(`"a slow bankruptcy"`), Cue: at("called"), Source: at("Tomás Adeyemi, a bakery owner on Quay Street"),
				Speaker: "e2", SpeakerName: "Tomás Adeyemi", SpeakerKind: model.SpeakerPerson, Where: []model.Where{{Kind: model.WherePlace, Span: of(t, "Quay Street"), Name: "Quay Street"}}, Confidence: 0.913,
			},
			{
				ID: "q4", Kind: model.Indirect, Content: at("that repairs would cost about €14 million 😀 and take [long]"), Cue: at("added"), Source: at("She"),
				SpeakerName: "", SpeakerKind: model.SpeakerUnknown, Confidence: 0.4,
			},
		},
	}
	ann.Quotes[1].Cue[0].End -= len(" Mara")
	note := func(id, words, text string, tags ...string) model.Note {
		n := model.Note{ID: id, Article: entry.ID, Text: text, Tags: tags, Created: now, Changed: now}
		if words != "" {
			n.Passage = anchor.New(bridge, of(t, words))
		}
		return n
	}
	marks := model.Marks{Notes: []model.Note{
		note("144a60bd", "We found cracks in three of the eleven piers,", "Ask for the inspection report;\nwhich three piers?\n\n> cited", "bridge", "safety first"),
		note("00000001", "", "A good piece.", "todo"),
		note("00000002", "#bridge *closed*", ""),
		note("00000003", "chief engineer", "gone"),
	}}
	marks.Notes[2].Kind = model.NoteImportant
	marks.Notes[3].Passage.Exact, marks.Notes[3].Passage.Hash = "these words were in another version of it", "other"
	marks.Notes[3].Passage.Prefix, marks.Notes[3].Passage.Suffix = "", ""
	confirm := correct.OfQuote(model.Confirm, entry.ID, bridge, &ann.Quotes[1])
	speaker := correct.OfQuote(model.SetSpeaker, entry.ID, bridge, &ann.Quotes[3])
	speaker.Speaker, speaker.SpeakerKind = "Mara Lindqvist", model.SpeakerPerson
	kind := model.Correction{Kind: model.SetType, Article: entry.ID, Name: "Tomás Adeyemi", Type: model.Person}
	one := model.Correction{Kind: model.OneName, Name: "M. Lindqvist", Other: "Mara Lindqvist"}
	elsewhere := model.Correction{Kind: model.OneName, Name: "Ann Lee", Other: "Annie Lee"}
	for i, c := range []model.Correction{confirm, speaker, kind, one, elsewhere} {
		c.ID, c.Created = correct.ID(c), now.Add(time.Duration(i)*time.Second)
		marks.Corrections = append(marks.Corrections, c)
	}
	return New(entry, bridge, ann, marks, o)
}
