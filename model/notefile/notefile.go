// Package notefile reads notes, and what was put right, out of the files that other programs, and Quoth
// itself, write them to, and finds the places that they name in a text. Finding
// the articles, and keeping anything, is its caller's work.
package notefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"quoth/model"
	"quoth/model/escape"
)

// Note is a note as a file has it, or a correction in its place.
type Note struct {
	model.Note          // Article is the library's name of it where the file is Quoth's; ID is Quoth's own or empty
	Key        string   // what another program calls the note; empty where it has no name
	At         Position // where the file says that the passage stands
	Title      string   // of the article
	Authors    []string
	Site       string
	Source     string // URL of the article
	Published  model.Stamp
	Text       string // of the article; empty where the file does not hold it

	Correction *Correction // nil for a note
}

// Correction is what a reader put right. Which article it is of, the Note says.
type Correction struct {
	model.Correction
	Everywhere bool // it holds for all articles
}

// ErrUnknown says that a file is none that is known.
var ErrUnknown = errors.New("no notes that are known: want W3C or Hypothesis JSON, Readwise CSV, KOReader JSON, Kindle clippings, or an export of quoth as JSON")

// maxSize bounds a file, in bytes: the notes of thousands of articles with their
// texts. Some ten times as much memory is needed to read it.
const maxSize = 32 << 20

// Read reads a file of notes, whatever its format, and leaves escape sequences of
// terminals out of the words. With an error it gives what stands before the
// fault.
func Read(r io.Reader) ([]Note, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxSize:
		return nil, fmt.Errorf("too large for a file of notes: the limit is %d MiB; a whole library goes by quoth library export and import", maxSize>>20)
	}
	words := strings.ToValidUTF8(string(data), "\uFFFD")
	words = escape.Strip(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(words), "\ufeff")))
	switch {
	case words == "":
		return nil, ErrUnknown
	case strings.Contains(words, clipEnd):
		return readKindle(words), nil
	case words[0] != '{' && words[0] != '[':
		return readReadwise(words)
	}
	var out []Note
	dec := json.NewDecoder(strings.NewReader(words))
	for dec.More() {
		var v any
		if err := dec.Decode(&v); err != nil {
			return out, describe(err)
		}
		notes, err := readValue(v)
		if err != nil {
			return out, err
		}
		out = append(out, notes...)
	}
	return out, nil
}

// describe says what the errors of encoding/json mean for a file.
func describe(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("not valid JSON: it ends in the middle")
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON, at byte %d: %w", syntax.Offset, err)
	}
	return err
}

// readValue reads one JSON value.
func readValue(v any) ([]Note, error) {
	if all, ok := v.([]any); ok {
		var out []Note
		var loose []object // annotations that stand in the list themselves
		for _, x := range all {
			if m, ok := x.(map[string]any); ok && m["target"] != nil {
				loose = append(loose, m)
				continue
			}
			notes, err := readValue(x)
			if err != nil {
				return out, err
			}
			out = append(out, notes...)
		}
		return append(out, readAnnotations(loose)...), nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		return nil, ErrUnknown
	}
	o := object(m)
	switch {
	case o["text"] != nil && o["notes"] != nil:
		return readOwn(o), nil
	case o["items"] != nil:
		return readAnnotations(o.list("items")), nil
	case o["first"] != nil: // a W3C collection holds its first page
		return readAnnotations(o.first("first").list("items")), nil
	case o["rows"] != nil:
		return readAnnotations(o.list("rows")), nil
	case o["annotations"] != nil:
		return readAnnotations(o.list("annotations")), nil
	case o["documents"] != nil:
		var out []Note
		for _, d := range o.list("documents") {
			out = append(out, readKOReader(d)...)
		}
		return out, nil
	case o["entries"] != nil:
		return readKOReader(o), nil
	case o["target"] != nil:
		return readAnnotations([]object{o}), nil
	}
	return nil, ErrUnknown
}

// readKOReader reads a document of KOReader's exporter.
func readKOReader(o object) []Note {
	var out []Note
	for _, x := range o.list("entries") {
		n := Note{Title: o.str("title"), Authors: o.lines("author")}
		n.Passage.Exact, n.Note.Text = x.str("text"), x.str("note")
		if n.Passage.Exact == "" && n.Note.Text == "" {
			continue // a bookmark
		}
		if at, ok := whole(x["time"]); ok {
			n.Created = time.Unix(int64(at), 0).UTC()
		}
		n.Changed = n.Created
		out = append(out, n)
	}
	return out
}

func parseTime(s string) time.Time {
	for _, form := range []string{
		time.RFC3339Nano, time.DateTime, time.DateOnly, "2006-01-02 15:04:05Z07:00",
		"January 2, 2006 3:04:05 PM", "2 January 2006 15:04:05", "January 2, 2006, 3:04 PM",
	} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
