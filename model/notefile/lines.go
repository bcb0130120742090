package notefile

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
	"time"
)

// readReadwise reads the CSV that Readwise takes and gives: Highlight, and of
// Title, Author, URL, Note, Tags and Date those that are there.
func readReadwise(data []byte) ([]Note, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	if err != nil || len(records) == 0 {
		return nil, ErrUnknown
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	if _, ok := column["highlight"]; !ok {
		return nil, ErrUnknown
	}
	var out []Note
	for _, record := range records[1:] {
		field := func(names ...string) string {
			for _, name := range names {
				if i, ok := column[name]; ok && i < len(record) && record[i] != "" {
					return record[i]
				}
			}
			return ""
		}
		n := Note{Title: field("title", "book title"), Source: field("url")}
		if author := field("author", "book author"); author != "" {
			n.Authors = []string{author}
		}
		n.Passage.Exact = field("highlight")
		n.Note.Text, n.Tags = cutTags(field("note"))
		n.Created = parseTime(field("date", "highlighted at"))
		n.Changed = n.Created
		out = append(out, n)
	}
	return out, nil
}

// cutTags takes the tags off a note's first line, where they stand as ".tag".
func cutTags(note string) (text string, tags []string) {
	first, rest, _ := strings.Cut(note, "\n")
	for _, word := range strings.Fields(first) {
		if !strings.HasPrefix(word, ".") || len(word) == 1 {
			return note, nil
		}
		tags = append(tags, word[1:])
	}
	return rest, tags
}

var added = regexp.MustCompile(`Added on \w+, (.+)$`)

// readKindle reads "My Clippings.txt". A note follows the highlight it is about.
func readKindle(data string) []Note {
	var out []Note
	for clip := range strings.SplitSeq(strings.ReplaceAll(data, "\r", ""), "==========") {
		lines := strings.SplitN(strings.Trim(clip, "\n\ufeff "), "\n", 3)
		if len(lines) < 3 {
			continue
		}
		n := Note{Title: strings.TrimSpace(lines[0])}
		if i := strings.LastIndex(n.Title, " ("); i > 0 && strings.HasSuffix(n.Title, ")") {
			n.Authors, n.Title = []string{n.Title[i+2 : len(n.Title)-1]}, n.Title[:i]
		}
		if m := added.FindStringSubmatch(lines[1]); m != nil {
			for _, form := range []string{"January 2, 2006 3:04:05 PM", "2 January 2006 15:04:05"} {
				if t, err := time.Parse(form, m[1]); err == nil {
					n.Created = t
				}
			}
		}
		n.Changed = n.Created
		words := strings.TrimSpace(lines[2])
		last := len(out) - 1
		if strings.Contains(lines[1], "Your Note") && last >= 0 && out[last].Title == n.Title && out[last].Note.Text == "" {
			out[last].Note.Text = words
			continue
		}
		if strings.Contains(lines[1], "Your Note") {
			n.Note.Text = words
		} else {
			n.Passage.Exact = words
		}
		out = append(out, n)
	}
	return out
}
