package ui_test

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("p")
	d.want("NAMES", "People", "Bodies", "Places")
	d.press("enter")
	d.wantStatus("Trump, person: 1 of 8")
	d.press("enter enter")
	d.wantStatus("3 of 8")
	d.press("/")
	d.write("larij")
	d.press("enter enter")
	d.wantStatus("Ali Larijani, person: 1 of 2")
	d.press("tab") // the mention stays where it is, and the list beside it
	d.want("met with Ali Larijani", "NAMES")
	d.press("esc")
	d.want("WHO SAID WHAT")
	d.press("g ] e")
	d.wantStatus("1 of")
	d.press("2 ] e [ e")
	d.wantStatus(", ")
}

func TestEvidence(t *testing.T) {
	d := seed(t, 120, 40)
	d.press("1 1 ) i")
	d.want("WHY", "“He” ← Abbas Araqchi", "“added”", "direct: in quotation", "¶11", "↑ from", "Araqchi told CNN")
	d.press(")")
	d.want("Ali Larijani")
	d.press("j enter")
	d.press("i")
	d.want("WHO SAID WHAT")
	d.press("enter") // from the text
	d.want("WHY")
	d.press("/") // searches the text, not the reasons
	d.write("gaza")
	d.press("enter")
	d.wantStatus("1 of 1")
	d.want("WHO SAID WHAT")
}

func TestLinks(t *testing.T) {
	w := newWorld(t, "muscat-talks.md")
	w.articles["muscat-talks.md"].Source = "https://wire.example.org/x"
	d := start(t, w.options(t, 0), 120, 36)
	d.press("#")
	d.want("LINKS", "1 the article itself")
	d.press("enter")
	d.press("esc o")
	d.press("1 #")
	if got := strings.Join(d.browsed, " "); got != "https://wire.example.org/x https://wire.example.org/x https://wire.example.org/x" {
		t.Fatalf("browsed %q", got)
	}
	d.press("9 9 #")
	d.wantStatus("no link 99")

	w.articles["muscat-talks.md"].Source = "file.md"
	d = start(t, w.options(t, 0), 120, 36)
	d.press("o")
	d.wantStatus("no address")
}
