package notefile

import (
	"encoding/json"
	"slices"
	"strings"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/jsonmark"
)

// readOwn reads an annotated article with its notes and corrections, as quoth
// exports it.
func readOwn(o object) []Note {
	published, _ := model.ParseStamp(o.str("published")) // one that is none is not known
	article := Note{
		Title: o.str("title"), Source: o.str("source"), Authors: o.strings("authors"), Site: o.str("site"),
		Published: published, Text: o.str("text"),
	}
	article.Article = o.str("id")
	var out []Note
	for _, x := range o.list("notes") {
		n := article
		n.ID = x.str("id")
		n.Kind, n.Note.Text, n.Tags = model.NoteKind(x.str("kind")), x.str("text"), x.strings("tags")
		n.Passage.Exact, n.Passage.Prefix, n.Passage.Suffix = x.str("exact"), x.str("prefix"), x.str("suffix")
		if at, ok := x["span"].([]any); ok && len(at) == 2 {
			n.At = position(at[0], at[1], points)
		}
		n.readAnchored(x.first("anchored"))
		n.Created, n.Changed = parseTime(x.str("created")), parseTime(x.str("changed"))
		out = append(out, n)
	}
	for _, x := range o.list("corrections") {
		n := article
		if n.Correction = readCorrection(x); n.Correction != nil {
			out = append(out, n)
		}
	}
	return out
}

// readAnchored reads where a passage stood when it was marked: bytes of a text
// with that hash.
func (n *Note) readAnchored(o object) {
	if o == nil {
		return
	}
	at := position(o["start"], o["end"], points)
	n.Passage.Span, n.Passage.Hash = model.Span{Start: at.Start, End: at.End}, o.str("hash")
	n.Passage.Twins, _ = whole(o["twins"])
}

// readCorrection reads what the reader put right; nil for what is no correction,
// or one of a later version.
func readCorrection(o object) *Correction {
	var x struct {
		jsonmark.Correction
		Everywhere bool   `json:"everywhere"`
		Created    string `json:"created"`
	}
	data, err := json.Marshal(stripped(map[string]any(o)))
	if err != nil || json.Unmarshal(data, &x) != nil {
		return nil
	}
	c := x.Model("")
	c.Created = parseTime(x.Created)
	if !sound(c) || x.Everywhere && c.OfQuote() {
		return nil
	}
	return &Correction{c, x.Everywhere}
}

// sound reports whether a correction says what those of its kind need.
func sound(c model.Correction) bool {
	switch c.Kind {
	case model.OneName, model.PartName:
		return c.Name != "" && c.Other != ""
	case model.SetType:
		return c.Name != "" && c.Type != ""
	case model.Confirm, model.SetSpeaker, model.SetWhere, model.SetWhen, model.Dismiss:
	case model.SetKind, model.AddQuote:
		if c.QuoteKind == "" {
			return false
		}
	default:
		return false
	}
	return len(c.Content) > 0 && !slices.ContainsFunc(c.Content, func(a model.Anchor) bool { return !a.Known() })
}

// stripped gives a JSON value without escape sequences of terminals in its words.
func stripped(v any) any {
	switch v := v.(type) {
	case string:
		return escape.Strip(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = stripped(v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for name := range v {
			out[name] = stripped(v[name])
		}
		return out
	}
	return v
}

// within reads the JSON object that words hold; nil where they hold none.
func within(words string) object {
	var o object
	if !strings.HasPrefix(words, "{") || json.Unmarshal([]byte(words), &o) != nil {
		return nil
	}
	return o
}
