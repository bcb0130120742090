package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// writeCSV writes one record for each item.
func writeCSV(w io.Writer, all Documents) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{
		"id", "article", "title", "source", "author", "published", "words", "speaker", "role", "cue", "kind",
		"when", "where", "status", "highlight", "note", "tags", "paragraph", "link", "created", "changed",
	})
	for d := range all {
		for _, it := range d.Items {
			paragraph, created, changed := "", "", ""
			if it.Paragraph > 0 {
				paragraph = strconv.Itoa(it.Paragraph)
			}
			if it.Made {
				created, changed = stamp(it.Created), stamp(it.Changed)
			}
			if err == nil {
				err = out.Write([]string{
					it.ID, d.Article.ID, d.Article.Title, d.Article.Source, strings.Join(d.Article.Authors, "; "), d.Article.Published.String(),
					it.Words, it.Speaker, it.Role, it.Cue, it.Kind, it.When, it.Where, it.Status,
					it.Highlight, it.Note, strings.Join(it.Tags, "; "), paragraph, it.Link, created, changed,
				})
			}
		}
	}
	return finish(out, err)
}

// writeReadwise writes the CSV that Readwise reads. Tags stand in the note as it
// wants them, ".tag", and the speaker before it. A note on the whole article is
// one on its title, without a place.
func writeReadwise(w io.Writer, all Documents) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{"Highlight", "Title", "Author", "URL", "Note", "Location", "Date"})
	for d := range all {
		for _, it := range d.Items {
			words, location, date := it.Words, "", ""
			if words == "" {
				words = d.Title()
			}
			if it.Paragraph > 0 {
				location = strconv.Itoa(it.Paragraph)
			}
			if it.Made {
				date = it.Created.UTC().Format("2006-01-02 15:04:05")
			}
			if err == nil {
				err = out.Write([]string{words, d.Title(), strings.Join(d.Article.Authors, ", "), pageOf(d.Article.Source), readwiseNote(it), location, date})
			}
		}
	}
	return finish(out, err)
}

func readwiseNote(it Item) string {
	var tags []string
	for _, t := range plainTags(it.Tags) {
		tags = append(tags, "."+t)
	}
	if it.Highlight != "" {
		tags = append(tags, "."+strings.Join(plainTags([]string{it.Highlight}), ""))
	}
	parts := []string{strings.Join(tags, " "), it.Note}
	if it.Quote != nil {
		parts[1] = strings.TrimSpace(withRole(it.Speaker, it.Role) + "\n" + it.Note)
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

func finish(out *csv.Writer, err error) error {
	out.Flush()
	if err != nil {
		return err
	}
	return out.Error()
}
