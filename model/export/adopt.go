package export

import (
	"slices"
	"strings"

	"quoth/model/export/merge"
)

// Adopt reads a reader's edit of an item back: its note and its tags. It reports
// false where anything else was changed, because there is nowhere to keep that.
// What the engine or a correction changed since the item was written is no edit.
func (l *Look) Adopt(it Item, e merge.Edit) (Item, bool) {
	fresh := it
	fresh.Note, fresh.Tags = noteIn(e.Body), tagsIn(e.Body, it.Tags)
	fresh.Made = true
	if written, err := l.Item(fresh); err == nil && written == e.Body {
		return fresh, true
	}
	// With the note and the tags of before it must be what was written then.
	before, err := l.Item(it)
	if err != nil {
		return fresh, false
	}
	head, _, foot := cutNote(e.Body)
	_, note, _ := cutNote(before)
	return fresh, e.Was(head + note + foot)
}

// cutNote parts an item, as the standing look writes it, at its tags and note.
func cutNote(body string) (head, note, foot string) {
	end := strings.LastIndex(body, "\n\n^")
	if end < 0 {
		return body, "", ""
	}
	at := end
	for _, sign := range []string{"\n>\n> Tags: ", "\n>\n> Note: "} {
		if i := strings.Index(body[:end], sign); i >= 0 {
			at = min(at, i)
		}
	}
	return body[:at], body[at:end], body[end:]
}

// noteIn gives the note in an item as the standing look writes it.
func noteIn(body string) string {
	_, note, ok := strings.Cut(body, "\n> Note: ")
	if !ok {
		return ""
	}
	var out []string
	for i, line := range strings.Split(note, "\n") {
		if i > 0 {
			rest, quoted := strings.CutPrefix(line, ">")
			if !quoted {
				break
			}
			line = strings.TrimPrefix(rest, " ")
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// tagsIn gives the tags in an item. One that was written in a plainer form than
// it has keeps its own.
func tagsIn(body string, have []string) []string {
	_, line, ok := strings.Cut(body, "\n> Tags: ")
	if !ok {
		return nil
	}
	line, _, _ = strings.Cut(line, "\n")
	var out []string
	for _, t := range strings.Fields(line) {
		t = strings.TrimLeft(t, "#")
		if i := slices.IndexFunc(have, func(h string) bool { return slices.Equal(plainTags([]string{h}), []string{t}) }); i >= 0 {
			t = have[i]
		}
		out = append(out, t)
	}
	return out
}
