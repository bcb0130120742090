package export

import (
	"io"
	"strings"

	"quoth/model"
	"quoth/model/anchor"
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
	// ldAnchored is the value of the body that tells where a passage stood when
	// it was marked, where it is not found beyond doubt: the other selectors say
	// too little to see that again.
	ldAnchored struct {
		Anchored *anchorJSON `json:"anchored"`
	}
)

// urn names articles and notes that have no address.
const urn = "urn:quoth:"

// correctionPrefix begins the name of a correction; its id follows.
const correctionPrefix = "c-"

// writeJSONLD writes one page of annotations.
func writeJSONLD(w io.Writer, all Documents) error {
	page := ldPage{Context: "http://www.w3.org/ns/anno.jsonld", ID: urn + "notes", Type: "AnnotationPage", Items: []ldAnnotation{}}
	everywhere := map[string]bool{} // by ID: corrections of all articles that are written
	for d := range all {
		points := contract.NewPoints(d.Text)
		for _, it := range d.Items {
			page.Items = append(page.Items, annotationLD(d, it, points))
		}
		for _, c := range d.Corrections {
			switch {
			case c.Created.Before(d.since) || everywhere[c.ID]:
				continue
			case c.Article == "":
				everywhere[c.ID] = true
			}
			page.Items = append(page.Items, correctionLD(d, c))
		}
	}
	return writeIndented(w, page)
}

func annotationLD(d Document, it Item, points *contract.Points) ldAnnotation {
	a := ldAnnotation{
		ID: urn + it.ID, Type: "Annotation", Creator: ldCreator{"Software", "quoth"},
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
	if it.Words != "" && it.Fit != anchor.Same {
		out = append(out, jsonLD("identifying", ldAnchored{anchored(it)}))
	}
	if it.Quote != nil {
		about := ldSaid{it.Quote.SpeakerName, it.Role, it.Cue, it.Kind, "", strings.ReplaceAll(it.Where, carriedOver, ""), it.Status}
		if it.Quote.When != nil {
			about.When = it.Quote.When.Value
		}
		out = append(out, jsonLD("identifying", about))
	}
	return out
}

// jsonLD gives a body for programs that read more than words.
func jsonLD(purpose string, v any) ldBody {
	value, err := marshal(v)
	if err != nil {
		value = []byte("{}") // structs of strings and numbers always marshal
	}
	return ldBody{"TextualBody", purpose, "application/json", string(value)}
}

// correctionLD gives what the reader put right, as the model has it: a wish that
// the target be edited. All of it stands in the body; the target is the article
// and, of a quotation, its first words.
func correctionLD(d Document, c model.Correction) ldAnnotation {
	t := articleLD(d)
	switch {
	case c.Article == "":
		t = ldTarget{Source: urn + "articles"}
	case c.OfQuote() && len(c.Content) > 0:
		t.Selector = []ldSelector{quoteLD(c.Content[0])}
	}
	return ldAnnotation{
		ID: urn + correctionPrefix + c.ID, Type: "Annotation", Motivation: []string{"editing"}, Created: stamp(c.Created),
		Creator: ldCreator{"Software", "quoth"}, Body: []ldBody{jsonLD("editing", correctionJSON(c))}, Target: t,
	}
}

// articleLD gives an article as a target.
func articleLD(d Document) ldTarget {
	t := ldTarget{Source: d.Article.Source, Title: d.Article.Title}
	if t.Source == "" {
		t.Source = urn + "article:" + d.Article.ID
	}
	if !d.Article.Added.IsZero() {
		t.State = &ldState{"TimeState", stamp(d.Article.Added)}
	}
	return t
}

func quoteLD(a model.Anchor) ldSelector {
	return ldSelector{Type: "TextQuoteSelector", Exact: a.Exact, Prefix: a.Prefix, Suffix: a.Suffix}
}

func targetLD(d Document, it Item, points *contract.Points) ldTarget {
	t := articleLD(d)
	if it.Words == "" {
		return t
	}
	t.Selector = []ldSelector{quoteLD(it.Passage)}
	if it.Paragraph > 0 {
		start, end := points.FromByte(it.Passage.Start), points.FromByte(it.Passage.End)
		t.Selector = append(t.Selector, ldSelector{Type: "TextPositionSelector", Start: &start, End: &end})
	}
	return t
}
