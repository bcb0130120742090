package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"

	"quoth/annotate/doc"
	"quoth/model"
)

// Article is a news article with inline marks, read into its plain text and what
// the marks say of it. Spans are bytes of Text.
type Article struct {
	ID         string // file name without its ending
	Folder     string // the hand that wrote it; articles of one folder resemble one another
	Title      string
	Published  model.Stamp
	Style      string
	Text       string
	Mentions   []Mention   // in the order of the text
	Utterances []Utterance // in the order of their first content
}

// Mention is a marked name, date or time.
type Mention struct {
	model.Span
	Type  model.EntityType
	Name  string // the fullest name in the article; of a date or time its text
	Value string // TIMEX3 of a date or time
}

// Utterance is one marked quotation.
type Utterance struct {
	Number      int // as in the file
	Content     []model.Span
	Cue         []model.Span
	Source      []model.Span
	Addressee   []model.Span
	Speaker     string // "" where the article does not say
	SpeakerKind model.SpeakerKind
	Where       []Where
	When        *When
}

// Where is a place, venue or medium of an utterance. An inherited one is told by
// its name alone.
type Where struct {
	model.Span
	Kind      model.WhereKind
	Name      string
	Inherited bool
}

// When is the time of an utterance. An inherited one is told by its value alone.
type When struct {
	model.Span
	Value     string // TIMEX3
	Inherited bool
}

// Articles reads the articles of the folders in dir. Their order is that of the
// folders' and the files' names.
func Articles(fsys fs.FS, dir string) ([]Article, error) {
	names, err := fs.Glob(fsys, dir+"/*/*.txt")
	if err != nil {
		return nil, fmt.Errorf("articles in %s: %w", dir, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("articles in %s: no such file: give the folder of the corpora with -corpora", dir)
	}
	sort.Strings(names)
	articles := make([]Article, 0, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", name, err)
		}
		a, err := ReadArticle(string(text))
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", name, err)
		}
		a.ID = strings.TrimSuffix(path.Base(name), ".txt")
		a.Folder = path.Base(path.Dir(name))
		articles = append(articles, a)
	}
	return articles, nil
}

// ReadArticle reads one article: header lines "title:", "published:", "style:", a
// line "---", and the body with its marks:
//
//	<PERSON n="full name">…</PERSON>  and ORG, PLACE, NORP, EVENT, WORK
//	<DATE v="TIMEX3">…</DATE>  and TIME
//	<c q="3" sp="speaker" k="person" iwhere="medium:CNN;place:Tehran" iwhen="2026-02-01">what was said</c>
//	<src q="3">…</src>  <cue q="3">…</cue>  <to q="3">…</to>
//	<where q="3" kind="place" n="name">…</where>  <when q="3" v="TIMEX3">…</when>
//
// Several pieces may bear one q, and q may list several numbers. Marks nest.
func ReadArticle(file string) (Article, error) {
	head, body, ok := strings.Cut(strings.ReplaceAll(file, "\r\n", "\n"), "\n---\n")
	if !ok {
		return Article{}, errors.New("no line --- after the header")
	}
	var a Article
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "title":
			a.Title = value
		case "style":
			a.Style = value
		case "published":
			var err error
			if a.Published, err = model.ParseStamp(value); err != nil {
				return Article{}, err
			}
		}
	}
	r := inlineReader{utterances: map[int]*Utterance{}}
	if err := r.read(strings.TrimSpace(body) + "\n"); err != nil {
		return Article{}, err
	}
	a.Text = r.text.String()
	a.Mentions = r.mentions
	sort.SliceStable(a.Mentions, func(i, k int) bool {
		x, y := a.Mentions[i], a.Mentions[k]
		return x.Start < y.Start || x.Start == y.Start && x.End < y.End
	})
	var err error
	a.Utterances, err = r.sorted()
	return a, err
}

// sorted gives the utterances in the order of their first content.
func (r *inlineReader) sorted() ([]Utterance, error) {
	list := make([]Utterance, 0, len(r.utterances))
	for n, u := range r.utterances {
		if len(u.Content) == 0 {
			return nil, fmt.Errorf("utterance %d has no content", n)
		}
		for _, spans := range [][]model.Span{u.Content, u.Cue, u.Source} {
			sort.Slice(spans, func(i, k int) bool { return spans[i].Start < spans[k].Start })
		}
		list = append(list, *u)
	}
	sort.Slice(list, func(i, k int) bool {
		if a, b := list[i].Content[0].Start, list[k].Content[0].Start; a != b {
			return a < b
		}
		return list[i].Number < list[k].Number
	})
	return list, nil
}

// numbers reads the utterances that a mark belongs to.
func numbers(list string) ([]int, error) {
	var all []int
	for _, f := range strings.Fields(list) {
		n, err := strconv.Atoi(f)
		if err != nil {
			return nil, fmt.Errorf("q=%q is no list of numbers", list)
		}
		all = append(all, n)
	}
	if len(all) == 0 {
		return nil, errors.New("a mark without q")
	}
	return all, nil
}

// Name fills d.Names, d being the article's document with its tokens, with the
// marked mentions of what is no date or time, the outer one of nested ones.
func (a *Article) Name(d *doc.Doc) {
	end := 0
	for _, m := range a.Mentions {
		if m.Type == model.Date || m.Type == model.Time || m.Start < end {
			continue
		}
		n := doc.Name{First: -1, Type: m.Type, Entity: -1}
		for i := range d.Tokens {
			if t := d.Tokens[i].Span; m.Covers(t) {
				if n.First < 0 {
					n.First = i
				}
				n.End = i + 1
			}
		}
		if n.First >= 0 {
			d.Names = append(d.Names, n)
			end = m.End
		}
	}
}
