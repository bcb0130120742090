package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quoth/model"
)

// Citation gives one line by which to cite an article, after the Chicago Manual
// of Style's form for news: author, title, outlet, day, address.
func Citation(a model.Entry) string {
	var parts []string
	if len(a.Authors) > 0 {
		parts = append(parts, oneLine(strings.Join(a.Authors, ", ")))
	}
	if title := oneLine(a.Title); title != "" {
		parts = append(parts, "“"+title+",”")
	}
	if site := oneLine(a.Site); site != "" {
		parts = append(parts, site)
	}
	if a.Published.Known() {
		parts = append(parts, a.Published.Time.Format("2 January 2006"))
	}
	if a.Source != "" {
		parts = append(parts, oneLine(a.Source))
	}
	return strings.ReplaceAll(strings.Join(parts, ", "), ",”, ", ",” ") + "."
}

// writeBibTeX writes an entry of BibLaTeX for each article.
func writeBibTeX(w io.Writer, all Documents) error {
	taken := map[string]int{}
	for d := range all {
		a := d.Article
		key := citeKey(a)
		taken[key]++
		if n := taken[key]; n > 1 {
			key += string(rune('a' + (n-2)%26))
		}
		fields := [][2]string{
			{"author", authorsBib(a.Authors)},
			{"title", "{" + tex(d.Title()) + "}"},
			{"organization", tex(a.Site)},
			{"date", a.Published.Day().Format("2006-01-02")},
			{"url", pageOf(a.Source)},
		}
		if !a.Published.Known() {
			fields[3][1] = ""
		}
		if !a.Added.IsZero() {
			fields = append(fields, [2]string{"urldate", a.Added.UTC().Format("2006-01-02")})
		}
		var b strings.Builder
		fmt.Fprintf(&b, "@online{%s,\n", key)
		for _, f := range fields {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", f[0], f[1])
			}
		}
		b.WriteString("}\n\n")
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// citeKey is moreau2026harbour: family name, year, first word of the title.
func citeKey(a model.Entry) string {
	var b strings.Builder
	if by := authors(a.Authors); len(by) > 0 {
		b.WriteString(ascii(by[0].Family + by[0].Literal))
	} else {
		b.WriteString(ascii(a.Site))
	}
	if a.Published.Known() {
		b.WriteString(a.Published.Time.Format("2006"))
	}
	for _, word := range strings.Fields(a.Title) {
		if word = ascii(word); len(word) > 3 {
			b.WriteString(word)
			break
		}
	}
	if b.Len() == 0 {
		return "article" + a.ID
	}
	return b.String()
}

// ascii gives the small Latin letters and digits of s, without accents.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, norm.NFKD.String(strings.ToLower(s)))
}

func authorsBib(names []string) string {
	var out []string
	for _, a := range authors(names) {
		switch {
		case a.Literal != "":
			out = append(out, "{"+tex(a.Literal)+"}")
		case a.Suffix != "":
			out = append(out, tex(a.Family)+", "+tex(a.Suffix)+", "+tex(a.Given))
		default:
			out = append(out, tex(a.Family)+", "+tex(a.Given))
		}
	}
	return strings.Join(out, " and ")
}

// tex escapes what TeX would take for commands.
func tex(s string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "{", `\{`, "}", `\}`,
		"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	).Replace(oneLine(s))
}

// csl is an item of CSL-JSON (citeproc), as reference managers read it.
type csl struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title"`
	Author    []author `json:"author,omitempty"`
	Container string   `json:"container-title,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	Accessed  *cslDate `json:"accessed,omitempty"`
	URL       string   `json:"URL,omitempty"`
}

type cslDate struct {
	Parts [][3]int `json:"date-parts"`
}

func writeCSL(w io.Writer, all Documents) error {
	items := []csl{}
	for d := range all {
		a := d.Article
		it := csl{ID: a.ID, Type: "article-newspaper", Title: d.Title(), Author: authors(a.Authors), Container: oneLine(a.Site), URL: pageOf(a.Source)}
		if a.Published.Known() {
			it.Issued = cslDay(a.Published)
		}
		if !a.Added.IsZero() {
			it.Accessed = cslDay(model.Stamp{Time: a.Added.UTC()})
		}
		items = append(items, it)
	}
	return writeIndented(w, items)
}

func cslDay(s model.Stamp) *cslDate {
	y, m, d := s.Time.Date()
	return &cslDate{[][3]int{{y, int(m), d}}}
}
