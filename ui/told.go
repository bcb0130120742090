package ui

import (
	"cmp"
	"errors"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/desk"
)

// toldOf says in words what an action does.
func toldOf(act model.Action) string {
	var said []string
	for _, c := range act.Changes {
		said = append(said, whatWasDone(c))
	}
	if n := len(act.Datings); n > 0 {
		said = append(said, publishedOn(act.Datings[0].After.Published))
		if n > 1 {
			said[len(said)-1] = plural(n, "article") + " dated"
		}
	}
	for _, e := range act.Searches {
		said = append(said, subscribed(e.After != nil, "search "+e.Either().Name))
	}
	for _, e := range act.Feeds {
		if e.Before != nil && e.After != nil {
			said = append(said, wholeArticles(e.After.URL, e.After.FullText))
			continue
		}
		said = append(said, subscribed(e.After != nil, e.Either().URL))
	}
	if n := len(act.Notes); n > 0 {
		said = append(said, plural(n, "note")+toldOne(act.Notes, func(n model.Note) string { return cmp.Or(n.Text, n.Passage.Exact) }))
	}
	if n := len(act.Corrections); n > 0 {
		said = append(said, plural(n, "correction")+toldOne(act.Corrections, func(c model.Correction) string {
			if c.OfQuote() {
				return desk.Told(c)
			}
			return told(c)
		}))
	}
	return strings.Join(said, ", ")
}

// toldOne says what was done of one thing alone.
func toldOne[T any](edits []model.Edit[T], words func(T) string) string {
	if len(edits) != 1 {
		return ""
	}
	e := edits[0]
	said := " “" + ansi.Truncate(strings.Join(strings.Fields(words(e.Either())), " "), 40, "…") + "”"
	switch {
	case e.After == nil:
		said += " deleted"
	case e.Before != nil:
		said += " changed"
	}
	return said
}

// toldFault says why something could not be kept.
func toldFault(err error) string {
	if errors.Is(err, model.ErrChanged) {
		return "changed meanwhile by another program"
	}
	return err.Error()
}

// whatWasDone says what a change did.
func whatWasDone(c model.Change) string {
	words := map[model.Flag][2]string{
		model.FlagRead: {"read", "unread"}, model.FlagStarred: {"starred", "not starred"},
		model.FlagArchived: {"archived", "out of the archive"}, model.FlagDeleted: {"deleted", "back"},
		model.FlagTag: {"with #" + c.Tag, "without #" + c.Tag},
	}[c.Flag]
	if n := len(c.On); n > 0 {
		return plural(n, "article") + " " + words[0]
	}
	return plural(len(c.Off), "article") + " " + words[1]
}

// subscribed says that a feed or search is at the left of the shelf, or no more.
func subscribed(on bool, name string) string {
	if on {
		return "following " + name
	}
	return name + " given up"
}

// wholeArticles says whether the articles of a feed are fetched themselves.
func wholeArticles(feed string, on bool) string {
	if on {
		return feed + ": whole articles from now on"
	}
	return feed + ": what the feed gives, from now on"
}
