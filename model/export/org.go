package export

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// writeOrg writes a headline for each article and one below it for each item.
// CUSTOM_ID is what links lead to.
func writeOrg(w io.Writer, all Documents) error {
	out := bufio.NewWriter(w)
	for d := range all {
		fmt.Fprintf(out, "* %s%s\n", orgLine(d.Title()), orgTags(d.Article.Tags))
		properties(out, [][2]string{
			{"QUOTH_ID", d.Article.ID},
			{"SOURCE", d.Article.Source},
			{"AUTHOR", strings.Join(d.Article.Authors, ", ")},
			{"SITE", d.Article.Site},
			{"PUBLISHED", d.Article.Published.String()},
		})
		for _, it := range d.Items {
			fmt.Fprintf(out, "** %s%s\n", orgLine(heading(it)), orgTags(it.Tags))
			facts := [][2]string{
				{"CUSTOM_ID", it.ID},
				{"CUE", it.Cue},
				{"KIND", it.Kind},
				{"WHEN", it.When},
				{"WHERE", it.Where},
				{"STATUS", it.Status},
				{"HIGHLIGHT", it.Highlight},
				{"LINK", it.Link},
			}
			if it.Made {
				facts = append(facts, [2]string{"CREATED", stamp(it.Created)})
			}
			properties(out, facts)
			if it.Words != "" {
				fmt.Fprintf(out, "#+begin_quote\n%s\n#+end_quote\n", orgText(it.Words))
			}
			if it.Note != "" {
				fmt.Fprintf(out, "%s\n", orgText(it.Note))
			}
		}
	}
	return out.Flush()
}

func properties(w io.Writer, all [][2]string) {
	fmt.Fprintln(w, ":PROPERTIES:")
	for _, p := range all {
		if value := oneLine(p[1]); value != "" {
			fmt.Fprintf(w, ":%s: %s\n", p[0], value)
		}
	}
	fmt.Fprintln(w, ":END:")
}

// orgLine writes a headline: a colon at its end would be taken for tags.
func orgLine(s string) string { return strings.TrimRight(oneLine(s), ": ") }

// orgTags writes tags behind a headline. Org knows letters, digits, "_", "@", "#"
// and "%" in them.
func orgTags(tags []string) string {
	var out []string
	for _, t := range plainTags(tags) {
		out = append(out, strings.NewReplacer("-", "_", "/", "_").Replace(t))
	}
	if len(out) == 0 {
		return ""
	}
	return " :" + strings.Join(out, ":") + ":"
}

var orgStart = regexp.MustCompile(`(?m)^(,*(?:\*|#\+))`)

// orgText keeps lines from being headlines or keywords: Org takes the comma off.
func orgText(s string) string { return orgStart.ReplaceAllString(strings.TrimSpace(s), ",$1") }
