package web

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// linked is a thing that a page describes in JSON-LD (schema.org).
type linked map[string]any

// linkedData gives the article that the page describes in JSON-LD, else the page
// itself; nil where it describes neither.
func linkedData(doc *html.Node) linked {
	var page linked
	for n := range elements(doc, "script") {
		if !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") || n.FirstChild == nil {
			continue
		}
		var v any
		if json.Unmarshal([]byte(tidyJSON(n.FirstChild.Data)), &v) != nil {
			continue
		}
		for _, thing := range things(v, nil, 0) {
			switch {
			case thing.is("Article", "Posting", "Report", "Story"):
				return thing
			case page == nil && thing.is("WebPage"):
				page = thing
			}
		}
	}
	return page
}

// tidyJSON takes off what pages wrap around JSON, and the line ends that they
// leave inside strings.
func tidyJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, wrap := range []string{"<!--", "//<![CDATA[", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, wrap))
	}
	for _, wrap := range []string{"-->", "//]]>", "]]>"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, wrap))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// things gives the things in a value, those inside lists and graphs too.
func things(v any, to []linked, depth int) []linked {
	if depth > 10 {
		return to
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			to = things(item, to, depth+1)
		}
	case map[string]any:
		to = append(to, v)
		for _, inside := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			to = things(v[inside], to, depth+1)
		}
	}
	return to
}

// is reports whether the type of a thing ends in one of the names.
func (l linked) is(names ...string) bool {
	types := []any{l["@type"]}
	if several, ok := l["@type"].([]any); ok {
		types = several
	}
	for _, t := range types {
		for _, name := range names {
			if s, ok := t.(string); ok && strings.HasSuffix(s, name) {
				return true
			}
		}
	}
	return false
}

// raw gives a string as it stands, "" where there is none.
func (l linked) raw(key string) string {
	s, _ := l[key].(string)
	return html.UnescapeString(s)
}

func (l linked) text(key string) string { return squeeze(l.raw(key)) }

// names gives the names of people and bodies: a string, a thing with a name, or
// a list of such.
func (l linked) names(key string) []string {
	values, ok := l[key].([]any)
	if !ok {
		values = []any{l[key]}
	}
	var out []string
	for _, v := range values {
		switch v := v.(type) {
		case string:
			out = append(out, byline(html.UnescapeString(v))...)
		case map[string]any:
			if name := linked(v).text("name"); name != "" {
				out = append(out, name)
			}
		}
	}
	return out
}

// paid reports whether the thing says that it is not free to read.
func (l linked) paid() bool {
	switch v := l["isAccessibleForFree"].(type) {
	case bool:
		return !v
	case string:
		return strings.EqualFold(v, "false")
	}
	return false
}
