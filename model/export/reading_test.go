package export

import (
	"strings"
	"testing"
)

func TestReading(t *testing.T) {
	look, err := NewLook("")
	if err != nil {
		t.Fatal(err)
	}
	parts, err := look.Reading(article(t, Options{}))
	if err != nil || len(parts) != 6 {
		t.Fatalf("%d parts, %v", len(parts), err)
	}
	if p := parts[0]; p.Boxed || !strings.Contains(p.Markdown, "# Harbour bridge") {
		t.Errorf("the head is %+v", p)
	}
	want := "**Mara Lindqvist — the city's chief engineer**\n\n"
	if p := parts[2]; !p.Boxed || !strings.HasPrefix(p.Markdown, want) || strings.Contains(p.Markdown, "q-144a60bd") || !strings.Contains(p.Markdown, "\n> cited") {
		t.Errorf("an item is %q", p.Markdown)
	}
	if look, err = NewLook("- {{.Words}}\n"); err != nil {
		t.Fatal(err)
	}
	if parts, err = look.Reading(article(t, Options{})); err != nil || parts[2].Boxed || !strings.HasPrefix(parts[2].Markdown, "- We found") {
		t.Errorf("an item of another look is %+v, %v", parts[2], err)
	}
}
