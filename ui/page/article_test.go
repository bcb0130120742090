package page

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"quoth/model"
	"quoth/model/source/markdown"
)

// read parses an article of the test data.
func read(tb testing.TB, name string) *model.Article {
	tb.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	a := markdown.Parse(data)
	return &a
}

var wordRE = regexp.MustCompile(`\S+`)

// wordSpans gives the span of each word of text.
func wordSpans(text string) (out []model.Span) {
	for _, m := range wordRE.FindAllStringIndex(text, -1) {
		out = append(out, model.Span{Start: m[0], End: m[1]})
	}
	return out
}

// long makes an article of about n words in Markdown, the same each time.
func long(n int) string {
	vocabulary := strings.Fields(`the ministers of five countries said on Friday that talks about water and power
would go on next week after a pause of several months while the opposition called for an inquiry into the costs of
the dam whose builder denied wrongdoing and asked the court for time`)
	names := []string{"Barbara Obuya", "Anke Markel", "Dr. Zoë Núñez", "World Weather Union", "高橋由美", "Jean-Claude Junot", "محمود عباسي"}
	r := rand.New(rand.NewPCG(7, 7))
	var b strings.Builder
	sentence := func(words int) int {
		for i := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			w := vocabulary[r.IntN(len(vocabulary))]
			switch r.IntN(18) {
			case 0:
				b.WriteString(names[r.IntN(len(names))])
			case 1:
				b.WriteString("**" + names[r.IntN(len(names))] + "**")
			case 2:
				b.WriteString("[" + w + " link](https://example.org/a/" + w + ")")
			case 3:
				b.WriteString("*" + w + "*")
			case 4:
				b.WriteString("“" + w + " indeed,” said")
			default:
				b.WriteString(w)
			}
		}
		b.WriteString(".")
		return words
	}
	b.WriteString("# A long article\n\n")
	for words := 0; words < n; {
		switch r.IntN(14) {
		case 0:
			b.WriteString("## About " + names[r.IntN(len(names))])
		case 1:
			for range 4 {
				b.WriteString("- ")
				words += sentence(12)
				b.WriteString("\n")
			}
		case 2:
			b.WriteString("> ")
			words += sentence(25)
		default:
			for range 4 {
				words += sentence(22)
				b.WriteByte(' ')
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}
