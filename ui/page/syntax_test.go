package page

import (
	"strings"
	"testing"

	"quoth/model"
)

func TestTokens(t *testing.T) {
	names := [...]string{"comment", "keyword", "number", "string"}
	for _, c := range []struct{ language, code, want string }{
		{"go", `if x := "a\"b" { return 42 } // done`, `keyword if|string "a\"b"|keyword return|number 42|comment // done`},
		{"go", "/* two\nlines */ `raw`", "comment /* two\nlines */|string `raw`"},
		{"python", "def f(): # note\n  return 'x'", "keyword def|comment # note|keyword return|string 'x'"},
		{"SQL", "SELECT 1 -- one", "keyword SELECT|number 1|comment -- one"},
		{"js", `"never closed` + "\nlet y", `string "never closed|keyword let`},
		{"c", "/* never closed", "comment /* never closed"},
		{"go", `"ends in \`, `string "ends in \`},
		{"", "if x", ""},
		{"prose", "if x // y", ""},
	} {
		text := "before " + c.code
		var got []string
		for _, k := range tokens(text, model.Span{Start: 7, End: len(text)}, c.language) {
			got = append(got, names[k.kind]+" "+k.In(text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s %q: got %s, want %s", c.language, c.code, s, c.want)
		}
	}
}
