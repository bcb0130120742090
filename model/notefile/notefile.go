// Package notefile reads notes out of the files that other programs, and Quoth
// itself, write them to. It gives what the files say: finding the articles and
// the passages is its caller's work.
package notefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"quoth/model"
)

// Note is a note as a file has it.
type Note struct {
	model.Note        // Article is the library's name of it where the file is Quoth's; ID may be empty
	Title      string // of the article
	Authors    []string
	Source     string // URL of the article
	Text       string // of the article; empty where the file does not hold it
}

// ErrUnknown says that a file is none that is known.
var ErrUnknown = errors.New("no notes that are known: want W3C or Hypothesis JSON, Readwise CSV, KOReader JSON, Kindle clippings, or an export of quoth as JSON")

// Read reads a file of notes, whatever its format.
func Read(data []byte) ([]Note, error) {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("\ufeff"))
	switch {
	case len(data) == 0:
		return nil, ErrUnknown
	case bytes.Contains(data, []byte("\n==========")):
		return readKindle(string(data)), nil
	case data[0] != '{' && data[0] != '[':
		return readReadwise(data)
	}
	var out []Note
	dec := json.NewDecoder(bytes.NewReader(data))
	for dec.More() {
		var v any
		if err := dec.Decode(&v); err != nil {
			return out, err
		}
		notes, err := readValue(v)
		if err != nil {
			return out, err
		}
		out = append(out, notes...)
	}
	return out, nil
}

// object is a JSON object whose fields may be anything.
type object map[string]any

func (o object) str(names ...string) string {
	for _, n := range names {
		if s, ok := o[n].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

// list gives the objects of a field that holds one or several.
func (o object) list(name string) []object {
	switch v := o[name].(type) {
	case map[string]any:
		return []object{v}
	case []any:
		var out []object
		for _, x := range v {
			if m, ok := x.(map[string]any); ok {
				out = append(out, m)
			}
		}
		return out
	}
	return nil
}

func (o object) strings(name string) []string {
	var out []string
	if all, ok := o[name].([]any); ok {
		for _, x := range all {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
	} else if s, ok := o[name].(string); ok && s != "" {
		out = append(out, s)
	}
	return out
}

// readValue reads one JSON value.
func readValue(v any) ([]Note, error) {
	if all, ok := v.([]any); ok {
		var out []Note
		for _, x := range all {
			notes, err := readValue(x)
			if err != nil {
				return out, err
			}
			out = append(out, notes...)
		}
		return out, nil
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
		return readEach(o.list("items"), readAnnotation), nil
	case o["rows"] != nil:
		return readEach(o.list("rows"), readAnnotation), nil
	case o["annotations"] != nil:
		return readEach(o.list("annotations"), readAnnotation), nil
	case o["documents"] != nil:
		var out []Note
		for _, d := range o.list("documents") {
			out = append(out, readKOReader(d)...)
		}
		return out, nil
	case o["entries"] != nil:
		return readKOReader(o), nil
	case o["target"] != nil:
		return []Note{readAnnotation(o)}, nil
	}
	return nil, ErrUnknown
}

func readEach(all []object, read func(object) Note) []Note {
	out := make([]Note, len(all))
	for i, o := range all {
		out[i] = read(o)
	}
	return out
}

func parseTime(s string) time.Time {
	for _, form := range []string{time.RFC3339Nano, time.DateTime, time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// readAnnotation reads an annotation of the W3C model, or of Hypothesis, which
// is an older form of it.
func readAnnotation(o object) Note {
	n := Note{Source: o.str("uri")}
	n.ID = strings.TrimPrefix(o.str("id"), "urn:quoth:q-")
	n.Text = ""
	n.Note.Text, n.Tags = o.str("text"), o.strings("tags")
	n.Created = parseTime(o.str("created"))
	n.Changed = parseTime(o.str("modified", "updated", "created"))
	for _, d := range o.list("document") {
		if t := d.strings("title"); len(t) > 0 {
			n.Title = t[0]
		}
	}
	for _, b := range o.list("body") {
		switch value := b.str("value"); b.str("purpose") {
		case "tagging":
			n.Tags = append(n.Tags, value)
		case "classifying":
			n.Kind = model.NoteKind(value)
		case "identifying":
		default:
			n.Note.Text = strings.TrimSpace(n.Note.Text + "\n\n" + value)
		}
	}
	if s := o.str("target"); s != "" {
		n.Source = s
	}
	for _, t := range o.list("target") {
		if s := t.str("source"); s != "" {
			n.Source = s
		}
		for _, s := range t.list("selector") {
			if s.str("type") == "TextQuoteSelector" {
				n.Passage.Exact, n.Passage.Prefix, n.Passage.Suffix = s.str("exact"), s.str("prefix"), s.str("suffix")
			}
		}
	}
	return n
}

// readOwn reads an annotated article with its notes, as quoth exports it.
func readOwn(o object) []Note {
	var out []Note
	for _, x := range o.list("notes") {
		n := Note{Title: o.str("title"), Source: o.str("source"), Authors: o.strings("authors"), Text: o.str("text")}
		n.Article, n.ID = o.str("id"), x.str("id")
		n.Kind, n.Note.Text, n.Tags = model.NoteKind(x.str("kind")), x.str("text"), x.strings("tags")
		n.Passage.Exact, n.Passage.Prefix, n.Passage.Suffix = x.str("exact"), x.str("prefix"), x.str("suffix")
		n.Created, n.Changed = parseTime(x.str("created")), parseTime(x.str("changed"))
		out = append(out, n)
	}
	return out
}

// readKOReader reads a document of KOReader's exporter.
func readKOReader(o object) []Note {
	var out []Note
	for _, x := range o.list("entries") {
		n := Note{Title: o.str("title"), Authors: o.strings("author")}
		n.Passage.Exact, n.Note.Text = x.str("text"), x.str("note")
		if at, ok := x["time"].(float64); ok {
			n.Created = time.Unix(int64(at), 0).UTC()
		}
		n.Changed = n.Created
		out = append(out, n)
	}
	return out
}
