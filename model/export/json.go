package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"quoth/model"
	"quoth/model/contract"
)

// extra is what stands in JSON beside an annotated article as the contract has
// it. Offsets are code points.
type extra struct {
	Source  string     `json:"source"`
	Authors []string   `json:"authors"`
	Site    string     `json:"site"`
	Notes   []jsonNote `json:"notes"`

	Corrections []jsonCorrection `json:"corrections"`
}

type jsonNote struct {
	ID      string      `json:"id"`
	Quote   *string     `json:"quote"`    // of "quotes"; null for a passage that is none
	Span    *[2]int     `json:"span"`     // null for a note on the whole article, and for one that is lost
	Exact   string      `json:"exact"`    // empty for a note on the whole article
	Prefix  string      `json:"prefix"`   // 32 characters before
	Suffix  string      `json:"suffix"`   // and after
	Anchor  *anchorJSON `json:"anchored"` // null for a note on the whole article
	Fit     string      `json:"fit"`      // same, approximate, lost
	Kind    string      `json:"kind"`
	Text    string      `json:"text"`
	Tags    []string    `json:"tags"`
	Created string      `json:"created"`
	Changed string      `json:"changed"`
}

// anchorJSON is where a passage stood when it was marked, in a text that may be
// an older one: its offsets are bytes of the text with that hash, because code
// points cannot be counted in a text that is not there.
type anchorJSON struct {
	Hash  string `json:"hash"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Twins int    `json:"twins"` // other places where the same words stood in like surroundings
}

// encodeJSON gives a document as one line, without its line break.
func encodeJSON(d Document) ([]byte, error) {
	a := &model.Article{ID: d.Article.ID, Title: d.Article.Title, Published: d.Article.Published, Text: d.Text}
	line, err := contract.Encode(a, d.Annotations)
	if err != nil {
		return nil, err
	}
	more := extra{d.Article.Source, append([]string{}, d.Article.Authors...), d.Article.Site, []jsonNote{}, []jsonCorrection{}}
	points := contract.NewPoints(d.Text)
	for _, it := range d.Items {
		if it.Made {
			more.Notes = append(more.Notes, noteJSON(it, points))
		}
	}
	for _, c := range d.Carried() {
		more.Corrections = append(more.Corrections, correctionJSON(c))
	}
	rest, err := marshal(more)
	if err != nil {
		return nil, fmt.Errorf("article %s: %w", d.Article.ID, err)
	}
	return append(append(bytes.TrimSuffix(line, []byte("}\n")), ','), rest[1:]...), nil
}

func noteJSON(it Item, points *contract.Points) jsonNote {
	n := jsonNote{
		ID: it.ID[len(IDPrefix):], Exact: it.Passage.Exact, Prefix: it.Passage.Prefix, Suffix: it.Passage.Suffix,
		Kind: it.Highlight, Text: it.Note, Tags: append([]string{}, it.Tags...), Created: stamp(it.Created), Changed: stamp(it.Changed),
	}
	if it.Words != "" {
		n.Fit = it.Fit.String()
		n.Anchor = anchored(it)
	}
	if it.Paragraph > 0 {
		n.Span = &[2]int{points.FromByte(it.Passage.Start), points.FromByte(it.Passage.End)}
	}
	if it.Quote != nil {
		n.Quote = &it.Quote.ID
	}
	return n
}

func anchored(it Item) *anchorJSON {
	return &anchorJSON{it.anchored.Hash, it.anchored.Start, it.anchored.End, it.anchored.Twins}
}

// stamp writes a moment as RFC 3339, to the millisecond where there is one.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// marshal is json.Marshal without escapes for HTML.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// writeIndented writes JSON for people to read.
func writeIndented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// writeJSON writes one array with a line for each document.
func writeJSON(w io.Writer, all Documents) error {
	before := "[\n"
	for d := range all {
		line, err := encodeJSON(d)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s%s", before, line); err != nil {
			return err
		}
		before = ",\n"
	}
	if before == "[\n" {
		_, err := io.WriteString(w, "[]\n")
		return err
	}
	_, err := io.WriteString(w, "\n]\n")
	return err
}

// writeJSONL writes one line for each document.
func writeJSONL(w io.Writer, all Documents) error {
	for d := range all {
		line, err := encodeJSON(d)
		if err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}
