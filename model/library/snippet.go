package library

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoth/model"
	"quoth/model/query"
)

// Snippet is the sentence in which an article matches a search.
type Snippet struct {
	Text  string
	Marks []model.Span // the words that were asked for, in Text
}

// Snippets gives, for those of the articles in whose text a word or phrase of
// the query stands, the first sentence with one that is not its headline again.
func (l *Library) Snippets(ctx context.Context, n query.Node, entries []model.Entry) (map[string]Snippet, error) {
	phrases := positive(n, nil)
	out := make(map[string]Snippet)
	if len(phrases) == 0 {
		return out, nil
	}
	for _, e := range entries {
		t, err := l.Text(ctx, e.ID)
		if err != nil {
			return out, err
		}
		if s, ok := snippet(t.Plain, e.Name(), phrases); ok {
			out[e.ID] = s
		}
	}
	return out, nil
}

// wanted is a phrase as a search compares it.
type wanted struct {
	words  []string
	prefix bool // of the last word
}

// positive gathers the words and phrases that n asks to be there.
func positive(n query.Node, to []wanted) []wanted {
	switch n := n.(type) {
	case query.And:
		for _, c := range n {
			to = positive(c, to)
		}
	case query.Or:
		for _, c := range n {
			to = positive(c, to)
		}
	case query.Term:
		if n.Field != query.Word && n.Field != query.Said {
			break
		}
		w := wanted{prefix: n.Prefix}
		for _, t := range words(n.Value) {
			w.words = append(w.words, t.folded)
		}
		if len(w.words) > 0 {
			to = append(to, w)
		}
	}
	return to
}

// word is a word of a text, with case and diacritics taken off as the index
// takes them off.
type word struct {
	model.Span
	folded string
}

func words(s string) []word {
	var out []word
	start := -1
	end := func(at int) {
		if start >= 0 {
			out = append(out, word{model.Span{Start: start, End: at}, fold(s[start:at])})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case isUnspaced(r):
			end(i)
			start = i
			end(i + utf8.RuneLen(r))
		case unicode.IsLetter(r) || unicode.IsNumber(r) || start >= 0 && unicode.Is(unicode.Mn, r):
			if start < 0 {
				start = i
			}
		default:
			end(i)
		}
	}
	end(len(s))
	return out
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// snippet finds the first of the phrases in a text, outside its headline.
func snippet(plain, title string, phrases []wanted) (Snippet, bool) {
	all, head := words(plain), joined(title)
	for i := range all {
		for _, p := range phrases {
			if !p.at(all, i) {
				continue
			}
			s := sentence(plain, all[i].Start)
			if strings.Contains(head, joined(s.In(plain))) {
				continue
			}
			out := Snippet{Text: strings.ReplaceAll(s.In(plain), "\n", " ")}
			for j := i; j < len(all) && all[j].Start < s.End; j++ {
				for _, p := range phrases {
					if last := j + len(p.words) - 1; p.at(all, j) && all[last].End <= s.End {
						out.Marks = append(out.Marks, model.Span{Start: all[j].Start - s.Start, End: all[last].End - s.Start})
						break
					}
				}
			}
			return out, true
		}
	}
	return Snippet{}, false
}

// joined gives the words of a text, each between blanks.
func joined(s string) string {
	var out strings.Builder
	out.WriteByte(' ')
	for _, w := range words(s) {
		out.WriteString(w.folded + " ")
	}
	return out.String()
}

// at reports whether the phrase stands at word i.
func (p wanted) at(all []word, i int) bool {
	if i+len(p.words) > len(all) {
		return false
	}
	for j, w := range p.words {
		got := all[i+j].folded
		if got != w && !(p.prefix && j == len(p.words)-1 && strings.HasPrefix(got, w)) {
			return false
		}
	}
	return true
}

// maxSnippet bounds a snippet on either side of its match, in bytes.
const maxSnippet = 200

// sentence gives what stands around a byte up to a line's or sentence's end. It
// need not be right about abbreviations: it is shown, not analysed.
func sentence(s string, at int) model.Span {
	low, high := max(0, at-maxSnippet), min(len(s), at+maxSnippet)
	for low < at && !utf8.RuneStart(s[low]) {
		low++
	}
	for high < len(s) && !utf8.RuneStart(s[high]) {
		high--
	}
	if i := lastEnd(s[low:at]); i >= 0 {
		low += i
	}
	if i := firstEnd(s[at:high]); i >= 0 {
		high = at + i
	}
	trimmed := strings.TrimLeftFunc(s[low:high], unicode.IsSpace)
	low = high - len(trimmed)
	return model.Span{Start: low, End: low + len(strings.TrimRightFunc(trimmed, unicode.IsSpace))}
}

func lastEnd(s string) int {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] == '\n' || s[i] == ' ' && strings.IndexByte(".!?", s[i-1]) >= 0 {
			return i + 1
		}
	}
	if s != "" && s[0] == '\n' {
		return 1
	}
	return -1
}

func firstEnd(s string) int {
	for i := range len(s) {
		if s[i] == '\n' || s[i] == ' ' && i > 0 && strings.IndexByte(".!?", s[i-1]) >= 0 {
			return i
		}
	}
	return -1
}
