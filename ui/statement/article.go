package statement

import (
	"fmt"
	"strings"

	"quoth/model"
)

// wordsPerMinute is how fast grown-up readers read prose silently in English:
// 238 words a minute (Brysbaert 2019, Journal of Memory and Language 109).
const wordsPerMinute = 238

// Minutes tells how long so many words take to read.
func Minutes(words int) string {
	n := max((words+wordsPerMinute/2)/wordsPerMinute, 1)
	if n == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", n)
}

// Stamp tells when an article was published: "2 February 2026", "2 February
// 2026, 21:40"; "" where that is not known.
func Stamp(s model.Stamp) string {
	switch {
	case !s.Known():
		return ""
	case s.HasClock:
		return s.Time.Format("2 January 2006, 15:04 -07:00")
	}
	return s.Time.Format("2 January 2006")
}

// Meta is the line below the headline: outlet, day, length, statements. Before
// the article is annotated it says nothing of statements.
func Meta(a *model.Article, all []Statement, annotated bool) string {
	var parts []string
	if a.Site != "" {
		parts = append(parts, a.Site)
	}
	if a.Published.Known() {
		parts = append(parts, "published "+a.Published.Time.Format("2 January 2006"))
	}
	parts = append(parts, Minutes(len(strings.Fields(a.Text))))
	switch {
	case !annotated:
	case len(all) == 1:
		parts = append(parts, "1 statement")
	default:
		parts = append(parts, fmt.Sprintf("%d statements", len(all)))
	}
	return oneLine(strings.Join(parts, " · "))
}

// Speakers numbers the speakers of statements in the order in which they first
// speak, for their colours. A source without a name has -1.
func Speakers(all []Statement) []int {
	number := map[string]int{}
	out := make([]int, len(all))
	for i, s := range all {
		if !s.Named {
			out[i] = -1
			continue
		}
		n, ok := number[s.Key]
		if !ok {
			n = len(number)
			number[s.Key] = n
		}
		out[i] = n
	}
	return out
}

// Copied is a statement as it goes to the clipboard: the words, who said them,
// where and when, and from which article.
func Copied(a *model.Article, s Statement) string {
	var b strings.Builder
	b.WriteString(s.Words)
	b.WriteString("\n— ")
	b.WriteString(s.Speaker)
	if s.Doubt != "" {
		b.WriteString(" (" + s.Doubt + ")")
	}
	for _, part := range []string{s.Where, s.When} {
		if part != "" {
			b.WriteString(", " + part)
		}
	}
	if s.When == "" && s.Written != "" {
		b.WriteString(", " + s.Written)
	}
	b.WriteString("\n" + from(a))
	return b.String()
}

// CopiedWords is words of an article as they go to the clipboard: each paragraph
// on a line, as the article spells it.
func CopiedWords(words string) string {
	parts := strings.Split(words, "\n\n")
	for i, part := range parts {
		parts[i] = oneLine(part)
	}
	return strings.TrimSpace(strings.Join(parts, "\n\n"))
}

func from(a *model.Article) string {
	var b strings.Builder
	for _, part := range []string{oneLine(a.Title), oneLine(a.Source)} {
		if part != "" {
			b.WriteString(part + "\n")
		}
	}
	return b.String()
}
