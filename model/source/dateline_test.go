package source_test

import (
	"strings"
	"testing"

	"quoth/model"
)

// headed is the beginning of an article with a line below its headline.
func headed(line string) string {
	return "Port strike ends as dockers accept the deal\n\n" + line + "\n\nDockworkers in the largest port of the country voted on Friday to end their strike, their union said.\n"
}

func read(t *testing.T, name, text string) *model.Article {
	t.Helper()
	o, _ := opener(nil)
	a, err := o.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestDayInTheHead(t *testing.T) {
	for _, line := range []string{
		"GOTHENBURG, Sweden — Saturday, 14 March 2026",
		"By Maria Lindqvist and Tom Okafor\nGOTHENBURG, Sweden — Saturday, 14 March 2026",
		"GOTHENBURG, March 14, 2026",
		"NEW YORK, 14 March 2026 (Reuters)",
		"14 March 2026", "March 14, 2026", "Sat., Mar. 14, 2026", "2026-03-14", "14th March 2026",
		"Published 14 March 2026", "Published on March 14, 2026", "First published: 14 March 2026", "PUBLISHED 14 MARCH 2026",
		"Published 14 March 2026, last updated 15 March 2026 at 10:30", "Published 14 March 2026\nUpdated 16 March 2026",
		"By Maria Lindqvist, 14 March 2026", "By Maria Lindqvist | March 14, 2026", "Maria Lindqvist · 14 March 2026",
		"By Maria Lindqvist in Gothenburg — Saturday 14 March 2026",
		"Northern Star | Saturday, March 14, 2026 at 8:15 p.m.",
		"The deal costs the port two hundred million, it says.\n\n14 March 2026",
		"LONDON, March 14, 2026 (Reuters) — Dockers have voted to end their strike.",
		"GOTHENBURG, Sweden, 14 March 2026 /PRNewswire/ -- The union of dockworkers said today that its members had voted.",
	} {
		if a := read(t, "a.txt", headed(line)); a.Published.Day().Format("2006-01-02") != "2026-03-14" {
			t.Errorf("%q: published %q", line, a.Published)
		}
		if a := read(t, "a.md", "# "+headed("*"+strings.ReplaceAll(line, "\n", "*\n\n*")+"*")); a.Published.Day().Format("2006-01-02") != "2026-03-14" {
			t.Errorf("Markdown, %q: published %q", line, a.Published)
		}
	}
}

func TestNoDayInTheHead(t *testing.T) {
	for _, line := range []string{
		"On 14 March 2026 the strike ended.",
		"The strike of 14 March 2026 and what came of it",
		"The vote is on 14 March 2026",
		"By 14 March 2026", "By Monday, 16 March 2026", "By the end of the strike, 14 March 2026",
		"14–16 March 2026", "14 March 2026 – 16 March 2026", "From 14 March 2026", "GOTHENBURG, 14 March 2026, was quiet",
		"Saturday, 14 March", "March 2026", "14 March", "2026", "Saturday", "GOTHENBURG, March 14 (Reuters) — The strike is over.",
		"31 June 2026", "Election Day, 3 November 2026", "Founded 14 March 2026",
		"Gothenburg voted on 14 March 2026 — and the strike was over.",
		"NATO, founded on 4 April 1949 — by twelve countries — held a summit.",
		"“The strike ends on 14 March 2026”",
		"14 March 2026\n\nThe strike begins.\n\n16 March 2026\n\nThe port is shut.",
		"One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n\n14 March 2026",
	} {
		if a := read(t, "a.txt", headed(line)); a.Published.Known() {
			t.Errorf("%q: published %q", line, a.Published)
		}
	}
}

// TestDayToldElsewhere holds that the head gives way to the front matter.
func TestDayToldElsewhere(t *testing.T) {
	a := read(t, "a.md", "---\npublished: 2026-03-15\n---\n# The strike ends\n\n14 March 2026\n\nIt is over, he said.")
	if a.Published.String() != "2026-03-15" {
		t.Errorf("published %q", a.Published)
	}
}

func TestWritersOfADatedByline(t *testing.T) {
	a := read(t, "a.txt", headed("By Maria Lindqvist and Tom Okafor | 14 March 2026"))
	if len(a.Authors) != 1 || a.Authors[0] != "Maria Lindqvist and Tom Okafor" {
		t.Errorf("authors %q", a.Authors)
	}
}
