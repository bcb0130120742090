package export

import (
	"io"

	"quoth/model/contract"
)

// The JSON-LD of the W3C Web Annotation Data Model (2017). Positions are Unicode
// code points, not UTF-16 units and not bytes (section 4.2.5).
type (
	ldPage struct {
		Context string         `json:"@context"`
		ID      string         `json:"id"`
		Type    string         `json:"type"`
		Items   []ldAnnotation `json:"items"`
	}
	ldAnnotation struct {
		ID         string    `json:"id"`
		Type       string    `json:"type"`
		Motivation []string  `json:"motivation"`
		Created    string    `json:"created,omitempty"`
		Modified   string    `json:"modified,omitempty"`
		Creator    ldCreator `json:"creator"`
		Body       []ldBody  `json:"body,omitempty"`
		Target     ldTarget  `json:"target"`
	}
	ldCreator struct {
		Type string `json:"type"`
		Name string `json:"name"`
	}
	ldBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Format  string `json:"format,omitempty"`
		Value   string `json:"value"`
	}
	ldTarget struct {
		Source   string       `json:"source"`
		Title    string       `json:"dc:title,omitempty"` // of the article
		Selector []ldSelector `json:"selector,omitempty"` // none: the whole article
		State    *ldState     `json:"state,omitempty"`
	}
	ldSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact,omitempty"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
		Start  *int   `json:"start,omitempty"`
		End    *int   `json:"end,omitempty"`
	}
	ldState struct {
		Type       string `json:"type"`
		SourceDate string `json:"sourceDate"`
	}
	// ldSaid is the value of the body that tells of a quotation.
	ldSaid struct {
		Speaker string `json:"speaker,omitempty"`
		Role    string `json:"role,omitempty"`
		Cue     string `json:"cue,omitempty"`
		Kind    string `json:"kind"`
		When    string `json:"when,omitempty"` // TIMEX3
		Where   string `json:"where,omitempty"`
		Status  string `json:"status"`
	}
)

// URN names articles and notes that have no address.
const URN = "urn:quoth:"

// writeJSONLD writes one page of annotations.
func writeJSONLD(w io.Writer, all Documents) error {
	page := ldPage{Context: "http://www.w3.org/ns/anno.jsonld", ID: URN + "notes", Type: "AnnotationPage", Items: []ldAnnotation{}}
	for d := range all {
		points := contract.NewPoints(d.Text)
		for _, it := range d.Items {
			page.Items = append(page.Items, annotationLD(d, it, points))
		}
	}
	return writeIndented(w, page)
}

func annotationLD(d Document, it Item, points *contract.Points) ldAnnotation {
	a := ldAnnotation{
		ID: URN + it.ID, Type: "Annotation", Creator: ldCreator{"Software", "quoth"},
		Body: bodiesLD(it), Target: targetLD(d, it, points),
	}
	if it.Made {
		a.Created = stamp(it.Created)
		if !it.Changed.Equal(it.Created) {
			a.Modified = stamp(it.Changed)
		}
	}
	if it.Quote != nil {
		a.Motivation = append(a.Motivation, "identifying")
	}
	switch {
	case it.Note != "":
		a.Motivation = append(a.Motivation, "commenting")
	case it.Made:
		a.Motivation = append(a.Motivation, "highlighting")
	}
	return a
}

func bodiesLD(it Item) []ldBody {
	var out []ldBody
	if it.Note != "" {
		out = append(out, ldBody{"TextualBody", "commenting", "text/markdown", it.Note})
	}
	for _, t := range it.Tags {
		out = append(out, ldBody{"TextualBody", "tagging", "", t})
	}
	if it.Highlight != "" {
		out = append(out, ldBody{"TextualBody", "classifying", "", it.Highlight})
	}
	if it.Quote != nil {
		about := ldSaid{it.Quote.SpeakerName, it.Role, it.Cue, it.Kind, "", it.Where, it.Status}
		if it.Quote.When != nil {
			about.When = it.Quote.When.Value
		}
		if value, err := marshal(about); err == nil { // strings always marshal
			out = append(out, ldBody{"TextualBody", "identifying", "application/json", string(value)})
		}
	}
	return out
}

func targetLD(d Document, it Item, points *contract.Points) ldTarget {
	t := ldTarget{Source: d.Article.Source, Title: d.Article.Title}
	if t.Source == "" {
		t.Source = URN + "article:" + d.Article.ID
	}
	if !d.Article.Added.IsZero() {
		t.State = &ldState{"TimeState", stamp(d.Article.Added)}
	}
	if it.Words == "" {
		return t
	}
	t.Selector = []ldSelector{{Type: "TextQuoteSelector", Exact: it.Passage.Exact, Prefix: it.Passage.Prefix, Suffix: it.Passage.Suffix}}
	if it.Paragraph > 0 {
		start, end := points.FromByte(it.Passage.Start), points.FromByte(it.Passage.End)
		t.Selector = append(t.Selector, ldSelector{Type: "TextPositionSelector", Start: &start, End: &end})
	}
	return t
}
