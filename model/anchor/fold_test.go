package anchor

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"quoth/model"
)

// folding folds a text by the book: character by character.
func folding(s string) (text string, from []int) {
	var out strings.Builder
	blank := false
	for at, r := range s {
		before := out.Len()
		words, ok := plain(r)
		switch {
		case unicode.IsSpace(r):
			if !blank {
				out.WriteByte(' ')
			}
		case ok:
			out.WriteString(words)
		default:
			out.Write(utf8.AppendRune(nil, r))
		}
		blank = unicode.IsSpace(r)
		for range out.Len() - before {
			from = append(from, at)
		}
	}
	return out.String(), append(from, len(s))
}

func FuzzFold(f *testing.F) {
	f.Add("“It’s a  bridge,”\u00a0he said … “so”\n\nThe end`s 橋\u00ad\xff.")
	f.Add("plain words")
	f.Fuzz(func(t *testing.T, s string) {
		want, from := folding(s)
		got := fold(s)
		if got.text != want {
			t.Fatalf("%q folds to %q, want %q", s, got.text, want)
		}
		for i := range want {
			if o := got.origin(model.Span{Start: i, End: i + 1}); o.Start != from[i] || o.End != from[i+1] {
				t.Fatalf("byte %d of %q is from %v, want %d to %d", i, want, o, from[i], from[i+1])
			}
		}
	})
}
