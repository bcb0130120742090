package overlay

import (
	"strings"
	"testing"

	"quoth/model"
)

func TestQuoted(t *testing.T) {
	for text, want := range map[string]string{
		`that "friendly countries" are`:            `"friendly countries"`,
		`to "swallow" it and "seize" its oil`:      `"swallow"|"seize"`,
		`the mismatched "one” and “two"`:           `"one”|“two"`,
		`called it 'a slow bankruptcy', didn't he`: `'a slow bankruptcy'`,
		`'I can't say,' she can't`:                 `'I can't say,'`,
		`about 1" a day, like a herd`:              ``,
		`the boys' own "story`:                     `"story`,
		`«oui» and ‘yes’`:                          `«oui»|‘yes’`,
		"\xff \"a\" \xff":                          `"a"`,
		``:                                         ``,
	} {
		var got []string
		for _, s := range quoted(text, model.Span{End: len(text)}) {
			got = append(got, s.In(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
