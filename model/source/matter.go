package source

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/source/date"
)

// cutFrontMatter parts YAML front matter from the body. Both lines of "---"
// must stand, else all is body: a rule may begin a text.
func cutFrontMatter(text string) (matter, body string) {
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t") != "---" {
		return "", text
	}
	at := 0
	for line := range strings.Lines(rest) {
		at += len(line)
		if end := strings.TrimRight(line, " \t\n"); end == "---" || end == "..." {
			return rest[:at-len(line)], rest[at:]
		}
	}
	return "", text
}

// describe sets what the front matter says about a, under the names that are in
// use. It gives what is wrong with it; what is not is taken nevertheless.
func describe(a *model.Article, matter string) []error {
	fields, err := fieldsOf(matter)
	faults := []error{err}
	a.Title = fields.one("title", "headline")
	a.Authors = fields.all("author", "authors", "by", "byline")
	a.Source = fields.address("source", "url", "link", "canonical")
	a.Site = fields.one("site", "outlet", "publisher", "publication")
	if a.Site == "" && a.Source == "" {
		a.Site = fields.one("source") // "source: The Valley Courier"
	}
	for _, tags := range fields.all("tags", "tag", "keywords", "categories") {
		for tag := range strings.SplitSeq(tags, ",") {
			if tag = strings.TrimLeft(strings.TrimSpace(tag), "#"); tag != "" {
				a.Tags = append(a.Tags, tag)
			}
		}
	}
	if written := fields.one("published", "date", "pubdate", "published_at", "created"); written != "" {
		a.Published, err = date.Parse(written)
		faults = append(faults, err)
	}
	return slices.DeleteFunc(faults, func(err error) bool { return err == nil })
}

// fields holds the values of front matter by its keys in lower case. What is
// neither a word nor a list of them is left out.
type fields map[string][]string

// all gives the values of the first of keys that has some.
func (f fields) all(keys ...string) []string {
	for _, key := range keys {
		if values := f[key]; len(values) > 0 {
			return values
		}
	}
	return nil
}

// one gives the value of the first of keys that has one.
func (f fields) one(keys ...string) string { return strings.Join(f.all(keys...), ", ") }

// address gives the first address of the web among the values of keys.
func (f fields) address(keys ...string) string {
	for _, key := range keys {
		for _, value := range f[key] {
			if strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://") {
				return value
			}
		}
	}
	return ""
}

// fieldsOf reads front matter. What is no YAML is read line by line: most often
// it is a title with a colon in it.
func fieldsOf(matter string) (fields, error) {
	out := fields{}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(matter), &doc); err != nil {
		for line := range strings.Lines(matter) {
			if m := keyValue.FindStringSubmatch(line); m != nil {
				out[strings.ToLower(m[1])] = words(strings.Trim(m[2], `"'[]`))
			}
		}
		return out, fmt.Errorf("%s; read line by line", strings.TrimPrefix(oneLine(err), "yaml: "))
	}
	if len(doc.Content) == 0 {
		return out, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return out, errors.New("no keys and values")
	}
	for i := 0; i+1 < len(top.Content); i += 2 {
		out[strings.ToLower(top.Content[i].Value)] = valuesOf(top.Content[i+1])
	}
	return out, nil
}

var keyValue = regexp.MustCompile(`^([A-Za-z_]+):[ \t]*(.*?)[ \t]*\n?$`)

// valuesOf gives the words of a value, or of the values of a list. Of a mapping
// it takes the name: "authors: [{name: Ida Moreau}]".
func valuesOf(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			return words(n.Value)
		}
	case yaml.SequenceNode:
		var out []string
		for _, item := range n.Content {
			if item.Kind != yaml.SequenceNode {
				out = append(out, valuesOf(item)...)
			}
		}
		return out
	case yaml.DocumentNode, yaml.AliasNode: // aliases are not followed
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "name" && n.Content[i+1].Kind == yaml.ScalarNode {
				return words(n.Content[i+1].Value)
			}
		}
	}
	return nil
}

// words gives s on one line without escape sequences, which YAML can spell, or nothing when it is blank.
func words(s string) []string {
	if s = strings.Join(strings.Fields(escape.Strip(s)), " "); s == "" {
		return nil
	}
	return []string{s}
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
