package export

import (
	"slices"
	"strings"
)

// Adopt reads a reader's edit of an item back: its note and its tags. It reports
// false where anything else was changed, because there is nowhere to keep that.
func (l *Look) Adopt(it Item, body string) (Item, bool) {
	fresh := it
	fresh.Note, fresh.Tags = noteIn(body), tagsIn(body, it.Tags)
	fresh.Made = true
	written, err := l.Item(fresh)
	return fresh, err == nil && written == body
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
