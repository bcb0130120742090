package export

import (
	"strings"

	"quoth/model"
	"quoth/model/jsonmark"
)

// jsonCorrection is a correction as JSON and JSON-LD take it along. Its time is
// written as those of notes are.
type jsonCorrection struct {
	*jsonmark.Correction
	Everywhere bool   `json:"everywhere,omitempty"` // in all articles: of names only
	Created    string `json:"created"`
}

func correctionJSON(c model.Correction) jsonCorrection {
	return jsonCorrection{jsonmark.OfCorrection(c), c.Article == "", stamp(c.Created)}
}

// Carried gives the corrections that go along with an article, made at or after
// the time that was asked for: its own, and of those of names in all articles the
// ones about names that the engine finds in this one, or that a correction before
// brings there.
func (d Document) Carried() []model.Correction {
	here := map[string]bool{}
	for _, n := range d.names {
		here[strings.ToLower(n)] = n != ""
	}
	var out []model.Correction
	for _, c := range d.Corrections {
		name, other := strings.ToLower(c.Name), strings.ToLower(c.Other)
		if c.Article == "" && !here[name] && !here[other] {
			continue
		}
		for _, n := range []string{name, other, strings.ToLower(c.Speaker)} {
			here[n] = n != ""
		}
		if !c.Created.Before(d.since) {
			out = append(out, c)
		}
	}
	return out
}

// namesIn lists the names that the engine finds.
func namesIn(ann model.Annotations) []string {
	var out []string
	for i := range ann.Entities {
		out = append(out, ann.Entities[i].Name)
	}
	for i := range ann.Quotes {
		out = append(out, ann.Quotes[i].SpeakerName)
	}
	return out
}
