package export

import (
	"cmp"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"quoth/model"
	"quoth/model/notefile"
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

// writeReadwise writes the CSV that Readwise reads. Tags stand at the head of
// the note as it wants them, ".tag", the kind of the highlight among them, and the
// speaker in a line at its end. A note on the whole article is one on its title,
// without a place.
func writeReadwise(w io.Writer, all Documents) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{"Highlight", "Title", "Author", "URL", "Note", "Location", "Date"})
	for d := range all {
		for _, it := range d.Items {
			words, location, date := it.Words, "", ""
			switch {
			case words == "":
				words = d.Title()
			case it.Paragraph > 0:
				location = strconv.Itoa(it.Paragraph)
			default:
				location = "0" // not found in the present text
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
	for _, t := range plainTags(model.CleanTags(append([]string{it.Highlight}, it.Tags...))) {
		tags = append(tags, "."+t)
	}
	var lines []string
	if len(tags) > 0 || strings.HasPrefix(it.Note, ".") { // words with a dot are no tags behind an empty line
		lines = append(lines, strings.Join(tags, " "))
	}
	if it.Note != "" {
		lines = append(lines, it.Note)
	}
	if it.Quote != nil || strings.Contains(it.Note, notefile.SaidBy) {
		lines = append(lines, notefile.SaidBy+withRole(cmp.Or(it.Speaker, Unknown), it.Role))
	}
	return strings.Join(lines, "\n")
}

func finish(out *csv.Writer, err error) error {
	out.Flush()
	if err != nil {
		return err
	}
	return out.Error()
}
