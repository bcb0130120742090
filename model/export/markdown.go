package export

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"quoth/model/export/merge"
)

// Schema is the version of the Markdown that is written.
const Schema = 1

// Page gives what a Markdown file says of a document. The same document gives
// the same page: nothing in it depends on when it is exported.
func (l *Look) Page(d Document) (merge.Page, error) {
	p := merge.Page{ID: d.Article.ID}
	var err error
	for _, k := range []struct {
		name  string
		value any
		once  bool
	}{
		{"title", d.Title(), false},
		{"source", d.Article.Source, false},
		{"author", links(d.Article.Authors), false},
		{"published", d.Article.Published.String(), false},
		{"created", created(d), true},
		{"description", description(d), false},
		{"tags", append([]string{"clippings", "quoth"}, plainTags(d.Article.Tags)...), true},
		{"speakers", links(d.Speakers()), false},
		{merge.IDKey, d.Article.ID, true},
		{"quoth_schema", Schema, true},
	} {
		key := merge.Key{Name: k.name, Once: k.once}
		if key.YAML, err = yamlEntry(k.name, k.value); err != nil {
			return p, fmt.Errorf("article %s: %s: %w", d.Article.ID, k.name, err)
		}
		p.Keys = append(p.Keys, key)
	}
	if p.Head, err = l.write("head", d); err != nil {
		return p, err
	}
	if p.Foot, err = l.write("foot", d); err != nil {
		return p, err
	}
	for _, it := range d.Items {
		body, err := l.Item(it)
		if err != nil {
			return p, err
		}
		p.Items = append(p.Items, merge.Item{ID: it.ID, Body: body})
	}
	return p, nil
}

// Item gives the Markdown of one item.
func (l *Look) Item(it Item) (string, error) {
	body, err := l.write("item", it)
	// What comes from elsewhere must not look like one of our marks. A name of a
	// block at the end needs a blank line behind it.
	return strings.ReplaceAll(strings.TrimRight(body, "\n"), "<!-- quoth:", "<!-- \u200bquoth:") + "\n\n", err
}

// yamlEntry writes one entry of the front matter, "" for one without a value.
func yamlEntry(name string, value any) (string, error) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return "", nil
		}
	case []string:
		if len(v) == 0 {
			return "", nil
		}
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(map[string]any{name: value}); err != nil {
		return "", err
	}
	return b.String(), enc.Close()
}

// links makes names links of a wiki, as clippers do: all notes that name a
// person lead to one page.
func links(names []string) []string {
	var out []string
	for _, n := range names {
		n = strings.Map(func(r rune) rune {
			if strings.ContainsRune("[]|#^", r) {
				return ' '
			}
			return r
		}, n)
		if n = oneLine(n); n != "" {
			out = append(out, "[["+n+"]]")
		}
	}
	return out
}

// plainTags makes tags that note programs take: letters, digits, "-", "_", "/".
func plainTags(tags []string) []string {
	var out []string
	for _, t := range tags {
		t = strings.Trim(strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || strings.ContainsRune("-_/", r) {
				return r
			}
			return '-'
		}, t), "-")
		if t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// created is the day on which the reader's library got the article.
func created(d Document) string {
	if d.Article.Added.IsZero() {
		return ""
	}
	return d.Article.Added.UTC().Format("2006-01-02")
}

// maxDescription is the longest description in characters.
const maxDescription = 200

// description is the first paragraph that is a sentence, cut at a word.
func description(d Document) string {
	for _, p := range strings.Split(d.Text, "\n\n") {
		words := oneLine(p)
		if words == oneLine(d.Article.Title) || len(strings.Fields(words)) < 8 || !strings.ContainsAny(words, ".!?。") {
			continue
		}
		if utf8.RuneCountInString(words) <= maxDescription {
			return words
		}
		cut := string([]rune(words)[:maxDescription])
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		return strings.TrimRight(cut, " ,;:") + "…"
	}
	return ""
}

// special are the characters that mean something in Markdown, or in the programs
// that read it: emphasis, code, links, HTML, tags, mathematics, comments.
var special = regexp.MustCompile("([\\\\`*_\\[\\]<>$|~]|^#|(?:\\s)#|==|%%|^[+-](?: |$)|^\\d+[.)](?: |$)|&[a-zA-Z#])")

// escape writes words so that Markdown shows them as they are.
func escape(s string) string {
	return special.ReplaceAllStringFunc(s, func(m string) string {
		i := strings.IndexFunc(m, func(r rune) bool { return !unicode.IsSpace(r) })
		if unicode.IsDigit(rune(m[i])) {
			i = strings.IndexAny(m, ".)")
		}
		return m[:i] + `\` + m[i:]
	})
}

// quoteLines writes words of several lines inside a block quote. Paragraphs stay
// apart.
func quoteLines(s string) string {
	var b strings.Builder
	for i, line := range strings.Split(strings.TrimRight(s, "\n"), "\n") {
		if i > 0 {
			b.WriteString("\n>")
			if line != "" {
				b.WriteByte(' ')
			}
		}
		b.WriteString(line)
	}
	return b.String()
}
