package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"html"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"quoth/model"
	"quoth/model/plaintext"
	"quoth/model/source/date"
	"quoth/model/source/web"
)

// read makes an article of an item. It reports false where there is nothing to
// read and nothing to open.
func read(item *gofeed.Item, f *Feed, address string) (model.Extract, bool) {
	link := link(item, f, address)
	body := words(item, link)
	if body == "" && link == "" {
		body = web.Escape(inline(item.Title)) // which is all that there is to read
	}
	x := web.Markdown(body)
	x.Words.Origin = model.FromFeed
	x.Source, x.Site = link, f.Title
	x.Title = title(item, x.Text)
	x.Authors = authors(item)
	x.Published = published(item)
	x.GUID = guid(item, x)
	if web.Unfinished(x.Text) {
		x.Words.Warning = "the feed gives only the beginning"
	}
	sum := sha256.Sum256([]byte(item.Content + "\x00" + item.Description))
	x.Words.Original = hex.EncodeToString(sum[:])
	return *x, x.Title != "" && (x.Text != "" || link != "")
}

// link gives the address of an item's page. Some feeds give it only as the id,
// some relative to the site.
func link(item *gofeed.Item, f *Feed, address string) string {
	base := address
	if f.Site != "" {
		base = f.Site
	}
	for _, ref := range append([]string{item.Link}, item.Links...) {
		if l := resolve(base, ref); l != "" {
			return l
		}
	}
	if strings.HasPrefix(item.GUID, "http://") || strings.HasPrefix(item.GUID, "https://") {
		return resolve(base, item.GUID)
	}
	return ""
}

// words gives the longest of the texts that an item has, as Markdown.
func words(item *gofeed.Item, link string) string {
	texts := []string{item.Content, item.Description, first(item.Extensions, "media", "description")}
	if group := item.Extensions["media"]["group"]; len(group) > 0 {
		for _, d := range group[0].Children["description"] {
			texts = append(texts, d.Value)
		}
	}
	if item.ITunesExt != nil {
		texts = append(texts, item.ITunesExt.Summary)
	}
	var best string
	for _, t := range texts {
		if md := toMarkdown(t, link); len(md) > len(best) {
			best = md
		}
	}
	return best
}

// markup finds the elements of HTML that texts and titles hold; a word in angle
// brackets is none.
var markup = regexp.MustCompile(`(?is)</?(?:a|abbr|article|aside|audio|b|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nobr|ol|p|pre|q|s|samp|section|small|source|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|time|tr|tt|u|ul|video|wbr)(?:\s[^<>]*)?/?>|<!--.*?-->`)

// escaped finds markup that was escaped once too often.
var escaped = regexp.MustCompile(`&lt;(?:p|br|div|a|img|span|strong|em|ul)(?:\s|/|&gt;)`)

// toMarkdown makes Markdown of what an item says, in HTML or in plain text.
func toMarkdown(s, link string) string {
	if !markup.MatchString(s) && escaped.MatchString(s) {
		s = html.UnescapeString(s)
	}
	if !markup.MatchString(s) {
		return plain(html.UnescapeString(s))
	}
	md, err := web.Fragment(s, link)
	if err != nil {
		return plain(html.UnescapeString(markup.ReplaceAllString(s, " ")))
	}
	return md
}

// plain makes Markdown of plain text, keeping its paragraphs.
func plain(s string) string {
	var paragraphs []string
	for l := range strings.Lines(s) {
		if l = line(l); l != "" {
			paragraphs = append(paragraphs, web.Escape(l))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// inline puts a title on one line, without markup.
func inline(s string) string {
	for range 2 { // some escape it twice
		s = html.UnescapeString(markup.ReplaceAllString(s, ""))
	}
	return line(s)
}

// title gives an item's title, or else the text's first words.
func title(item *gofeed.Item, text string) string {
	if t := inline(item.Title); t != "" {
		return t
	}
	return plaintext.Beginning(text)
}

func authors(item *gofeed.Item) []string {
	var out []string
	for _, p := range item.Authors {
		if p == nil {
			continue
		}
		name := line(p.Name)
		if name == "" {
			name = line(p.Email)
		}
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// published gives the date as it was written, in its own zone, as far as it can
// be read: "Saturday" in the text is the Saturday there.
func published(item *gofeed.Item) model.Stamp {
	for _, s := range []string{item.Published, item.Updated} {
		if stamp, err := date.Parse(s); err == nil && stamp.Known() {
			return stamp
		}
	}
	if item.PublishedParsed != nil {
		return model.Stamp{Time: *item.PublishedParsed, HasClock: true}
	}
	if item.UpdatedParsed != nil {
		return model.Stamp{Time: *item.UpdatedParsed, HasClock: true}
	}
	return model.Stamp{}
}

// guid gives the name by which an item is known again: its id, else its link,
// else its words.
func guid(item *gofeed.Item, x *model.Extract) string {
	switch {
	case strings.TrimSpace(item.GUID) != "":
		return strings.TrimSpace(item.GUID)
	case x.Source != "":
		return x.Source
	}
	sum := sha256.Sum256([]byte(x.Title + "\x00" + x.Text))
	return hex.EncodeToString(sum[:16])
}
