package date_test

import (
	"testing"

	"quoth/model/source/date"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2026-02-01":                      "2026-02-01",
		"2026-02-08T21:40:00+04:00":       "2026-02-08T21:40:00+04:00",
		"2026-02-08 21:40:00 +0400":       "2026-02-08T21:40:00+04:00",
		"2026-02-08 21:40":                "2026-02-08T21:40:00Z",
		"2026/02/08":                      "2026-02-08",
		"Feb. 1, 2026":                    "2026-02-01",
		"February 1st, 2026":              "2026-02-01",
		"1 February 2026":                 "2026-02-01",
		"Sunday, 1 February 2026 14:30":   "2026-02-01T14:30:00Z",
		"Sun, 01 Feb 2026 14:05:00 +0000": "2026-02-01T14:05:00Z",
		"Sun, 01 Feb 2026 14:05:00 GMT":   "2026-02-01T14:05:00Z",
		"Sun, 01 Feb 2026 14:05:00 EST":   "2026-02-01T14:05:00Z",
		"1  Feb  2026 10:00 BST":          "2026-02-01T10:00:00Z",
		"13/02/2026":                      "2026-02-13",
		"02/13/2026":                      "2026-02-13",
		"2.2.2026":                        "2026-02-02",
	} {
		if got, err := date.Parse(in); err != nil || got.String() != want {
			t.Errorf("Parse(%q) = %s, %v, want %s", in, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, in := range []string{"Tuesday", "02/03/2026", "2026", "12", "2026-02-30", "hello", "yesterday", "1770000000"} {
		if got, err := date.Parse(in); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", in, got)
		}
	}
	if got, err := date.Parse(""); err != nil || got.Known() {
		t.Errorf(`Parse("") = %s, %v, want no date`, got, err)
	}
}
