package cli

import (
	"slices"
	"testing"

	"quoth/model"
	"quoth/model/library"
)

// TestQuoteLine: a list of quotations doubts where the panel does, and tells days
// in words.
func TestQuoteLine(t *testing.T) {
	for _, c := range []struct {
		speaker    string
		confidence float64
		when, told string
		want       []string
	}{
		{"Mara Lindqvist", 0.95, "2026-01-31TEV", "Saturday\nevening", []string{"Mara Lindqvist", "No.", "", "Sat 31 Jan 2026, evening", "Ferries stop"}},
		{"Mara Lindqvist", 0.75, "XXXX-WXX-6TEV", "Saturday\nevening", []string{"probably Mara Lindqvist", "No.", "", "Saturday evening", "Ferries stop"}},
		{"Mara Lindqvist", 0.3, "", "", []string{"perhaps Mara Lindqvist", "No.", "", "", "Ferries stop"}},
		{"", 0.3, "", "", []string{"unknown", "No.", "", "", "Ferries stop"}},
	} {
		h := library.QuoteHit{Entry: model.Entry{Title: "Ferries stop"}, Quote: model.Quote{SpeakerName: c.speaker, Confidence: c.confidence}, Words: "No.", Told: c.told}
		if c.when != "" {
			h.Quote.When = &model.When{Value: c.when}
		}
		if got := newQuoteRow(h).line(); !slices.Equal(got, c.want) {
			t.Errorf("%+v: got %q, want %q", c, got, c.want)
		}
	}
}
