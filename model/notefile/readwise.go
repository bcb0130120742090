package notefile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// SaidBy begins the line of a note in Readwise's CSV that says who speaks in the
// passage: Readwise has no place of its own for it. Reading takes it off again.
const SaidBy = "— said by "

// readReadwise reads the CSV that Readwise takes and gives: Highlight, and of
// Title, Author, URL, Note, Tags, Location and Date those that are there. A
// highlight of the title without a location is a note on the whole article.
func readReadwise(words string) ([]Note, error) {
	r := csv.NewReader(strings.NewReader(words))
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err != nil {
		return nil, ErrUnknown
	}
	column := map[string]int{}
	for i, name := range head {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	if _, ok := column["highlight"]; !ok {
		return nil, ErrUnknown
	}
	var out []Note
	for {
		record, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return out, fmt.Errorf("not valid CSV: %w", err)
		}
		n, ok := readRecord(func(names ...string) string {
			for _, name := range names {
				if i, ok := column[name]; ok && i < len(record) && record[i] != "" {
					return record[i]
				}
			}
			return ""
		})
		if ok {
			out = append(out, n)
		}
	}
}

// readRecord reads a highlight; field gives the first of some columns that holds
// words. It reports false for what is no note.
func readRecord(field func(names ...string) string) (n Note, ok bool) {
	n = Note{Title: field("title", "book title"), Source: field("url")}
	if author := field("author", "book author"); author != "" {
		n.Authors = []string{author}
	}
	n.Passage.Exact = field("highlight")
	if n.Passage.Exact == n.Title && field("location") == "" {
		n.Passage.Exact = ""
	}
	note, date := field("note"), field("date", "highlighted at")
	if strings.HasPrefix(note, SaidBy) && date == "" {
		return n, false // a quotation that Quoth exported and that the reader made no note of
	}
	n.Note.Text, n.Tags = cutTags(withoutSpeaker(note))
	for tag := range strings.SplitSeq(field("tags"), ",") {
		n.Tags = append(n.Tags, strings.TrimSpace(tag))
	}
	n.Tags = slices.DeleteFunc(n.Tags, func(t string) bool { return t == "" })
	n.Created = parseTime(date)
	n.Changed = n.Created
	return n, n.Passage.Exact != "" || n.Note.Text != "" || len(n.Tags) > 0
}

// withoutSpeaker takes the line off that says who speaks.
func withoutSpeaker(note string) string {
	at := strings.LastIndexByte(note, '\n') + 1
	if strings.HasPrefix(note[at:], SaidBy) {
		return strings.TrimRight(note[:at], "\n")
	}
	return note
}

// cutTags takes the tags off a note's first line, where they stand as ".tag".
func cutTags(note string) (text string, tags []string) {
	first, rest, _ := strings.Cut(note, "\n")
	for word := range strings.FieldsSeq(first) {
		if !strings.HasPrefix(word, ".") || strings.Trim(word, ".") == "" {
			return note, nil
		}
		tags = append(tags, word[1:])
	}
	return rest, tags
}
